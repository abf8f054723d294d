"""Which body of the report a common noun takes up: by what it was called, by its class, by what it is compared to."""

from dataclasses import dataclass

from dragoman.coding.drafts import Draft
from dragoman.coding.nouns import OWN, STANDING, classes_of
from dragoman.coding.pairs import Pairs
from dragoman.coding.parse import Word
from dragoman.coding.pronouns import CITING
from dragoman.coding.wordlists import load, words

DEFINITE = frozenset({"the", "that", "this", "these", "those", "both", "their", "his", "her", "its"})
OWNED = words("bodies", "standing", "owned")
_NEAR_STATE = 3
"""Sentences back in which a state acts whose government then speaks."""
LANDS = frozenset({"state", "country", "nation", "island", "kingdom", "republic", "territory", "emirate"})
_PLURAL_TAGS = ("NNS", "NNPS")
_SCALES = tuple((frozenset(low), frozenset(high)) for low, high in load("bodies")["scales"].values())
"""Opposite comparisons: "smaller", "bigger"."""


@dataclass
class Referents(Pairs):
    """The work on which known body is meant."""

    def _of_land(self, word: Word) -> tuple[Draft, ...]:
        """The state that the report calls by the noun before "government": "the island government"."""
        before = self._word(word.i - 1)
        states = [d for d in self.roll.drafts if d.type == "state" and before is not None and before.lower in d.nouns]
        return tuple(states) if len(states) == 1 else ()

    def _of_another_trade(self, union: Word) -> bool:
        """Whether a union is told by a trade that the report names nowhere else: "the dockers' union" in a strike of nurses."""
        mark, trade = self._word(union.i - 1), self._word(union.i - 2)
        if mark is None or trade is None or mark.text != "'" or trade.tag != "NNS":
            return False
        stem = trade.lemma.lower()[:5]
        return not any(w.lower.startswith(stem) for w in self.parse.words if w is not trade)

    def _only_union(self, word: Word, lemma: str) -> tuple[Draft, ...]:
        """The one union that the report names: what "the union" or "their union" then means."""
        before = self._word(word.i - 1)
        plain = before is not None and before.lower in (*DEFINITE, "'s", "'")  # no "rival union"
        if word.tag in _PLURAL_TAGS or not plain or word.i + 1 in self.names or self._of_another_trade(word):
            return ()
        if before is not None and before.lower in ("his", "her") and lemma not in STANDING | OWN and not OWNED & {lemma}:
            whose = self.mentions.get(before.i, ())
            same = [d for d in self.roll.drafts if d.named and d.type not in ("person", "state") and lemma in d.nouns]
            if len(whose) == 1 and not whose[0].acts_for and len(same) == 1:
                return tuple(same)
        if lemma not in ("union", "guild"):
            return ()
        found = [d for d in self.roll.drafts if d.named and d.type not in ("person", "state") and "union" in d.classes]
        called = [d for d in self.roll.drafts if not (d.named or d.plural) and d.name.lower().endswith(f" {lemma}")]
        if called and len(found) == 1 and lemma not in found[0].nouns:
            return ()  # "the teachers union" is not the Federation of Schools
        return tuple(found) if len(found) == 1 else ()

    def _speakers_own(self, word: Word, known: list[Draft]) -> Draft | None:
        """The one of these for which whoever says so speaks: "X, the party's counsel, said the party had"."""
        for above in word.ancestors():
            doer = above.child("nsubj") if above.pos == "VERB" and above.lemma in CITING else None
            if doer is not None and doer.i != word.i and word.dep == "nsubj":
                whose = [p for d in self.mentions.get(doer.i, ()) for p in d.acts_for]
                return next((d for d in whose if any(d is k for k in known)), None)
        return None

    def _compared(self, word: Word, lemma: str) -> tuple[Draft, ...]:
        """The one of two that the report told apart: "the smaller of two leagues", then "the bigger league"."""
        how, article = self._word(word.i - 1), self._word(word.i - 2)
        if how is None or article is None or how.tag != "JJR" or article.lower != "the" or word.tag in _PLURAL_TAGS:
            return ()
        known = [d for d in self.roll.drafts if d.named and d.type not in ("person", "state") and classes_of(lemma) & d.classes]
        for place in self.parse.words[: word.i]:
            if place.tag != "JJR" or self._two_after(place) is None:
                continue
            told = [d for d in self._beside(place) if d.named and d.type not in ("person", "state")]
            if len(told) != 1:
                continue
            if place.lower == how.lower:
                return tuple(told)
            others = [d for d in known if d is not told[0]]
            opposite = _opposite(place.lower, how.lower)
            return tuple(others) if opposite and len(others) == 1 else ()
        return ()

    def _two_after(self, place: Word) -> Word | None:
        """The word "two" in "the smaller of two" or "the smaller of the two"."""
        link, article = self._word(place.i + 1), self._word(place.i + 2)
        if link is None or article is None or link.lower != "of":
            return None
        two = self._word(place.i + 3) if article.lower == "the" else article
        return two if two is not None and two.lower == "two" else None

    def _beside(self, place: Word) -> tuple[Draft, ...]:
        """Whom the description is set beside or said of: "X, the smaller of two", "X is the smaller of the two"."""
        before = self._word(place.i - 2)
        if before is None or before.sentence is not place.sentence:
            return ()
        name = self.names.get(before.i - 1)
        if name is None or (before.text != "," and before.lemma != "be"):
            return ()
        return self._bearers(name)

    def _acting_state(self, word: Word) -> tuple[Draft, ...]:
        """Whose "government spokesman" speaks where no word beside it tells: of the one state that acts in the sentences before.

        The state named last may only be spoken of ("a 90-day US deadline").
        """
        near = [m for m in self.history.mentions if 0 < word.sentence.index - m.word.sentence.index <= _NEAR_STATE and m.subject]
        states = list({id(p): p for m in near for d in m.actors for p in (d, *d.acts_for) if p.type == "state"}.values())
        return (states[0],) if len(states) == 1 else ()

    def _fitting(self, word: Word, lemma: str) -> tuple[Draft, ...]:
        """The one body spoken of before (or, failing that, anywhere) that the noun fits."""
        wanted = classes_of(lemma)
        same = [
            d for d in self.history.recent(lambda d: not d.plural or lemma in d.nouns) if lemma in d.nouns and d.type != "person"
        ]
        if word.tag == "NN":
            same = [
                d for d in same if not d.plural or d.named or word.lower in d.name.lower().split()
            ]  # "two ministries" are not the ministry
        if lemma == "government":
            same = [d for d in same if d.type != "state"] or same
            if word.dep == "compound" and same and same[0].type == "state":
                return self._acting_state(word)
            if same and same[0].type == "state" and len({id(d) for d in same}) > 1:
                called = [d for d in same if any("government" in f.lower() for f in d.forms)]
                return tuple(called[:1])
        if same:
            return (self._speakers_own(word, same) or same[0],)
        publisher = self.parse.document.publisher or ""
        classed = self.history.recent(
            lambda d: d.type not in ("person", "state") and bool(wanted & d.classes) and d.named and d.name not in publisher
        )
        if classed:
            return (self._speakers_own(word, classed) or classed[0],)
        anywhere = [
            d
            for d in self.roll.drafts
            if d.named
            and d.type not in ("person", "state")
            and (lemma in d.nouns or wanted & d.classes)
            and d.name not in publisher
        ]
        if len(anywhere) == 1:
            return (anywhere[0],)
        if "company" in wanted:
            bare = self.history.recent(
                lambda d: d.named and d.type in ("organisation", "other") and not d.classes and not d.plural
            )
            if len(bare) == 1:
                return (bare[0],)
        if lemma in words("bodies", "standing", "any"):
            here = self.history.recent(lambda d: d.named and d.type not in ("person", "state"), since=word.sentence.index)
            if len(here) == 1:
                return (here[0],)
        if lemma == "club":
            near = self.history.recent(
                lambda d: d.named and d.type in ("organisation", "other") and not d.classes, since=word.sentence.index - 1
            )
            if len(near) == 1:
                return (near[0],)
        return ()

    def _by_last_word(self, word: Word) -> tuple[Draft, ...]:
        """The one body whose name ends in the noun: "the nation" of "the Sennoka Nation"."""
        ends = f" {word.lower}"
        found = [d for d in self.roll.drafts if d.named and d.type != "person" and d.name.lower().endswith(ends)]
        return tuple(found) if len(found) == 1 else ()

    def _land(self, lemma: str) -> tuple[Draft, ...]:
        """The one state that the report has called so: "the island" after "the island state of X"."""
        found = [d for d in self.roll.drafts if d.type == "state" and lemma in d.nouns] if lemma in LANDS else []
        return tuple(found) if len(found) == 1 else ()


def _opposite(one: str, other: str) -> bool:
    """Whether one comparison turns the other about: "smaller", "bigger"."""
    return any((one in low and other in high) or (one in high and other in low) for low, high in _SCALES)
