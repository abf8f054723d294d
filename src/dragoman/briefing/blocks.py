"""What blocks, what would untie it, what can go ahead meanwhile."""

import re
from collections.abc import Iterable, Iterator

from dragoman.analysis import Analysis, Deadlock, WayOut
from dragoman.assembly import Requirement
from dragoman.briefing.days import count_words
from dragoman.briefing.quoting import first_capital, phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import listed, table
from dragoman.model import Claim, Condition, Position

_LISTED = 6


def deadlocks(teller: Teller, analysis: Analysis) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Yield a heading and sentences for each deadlock."""
    for number, deadlock in enumerate(analysis.deadlocks, 1):
        name = "What blocks" if len(analysis.deadlocks) == 1 else f"What blocks ({number} of {len(analysis.deadlocks)})"
        yield name, tuple(_deadlock(teller, deadlock))


def _deadlock(teller: Teller, deadlock: Deadlock) -> Iterator[Claim]:
    cited = [c for m in deadlock.members for c in m.citations]
    parties = joined(teller.party(p) for p in deadlock.parties)
    strength = "deadlock" if deadlock.hard else "soft deadlock"
    between = f" between {parties}" if len(deadlock.parties) > 1 else f" within the terms of {parties}" if parties else ""
    sides = "; ".join(_terms(teller, m) for m in deadlock.members)
    if deadlock.kind == "cycle":
        head = f"Taken together, the stated conditions make a {strength}{between}: {sides}"
        follows = "It follows that none of these steps can come first while all of these conditions stand"
    else:
        head = f"Taken together, two stated conditions contradict each other{between}: {sides}"
        follows = "It follows that both cannot be met"
        if not deadlock.hard:
            follows += ", though the clash is soft, since one of them is hedged or only a stated purpose"
    yield claim(head, "inferred", cited)
    for member in deadlock.members:
        yield from _words(teller, member)
    for sentence in deadlock.assumes:
        yield claim(f"This rests on an assumption, which nobody states: {_lower(sentence)}", "inferred", deadlock.assumed_citations or cited)
    yield claim(follows, "inferred", cited)


def _terms(teller: Teller, member: Requirement) -> str:
    """Whose condition it is and what waits for what."""
    holder = joined(teller.party(p) for p in member.holders) or "the report"
    first = _clearest(member)
    cited = member.citations
    return table("relations")[member.relation].format(
        holder=holder, gated=phrase(first.gated, cited), required=phrase(first.required, cited)
    )


def _clearest(member: Requirement) -> Condition:
    """The restatement with a known speaker and the shortest words."""
    return min(member.conditions, key=lambda c: (c.statement is None, sum(len(s.text) for s in c.spans)))


def _words(teller: Teller, member: Requirement) -> Iterator[Claim]:
    """The exact words of a member, with its hedge and how often it is repeated."""
    condition = _clearest(member)
    teller.told.update(c.id for c in member.conditions)
    subject, kind = teller.voice(condition, condition.holder)
    words = " … ".join(quoted(shown(s)) for s in condition.spans)
    verb = f"{subject} put it so" if kind == "said" else f"{first_capital(teller.source(condition))} words it so"
    again = len(member.conditions) - 1
    tail = f", and {'says' if kind == 'said' else 'reports'} so {_times(again)} more" if again else ""
    yield claim(f"{verb}: {words}{_hedge(condition)}{tail}", kind, member.citations)


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number} times"


def _hedge(condition: Condition) -> str:
    if condition.strict:
        return ""
    for span in condition.spans:
        for word in re.findall(r"\w+", shown(span)):
            if word.lower() in listed("hedges"):
                return f", hedged with {quoted(word)}"
    return ", which is less than a strict condition"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if not sentence[:2].isupper() and sentence.split(" ")[0] in ("That", "The", "A", "An", "It") else sentence


def ways_out(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield a sentence for each smallest way out, then what can go ahead meanwhile."""
    total = len(analysis.deadlocks)
    for number, way in enumerate(analysis.ways_out):
        yield _way(teller, way, total, "One way out" if number == 0 else "Another")
    free = analysis.untouched
    if free:
        cited = [c for f in free[:_LISTED] for c in f.citations]
        names = joined(phrase(f.what, f.citations) for f in free[:_LISTED])
        more = f", and {len(free) - _LISTED} more" if len(free) > _LISTED else ""
        names = names + more
        yield claim(f"Nothing that is stuck stands in the way of {names}: it follows that this can go ahead meanwhile", "inferred", cited)


def _way(teller: Teller, way: WayOut, total: int, opening: str) -> Claim:
    dropped = joined(f"that {_terms(teller, r)}" for r in way.drop)
    alone = (
        f"{teller.party(way.by[0])} alone could untie it"
        if len(way.by) == 1
        else f"it needs {joined(teller.party(p) for p in way.by)} together"
        if way.by
        else "the holder is not named"
    )
    unties = "" if total < 2 else f", which unties {'all' if len(way.unties) == total else count_words(len(way.unties), 'deadlock')} of them" if len(way.unties) == total else f", which unties {len(way.unties)} of the {total}"
    again = sum(len(r.conditions) for r in way.drop) - len(way.drop)
    restated = f" with {'its restatement' if again == 1 else 'all its restatements'}" if again else ""
    noun = "the condition" if len(way.drop) == 1 else "the conditions"
    return claim(
        f"{opening} would be to drop {noun} {dropped}{restated}{unties}: {alone}",
        "inferred",
        (c for r in way.drop for c in r.citations),
    )


def other_conditions(teller: Teller) -> Iterator[Claim]:
    """Yield the conditions that stand outside every deadlock, one sentence each, restatements once."""
    open_ = [r for r in teller.dossier.requirements if r.certainty != "possible" and not any(c.id in teller.told for c in r.conditions)]
    for member in open_[:8]:
        condition = _clearest(member)
        teller.told.update(c.id for c in member.conditions)
        subject, kind = teller.voice(condition, condition.holder)
        words = " … ".join(quoted(shown(s)) for s in condition.spans)
        opening = f"{subject} set a condition" if subject else f"{teller.source(condition)} states a condition"
        if kind == "reported" and subject:
            opening = f"{subject}, {teller.source(condition)} says, set a condition"
        yield claim(f"{opening}: {words}{_hedge(condition)}", kind, member.citations)


def deadlocked_positions(teller: Teller, positions: Iterable[Position]) -> None:
    """Mark as told the positions whose words a deadlock has already told."""
    ids = teller.told
    spans = [(c.document, s) for i in sorted(ids) if isinstance(c := teller.dossier.finding.get(i), Condition) for s in c.spans]
    for p in positions:
        if any(p.document == d and any(s.overlaps(w) for w in p.spans) for d, s in spans):
            ids.add(p.id)
