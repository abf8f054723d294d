"""What happened, what is to come, and the lines of talks."""

from collections.abc import Iterable, Iterator

from dragoman.assembly import Dossier
from dragoman.briefing.days import count_words, day_words, on_day
from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import table
from dragoman.model import Claim, Event, Track

_COMING = ("planned", "proposed", "requested")
_SHOWN = 8
_NUMBERS = "no one two three four five six seven eight nine ten".split()


def coming(teller: Teller) -> Iterator[Claim]:
    """Yield sentences on what is planned, proposed or requested, the next day first."""
    return _events(teller, [e for e in teller.dossier.of(Event) if e.status in _COMING])


def happened(teller: Teller) -> Iterator[Claim]:
    """Yield sentences on what took place, is under way, was called off or failed, in the order of days."""
    return _events(teller, [e for e in teller.dossier.of(Event) if e.status not in _COMING])


def _events(teller: Teller, events: Iterable[Event]) -> Iterator[Claim]:
    sure = [e for e in events if e.certainty != "possible" and e.same_as is None]
    ordered = together(teller.dossier, sure)
    for same in ordered[:_SHOWN]:
        # That a thing came to nothing is news even where the words have been told as a demand.
        if same[0].status in (*_COMING, "failed", "cancelled") or not all(teller.is_told(e) for e in same):
            yield _event(teller, same)
    if len(ordered) > _SHOWN:
        cited = [c for same in ordered[_SHOWN:] for e in same for c in teller.dossier.cite(e)]
        yield claim(f"The reports tell of {count_words(len(ordered) - _SHOWN, 'more event')}", "reported", cited)


def together(dossier: Dossier, events: Iterable[Event]) -> list[list[Event]]:
    """Return the mentions of each event together: one type, state and day, and the people of one are among those of another."""
    groups: list[tuple[tuple[object, ...], set[str], list[Event]]] = []
    for e in sorted(events, key=lambda e: (e.date is None, e.date or "")):
        key, who = (e.type, e.status, e.date), set(dossier.names(e.participants))
        hit = next((g for g in groups if e.date and g[0] == key and (g[1] <= who or who <= g[1])), None)
        if hit:
            hit[1].update(who)
            hit[2].append(e)
        else:
            groups.append((key, who, [e]))
    return [found for _, _, found in groups]


def _event(teller: Teller, same: list[Event]) -> Claim:
    """One sentence on what several places may tell; who takes part is told where the words do not name them."""
    event = max(same, key=lambda e: max(len(s.text) for s in e.spans))
    cited = [c for e in same for c in teller.dossier.cite(e)]
    words = shown(max(event.spans, key=lambda s: len(s.text)), 26)
    people = [] if len(words.split()) > 4 else list(dict.fromkeys(p for e in same for p in e.participants))
    who = f" involving {teller.who(tuple(people))}" if people else ""
    day = "" if not event.date else f" for {day_words(event.date)}" if event.status in _COMING else f" {on_day(event.date)}"
    what = f"{table('events')[event.type]}{who} {verb(event)}{day}"
    teller.tell(cited)
    text, kind = teller.account(event, what, same)
    return claim(f"{text}: {quoted(words)}", kind, cited)


def verb(event: Event) -> str:
    """Return what became of an event, such as `took place`."""
    told = table("happened")[event.status]
    if event.status == "held":
        return table("held").get(event.type, told)
    return "was under way" if event.status == "under_way" and event.date else told


def tracks(teller: Teller) -> Iterator[Claim]:
    """Yield a sentence for all tracks of one status; a track of which several states are told has them in order."""
    found = [t for t in teller.dossier.of(Track) if t.certainty != "possible" and t.same_as is None]
    for status in dict.fromkeys(t.status for t in found):
        these = list({t.name.lower(): t for t in found if t.status == status}.values())
        cited = [c for t in these for c in teller.dossier.cite(t)]
        names = joined(phrase(t.name, cited) for t in these)
        if status is None:
            text = f"{teller.source(these[0])} names, without saying how it stands, {names} as a line of talks"
            yield claim(text, "reported", cited)
        else:
            many = len(these) > 1
            number = _NUMBERS[len(these)] if len(these) < len(_NUMBERS) else str(len(these))
            clause = f"{number} lines of talks are" if many else "one line of talks is"
            clause += f" {table('tracks')[status]}: {names}"
            yield claim(f"{teller.source(these[0])} has it that {clause}", "reported", cited)
