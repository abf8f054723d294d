"""Noun phrases that mean states and bodies: whose they are, and which body a common noun takes up."""

from dataclasses import dataclass

from dragoman.coding.drafts import Draft
from dragoman.coding.names import Name
from dragoman.coding.nouns import CLASS_NOUNS, OWN, REPRESENTING, ROLES, STANDING, WITHIN, classes_of, type_of
from dragoman.coding.parse import Word
from dragoman.coding.pronouns import resolve
from dragoman.coding.referents import DEFINITE, OWNED, Referents
from dragoman.coding.wordlists import words

_LOOK_BACK = 7
_OWNED_BY = frozenset({"of", "for", "at", "to", "from", "with", "in"})
_FURTHER = frozenset({"of", "for", "at", "with"})
_MODIFIERS = ("NOUN", "ADJ", "PROPN", "NUM")
_PLURAL_TAGS = ("NNS", "NNPS")
_GENERIC = frozenset(
    "party union company firm group club federation association movement bloc bank organisation organization".split()
)
"""What a person's own body is called, whatever its class: "her party" is the Alliance that she leads."""
_PEOPLES = ("ian", "ean", "an", "ese", "ish")


@dataclass
class Bodies(Referents):
    """The work on nouns for bodies and on possessors."""

    def _start(self, word: Word) -> int:
        """The number of the first word of the noun phrase that ends with `word`, its determiner left out."""
        i = word.i
        own = self.names.get(i)
        low = word.sentence.words[0].i
        if own is not None and own.title:
            i = own.title[0].i
        while i - 1 >= low and word.i - i < _LOOK_BACK:
            before = self.parse.words[i - 1]
            pair, here = self.names.get(i - 2) if i - 2 >= low else None, self.names.get(i)
            if here is not None and here.kind == "body" and i > here.words[0].i and i != word.i:
                i = here.words[0].i
                continue
            if before.lower == "and" and here is not None and pair is not None and _coordinated(here, pair):
                i = pair.words[0].i
                continue
            if i in self.names and i != word.i and before.i not in self.names and before.lower not in WITHIN:
                break
            if before.text == "-" and before.i - 1 >= low and self.parse.words[before.i - 1].end != before.start:
                break  # a dash, no hyphen
            if (
                (before.pos in _MODIFIERS and (before.head.i > before.i or before.i in self.names))
                or before.text == "-"
                or (self.parse.words[i].text == "-" and before.lower in ROLES and before.end == self.parse.words[i].start)
                or (before.tag in ("VBN", "VBG") and before.dep == "amod")
            ):
                i -= 1
            else:
                break
        return i

    def _owners_before(self, word: Word) -> tuple[Draft, ...]:
        """Whose the noun phrase that ends with `word` is: a name within it, or a possessor before it."""
        low = word.sentence.words[0].i
        i = word.i - 1
        while i >= low and word.i - i <= _LOOK_BACK:
            here = self.parse.words[i]
            if here.i in self.mentions and (
                here.i in self.names
                or here.lower in ("his", "her", "its", "their")
                or self._possessive(here)
                or here.dep in ("compound", "nmod", "amod")
            ):
                found = (*self._paired_owners(here, low), *self.mentions[here.i])
                theirs = self._possessive(here) or here.lower in ("his", "her")
                return tuple(dict.fromkeys(found)) if theirs or not any(d.type == "person" for d in found) else ()
            if here.text in ("'s", "'", "-") or here.pos in _MODIFIERS or here.tag in ("VBN", "VBG"):
                i -= 1
                continue
            break
        return ()

    def _paired_owners(self, here: Word, low: int) -> tuple[Draft, ...]:
        """The owner coordinated with this one: "Danish and Swedish officials"."""
        name = self.names.get(here.i)
        first = name.words[0].i if name is not None else here.i
        if first - 2 < low or self.parse.words[first - 1].lower not in ("and", "-", "&"):
            return ()
        found = self.mentions.get(first - 2, ())
        return found if all(d.type != "person" for d in found) else ()

    def _owner_after(self, word: Word) -> tuple[tuple[Draft, ...], int]:
        """Whose by an "of", "for" or "at" after it, and the number of the last word of that phrase."""
        link = self._word(word.i + 1)
        if link is None or link.lower not in _OWNED_BY or link.sentence is not word.sentence:
            return (), word.i
        if link.lower in ("in", "from", "to", "with") and word.lemma not in words("bodies", "groups", "sent"):
            return (), word.i
        matter = self._word(link.i + 1)
        if link.lower == "of" and word.lower in ("secretary", "minister") and matter is not None and matter.lower == "state":
            return (), matter.i  # "Secretary of State" is an office, and acts for no "State"
        end = word.sentence.words[-1].i
        i, stop = link.i + 1, word.i
        while i <= end and i - link.i < _LOOK_BACK:
            here = self.parse.words[i]
            name = self.names.get(i)
            if name is not None and name.kind != "role" and (name.kind != "person" or self._for_a_person(word)):
                stop = self._past_standing(name.last)
                organ = self._organ_of(name) if stop == name.last.i else None
                if organ is not None:
                    for part in name.words:
                        self.mentions.setdefault(part.i, self._bearers(name))
                    return self._known_body(organ, organ.lower), organ.i
                after = self._word(name.last.i + 1)
                if after is not None and after.text == "-" and after.start == name.last.end and name.place:
                    i = name.last.i + 3  # "the Harwich-based X Center"
                    continue
                where = name.place is not None or (name.kind not in ("person", "body") and len(name.words) == 1)
                if stop == name.last.i and after is not None and where and name.last.dep in ("amod", "compound", "nmod"):
                    if after.i in self.names and self.names[after.i].kind == "person":
                        return self._bearers(name), stop  # "ambassador to Norway Jane Holm"
                    if after.i in self.names:
                        return self._bearers(name), self.names[after.i].last.i
                    if after.pos == "NOUN":
                        local = self._firm_of_place(after, after.lower, self._bearers(name))
                        if local:
                            return local, after.i
                        return (), word.i if name.place else after.i  # the name only describes another noun
                return self._bearers(name), stop
            if (
                here.lower in CLASS_NOUNS
                and (here.pos == "NOUN" or (name is not None and here is role_head(name)))
                and not (here.dep == "compound" and here.head.i > here.i)
            ):
                return self._known_body(here, here.lower, quiet=True), self._past_standing(here)
            if here.lower in _FURTHER and stop == i - 1 > link.i:
                link = here  # "director of governance at the X Commission"
                i += 1
                continue
            if here.pos not in ("DET", *_MODIFIERS) and here.tag not in ("VBN", "VBG", "PRP$", "HYPH", "POS"):
                break
            if here.tag == "PRP$":
                self._owner_ahead(here, None)  # "the head of its delegation"
            if here.pos in ("NOUN", "PROPN"):
                stop = i
            i += 1
        return (), stop if link.lower == "of" else word.i

    def _owner_ahead(self, word: Word, name: Name | None) -> None:
        """Settle a possessor before its turn, where what stands before it in the sentence hangs on it: "who leads its team"."""
        found = self._bearers(name) if name is not None else resolve(word, self.history, self.mentions)
        for part in name.words if name is not None and found else [word] if found else []:
            self.mentions.setdefault(part.i, found)

    def _owner_joined(self, stop: int) -> tuple[Draft, ...]:
        """The second owner of "envoys of the union and the company"."""
        joined, article = self._word(stop + 1), self._word(stop + 2)
        if joined is None or article is None or joined.lower != "and":
            return ()
        noun = self._word(stop + 2 + (article.lower == "the"))
        if noun is None or noun.sentence is not joined.sentence:
            return ()
        name = self.names.get(noun.i)
        if name is not None and name.kind not in ("person", "role"):
            describing = name.last.dep in ("amod", "compound", "nmod") and name.last.head.i > name.last.i
            return () if describing else self._bearers(name)  # "and the X foreign office" is not X
        plain = noun.lower in CLASS_NOUNS and noun.tag in ("NN", "NNP") and article.lower == "the"
        return self._known_body(noun, noun.lower) if plain else ()

    def _organ_of(self, name: Name) -> Word | None:
        """The ministry or board that the name owns: "spokesman for X's foreign ministry"."""
        if not self._possessive(name.last):
            return None
        for word in self.parse.words[name.last.i + 2 : name.last.i + 6]:
            if word.lower in OWNED:
                return word if word.pos == "NOUN" and word.tag == "NN" else None
            if word.pos not in ("ADJ", "NOUN", "PROPN"):
                return None
        return None

    def _for_a_person(self, word: Word) -> bool:
        """Whether one may hold the office for a single person: an aide, a lawyer, a chief of staff."""
        staff = self._word(word.i + 2)
        of_staff = word.lower == "chief" and staff is not None and staff.lower == "staff"
        return of_staff or word.lemma in words("bodies", "groups", "personal")

    def _past_standing(self, last: Word) -> int:
        """The number of the word "delegation" or "side" that a name's possessive ends in, else of the name itself."""
        i = last.i + 2 if self._possessive(last) else last.i + 1
        for word in self.parse.words[i : i + 3]:
            if word.lower in STANDING:
                return word.i
            if word.pos not in ("ADJ", "NOUN"):
                break
        return last.i

    def _definite(self, start: int) -> bool:
        before = self._word(start - 1)
        if before is not None and before.lower == "and" and start > 2:  # "the mayor and ministers"
            before = self._word(start - 3)
        return before is not None and before.lower in DEFINITE

    def _body(self, word: Word, lemma: str) -> None:
        if word.i in self.mentions:
            return
        found = self._pair(word, word.lemma) or self._known_body(word, lemma)
        if found:
            self.mentions[word.i] = found
            self.history.add(found, word, subject=is_subject([word]))

    def _known_body(self, word: Word, lemma: str, quiet: bool = False) -> tuple[Draft, ...]:
        """The state or body that a class noun means: by whose it is, by what has been named, or a new one."""
        if word.i in self.mentions:
            return self.mentions[word.i]
        start = self._start(word)
        owners = self._owners_before(word)
        after, stop = self._owner_after(word) if not owners else ((), word.i)
        pair = self._pair(word, word.lemma) if word.tag in _PLURAL_TAGS and not owners else ()
        if pair:
            return pair
        named = self._named_beside(word)
        if named is not None:
            named.nouns.add(lemma)
            return (named,)
        land = self._of_land(word) if lemma == "government" and start < word.i and not owners and not after else ()
        if land:
            return land
        local = self._firm_of_place(word, lemma, owners)
        if local:
            return local
        called = self._called(word, lemma)
        if called is not None:
            called.nouns.add(lemma)
            return (called,)
        bodies = tuple(d for d in (owners or after) if not is_one(d) and not (d.plural and d.type == "other"))
        if lemma in STANDING and bodies:
            self._alias(bodies, start, word, stop)
            if lemma == "government" and len(bodies) == 1:
                bodies[0].nouns.add(lemma)  # "the government" alone is then the same
            return bodies
        if lemma in OWN and (owners or word.i - 1 in self.mentions):
            return (self._administration(word, start, owners),)
        compared = self._compared(word, lemma)
        if compared:
            return compared
        if len(bodies) == 1 and bodies == owners and bodies[0].named and lemma in bodies[0].nouns and bodies[0].type != "state":
            return bodies  # "the X dockers union" of the X Union
        union = self._only_union(word, lemma)
        if union and (owners or self._definite(start)):
            union[0].call(_spelled(word, owners))
            return union
        persons = tuple(d for d in owners if is_one(d))
        if not owners and lemma in STANDING and (before := self._word(word.i - 1)) is not None and before.dep == "compound":
            persons = tuple(d for d in self.mentions.get(before.i, ()) if d.type == "person")
        if persons and lemma in STANDING:
            theirs = tuple(dict.fromkeys(p for d in persons for p in d.acts_for))
            if theirs or lemma in ("side", "camp", "team"):
                return theirs or persons
        if persons:
            bodies = tuple(p for d in persons for p in d.acts_for)
            same = tuple(p for p in bodies if lemma in p.nouns or (classes_of(lemma) & p.classes and p.type != "state"))
            if same:
                return same
            own = tuple(p for p in bodies if p.named and p.type in ("organisation", "coalition") and lemma in _GENERIC)
            if own and word.tag == "NN" and start == word.i:
                return own
        headline = self.parse.is_title(word)  # headlines leave articles out
        plain = start == word.i or self.parse.words[start].lower in ("own",)
        if (
            not bodies
            and (plain or headline or lemma in ("government", "authorities"))
            and (self._definite(start) or headline or word.text[:1].isupper())
        ):
            found = self._fitting(word, lemma)
            if word.tag in _PLURAL_TAGS and lemma != word.lower:
                found = tuple(d for d in found if d.plural)  # "the studios" are not the one studio
            if found:
                for draft in found:
                    draft.call(f"the {word.lower}")
                return found
        if word.lower == "groups" and word.dep == "nsubj":
            return (self._new_body(word, lemma, start, stop, bodies),)
        if lemma in words("bodies", "standing", "weak") and not bodies and not persons and not self._definite(start):
            return ()
        if lemma in words("bodies", "standing", "none"):
            return ()
        made = self._new_body(word, lemma, start, stop, bodies)
        if len(persons) == 1 and "union" in classes_of(lemma) and "leader" in persons[0].nouns and not persons[0].acts_for:
            persons[0].acts_for = [made]  # "X, who leads the country's lecturers, ... her union"
        if len(persons) == 1 and lemma in words("bodies", "standing", "owned") | {"government"}:
            made.acts_for = []
            self.theirs.append((made, persons[0]))
        return (made,)

    def _named_beside(self, word: Word) -> Draft | None:
        """The body whose name follows its class: "the newspaper X", "their employer, X,"."""
        if word.text[:1].isupper() or word.tag in _PLURAL_TAGS:
            return None
        after, article = self._word(word.i + 1), self._word(word.i + 2)
        comma = after is not None and after.text == ","
        the = comma and article is not None and article.lower == "the"
        name = self.names.get(word.i + 1 + comma + the)
        if name is None or name.kind in ("person", "role", "state", "group") or name.words[0].sentence is not word.sentence:
            return None
        if comma and not self._closed(name):
            return None
        if the and (name.words[0].i != word.i + 3 or word.dep in ("conj", "appos") or name.last.dep == "conj"):
            return None  # "the guild, the X Union and the Y Union"
        found = self._bearers(name)
        return found[0] if len(found) == 1 and found[0].type not in ("person", "state") else None

    def _firm_of_place(self, word: Word, lemma: str, owners: tuple[Draft, ...]) -> tuple[Draft, ...]:
        """The one firm just spoken of, told again by its land or town: "the Danish group", "the Harwick company"."""
        if word.tag != "NN" or "company" not in classes_of(lemma) or not self._after_article(word):
            return ()
        name = self.names.get(word.i - 1)
        land = bool(owners) and all(d.type == "state" for d in owners)
        if not land and (name is None or len(name.words) > 1 or name.text.isupper() or self._stands_alone(name)):
            return ()
        before = word.sentence.index - 1
        near = self.history.recent(_is_a_firm, since=before)
        if len(near) > 1:  # then whoever does something in the sentence before
            doing = {id(d) for m in self.history.mentions if m.subject and m.word.sentence.index == before for d in m.actors}
            near = [d for d in near if id(d) in doing]
        return (near[0],) if len(near) == 1 else ()

    def _after_article(self, word: Word) -> bool:
        """Whether the noun phrase opens with "the": "the 140-year-old Harwick company"."""
        for before in reversed(self.parse.words[max(word.i - 8, word.sentence.words[0].i) : word.i]):
            if before.lower == "the":
                return True
            if before.pos not in _MODIFIERS and before.tag != "HYPH":
                return False
        return False

    def _stands_alone(self, name: Name) -> bool:
        """Whether the name, or a longer one that it opens, also stands without a noun after it."""
        others = (n for n in self.names.values() if n.words[0].text == name.text and n is not name)
        return any(len(n.words) > 1 or n.last.dep not in ("compound", "nmod", "amod") for n in others)

    def _called(self, word: Word, lemma: str) -> Draft | None:
        """The body of one word whose class stands after it: "the RMT union"."""
        name = self.names.get(word.i - 1)
        if name is None or len(name.words) > 1 or name.kind in ("person", "role", "state") or word.tag in _PLURAL_TAGS:
            return None
        found = self._bearers(name) if lemma in words("bodies", "standing", "told_after") else ()
        return found[0] if len(found) == 1 and found[0].type not in ("person", "state") and found[0].named else None

    def _alias(self, drafts: tuple[Draft, ...], start: int, word: Word, stop: int) -> None:
        text = self.parse.document.text[self.parse.words[start].start : self.parse.words[max(stop, word.i)].end]
        for draft in drafts if " " in text else ():
            draft.call(text)

    def _administration(self, word: Word, start: int, owners: tuple[Draft, ...]) -> Draft:
        """ "The X administration": an actor of its own that acts for X's state, where the text tells it."""
        text = self.parse.document.text[self.parse.words[start].start : word.end]
        before = self.mentions.get(word.i - 1) or owners
        known = self.roll.by_text.find(text)
        if known is not None:
            known.call(f"the {text}")
            return known
        draft = self.roll.body(text, self.parse.words[start : word.i + 1], "government")
        draft.nouns |= {"administration", "government"}
        head = before[0] if before else None
        if head is not None and head.type != "person":
            draft.acts_for = [head]
        elif head is not None and head.acts_for:
            draft.acts_for = list(head.acts_for)
        elif (head is not None and "president" in head.nouns) or (head is not None and word.lower == "administration"):
            us = self.roll.states.get("United States")
            draft.acts_for = [us] if us is not None else [head]
        return draft

    def _new_body(self, word: Word, lemma: str, start: int, stop: int, owners: tuple[Draft, ...]) -> Draft:
        text = self.parse.document.text
        first = self.parse.words[start]
        if first.text in ("'s", "-") and start < word.i:
            first = self.parse.words[start + 1]
        name = text[first.start : self.parse.words[stop].end] if stop > word.i else text[first.start : word.end]
        key = name if not owners else f"{owners[0].name}\2{name}"
        known = self.roll.by_text.find(key)
        if known is None:
            known = self.roll.add(
                Draft(type_of(name.lower()), name, self.parse.words[first.i : max(stop, word.i) + 1], nouns={lemma}, named=False)
            )
            known.plural = word.tag in _PLURAL_TAGS
            self.roll.by_text[key] = known
            if lemma in words("bodies", "standing", "owned"):
                known.acts_for = list(owners)
                self._make_land(lemma, owners)
            if not owners and lemma in ("management", "board") and self._definite(start):
                known.acts_for = list(self._body_at_hand(word))
        known.call(name)
        whose = self._word(first.i - 1)
        if whose is not None and whose.tag == "PRP$":
            known.call(text[whose.start : word.end])
        known.call(text[first.start : word.end])
        for longer in self._longer_forms(word, first):
            known.call(longer)
        return known

    def _make_land(self, lemma: str, owners: tuple[Draft, ...]) -> None:
        """Whose adjective stands before a presidency is a land: "the Vardan presidency"."""
        for draft in owners if lemma in ("presidency", "chairmanship") else ():
            if (
                draft.named
                and " " not in draft.name
                and draft.name.endswith(_PEOPLES)
                and draft.type in ("other", "organisation")
            ):
                draft.type = "state"


def _is_a_firm(draft: Draft) -> bool:
    return draft.named and not draft.plural and draft.type == "organisation" and draft.classes <= {"company"}


def is_one(draft: Draft) -> bool:
    """Whether it is a person, or an office that one person holds: "the minister ... his ministry"."""
    return draft.type == "person" or (draft.type == "office" and not draft.named and bool(draft.nouns & REPRESENTING))


def _coordinated(name: Name, before: Name) -> bool:
    """Whether two names before one noun are alike: "Danish and Swedish officials", "U.S. and Harbour Fund officials"."""
    both = bool(name.place and before.place)
    return both or (before.kind in ("state", "body") and name.kind == "body" and name.last.dep in ("compound", "nmod"))


def _spelled(word: Word, owners: tuple[Draft, ...]) -> str:
    """Return the alias that a common noun gives: "the union", or only "union" where it is somebody's."""
    return word.lower if owners else f"the {word.lower}"


def role_head(name: Name) -> Word:
    """The noun of a capitalised office or class: "Minister" of "Minister of Finance"."""
    for k, word in enumerate(name.words):
        if word.lower == "of" and k:
            return name.words[k - 1]
    return name.last


def is_subject(found: list[Word]) -> bool:
    return any(w.dep in ("nsubj", "nsubjpass") for w in found)
