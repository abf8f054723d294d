"""How the names of a report are used: what the words beside a name tell of who bears it."""

from dataclasses import dataclass, field
from typing import Literal

from dragoman.coding.labels import names_speaker
from dragoman.coding.names import Name
from dragoman.coding.nouns import BODY, CLASS_NOUNS, ROLES, WITHIN, first_name_gender
from dragoman.coding.parse import Parse, Word
from dragoman.coding.pronouns import CITING
from dragoman.coding.wordlists import words

_LEADING = frozenset({"president", "chief", "executive", "official", "director", "manager", "ceo", "chancellor"})
"""Beside those of firms, the offices whose holder is named after a body's name: "X Union president"."""
_PERSONS = frozenset(
    "spokesman spokeswoman spokesperson minister president secretary negotiator envoy ambassador mayor governor premier "
    "economist analyst lawyer director chairman chairwoman".split()
)
_FIRMS = words("bodies", "classes", "company") - {"group", "owner", "maker", "air"}
_BODIES = CLASS_NOUNS - words("bodies", "standing", "none") - words("bodies", "standing", "weak")
_TOLD_AFTER = words("bodies", "standing", "told_after") | {"board"}


_TOWNS = frozenset("capital city town port village resort suburb".split())


@dataclass
class Usage:
    """The work on how names stand in their sentences."""

    parse: Parse
    names: dict[int, Name] = field(default_factory=dict)
    """By the number of every word within the name and its title."""

    def _settle_bodies(self, found: list[Name]) -> None:
        """Make a name of several words a body's everywhere, where one place shows it: the parser takes many for persons."""
        groups: dict[str, list[Name]] = {}
        alone = {n.text: n for n in found if len(n.words) == 1 and n.last.dep in ("nsubj", "poss", "nsubjpass")}
        for name in found:
            last = alone.get(name.last.text) if name.kind in ("body", "unknown", "group") and 1 < len(name.words) < 5 else None
            if last is not None and name.words[0].text not in alone and not told_body(name) and self._speaks(last):
                name.kind = last.kind = "person"  # bodies are shortened to their first word, persons to their last
        for name in found:
            if len(name.words) > 1 and name.kind in ("person", "unknown", "place"):
                groups.setdefault(name.text, []).append(name)
        for names in groups.values():
            if any(n.kind == "unknown" and self._he_next(n, found) for n in names):
                for name in names:
                    name.kind = "person"
                continue
            if first_name_gender(names[0].words[0].lower) or any(n.title or self._apposed_role(n, n.words[0]) for n in names):
                continue
            if any(n.last.ent == "GPE" for n in names) and any(self._has_minister(n) for n in names):
                for name in names:
                    name.kind = "place"
            if any(self._like_body(n) for n in names) or self._cut_to_first(names[0], found):
                for name in names:
                    name.kind = "body"

    def _cut_to_first(self, name: Name, found: list[Name]) -> bool:
        """Whether the report calls it by its first word as it calls no person: "X's finance director", "X chairman Y"."""
        alone = [n for n in found if len(n.words) == 1 and not n.title]
        if any(n.text == name.last.text for n in alone):
            return False
        short = [n for n in alone if n.text == name.words[0].text and n.place is None]
        return any(self._has_office(n) for n in short)

    def _has_office(self, name: Name) -> bool:
        """Whether an office of firms hangs on the single name: "X chairman Y", "X's finance director"."""
        mark = self._possessive(name.last)
        held = [w.lower for w in self.parse.words[name.last.i + 1 + mark : name.last.i + 5 + mark]]
        told = next((k for k, w in enumerate(held) if w in words("bodies", "names", "of_firms")), None)
        director = next((k for k, w in enumerate(held) if w in ("director", "executive", "counsel")), None)
        return told == 0 or (director in (1, 2) and not set(held[:director]) - WITHIN - words("titles", "roles", "domains"))

    def _he_next(self, name: Name, found: list[Name]) -> bool:
        """Whether the next sentence opens with "he" or "she", which can only take up this subject."""
        here = name.last.sentence
        after = self.parse.sentences[here.index + 1].words[0] if here.index + 1 < len(self.parse.sentences) else None
        if after is None or after.lower not in ("he", "she") or after.sentence.paragraph != here.paragraph:
            return False
        if name.last.dep != "nsubj" or told_body(name):
            return False
        gender = "f" if after.lower == "she" else "m"
        others = [n for n in found if n.last.sentence is here and n is not name and n.kind not in ("state", "role")]
        return all(first_name_gender(n.words[0].lower) not in (None, gender) for n in others)

    def _has_minister(self, name: Name) -> bool:
        """Whether the name owns what only states have: "X Y's trade minister"."""
        owned = self.parse.words[name.last.i + 2 : name.last.i + 5] if self._possessive(name.last) else []
        return any(w.lower in ("minister", "ministry", "parliament", "army", "ambassador") for w in owned)

    def _speaks(self, name: Name) -> bool:
        """Whether the single name does what persons do: it says something, or "who" follows it."""
        comma, who = self._word(name.last.i + 1), self._word(name.last.i + 2)
        told = comma is not None and comma.text == "," and who is not None and who.lower == "who"
        return told or (name.last.dep == "nsubj" and name.last.head.lemma in CITING)

    def _like_body(self, name: Name) -> bool:
        """Whether only a body stands so: "X spokeswoman", "X's shareholders", "chairman of X"."""
        after, before, role = (self._word(i) for i in (name.last.i + 1, name.words[0].i - 1, name.words[0].i - 2))
        which = self._word(name.last.i + 2)
        if after is not None and after.text == "," and which is not None and which.lower == "which" and name.last.dep == "nsubj":
            return True
        if self._described_as_body(name, before, role):
            return True
        if after is not None and after.lower in words("bodies", "names", "of_firms") | _LEADING and after.tag == "NN":
            return True
        if self._possessive(name.last):
            owned = self._word(name.last.i + 2)
            return owned is not None and owned.lower in words("bodies", "names", "of_companies")
        if before is None or role is None or before.lower not in ("of", "at"):
            return False
        return role.lower in words("bodies", "names", "of_companies") or role.lower == "executive"

    def _described_as_body(self, name: Name, before: Word | None, noun: Word | None) -> bool:
        """Whether a noun for bodies stands beside the name, or "speaks for": "the tenants' association, Heim und Herd,"."""
        if before is None or noun is None or before.sentence is not name.last.sentence:
            return False
        if before.text == ",":
            return noun.tag == "NN" and noun.lower in _BODIES and noun.lower not in ROLES and self._closed(name)
        return before.lower == "for" and noun.lemma == "speak"

    def _kind_by_use(self, names: list[Name]) -> Literal["body", "place"] | None:
        """What a bare name is by what it has: "the X chairman", "X ... Its fisheries minister"; None where nothing tells it."""
        for name in names:
            if self._like_firm(name) or self._told_class(name) or self._classed_next(name):
                return "body"
            owned = self._taken_up(name)
            if owned & words("bodies", "names", "of_states") and name.kind == "person":
                return "place"
            if owned & words("bodies", "names", "of_firms") or {"chief", "executive"} <= owned:
                return "body"
        return None

    def _classed_next(self, name: Name) -> bool:
        """Whether the next sentence opens with what firm it is: "X refuses to pay. The broadcaster, which ..."."""
        if name.last.dep not in ("nsubj", "poss") or name.kind == "group":
            return False
        here = name.last.sentence
        after = self.parse.sentences[here.index + 1].words if here.index + 1 < len(self.parse.sentences) else []
        if len(after) < 4 or after[0].sentence.paragraph != here.paragraph or after[0].lower != "the":
            return False
        if after[1].lower not in _FIRMS:
            return False
        others = [w for w in here.words if w.i not in (x.i for x in name.words) and w.pos == "PROPN" and w.text[:1].isupper()]
        which = after[2].text == "," and after[3].lower == "which"
        return (which or after[1].dep == "nsubj") and not others

    def _taken_up(self, name: Name) -> set[str]:
        """The words after an "its" that can only take up the name: the subject or possessor, no other being named since."""
        if name.last.dep not in ("nsubj", "poss", "nsubjpass", "ROOT", "npadvmod", "dep"):
            return set()
        for word in self.parse.words[name.last.i + 1 : name.last.i + 60]:
            if word.lower == "its":
                return {w.lower for w in self.parse.words[word.i + 1 : word.i + 4]}
            if word.sentence.index > name.last.sentence.index + 1 or _names_another(word):
                break
        return set()

    def _like_firm(self, name: Name) -> bool:
        """Whether a single name that is nobody's surname stands as a firm's does: "the X chairman", "X's shareholders"."""
        after, before = self._word(name.last.i + 1), self._word(name.words[0].i - 1)
        firms = words("bodies", "names", "of_firms")
        if self._possessive(name.last):
            owned, last = self._word(name.last.i + 2), self._word(name.last.i + 3)
            chief = owned is not None and owned.lower == "chief" and last is not None and last.lower == "executive"
            return owned is not None and (chief or owned.lower in words("bodies", "names", "of_companies") - {"chief", "members"})
        told = before is not None and before.lower in ("the", "a", "its", "their") and after is not None
        return told and after is not None and after.lower in firms and after.pos == "NOUN"

    def _told_class(self, name: Name) -> bool:
        """Whether the class of body stands right after the bare name: "the Harbour union", "Harbour board"."""
        after = self._word(name.last.i + 1)
        if after is None or after.sentence is not name.last.sentence or after.tag != "NN" or name.last.lower.endswith("s"):
            return False
        return after.lower in _TOLD_AFTER

    def _labels_speaker(self, name: Name) -> bool:
        """Whether the name in capitals stands before a colon at the head of its sentence, and the report uses it so twice."""
        if not name.text.isupper() or len(name.words) > 2 or any(w.lower in BODY for w in name.words):
            return False
        return names_speaker(self.parse.words, name.words[0].i, name.last.i)

    def _holds_office(self, name: Name) -> bool:
        """Whether an office that one person has follows a single name: "X, the union's spokeswoman,"."""
        comma = self._word(name.last.i + 1)
        if comma is None or comma.text != "," or comma.sentence is not name.last.sentence or name.place is not None:
            return False
        for word in self.parse.words[comma.i + 1 : comma.i + 8]:
            after = self._word(word.i + 1)
            if word.lower in _PERSONS and word.tag == "NN":
                return after is not None and (after.text in (",", ".") or after.lower in ("of", "for", "at"))
            if word.sentence is not comma.sentence or word.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP") or word.lower == "who":
                break
        return False

    def _followed_by_who(self, name: Name) -> bool:
        """Whether ", who" comes after the name: of bodies the news says "which"."""
        comma, who = self._word(name.last.i + 1), self._word(name.last.i + 2)
        told = comma is not None and comma.text == "," and who is not None and who.lower == "who"
        return told and not name.last.lower.endswith("s")

    def _apposed_role(self, name: Name, first: Word) -> bool:
        """Whether a role in the singular stands beside the name, set off by commas."""
        low, high = first.sentence.words[0].i, first.sentence.words[-1].i
        if first.i - 1 > low and self.parse.words[first.i - 1].text == "," and self._closed(name):
            for word in reversed(self.parse.words[max(low, first.i - 12) : first.i - 1]):
                if word.lower in ROLES and word.pos in ("NOUN", "PROPN"):
                    return word.i == low or self.parse.words[word.i - 1].text != ","
                if word.pos in ("VERB", "AUX", "PUNCT", "CCONJ") and word.i not in self.names:
                    break
        if name.last.i + 2 <= high and self.parse.words[name.last.i + 1].text == ",":
            for word in self.parse.words[name.last.i + 2 : min(high, name.last.i + 9) + 1]:
                if word.lower in ROLES and word.tag in ("NN", "NNP"):
                    return True
                if word.pos in ("VERB", "AUX", "PUNCT", "CCONJ") and word.lower != "who":
                    break
        return False

    def _like_place(self, name: Name) -> bool:
        """Whether a single name that is nobody's surname stands as a town does: "the X gate", "from X"."""
        head = name.last.head
        if name.last.dep in ("compound", "nmod", "amod"):
            return head.i > name.last.i and head.pos == "NOUN" and head.lower not in ROLES | CLASS_NOUNS
        bearer = self.names.get(head.i - 1)
        if head.lower == "of" and bearer is not None and bearer.kind == "person":
            return name.last.dep == "pobj"  # "Minister A B of X"
        return name.last.dep == "pobj" and head.lower in ("in", "at", "from", "near", "outside", "to")

    def _is_where(self, name: Name) -> bool:
        """Whether the name stands where only a place does: "in X", "president of X", "X's government"."""
        before, after = self._word(name.words[0].i - 1), self._word(name.last.i + 2)
        if before is not None and before.lower == "in" and name.last.dep == "pobj":
            return True
        role = self._word(name.words[0].i - 2)
        if (
            before is not None
            and before.lower == "of"
            and role is not None
            and role.lower in words("bodies", "names", "of_places")
        ):
            return True
        return self._possessive(name.last) and after is not None and after.lower in words("bodies", "names", "of_states")

    def _is_town(self, name: Name) -> bool:
        """Whether the name only tells which town is meant: "In the capital, X, the president said"."""
        comma, noun = self._word(name.words[0].i - 1), self._word(name.words[0].i - 2)
        if name.title or comma is None or noun is None or comma.text != "," or noun.sentence is not name.last.sentence:
            return False
        where = noun.dep == "pobj" and noun.head.lower in ("in", "at", "near", "to", "from", "outside")
        return where and noun.lower in _TOWNS and self._closed(name)

    def _possessive(self, word: Word) -> bool:
        after = self._word(word.i + 1)
        return after is not None and after.text in ("'s", "'")

    def _closed(self, name: Name) -> bool:
        """Whether the name after a comma is set off: by another comma, a verb of speech or the end."""
        after = self._word(name.last.i + 1)
        return after is None or after.text in (",", ".", ";", ":", '"', "-", "—", "–", "(") or after.pos in ("VERB", "AUX")

    def _word(self, i: int) -> Word | None:
        return self.parse.words[i] if 0 <= i < len(self.parse.words) else None


def _names_another(word: Word) -> bool:
    """Whether the word is a name that "its" may take up as well: no adjective of a people before a noun."""
    return word.text[:1].isupper() and word.pos == "PROPN" and word.dep not in ("amod", "compound", "nmod")


def told_body(name: Name) -> bool:
    return any(w.lower in BODY or w.text == "&" or (w.text.isupper() and len(w.text) > 1) for w in name.words)
