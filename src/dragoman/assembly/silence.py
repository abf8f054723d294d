"""Silence: on which issues of others a party has no word in the reports, or none any more."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.assembly.amounts import amounts
from dragoman.assembly.cues import listed, stems
from dragoman.assembly.dossier import Dossier, Party
from dragoman.assembly.parties import is_nameless, sides
from dragoman.model import Commitment, Condition, Finding, Ids, Moment, Position, Statement, Threat

WEEK = datetime.timedelta(days=7)
_OTHERS = 2
"""So many stands of others make an issue on which a silence tells something."""
_PARTIES = 12
"""Of so many parties with most stands silences are looked for."""
_TABLE = 2
"""So many reports must tell of a party and of those who speak: they sit at one table."""
_OWN = 2
"""So many stands of its own make a party one whose silence tells something."""
_PARTS = re.compile(
    r"[ ,](?:of|on|over|about|for|from|in|under|by|with|to|at|that|which|put|be|is|are|was|were|being|been|above|below|before|"
    r"per|after|until|unless|if|when|only|because|as|and|or)\b",
    re.I,
)
_VERBAL = "to|will|would|shall|must|should|could|can|may|might|not|n['’]t|do|does|did"
"""What stands before a verb: what somebody would do is no name of an issue."""
_EVERYBODY = frozenset({"*"})
"""At whom a threat is directed: whoever sits at the table."""


@dataclass(frozen=True)
class Silence:
    """That `party` (an id) has no word on `issue`, a few words of a report, on which `others` (ids) have spoken.

    `since` is the day of its last word on it, None where it never had one; `pressed` says that something was asked of it, or
    held out to it, there; `documents` are the reports that tell of the issue.
    """

    party: str
    issue: str
    others: tuple[str, ...]
    documents: tuple[str, ...]
    since: Moment | None = None
    pressed: bool = False


@dataclass(frozen=True)
class _Stand:
    """A stand of a side with the words of its issue, the day of its report and at whom it is directed."""

    side: frozenset[str]
    issue: str
    head: frozenset[str]
    beside: frozenset[str]
    told: str
    document: str
    directed: frozenset[str]
    paragraph: str


def silences(dossier: Dossier) -> tuple[Silence, ...]:
    """Return the silences of the parties that speak in the reports, those first of whom something was asked.

    A party is silent on an issue where nothing that it says, wants, sets or promises has the word for it, though two or more
    stands of others do: of two sides at least, or of one that is directed at it. Whoever is named beside such a stand has a part
    in it, and is not called silent.
    """
    stands, heard = list(_stands(dossier)), _heard(dossier)
    by_word: dict[str, list[_Stand]] = defaultdict(list)
    for stand in stands:
        for word in stand.head:
            by_word[word].append(stand)
    weight = Counter(p for s in stands for p in s.side)
    voices = {i for s in dossier.of(Statement) for i in sides((dossier.party_of[x].id for x in s.speaker), dossier.party)}
    by_word = {w: told for w, told in by_word.items() if len(told) >= _OTHERS}
    speaking = [p for p in dossier.parties if weight[p.id] >= _OWN and p.id in voices and not is_nameless(p.name)]
    where = _reports(dossier)
    found = []
    for party in sorted(speaking, key=lambda p: -weight[p.id])[:_PARTIES]:
        names = _names(dossier, party)
        for word, told in sorted(by_word.items()):
            beside = {m for s in told for m in s.beside if m in by_word}
            near = [s for s in told if any(len(where[party.id] & where[o]) >= _TABLE for o in s.side)]
            silence = _silence(party, near, heard[party.id], word, beside)
            if silence and not any(names.search(s.paragraph) for s in told if party.id not in s.side):
                found.append(silence)
    return tuple(_apart(sorted(found, key=lambda s: (not s.pressed, -len(s.documents), -weight[s.party], s.issue, s.party))))


def _apart(found: Sequence[Silence]) -> Iterator[Silence]:
    """The silences, of those of one party on issues with a word in common the first."""
    told: dict[str, set[str]] = defaultdict(set)
    for silence in found:
        words = stems(silence.issue) - stems(" ".join(listed("general")))
        if not words & told[silence.party]:
            yield silence
        told[silence.party] |= words


def _silence(party: Party, told: Sequence[_Stand], heard: Mapping[str, str], word: str, beside: set[str]) -> Silence | None:
    """The silence of a party on what others tell with a word; None where it has the word, or too little was told.

    `beside` are words that stand with it and are issues of their own: who speaks of "pay" is not silent on a "pay rise".
    """
    if word not in heard and beside & set(heard):
        return None
    others = [s for s in told if party.id not in s.side]
    if word in heard:
        others = [s for s in others if s.told > heard[word]]
    pressed = any(party.id in s.directed or s.directed is _EVERYBODY for s in others)
    holding = {p for s in others for p in s.side}
    if len(others) < _OTHERS or (len(holding) < 2 and not pressed):
        return None
    documents = tuple(dict.fromkeys(s.document for s in sorted(others, key=lambda s: (s.told, s.document))))
    since = None
    if word in heard:
        last = Moment(heard[word])
        if len(documents) < 2 or heard[""] <= heard[word] or Moment(others[-1].told).first - last.last < WEEK:
            return None
        since = last
    issue = Counter(s.issue for s in sorted(others, key=lambda s: s.issue)).most_common(1)[0][0]
    return Silence(party.id, issue, tuple(sorted(holding)), documents, since, pressed)


def _stands(dossier: Dossier) -> Iterator[_Stand]:
    copied = {d for group in dossier.copies for d in group[1:]}
    common = {s for p in dossier.parties for n in (p.name, *p.aliases) for s in stems(n)} | stems(" ".join(listed("general")))
    for f in dossier.findings:
        date = dossier.document[f.document].date.value
        if f.certainty == "possible" or f.document in copied or date is None or not (who := _who(f)):
            continue
        addressed = _side(dossier, f.addressee) if isinstance(f, Position) else frozenset[str]()
        directed = _EVERYBODY if isinstance(f, Threat) else addressed
        for issue in _named(f) if isinstance(f, Position | Threat | Condition) else ():
            name, head, beside = _head(issue, common)
            if name and re.search(rf"\b(?:{_VERBAL}) (?:\w+ly )?{re.escape(name)}\b", _paragraph(dossier, f), re.I):
                continue
            yield _Stand(_side(dossier, who), name, head, beside, str(date), f.document, directed, _paragraph(dossier, f))


def _paragraph(dossier: Dossier, finding: Finding) -> str:
    text, place = dossier.document[finding.document].text, finding.spans[0]
    end = text.find("\n", place.end)
    return text[text.rfind("\n", 0, place.start) + 1 : end if end >= 0 else len(text)]


def _names(dossier: Dossier, party: Party) -> re.Pattern[str]:
    """What finds the proper names of a party and of those who act for it."""
    own = [p for p in dossier.parties if party.id in sides((p.id,), dossier.party)]
    names = {n for p in own for n in (p.name, *p.aliases) if n[:1].isupper() and not is_nameless(n) and len(n) > 2}
    names |= {n.split()[-1] for p in own if p.type == "person" for n in (p.name,) if n.split()[-1][:1].isupper()}
    return re.compile(r"\b(?:" + "|".join(re.escape(n) for n in sorted(names)) + r")\b") if names else re.compile(r"(?!)")


def _head(issue: str, common: set[str]) -> tuple[str, frozenset[str], frozenset[str]]:
    """What an issue is about, as the text words it, its stem, and that of the word before ("pay" of "pay rise").

    It is the last word before the first preposition, past words that every negotiation has.
    """
    for phrase in _PARTS.split(re.sub(r"['’]s\b", "", issue)):
        told = [w for w in re.findall(r"[^\W\d_]+", phrase) if stems(w)] if not amounts(phrase) else []
        if told and not stems(told[-1]) & common:
            beside = stems(told[-2]) - common if len(told) > 1 else frozenset[str]()
            name = " ".join(told[-2:]) if beside and " ".join(told[-2:]) in phrase else told[-1]
            return name, stems(told[-1]), beside
        if any(stems(w) - common for w in told):
            break
    return "", frozenset(), frozenset()


def _reports(dossier: Dossier) -> dict[str, set[str]]:
    """The reports that tell of each party, or of somebody who acts for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for party in dossier.parties:
        told = {dossier.finding[a].document for a in party.actors if a in dossier.finding}
        for side in {party.id, *sides((party.id,), dossier.party)}:
            found[side] |= told
    return found


def _side(dossier: Dossier, ids: Ids) -> frozenset[str]:
    return sides((dossier.party_of[i].id for i in ids), dossier.party) if ids else frozenset()


def _heard(dossier: Dossier) -> dict[str, dict[str, str]]:
    """The words that each party uses, and those of its stands and promises, each with the last day on which it does."""
    heard: dict[str, dict[str, str]] = defaultdict(dict)
    for f in dossier.findings:
        who = _who(f)
        date = dossier.document[f.document].date.value
        if not who or date is None:
            continue
        words = stems(" ".join((*(s.text for s in f.spans), *_named(f), _asked(dossier, f))))
        ids = [dossier.party_of[i].id for i in who]
        for party in {*ids, *sides(ids, dossier.party)}:
            own = heard[party]
            own[""] = max(own.get("", ""), str(date))
            for word in words:
                own[word] = max(own.get(word, ""), str(date))
    return heard


def _asked(dossier: Dossier, finding: Finding) -> str:
    """The question that somebody's words answer: the paragraph before, where it ends with a question mark."""
    if not isinstance(finding, Statement):
        return ""
    before = dossier.document[finding.document].text[: finding.spans[0].start].rstrip("\n").rsplit("\n", 3)[-3:]
    told = [line.rstrip() for line in before if line.strip()]
    return next((line for line in reversed(told) if line.endswith("?")), "")


def _who(finding: Finding) -> Ids:
    if isinstance(finding, Statement):
        return (*finding.speaker, *finding.on_behalf_of, *finding.candidates)
    if isinstance(finding, Position | Threat):
        return finding.actor
    if isinstance(finding, Condition):
        return finding.holder
    return finding.giver if isinstance(finding, Commitment) else ()


def _named(finding: Finding) -> Iterator[str]:
    for name in ("issue", "gated", "required", "item", "measure"):
        if isinstance(value := getattr(finding, name, None), str):
            yield value


__all__ = ["Silence", "silences"]
