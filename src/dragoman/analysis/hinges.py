"""On which single reading of which words a deadlock hangs."""

from collections.abc import Iterator

from dragoman.analysis.results import Deadlock, Hinge
from dragoman.assembly import Dossier, Step
from dragoman.assembly.stepping import plain


def hinges(dossier: Dossier, deadlock: Deadlock) -> tuple[Hinge, ...]:
    """Return the readings of a deadlock each of which, taken the other way, would dissolve it: hedged words, what is assumed,
    wordings taken as one step, readings that are not sure. Each decides, since a deadlock needs every one of its members."""
    return (
        *(Hinge("hedge", m.citations, m) for m in deadlock.members if not m.strict),
        *(Hinge("assumption", deadlock.assumed_citations, why=why) for why in deadlock.assumes),
        *_merged(dossier, deadlock),
        *(Hinge("reading", m.citations, m) for m in deadlock.members if m.certainty == "likely"),
    )


def _merged(dossier: Dossier, deadlock: Deadlock) -> Iterator[Hinge]:
    """The steps at which two members meet whose words for it are nowhere the same."""
    for here in deadlock.members:
        for there in deadlock.members:
            if here is there or here.required != there.gated or "not_required" in (here.relation, there.relation):
                continue
            one, two = [c.required for c in here.conditions], [c.gated for c in there.conditions]
            if not {plain(w) for w in one} & {plain(w) for w in two}:
                yield _meeting(dossier.step[here.required], min(one, key=_length), min(two, key=_length))


def _length(wording: str) -> tuple[int, str]:
    return len(wording), wording


def _meeting(step: Step, one: str, two: str) -> Hinge:
    """That two wordings name a step, with what is told of why either of them does."""
    cited = [next((w.citation for w in step.wordings if w.text == text), None) for text in (one, two)]
    why = [sentence for sentence in step.why if f"“{one}”" in sentence or f"“{two}”" in sentence]
    return Hinge("one step", tuple(c for c in cited if c is not None), wordings=(one, two), why=" ".join(why))


def is_lenient(deadlock: Deadlock) -> bool:
    """Return whether a deadlock stands on the lenient reading too, in which nothing hedged or assumed counts."""
    return not deadlock.assumes and all(m.strict for m in deadlock.members)


__all__ = ["hinges", "is_lenient"]
