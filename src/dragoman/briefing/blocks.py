"""What blocks, what would untie it, what can go ahead meanwhile."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.analysis import Analysis, Deadlock, Free, WayOut
from dragoman.assembly import Requirement
from dragoman.briefing.days import day_words
from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import listed, table
from dragoman.model import Citation, Claim, Condition, SentenceKind, Threat

_LISTED, _CONDITIONS, _IN_ONE, _WORDS = 6, 9, 3, 55
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_RESTATED = {1: "its restatement", 2: "both restatements"}
_NUMBERS = "no one two three four five six seven eight nine ten".split()


def deadlocks(teller: Teller, analysis: Analysis) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Yield a heading and sentences for each deadlock."""
    found = in_order(analysis)
    for number, deadlock in enumerate(found, 1):
        name = "What blocked" if deadlock.until else "What blocks"
        yield name if len(found) == 1 else f"{name} ({number} of {len(found)})", tuple(_deadlock(teller, deadlock))


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
    known = list(dict.fromkeys(p for m in deadlock.members for p in m.holders)) or list(deadlock.parties)
    parties = joined(teller.party(p) for p in known)
    between = f" between {parties}" if len(known) > 1 else f" within the terms of {parties}" if parties else ""
    sides = "; ".join(_terms(teller, m) for m in deadlock.members)
    if deadlock.kind == "cycle":
        strength = "deadlock" if deadlock.hard else "deadlock, though a soft one,"
        make = "made" if deadlock.until else "make"
        head = f"Taken together, the stated conditions {make} a {strength}{between}: {sides}"
        follows = "it follows that none of these steps can come first while all the conditions stand"
        if not deadlock.hard and not deadlock.assumes and all(m.strict for m in deadlock.members):
            follows += f"; it is soft, since {_softened(deadlock)}"
    else:
        clash = "contradict each other" if deadlock.hard else "contradict each other softly"
        head = f"Two stated conditions {clash}{between}: {sides}"
        weak = "" if deadlock.hard else f", and that the clash is soft, since {_softened(deadlock)}"
        follows = f"it follows that both cannot be met{weak}"
    if deadlock.until:
        follows += f", which they did until {day_words(deadlock.until)}"
    yield claim(f"{head}; {follows}", "inferred", cited)
    for member in deadlock.members:
        yield _words(teller, member)
    for sentence in deadlock.assumes:
        bare = sentence.removeprefix("It is assumed that ").rstrip(".").removesuffix("; no report says so")
        text = f"This rests on an assumption that no report states: {bare}"
        yield claim(text, "inferred", deadlock.assumed_citations or cited)


def _terms(teller: Teller, member: Requirement) -> str:
    """Whose condition it is and what waits for what."""
    holder = joined(teller.party(p) for p in member.holders) or "the report"
    gated, required = steps(member)
    return table("relations")[member.relation].format(holder=holder, gated=gated, required=required)


def steps(member: Requirement) -> tuple[str, str]:
    """Return what waits and what it waits for, in the shortest of the holder's wordings that reads as a thing."""
    gated = min((c.gated for c in member.conditions), key=clumsiness)
    required = min((c.required for c in member.conditions), key=clumsiness)
    return phrase(gated, member.citations), phrase(required, member.citations)


def clumsiness(words: str) -> tuple[bool, bool, int]:
    """Return how ill words name a step: worst with a verb form of a clause, then as one word alone, then by length."""
    found = words.lower().split()
    return bool(set(found) & listed("clausal")), len(found) < 2, len(words)


def _clearest(member: Requirement) -> Condition:
    """The restatement with a known speaker and the shortest words that hold the order or the refusal themselves."""

    def rank(c: Condition) -> tuple[bool, bool, int]:
        words = " ".join(s.text for s in c.spans)
        whole = bool(set(re.findall(r"[\w’']+", words.lower())) & listed("refusals"))
        return c.statement is None, not whole, len(words)

    return min(member.conditions, key=rank)


def _told(teller: Teller, member: Requirement) -> tuple[Citation, ...]:
    """Mark a condition as told, and return all its words with the connectives that open them."""
    for c in member.conditions:
        teller.told.add(c.id)
    cited = tuple(x for c in member.conditions for x in teller.dossier.cite(c, teller.opened(c)))
    teller.tell(cited)
    return cited


def _words(teller: Teller, member: Requirement) -> Claim:
    """The exact words of a member, with its hedge and how often it is repeated."""
    condition = _clearest(member)
    subject, kind = teller.voice(condition, condition.holder)
    cited = _told(teller, member)
    again = len(member.conditions) - 1
    tail = f"; the same is repeated {_times(again)}" if again else ""
    verb = "set this condition" if " said that " in subject else "said"
    holder = joined(teller.party(p) for p in member.holders)
    worded = f"{teller.source(condition)} words {f'the condition of {holder}' if holder else 'it'} so"
    said = f"{subject} {verb}" if kind == "said" else worded
    return claim(f"{said}: {_quotation(teller, condition)}{_hedge(condition)}{tail}", kind, cited)


def _quotation(teller: Teller, condition: Condition) -> str:
    return " … ".join(quoted(shown(s)) for s in teller.opened(condition))


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number} times"


def _hedge(condition: Condition) -> str:
    if condition.strict:
        return ""
    for span in condition.spans:
        for word in re.findall(r"\w+", shown(span)):
            if word.lower() in listed("hedges"):
                return f", hedged with {quoted(word)}"
    words = re.findall(r"\w+", condition.spans[0].text.lower())
    purpose = any(a == "to" and b in listed("purposes") for a, b in pairwise(words))
    return " (a purpose, not a strict condition)" if purpose else " (less than a strict condition)"


def ways_out(teller: Teller, analysis: Analysis) -> Iterator[Claim]:
    """Yield the smallest ways out, those of one knot together, then what can go ahead meanwhile."""
    knots: dict[tuple[str, ...], list[WayOut]] = defaultdict(list)
    for way in analysis.ways_out:
        knots[way.unties].append(way)
    for unties, ways in knots.items():
        alone = [w for w in ways if len(w.by) == 1]
        if alone:
            yield _alone(teller, alone, _untied(unties, in_order(analysis)))
        for way in ways:
            if way not in alone:
                yield _jointly(teller, way, _untied(unties, in_order(analysis)))
        if not alone:
            cited = [c for w in ways for r in w.drop for c in r.citations]
            yield claim("It follows that no side can untie it alone", "inferred", cited)
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


def _given_up(way: WayOut) -> str:
    again = sum(len(r.conditions) - 1 for r in way.drop)
    stands = joined(_stand(r) for r in way.drop)
    if not again:
        return stands
    return f"{stands} (with {_RESTATED.get(again) or f'all {again} restatements'})"


def _stand(requirement: Requirement) -> str:
    gated, required = steps(requirement)
    if requirement.relation == "not_required":
        return f"the stand that {gated} need not wait for {required}"
    return f"the condition that {gated} wait for {required}"


def _untied(unties: tuple[str, ...], deadlocks: tuple[Deadlock, ...]) -> str:
    if len(deadlocks) == 1:
        return "this"
    numbers = [_ORDINALS[n] if n < len(_ORDINALS) else f"{n + 1}th" for n, d in enumerate(deadlocks) if d.id in unties]
    return f"the {joined(numbers)} of these"


def _meanwhile(free: Sequence[Free]) -> Iterator[Claim]:
    clear = [f for f in free if not set(re.findall(r"\w+", f.what.lower())) <= listed("pronouns")]
    if clear:
        names = list(dict.fromkeys(phrase(f.what, f.citations) for f in clear[:_LISTED]))
        names += [f"{len(clear) - _LISTED} more"] if len(clear) > _LISTED else []
        cited = [c for f in clear[:_LISTED] for c in f.citations]
        these = "this" if len(names) == 1 else "these"
        text = f"It follows, too, that {these} can go ahead meanwhile, since nothing stuck stands in the way: {joined(names)}"
        yield claim(text, "inferred", cited)


def other_conditions(teller: Teller) -> Iterator[Claim]:
    """Yield the conditions that stand outside every deadlock, those of one voice together, restatements once."""
    sure = [r for r in teller.dossier.requirements if r.certainty != "possible"]
    open_ = [r for r in sure if not any(c.id in teller.told for c in r.conditions) and not _is_threat(teller, r)]
    voices: dict[tuple[object, ...], list[Requirement]] = defaultdict(list)
    for member in open_[:_CONDITIONS]:
        condition = _clearest(member)
        if all(teller.is_told(c) for c in member.conditions):
            continue
        _told(teller, member)
        said = teller.statement(condition)
        holders = tuple(teller.dossier.names(condition.holder))
        speaker = teller.dossier.names(said.speaker) if said else condition.document
        voices[holders, speaker, condition.relation == "not_required"].append(member)
    for members in voices.values():
        for some in _portions(members):
            yield _set(teller, some)


def _portions(members: Sequence[Requirement]) -> Iterator[list[Requirement]]:
    """Split what one voice sets into sentences of a readable length."""
    some: list[Requirement] = []
    for member in members:
        words = sum(len(s.text.split()) for m in (*some, member) for s in _clearest(m).spans)
        if some and (len(some) == _IN_ONE or words > _WORDS):
            yield some
            some = []
        some.append(member)
    yield some


def _is_threat(teller: Teller, requirement: Requirement) -> bool:
    """Whether the words are told as a threat, which says more."""
    threats = [t for t in teller.dossier.of(Threat) if t.certainty != "possible" and t.actor and requirement.relation == "unless"]
    return any(
        c.document == t.document and any(a.overlaps(b) for a in c.spans for b in t.spans)
        for c in requirement.conditions for t in threats
    )  # fmt: skip


def _set(teller: Teller, members: Sequence[Requirement]) -> Claim:
    """One sentence on what one voice sets, or waives, in its exact words."""
    condition = _clearest(members[0])
    subject, kind = teller.voice(condition, condition.holder)
    cited = [c for m in members for c in _told(teller, m)]
    words = [_quotation(teller, c) + _hedge(c) for c in map(_clearest, members)]
    one = len(words) == 1
    if condition.relation == "not_required":
        own = kind == "said" and " said that " not in subject
        act = "said that one thing need not wait for another" if own else "set no condition"
    else:
        act = "set a condition" if one else f"set {_NUMBERS[len(words)]} conditions"
    return claim(f"{_opening(teller, condition, subject, kind, act, one)}: {joined_words(words)}", kind, cited)


def _opening(teller: Teller, condition: Condition, subject: str, kind: SentenceKind, act: str, one: bool) -> str:
    if not subject or kind == "said":
        teller.interrupted(condition)
    if not subject:
        what, whose = ("a condition", "it is") if one else ("conditions", "they are")
        return f"{teller.source(condition)} tells of {what} without saying whose {whose}"
    return f"{subject} {act}" if kind == "said" else teller.attributed(condition, f"{subject} {act}")


def joined_words(words: Sequence[str]) -> str:
    """Return quotations as English lists them, semicolons between whole clauses."""
    return words[0] if len(words) == 1 else "; ".join(words[:-1]) + f"; and {words[-1]}"
