"""Putting the names of a report on the roll before it is read, and finding them there again."""

from collections import Counter
from dataclasses import dataclass, field

from dragoman.coding.drafts import Draft, Roll, surname
from dragoman.coding.names import Name
from dragoman.coding.nouns import CLASS_NOUNS, ROLES, title_gender
from dragoman.coding.parse import Word
from dragoman.coding.parties import link_parties
from dragoman.coding.pronouns import History
from dragoman.coding.strangers import rules, settle_strangers
from dragoman.coding.usage import Usage, told_body
from dragoman.coding.wordlists import words

_PEOPLES = ("ian", "ean", "an", "n", "ese", "ish", "ic", "i")

_ROLE_TO_NAME = 9
"""Words from a role to the comma before the name of whoever has it, at most."""


@dataclass
class Enrolment(Usage):
    """The work on one report: the roll, which word means whom, and what has been mentioned so far."""

    roll: Roll = field(default_factory=Roll)
    mentions: dict[int, tuple[Draft, ...]] = field(default_factory=dict)
    doubtful: dict[int, tuple[Draft, ...]] = field(default_factory=dict)
    history: History = field(default_factory=History)
    owned: dict[int, tuple[Draft, ...]] = field(default_factory=dict)
    """By the number of the first head of a coordination: all that are coordinated."""
    theirs: list[tuple[Draft, Draft]] = field(default_factory=list)
    """Bodies that are a person's, "his ministry", with the person."""
    issues: list[tuple[str, Word, tuple[Draft, ...]]] = field(default_factory=list)
    """Statements, letters and the like so far: what it is called, where, and whose it is."""
    outside: set[int] = field(default_factory=set)
    """The numbers of the words of datelines, which name nobody."""
    alone: dict[str, int] | None = None
    """The names of one word with where they first stand, once they are asked for."""

    def _enrol(self, found: list[Name]) -> None:
        """Put every full name on the roll before the first word is read, so that a headline finds them too."""
        words_of = self.parse.words
        unsure: dict[str, list[Name]] = {}
        self._settle_bodies(found)
        ruling = {n.text for n in found if rules(self.parse, n)}
        for name in found:
            if self._in_dateline(name) or self._is_town(name):
                self.outside.update(w.i for w in name.words)
                continue
            self._lower_title(name)
            if name.kind in ("body", "unknown", "place") and name.text not in ruling and self._labels_speaker(name):
                name.kind = "person"
            for word in (*name.title, *name.words):
                self.names[word.i] = name
            if name.kind == "state" and name.place is not None:
                self.roll.state(name.place, name.text, name.words)
            elif name.kind == "person" and " " in name.text:
                self.roll.person(name)
            elif name.kind == "body" and (" " in name.text or name.text.isupper()):
                self.roll.body(name.text, name.words)
            elif name.kind != "role":
                unsure.setdefault(name.text, []).append(name)
        self._brackets(found, words_of)
        self.roll.link_acronyms()
        for text, names in unsure.items():
            self._enrol_short(text, names)
        for text, names in unsure.items():
            self._enrol_people(text, names)
        self.roll.link_short_forms(list(self.roll.by_text))
        settle_strangers(self.parse, self.roll, found)
        link_parties(self.roll, [n for n in found if n.last.i not in self.outside])

    def _in_dateline(self, name: Name) -> bool:
        """Whether the name only tells where a report was written, before a dash; a seat of government may act elsewhere."""
        first = name.words[0].sentence.words[0]
        if (
            name.last.i - first.i > 7
            or name.words[0].sentence.paragraph > 2
            or not (first.text.isupper() and len(first.text) > 1)
        ):
            return False
        ahead = self.parse.words[name.last.i + 1 : first.i + 14]
        dash = next((w for w in ahead if w.text in ("-", "—", "–", "--") and self._ends_dateline(w, first)), None)
        return dash is not None and not any(
            w.pos in ("VERB", "AUX") and w.text.islower() for w in self.parse.words[name.last.i + 1 : dash.i]
        )

    def _ends_dateline(self, dash: Word, first: Word) -> bool:
        """Whether the dash stands apart, or is set right after a place in capitals: "TALVIK-The"."""
        after = self._word(dash.i + 1)
        tight = after is not None and after.text[:1].isupper() and len(first.text) > 4 and not after.text.isupper()
        return dash.start > self.parse.words[dash.i - 1].end or tight

    def _lower_title(self, name: Name) -> None:
        """A role in small letters just before a name makes it a person's."""
        first = name.title[0] if name.title else name.words[0]
        before = self._word(first.i - 1)
        role = before is not None and before.sentence is first.sentence and before.lower in ROLES
        beside = self.names.get(first.i - 1)
        if (
            beside is not None
            and beside.kind in ("body", "state")
            and beside.last.sentence is first.sentence
            and len(name.words) > 1
            and beside.last.dep != "poss"
        ):
            role = True  # "Ambassador to the United Nations Jane Holm"
        told = self._followed_by_who(name) or _names_a_trade(before) or self._behind_role(first)
        role = role or (len(name.words) > 1 and told)
        open_kind = name.kind in ("unknown", "place", "person", "group") or (name.kind == "body" and not told_body(name))
        apposed = self._apposed_role(name, first) if len(name.words) > 1 else self._holds_office(name)
        if (open_kind and (role or apposed)) or (name.title and name.kind not in ("role", "state")):
            name.kind = "person"

    def _behind_role(self, first: Word) -> bool:
        """Whether a name stands behind a role and whose it is: "the head of the teachers' union, X Y,"."""
        comma = self._word(first.i - 1)
        if comma is None or comma.text != "," or comma.sentence is not first.sentence:
            return False
        for k in range(comma.i - 1, max(comma.i - _ROLE_TO_NAME, first.sentence.words[0].i - 1), -1):
            word, after = self.parse.words[k], self.parse.words[k + 1]
            if (word.pos == "PUNCT" and word.text not in ("'", "-")) or (word.pos in ("VERB", "AUX") and word.dep != "amod"):
                return False
            if word.lower in ROLES and word.tag == "NN" and after.lower in ("of", "at", "for"):
                return True
        return False

    def _brackets(self, found: list[Name], all_words: list[Word]) -> None:
        for name in found:
            k = name.last.i
            if k + 3 < len(all_words) and all_words[k + 1].text == "(" and all_words[k + 3].text == ")":
                short = self.names.get(k + 2)
                dash = all_words[k + 4] if k + 4 < len(all_words) else None
                if dash is not None and dash.text in ("-", "—", "–"):
                    continue  # an agency in a dateline
                if short is not None and short.text.replace(".", "").isupper() and name.kind != "person":
                    place = name.place
                    full = self.roll.state(place, name.text, name.words) if place else self.roll.body(name.text, name.words)
                    if name.kind in ("unknown", "group", "place"):
                        name.kind = "body"
                    short.kind = "body"
                    one = self.roll.body(short.text, short.words)
                    self.roll.merge(one, full)

    def _enrol_short(self, text: str, names: list[Name]) -> None:
        """One word that may be a surname, a place or a group: decided by all its places in the report."""
        if text in self.roll.by_text:
            return
        royal = any(w.lower in words("titles", "honorifics", "royal") for n in names for w in n.title)
        first = royal and not self.roll.by_surname.get(surname(text))  # "King Abdullah" is no Abdullah X
        if not first and self.roll.persons_called(text) and text.split()[0].lower() not in words("bodies", "names", "directions"):
            for name in names:
                name.kind = "person"
            return
        parts = text.split("-")
        if len(parts) == 2 and all(parts) and all(self.roll.persons_called(p) or p in self.roll.by_text for p in parts):
            return
        kinds = Counter(n.kind for n in names)
        kind = "person" if kinds["person"] else kinds.most_common(1)[0][0]
        if not any(n.title for n in names) and (
            any(self._is_where(n) for n in names) or (kind == "person" and all(self._like_place(n) for n in names))
        ):
            kind = "place"
        if kind in ("person", "unknown", "place", "body", "group") and not any(n.title for n in names):
            kind = self._kind_by_use(names) or kind
        for name in names:
            name.kind = kind
        if kind == "person":
            self.roll.person(names[0])
        elif kind == "place":
            self.roll.body(text, names[0].words, "state")
        elif kind == "body":
            self.roll.body(text, names[0].words)
        elif kind == "group":
            self.roll.body(text, names[0].words, "other").plural = text.endswith("s")
        elif kind == "unknown" and any(_acts(n) for n in names) and names[0].last.lower not in words("bodies", "names", "things"):
            self.roll.body(text, names[0].words, "other")

    def _enrol_people(self, text: str, names: list[Name]) -> None:
        """Let a people's name lead to the state it is made of: "Vardan" to "Varda"."""
        draft = self.roll.by_text.find(text)
        if (
            draft is None
            or any(n.title for n in names)
            or not any(n.last.dep in ("amod", "compound", "nsubj", "dobj", "pobj") for n in names)
        ):
            return
        states = _states_of_people(text)
        whole = next(
            (
                d
                for d in self.roll.drafts
                if d.name in states and d is not draft and not (d.type == "person" and (d.role or " " in d.name))
            ),
            None,
        )
        if whole is not None:
            people = text.endswith(("ian", "ean", "ese", "ish")) and whole.type == "organisation" and not whole.classes
            whole.type = "state" if whole.type in ("person", "other") or (people and " " not in whole.name) else whole.type
            self.roll.merge(draft, whole)

    def _bearers(self, name: Name) -> tuple[Draft, ...]:
        if name.place is not None:
            return (self.roll.state(name.place, name.text, name.words),)
        text = name.text.removeprefix("The ")
        if text in self.roll.by_text:
            return (self.roll.by_text[text],)
        person = name.kind in ("person", "unknown", "body") or (name.kind == "place" and " " not in text)
        persons = self.roll.persons_called(text) if person else []
        if len(persons) > 1:
            gender = title_gender(w.lower for w in name.title)
            fitting = [p for p in persons if gender and p.gender == gender]
            persons = fitting if len(fitting) == 1 else persons
        if len(persons) > 1:
            one = self._first_of_family(text, persons)
            persons = [one] if one is not None else persons
        if len(persons) == 1:
            return (persons[0],)
        if persons:
            for word in name.words:
                self.doubtful[word.i] = tuple(persons)
            return ()
        return self._hyphened(name)

    def _first_of_family(self, text: str, persons: list[Draft]) -> Draft | None:
        """Whom a shared surname alone means: the one it meant before another came, or who is never called by first name."""
        if self.alone is None:
            self.alone = {}
            for name in self.names.values():
                if len(name.words) == 1 and name.last.quote < 0 and not self.parse.is_title(name.last):
                    self.alone[name.text] = min(name.last.i, self.alone.get(name.text, name.last.i))
        known = [p for p in persons if p.words[-1].i < self.alone.get(text, 0) and not self.parse.is_title(p.words[0])]
        others = [p for p in persons if p.name.split()[0] not in self.alone]
        found = known if len(known) == 1 else others
        return found[0] if len(found) == 1 else None

    def _hyphened(self, name: Name) -> tuple[Draft, ...]:
        """Two in one: "the Holm-Castellan meeting"."""
        out: list[Draft] = []
        for part in name.text.split("-") if "-" in name.text else ():
            one = self.roll.by_text.find(part)
            found = [one] if one is not None else self.roll.persons_called(part) if part.strip() else []
            if len(found) == 1:
                out.append(found[0])
        both = tuple(dict.fromkeys(out)) if len(out) > 1 else ()
        if both:
            self.history.join(both)
        return both


def _names_a_trade(word: Word | None) -> bool:
    """Whether the word is a person's trade: "the brewer X", "cellist X"; "the carrier X" is a body."""
    trade = word is not None and word.tag == "NN" and word.lower.endswith(("er", "ist", "ian", "or")) and len(word.text) > 5
    return trade and word is not None and word.lower not in CLASS_NOUNS and word.dep in ("compound", "appos", "nmod", "nsubj")


def _states_of_people(text: str) -> frozenset[str]:
    """The names of states from which the word may be made by an ending of peoples."""
    stem = text.removesuffix("s")
    roots = {stem.removesuffix(ending) for ending in _PEOPLES if stem.endswith(ending)}
    return frozenset(
        f"{root}{end}" for root in roots if len(root.rpartition(" ")[2]) > 2 for end in ("", "a", "e", "o", "ia", "y")
    )


def _acts(name: Name) -> bool:
    """Whether the name stands where an actor does: subject, possessor or agent."""
    return name.last.dep in ("nsubj", "nsubjpass", "poss") or (name.last.dep == "pobj" and name.last.head.lower == "by")
