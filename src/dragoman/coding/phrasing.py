"""The longer forms of a noun phrase, under which a report's group or body may go as well."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.enrolment import Enrolment
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_LONGEST = 12
"""In words, what may follow the noun."""


@dataclass
class Phrasing(Enrolment):
    """The work on how much belongs to a name in common nouns."""

    def _longer_forms(self, word: Word, first: Word) -> Iterator[str]:
        """Yield the phrase with what follows its noun, with what describes it, and with whose it is."""
        text = self.parse.document.text
        last = self._last_after(word)
        if last is not word:
            yield text[first.start : last.end]
        described = self._described_from(word, first)
        if described is not first:
            yield text[described.start : word.end]
            if last is not word:
                yield text[described.start : last.end]
        mark, owner = self._word(first.i - 1), self._word(first.i - 2)
        if mark is not None and owner is not None and mark.text in ("'s", "'") and owner.sentence is word.sentence:
            name = self.names.get(owner.i)
            yield text[(name.words[0] if name is not None else owner).start : word.end]

    def _last_after(self, word: Word) -> Word:
        """The last word of the phrases that hang on the noun: "analysts at X", "officials familiar with it"."""
        last = word
        for child in word.children:
            if child.i > word.i and child.dep in ("prep", "amod", "acl") and not (child.dep == "acl" and child.tag == "VB"):
                end = max(w.i for w in child.subtree())
                if not any(w.dep == "relcl" or w.text in (",", '"') for w in self.parse.words[last.i + 1 : end + 1]):
                    last = self.parse.words[end]
        return last if last.i - word.i < _LONGEST else word

    def _described_from(self, word: Word, first: Word) -> Word:
        """The first word of all that counts or describes the noun: "some high-ranking X officials", "over 100 experts"."""
        out = first
        while out.i > word.sentence.words[0].i:
            before = self.parse.words[out.i - 1]
            inside = word.i >= before.head.i > before.i or before.text == "-" or out.text == "-"
            counting = before.lower in words("bodies", "groups", "counting")
            plain = counting or before.pos in ("ADJ", "NUM") or before.tag in ("VBG", "VBN", "HYPH") or out.text == "-"
            if not inside or not plain or before.text == "'s":
                break
            out = before
        return out
