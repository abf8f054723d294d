"""Noun phrases for two: "the two leaders", "both sides"."""

from dataclasses import dataclass

from dragoman.coding.drafts import Draft
from dragoman.coding.parse import Word
from dragoman.coding.phrasing import Phrasing
from dragoman.coding.wordlists import words

_PLURAL_TAGS = ("NNS", "NNPS")


@dataclass
class Pairs(Phrasing):
    """The work on nouns for the two that were named together, or that the report is about."""

    def _pair(self, word: Word, lemma: str) -> tuple[Draft, ...]:
        """ "The two leaders", "both sides": the two that were last named together."""
        if lemma not in words("bodies", "pairs", "heads") or word.tag not in _PLURAL_TAGS:
            return ()
        before = [w.lower for w in self.parse.words[max(word.i - 4, word.sentence.words[0].i) : word.i]]
        the = lemma in ("side", "party", "bloc") and before[-1:] == ["the"]
        if "two" not in before and "both" not in before and not the:
            return ()
        if lemma in words("bodies", "pairs", "people"):
            return self._two_leaders(word, lemma)
        found = self.history.pair(False)
        if not found and lemma in words("bodies", "pairs", "rivals"):
            found = self.history.rivals()
            if lemma in words("bodies", "pairs", "states") and any(d.type != "state" for d in found):
                return ()
        return found

    def _two_leaders(self, word: Word, lemma: str) -> tuple[Draft, ...]:
        """The two persons of such an office named together, or the only two named of late."""
        offices = words("titles", "roles", "leaders") if lemma in ("leader", "man", "counterpart") else frozenset({lemma})
        together = self.history.pair(True)
        if together and all(d.nouns & (offices | {"counterpart", "colleague"}) for d in together):
            return together
        near = self.history.recent(
            lambda d: d.type == "person" and bool(d.nouns & offices) and d.named, since=word.sentence.index - 3
        )
        return tuple(reversed(near)) if len(near) == 2 else ()

    def _body_at_hand(self, word: Word) -> tuple[Draft, ...]:
        """The body spoken of just before: whose a bare "a spokesman" is."""
        for mention in reversed(self.history.mentions):
            if (
                word.sentence.index - mention.word.sentence.index > 2
                or mention.word.sentence.paragraph != word.sentence.paragraph
            ):
                break
            if mention.word.quote >= 0 > word.quote:
                continue  # of what somebody speaks is not whose spokesman he is
            if len(mention.actors) == 1 and mention.actors[0].type not in ("person", "other") and not mention.actors[0].plural:
                return mention.actors
        return ()
