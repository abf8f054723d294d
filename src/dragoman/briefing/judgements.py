"""The writer's and others' assessments, and readings that are less sure."""

from collections.abc import Iterator

from dragoman.briefing.quoting import phrase, quoted, shown
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.vocabulary import table
from dragoman.model import Assessment, Claim, Commitment, Condition, Deadline, Event, Finding, Position, Threat

_SHOWN = 10
_OPENINGS = ("In the reporter's judgement", "In the reporter's view", "The reporter also judges")


def assessments(teller: Teller) -> Iterator[Claim]:
    """Yield the writer's judgements, then those of people named."""
    found = [a for a in teller.dossier.of(Assessment) if a.certainty != "possible" and a.same_as is None]
    for number, a in enumerate([a for a in found if not a.author][:_SHOWN]):
        words = " … ".join(quoted(shown(s)) for s in a.spans[:2])
        opening = _OPENINGS[0] if number == 0 else _OPENINGS[1 + number % 2]
        yield claim(f"{opening}: {words}", "assessed", teller.dossier.cite(a))
    for a in [a for a in found if a.author][:_SHOWN]:
        yield claim(f"{teller.who(a.author)} judged: {quoted(shown(a.spans[0]))}", "said", teller.dossier.cite(a))


def threats(teller: Teller) -> Iterator[Claim]:
    """Yield who threatens whom with what, the same threat in several places once."""
    groups: dict[tuple[str, ...], list[Threat]] = {}
    for t in teller.dossier.of(Threat):
        if t.certainty != "possible":
            groups.setdefault((*teller.dossier.names(t.actor), t.measure, t.status), []).append(t)
    for same in groups.values():
        yield _threat(teller, same)


def _threat(teller: Teller, same: list[Threat]) -> Claim:
    t = same[0]
    cited = [c for other in same for c in teller.dossier.cite(other)]
    actor, target, measure = teller.who(t.actor) or "somebody not named", teller.who(t.target), phrase(t.measure, cited)
    if t.status == "threatened":
        text = f"{actor} threatened {target + ' with ' if target else ''}{measure}"
    else:
        text = f"{actor} {t.status} {measure}{' on ' + target if target and t.status == 'imposed' else ''}"
    return claim(f"{text}, according to {teller.source(t)}", "reported", cited)


def possible(teller: Teller) -> Iterator[Claim]:
    """Yield what may be meant by words whose reading is not sure; never told as found."""
    for finding in teller.dossier.findings:
        if finding.certainty != "possible":
            continue
        reading = _reading(teller, finding)
        if reading:
            words = quoted(shown(finding.spans[0]))
            yield claim(f"{words} may be read as {reading}", "inferred", teller.dossier.cite(finding))


def _reading(teller: Teller, finding: Finding) -> str:
    cited = teller.dossier.cite(finding)
    match finding:
        case Position():
            who = teller.who(finding.actor) or "somebody not named"
            return f"a position: {who} {table('stances')[finding.stance]} it"
        case Condition():
            return f"a condition: {phrase(finding.gated, cited)} waits for {phrase(finding.required, cited)}"
        case Deadline():
            return f"a deadline: {phrase(finding.when_text, cited)}"
        case Commitment():
            return f"a promise: {phrase(finding.item, cited)}"
        case Event() if finding.type != "other":
            return f"an event: {table('events')[finding.type]}"
        case _:
            return ""
