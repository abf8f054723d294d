"""What happened, what is to come, and the lines of talks."""

from collections.abc import Iterable, Iterator

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
    groups: dict[tuple[object, ...], list[Event]] = {}
    for e in sorted(sure, key=lambda e: (e.date is None, e.date or "")):
        who = frozenset(teller.dossier.names(e.participants))
        groups.setdefault((e.type, e.status, e.date, who) if e.date else (e.id,), []).append(e)
    ordered = list(groups.values())
    for same in ordered[:_SHOWN]:
        yield _event(teller, same)
    if len(ordered) > _SHOWN:
        cited = [c for same in ordered[_SHOWN:] for e in same for c in teller.dossier.cite(e)]
        yield claim(f"The reports tell of {count_words(len(ordered) - _SHOWN, 'more event')}", "reported", cited)


def _event(teller: Teller, same: list[Event]) -> Claim:
    """One sentence on what several places may tell."""
    event = same[0]
    cited = [c for e in same for c in teller.dossier.cite(e)]
    people = teller.who(event.participants)
    who = f" involving {people}" if people else ""
    words = quoted(shown(max(event.spans, key=lambda s: len(s.text)), 26))
    what = f"{table('events')[event.type]}{who} {table('reported')[event.status]}"
    if event.date and event.status in _COMING:
        what += f" for {day_words(event.date)}"
    elif event.date:
        what += f" {on_day(event.date)}"
    return claim(f"{what}: {words}", "reported", cited)


def tracks(teller: Teller) -> Iterator[Claim]:
    """Yield a sentence for all tracks of one status."""
    found = [t for t in teller.dossier.of(Track) if t.certainty != "possible" and t.same_as is None]
    for status in dict.fromkeys(t.status for t in found):
        these = list({t.name.lower(): t for t in found if t.status == status}.values())
        cited = [c for t in these for c in teller.dossier.cite(t)]
        names = joined(phrase(t.name, cited) for t in these)
        if status is None:
            yield claim(
                f"{teller.source(these[0])} names as lines of talks {names}, without saying how they stand", "reported", cited
            )
            continue
        many = len(these) > 1
        lines = f"{_NUMBERS[len(these)] if len(these) < len(_NUMBERS) else len(these)} lines" if many else "one line"
        verb = f"{'are' if many else 'is'} reported as {table('tracks')[status]}"
        yield claim(f"{lines} of talks, {names}, {verb}", "reported", cited)
