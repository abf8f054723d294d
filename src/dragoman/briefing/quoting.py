"""Exact words of a report, cut only at their ends."""

import re
from collections.abc import Iterable, Set

from dragoman.briefing.vocabulary import listed
from dragoman.model import Citation, Document, Span

_EDGE = " \t\n\r,;:.–—-\u00a0"
_LONGEST = 16
_LEADS_VERB = re.compile(r"\b(?:to|must|should|would|will|could|can|may|might) $", re.I)  # "to talk": a verb, not a thing
_REMARK = r"[,.?!][\"”] (?:[A-Z][\w.’'-]* ){0,3}(?:said|says|added|adds)[.,]?$"  # after the end of somebody's words
_MARKS = '"“”„«»'
_BREAK = re.compile(r"(?<=[,;:])\s|\s(?=(?:and|but|or|that|which|who|while|after|before|because|although)\s)|\s[–—]\s")


def shown(span: Span, limit: int = 34) -> str:
    """Return the span's words as they can be printed: one line, balanced marks, at most `limit` words; always a substring.

    >>> shown(Span.of('"No talks, before March," she said', 0, 24))
    'No talks, before March'
    """
    line = max(span.text.splitlines(), key=len, default=span.text)
    text = _balanced(re.sub(_REMARK, "", line).strip(_EDGE))
    return _cut(text, limit)


def parted(sentence: str) -> tuple[str, str]:
    """Return a sentence and the stop that its numbers stand before; one that ends with a quotation's own stop keeps it.

    >>> parted("They met."), parted('She said "no."')
    (('They met', '.'), ('She said "no."', ''))
    """
    return (sentence, "") if sentence[-1] in _MARKS + "’" else (sentence[:-1], sentence[-1])


def _balanced(text: str) -> str:
    """Return the words without marks around them or a lone one at an end. Marks inside stay, paired or not: to cut there has
    turned the sense (of a refusal in front of the mark only what was refused was left)."""
    text = text.strip(_EDGE)
    if text.startswith("‘") and text.rstrip(_EDGE).endswith("’"):
        text = text[1:-1].strip(_EDGE)
    while text and (text[0] in _MARKS or text[-1] in _MARKS):
        marks = [n for n, c in enumerate(text) if c in _MARKS]
        paired = len(marks) % 2 == 0 and not (len(marks) == 2 and marks == [0, len(text) - 1])
        if paired:
            break
        text = text[1:] if text[0] in _MARKS else text
        text = text[:-1] if text and text[-1] in _MARKS and marks[-1] != marks[0] else text
        if len(marks) == 1:
            text = text.strip(_MARKS)
        text = text.strip(_EDGE)
        if len(marks) > 2:
            break
    return text


def _cut(text: str, limit: int) -> str:
    words = list(re.finditer(r"\S+", text))
    if len(words) <= limit:
        return text
    most = words[limit - 1].end()
    breaks = [m.start() for m in _BREAK.finditer(text) if words[limit // 3].start() < m.start() <= most]
    return _balanced(text[: breaks[-1] if breaks else most].strip(_EDGE))


def quoted(words: str) -> str:
    """Return the words within quotation marks that they do not hold themselves."""
    return f"“{words}”" if '"' in words else f'"{words}"'


def phrase(words: str, citations: Iterable[Citation]) -> str:
    """Return the words in quotation marks where they stand in a cited passage, plain where they are the coder's own."""
    words = " ".join(words.split()).strip(_EDGE)
    if any(m in words for m in _MARKS):
        return words.translate(str.maketrans("", "", _MARKS))
    if any(words in c.quote for c in citations):
        return quoted(words)
    return words[:1].lower() + words[1:] if words.split()[:1] and words.split()[0].lower() in listed("articles") else words


def named(document: Document, words: str, spans: Iterable[Span], clause: bool = False) -> str:
    """Return a thing in the report's own words with their article, quoted; plain where the words are the coder's.

    With `clause` an opening "that" belongs to the words. Empty where the words are a mere pronoun, or cannot stand in a
    sentence of ours: then quote the whole passage instead.
    """
    words = " ".join(words.split()).strip(_EDGE)
    content = [w for w in re.findall(r"\w+", words.lower()) if w not in listed("articles")]
    if content and (set(content) <= listed("anaphors") or content[0] in listed("clausal") | listed("relatives")):
        return ""
    if re.match(r"(?:(?:its|their|his|her) )?part,", words.lower()):
        return ""
    words = re.sub(r"(?<=\w) (?:[a-z]{3,}ly|again|too|as well|outright|at once)$", "", words)
    if not words or all(w.lower() in listed("pronouns") for w in re.findall(r"\w+", words)) or any(m in words for m in _MARKS):
        return ""
    for span in spans:
        at = span.text.find(words)
        if at >= 0:
            whole = _with_article(span.text, at, listed("articles") | ({"that"} if clause else set())) + words
            bare = clause and " " not in whole and re.search(_LEADS_VERB, span.text[:at])
            if bare:
                return ""
            return quoted(whole) if "\n" not in whole and len(words.split()) <= _LONGEST else ""
    return "" if words in document.text or len(words.split()) > 8 or not words[0].islower() else words


def _with_article(text: str, at: int, articles: Set[str]) -> str:
    found = re.search(r"(\w+) $", text[:at])
    return found.group(0) if found and found.group(1).lower() in articles else ""


def first_capital(text: str) -> str:
    """Return the text with its first letter as a capital, unless it opens with a quotation."""
    return text[:1].upper() + text[1:]
