"""What a reader must know before believing the rest: absences and doubts, with the reports searched."""

import re
from collections.abc import Iterator

from dragoman.analysis import Analysis
from dragoman.assembly import Dossier
from dragoman.briefing.days import count_words, day_words, length_words
from dragoman.briefing.quoting import quoted
from dragoman.briefing.references import shown_headline
from dragoman.briefing.telling import joined
from dragoman.briefing.vocabulary import listed, table
from dragoman.model import (
    Commitment,
    Condition,
    Deadline,
    Document,
    Notice,
    Position,
    Statement,
    Track,
)


def notices(dossier: Dossier, analysis: Analysis) -> Iterator[Notice]:
    """Yield every notice, the gravest first."""
    everything = tuple(d.id for d in dossier.documents)
    if not any(dossier.of(k) for k in (Position, Condition, Deadline, Commitment, Track)):
        yield Notice("none_found", f"No negotiation was found in {_named(dossier.documents)}.", everything)
    yield from _sources(dossier, everything)
    for document in dossier.documents:
        yield from headline_and_body(document)
        yield from _date(document)
    if analysis.capped:
        yield Notice(
            "capped", "There are too many rings of conditions to follow them all; some deadlocks may be missing.", everything
        )
    yield from _undated(dossier, analysis)
    yield from _speakers(dossier)
    for document in dossier.documents:
        for remark in document.remarks:
            yield Notice("reading", f"{_name(document)}: {remark}", (document.id,))


def _sources(dossier: Dossier, everything: tuple[str, ...]) -> Iterator[Notice]:
    publishers = {d.publisher for d in dossier.documents}
    if len(everything) == 1:
        report = _name(dossier.documents[0])
        text = f"Single source: this briefing rests on one report alone, {report}, and nothing in it is confirmed by another."
        yield Notice("single_source", text, everything)
    elif len(publishers) == 1 and None not in publishers:
        text = f"Single source: all {len(everything)} reports come from one publisher, {publishers.pop()}."
        yield Notice("single_source", text, everything)


def headline_and_body(document: Document) -> Iterator[Notice]:
    """Yield a notice where the headline calls finished what the body calls a draft, a proposal or a possibility."""
    headline = shown_headline(document) if document.headline or document.title else ""
    body = " ".join(p.text for p in document.paragraphs)
    words = re.findall(r"[\w'’-]+", headline)
    for at, word in enumerate(words):
        if word.lower() not in listed("finished"):
            continue
        near = {w.lower() for w in words[max(0, at - 3) : at + 4] if w.lower() not in listed("ignored") | listed("finished")}
        found = _unfinished(body, {w for w in near if len(w) > 3})
        if found:
            name = _name(document, short=True)
            text = f"Headline and body differ in {name}: the headline says {quoted(word)}, the body {quoted(found)}."
            yield Notice("headline_differs", text, (document.id,))
            return


def _unfinished(body: str, nouns: set[str]) -> str:
    """Words of the body in which one of the nouns is not finished yet; empty if there are none."""
    weak = "|".join(sorted(listed("unfinished")))
    stems = {n.rstrip("s") for n in nouns}
    pattern = rf"\b(?:{weak})\s+(?:of\s+(?:the|a|an|its|their|this)\s+)?[\w-]+(?:\s+[\w-]+)?"
    for match in re.finditer(pattern, body, re.I):
        words = list(re.finditer(r"[\w-]+", match.group(0)))
        hit = next((w for w in words[1:] if w.group(0).lower().rstrip("s") in stems), None)
        if hit:
            return match.group(0)[: hit.end()]
    return ""


def _date(document: Document) -> Iterator[Notice]:
    date = document.date
    if date.value is None:
        yield Notice("date_unknown", f"The date of {_name(document)} is unknown, so no days are counted from it.", (document.id,))
    elif date.assumed:
        day, how = day_words(str(date.value)), table("origins")[date.origin]
        name = _name(document, short=True)
        text = f"The date of {name}, {day}, is assumed: it is taken {how}; what is counted from it is assumed as well."
        yield Notice("date_assumed", text, (document.id,))


def _undated(dossier: Dossier, analysis: Analysis) -> Iterator[Notice]:
    for due in analysis.deadlines:
        d = due.deadline
        if d.date is None and d.certainty != "possible":
            length = f", which runs for {length_words(d.duration)}," if d.duration else ""
            why = "the day it starts from is not in the text" if d.duration else "the text fixes no day"
            documents = tuple(dict.fromkeys(m.document for m in (d, *due.mentions)))
            span = next((s.text for s in d.spans if d.when_text in s.text), "")
            name = quoted(d.when_text) if span and '"' not in d.when_text else d.when_text
            yield Notice("deadline_undated", f"The date of the deadline {name}{length} is unknown: {why}.", documents)


def _speakers(dossier: Dossier) -> Iterator[Notice]:
    lost = [s for s in dossier.of(Statement) if not s.speaker]
    if lost:
        documents = tuple(dict.fromkeys(s.document for s in lost))
        candidates = dossier.names(tuple(c for s in lost for c in s.candidates if c in dossier.party_of))
        maybe = f" It may be {' or '.join(candidates)}." if candidates and len(lost) == 1 else ""
        text = f"The speaker of {count_words(len(lost), 'statement')} is not settled.{maybe}"
        yield Notice("speaker_unresolved", text, documents)


def _named(documents: tuple[Document, ...]) -> str:
    if len(documents) > 3:
        return f"the {len(documents)} reports searched"
    return joined(_name(d) for d in documents) or "what was given"


def _name(document: Document, short: bool = False) -> str:
    if short or not document.headline:
        return document.publisher or (f"the report {document.id}" if document.id != "report" else "the report")
    publisher = f" ({document.publisher})" if document.publisher else ""
    return f"{quoted(shown_headline(document))}{publisher}"
