"""Invented reports as coded findings, from a few words a line."""

from dragoman.model import Actor, Certainty, Coded, Condition, Document, Finding, Moment, ReportDate


def report(
    name: str,
    day: str,
    conditions: list[tuple[str, str, str, str]],
    *,
    roles: dict[str, str] | None = None,
    strict: bool = True,
    certainty: Certainty = "sure",
) -> Coded:
    """Return a report of the given conditions: holder, relation, gated, required; a relation ending in ? is hedged."""
    text, findings, actors = "", [], {}
    for holder, _, _, _ in conditions:
        if holder and holder not in actors:
            place = len(text)
            text += holder + ". "
            spans = (Document("x", text).span(place, place + len(holder)),)
            role = (roles or {}).get(holder)
            actors[holder] = (spans, role)
    made: dict[str, Actor] = {
        h: Actor(document=name, spans=s, name=h, type="person" if r else "organisation", role=r) for h, (s, r) in actors.items()
    }
    for holder, relation, gated, required in conditions:
        g = len(text)
        text += f"{gated} after "
        r = len(text)
        text += f"{required}. "
        whole = Document("x", text)
        findings.append(
            Condition(
                document=name,
                spans=(whole.span(g, r + len(required)),),
                holder=(made[holder].id,) if holder else (),
                gated=gated,
                gated_span=(whole.span(g, g + len(gated)),),
                required=required,
                required_span=(whole.span(r, r + len(required)),),
                relation=relation.rstrip("?"),  # type: ignore[arg-type]  # written out in the tables of the tests
                strict=not relation.endswith("?"),
                certainty=certainty,
            )
        )
    found: list[Finding] = [*made.values(), *findings]
    return Coded(Document(name, text, date=ReportDate(Moment(day), "field")), tuple(found))
