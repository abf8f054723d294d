"""The writer's and others' assessments, and readings that are less sure."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.briefing.days import count_words
from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.retelling import Tale, tale
from dragoman.briefing.running import told
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.vocabulary import listed, table
from dragoman.briefing.wording import is_clause, is_outcome, is_thing
from dragoman.model import Assessment, Claim, Commitment, Condition, Deadline, Event, Finding, Position, SentenceKind, Threat

_SHOWN, _PEOPLE, _QUOTE = 4, 4, 44
_MOSTLY = 0.45  # what has been told by that share of its words is no news as a possible reading
WEIGHTY = 2  # readings up to this weight are worth a line in print
_OPENINGS = ("in the writer's judgement, {words}", "the writer also judges: {words}", "in the writer's view, {words}")


def assessments(teller: Teller) -> Iterator[Claim]:
    """Yield a few of the writer's judgements, those that can stand alone first, and then those of people named."""
    sure = [a for a in teller.dossier.of(Assessment) if a.certainty != "possible" and a.same_as is None]
    found = [_with_author(teller, a) for a in sure]
    yield from _writers(teller, [a for a in found if not a.author])
    named = [a for a in found if a.author and not teller.is_told(a)]
    yield from told(teller, (tale(teller, a, a.author, "judged", judged=True) for a in named[:_PEOPLE]))


def _writers(teller: Teller, found: list[Assessment]) -> Iterator[Claim]:
    new = [a for a in found if not teller.is_told(a)]
    alone = [a for a in new if len(a.spans) == 1 and is_clause(shown(a.spans[0]))]
    hanging = [a for a in new if a.spans[0].text.split()[0].lower() in listed("relatives")]
    chosen = (alone or [a for a in new if a not in hanging])[:_SHOWN]
    for number, a in enumerate(chosen):
        cited = teller.dossier.cite(a)
        teller.tell(cited)
        words = " … ".join(quoted(shown(s, _QUOTE)) for s in a.spans[:2])
        if len(teller.dossier.documents) > 1:
            yield claim(f"In the judgement of {teller.source(a)}, {words}", "assessed", cited)
        elif a in alone:
            yield claim(_OPENINGS[number % len(_OPENINGS)].format(words=words), "assessed", cited)
        else:
            yield claim(f"In passing, the writer judges: {words}", "assessed", cited)
    rest = [a for a in found if a not in chosen]
    if chosen and rest:
        cited = tuple(c for a in rest for c in teller.dossier.cite(a))
        writer = "the writer passes" if len(teller.dossier.documents) == 1 else "the writers pass"
        yield claim(f"{writer} {count_words(len(rest), 'further judgement')}", "assessed", cited)


def _with_author(teller: Teller, assessment: Assessment) -> Assessment:
    """What stands in somebody's quoted words is that person's judgement, never the writer's."""
    said = None if assessment.author else teller.said_around(assessment)
    return replace(assessment, author=said.speaker) if said and said.manner == "direct" else assessment


def threats(teller: Teller) -> Iterator[Claim]:
    """Yield who threatens whom with what in the report's words, the same threat in several places once."""
    groups: dict[tuple[str, ...], list[Threat]] = {}
    for t in teller.dossier.of(Threat):
        if t.certainty != "possible" and not teller.is_told(t):
            groups.setdefault((*teller.dossier.names(t.actor), t.measure, t.status), []).append(t)
    yield from told(teller, (_threat(teller, same) for same in groups.values()))


def _threat(teller: Teller, same: list[Threat]) -> Tale:
    said = tale(teller, same[0], same[0].actor, "made a threat")
    cited = (*said.cited, *(c for t in same for c in teller.dossier.cite(t)))
    return replace(said, cited=cited, others=tuple(t for t in same if t.document != same[0].document))


def possible(teller: Teller) -> Iterator[tuple[int, Claim]]:
    """Yield what may be meant by words whose reading is not sure, never told as found, with its weight: 0 matters most."""
    weak = [f for f in teller.dossier.findings if f.certainty == "possible"]
    readings = ((f, _reading(teller, f)) for f in weak)
    for finding, (weight, reading) in sorted(((f, r) for f, r in readings if r[1]), key=lambda found: found[1][0]):
        longer = any(_holds(f, finding) for f in weak)
        told_mostly = teller.share_told(finding.document, finding.spans[0]) >= _MOSTLY
        if not (longer or told_mostly or teller.is_told(finding)):
            spans = teller.opened(finding)
            cited = teller.dossier.cite(finding, spans)
            teller.tell(teller.dossier.cite(finding))  # a second reading of the same words tells a reader little
            kind: SentenceKind = "assessed" if isinstance(finding, Assessment) and not finding.author else "inferred"
            yield weight, claim(f"{quoted(shown(spans[0]))} may {reading}", kind, cited)


def _holds(longer: Finding, finding: Finding) -> bool:
    """Whether the words of a finding stand within the longer ones of another."""
    a, b = longer.spans[0], finding.spans[0]
    return longer.document == finding.document and a.covers(b) and a != b


def _reading(teller: Teller, finding: Finding) -> tuple[int, str]:
    """How much a reading matters, 0 most, and its words; none where it would tell a reader nothing."""
    cited = teller.dossier.cite(finding)
    match finding:
        case Condition():
            gated, required = phrase(finding.gated, cited), phrase(finding.required, cited)
            clear = is_thing(gated) and is_outcome(required)
            return 0, f"mean that {gated} comes only after {required}" if clear else "mean that one step waits for another"
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
