"""What the analyses say, naming the findings they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.analysis.distances import Matter
from dragoman.analysis.proposals import Proposal
from dragoman.assembly import Requirement
from dragoman.model import Citation, Commitment, Deadline, Ids
from dragoman.model.findings import Bound, DeadlineStatus


@dataclass(frozen=True)
class Late:
    """That a step (by id) is due by the day `due`, and by the conditions of the deadlock is over on the day `soonest` at the
    soonest, by every condition of the record (`chain`) on the day `counted`; `deadline` is None where it is only supposed."""

    step: str
    due: str
    soonest: str
    deadline: "Due | None" = None
    counted: str = ""
    chain: tuple[Requirement, ...] = ()
    takes: int = 0
    """How many days the step itself takes, where it must be over by then."""


@dataclass(frozen=True)
class Deadlock:
    """Conditions that cannot all hold. `hard` is False where a member is hedged, a stated purpose or not sure as read, or
    where `assumes` (a sentence each) is needed to close it."""

    id: str
    kind: Literal["cycle", "contradiction", "deadline"]
    hard: bool
    assumes: tuple[str, ...]
    parties: tuple[str, ...]
    members: tuple[Requirement, ...]
    assumed_citations: tuple[Citation, ...] = ()
    since: str | None = None
    until: str | None = None
    ended_by: tuple[Citation, ...] = ()
    """The words by which a condition of it was dropped, on the day `until`."""
    late: Late | None = None
    """For a deadline that cannot be met."""

    @property
    def shape(self) -> str:
        """What kind of knot it is: two steps that wait for each other, a longer ring, a contradiction, a deadline."""
        if self.kind == "cycle":
            return "mutual order" if len(self.members) == 2 else "longer cycle"
        return "deadline that cannot be met" if self.late else "contradiction"


@dataclass(frozen=True)
class Weight:
    """What stands behind a condition, 1 to 10, with the reason for each part: `dragoman.analysis.weights` tells how it is
    reckoned. It orders conditions; it measures nobody's will."""

    value: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class WayOut:
    """A smallest set of conditions (restatements included) whose dropping unties the deadlocks named; `by` holds the parties
    whose conditions go: one party where one side alone can untie it.

    `weight` is what stands behind what goes, added up; `lightest` where no other set that unties the same, of whatever size,
    weighs less; `turn` where the one condition that goes could be turned round (its required step to come after its gated one)
    and still fit all others; `extend` the first day to which a deadline would have to move, where that is the way out.
    """

    drop: tuple[Requirement, ...]
    by: tuple[str, ...]
    unties: tuple[str, ...]
    weight: int = 0
    lightest: bool = False
    turn: bool = False
    extend: str | None = None


@dataclass(frozen=True)
class Hinge:
    """A single reading on which a deadlock hangs: taken the other way, it is gone.

    - `hedge`: that the hedged words of `requirement` ("probably") leave a condition.
    - `assumption`: `why`, which no report states.
    - `one step`: that two `wordings` name one step, for the reasons in `why`.
    - `reading`: that `requirement` is read rightly, which is likely and not sure.
    """

    kind: Literal["hedge", "assumption", "one step", "reading"]
    citations: tuple[Citation, ...]
    requirement: Requirement | None = None
    wordings: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class AtOnce:
    """Conditions (restatements included) that would no longer exclude each other if what waits and what it waits for came at the
    same moment, and the deadlocks that would be untied; `by` holds the parties who would have to agree to that."""

    conditions: tuple[Requirement, ...]
    by: tuple[str, ...]
    unties: tuple[str, ...]


@dataclass(frozen=True)
class Free:
    """Something that waits for nothing that is stuck, and can go ahead."""

    what: str
    citations: tuple[Citation, ...]
    of: str = ""
    """What its words count and leave out ("75 boats" of "another 75 would be handed back")."""
    settled: bool = False
    """Whether the sides have agreed on it."""


@dataclass(frozen=True)
class DueState:
    """A day on which a deadline fell or falls, how that stands, and where it is told; `date` is None where no text fixes one."""

    date: str | None
    status: DeadlineStatus
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Due:
    """A deadline of the record, its mentions together, each fact from whichever mention has it, the latest first;
    `deadline` is the latest mention with a date, else the latest; `days_left` is None where the text fixes no day;
    `assumed` says that a report's date behind it is only inferred."""

    deadline: Deadline
    mentions: tuple[Deadline, ...]
    days_left: int | None
    citations: tuple[Citation, ...]
    assumed: bool = False
    history: tuple[DueState, ...] = ()

    @property
    def _latest_first(self) -> tuple[Deadline, ...]:
        return (*reversed(self.mentions), self.deadline)

    @property
    def fullest(self) -> Deadline:
        """The latest mention that says what must happen, and says more than that there is a deadline."""
        told = [m for m in self._latest_first if m.what]
        own = [m for m in told if not _only_names(m)]
        dated = [m for m in (*own, *told) if m.date or any(c.isdigit() for c in m.when_text)]  # not "sooner than that"
        told_day = [m for m in dated if any(c.isdigit() for c in m.when_text)]  # "20 June" rather than "by then"
        return (told_day or dated or own or told or [self.deadline])[0]

    @property
    def setter(self) -> Ids:
        """Who set it, by the latest mention that names somebody."""
        return next((m.setter for m in self._latest_first if m.setter), ())

    @property
    def addressee(self) -> Ids:
        """Whom it binds, by the latest mention that names somebody."""
        return next((m.addressee for m in self._latest_first if m.addressee), ())

    @property
    def bound(self) -> Bound | None:
        """How it binds: `or_sooner` where any mention says that it may come sooner."""
        found = [m.bound for m in self._latest_first if m.bound]
        return "or_sooner" if "or_sooner" in found else next(iter(found), None)

    @property
    def date(self) -> str | None:
        """The day, month or year on which it falls, where a text fixes it; one told as extended is the day before that."""
        if self.history:
            return self.history[-1].date
        dated = [m for m in self._latest_first if m.date]
        return next((m.date for m in (*(m for m in dated if m.status != "extended"), *dated)), None)

    @property
    def duration(self) -> str | None:
        """How long it runs."""
        return next((m.duration for m in self._latest_first if m.duration), None)

    @property
    def consequence(self) -> str | None:
        """What follows if it passes, by the latest mention that says so."""
        return next((m.consequence for m in self._latest_first if m.consequence), None)

    @property
    def status(self) -> DeadlineStatus | None:
        """How it stands, by the latest mention that knows."""
        return next((m.status for m in self._latest_first if m.status not in (None, "unknown")), self.deadline.status)


def _only_names(mention: Deadline) -> bool:
    """Whether a mention's `what` only names the deadline ("the 20-day ultimatum"), without what must happen."""
    return bool(mention.when_text) and mention.when_text in mention.what


@dataclass(frozen=True)
class Promise:
    """One commitment with its states, the latest last."""

    states: tuple[Commitment, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Analysis:
    """All results over one dossier; `capped` says that there are more conflicts, or ways out of them, than are listed."""

    deadlocks: tuple[Deadlock, ...]
    ways_out: tuple[WayOut, ...]
    untouched: tuple[Free, ...]
    deadlines: tuple[Due, ...]
    promises: tuple[Promise, ...]
    capped: bool = False
    at_once: tuple[AtOnce, ...] = ()
    lighter: tuple[WayOut, ...] = ()
    """Ways out that weigh less than any of the smallest, and so take more conditions."""
    weights: Mapping[str, Weight] = field(default_factory=dict)
    """What stands behind each condition of a standing deadlock, by its id."""
    hinges: Mapping[str, tuple[Hinge, ...]] = field(default_factory=dict)
    """The hinges of each deadlock, by its id."""
    matters: tuple[Matter, ...] = ()
    """How far apart the sides stand on each matter, over time."""
    proposals: tuple[Proposal, ...] = ()
    alone: tuple[Deadlock, ...] = ()
    """Conditions of one side, or of nobody who is named, that wait for one another: no deadlock between sides, and yet stuck."""
    overrun: tuple[Late, ...] = ()
    """Steps that take longer than the days left until they are due, whatever waits for what."""
