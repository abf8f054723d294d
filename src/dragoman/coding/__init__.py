"""From a report to its findings: one module a kind, over one parse."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from dragoman.coding.actors import Cast, find_actors
from dragoman.coding.assessments import find_assessments
from dragoman.coding.commitments import find_commitments
from dragoman.coding.conditions import find_conditions
from dragoman.coding.deadlines import find_deadlines
from dragoman.coding.events import find_events
from dragoman.coding.holding import with_holders
from dragoman.coding.instruments import find_instruments
from dragoman.coding.parse import Parse, load_pipeline, parse_all
from dragoman.coding.positions import find_positions
from dragoman.coding.scene import Scene
from dragoman.coding.statements import find_statements
from dragoman.coding.threats import find_threats
from dragoman.coding.tracks import find_tracks
from dragoman.coding.weighing import Judge, load_weights, of_report, weigh
from dragoman.model import Actor, Coded, Document, Finding

CODER = "dragoman 0.1.0"
_ACTOR_FIELDS = frozenset(
    "speaker on_behalf_of addressee via candidates actor holder setter giver receiver target participants parties author".split()
)

__all__ = ["CODER", "code", "code_all", "code_parse", "load_pipeline"]


def code(document: Document, judge: Judge | None = None) -> Coded:
    """Return the report with everything found in it; `judge` says how sure each reading is (by default: learned weights)."""
    return next(code_all([document], judge))


def code_all(documents: Iterable[Document], judge: Judge | None = None) -> Iterator[Coded]:
    """Yield each report with what was found in it; parses in batches, so many at once cost less than one by one."""
    return (code_parse(p, judge) for p in parse_all(documents))


def code_parse(parse: Parse, judge: Judge | None = None) -> Coded:
    """Return the findings of a parsed report, actors first, then kind by kind in the order of the text."""
    judge = judge or load_weights()
    cast = find_actors(parse, CODER)
    scene = Scene(parse, cast, statements=find_statements(parse, cast, CODER), coder=CODER)
    cast.resolve_first_person(scene.statements)
    about = of_report(scene)
    scene.conditions = weigh(scene, find_conditions(scene), judge, about)
    scene.positions = weigh(scene, find_positions(scene), judge, about)
    scene.conditions = with_holders(scene.conditions, scene.positions)
    found: list[Finding] = [*scene.statements, *scene.positions, *scene.conditions]
    for find in (
        find_deadlines, find_commitments, find_threats, find_events, find_tracks, find_instruments, find_assessments,
    ):  # fmt: skip
        found += weigh(scene, find(scene), judge, about)
    found = list({f.id: f for f in found}.values())
    return Coded(parse.document, (*_used_actors(found, cast), *found))


def _used_actors(found: list[Finding], cast: Cast) -> tuple[Actor, ...]:
    used = {i for f in found for name in (x.name for x in fields(f)) if name in _ACTOR_FIELDS for i in getattr(f, name)}
    return cast.coded(used | cast.taking_part())
