"""When each step can come, drawn: by day where a day is stated, else by its turn; as things stand and after a way out."""

import datetime
import textwrap
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from dragoman.analysis import Planned, Timetable
from dragoman.briefing.days import day_words

_LABEL, _WIDE, _ROW, _TOP, _CHARS, _MOST = 300, 420, 40, 46, 38, 16


@dataclass(frozen=True)
class Schedule:
    """The steps of a timetable, those with a day or a turn; `shown` are as many as a drawing can show legibly."""

    found: Timetable
    today: datetime.date | None
    ended: frozenset[str] = frozenset()
    """The steps (ids) whose end is awaited: "fighting on until"."""

    def name(self, plan: Planned) -> str:
        """Return what a step is called; what is waited for with what goes on until then is its end."""
        return f"end of “{plan.step.name}”" if plan.step.id in self.ended else plan.step.name

    @cached_property
    def then(self) -> dict[str, Planned]:
        """Return the plan of each step that the first way out sets free, by its id."""
        return {p.step.id: p for _, plans in self.found.after[:1] for p in plans if not p.stuck}

    @cached_property
    def shown(self) -> tuple[Planned, ...]:
        named = sorted(self.found.plans, key=lambda p: (p.stuck, self.turn(p), p.first or datetime.date.max, p.step.name))
        return tuple(named[:_MOST])

    @cached_property
    def dated(self) -> bool:
        """Whether any day is stated that bears on a step."""
        plans = (*self.found.plans, *self.then.values())
        return self.today is not None and any(p.last or (p.first and p.first > self.today) for p in plans)

    def turn(self, plan: Planned) -> int:
        """Return the place of a step in the order, 1 for what can begin at once."""
        return self._turns.get(plan.step.id, 1)

    @cached_property
    def _turns(self) -> dict[str, int]:
        plans = {p.step.id: self.then.get(p.step.id, p) for p in self.found.plans}
        turns = dict.fromkeys(plans, 1)
        for _ in range(min(len(plans), 12)):
            for step, plan in plans.items():
                turns[step] = max([turns[step], *(turns.get(r.required, 1) + 1 for r in plan.waits_for)])
            if max(turns.values(), default=1) > 12:
                break
        return {s: min(n, 12) for s, n in turns.items()}


def drawing(schedule: Schedule) -> Markup:
    """Return the timetable as an SVG element, empty where no step is known."""
    if not schedule.shown:
        return Markup("")
    height = _TOP + len(schedule.shown) * _ROW + 14
    scale = _Scale.of(schedule)
    rows = Markup("").join(_row(schedule, scale, p, n) for n, p in enumerate(schedule.shown))
    marks = Markup("").join(
        Markup('<line class="rule" x1="{0:.0f}" y1="{1}" x2="{0:.0f}" y2="{2}"/><text class="head" x="{0:.0f}" y="{3}" '
               'text-anchor="middle">{4}</text>').format(x, _TOP - 8, height - 8, _TOP - 16, text)
        for x, text in scale.marks
    )  # fmt: skip
    about = f"{len(schedule.shown)} steps; the table below says the same in words."
    return Markup(
        '<svg class="schedule" role="img" aria-labelledby="plan-title plan-desc" viewBox="0 0 {0} {1}" width="{0}">'
        '<title id="plan-title">When each step can come</title><desc id="plan-desc">{2}</desc>{3}{4}</svg>'
    ).format(_LABEL + _WIDE + 60, height, about, marks, rows)


@dataclass(frozen=True)
class _Scale:
    """Where a plan begins and ends along the drawing, and the marks above it."""

    marks: tuple[tuple[float, str], ...]
    start: datetime.date | None
    span: int

    @classmethod
    def of(cls, schedule: Schedule) -> "_Scale":
        if schedule.dated and schedule.today:
            ends = [d for p in (*schedule.found.plans, *schedule.then.values()) for d in (p.first, p.last) if d]
            span = max(((d - schedule.today).days for d in ends), default=1) or 1
            days = [schedule.today + datetime.timedelta(round(span * k / 3)) for k in range(4)]
            return cls(tuple((_LABEL + _WIDE * k / 3, day_words(str(d))) for k, d in enumerate(days)), schedule.today, span)
        turns = max((schedule.turn(p) for p in schedule.shown), default=1)
        marks = tuple((_LABEL + _WIDE * (k + 0.5) / turns, "first" if k == 0 else f"then ({k + 1})") for k in range(turns))
        return cls(marks, None, turns)

    def extent(self, schedule: Schedule, plan: Planned) -> tuple[float, float]:
        """Return where a plan's bar starts and how wide it is."""
        if self.start is None:
            part = _WIDE / self.span
            return _LABEL + (schedule.turn(plan) - 1) * part + 8, part - 16
        first = ((plan.first or self.start) - self.start).days
        last = ((plan.last or plan.first or self.start) - self.start).days
        low, high = sorted((first, max(last, 0)))
        return _LABEL + _WIDE * low / self.span, max(_WIDE * (high - low) / self.span, 8)


def _row(schedule: Schedule, scale: _Scale, plan: Planned, place: int) -> Markup:
    y = _TOP + place * _ROW
    lines = textwrap.wrap(schedule.name(plan), _CHARS, max_lines=2, placeholder=" …")
    label = Markup("").join(Markup('<text x="14" y="{}">{}</text>').format(y + 12 + n * 16, t) for n, t in enumerate(lines))
    free = schedule.then.get(plan.step.id)
    if plan.stuck and free is None:
        return Markup('<g class="stuck">{}<text x="{}" y="{}">stuck</text></g>').format(label, _LABEL + 8, y + 12)
    state = "late" if plan.slack is not None and plan.slack < 0 else "after" if plan.stuck else "plan"
    x, wide = scale.extent(schedule, free if plan.stuck and free else plan)
    bar = Markup('<rect x="{:.0f}" y="{}" width="{:.0f}" height="16" rx="4"/>').format(x, y + 6, wide)
    return Markup('<g class="{}">{}{}</g>').format(state, label, bar)
