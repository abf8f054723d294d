"""What blocks, what would untie it, what can go ahead meanwhile."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.analysis import Analysis, Deadlock, Free, Late, WayOut
from dragoman.assembly import Requirement, independent, retold
from dragoman.briefing.counting import overrun, reasons
from dragoman.briefing.days import count_words, day_words
from dragoman.briefing.hinging import at_once, hinging
from dragoman.briefing.naming import joined
from dragoman.briefing.quoting import phrase, quoted
from dragoman.briefing.retelling import Tale, tale
from dragoman.briefing.running import told
from dragoman.briefing.step_names import hedge_word, steps, terms
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.vocabulary import listed, table
from dragoman.briefing.wording import is_outcome, is_thing, worded
from dragoman.model import Citation, Claim, Condition, Threat

_LISTED, _CONDITIONS = 6, 10
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_EACH_WAITS = "each step waits for another"
_TIED = "two steps are to come at one moment only, and one of them only after another"
_RESTATED = {1: "its restatement", 2: "both restatements"}


def deadlocks(teller: Teller, analysis: Analysis) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Yield a heading and sentences for each deadlock."""
    found = in_order(analysis)
    for number, deadlock in enumerate(found, 1):
        name = "What blocked" if deadlock.until else "What blocks"
        heading = name if len(found) == 1 else f"{name} ({number} of {len(found)})"
        yield heading, (*_deadlock(teller, deadlock), *hinging(analysis, deadlock))
    for own in analysis.alone:
        yield "What is stuck within one side", tuple(_alone_stuck(teller, own))
    short = [overrun(teller.dossier, late) for late in analysis.overrun]
    yield "What cannot be in time", tuple(claim(text, "inferred", cited) for text, cited in short)


def in_order(analysis: Analysis) -> tuple[Deadlock, ...]:
    """Return the deadlocks that stand, then those that have ended."""
    return tuple(sorted(analysis.deadlocks, key=lambda d: d.until is not None))


def _softened(deadlock: Deadlock) -> str:
    """Why a clash is soft, as a clause."""
    if not all(m.strict for m in deadlock.members):
        return "one is hedged or only a stated purpose"
    return "not every reading of them is sure"


def _deadlock(teller: Teller, deadlock: Deadlock) -> Iterator[Claim]:
    cited = [c for m in deadlock.members for c in m.citations]
    cited += deadlock.late.deadline.citations if deadlock.late and deadlock.late.deadline else ()
    cited += [c for _, told in reasons(teller.dossier, deadlock) for c in told]
    known = list(dict.fromkeys(p for m in deadlock.members for p in m.holders)) or list(deadlock.parties)
    parties = joined(teller.party(p) for p in known)
    between = f" between {parties}" if len(known) > 1 else f" within the terms of {parties}" if parties else ""
    yield claim(_knot(teller, deadlock, between), "inferred", cited)
    yield from _words(teller, deadlock.members)
    yield from _assumed(deadlock, cited)


def _alone_stuck(teller: Teller, own: Deadlock) -> Iterator[Claim]:
    """That the conditions of one side wait for one another: no deadlock between sides, yet nothing of it can come."""
    cited = [c for m in own.members for c in m.citations]
    whose = joined(teller.party(p) for p in own.parties)
    name = f"conditions of {whose}" if whose else "conditions of nobody who is named"
    soft = "" if own.hard else " by a reading that is not sure or not strict"
    text = f"Taken together, {name} wait for one another{soft}; it follows that none of these steps can come first while all of "
    yield claim(f"{text}them stand, whatever any other side does", "inferred", cited)
    yield from _words(teller, own.members)
    yield from _assumed(own, cited)


def _assumed(deadlock: Deadlock, cited: Sequence[Citation]) -> Iterator[Claim]:
    """What is assumed for a deadlock, a sentence each."""
    for sentence in deadlock.assumes:
        bare = sentence.removeprefix("It is assumed that ").rstrip(".").removesuffix("; no report says so")
        text = f"This rests on an assumption that no report states: {bare}"
        yield claim(text, "inferred", deadlock.assumed_citations or cited)


def _knot(teller: Teller, deadlock: Deadlock, between: str) -> str:
    """What makes the deadlock or the clash, with the steps where their wordings name things, and what follows."""
    terms = _terms(teller, deadlock)
    if deadlock.late:
        return _too_late(teller, deadlock, deadlock.late, between)
    if deadlock.kind == "cycle":
        strength = "deadlock" if deadlock.hard else "deadlock, though a soft one,"
        make = "made" if deadlock.until else "make"
        head = f"Taken together, the stated conditions {make} a {strength}{between}"
        tied = any(m.relation == "together" for m in deadlock.members)
        head += f": {terms or (_TIED if tied else _EACH_WAITS)}"
        follows = f"it follows that none of these steps can come{'' if tied else ' first'} while all the conditions stand"
        if not deadlock.hard and not deadlock.assumes and all(m.strict for m in deadlock.members):
            follows += f"; it is soft, since {_softened(deadlock)}"
    else:
        clash = "contradict each other" if deadlock.hard else "contradict each other softly"
        head = f"Two stated conditions {clash}{between}: {terms or _clash(teller, deadlock)}"
        weak = "" if deadlock.hard else f", and that the clash is soft, since {_softened(deadlock)}"
        follows = f"it follows that both cannot be met{weak}"
    ended = f", which they did until {day_words(deadlock.until)}" if deadlock.until else ""
    return f"{head}; {follows}{ended}"


def _too_late(teller: Teller, deadlock: Deadlock, late: Late, between: str) -> str:
    """Which step cannot come by its day, and when it could come at the soonest, or could have while that was so."""
    terms = _terms(teller, deadlock)
    step = phrase(teller.dossier.step[late.step].name, [c for m in deadlock.members for c in m.citations])
    when = f" until {day_words(deadlock.until)}" if deadlock.until else ""
    leave = f"{'left' if deadlock.until else 'leave'} too little time{between}{when}"
    over, have = ("been over" if deadlock.until else "be over") if late.takes else "come", "have " if deadlock.until else ""
    come = f"could {have}{over}"
    gaps = [f"at least {count_words(m.days, 'day')} must lie between" for m in deadlock.members if m.days and not terms]
    counted = [terms, *gaps, *(clause for clause, _ in reasons(teller.dossier, deadlock))]
    why = "; ".join(c for c in counted if c)
    head = f"Taken together, the stated conditions {leave}{f': {why}' if why else ''}"
    return f"{head}; it follows that {step}, due by {day_words(late.due)}, {come} on {day_words(late.soonest)} at the soonest"


def _clash(teller: Teller, deadlock: Deadlock) -> str:
    """Who would have a step wait and who would not, where the step is not worded as a thing."""
    asked = [p for m in deadlock.members if m.relation != "not_required" for p in m.holders]
    waived = [p for m in deadlock.members if m.relation == "not_required" for p in m.holders]
    one, other = (joined(teller.party(p) for p in dict.fromkeys(ps)) for ps in (asked, waived))
    needed = next((steps(m)[1] for m in deadlock.members if m.relation != "not_required" and is_outcome(steps(m)[1])), "another")
    return f"{one or 'one side'} makes one step wait for {needed}, {other or 'the other'} would not have it wait"


def _terms(teller: Teller, deadlock: Deadlock) -> str:
    """Whose conditions they are and what waits for what; empty where a step is not worded as a thing."""
    told = [terms(m, deadlock) for m in deadlock.members]
    if not all(is_outcome(required) for _, required in told):
        return ""
    if not all(is_thing(gated) for gated, _ in told):
        return _moves(teller, deadlock)
    sides = []
    for m in deadlock.members:
        holder = joined(teller.party(p) for p in m.holders) or "the report"
        gated, required = terms(m, deadlock)
        gap = f", {count_words(m.days, 'day')} later at the soonest" if m.days and deadlock.late else ""
        sides.append(table("relations")[m.relation].format(holder=holder, gated=gated, required=required) + gap)
    return "; ".join(sides)


def _moves(teller: Teller, deadlock: Deadlock) -> str:
    """Who moves only after what, where the steps that wait are worded as no thing."""
    if not all(m.relation == "only_after" and m.holders for m in deadlock.members):
        return ""
    sides = [(joined(teller.party(p) for p in m.holders), steps(m)[1]) for m in deadlock.members]
    return "; ".join(f"{holder} would move only after {required}" for holder, required in sides)


def _clearest(teller: Teller, member: Requirement) -> Condition:
    """The restatement with a known speaker and the shortest words that hold the order or the refusal themselves."""

    def rank(c: Condition) -> tuple[bool, bool, bool, int]:
        words = " ".join(s.text for s in c.spans)
        whole = bool(set(re.findall(r"[\w’']+", words.lower())) & listed("refusals"))
        return c.statement is None, not whole, worded(words).shape == "fragment", len(words)

    fresh = [c for c in member.conditions if not teller.is_told(c)]
    return min(fresh or member.conditions, key=rank)


def _told(teller: Teller, member: Requirement) -> tuple[Citation, ...]:
    """Mark a condition as told, and return all its words with the connectives that open them."""
    for c in member.conditions:
        teller.told.add(c.id)
    cited = tuple(x for c in member.conditions for x in teller.dossier.cite(c, teller.opened(c)))
    teller.tell(cited)
    return cited


def _words(teller: Teller, members: Sequence[Requirement]) -> Iterator[Claim]:
    """The exact words of each member, with its hedge and how often it is repeated; once, where two deadlocks share it."""
    for member in members:
        if member.id in teller.worded:
            continue
        teller.worded.add(member.id)
        condition = _clearest(teller, member)
        again, heard = len(tuple(retold(teller.dossier, member))) - 1, independent(teller.dossier, member)
        tail = f"; the same is repeated {_times(again)}" if again else ""
        tail += f", {heard} independent origins in all" if again and heard > 1 else ""
        said = _tale(teller, member, condition, f"{_hedge(condition)}{tail}")
        yield from told(teller, [replace(said, cited=(*said.cited, *_told(teller, member)))])


def _tale(teller: Teller, member: Requirement, condition: Condition, tail: str = "") -> Tale:
    """A condition in its exact words, by whoever states it."""
    label = "set no condition" if member.relation == "not_required" else "set a condition"
    return tale(teller, condition, condition.holder, label, tail)


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number} times"


def _hedge(condition: Condition) -> str:
    if condition.strict:
        return ""
    if word := hedge_word(condition):
        return f", hedged with {quoted(word)}"
    words = re.findall(r"\w+", condition.spans[0].text.lower())
    if condition.relation == "if":
        return ""  # "could" says as much
    purpose = any(a == "to" and b in listed("purposes") for a, b in pairwise(words))
    return " (a purpose, not a strict condition)" if purpose else " (less than a strict condition)"


def ways_out(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield the smallest ways out, those of one knot together, then what can go ahead meanwhile."""
    knots: dict[tuple[str, ...], list[WayOut]] = defaultdict(list)
    for way in analysis.ways_out:
        knots[way.unties].append(way)
    for unties, ways in knots.items():
        alone = [w for w in ways if len(w.by) == 1 and w.drop]
        if alone:
            yield _alone(teller, alone, _untied(unties, in_order(analysis)))
        for way in ways:
            if way.extend:
                yield _extended(teller, way, _untied(unties, in_order(analysis)), analysis)
            elif way not in alone:
                yield _jointly(teller, way, _untied(unties, in_order(analysis)))
        cited = [c for w in ways for r in w.drop for c in r.citations]
        if not alone and cited:  # else only the day can be moved, which has been told
            yield claim("It follows that no side can untie it alone", "inferred", cited)
    for found in analysis.at_once:
        if sentence := at_once(teller, found, _untied(found.unties, in_order(analysis))):
            yield sentence
    if analysis.deadlocks:
        yield from _meanwhile(analysis.untouched)


def _alone(teller: Teller, ways: Sequence[WayOut], untied: str) -> Claim:
    """The sides that can each untie a knot alone, and what each would give up."""
    cited = [c for w in ways for r in w.drop for c in r.citations]
    parts = [f"{teller.party(w.by[0])} by giving up {_given_up(w)}" for w in ways]
    if len(parts) == 1:
        return claim(f"It follows that one side alone could untie {untied}: {parts[0]}", "inferred", cited)
    either = "either side" if len({w.by for w in ways}) == 2 and len(parts) == 2 else "one side"
    return claim(f"It follows that {either} alone could untie {untied}: {', or '.join(parts)}", "inferred", cited)


def _jointly(teller: Teller, way: WayOut, untied: str) -> Claim:
    who = joined(teller.party(p) for p in way.by) or "whoever set it"
    together = " together" if len(way.by) > 1 else ""
    cited = [c for r in way.drop for c in r.citations]
    return claim(f"It follows that {who}{together} could untie {untied} by giving up {_given_up(way)}", "inferred", cited)


def _extended(teller: Teller, way: WayOut, untied: str, analysis: Analysis) -> Claim:
    found = next(d for d in analysis.deadlocks if d.id in way.unties)
    cited = [*(found.late.deadline.citations if found.late and found.late.deadline else ()), *found.members[0].citations]
    counting = bool(found.late and found.late.counted != found.late.soonest)
    cited += [c for r in found.late.chain for c in r.citations] if found.late and counting else []
    who = joined(teller.party(p) for p in way.by) or "whoever set it"
    text = f"It follows, too, that {untied} would be untied if {who} moved the deadline to {day_words(way.extend or '')} or later"
    text += ", counting what else must come first" if counting else ""
    return claim(text, "inferred", cited)


def _given_up(way: WayOut) -> str:
    again = sum(len(r.conditions) - 1 for r in way.drop)
    stands = joined(_stand(r) for r in way.drop)
    if not again:
        return stands
    return f"{stands} (with {_RESTATED.get(again) or f'all {again} restatements'})"


def _stand(requirement: Requirement) -> str:
    gated, required = steps(requirement)
    if requirement.relation == "not_required":
        clear = is_thing(gated) and is_thing(required)
        return f"the stand that {gated} need not wait for {required}" if clear else "its refusal to have one step wait"
    clear = is_thing(gated) and is_outcome(required)
    if requirement.relation == "together":
        return f"the condition that {gated} come only together with {required}" if clear else "its condition"
    if requirement.relation == "until":
        return f"the condition that {gated} go on until {required}" if clear else "its condition"
    return f"the condition that {gated} come only after {required}" if clear else "its condition"


def _untied(unties: tuple[str, ...], deadlocks: tuple[Deadlock, ...]) -> str:
    if len(deadlocks) == 1:
        return "this"
    numbers = [_ORDINALS[n] if n < len(_ORDINALS) else f"{n + 1}th" for n, d in enumerate(deadlocks) if d.id in unties]
    return f"the {joined(numbers)} of these"


def _meanwhile(free: Sequence[Free]) -> Iterator[Claim]:
    """What can go ahead, as far as its wordings name things."""
    settled = [f for f in free if f.settled]
    if settled:
        told = joined(f"{quoted(_settled(f))} ({f.of})" if f.of else quoted(_settled(f)) for f in settled[:_LISTED])
        cited = [c for f in settled[:_LISTED] for c in f.citations]
        yield claim(f"It follows, too, that what was settled can go ahead whatever is stuck: {told}", "inferred", cited)
    found = {phrase(f.what, f.citations): f for f in free if f not in settled}
    clear = [(name, f) for name, f in ((_with_article(n), f) for n, f in found.items()) if name]
    clear = [(name, f) for name, f in clear if any(m in name for m in '"“')] or clear  # the report's words before the coder's
    if clear:
        names = [name for name, _ in clear[:_LISTED]]
        names += [f"{len(clear) - _LISTED} more"] if len(clear) > _LISTED else []
        cited = [c for _, f in clear[:_LISTED] for c in f.citations]
        text = f"It follows, too, that nothing stuck stands in the way of {joined(names)}"
        yield claim(text, "inferred", cited)


def _settled(free: Free) -> str:
    """What was settled, in the report's words: the deed alone where they hold it, else the whole passage."""
    words = (" ".join(c.quote.split()) for c in free.citations)
    whole = next(words, free.what)
    told = is_thing(free.what) or re.search(r"\b(?:will|would|shall) \w", free.what)
    return free.what if told and free.what in whole else whole


def _with_article(name: str) -> str:
    """A thing with the article that a name such as "exchange of prisoners" wants; empty where the words name none."""
    if is_thing(name):
        return name
    bare = re.match(r"[\"“]?([a-z]+) of ", name)
    return f"the {name}" if bare and not bare.group(1).endswith(("ing", "ed")) else ""


def other_conditions(teller: Teller) -> Iterator[Claim]:
    """Yield the conditions that stand outside every deadlock, those of one holder together, restatements once."""
    sure = [r for r in teller.dossier.requirements if r.certainty != "possible"]
    open_ = [r for r in sure if not any(c.id in teller.told for c in r.conditions) and not _is_threat(teller, r)]
    order = list(dict.fromkeys(r.holders for r in open_))
    ordered = sorted(open_, key=lambda r: order.index(r.holders))
    yield from told(teller, _tales(teller, ordered[:_CONDITIONS]))
    if ordered[_CONDITIONS:]:
        cited = [c for r in ordered[_CONDITIONS:] for c in _told(teller, r)]
        further = count_words(len(ordered) - _CONDITIONS, "further condition")
        yield claim(f"The reports tell of {further}", "reported", cited)


def _tales(teller: Teller, found: Iterable[Requirement]) -> Iterator[Tale]:
    for member in found:
        condition = _clearest(teller, member)
        if not all(teller.is_told(c) for c in member.conditions):
            said = _tale(teller, member, condition, _hedge(condition))
            yield replace(said, cited=(*said.cited, *_told(teller, member)), others=_elsewhere(condition, member))


def _elsewhere(condition: Condition, member: Requirement) -> tuple[Condition, ...]:
    return tuple(c for c in member.conditions if c.document != condition.document)


def _is_threat(teller: Teller, requirement: Requirement) -> bool:
    """Whether the words are told as a threat, which says more."""
    if requirement.relation != "unless":
        return False
    threats = [t for t in teller.dossier.of(Threat) if t.certainty != "possible" and t.actor]
    return any(
        c.document == t.document and any(a.overlaps(b) for a in c.spans for b in t.spans)
        for c in requirement.conditions for t in threats
    )  # fmt: skip
