"""What waits for what: the conditions of all reports, restatements together, with the steps they name."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.assembly.delays import days_taken, least_days
from dragoman.assembly.dossier import Assumption, Party, Requirement, Step, Wording
from dragoman.assembly.encounters import is_avoiding, is_going, unavoided
from dragoman.assembly.kinship import naming
from dragoman.assembly.parties import sides
from dragoman.assembly.sense import OUTCOME, Sense, begins, comes_by_title, sense, titles, toward_aim, undenied
from dragoman.assembly.siding import joined
from dragoman.assembly.stepping import Named, StepsFile, steps_of
from dragoman.coding.geography import state_named
from dragoman.model import Citation, Condition, Document, Relation, Span, content_hash

_LEADER = re.compile(
    r"\b(?:president|premier|prime minister|chancellor|king|leader|chief executive|general secretary|"
    r"secretary-general|chairman|chairwoman|chair|head|boss|director|commander|commissioner|mayor|governor|archbishop|"
    r"metropolitan|patriarch|rector|ceo|captain|general)\b",
    re.I,
)
_NOT_LEADER = re.compile(
    r"\b(?:vice|deputy|spokes\w+|envoy|aide|adviser|minister of|foreign|negotiator|delegation|department|mission|"
    r"counsel|staff|delegate|secretary to)\b",
    re.I,
)
_GENERIC_NAME = frozenset(
    "the of and for de union party minister president ministry company government council committee his her its their "
    "two three four both all mr mrs ms dr sir dame lord lady".split()
)
_NEGOTIATED = re.compile(r"\b(?:be|being) (?:negotiated|worked out|bargained)\b")
"""A treaty that is to be negotiated is the negotiating, not the treaty."""
_NAMING = re.compile(r"[^\W\d_][\w-]*(?!['’]s \w|[\w-])")
"""A word of a name, but not whose office it is ("Arden's government")."""

_STAYING = re.compile(
    r"\b(?:remain|stay|wait|sit|linger)(?:ing|s)? (?:in|at|on|behind|home|put|where)\b(?! (?:force|place|effect|strike))", re.I
)
"""Who stays put until something is done goes only after it."""
_EITHER = re.compile(r"either (.+?),? or (.+)", re.I)
_OR = re.compile(r"((?:(?! or ).)+?),? or ((?:(?! or |, ).)+)$", re.I)
_BOTH = re.compile(r"both ((?:an?|the|its|their) .+?) and ((?:an?|the|its|their) .+)$", re.I)
_PLACED = re.compile(r" (?:of|for|on|by|with|to|from|in|at|against|between) ", re.I)
_WHOLE = re.compile(
    r"\b(?:real|serious|genuine|proper|meaningful|substantive|actual)\b (?:\w+ )?(?:talk|bargain|negotiat|haggl|discussion)\w*|"
    r"\b(?:over|on|about|in) the (?:bid|merger|takeover|strike|war|conflict|dispute|row|quarrel|stand-?off|crisis)\b|"
    r"\b(?:takeover|merger|peace|coalition|strike) (?:contract|agreement|accord|deal|settlement|treaty|pact|terms)\b",
    re.I,
)

Where = Mapping[tuple[str, str], str]


class Senses:
    """The senses of the wordings of one record, with its people's names known."""

    def __init__(self, people: Sequence[Party]) -> None:
        by_id = {p.id: p for p in people}
        named = [p for p in people if any(c.isupper() for c in p.name)]
        self.holding = {a: sides((p.id,), by_id) for p in named for a in p.actors}
        leaders: set[str] = set()
        self.leading: set[str] = set()
        self.side: dict[str, frozenset[str]] = {}
        for party in people:
            found = {w for n in (party.name, *party.aliases) for w in _NAMING.findall(n) if w[0].isupper()}
            found = {w.casefold() for w in found} - _GENERIC_NAME - titles()
            behind = sides((party.id,), by_id)
            found |= {place.state.casefold() for n in (party.name, *party.aliases) if (place := state_named(n))}
            for word in found:
                shared = frozenset({word}) if party.type == "person" else frozenset[str]()  # "Rail" of a firm and of its union
                self.side[word] = behind if self.side.get(word, behind) == behind else shared
            if is_leader(party):
                leaders |= found
                self.leading |= set(party.actors)
        bodies = {p.name.casefold(): sides((p.id,), by_id) for p in people if p.type != "person" and " " not in p.name}
        self.unplaced = {
            frozenset({p.id}) for p in people if p.type == "person" and not p.acts_for and any(c.isupper() for c in p.name)
        }
        self.side |= {w: behind for w in self.side for name, behind in bodies.items() if _is_adjective(w, name)}
        self.frozen = frozenset(self.side), frozenset(leaders)

    def of(self, text: str, over: bool = False) -> Sense:
        found = sense(text, *self.frozen, over)
        return replace(found, names=tuple(sorted({self._placed(x) for n in found.names for x in self.side.get(n, (n,))})))

    def _placed(self, name: str) -> str:
        """A party's id, marked where it is a person of whom no report says whose."""
        return f"?{name}" if frozenset({name}) in self.unplaced else name

    def at(self, condition: Condition, place: str) -> Sense:
        """Return the sense of a condition's gated or required step: of its short wording, or else of its words in the text.

        What may not come first is often worded as not coming ("no talks while ..."): the denial is no part of the step.
        """
        short = condition.gated if place == "gated" else condition.required
        spans = condition.gated_span if place == "gated" else condition.required_span
        long = " ".join(s.text for s in spans) or short
        if place == "gated" and condition.relation == "only_after":
            short, long = undenied(short), undenied(long)
        over = condition.relation == "until" and place == "gated"
        if over and is_avoiding(short):
            short, long, over = unavoided(short), unavoided(long), False
        found = self.of(short, over)
        found = found if found.said or found.wild else self.of(long, over)
        if place == "gated" and condition.relation == "only_after" and any(begins(s.text) for s in condition.spans):
            meeting = self.of(condition.required).head == "meeting"
            found = toward_aim(found, short, meeting)
        if place == "gated" and condition.relation == "only_after" and _NEGOTIATED.search(short):
            found = toward_aim(found, short)
        if place == "gated" and self._comes(found, short, condition):
            found = replace(found, head="meeting", things=(), core="", act="", level="leaders")
        return self._with_holder(found, condition)

    def _comes(self, found: Sense, text: str, condition: Condition) -> bool:
        """Whether a leader, who holds the condition or is named, will come only once something is done: to the meeting."""
        if found.head or condition.relation != "only_after" or not is_going(text.lower().split(), self.frozen[0]):
            return False
        return found.level == "leaders" or bool(set(condition.holder) & self.leading)

    def _with_holder(self, found: Sense, condition: Condition) -> Sense:
        """Who refuses to meet somebody, or asks to, is the other one at the meeting."""
        own = {self._placed(x) for h in condition.holder for x in self.holding.get(h, ())}
        if found.head != "meeting" or len(found.names) != 1 or len(own) != 1 or comes_by_title(condition.gated):
            return found
        return replace(found, names=tuple(sorted(own | set(found.names))))


def is_leader(party: Party) -> bool:
    """Return whether a person's title says that he or she leads a side."""
    role = party.role or ""
    return party.type == "person" and _LEADER.search(role) is not None and not _NOT_LEADER.search(role)


def _is_adjective(word: str, name: str) -> bool:
    """Whether a word is a one-word name in another form ("Ostian" of "Ostia")."""
    stump = name.rstrip("aeiouy")
    return len(stump) > 3 and word.startswith(stump) and 0 < len(word) - len(stump) < 5


def steps_and_places(
    conditions: Sequence[Condition],
    documents: Mapping[str, Document],
    senses: Senses,
    told: StepsFile,
    party_of: Mapping[str, Party],
    by_id: Mapping[str, Party],
) -> tuple[tuple[Step, ...], Where]:
    """Return the steps that conditions name, and the step of each condition's two places."""
    named, parted, ties = [], [], []
    known = {c.id for c in conditions}
    for c in conditions:
        for place, text, spans in (("gated", c.gated, c.gated_span), ("required", c.required, c.required_span)):
            span = _widest(spans or c.spans)
            bound = place == "required" and c.relation == "only_after"
            either, both = (_either(text), _both(text)) if bound else ((), ())
            first, *others = either or both or (text,)
            sense = senses.of(first) if others else senses.at(c, place)
            cited = Citation(documents[c.document], span)
            named.append(Named((c.id, place), Wording(first, c.id, cited), sense))
            further = [(c.id, f"{'or' if either else 'and'} {n}") for n in range(len(others))]
            named += [Named(at, Wording(o, c.id, cited), senses.of(o)) for at, o in zip(further, others, strict=True)]
            every = [(c.id, "gated"), (c.id, "required"), *further]
            parted += [(a, b) for n, a in enumerate(every) for b in every[n + 1 :] if b in further]
            if c.same_as in known and c.same_as is not None:
                ties.append(((c.id, place), (c.same_as, place)))
        parted.append(((c.id, "gated"), (c.id, "required")))
    holding = {
        c.id: sides((party_of[h].id for h in c.holder if h in party_of), by_id)
        for c in conditions
        if c.relation == "only_after" and c.certainty != "possible"
    }
    steps, where = steps_of(named, sorted(ties), parted, told, holding)
    return tuple(replace(s, takes=days_taken(s, documents)) for s in steps), where


def _either(text: str) -> tuple[str, ...]:
    """The steps of which any will do; () where one step is told, or where what is joined are parts of one.

    >>> _either("either a signed text or a vote of the council"), _either("either a text, a vote or a ruling")
    (('a signed text', 'a vote of the council'), ('a text', 'a vote', 'a ruling'))
    >>> _either("a text or a vote of the council"), _either("talks on pay or hours")
    (('a text', 'a vote of the council'), ())
    >>> _either("payment of the fine or release of the pilots"), _either("the signature of the minister or the deputy")
    (('payment of the fine', 'release of the pilots'), ())
    """
    found = _EITHER.match(text)
    told = found or _OR.match(text)
    if told is None:
        return ()
    parts = (*(p for p in re.split(r"\s*,\s*(?:or\s+)?", told[1]) if p), told[2])
    if not all(map(_is_whole, parts)):
        return ()
    shared = not found and any(_PLACED.search(p) and not naming(q).deed for p, q in pairwise(parts))
    return () if shared else parts  # "a letter from the minister or a deputy"


def _both(text: str) -> tuple[str, ...]:
    """The two steps that must both be done; () where one step is told.

    >>> _both("both the release of the pilots and the opening of the strait"), _both("both the chairman and the secretary resign")
    (('the release of the pilots', 'the opening of the strait'), ())
    """
    found = _BOTH.match(text)
    return (found[1], found[2]) if found and _is_whole(found[1]) and _is_whole(found[2]) else ()


def _is_whole(part: str) -> bool:
    """Whether one of several things joined is a step by itself: something done to a thing, or one more of a kind."""
    return bool(naming(part).deed) or re.match(r"an? ", part, re.I) is not None


def _widest(spans: Sequence[Span]) -> Span:
    return max(spans, key=lambda s: (len(s.text), -s.start))


def requirements(
    conditions: Sequence[Condition],
    where: Where,
    senses: Senses,
    documents: Mapping[str, Document],
    party_of: Mapping[str, Party],
    by_id: Mapping[str, Party],
) -> tuple[Requirement, ...]:
    """Return the conditions with their restatements: one side, one pair of steps, one relation."""
    groups: dict[tuple[str, str, str, bool], dict[frozenset[str], list[Condition]]] = defaultdict(lambda: defaultdict(list))
    order = _orders(conditions, where)
    alone = {(where[c.id, "gated"], order[c.id], where[c.id, "required"]) for c in conditions if not _any_of(where, c)[1:]}
    for c in conditions:
        key = where[c.id, "gated"], _first(c, where, senses, alone, order[c.id]), order[c.id], c.certainty == "possible"
        groups[key][sides((party_of[h].id for h in c.holder if h in party_of), by_id)].append(c)
    asking: dict[str, list[frozenset[str]]] = defaultdict(list)
    for (_, required, _, _), by_side in groups.items():
        asking[required] += by_side
    out = []
    for (gated, required, _, _), by_side in groups.items():
        together = joined(by_side, [s for s in asking[gated] if s], by_id)
        for side, found in together.items():
            out.append(first := _requirement(found, side, (gated, required), where, documents, party_of))
            out += _besides(first, where)
    return tuple(sorted(out, key=lambda r: (r.citations[0].document, r.citations[0].start, r.id)))


def _orders(conditions: Sequence[Condition], where: Where) -> dict[str, str]:
    """The order of each condition (by id); what goes on only until something, and is coded as the very step that waits for it
    ("keeps them offshore until it is paid", "lets them land only after it is paid"), is that order."""
    strictly = {(where[c.id, "gated"], where[c.id, "required"]) for c in conditions if _order(c) == "only_after"}
    tied = {c.id for c in conditions if (where[c.id, "gated"], where[c.id, "required"]) in strictly}
    return {c.id: "only_after" if c.relation == "until" and c.id in tied else _order(c) for c in conditions}


def _told_as(found: Sequence[Condition]) -> Relation:
    """The relation of a condition and its restatements: an order where one of them tells it so."""
    strict = [c.relation for c in found if c.relation == "only_after"]
    return next(iter(strict), next((c.relation for c in found if c.relation == _order(c)), found[0].relation))


def _order(condition: Condition) -> str:
    """The relation; who stays away until something is done meets only after it."""
    stays = is_avoiding(condition.gated) or _STAYING.search(condition.gated) is not None
    return "only_after" if condition.relation == "until" and stays else condition.relation


def _waived(condition: Condition, where: Where, senses: Senses) -> str:
    """The required step; every "nothing asked beforehand" of one side is the same waiver."""
    waived = condition.relation == "not_required" and senses.at(condition, "required").wild
    return "anything" if waived else where[condition.id, "required"]


def _any_of(where: Where, condition: Condition) -> tuple[str, ...]:
    """The steps of which a condition requires any."""
    return where[condition.id, "required"], *_others(where, condition, "or")


def _first(condition: Condition, where: Where, senses: Senses, alone: set[tuple[str, str, str]], order: str) -> str:
    """The required step: of several the one that is elsewhere asked for alone, so that either order of them is one softening."""
    gated = where[condition.id, "gated"]
    several = _any_of(where, condition)
    told = next((s for s in several if len(several) > 1 and (gated, order, s) in alone), None)
    return told or _waived(condition, where, senses)


def _requirement(
    found: list[Condition],
    side: frozenset[str],
    steps: tuple[str, str],
    where: Where,
    documents: Mapping[str, Document],
    party_of: Mapping[str, Party],
) -> Requirement:
    order = {d: i for i, d in enumerate(documents)}
    found = sorted(found, key=lambda c: (order[c.document], c.spans, c.id))
    required = where[found[0].id, "required"] if steps[1] == "anything" else steps[1]
    holders = tuple(sorted(side)) or tuple(dict.fromkeys(party_of[h].id for c in found for h in c.holder if h in party_of))
    return Requirement(
        id="requirement-" + content_hash("requirement", sorted(c.id for c in found)),
        conditions=tuple(found),
        holders=holders,
        gated=steps[0],
        required=required,
        relation=_told_as(found),
        strict=any(c.strict for c in found),
        certainty=min((c.certainty for c in found), key=("sure", "likely", "possible").index),
        citations=tuple(dict.fromkeys(Citation(documents[c.document], s) for c in found for s in c.spans)),
        days=max(least_days(c, documents) for c in found),
        alternatives=tuple(sorted({*_any_of(where, found[-1])} - {required})) if steps[1] != "anything" else (),
    )


def _besides(first: Requirement, where: Where) -> Iterator[Requirement]:
    """The same condition for each further step that it asks for as well: "both a text and a vote"."""
    more = dict.fromkeys(step for c in first.conditions for step in _others(where, c, "and"))
    for n, step in enumerate(s for s in more if s not in (first.gated, first.required)):
        yield replace(first, id="requirement-" + content_hash("requirement", [first.id, n]), required=step)


def _others(where: Where, condition: Condition, how: str) -> Iterator[str]:
    """The steps named beside the first one that a condition requires: those of which any will do, or those asked for too."""
    n = 0
    while (step := where.get((condition.id, f"{how} {n}"))) is not None:
        yield step
        n += 1


def assumptions(steps: Sequence[Step], senses: Senses, asked: Sequence[Requirement]) -> tuple[Assumption, ...]:
    """Return that a text comes out of the talks on it, and that what is completed was first begun: neither is in the reports.

    Only where it closes a ring: where the talks or the beginning are made to wait, step by step, for that text or completion.
    """
    read: dict[str, list[Sense]] = {s.id: [] for s in steps}
    for r in asked:
        for c in r.conditions:
            read[r.gated].append(senses.at(c, "gated"))
            if r.required in read:
                read[r.required].append(senses.at(c, "required"))
    steps = [s for s in steps if read[s.id]]
    products = [s for s in steps if all(x.head == "deal" and x.act in ("", "make") for x in read[s.id])]
    processes = [s for s in steps if all(x.head == "talks" and x.act != "undo" for x in read[s.id])]
    fits = [(a, b) for a in products for b in processes if _same_matter(read[a.id], read[b.id]) or _whole(a) or _whole(b)]
    ends = [s for s in steps if all(x.act == "make" and x.things for x in read[s.id])]
    begun = [s for s in steps if all(x.act == "begin" and x.things for x in read[s.id])]
    pairs = [(a, b) for a in ends for b in begun if _same_thing(read[a.id], read[b.id])]
    return (
        *(_assumption(a, b, "comes out of") for a, b in fits if a.id in _awaited(b.id, asked)),
        *(_assumption(a, b, "is the end of") for a, b in pairs if a.id in _awaited(b.id, asked)),
    )


def _awaited(step: str, asked: Sequence[Requirement]) -> set[str]:
    """Every step that a step waits for, and those that these wait for."""
    needs: dict[str, set[str]] = defaultdict(set)
    for r in asked:
        if r.relation in ("only_after", "until") and r.certainty != "possible":
            needs[r.gated].add(r.required)
    found: set[str] = set()
    todo = [step]
    while todo:
        new = needs[todo.pop()] - found
        found |= new
        todo += sorted(new)
    return found


def _same_matter(products: list[Sense], processes: list[Sense]) -> bool:
    a = {t for s in products for t in s.things} - {"peac"}
    b = {t for s in processes for t in s.things} - {OUTCOME, "peac"}
    return not a or not b or bool(a & b)


def _whole(step: Step) -> bool:
    """Whether a wording names the bargaining, or what it is to bring forth, as a whole, whatever it says besides: "real
    bargaining over the wharves", "bargaining over the bid", "the takeover contract"."""
    return any(_WHOLE.search(w.text) for w in step.wordings)


def _same_thing(ends: list[Sense], begun: list[Sense]) -> bool:
    """Whether what is completed and what is begun are one thing: every wording of one names it as one of the other does."""
    return all(any(b.head == e.head and set(b.things) <= set(e.things) for e in ends) for b in begun)


def _assumption(product: Step, process: Step, how: str) -> Assumption:
    why = (
        f"It is assumed that what is called “{product.name}” {how} what is called "
        f"“{process.name}”, so cannot come before it; no report says so."
    )
    return Assumption(product.id, process.id, why, (product.wordings[0].citation, process.wordings[0].citation))


__all__ = ["Senses", "Where", "assumptions", "requirements", "steps_and_places"]
