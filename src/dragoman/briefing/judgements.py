"""The writer's and others' assessments, and readings that are less sure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.briefing.days import count_words
from dragoman.briefing.opening import sentence_around, with_antecedent
from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.retelling import Tale, tale
from dragoman.briefing.running import told
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.vocabulary import table
from dragoman.briefing.wording import is_outcome, is_thing, worded
from dragoman.model import (
    Assessment,
    Citation,
    Claim,
    Commitment,
    Condition,
    Deadline,
    Event,
    Finding,
    Position,
    SentenceKind,
    Threat,
    Track,
)

_OTHERS = re.compile(
    r"(?:\w+ ){0,3}(?:analysts|experts|observers|critics|diplomats|officials|economists|residents|people) (?:also |now )?"
    r"(?:have |had )?(?:also |long )?(?:warn|sa[iy]|fear|believ|argu|expect|worr|caution|complain)",
    re.I,
)
"""What others are told to say is no judgement of the writer's."""
_FRAGMENT = re.compile(r"(?:to|and|or|but|of|for|with|which|that|who|keeping|[a-z]+ing) ", re.A)
_SHOWN, _PEOPLE, _QUOTE, _SENTENCE = 6, 4, 44, 60
_FRESH = 0.5  # share of a sentence told before from which on it is not quoted again around a gloss
_MOSTLY = 0.45  # what has been told by that share of its words is no news as a possible reading
_WHOLE = 0.85  # share of a sentence from which on a judgement is all of it
_NUMBERS = "none one two three four five six seven eight nine".split()
_READINGS = {
    "only_after": "{gated} comes only after {required}",
    "if": "{gated} hangs on {required}",
    "unless": "{gated} follows unless this holds: {required}",
}
_LEAST = 5  # words of a possible judgement that tell a reader something
WEIGHTY = 2  # readings up to this weight are worth a line in print
_OPENINGS = ("in the writer's judgement, {words}", "the writer also judges: {words}", "in the writer's view, {words}")
_GLOSSES = ("in passing, the writer judges: {words}", "the writer remarks: {words}", "the writer also remarks: {words}")
_AROUND = ("the writer adds a judgement: {words}", "again with a judgement, the report says: {words}")


def assessments(teller: Teller) -> Iterator[Claim]:
    """Yield a few of the writer's judgements, those that can stand alone first, and then those of people named."""
    sure = [a for a in teller.dossier.of(Assessment) if a.certainty != "possible" and a.same_as is None]
    found = [_with_author(teller, a) for a in sure]
    yield from _writers(teller, [a for a in found if not a.author and not _OTHERS.match(shown(a.spans[0]))])
    named = [a for a in found if a.author and not teller.is_told(a) and _is_whole(a)]
    yield from told(teller, (tale(teller, a, a.author, "judged", judged=True) for a in named[:_PEOPLE]))


def _is_whole(a: Assessment) -> bool:
    """Whether the words of somebody's judgement are a clause: a torn part of one says nothing that is his."""
    return len(a.spans) == 1 and worded(shown(a.spans[0])).shape == "clause" and not _FRAGMENT.match(shown(a.spans[0]))


def _writers(teller: Teller, found: list[Assessment]) -> Iterator[Claim]:
    new = [a for a in found if not teller.is_told(a)]
    alone = [a for a in new if len(a.spans) == 1 and not _hangs(teller, a) and worded(shown(a.spans[0])).shape == "clause"]
    chosen = [*alone, *(a for a in new if a not in alone)][:_SHOWN]
    turns: dict[tuple[str, ...], int] = {}
    for a in chosen:
        kinds, words, cited = _worded(teller, a, a in alone)
        teller.tell(cited)
        turn = turns.get(kinds, 0)
        turns[kinds] = turn + 1
        if len(teller.dossier.documents) > 1:
            yield claim(f"In the judgement of {teller.source(a)}, {words}", "assessed", cited)
        else:
            yield claim(kinds[turn % len(kinds)].format(words=words), "assessed", cited)
    yield from _counted(teller, [a for a in found if a not in new], [a for a in new if a not in chosen])


def _hangs(teller: Teller, a: Assessment) -> bool:
    """Whether a judgement is a clause with "-ing" after a comma: "..., leaving little hope of a deal"."""
    before = teller.dossier.document[a.document].text[: a.spans[0].start].rstrip()
    return a.spans[0].text.split()[0].endswith("ing") and before.endswith((",", "—", "–"))


def _worded(teller: Teller, a: Assessment, alone: bool) -> tuple[tuple[str, ...], str, tuple[Citation, ...]]:
    """The leads that fit a judgement, its words, and what they rest on: a mere gloss stands within its sentence."""
    document = teller.dossier.document[a.document]
    whole = with_antecedent(document, a.spans[0], _SENTENCE) if alone else None
    if whole is not None:
        return _AROUND, quoted(shown(whole, _SENTENCE)), teller.dossier.cite(a, (whole,))
    around = None if alone or len(a.spans) > 1 else sentence_around(document, a.spans[0], _SENTENCE)
    if around is not None and len(a.spans[0].text) > _WHOLE * len(around.text):
        return _OPENINGS, quoted(shown(around, _SENTENCE)), teller.dossier.cite(a, (around,))
    if around is not None and teller.share_told(document.id, around) < _FRESH:
        return _AROUND, quoted(shown(around, _SENTENCE)), teller.dossier.cite(a, (around,))
    words = " … ".join(quoted(shown(s, _QUOTE)) for s in a.spans[:2])
    return (_OPENINGS if alone else _GLOSSES), words, teller.dossier.cite(a)


def _counted(teller: Teller, told_before: list[Assessment], more: list[Assessment]) -> Iterator[Claim]:
    """How much of what has been quoted is the writer's judgement, and how much more there is."""
    if told_before:
        cited = tuple(c for a in told_before for c in teller.dossier.cite(a))
        number = len(told_before)
        passages = f"{_NUMBERS[number] if number < len(_NUMBERS) else number} of the passages quoted above"
        own = "is the writer's own judgement" if number == 1 else "are the writer's own judgements"
        yield claim(f"{passages} {own}", "assessed", cited)
    if more:
        cited = tuple(c for a in more for c in teller.dossier.cite(a))
        writer = "the writer passes" if len(teller.dossier.documents) == 1 else "the writers pass"
        yield claim(f"{writer} {count_words(len(more), 'further judgement')}", "assessed", cited)


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
        told_mostly = isinstance(finding, Position) and _of_tracks(teller, finding)
        told_mostly = told_mostly or teller.share_told(finding.document, finding.spans[0]) >= _MOSTLY
        if not (longer or told_mostly or teller.is_told(finding)):
            spans = teller.opened(finding)
            cited = teller.dossier.cite(finding, spans)
            teller.tell(teller.dossier.cite(finding))  # a second reading of the same words tells a reader little
            kind: SentenceKind = "assessed" if isinstance(finding, Assessment) and not finding.author else "inferred"
            yield weight, claim(f"{quoted(shown(spans[0]))} may {reading}", kind, cited)


def _of_tracks(teller: Teller, finding: Position) -> bool:
    """Whether a position only proposes the lines of talks that are told of as proposed."""
    tracks = (t for t in teller.dossier.of(Track) if t.certainty != "possible" and t.document == finding.document)
    return any(s.covers(t.spans[0]) for t in tracks for s in finding.spans)


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
            if not clear:
                return 0, "mean that one step waits for another"
            told_ = _READINGS.get(finding.relation, _READINGS["only_after"])
            return 0, f"mean that {told_.format(gated=gated, required=required)}"
        case Position() if finding.actor:
            return 1, f"mean that {teller.who(finding.actor)} {table('readings')[finding.stance]}"
        case Deadline():
            return 1, f"set a deadline: {phrase(finding.when_text, cited)}"
        case Assessment() if not finding.author and len(finding.spans[0].text.split()) >= _LEAST:
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
