"""What blocks, what would untie it, what can go ahead meanwhile."""

import re
from collections.abc import Iterable, Iterator

from dragoman.analysis import Analysis, Deadlock, WayOut
from dragoman.assembly import Requirement
from dragoman.briefing.quoting import first_capital, phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import listed, table
from dragoman.model import Claim, Condition, Position

_LISTED = 6
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


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
        follows = "it follows that none of these steps can come first while these conditions all stand"
    else:
        head = f"Taken together, two stated conditions contradict each other{between}: {sides}"
        follows = "it follows that both cannot be met"
        if not deadlock.hard:
            follows += ", though the clash is soft, since one of them is hedged or only a stated purpose"
    yield claim(f"{head}; {follows}", "inferred", cited)
    for member in deadlock.members:
        yield from _words(teller, member)
    for sentence in deadlock.assumes:
        text = f"This rests on an assumption that the report does not state: {sentence}"
        yield claim(text, "inferred", deadlock.assumed_citations or cited)


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
    relayed = subject.endswith(" has it,")
    said = f"{subject} set this condition" if relayed else f"{subject} said"
    verb = said if kind == "said" else f"{first_capital(teller.source(condition))} words it so"
    again = len(member.conditions) - 1
    tail = f"; the same is repeated {_times(again)}" if again else ""
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


def ways_out(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield a sentence for each smallest way out, then what can go ahead meanwhile."""
    for way in analysis.ways_out:
        yield _way(teller, way, analysis.deadlocks)
    free = analysis.untouched
    if free and analysis.deadlocks:
        cited = [c for f in free[:_LISTED] for c in f.citations]
        names = joined(phrase(f.what, f.citations) for f in free[:_LISTED])
        more = f", and {len(free) - _LISTED} more" if len(free) > _LISTED else ""
        yield claim(
            f"It follows that {names}{more} can go ahead meanwhile, since nothing stuck stands in the way", "inferred", cited
        )


def _way(teller: Teller, way: WayOut, deadlocks: tuple[Deadlock, ...]) -> Claim:
    """Whose conditions go, by name of what waits and for what, and whether one side can do it alone."""
    who = joined(teller.party(p) for p in way.by) or "Whoever set it"
    alone = " alone" if len(way.by) == 1 else " together" if way.by else ""
    what = joined(_given_up(r) for r in way.drop)
    again = sum(len(r.conditions) for r in way.drop) - len(way.drop)
    restated = f", {'its restatement' if again == 1 else f'all {again} restatements'} included" if again else ""
    untied = _untied(way, deadlocks)
    cited = (c for r in way.drop for c in r.citations)
    return claim(f"{who}{alone} could untie {untied} by giving up {what}{restated}", "inferred", cited)


def _given_up(requirement: Requirement) -> str:
    first, cited = _clearest(requirement), requirement.citations
    gated, required = phrase(first.gated, cited), phrase(first.required, cited)
    if requirement.relation == "not_required":
        return f"the stand that {gated} need not wait for {required}"
    return f"the condition that {gated} wait for {required}"


def _untied(way: WayOut, deadlocks: tuple[Deadlock, ...]) -> str:
    if len(deadlocks) == 1:
        return "this"
    numbers = [_ORDINALS[n] if n < len(_ORDINALS) else f"{n + 1}th" for n, d in enumerate(deadlocks) if d.id in way.unties]
    return f"the {joined(numbers)}"


def other_conditions(teller: Teller) -> Iterator[Claim]:
    """Yield the conditions that stand outside every deadlock, one sentence each, restatements once."""
    sure = [r for r in teller.dossier.requirements if r.certainty != "possible"]
    open_ = [r for r in sure if not any(c.id in teller.told for c in r.conditions)]
    for member in open_[:8]:
        condition = _clearest(member)
        teller.told.update(c.id for c in member.conditions)
        subject, kind = teller.voice(condition, condition.holder)
        words = " … ".join(quoted(shown(s)) for s in condition.spans)
        act = "set no condition" if condition.relation == "not_required" else "set a condition"
        by = f", according to {teller.source(condition)}" if kind == "reported" else ""
        nobody = f"{teller.source(condition)} gives a condition without saying who sets it"
        opening = f"{subject} {act}{by}" if subject else nobody
        yield claim(f"{opening}: {words}{_hedge(condition)}", kind, member.citations)


def deadlocked_positions(teller: Teller, positions: Iterable[Position]) -> None:
    """Mark as told the positions whose words a deadlock has already told."""
    ids = teller.told
    told = [c for c in teller.dossier.of(Condition) if c.id in ids]
    spans = [(c.document, s) for c in told for s in c.spans]
    for p in positions:
        if any(p.document == d and any(s.overlaps(w) for w in p.spans) for d, s in spans):
            ids.add(p.id)
