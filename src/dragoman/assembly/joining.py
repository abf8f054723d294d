"""What people said of which names are one actor and which words one promise: it wins over any machine and can be undone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.assembly.judging import standing_judgements
from dragoman.model import Commitment, Finding, Judgement, places

Pair = tuple[str, str]
Pairs = frozenset[Pair]


@dataclass(frozen=True)
class Joining:
    """Pairs that are one (`together`) and pairs that are two (`apart`), each in order; neither, where two people differ."""

    together: Pairs = frozenset()
    apart: Pairs = frozenset()


def joined_names(judgements: Iterable[Judgement]) -> Joining:
    """Return which names (as people wrote them, in small letters) are one actor and which are two."""
    return _settled((j, _pair(*(str(n).casefold() for n in j.changes["told"]))) for j in _on(judgements, "actor"))


def joined_promises(judgements: Iterable[Judgement], findings: Sequence[Finding]) -> Joining:
    """Return which findings (ids) are one promise and which are two, where the words still stand where they stood."""
    here = {(f.document, places(f)): f.id for f in findings if isinstance(f, Commitment)}
    told = []
    for j in _on(judgements, "commitment"):
        ends = [here.get((doc, tuple((s, e, w) for s, e, w in where))) for doc, where in j.changes["told"]]
        if len(ends) == 2 and ends[0] and ends[1]:
            told.append((j, _pair(ends[0], ends[1])))
    return _settled(told)


def _on(judgements: Iterable[Judgement], kind: str) -> list[Judgement]:
    return [j for j in standing_judgements(judgements) if j.verdict in ("merge", "split") and j.kind == kind]


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a <= b else (b, a)


def _settled(told: Iterable[tuple[Judgement, Pair]]) -> Joining:
    """The last word of each person on each pair, oldest first; where people differ, the machine's word stands."""
    last: dict[Pair, dict[str, str]] = defaultdict(dict)
    for judgement, pair in told:
        last[pair][judgement.by] = judgement.verdict
    said = {pair: set(people.values()) for pair, people in last.items()}
    one, two = ({p for p, words in said.items() if words == {verdict}} for verdict in ("merge", "split"))
    return Joining(frozenset(one), frozenset(two))


__all__ = ["Joining", "joined_names", "joined_promises"]
