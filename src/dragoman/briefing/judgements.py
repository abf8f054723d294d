"""The writer's and others' assessments, and readings that are less sure."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim, joined
from dragoman.briefing.vocabulary import table
from dragoman.model import Assessment, Claim, Commitment, Condition, Deadline, Event, Finding, Position, SentenceKind, Threat

_SHOWN, _PAIR = 12, 2
WEIGHTY = 2  # readings up to this weight are worth a line in print
_OPENINGS = ("In the writer's judgement", "In the writer's view", "The writer also judges")


def assessments(teller: Teller) -> Iterator[Claim]:
    """Yield the writer's judgements, then those of people named."""
    sure = [a for a in teller.dossier.of(Assessment) if a.certainty != "possible" and a.same_as is None]
    found = [_with_author(teller, a) for a in sure]
    for number, some in enumerate(_by_writer([a for a in found if not a.author][:_SHOWN])):
        words = joined(" … ".join(quoted(shown(s)) for s in a.spans[:2]) for a in some)
        cited = [c for a in some for c in teller.dossier.cite(a)]
        teller.tell(cited)
        opening = _OPENINGS[0] if number == 0 else _OPENINGS[1 + number % 2]
        if len(teller.dossier.documents) > 1:
            opening = f"In the judgement of {teller.source(some[0])}"
        yield claim(f"{opening}: {words}", "assessed", cited)
    for a in [a for a in found if a.author][:_SHOWN]:
        if not teller.is_told(a):
            yield claim(f"{teller.who(a.author)} judged: {quoted(shown(a.spans[0]))}", "said", teller.dossier.cite(a))


def _with_author(teller: Teller, assessment: Assessment) -> Assessment:
    """What stands in somebody's quoted words is that person's judgement, never the writer's."""
    said = None if assessment.author else teller.said_around(assessment)
    return replace(assessment, author=said.speaker) if said and said.manner == "direct" else assessment


def _by_writer(found: list[Assessment]) -> list[list[Assessment]]:
    """Judgements of one report in pairs, in its order."""
    out: list[list[Assessment]] = []
    for a in found:
        if out and len(out[-1]) < _PAIR and out[-1][-1].document == a.document:
            out[-1].append(a)
        else:
            out.append([a])
    return out


def threats(teller: Teller) -> Iterator[Claim]:
    """Yield who threatens whom with what in the report's words, the same threat in several places once."""
    groups: dict[tuple[str, ...], list[Threat]] = {}
    for t in teller.dossier.of(Threat):
        if t.certainty != "possible" and not teller.is_told(t):
            groups.setdefault((*teller.dossier.names(t.actor), t.measure, t.status), []).append(t)
    for same in groups.values():
        yield _threat(teller, same)


def _threat(teller: Teller, same: list[Threat]) -> Claim:
    t = same[0]
    spans = teller.opened(t)
    cited = [c for other in same for c in teller.dossier.cite(other, teller.opened(other))]
    actor, target = teller.who(t.actor) or "somebody not named", teller.who(t.target)
    if t.status == "threatened":
        clause = f"{actor} threatened {target}" if target and t.target != t.actor else f"{actor} made a threat"
    else:
        on = f" on {target}" if target and t.status == "imposed" else ""
        clause = f"{actor} {t.status} a penalty{on}"
    teller.tell(cited)
    words = " … ".join(quoted(shown(s)) for s in spans)
    text, kind = teller.account(t, clause, same)
    return claim(f"{text}: {words}", kind, cited)


def possible(teller: Teller) -> Iterator[tuple[int, Claim]]:
    """Yield what may be meant by words whose reading is not sure, never told as found, with its weight: 0 matters most."""
    weak = [f for f in teller.dossier.findings if f.certainty == "possible"]
    readings = ((f, _reading(teller, f)) for f in weak)
    for finding, (weight, reading) in sorted(((f, r) for f, r in readings if r[1]), key=lambda found: found[1][0]):
        if not teller.is_told(finding) or isinstance(finding, Condition):
            words = quoted(shown(finding.spans[0]))
            kind: SentenceKind = "assessed" if isinstance(finding, Assessment) and not finding.author else "inferred"
            yield weight, claim(f"{words} may {reading}", kind, teller.dossier.cite(finding))


def _reading(teller: Teller, finding: Finding) -> tuple[int, str]:
    """How much a reading matters, 0 most, and its words; none where it would tell a reader nothing."""
    cited = teller.dossier.cite(finding)
    match finding:
        case Condition():
            return 0, f"mean that {phrase(finding.gated, cited)} waits for {phrase(finding.required, cited)}"
        case Position() if finding.actor:
            return 1, f"mean that {teller.who(finding.actor)} {table('readings')[finding.stance]}"
        case Deadline():
            return 1, f"set a deadline: {phrase(finding.when_text, cited)}"
        case Assessment() if not finding.author:
            return 2, "be the writer's own judgement"
        case Commitment() if finding.giver:
            return 2, f"be a promise of {teller.who(finding.giver)}: {phrase(finding.item, cited)}"
        case Threat() if finding.actor:
            return 2, f"be a threat by {teller.who(finding.actor)}"
        case Position():
            return 3, f"mean that somebody not named {table('readings')[finding.stance]}"
        case Event() if finding.type != "other":
            return 4, f"tell of {table('events')[finding.type]}"
        case _:
            return 9, ""
