"""Who waits for whom, drawn: steps as boxes, conditions as arrows from what must come first to what waits."""

import textwrap
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from dragoman.analysis import Analysis
from dragoman.assembly import Dossier, Requirement
from dragoman.briefing.telling import Teller

_BOX, _GAP_X, _GAP_Y, _LINE, _CHARS, _MOST = 210, 230, 48, 17, 27, 12
_LETTER, _TALL = 7.4, 15  # width of a letter in a label and height of its line, pixels
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # where along an arrow its name may stand, best first


@dataclass(frozen=True)
class Waits:
    """The conditions listed, those of deadlocks first; `drawn` holds those that a drawing can show legibly."""

    dossier: Dossier
    requirements: tuple[Requirement, ...]
    stuck: frozenset[str]

    @cached_property
    def drawn(self) -> tuple[Requirement, ...]:
        """All members of deadlocks, and others while there is room."""
        return tuple(r for n, r in enumerate(self.requirements) if n < _MOST or r.id in self.stuck)

    @cached_property
    def steps(self) -> list[str]:
        return list(dict.fromkeys(s for r in self.drawn for s in (r.required, r.gated)))

    def holder(self, requirement: Requirement) -> str:
        """Return whose condition it is."""
        teller = Teller(self.dossier)
        return " and ".join(teller.brief_name(p) for p in requirement.holders) or "the report"

    @cached_property
    def layers(self) -> list[list[str]]:
        """Steps by depth: what must come first on the left; an arrow that closes a circle does not count."""
        depth = dict.fromkeys(self.steps, 0)
        for _ in range(min(len(self.steps), 4)):
            for r in self.drawn:
                if not self._closes(r):
                    depth[r.gated] = max(depth[r.gated], min(depth[r.required] + 1, 3))
        used = sorted(set(depth.values()))
        return [[s for s in self.steps if depth[s] == d] for d in used]

    def _closes(self, requirement: Requirement) -> bool:
        return self.steps.index(requirement.gated) <= self.steps.index(requirement.required)


def waits(dossier: Dossier, analysis: Analysis) -> Waits:
    """Return what is to be drawn; weak readings are left out."""
    stuck = [m for d in analysis.deadlocks for m in d.members]
    rest = [r for r in dossier.requirements if r.certainty != "possible"]
    chosen = {r.id: r for r in (*stuck, *rest)}
    return Waits(dossier, tuple(chosen.values()), frozenset(m.id for m in stuck))


def drawing(graph: Waits) -> Markup:
    """Return the graph as an SVG element, empty where no condition is known."""
    if not graph.requirements:
        return Markup("")
    places, height = _places(graph)
    width = len(graph.layers) * (_BOX + _GAP_X) - _GAP_X + 60
    taken = [(x, y, x + _BOX, y + tall) for x, y, tall in places.values()]
    arrows = Markup("").join(_arrow(graph, r, places, n, taken) for n, r in enumerate(graph.drawn))
    boxes = Markup("").join(_box(graph.dossier.step[s].name, *places[s]) for s in graph.steps)
    about = f"{len(graph.steps)} steps and {len(graph.drawn)} conditions; the list below has all of them in words."
    return Markup(
        '<svg class="waits" role="img" aria-labelledby="waits-title waits-desc" viewBox="0 0 {} {}" width="{}">'
        '<title id="waits-title">Who waits for whom</title><desc id="waits-desc">{}</desc>'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L8 4L0 8z"/></marker><marker id="tip-stuck" class="stuck" viewBox="0 0 8 8" refX="7" refY="4" '
        'markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>{}{}</svg>'
    ).format(width, height, width, about, arrows, boxes)


def _along(share: float, a: float, b: float, c: float, d: float) -> float:
    """A coordinate of the cubic curve at a share of its way."""
    rest = 1 - share
    return rest**3 * a + 3 * rest**2 * share * b + 3 * rest * share**2 * c + share**3 * d


def _lines(name: str) -> list[str]:
    return textwrap.wrap(name, _CHARS, max_lines=4, placeholder=" …") or [name]


def _places(graph: Waits) -> tuple[dict[str, tuple[float, float, float]], float]:
    """Left edge, top and height of each step's box, and the height of the whole."""
    tall = {s: len(_lines(graph.dossier.step[s].name)) * _LINE + 20.0 for s in graph.steps}
    sums = [sum(tall[s] + _GAP_Y for s in layer) for layer in graph.layers]
    out: dict[str, tuple[float, float, float]] = {}
    for column, (layer, total) in enumerate(zip(graph.layers, sums, strict=True)):
        top = 40 + (max(sums) - total) / 2
        for step in layer:
            out[step] = (30.0 + column * (_BOX + _GAP_X), top, tall[step])
            top += tall[step] + _GAP_Y
    return out, max(sums) + 60


def _box(name: str, left: float, top: float, tall: float) -> Markup:
    lines = Markup("").join(
        Markup('<text x="{}" y="{}">{}</text>').format(left + 12, top + 23 + n * _LINE, line)
        for n, line in enumerate(_lines(name))
    )
    return Markup('<g class="step"><rect x="{}" y="{}" width="{}" height="{}" rx="6"/>{}</g>').format(
        left, top, _BOX, tall, lines
    )


Box = tuple[float, float, float, float]


def _arrow(graph: Waits, r: Requirement, places: dict[str, tuple[float, float, float]], number: int, taken: list[Box]) -> Markup:
    (x1, y1, h1), (x2, y2, h2) = places[r.required], places[r.gated]
    shift = (number % 3 - 1) * 9
    start, end = (x1 + _BOX, y1 + h1 / 2 + shift), (x2, y2 + h2 / 2 + shift)
    bend = 70.0
    if x2 < x1:
        start, end, bend = (x1, start[1] + 12), (x2 + _BOX, end[1] + 12), -70.0
    elif x1 == x2:
        start, end, bend = (x1 + _BOX, start[1]), (x2 + _BOX, end[1]), 60.0
    far = end[0] - bend if x1 != x2 else end[0] + bend
    path = f"M{start[0]:.0f} {start[1]:.0f}C{start[0] + bend:.0f} {start[1]:.0f} {far:.0f} {end[1]:.0f} {end[0]:.0f} {end[1]:.0f}"
    points = [
        (_along(share, start[0], start[0] + bend, far, end[0]), _along(share, start[1], start[1], end[1], end[1]))
        for share in _SHARES
    ]
    kinds = f"edge{' stuck' if r.id in graph.stuck else ''}{'' if r.strict else ' soft'}"
    tip = "tip-stuck" if r.id in graph.stuck else "tip"
    label = textwrap.shorten(f"{'no need: ' if r.relation == 'not_required' else ''}{graph.holder(r)}", 28, placeholder=" …")
    x, y = _free_place(label, points, taken)
    return Markup(
        '<g class="{}"><path d="{}" marker-end="url(#{})"/><text x="{:.0f}" y="{:.0f}" text-anchor="middle">{}</text></g>'
    ).format(kinds, path, tip, x, y, escape(label))


def _free_place(label: str, points: list[tuple[float, float]], taken: list[Box]) -> tuple[float, float]:
    """Where a label stands free of boxes and other labels, near its arrow; that place is taken from then on."""
    half = len(label) * _LETTER / 2
    places = [(x, y + off) for off in (-6, 16, -20, 30) for x, y in points]
    x, y = min(places, key=lambda p: (_covered((p[0] - half, p[1] - _TALL, p[0] + half, p[1] + 4), taken), places.index(p)))
    taken.append((x - half, y - _TALL, x + half, y + 4))
    return x, y


def _covered(box: Box, taken: list[Box]) -> float:
    """How much of a box lies on others, in square pixels."""
    return sum(max(0.0, min(box[2], t[2]) - max(box[0], t[0])) * max(0.0, min(box[3], t[3]) - max(box[1], t[1])) for t in taken)
