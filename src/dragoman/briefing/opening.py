"""Where the clause of a finding opens, with what governs it, so that its words can be quoted without turning their sense."""

import re

from dragoman.briefing.vocabulary import listed
from dragoman.model import Document, Span

_BACK = 60  # characters before a condition in which its refusal may stand ("refused every visit to ...")
_RUN = 80  # characters within which a quotation that words open is followed to its end
_VERBS = 4  # words of a verb group before the word that means something ("threatened to have the", "would not be")

_REST = re.compile(r"(?:-[A-Za-z]+(?: [\w’'-]+){0,6}(?=[.,;\n]))?")  # of a word cut at its hyphen ("re|-equip")
_REFERRING = (
    r"(?:(?:If|When|Once|Until|Unless) )?"
    r"(?:[Tt]hey|[Ii]t|[Hh]e|[Ss]he|[Tt]hose|[Tt]hese|[Tt]his|[Tt]hat|Otherwise|Both|Neither|His|Her|Their|Its)\b"
)
_LED = re.compile(
    r"(?:\b(?:[Aa]s|[Ss]o) long as|\b(?:[Ii]rrespective|[Rr]egardless) of (?:whether|how|what|who)|"
    r"\b[Nn]o matter (?:whether|how|what|who)|\b[Ww]hatever|\b[Ww]hether or not|"
    r"\b(?:I|[Ww]e) (?:do not|don['’]t) (?:know (?:why|whether|if|that)|think(?: that)?|believe(?: that)?)|"
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey) (?:hopes?|fears?|doubts?|wish(?:es)?)(?: that)?|"
    r"\b(?:his|her|its|their|our|my) (?:hopes?|wish|fears?|doubts?|concerns?|expectations?|belief)(?: that)?|"
    r"\b[Ii]t is (?:un)?(?:clear|likely|certain|known) (?:whether|why|that|if)) $"
)
"""What governs a clause and turns its sense, right before it."""
_CLAUSE_BEFORE = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Uu]ntil|[Ww]hatever|[Ee]ven if|[Aa]s long as|[Pp]rovided) [^,.;:?!\n\"“”]{2,50}, (?:then )?$"
)
"""A clause of condition right before its main clause."""
_TAKEN_BACK = rf",? but [^.;:?!\"“”\n]{{2,{_RUN}}}(?=[.;])"
_LEAD = r"[\s—–:-]*(?:[A-Z][A-Z. ]+:)?\s*(?:(?:But|And|Yet|So|Instead),? )?"  # a speaker's label, a conjunction
_DAY = r"(?:\d+-\d+ )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day to $"  # "voted on Tuesday to reject"


def opened(document: Document, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a finding's words with what opens their clause ("if", "ruled out", "no longer") and with marks that pair."""
    text = document.text
    starts = [_pronoun(text, _adverbs(text, _verb_group(text, _opening(text, _adverbs(text, s.start))))) for s in spans]
    words = " ".join(text[a : s.end].lower() for a, s in zip(starts, spans, strict=True))
    if not set(re.findall(r"[\w’']+", words)) & listed("refusals"):
        starts[0] = _refusal(text, starts[0])
    starts = [a + _label(text[a : s.end]) for a, s in zip(starts, spans, strict=True)]
    ends = [*(s.end for s in spans[:-1]), _turned(text, spans[-1].end)]
    ends = [e + len(_REST.match(text[e : e + _RUN]).group()) for e in ends]  # type: ignore[union-attr]  # always matches
    starts = [_opening(text, _article(text, a)) for a in starts]  # "if" may stand before the subject that was found
    starts = [_turning(text, a) for a in starts]
    return tuple(document.span(*_paired(text, a, end)) for a, end in zip(starts, ends, strict=True))


def _turning(text: str, start: int) -> int:
    """Where the words begin that turn the sense of what follows: "As long as", "irrespective of whether", "I don't know why",
    "If we can, ", "their hope that"."""
    near = text[max(0, start - _BACK) : start]
    found = _LED.search(near) or _CLAUSE_BEFORE.search(near)
    return start - len(near) + found.start() if found else start


def _turned(text: str, end: int) -> int:
    """Where the words end with the ", but ..." that takes them back ("invited him to visit, but he declined")."""
    found = re.match(_TAKEN_BACK, text[end : end + _RUN + 8])
    return end + found.end() if found else end


def _label(words: str) -> int:
    """The length of a speaker's label ("MS STONE: ") before the words."""
    found = re.match(r"[A-Z][A-Z. ]+: (?=\S)", words)
    return found.end() if found else 0


def _adverbs(text: str, start: int) -> int:
    """Where the adverbs and denials begin that stand right before a verb: "no longer", "also"."""
    while found := re.search(r"(?<!\w)([a-z]+) $", text[max(0, start - 24) : start]):
        if found.group(1) not in listed("adverbs") and not re.fullmatch(r"[a-z]{3,}ly", found.group(1)):
            break
        start -= len(found.group(0))
    return start


def _pronoun(text: str, start: int) -> int:
    """Where the pronoun stands that is the subject of an auxiliary at `start`."""
    first = re.match(r"[\w'’]+", text[start : start + 12])
    found = re.search(r"\b(?:I|[Ww]e|[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|[Tt]here) $", text[max(0, start - 7) : start])
    if found is None or first is None:
        return start
    verb = first.group(0) in listed("finite_auxiliaries") or found.group(0) in ("I ", "We ", "we ")
    return start - len(found.group(0)) if verb else start


def _article(text: str, start: int) -> int:
    """Where the article or possessive before the first word stands."""
    found = re.search(r"\b([A-Za-z]+) $", text[max(0, start - 8) : start])
    return start - len(found.group(0)) if found and found.group(1).lower() in listed("determiners") else start


def _paired(text: str, start: int, end: int) -> tuple[int, int]:
    """The words with the quotation mark just outside that pairs with one inside."""
    inside = text[start:end]
    lone = inside.count('"') % 2 == 1
    if (lone or inside.count("”") > inside.count("“")) and start and text[start - 1] in '"“':
        return start - 1, end
    if lone or inside.count("“") > inside.count("”"):
        found = re.match(rf"[\w’', -]{{0,{_RUN}}}[.,?!]?[\"”]", text[end : end + _RUN + 4])
        return start, end + (found.end() if found else 0)
    if "‘" in inside and "’" not in inside[inside.rindex("‘") :]:
        found = re.match(r"[\w -]{0,40}[.,?!]?’", text[end : end + 44])
        return start, end + (found.end() if found else 0)
    return start, end


def sentence_around(document: Document, span: Span, limit: int) -> Span | None:
    """Return the sentence in which words stand; None where it is long, runs over a line or holds a lone quotation mark."""
    text = document.text
    before = re.finditer(r"(?:[.?!][\"”’)]*\s+|\n+)(?=[\"“‘(]?[A-Z0-9])", text[: span.start + 2])
    start = max((m.end() for m in before if m.end() <= span.start and _ends(text, m.start())), default=0)
    last = span.end - 1
    after = re.finditer(r"[.?!][\"”’)]*(?=\s|$)|\n|$", text[last:])
    end = next((last + m.end() for m in after if _ends(text, last + m.start())), span.end)
    if document.dateline is not None and start < document.dateline.end <= span.start:
        start = document.dateline.end
    lead = re.match(_LEAD, text[start : span.start])
    start += lead.end() if lead else 0
    words = text[start:end]
    odd = words.count('"') % 2 or words.count("“") != words.count("”") or words.rstrip(' "”')[-1:] == "?"
    if odd or "\n" in words.strip() or not 0 < len(words.split()) <= limit or start > span.start:
        return None
    return document.span(start, start + len(words.rstrip()))


def with_antecedent(document: Document, span: Span, limit: int) -> Span | None:
    """Return words that open with "they" or "if it" with the sentence before, which says who is meant; None where it is long."""
    before = document.text[: span.start].rstrip(" ")
    if not re.match(_REFERRING, span.text) or len(before) < 2 or before[-1] not in ".!”\"’":
        return None
    last = sentence_around(document, document.span(len(before) - 1, len(before)), limit - len(span.text.split()))
    return None if last is None else document.span(last.start, span.end)


def _ends(text: str, at: int) -> bool:
    """Whether the mark at a place ends a sentence and no abbreviation."""
    word = re.split(r"[\s(\"“]", text[max(0, at - 12) : at])[-1]
    short = text[at : at + 1] == "." and (word.lower() in listed("abbreviations") or re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word))
    return not short


def _opening(text: str, start: int) -> int:
    """Where the clause opens whose words begin at `start`: at a whole word ("we're"), at most two connectives before."""
    while start and text[start] in "'’" and text[start - 1].isalnum():
        start -= len(re.split(r"\W", text[:start])[-1])
    for _ in range(2):
        found = re.search(r"([A-Za-z]+) $", text[max(0, start - 14) : start])
        if found is None or found.group(1).lower() not in listed("connectives"):
            return start
        start -= len(found.group(0))
    return start


def _verb_group(text: str, start: int) -> int:
    """Where the verb begins whose last words start there ("would not raise"), with its subject where that is short and plain."""
    opened = start
    for _ in range(_VERBS):
        days = re.search(_DAY, text[max(0, opened - 24) : opened])
        back = opened - (len(days.group(0)) if days else 0)
        found = re.search(r"([A-Za-z][\w'’]*) $", text[max(0, back - 14) : back])
        word = found.group(1).lower().replace("’", "'") if found else ""
        known = listed("auxiliaries") | (listed("leaning") if text[opened:].startswith("to ") or days else set())
        if found is None or word not in known:
            break
        opened = back - len(found.group(0))
    if opened == start or text[opened:start].strip().lower() == "to":
        return start
    words = list(re.finditer(r"[\w'’-]+ ", text[max(0, opened - _BACK) : opened]))
    if not words or words[-1].end() != min(_BACK, opened) or words[-1].group().strip().lower() in listed("bounds"):
        return opened
    taken = 2 if len(words) > 1 and words[-2].group().strip().lower() in listed("determiners") else 1
    before = text[: opened - sum(len(w.group()) for w in words[-taken:])].rstrip(" ")
    at_bound = not before or before[-1] in '.?!,;:\n"“”' or before.split()[-1].lower() in listed("bounds")
    return opened - sum(len(w.group()) for w in words[-taken:]) if at_bound else opened


def _refusal(text: str, start: int) -> int:
    """Where the refusal stands that governs the words at `start`, a few words before in the same clause; else `start`."""
    before = re.split(r"[.?!;:,\n\"“”]", text[max(0, start - _BACK) : start])[-1]
    found = [m for m in re.finditer(r"\S+", before) if m.group(0).lower() in listed("refusals")]
    return start - len(before) + found[-1].start() if found else start
