"""Actors while a report is being read, and the roll on which each is found again under its other names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.geography import Place, nouns_of
from dragoman.coding.names import Name, initials, known_bodies
from dragoman.coding.nouns import HONORIFICS, PEOPLE, classes_of, first_name_gender, title_gender, type_of
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_STATES = words("bodies", "names", "state_words")
_OF_PLACES = words("bodies", "names", "opening_places")


@dataclass(eq=False)
class Draft:
    """One actor as known so far. `words` is its fullest mention; `nouns` the common nouns it has been called by."""

    type: str
    name: str
    words: list[Word]
    forms: dict[str, None] = field(default_factory=dict)
    role: str | None = None
    acts_for: list["Draft"] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    named: bool = True
    named_by: set[str] = field(default_factory=set)
    """Of a state: whether its country, its people or its seat of government has been named."""

    def call(self, text: str) -> None:
        """Add a form to the names under which the actor goes."""
        self.forms[text] = None

    def spell(self, text: str, found: list[Word]) -> None:
        """Prefer a spelling in small letters to the capitals of a heading or a speaker's label."""
        if self.name.isupper() and " " in text and not text.isupper() and self.type != "state":
            self.name, self.words = text, found

    @property
    def classes(self) -> frozenset[str]:
        """The classes of body that the actor's nouns tell."""
        return frozenset(c for noun in self.nouns for c in classes_of(noun))


class Index(dict[str, Draft]):
    """Drafts by name, whatever the case of its letters."""

    def __getitem__(self, text: str) -> Draft:
        return super().__getitem__(text.casefold())

    def __setitem__(self, text: str, draft: Draft) -> None:
        super().__setitem__(text.casefold(), draft)

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and super().__contains__(text.casefold())

    def find(self, text: str) -> Draft | None:
        """Return the draft of that name, or None."""
        return super().get(text.casefold())


@dataclass
class Roll:
    """All drafts of a report, to be found by name."""

    drafts: list[Draft] = field(default_factory=list)
    by_text: Index = field(default_factory=Index)
    by_surname: dict[str, list[Draft]] = field(default_factory=dict)
    states: dict[str, Draft] = field(default_factory=dict)

    def add(self, draft: Draft) -> Draft:
        """Put a new draft on the roll and return it."""
        self.drafts.append(draft)
        return draft

    def state(self, place: Place, text: str, found: list[Word]) -> Draft:
        """Return the state's one draft; its country name is preferred to its seat's, and nobody is called by an adjective."""
        draft = self.states.get(place.state)
        if draft is None:
            draft = Draft("state", text, found, nouns={"government", *nouns_of(place.state)})
            self.states[place.state] = self.by_text[place.state] = self.add(draft)
        elif place.by == "country" and "country" not in draft.named_by:
            draft.call(draft.name)
            draft.name, draft.words = text, found
        draft.named_by.add(place.by)
        if "people" in draft.named_by and "country" not in draft.named_by:
            draft.name = place.state
        draft.call(text)
        return draft

    def person(self, name: Name) -> Draft | None:
        """Return the draft of a person's full name, entered now if it is new."""
        text = name.text
        draft = self.by_text.find(text)
        if draft is None:
            draft = self._variant(text)
        if draft is None:
            draft = self.add(Draft("person", text, name.words, gender=first_name_gender(name.words[0].lower)))
            self.by_surname.setdefault(surname(text), []).append(draft)
        self.by_text[text] = draft
        draft.spell(text, name.words)
        draft.call(text)
        draft.gender = title_gender(w.lower for w in name.title) or draft.gender
        return draft

    def _variant(self, text: str) -> Draft | None:
        first = text.split()[0]
        for draft in self.by_surname.get(surname(text), ()):
            if _same_first(draft.name.split()[0], first) and " " in draft.name:
                return draft
            if " " in draft.name and (f" {draft.name}".endswith(f" {text}") or text.endswith(f" {draft.name}")):
                return draft  # "Van Dyke" of "Jason Van Dyke"
        return None

    def body(self, text: str, found: list[Word], kind: str | None = None) -> Draft:
        """Return the draft of a body by its name, acronym or short form, entered now if it is new."""
        plain = text.removeprefix("The ").removeprefix("the ")
        draft = self.by_text.find(plain)
        if draft is None:
            nouns = {w.lower for w in found if classes_of(w.lower)}
            draft = self.add(Draft(kind or type_of(plain), plain, found, nouns=nouns, plural=_many(plain) and not nouns))
            self.by_text[plain] = draft
        draft.spell(plain, found)
        draft.call(text)
        return draft

    def link_acronyms(self) -> None:
        """Make each acronym on the roll the body whose initials it is, or that it commonly stands for."""
        common = {short: full for full, shorts in known_bodies().items() for short in shorts}
        for short in [
            t for d in self.drafts for t in list(d.forms) if t.replace(".", "").isupper() and " " not in t and len(t) > 1
        ]:
            draft = self.by_text.find(short)
            if draft is None or draft.type == "person" or draft in self.states.values():
                continue
            full = self.by_text.find(common.get(short, ""))
            if full is None:
                full = next(
                    (d for d in self.drafts if d.type not in ("person", "state") and " " in d.name and initials(d.name) == short),
                    None,
                )
            if full is not None and full is not draft:
                self.merge(draft, full)

    def link_short_forms(self, unsure: Iterable[str]) -> None:
        """Make each name that opens one longer body's name that body ("Corvane" of "Corvane Air")."""
        for short in unsure:
            draft = self.by_text.find(short)
            if draft is None or draft in self.states.values():
                continue
            if draft.type == "person" and " " in draft.name and (draft.name.split()[0].lower() not in _OF_PLACES or draft.role):
                continue
            state = self._state_called(short, draft)
            longer = {state} if state is not None else self._begun_by(short) or self._ended_by(short, draft)
            if len(longer) == 1:
                self.merge(draft, longer.pop())

    def _begun_by(self, short: str) -> set[Draft]:
        """The bodies whose longer names the form opens: "Corvane" of "Corvane Air", "High Court" of "High Court of Norway"."""
        opening = f"{short.casefold()} "
        bodies = (d for d in self.drafts if d.type not in ("person", "state") and d.name.casefold().startswith(opening))
        return {d for d in bodies if " " in short or _opens(d)}

    def _ended_by(self, short: str, draft: Draft) -> set[Draft]:
        """The bodies whose longer names the form ends: "the Guild" of "Cabin Guild"."""
        if (
            short.isupper()
            or draft.type == "person"
            or (" " in short and draft.nouns & words("bodies", "standing", "organs") - {"council"})
        ):
            return set()
        ends = f" {short.casefold()}"
        bodies = (d for d in self.drafts if d.type != "person" and d not in self.states.values() and d is not draft)
        media = words("bodies", "documents", "media")  # "Radio Orm" is not called "Orm"
        return {d for d in bodies if d.name.casefold().endswith(ends) and d.name.split()[0].lower() not in media}

    def _state_called(self, short: str, draft: Draft) -> Draft | None:
        """The body that is a state's by its name, "Republic of X", where the form is X."""
        if draft in self.states.values() or draft.role or draft.gender or " " in short:
            return None
        ends = f" of {short.casefold()}"
        found = [
            d for d in self.drafts if d is not draft and d.name.casefold().endswith(ends) and d.name.split()[0].lower() in _STATES
        ]
        if len(found) != 1:
            return None
        if found[0].name.lower().startswith("government"):
            found[0].call(found[0].name)
            found[0].name, found[0].words = draft.name, draft.words
        found[0].type = "state"
        return found[0]

    def merge(self, draft: Draft, into: Draft) -> None:
        """Let all names of one draft lead to another."""
        if draft is into:
            return
        if into.name.isupper() and " " in draft.name and not draft.name.isupper():
            into.call(into.name)
            into.name, into.words = draft.name, draft.words
        into.forms.update(draft.forms)
        into.call(draft.name)
        into.nouns |= draft.nouns
        for text, one in list(self.by_text.items()):
            if one is draft:
                self.by_text[text] = into
        if draft in self.drafts:
            self.drafts.remove(draft)
        if draft.type == "person":
            same = self.by_surname.get(surname(draft.name), [])
            if draft in same:
                same.remove(draft)

    def persons_called(self, text: str) -> list[Draft]:
        """Return the persons that a surname, or else a first name, may mean."""
        found = self.by_surname.get(surname(text), [])
        if found:
            return found
        first = text.split()[-1]
        return [
            d for d in self.drafts if d.type == "person" and " " in d.name and first in (d.name.split()[0], *d.name.split()[1:])
        ]


def _same_first(one: str, other: str) -> bool:
    """Whether two first names are one, or one a short form within the other: "Tony" and "Antony", "Ben" and "Benjamin"."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return short == long or (len(short) > 2 and len(long) > len(short) and (long.startswith(short) or long.endswith(short)))


def _many(name: str) -> bool:
    """Whether the name is a plural: "Greens", "Allied Dockers", but no firm's "Tarn & Rowes" or "Tarn Piers"."""
    last = name.split()[-1].lower()
    return last.endswith("s") and (" " not in name or last.removesuffix("s") in PEOPLE)


def _opens(draft: Draft) -> bool:
    """Whether the body's first words may stand for it: not where they are only a place or a people."""
    return " of " not in draft.name


def surname(text: str) -> str:
    """Return the last part of a person's name in lower case, without the Arabic article.

    >>> surname("Bashar al-Assad")
    'assad'
    """
    last = text.split()[-1].casefold().replace("’", "'")
    return last.removeprefix("al-").removeprefix("el-")


def plain_title(title: list[Word]) -> bool:
    """Return whether the title is only an honorific, which tells no role."""
    return all(w.lower in HONORIFICS for w in title)
