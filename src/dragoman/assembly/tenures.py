"""Offices over time: who held which office, from which day to which, as far as the reports tell."""

import datetime
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, Literal

from dragoman.assembly.dossier import Dossier
from dragoman.assembly.parties import is_nameless
from dragoman.model import Actor, Citation, Document, Event, Span

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?=\S)[^.!?]*)*[.!?]*")
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(_MONTHS)
_CALENDAR = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH})|({_MONTH}) (\d{{1,2}}))\b(?:,? (\d{{4}}))?", re.I)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = re.compile(rf"\b(?:on |last )({'|'.join(_DAYS)})\b", re.I)
_OFFICE = r"(?:(?!(?:of|to|for|in|on|and|by|with|from|at|as|that)\b)[\w’'-]+ ){0,5}?,? ?"
"""The words of an office before a name; "replaced by Ada Hahn" replaces nobody called so."""
_UNDATED = re.compile(r"\b(?:former|ex-|previous|ousted|retired|predecessor|forerunner|successor|new|incoming)\b", re.I)
"""Words by which a turn is only presupposed: a day beside them is that of something else."""
_CANDIDATES = 3
"""Of more people than this "the president" tells nothing."""
_ASIDE = r"(?:,[^,.;]{0,60},)?,? ?"
_OWNED = r"(?:(?:the|its|their|his|her|a|an|new|acting|interim|[A-Z][\w-]*['’]s?) )*"
_NAMED_OFFICE = re.compile(rf"(?: as| to be)? {_OWNED}((?!as\b)(?:[a-z][\w’'-]* ?){{1,4}})")
_STOPS = re.compile(r"\b(?:on|in|at|after|before|when|who|and|but|of|for|last|this|next|to|from|with|by|since|said|until)\b.*$")
_TURNS = frozenset({"successor", "predecessor", "replacement", "forerunner"})
"""What tells a turn, and no office."""
_BESIDE = 250
"""Letters between the words on who left and those on who came after."""
Turn = Literal["left", "took"]
_Key = tuple[str, str, tuple[str, ...]]
_Seen = tuple[str, Citation, bool]
"""The day of a report, its words, and whether they tell of the office as over."""


@dataclass(frozen=True)
class Tenure:
    """That `party`, a person (id), held `office` of the parties `of` (ids; empty where no report tells whose it is).

    `since` and `until` are the days that reports tell, None where they tell none. `seen` are the days of the first and the last
    report in which the office is this person's; `gone` is the day of the first that tells of it as over. `words` are what all
    this rests on.
    """

    party: str
    office: str
    of: tuple[str, ...]
    seen: tuple[str, str] | None
    since: str | None = None
    until: str | None = None
    gone: str | None = None
    words: tuple[Citation, ...] = ()

    @property
    def first(self) -> str:
        """The first day on which the office is known to be this person's; empty where no day is known."""
        return self.since or (self.seen[0] if self.seen else "")

    def holds(self, day: str) -> bool:
        """Return whether the office can be this person's on a day: it began by then and is not known to be over."""
        over = self.until or self.gone
        return bool(self.first) and self.first <= day and (over is None or day < over)


@dataclass(frozen=True)
class _Told:
    """A sentence that tells how an office changed hands, on which day (None where it tells none)."""

    turn: Turn
    party: str
    office: str
    day: str | None
    report: str
    words: Citation


def tenures(dossier: Dossier) -> tuple[Tenure, ...]:
    """Return who held which office, by office and day: all offices of people with a name that a dated report tells of.

    An office without a day of its own is only known to be somebody's on the days of the reports that say so.
    """
    people = _people(dossier)
    told = [t for d in dossier.documents for t in _turns(dossier, d, people)]
    held = _held(dossier)
    out = [_with_turns(t, [x for x in told if x.party == t.party], dossier) for t in held]
    out += _only_told(told, out)
    out += _after_others(told, out)
    out = _by_successors(out, told)
    return tuple(sorted(out, key=lambda t: (t.office, t.of, t.first, t.party)))


def holders(known: Iterable[Tenure], office: str, day: str, of: Iterable[str] = ()) -> tuple[str, ...]:
    """Return whose an office can be on a day (ids of people), where `of` is given only the office of these parties.

    One is who held it; several are candidates, between whom nothing decides.
    """
    wanted, whose = plain_office(office), set(of)
    fits = [t for t in known if t.office == wanted and t.holds(day)]
    if whose:
        fits = [t for t in fits if whose & set(t.of)] or [t for t in fits if not t.of]
    return tuple(dict.fromkeys(t.party for t in fits))


def by_office(dossier: Dossier, known: Sequence[Tenure]) -> Iterator[tuple[Citation, tuple[str, ...]]]:
    """Yield the words of each report that name only an office, with the people (ids) who can have held it on that day."""
    for actor in dossier.of(Actor):
        day = _day(dossier.document[actor.document])
        if actor.type not in ("office", "person") or not day or not is_nameless(actor.name):
            continue
        of = {dossier.party_of[a].id for a in actor.acts_for if a in dossier.party_of}
        found = holders(known, actor.name, day, of)
        if 0 < len(found) <= _CANDIDATES:
            yield dossier.cite(actor)[0], found


def plain_office(role: str) -> str:
    """Return an office without whose it is and what is said of its holder.

    >>> plain_office("its new chief negotiator"), plain_office("Chief executive of Oskin"), plain_office("former trade minister")
    ('chief negotiator', 'chief executive', 'trade minister')
    """
    words = re.sub(_table()["after"], "", " ".join(role.split()))
    words = re.sub(_table()["past"], "", words, flags=re.I)
    return re.sub(_table()["before"], "", words, flags=re.I).lower()


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((resources.files("dragoman.assembly") / "words" / "tenures.toml").read_text(encoding="utf-8"))


def _held(dossier: Dossier) -> list[Tenure]:
    """The offices that reports give people by their roles, each with the days of these reports."""
    days: dict[_Key, list[_Seen]] = defaultdict(list)
    for actor in dossier.of(Actor):
        day = _day(dossier.document[actor.document])
        party = dossier.party_of[actor.id]
        if actor.type != "person" or not actor.role or not day or not _is_name(party.name):
            continue
        whose = {dossier.party_of[a] for a in actor.acts_for if a in dossier.party_of} - {party}
        of = tuple(sorted(p.id for p in whose))
        office = _without_owner(plain_office(actor.role), (n for p in whose for n in (p.name, *p.aliases)))
        told = office and office[0] != "-" and office not in _TURNS
        if told and len(office.split()) < 7 and not re.match(_table()["doing"], office):
            cited = dossier.cite(actor)[0]
            days[party.id, office, of].append((day, cited, bool(re.match(_table()["past"], actor.role, re.I))))
    out = []
    for (who, office, of), found in _joined(days).items():
        now = sorted(day for day, _, past in found if not past)
        gone = min((day for day, _, past in found if past), default=None)
        words = tuple(dict.fromkeys(c for _, c, _ in sorted(found, key=lambda f: (f[0], f[1].start))))
        out.append(Tenure(who, office, of, (now[0], now[-1]) if now else None, gone=gone, words=words[:2]))
    return out


def _without_owner(office: str, names: Iterable[str]) -> str:
    """An office without whose it is, where that is told by the name of a party: "chief negotiator of the dockers' union"."""
    head, link, tail = office.partition(" of ")
    own = {w for n in names for w in re.findall(r"\w{4,}", n.lower())}
    if link and own & set(re.findall(r"\w{4,}", tail)):
        return head
    first, _, rest = re.sub(r"['’]s ", " ", office, count=1).partition(" ")
    return rest if rest and own & set(re.findall(r"\w{4,}", first)) else office


def _is_name(name: str) -> bool:
    """Whether a person's name is one, and no description ("an aide to President Velt")."""
    return name[:1].isupper() and not is_nameless(name) and name.split()[0].lower() not in ("a", "an", "the", "one")


def _joined(days: Mapping[_Key, list[_Seen]]) -> dict[_Key, list[_Seen]]:
    """One person's one office is one, though some report does not tell whose it is."""
    out: dict[_Key, list[_Seen]] = defaultdict(list)
    for (party, office, of), found in sorted(days.items(), key=lambda item: (item[0][:2], not item[0][2], item[0][2])):
        whole = next((k for k in out if k[:2] == (party, office) and (not of or set(of) & set(k[2]))), (party, office, of))
        out[whole] += found
    return dict(out)


def _turns(dossier: Dossier, document: Document, people: Mapping[str, Mapping[str, str]]) -> Iterator[_Told]:
    """What the sentences of a report tell of offices that changed hands."""
    report = _day(document)
    if not report or not _cue().search(document.text):
        return
    known = {n: p for n, p in {**people[""], **people.get(document.id, {})}.items() if n in document.text}
    for paragraph in document.paragraphs:
        for found in _SENTENCE.finditer(paragraph.text):
            words = found.group(0)
            people_ = {n: p for n, p in known.items() if n in words} if _cue().search(words) else {}
            if not people_:
                continue
            names = "|".join(re.escape(n) for n in sorted(people_, key=len, reverse=True))
            at = paragraph.start + found.start()
            lead = len(words) - len(words.lstrip())
            cited = Citation(document, Span(at + lead, at + len(words.rstrip()), words.strip()))
            for turn in ("left", "took"):
                for match in _matches(turn, names, words):
                    dated = not _UNDATED.search(match.group(0))
                    day = _day_told(dossier, cited, report, ahead="will" in match.group(0).split()) if dated else None
                    yield _Told(turn, people_[match.group("p")], _office_told(words, match), day, report, cited)


def _matches(turn: str, names: str, words: str) -> Iterator[re.Match[str]]:
    """The places where a sentence tells one turn of a named person, and tells it as done or certain."""
    for template in _table()[turn]:
        pattern = template.replace("{P}", rf"(?P<p>{names})\b{_ASIDE}" if not template.startswith("{P}[") else rf"(?P<p>{names})")
        pattern = pattern.replace("{O}", _OFFICE).replace("{{", "{").replace("}}", "}")
        for match in re.finditer(pattern, words):
            before = words[max(0, match.start() - 50) : match.end()]
            if not re.search(_table()["unsure"], re.split(r"[;:]", before)[-1], re.I):
                yield match


def _people(dossier: Dossier) -> dict[str, dict[str, str]]:
    """The names of people with their parties: under "" full names, under a report its surnames that one alone bears."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for actor in dossier.of(Actor):
        party = dossier.party_of[actor.id]
        if actor.type != "person" or not _is_name(party.name):
            continue
        if " " in actor.name:
            found[""][actor.name].add(party.id)
        surname = actor.name.split()[-1]
        for name in (surname, *actor.aliases):
            if name[:1].isupper() and len(name) > 2 and name.split()[-1] == surname:
                found[actor.document][name].add(party.id)
    return {d: {n: next(iter(p)) for n, p in names.items() if len(p) == 1} for d, names in {"": {}, **found}.items()}


@cache
def _cue() -> re.Pattern[str]:
    """What any sentence on a turn has; nothing else is looked at."""
    return re.compile("|".join(_table()["cues"]), re.I)


def _office_told(words: str, match: re.Match[str]) -> str:
    """The office that the words name besides: "named Ada Hahn chief negotiator", "took over as trade minister"."""
    found = _NAMED_OFFICE.match(words[match.end() :]) if words[match.end() :].startswith(" ") else None
    found = found or _NAMED_OFFICE.match(f" {words[match.end():]}")
    told = _STOPS.sub("", found.group(1)).strip() if found is not None else ""
    return told if " as " in words[match.start() : match.end() + 4] or match.re.pattern.startswith(r"\b(?:named") else ""


def _day_told(dossier: Dossier, cited: Citation, report: str, ahead: bool) -> str | None:
    """The day in the sentence: of an event that the record has there, else a day of the calendar or the week."""
    for event in dossier.of(Event):
        inside = event.document == cited.document and any(cited.start <= s.start and s.end <= cited.end for s in event.spans)
        if inside and event.date and len(event.date) == 10 and event.type in ("appointment", "other"):
            return event.date
    today = datetime.date.fromisoformat(report)
    if (named := _CALENDAR.search(cited.quote)) is not None:
        day, month, year = named[1] or named[4], named[2] or named[3], named[5]
        return _calendar(int(day), _MONTHS.index(month.lower()) + 1, int(year) if year else None, today, ahead)
    if (named := _WEEKDAY.search(cited.quote)) is not None:
        step = (today.weekday() - _DAYS.index(named[1].lower())) % 7
        return (today + datetime.timedelta(days=(7 - step) % 7 if ahead else -step)).isoformat()
    return None


def _calendar(day: int, month: int, year: int | None, today: datetime.date, ahead: bool) -> str | None:
    """A day of the calendar, where no year is told in the year that puts it before the report, or after it."""
    for candidate in (year,) if year else ((today.year, today.year + 1) if ahead else (today.year, today.year - 1)):
        try:
            found = datetime.date(candidate, month, day)
        except ValueError:
            return None
        if year or (found >= today if ahead else found <= today):
            return found.isoformat()
    return None


def _with_turns(tenure: Tenure, told: Sequence[_Told], dossier: Dossier) -> Tenure:
    """A tenure with the days on which it began and ended, where the turn is one of this office."""
    took = [t for t in told if t.turn == "took" and _is_of(t, tenure, dossier)]
    left = [t for t in told if t.turn == "left" and _is_of(t, tenure, dossier)]
    took = [t for t in took if tenure.seen is None or (t.day or t.report) <= tenure.seen[1]]
    left = [t for t in left if tenure.seen is None or t.report >= tenure.seen[0]]
    since = min((t.day for t in took if t.day), default=None)
    until = max((t.day for t in left if t.day), default=None)
    gone = min([t.report for t in left] + ([tenure.gone] if tenure.gone else []), default=None)
    words = tuple(dict.fromkeys([*(t.words for t in took), *(t.words for t in left), *tenure.words]))
    return replace(tenure, since=since, until=until, gone=gone, words=words[:4])


def _is_of(told: _Told, tenure: Tenure, dossier: Dossier) -> bool:
    """Whether a turn is one of this office: it names it, or it names none and the person has no other."""
    if told.office:
        return told.office == tenure.office or tenure.office.endswith(f" {told.office}") or told.office.endswith(tenure.office)
    roles = {plain_office(a.role) for a in dossier.of(Actor) if a.role and dossier.party_of[a.id].id == tenure.party}
    return len(roles) == 1 or tenure.office in told.words.quote.lower()


def _only_told(told: Sequence[_Told], known: Sequence[Tenure]) -> Iterator[Tenure]:
    """Offices that only the turn itself names: "Ada Hahn was named chief negotiator on Tuesday"."""
    for turn in told:
        if turn.turn == "took" and turn.office and not any(t.party == turn.party and turn.office in t.office for t in known):
            day = turn.day or turn.report
            yield Tenure(turn.party, turn.office, (), (turn.report, max(turn.report, day)), turn.day, words=(turn.words,))


def _after_others(told: Sequence[_Told], known: Sequence[Tenure]) -> Iterator[Tenure]:
    """Offices that are only told as another's: "Karel Domin resigned as minister. He was succeeded by Lena Oster"."""
    for turn in told:
        if turn.turn != "took" or turn.office or any(t.party == turn.party for t in known):
            continue
        beside = (w for w in told if w.turn == "left" and w.party != turn.party and w.words.document == turn.words.document)
        left = [w for w in beside if 0 <= turn.words.start - w.words.start < _BESIDE]
        held = [t for w in left[-1:] for t in known if t.party == w.party and w.words in t.words]
        if len(held) == 1:
            yield Tenure(turn.party, held[0].office, held[0].of, (turn.report, turn.report), turn.day, words=(turn.words,))


def _by_successors(found: Sequence[Tenure], told: Sequence[_Told]) -> list[Tenure]:
    """Where one sentence tells who took an office from whom, the one's day is the other's."""
    out = list(found)
    for i, tenure in enumerate(out):
        beside = {(w.document, w.start) for w in tenure.words}
        other = next((t for t in found if t.party != tenure.party and {(w.document, w.start) for w in t.words} & beside), None)
        if other is None or not (other.office == tenure.office or not tenure.of or set(other.of) & set(tenure.of)):
            continue
        took = any(t.turn == "took" and t.party == other.party and (t.words.document, t.words.start) in beside for t in told)
        if took and tenure.until is None and tenure.gone is not None:
            out[i] = replace(tenure, until=other.since)
    return out


def _day(document: Document) -> str:
    value = document.date.value
    return value.first.isoformat() if value is not None and value.is_day else ""


def changed_hands(dossier: Dossier, known: Iterable[Tenure]) -> tuple[tuple[Tenure, ...], ...]:
    """Return the offices that changed hands while the reports went on, each with the tenures that began or ended by day.

    Who had left before the first report, and was never in office in any, is no change.
    """
    start = min(filter(None, map(_day, dossier.documents)), default="")
    groups: dict[tuple[str, tuple[str, ...]], list[Tenure]] = defaultdict(list)
    for tenure in known:
        same = (k for k in groups if k[0] == tenure.office and (not tenure.of or not k[1] or set(k[1]) & set(tenure.of)))
        groups[next(same, (tenure.office, tenure.of))].append(tenure)
    moved = [[t for t in g if _moved(t, start)] for g in groups.values()]
    return tuple(tuple(sorted(g, key=lambda t: (t.first, t.until or "9"))) for g in moved if g)


def _moved(tenure: Tenure, start: str) -> bool:
    """Whether a tenure began or ended on a told day since the first report, or is over after a report that still had it."""
    dated = any(day and day >= start for day in (tenure.since, tenure.until))
    return dated or bool(tenure.gone and tenure.seen and tenure.seen[0] < tenure.gone)


__all__ = ["Tenure", "by_office", "changed_hands", "holders", "plain_office", "tenures"]
