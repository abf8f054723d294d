"""What stands behind a condition: how firmly, by whom, how often and how lately it was said. An order, no measure of will."""

from collections.abc import Iterable

from dragoman.analysis.results import Weight
from dragoman.assembly import Dossier, Requirement, retold
from dragoman.assembly.waiting import is_leader
from dragoman.model import Condition, Moment, Statement

MOST_REPEATED, LATELY, A_WHILE = 3, 14, 60


def weights(dossier: Dossier, asked: Iterable[Requirement]) -> dict[str, Weight]:
    """Return the weight of each requirement by its id, 1 to 10, each part with its reason.

    One, and: two where it is strict and read surely, one where it is either; two where its side's head or the side itself states
    it, one where somebody else does who speaks for the side; one for each time it was said again, three at most; two where it was
    last said within a fortnight of the day of the dossier, one within sixty days.
    """
    return {r.id: _weight(dossier, r) for r in asked}


def _weight(dossier: Dossier, requirement: Requirement) -> Weight:
    parts = (_firmness(requirement), _office(dossier, requirement), _repetition(dossier, requirement), _age(dossier, requirement))
    return Weight(1 + sum(n for n, _ in parts), tuple(reason for _, reason in parts if reason))


def _firmness(requirement: Requirement) -> tuple[int, str]:
    sure = requirement.certainty == "sure"
    told = "strict" if requirement.strict else "hedged"
    return requirement.strict + sure, told if sure else f"{told}, as it is likely to be read"


def _office(dossier: Dossier, requirement: Requirement) -> tuple[int, str]:
    ranked = [_spoken(dossier, requirement, c) for c in requirement.conditions]
    return max(ranked, key=lambda found: found[0], default=(0, ""))


def _spoken(dossier: Dossier, requirement: Requirement, condition: Condition) -> tuple[int, str]:
    said = dossier.finding.get(condition.statement or "")
    if not isinstance(said, Statement) or not said.speaker:
        return 0, "told by the report"
    speaker = dossier.party_of[said.speaker[0]]
    if is_leader(speaker):
        return 2, f"said by {speaker.name}, who leads a side"
    if speaker.id in requirement.holders:
        return 2, f"said by {speaker.name} itself" if speaker.type != "person" else f"said by {speaker.name}"
    if set(speaker.acts_for) & set(requirement.holders):
        return 1, f"said by {speaker.name} for its side"
    return 0, f"said by {speaker.name}"


def _repetition(dossier: Dossier, requirement: Requirement) -> tuple[int, str]:
    again = len(tuple(retold(dossier, requirement))) - 1
    return min(again, MOST_REPEATED), f"said {again + 1} times" if again else "said once"


def _age(dossier: Dossier, requirement: Requirement) -> tuple[int, str]:
    told = [v for c in requirement.conditions if (v := dossier.document[c.document].date.value) is not None and v.is_day]
    if not told or dossier.as_of is None:
        return 0, ""
    last: Moment = max(told, key=lambda v: v.last)
    days = (dossier.as_of.last - last.last).days
    ago = "on the day of the record" if days <= 0 else f"{days} day{'' if days == 1 else 's'} before"
    return (2 if days <= LATELY else 1 if days <= A_WHILE else 0), f"last said {ago}"


__all__ = ["weights"]
