"""On which single reading of which words a deadlock hangs."""

from collections.abc import Iterator

from dragoman.analysis.ordering import any_of
from dragoman.analysis.results import Deadlock, Hinge
from dragoman.assembly import Dossier, Requirement, Step
from dragoman.assembly.stepping import plain
from dragoman.model import Citation


def hinges(dossier: Dossier, deadlock: Deadlock) -> tuple[Hinge, ...]:
    """Return the readings of a deadlock each of which, taken the other way, would dissolve it: hedged words, what is assumed,
    wordings taken as one step, readings that are not sure. Each decides, since a deadlock needs every one of its members."""
    return (
        *(Hinge("hedge", _hedged(dossier, m), m) for m in deadlock.members if not m.strict),
        *(Hinge("assumption", deadlock.assumed_citations, why=why) for why in deadlock.assumes),
        *dict.fromkeys(_merged(dossier, deadlock)),
        *(Hinge("reading", m.citations, m) for m in deadlock.members if m.certainty == "likely"),
    )


def _hedged(dossier: Dossier, requirement: Requirement) -> tuple[Citation, ...]:
    """The words that hedge a requirement, without those that told it strictly before."""
    told = [c for c in requirement.conditions if not c.strict] or list(requirement.conditions)
    return tuple(dict.fromkeys(x for c in told for x in dossier.cite(c)))


def _merged(dossier: Dossier, deadlock: Deadlock) -> Iterator[Hinge]:
    """The steps at which two members meet whose words for it are nowhere the same."""
    for here in deadlock.members:
        for there in deadlock.members:
            if here is there or there.gated not in any_of(here) or "not_required" in (here.relation, there.relation):
                continue
            one, two = _asked(dossier, here, there.gated), [c.gated for c in there.conditions]
            if not {plain(w) for w in one} & {plain(w) for w in two}:
                yield _meeting(dossier.step[there.gated], min(one, key=_length), min(two, key=_length))


def _asked(dossier: Dossier, requirement: Requirement, step: str) -> list[str]:
    """The words by which a requirement asks for a step, its own alone where it asks for one of several."""
    told = {c.id for c in requirement.conditions}
    own = [w.text for w in dossier.step[step].wordings if w.condition in told]
    return own if requirement.alternatives and own else [c.required for c in requirement.conditions]


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
