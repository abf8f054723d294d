"""What a reader must know before believing the rest: absences and doubts, with the reports searched."""

import re
from collections.abc import Iterator

from dragoman.analysis import Analysis, Due, unreckoned
from dragoman.assembly import Dossier
from dragoman.assembly.coverage import gaps, lacks_independent, unheard
from dragoman.assembly.parties import is_nameless
from dragoman.assembly.silence import Silence, silences
from dragoman.briefing.days import day_words, length_words
from dragoman.briefing.naming import joined
from dragoman.briefing.quoting import quoted
from dragoman.briefing.references import shown_headline
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

_CANDIDATES, _GAPS = 3, 3
_SILENT, _ISSUES = 5, 3
_BARE_DRAFT = re.compile(
    r"\b(?:a|the|any|each|this|that|no|one|first|joint|final)\s+draft(?=[.,;:]|\s+"
    r"(?:that|which|to|is|was|has|had|on|from|before|by|and|agreed|acceptable|approved|both)\b)",
    re.I,
)


def notices(dossier: Dossier, analysis: Analysis) -> Iterator[Notice]:
    """Yield every notice, the gravest first."""
    everything = tuple(d.id for d in dossier.documents)
    if not any(dossier.of(k) for k in (Position, Condition, Deadline, Commitment, Track)):
        yield Notice("none_found", f"No negotiation was found in {_named(dossier.documents)}.", everything)
    yield from _sources(dossier, everything)
    for document in dossier.documents:
        yield from headline_and_body(document, one=len(everything) == 1)
    yield from _dates(dossier.documents)
    if analysis.capped:
        yield Notice(
            "capped",
            "There are too many rings of conditions, or ways out of them, to follow them all: what is told of deadlocks and ways "
            "out is a part, and some may be missing.",
            everything,
        )
    yield from _of_themselves(dossier)
    yield from _at_once(dossier)
    yield from _undated(dossier, analysis)
    yield from _speakers(dossier)
    yield from _withheld(dossier.documents)
    yield from _disputed(dossier, everything)
    if len(everything) > 2:
        yield from _coverage(dossier, analysis, everything)
    yield from _remarks(dossier.documents)


def _of_themselves(dossier: Dossier) -> Iterator[Notice]:
    """Conditions whose two steps were taken as one: nothing can wait for itself, so they are left out of the reckoning."""
    own = [r for r in dossier.requirements if r.gated == r.required and r.certainty != "possible"]
    for r in own[:_ISSUES]:
        words = quoted(" ".join(r.citations[0].quote.split()))
        text = (
            f"In {words} what waits and what it waits for were taken as one step, {quoted(dossier.step[r.gated].name)}; nothing "
            "can wait for itself, so this condition is left out of the reckoning. A steps file can part the two wordings "
            "(apart: A | B)."
        )
        yield Notice("waits_for_itself", text, (r.citations[0].document,))


def _at_once(dossier: Dossier) -> Iterator[Notice]:
    """Conditions by which two steps come at one moment, one of which another condition makes wait for the other."""
    for r in unreckoned(dossier)[:_ISSUES]:
        words = quoted(" ".join(r.citations[0].quote.split()))
        text = (
            f"{words} would have two steps come at one moment, while another condition has one of them wait for the other; "
            "since the first makes no step wait, no deadlock and no day is reckoned from it."
        )
        yield Notice("at_one_moment", text, (r.citations[0].document,))


def _coverage(dossier: Dossier, analysis: Analysis, everything: tuple[str, ...]) -> Iterator[Notice]:
    """What the reports leave out, as far as it bears on what stands."""
    if found := gaps(dossier):
        told = joined(f"between {day_words(str(a))} and {day_words(str(b))}" for a, b in found[:_GAPS])
        yield Notice("coverage", f"There is no report here {told}.", everything)
    stuck = [p for d in analysis.deadlocks if d.until is None for p in d.parties]
    for party in unheard(dossier, stuck):
        name = dossier.party[party].name
        told = f"No words of {name} were found in these {len(everything)} reports; its stand is told by others."
        yield Notice("coverage", told, everything)
    yield from _silent(dossier)
    if lacks_independent(dossier):
        yield Notice("coverage", "By the outlets file, none of these reports comes from an independent outlet.", everything)


def _silent(dossier: Dossier) -> Iterator[Notice]:
    """One notice for each party that has no word on what others speak of, and one where it has had none for a week or more."""
    by_party: dict[tuple[str, str], list[Silence]] = {}
    for silence in silences(dossier):
        by_party.setdefault((silence.party, str(silence.since or "")), []).append(silence)
    for (party, since), found in list(by_party.items())[:_SILENT]:
        told = found[:_ISSUES]
        documents = tuple(dict.fromkeys(d for s in told for d in s.documents))
        issues = joined(f"{quoted(s.issue)} ({_speaking(dossier, s)} of it)" for s in told)
        when = f"after {day_words(since)}" if since else f"in these {len(dossier.documents)} reports"
        text = f"No word of {dossier.party[party].name} was found {when} on {issues}."
        yield Notice("silence", text, documents)


def _speaking(dossier: Dossier, silence: Silence) -> str:
    names = sorted(dossier.party[o].name for o in silence.others)
    named = [n for n in names if not is_nameless(n)] or names
    return f"{joined(named)} {'speaks' if len(named) == 1 else 'speak'}"


def _disputed(dossier: Dossier, everything: tuple[str, ...]) -> Iterator[Notice]:
    """How many readings two people judged differently."""
    number = len(dossier.disputed)
    if number == 1:
        told = "1 reading is disputed between the people who judged it; it counts as possible until they agree."
        yield Notice("disputed", told, everything)
    elif number:
        told = f"{number} readings are disputed between the people who judged them; they count as possible until they agree."
        yield Notice("disputed", told, everything)


def _withheld(documents: tuple[Document, ...]) -> Iterator[Notice]:
    """How many entries are left out to protect a person, without a word on whom."""
    counts = {d.id: d.withheld for d in documents if d.withheld is not None}
    if counts:
        number = sum(counts.values())
        told = "1 entry is" if number == 1 else f"{number} entries are"
        yield Notice("withheld", f"To protect a person, {told} withheld, and names are covered.", tuple(counts))


def _sources(dossier: Dossier, everything: tuple[str, ...]) -> Iterator[Notice]:
    publishers = {d.publisher for d in dossier.documents}
    if len(everything) == 1:
        by = f", by {dossier.documents[0].publisher}" if dossier.documents[0].publisher else ""
        text = f"Single source: this briefing rests on one report alone{by}; nothing in it is confirmed by another."
        yield Notice("single_source", text, everything)
    elif len(publishers) == 1 and None not in publishers:
        text = f"Single source: all {len(everything)} reports come from one publisher, {publishers.pop()}."
        yield Notice("single_source", text, everything)
    elif any(set(group) == set(everything) for group in dossier.copies):
        text = f"Single source: all {len(everything)} reports tell the same in the same words; they count as one."
        yield Notice("single_source", text, everything)
    for group in dossier.copies:
        if len(group) < len(everything):
            text = f"{_listed([dossier.document[d] for d in group])} tell the same in the same words; they count as one source."
            yield Notice("copies", text, group)


def headline_and_body(document: Document, one: bool = True) -> Iterator[Notice]:
    """Yield a notice where the headline calls finished what the body calls a draft, a proposal or a possibility."""
    headline = shown_headline(document) if document.headline or document.title else ""
    body = " ".join(p.text for p in document.paragraphs)
    words = re.findall(r"\w[\w'’-]*\w|\w", headline)
    for at, word in enumerate(words):
        if word.lower() not in listed("finished"):
            continue
        near = {w.lower() for w in words[max(0, at - 5) : at + 4] if w.lower() not in listed("ignored") | listed("finished")}
        if words[at + 1 : at + 2] and words[at + 1].lower() in ("off", "up", "out"):
            word = f"{word} {words[at + 1]}"  # "signed off", "written out"
        found = _unfinished(body, {w for w in near if len(w) > 3})
        if found:
            name = "" if one else f" in {_name(document)}"
            text = f"Headline and body differ{name}: the headline says {quoted(word)}, the body {quoted(found)}."
            yield Notice("headline_differs", text, (document.id,))
            return


def _unfinished(body: str, nouns: set[str]) -> str:
    """Words of the body in which one of the nouns is not finished yet; empty if there are none."""
    stems = {n.rstrip("s") for n in nouns}
    weak = "|".join(sorted(listed("unfinished")))
    if stems & {t.rstrip("s") for t in listed("texts")} and (draft := _named_draft(body)):
        return draft
    pattern = rf"\b(?:{weak})\s+(?:of\s+(?:the|a|an|its|their|this)\s+)?[\w-]+(?:\s+[\w-]+)?"
    for match in re.finditer(pattern, body, re.I):
        words = list(re.finditer(r"[\w-]+", match.group(0)))
        hit = next((w for w in words[1:] if _same_thing(w.group(0).lower().rstrip("s"), stems)), None)
        if hit:
            return match.group(0)[: hit.end()]
    return _bare_draft(body) if stems & {t.rstrip("s") for t in listed("texts")} else ""


def _named_draft(body: str) -> str:
    """A draft of some text that the body tells ("draft contract"), which says more than that something is "planned"."""
    texts = "|".join(sorted(t for t in listed("texts") if t != "terms"))
    found = re.search(rf"\bdraft\s+(?:[\w-]+\s+)?(?:{texts})\b", body, re.I)
    return found.group(0) if found else ""


def _bare_draft(body: str) -> str:
    """ "Until they had produced a draft that both could accept": the text under negotiation, by that name alone."""
    found = _BARE_DRAFT.search(body)
    return found.group(0) if found else ""


def _same_thing(noun: str, stems: set[str]) -> bool:
    """Whether a noun is one of those named, or both are names of the text under negotiation ("deal", "terms")."""
    texts = {t.rstrip("s") for t in listed("texts")}
    return noun in stems or bool(noun in texts and stems & texts)


def _dates(documents: tuple[Document, ...]) -> Iterator[Notice]:
    """One notice for all reports without a date, and one for each way in which dates are assumed."""
    one = len(documents) == 1
    unknown = [d for d in documents if d.date.value is None]
    if unknown:
        whose = "the report" if one else _listed(unknown)
        yield Notice("date_unknown", f"The date of {whose} is unknown, so no days are counted from it.", _ids(unknown))
    assumed: dict[str, list[Document]] = {}
    for d in documents:
        if d.date.value is not None and d.date.assumed:
            assumed.setdefault(table("origins")[d.date.origin], []).append(d)
    for how, found in assumed.items():
        if len(found) == 1:
            whose = "the report" if one else _name(found[0])
            day = day_words(str(found[0].date.value))
            text = f"The date of {whose}, {day}, is assumed: it is taken {how}; what is counted from it is assumed as well."
        else:
            text = f"The dates of {len(found)} reports are assumed: they are taken {how}, and so is what is counted from them."
        yield Notice("date_assumed", text, _ids(found))


def _ids(documents: list[Document]) -> tuple[str, ...]:
    return tuple(d.id for d in documents)


def _undated(dossier: Dossier, analysis: Analysis) -> Iterator[Notice]:
    """One notice for all deadlines whose day no report fixes."""
    open_ = [d for d in analysis.deadlines if d.deadline.date is None and d.deadline.certainty != "possible"]
    if not open_:
        return
    documents = tuple(dict.fromkeys(m.document for d in open_ for m in (d.deadline, *d.mentions)))
    names = [_undated_name(d) for d in open_]
    if len(open_) == 1:
        why = "the day it starts from is not in the text" if open_[0].deadline.duration else "the text fixes no day"
        text = f"The date of the deadline {names[0]} is unknown: {why}."
    else:
        text = f"The dates of {len(open_)} deadlines are unknown, since the text fixes no day for them: {joined(names)}."
    yield Notice("deadline_undated", text, documents)


def _undated_name(due: Due) -> str:
    """A deadline by its words, with its length where those do not tell it."""
    d = due.fullest
    words = d.when_text or d.what
    span = next((s.text for s in d.spans if words in s.text), "")
    name = quoted(words) if span and '"' not in words else words
    told = set(re.findall(r"\d+", d.duration or "")) <= set(re.findall(r"\d+", words))
    return f"{name} ({length_words(d.duration)})" if d.duration and not told else name


def _speakers(dossier: Dossier) -> Iterator[Notice]:
    """One notice for all statements whose speaker is not settled, with those it may be."""
    lost = [s for s in dossier.of(Statement) if not s.speaker]
    if lost:
        documents = tuple(dict.fromkeys(s.document for s in lost))
        candidates = dossier.names(tuple(c for s in lost for c in s.candidates if c in dossier.party_of))[:_CANDIDATES]
        one = len(lost) == 1
        maybe = f" It may have been {' or '.join(candidates)}." if candidates else ""
        text = f"Who spoke could not be settled for {'one statement' if one else f'{len(lost)} statements'}.{maybe}"
        yield Notice("speaker_unresolved", text, documents)


def _remarks(documents: tuple[Document, ...]) -> Iterator[Notice]:
    """One notice for everything that looked wrong while the reports were read, the same remark on several reports once."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        for remark in document.remarks:
            found.setdefault(remark.rstrip(". "), []).append(document)
    if found:
        one = len(documents) == 1
        told = [r if one else f"{_listed(ds)}: {r}" for r, ds in _by_lines(found).items()]
        text = f"While {'the report was' if one else 'the reports were'} read, something looked wrong. {'. '.join(told)}."
        yield Notice("reading", text, tuple(dict.fromkeys(d.id for ds in found.values() for d in ds)))


def _by_lines(found: dict[str, list[Document]]) -> dict[str, list[Document]]:
    """Remarks on one report that differ in their line alone as one remark on all the lines."""
    lines: dict[tuple[str, str], list[str]] = {}
    out: dict[str, list[Document]] = {}
    for remark, documents in found.items():
        match = re.match(r"In line (\d+)(.*)", remark, re.S)
        if match and len(documents) == 1:
            lines.setdefault((documents[0].id, match.group(2)), []).append(match.group(1))
        else:
            out[remark] = documents
    by_id = {d.id: d for documents in found.values() for d in documents}
    for (document, rest), numbers in lines.items():
        out[f"In line{'s' if len(numbers) > 1 else ''} {joined(numbers)}{rest}"] = [by_id[document]]
    return out


def _listed(documents: list[Document]) -> str:
    names = list(dict.fromkeys(_name(d) for d in documents))
    return joined(names) if len(names) < 4 else joined([*names[:2], f"{len(names) - 2} more reports"])


def _named(documents: tuple[Document, ...]) -> str:
    if len(documents) > 3:
        return f"the {len(documents)} reports searched"
    return joined(_name(d) for d in documents) or "what was given"


def _name(document: Document) -> str:
    """A report by its headline and publisher; by its id only where it has neither."""
    if not document.headline:
        return document.publisher or f"the report {document.id}"
    publisher = f" ({document.publisher})" if document.publisher else ""
    return f"{quoted(shown_headline(document))}{publisher}"
