"""The smallest ways out, drawn: a row a condition with what stands behind it, a column a way, a mark where the condition goes."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from dragoman.analysis import Analysis, WayOut
from dragoman.assembly import Requirement

_LABEL, _BAR, _COLUMN, _ROW, _LINE, _CHARS, _TOP = 430, 120, 46, 46, 17, 56, 62
_MOST, _HEAVIEST = 10, 10


@dataclass(frozen=True)
class Ways:
    """The conditions of standing deadlocks that some way out lets go, and the ways, as many as can be drawn legibly."""

    analysis: Analysis

    @cached_property
    def every(self) -> tuple[WayOut, ...]:
        """Return every way that lets conditions go, smallest sets first, then the lighter ones."""
        return tuple(w for w in (*self.analysis.ways_out, *self.analysis.lighter) if w.drop)

    @cached_property
    def drawn(self) -> tuple[WayOut, ...]:
        return self.every[:_MOST]

    @cached_property
    def conditions(self) -> tuple[Requirement, ...]:
        return tuple({r.id: r for w in self.drawn for r in w.drop}.values())


def letter(place: int) -> str:
    """Return the name of a way by its place, A to Z, then numbers."""
    return chr(65 + place) if place < 26 else str(place + 1)


def drawing(ways: Ways, told: Callable[[Requirement], str]) -> Markup:
    """Return the table of ways as an SVG element, empty where there is no way out; `told` tells a condition in words."""
    if not ways.drawn:
        return Markup("")
    left = _LABEL + _BAR + 40
    width, height = left + len(ways.drawn) * _COLUMN + 20, _TOP + len(ways.conditions) * _ROW + 12
    heads = Markup("").join(
        Markup('<text class="head" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            left + n * _COLUMN + 20, _TOP - 14, letter(n)
        )
        for n in range(len(ways.drawn))
    )
    rows = Markup("").join(_row(ways, r, n, left, told) for n, r in enumerate(ways.conditions))
    about = f"{len(ways.drawn)} ways out over {len(ways.conditions)} conditions; the table below says the same in words."
    return Markup(
        '<svg class="exits" role="img" aria-labelledby="exits-title exits-desc" viewBox="0 0 {} {}" width="{}">'
        '<title id="exits-title">Ways out</title><desc id="exits-desc">{}</desc>'
        '<text class="head" x="14" y="{}">Condition</text><text class="head" x="{}" y="{}">Behind it</text>{}{}</svg>'
    ).format(width, height, width, about, _TOP - 14, _LABEL + 10, _TOP - 14, heads, rows)


def _row(ways: Ways, condition: Requirement, place: int, left: int, told: Callable[[Requirement], str]) -> Markup:
    y = _TOP + place * _ROW
    lines = textwrap.wrap(told(condition), _CHARS, max_lines=2, placeholder=" …")
    label = Markup("").join(Markup('<text x="14" y="{}">{}</text>').format(y + 16 + n * _LINE, t) for n, t in enumerate(lines))
    weight = ways.analysis.weights[condition.id].value
    bar = Markup('<rect class="bar" x="{}" y="{}" width="{:.0f}" height="12" rx="3"/><text x="{:.0f}" y="{}">{}</text>').format(
        _LABEL + 10, y + 12, _BAR * weight / _HEAVIEST, _LABEL + 16 + _BAR * weight / _HEAVIEST, y + 23, weight
    )
    marks = Markup("").join(
        Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(
            "goes" if condition in w.drop else "stays", left + n * _COLUMN + 20, y + 18, 8 if condition in w.drop else 3
        )
        for n, w in enumerate(ways.drawn)
    )
    return Markup('<g><line class="rule" x1="14" y1="{}" x2="{}" y2="{}"/>{}{}{}</g>').format(
        y - 4, left + len(ways.drawn) * _COLUMN, y - 4, label, bar, marks
    )
