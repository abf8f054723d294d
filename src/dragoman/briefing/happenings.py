"""What happened, what is to come, and the lines of talks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.assembly import Dossier
from dragoman.briefing.days import count_words, day_words, on_day
from dragoman.briefing.naming import indefinite, joined
from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.retelling import Tale, tale
from dragoman.briefing.running import told
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.vocabulary import listed, table
from dragoman.briefing.wording import worded
from dragoman.model import Citation, Claim, Event, Track

_COMING = ("planned", "proposed", "requested")
_SHOWN = 8
_SINGLE = frozenset({"one", "a", "an", "every", "each", "another"})
_PRONOUNS = ("It ", "He ", "She ", "They ", "Their ", "His ", "Her ", "Its ", "it ", "he ", "she ", "they ")


def coming(teller: Teller) -> Iterator[Claim]:
    """Yield sentences on what is planned, proposed or requested, the next day first."""
    return _events(teller, [e for e in teller.dossier.of(Event) if e.status in _COMING])


def happened(teller: Teller) -> Iterator[Claim]:
    """Yield sentences on what took place, is under way, was called off or failed, in the order of days."""
    return _events(teller, [e for e in teller.dossier.of(Event) if e.status not in _COMING])


def _events(teller: Teller, events: Iterable[Event]) -> Iterator[Claim]:
    sure = [e for e in events if e.certainty != "possible" and e.same_as is None and not _in_headline(teller, e)]
    ordered = together(teller.dossier, sure)
    new = [same for same in ordered if not all(teller.is_told(e) for e in same)]
    yield from told(teller, (t for same in new[:_SHOWN] for t in _event(teller, same)))
    if len(new) > _SHOWN:
        cited = [c for same in new[_SHOWN:] for e in same for c in teller.dossier.cite(e)]
        yield claim(f"The reports tell of {count_words(len(new) - _SHOWN, 'more event')}", "reported", cited)


def _in_headline(teller: Teller, event: Event) -> bool:
    """Whether an event is only what a headline names, in its clipped way: "Bars summit" tells of no summit that took place."""
    title = teller.dossier.document[event.document].title
    return title is not None and all(title.covers(s) for s in event.spans)


def together(dossier: Dossier, events: Iterable[Event]) -> list[list[Event]]:
    """Return the mentions of each event together: one type, state and day, and the people of one are among those of another."""
    groups: list[tuple[tuple[object, ...], set[str], list[Event]]] = []
    for e in sorted(events, key=lambda e: (e.date is None, e.date or "")):
        key, who = (e.type, e.status, e.date), set(dossier.names(e.participants))
        same = [g for g in groups if g[0] == key]
        hit = next((g for g in same if (e.date and (g[1] <= who or who <= g[1])) or _words(e) in map(_words, g[2])), None)
        if hit:
            hit[1].update(who)
            hit[2].append(e)
        else:
            groups.append((key, who, [e]))
    return [found for _, _, found in groups]


def _words(event: Event) -> str:
    return " ".join(max(event.spans, key=lambda s: len(s.text)).text.lower().split())


def _event(teller: Teller, same: list[Event]) -> Iterator[Tale]:
    """What several places may tell of one event: in their words where these make a clause, else with what it was."""
    if all(teller.is_told(e) for e in same):
        return
    event = max(same, key=lambda e: max(len(s.text) for s in e.spans))
    said_day = event.date and any(day_words(event.date) in s.text for s in event.spans)
    day = f" ({day_words(event.date)})" if event.date and not said_day else ""
    found = tale(teller, event, (), "")
    if found.kind == "said" and not event.date and worded(found.words[0].strip('"“”')).shape == "fragment":
        return  # a meeting that somebody only names
    nameless = found.words[0].strip('"“').startswith(_PRONOUNS)
    if found.key == ("labelled",) or (nameless and not found.lead):
        found = _labelled(teller, event)
        day = ""
    teller.tell((*found.cited, *(c for e in same for c in teller.dossier.cite(e))))
    alike = [e for e in same if e is event or teller.has_the_amounts(event, e)]  # another count of it is told as a contradiction
    cited = tuple(c for e in alike for c in teller.dossier.cite(e))
    others = tuple(e for e in alike if e.document != event.document)
    yield replace(found, words=(found.words[0] + day,), cited=(*found.cited, *cited), others=others)


def _labelled(teller: Teller, event: Event) -> Tale:
    """An event whose words make no clause, by what it was and what became of it."""
    words = shown(max(event.spans, key=lambda s: len(s.text)), 26)
    on = "" if not event.date else f" for {day_words(event.date)}" if event.status in _COMING else f" {on_day(event.date)}"
    what = f"{table('events')[event.type]} {verb(event)}{on}:"
    said = teller.said_around(event)
    cited = teller.dossier.cite(event)
    if said is None:
        return Tale(("labelled",), what, (quoted(words),), "reported", event, cited)
    return Tale(("labelled",), f"{teller.who(said.speaker)} said that {what}", (quoted(words),), "said", event, cited)


def verb(event: Event) -> str:
    """Return what became of an event, such as `took place`."""
    told = table("happened")[event.status]
    if event.status == "held":
        return table("held").get(event.type, told)
    return "was under way" if event.status == "under_way" and event.date else told


def tracks(teller: Teller) -> Iterator[Claim]:
    """Yield a sentence for all tracks of one status; of those told already, or of unknown status, there is nothing to tell."""
    sure = [t for t in teller.dossier.of(Track) if t.certainty != "possible" and t.same_as is None and t.status]
    found = [t for t in sure if not teller.is_told(t)]
    for status in dict.fromkeys(t.status for t in found if t.status):
        these = list({t.name.lower(): t for t in found if t.status == status}.values())
        cited = [c for t in these for c in teller.dossier.cite(t)]
        names = [_track(t, cited) for t in these]
        many = len(names) > 1 or _head(names[0]).endswith("s") or _counted(names[0])
        told_ = table("tracks_are" if many else "tracks")[status]
        teller.tell(cited)
        yield claim(teller.attributed(these[0], f"{joined(names)} {told_}", these), "reported", cited)


def _counted(name: str) -> bool:
    """Whether the name opens with a number above one: "three groups devoted to pay"."""
    first = name.strip('"“”').split()[0].lower()
    return (first.isdigit() and first != "1") or first in listed("quantities") - _SINGLE


def _head(name: str) -> str:
    """The noun that a name is about: "talks" in "talks with the Group"."""
    return re.split(r" (?:of|on|with|between|for|about|in|at|over) ", name.strip('"“”'))[0].split()[-1]


def _track(track: Track, cited: list[Citation]) -> str:
    """A track by its words, with an article where these have none."""
    name = phrase(track.name, cited)
    first = name.strip('"“”').split()[0]
    plural = _counted(name) or _head(name).endswith("s")
    if first.lower() in listed("articles") or plural or (first[0].isupper() and "’s" in name):
        return name
    return f"the {name}" if name[0] in '"“' else f"{indefinite(name)} {name}"
