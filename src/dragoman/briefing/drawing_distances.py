"""How far two sides stood apart on a matter, day by day, as a row of steps; the table beside it says the same."""

import textwrap
from collections.abc import Sequence

from markupsafe import Markup

from dragoman.analysis import Apart, Gap, Matter
from dragoman.briefing.apart import width
from dragoman.briefing.days import day_words

_LABEL, _WIDTH, _ROW, _BAR, _MOST = 300, 760, 44, 150, 12


def drawing(pairs: Sequence[tuple[Matter, Apart]], names: dict[str, str]) -> Markup:
    """Return a bar for the first and the last distance of each pair that has spoken on two days; empty where none has."""
    shown = [(m, p) for m, p in pairs if p.trend != "one day"][:_MOST]
    if not shown:
        return Markup("")
    height = len(shown) * _ROW + 16
    drawn = Markup("").join(_row(m, p, names, 8 + n * _ROW) for n, (m, p) in enumerate(shown))
    return Markup(
        '<svg class="distances" role="img" aria-labelledby="far-title far-desc" viewBox="0 0 {} {}" width="{}">'
        '<title id="far-title">Distances</title><desc id="far-desc">For {} pairs of sides a bar for how far apart they were '
        "first and one for last; the table says the same.</desc>{}</svg>"
    ).format(_WIDTH, height, _WIDTH, len(shown), drawn)


def _row(matter: Matter, pair: Apart, names: dict[str, str], y: int) -> Markup:
    label = textwrap.shorten(f"{matter.name}: {names[pair.a]}, {names[pair.b]}", 46, placeholder=" …")
    longest = max((g.high for g in pair.gaps if g.unit == pair.gaps[-1].unit), default=0.0) or 1.0
    bars = Markup("").join(
        _bar(gap, y + 4 + n * 17, longest if gap.unit else 4.0) for n, gap in enumerate((pair.gaps[0], pair.gaps[-1]))
    )
    return Markup('<g class="{}"><text x="{}" y="{}" text-anchor="end">{}</text>{}</g>').format(
        pair.trend, _LABEL - 12, y + 22, label, bars
    )


def _bar(gap: Gap, y: int, most: float) -> Markup:
    low, high = (_BAR * min(v / most, 1.0) for v in (gap.low, gap.high))
    return Markup(
        '<rect class="all" x="{}" y="{}" width="{:.1f}" height="12"/>'
        '<rect class="sure" x="{}" y="{}" width="{:.1f}" height="12"/>'
        '<text class="day" x="{}" y="{}">{}, {}</text>'
    ).format(_LABEL, y, max(high, 1.0), _LABEL, y, max(low, 1.0), _LABEL + _BAR + 12, y + 11, day_words(gap.day), width(gap))
