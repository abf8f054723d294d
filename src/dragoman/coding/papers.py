"""Nouns for texts that speak for whoever issued them: "a statement by X", "the report said"."""

from dataclasses import dataclass

from dragoman.coding.drafts import Draft
from dragoman.coding.nouns import CLASS_NOUNS, ROLES
from dragoman.coding.offices import Offices
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words


@dataclass
class Papers(Offices):
    """The work on statements, letters and reports as sources."""

    def _issued(self, word: Word, lemma: str) -> None:
        """A statement or report speaks for whoever issued it, if that is said; a report may speak for itself."""
        self._told_by_media(word)
        owners = self._owners_before(word) or self._issued_by(word) or self._issued_before(word, lemma)
        if not owners and lemma in words("bodies", "documents", "speaking_itself") and word.dep == "nsubj":
            start = self._start(word)
            report = self._new_group(word, start, word.i, [], False, ())
            report.type = "other"
            owners = (report,)
        if owners:
            self.mentions[word.i] = owners
            self.issues.append((lemma, word, owners))

    def _told_by_media(self, word: Word) -> None:
        """Enter the media or police whose reports they are: "Danish media reports"."""
        before = self._word(word.i - 1)
        if before is not None and before.dep == "compound" and before.lower in ("media", "press", "police", "intelligence"):
            self._personal(before, before.lower)

    def _said_in(self, word: Word, lemma: str) -> None:
        """Note who says something "in a statement", for when the statement is spoken of again."""
        verb = word.head.head if word.dep == "pobj" and word.head.lower == "in" else None
        doer = verb.child("nsubj") if verb is not None and verb.pos == "VERB" else None
        if doer is not None and doer.i < word.i and self.mentions.get(doer.i):
            self.issues.append((lemma, word, self.mentions[doer.i]))

    def _issued_by(self, word: Word) -> tuple[Draft, ...]:
        """Whose it is by what follows: "released on Monday by the X Ministry", "from envoy Y", "by Z's office"."""
        end = word.sentence.words[-1].i
        link = next((w for w in self.parse.words[word.i + 1 : min(word.i + 5, end) + 1] if w.lower in ("by", "from", "of")), None)
        if link is None or any(w.text == "," for w in self.parse.words[word.i : link.i]):
            return ()
        i = link.i + 1
        while i <= min(end, link.i + 9):
            name, here = self.names.get(i), self.parse.words[i]
            if name is not None and name.kind != "role":
                after, owned = self._word(name.last.i + 1), self._word(name.last.i + 2)
                if name.kind == "state" and after is not None and (after.i in self.names or after.lower in ROLES):
                    i = name.last.i + 1  # "by US envoy X"
                    continue
                if owned is not None and self._possessive(name.last) and owned.lower in CLASS_NOUNS:
                    for part in name.words:
                        self.mentions.setdefault(part.i, self._bearers(name))
                    return self._known_body(owned, owned.lower)
                return self._bearers(name)
            if name is None and here.pos not in ("DET", "ADJ", "NOUN", "PROPN"):
                break
            i += 1
        return ()

    def _issued_before(self, word: Word, lemma: str) -> tuple[Draft, ...]:
        """Whose "the statement" is: that of the last one told of, in this or the three sentences before."""
        if not self._definite(word.i):
            return ()
        for known, other, owners in reversed(self.issues):
            if word.sentence.index - other.sentence.index > 3:
                break
            if known == lemma:
                return owners
        return ()
