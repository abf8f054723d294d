"""Going through a report word by word, and giving each name, noun and pronoun its actors."""

from dataclasses import dataclass

from dragoman.coding.allegiance import Allegiance
from dragoman.coding.bodies import is_one, is_subject, role_head
from dragoman.coding.drafts import Draft, plain_title
from dragoman.coding.epithets import unite_counterparts, unite_epithets, unite_offices
from dragoman.coding.geography import Place
from dragoman.coding.names import Name, find_names
from dragoman.coding.nouns import (
    ACTING,
    CLASS_NOUNS,
    HONORIFICS,
    ISSUED,
    PEOPLE,
    PERSONAL,
    REPRESENTING,
    ROLES,
    STANDING,
    WITHIN,
    classes_of,
    offices_of_title,
    one_of,
)
from dragoman.coding.papers import Papers
from dragoman.coding.parse import Word
from dragoman.coding.parties import one_of_a_party
from dragoman.coding.pronouns import PRONOUNS, pronoun_gender, resolve
from dragoman.coding.same_bodies import unite_bodies
from dragoman.coding.wordlists import words

_SEATED = frozenset({"in", "at", "near", "to", "from", "around", "outside", "through", "via", "toward", "towards"})
_LEANING = frozenset({"pro", "anti", "non"})
_SAYING = words("bodies", "groups", "speaking") | words("bodies", "groups", "willing")
_DOING = words("bodies", "groups", "doing") | words("bodies", "groups", "citing")
_MANY_ENDINGS = tuple(words("bodies", "groups", "endings"))
_WILLING = frozenset({"ready", "willing", "prepared", "unwilling", "reluctant"})
_HAPPENING = frozenset(
    "be have become remain stay rise fall go come get lose face suffer need benefit cost".split()
)
_NO_PEOPLE = words("bodies", "groups", "no_people")
_LIFELESS = words("bodies", "groups", "lifeless")
_WORKING = ("worker", "workers")
"""In one word with what they work: "metalworkers"."""
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos")
_WHERE = frozenset({"in", "at", "near", "outside", "around"})


@dataclass
class Casting(Papers):
    """The whole work on one report."""

    def run(self) -> "Casting":
        """Return the casting, done."""
        found = find_names(self.parse)
        self._enrol(found)
        titles = [s for s in self.parse.sentences if self.parse.is_title(s.words[0])]
        for sentence in (*self.parse.sentences[len(titles) :], *titles):  # a headline leans on what the body tells
            for word in sentence.words:
                if word.i in self.names or word.pos in _NAMING or word.lower in PRONOUNS or word.lower == "elect":
                    self._read(word)
                    if word.dep in ("nsubj", "pobj"):
                        self.history.cite(word, self.mentions.get(word.i, ()))
            self._coordinate(sentence.words)
            if all(w.quote >= 0 or w.pos == "PUNCT" for w in sentence.words):
                self.history.quoted.append(sentence.index)
        unite_epithets(self.parse, self.roll, self.history, self.mentions, self.owned)
        unite_counterparts(self.roll, self.history, self.mentions, self.owned)
        unite_offices(self.roll, self.history, self.mentions, self.owned)
        unite_bodies(self.roll, self.history, self.mentions, self.owned)
        Allegiance(self.parse, self.roll, self.history, self.mentions, self.owned).settle()
        self._owned_by_persons()
        for name in found:
            if name.kind == "role" and name.last.lower.rstrip(".") in HONORIFICS:  # the parser ends a sentence after "MS."
                borne = (
                    self.mentions.get(name.last.i + 2)
                    if self.parse.words[min(name.last.i + 1, len(self.parse.words) - 1)].text == "."
                    else None
                )
                if borne:
                    self.mentions[name.last.i] = borne
        return self

    def _owned_by_persons(self) -> None:
        """A person's ministry acts for whom the person acts for; his office acts for him."""
        for body, person in self.theirs:
            body.acts_for = body.acts_for or ([person] if "office" in body.nouns else list(person.acts_for))

    def _read(self, word: Word) -> None:
        name = self.names.get(word.i)
        if name is None or (name.kind == "role" and word is role_head(name)):
            self._noun_or_pronoun(word)
        elif name.kind != "role" and word is name.words[0]:
            self._name(name)

    def _name(self, name: Name) -> None:
        if one_of_a_party(name):
            return
        found = self._bearers(name)
        if not found and name.words[0].i in self.doubtful:
            self.history.add((), name.last, subject=is_subject(name.words))
        if name.kind == "role" or not found:
            return
        if name.place is not None and (self._only_leaning(name) or (name.place.by == "people" and self._nationals(name))):
            return
        if name.place is None and found[0].type == "state" and name.last.dep == "pobj" and name.last.head.lower in _WHERE:
            return  # a town is no actor where something only takes place there
        if name.place is None and found[0].type == "state" and self._only_describes(name):
            return
        for word in (*name.title, *name.words):
            self.mentions[word.i] = found
        for draft in found:
            if name.kind != "state" and len(found) == 1:
                draft.call(name.text)
                if name.kind == "group":
                    for longer in self._longer_forms(name.last, name.words[0]):
                        draft.call(longer)
        head = name.last
        if not (name.place is not None and _merely_where(name)):
            self.history.add(found, head, subject=is_subject(name.words))
        if name.kind == "person" and len(found) == 1:
            self._title_of(name, found[0])
        if len(found) == 1 and found[0].type != "state":
            if name.kind == "body":
                self._state_of_body(name, found[0])
            self._apposition(name, found[0])

    def _only_leaning(self, name: Name) -> bool:
        """Whether the state is only what somebody is for, or led by: "pro-Danish rebels", "Saudi-led forces"."""
        dash, before = self._word(name.words[0].i - 1), self._word(name.words[0].i - 2)
        if dash is not None and before is not None and dash.text == "-" and dash.end == name.words[0].start:
            return before.lower in _LEANING
        dash, after = self._word(name.last.i + 1), self._word(name.last.i + 2)
        return dash is not None and after is not None and dash.text == "-" and dash.start == name.last.end and after.tag == "VBN"

    def _nationals(self, name: Name) -> bool:
        """Enter people of a state as people: "another Cuban", "thousands of Danes", "Danes want"; "the Danes" are the state."""
        word, before = name.last, self._word(name.words[0].i - 1)
        if before is not None and before.sentence is not word.sentence:
            before = None
        told = before.lower if before is not None else ""
        if len(name.words) > 1 or word.dep in ("compound", "nmod", "amod", "poss") or "between" in (told, word.head.lower):
            return False
        many = word.tag in ("NNS", "NNPS") and word.lower.endswith("s")
        known = self.roll.by_text.find(f"\1{word.lower}") if told == "the" and not many else None
        if known is None and many and (told in ("the", "these", "those") or (before is not None and before.i in self.names)):
            return False
        if known is None and not many and (told not in ("a", "an", "another", "one", "every") or word.dep not in _NOMINAL):
            return False
        found = (known or self._new_group(word, word.i, word.i, [], many, ()),)
        self.mentions[word.i] = found
        self.history.add(found, word, subject=is_subject([word]))
        return True

    def _only_describes(self, name: Name) -> bool:
        """Whether a town's name only tells which gate or which talks: "the Harwich gate"."""
        noun, head = self._word(name.last.i + 1), name.last.head
        if head.lemma in PERSONAL or head.lower in CLASS_NOUNS:
            return False  # "the Harwich water minister"
        if noun is None or name.last.dep not in ("compound", "nmod", "amod") or name.last.head.i <= name.last.i:
            return False
        return noun.pos == "NOUN" and noun.lower not in CLASS_NOUNS and noun.lemma not in PERSONAL and noun.i not in self.names

    def _title_of(self, name: Name, person: Draft) -> None:
        """Read the role before a name, in capitals or small letters, and whose it is."""
        if name.title:
            text = self.parse.document.text
            person.call(text[name.title[0].start : name.last.end])
            if not plain_title(name.title):
                self._give_role(person, name.title)
            person.nouns |= offices_of_title(w.lower for w in name.title)
        first = name.title[0] if name.title else name.words[0]
        before = self._word(first.i - 1)
        if not name.title and before is not None and before.sentence is first.sentence and before.lower in ROLES:
            return  # the noun has been read, and has found its bearer
        if name.title and before is not None and before.text == ")" and self.parse.words[first.i - 3].text == "(":
            first = before  # "Republic of X (RX) Foreign Minister Y"
        owners = self._sending_state(first, name) or self._owners_before(first)
        self._principal(person, owners, [w.lower for w in name.title])

    def _sending_state(self, first: Word, name: Name) -> tuple[Draft, ...]:
        """Whose ambassador somebody is: "X's U.N. Ambassador" is X's."""
        if not any(w.lower in ("ambassador", "envoy", "representative") for w in name.title):
            return ()
        beside = self.names.get(first.i - 1)
        if beside is None or beside.kind == "state":
            return ()
        mark = self._word(beside.words[0].i - 1)
        owner = self._word(beside.words[0].i - 2)
        if mark is None or owner is None or mark.text not in ("'s", "'"):
            return ()
        return tuple(d for d in self.mentions.get(owner.i, ()) if d.type == "state")

    def _noun_or_pronoun(self, word: Word) -> None:
        lower = word.lower
        if lower in PRONOUNS:
            if word.i in self.mentions:
                return
            found = resolve(word, self.history, self.mentions)
            if found:
                self.mentions[word.i] = found
                self._learn_gender(word, found)
                for draft in found:
                    draft.call(lower)
            return
        if lower == "elect" and self.parse.words[word.i - 1].text == "-":
            self.mentions[word.i] = self._holder(word, self.parse.words[word.i - 2].lower, (), [word])
        if word.pos not in _NAMING or self._ends_a_title(word):
            return
        lemma = lower if lower in CLASS_NOUNS else word.lemma
        if word.tag == "NNPS" and lemma.removesuffix("s") in PERSONAL:
            lemma = lemma.removesuffix("s")
        lemma = (one_of(lower) or lemma) if word.pos == "PROPN" else lemma
        personal = lemma in ROLES or lemma in PEOPLE or lower in PEOPLE or lemma.endswith(_WORKING)
        if lemma in ISSUED and lemma not in CLASS_NOUNS:
            self._issued(word, lemma)
            self._said_in(word, lemma)
            return
        if not personal and lemma not in CLASS_NOUNS:
            if word.i in self.mentions or not self._does_what_people_do(word):
                return
            doer = self._bearer(word, word.i) if any(c.lower in ("a", "an") for c in word.children) else None
            if doer is not None:  # "an improved offer, X told analysts, was": it is X who did it, and no offer
                self.mentions[word.i] = (doer,)
                return
            personal = True
        after = self._word(word.i + 1)
        if word.dep in ("compound", "nmod", "amod") and word.head.i > word.i and not self._before_name(word):
            if lower in CLASS_NOUNS and lower not in WITHIN and (word.head.lemma in PERSONAL or word.head.lower in STANDING):
                found = self._fitting(word, lower) or (self._known_body(word, lower) if self._theirs_who_work(word) else ())
                if found:
                    self.mentions[word.i] = found
            return
        if after is not None and after.text == "-" and after.start == word.end:
            return
        chief = lower == "executive" and word.i > 0 and self.parse.words[word.i - 1].lower in ("chief", "senior", "top")
        chief = chief or self._before_name(word)
        if personal and (chief or lemma not in words("bodies", "standing", "bodies_first")):
            self._personal(word, lemma)
        else:
            self._body(word, lemma if lemma in CLASS_NOUNS else lower)

    def _theirs_who_work(self, word: Word) -> bool:
        """Whether it is the union of those named before it: "teachers' union president X"."""
        mark, owner = self._word(word.i - 1), self._word(word.i - 2)
        owned = mark is not None and owner is not None and mark.text in ("'", "\u2019") and owner.tag == "NNS"
        return owned and "union" in classes_of(word.lower) and self._before_name(word.head)

    def _does_what_people_do(self, word: Word) -> bool:
        """Whether the noun is the subject of a verb that only somebody's is: "the city refused", "growers accepted"."""
        if word.dep != "nsubj" or word.i in self.outside or word.lemma in ("percent", "cent", "number", "majority"):
            return False
        if word.lemma in _LIFELESS and word.i + 2 not in self.names:
            return False  # "an offer, X said," leads to X
        verb = word.head.lemma
        if verb == "threaten" and word.head.child("xcomp") is not None and word.tag == "NN":
            return False  # "the scheme threatens to sink them"
        if verb in _SAYING:
            return True
        many = word.tag == "NNS" and len(word.text) > 6 and word.lower.endswith(_MANY_ENDINGS)
        return many and (verb in _DOING or (word.lemma not in _NO_PEOPLE and word.child("poss") is None and _wills(word.head)))

    def _ends_a_title(self, word: Word) -> bool:
        """Whether the noun only tells of what one is secretary or chief: "secretary of state", "chief of staff"."""
        link, role = self._word(word.i - 1), self._word(word.i - 2)
        told = link is not None and role is not None and link.lower == "of" and role.lower in ROLES
        return told and word.lower in words("titles", "roles", "domains")

    def _learn_gender(self, word: Word, found: tuple[Draft, ...]) -> None:
        """Whoever is the only person of the sentence so far, and is taken up by "she", is no "he" later."""
        told = pronoun_gender(word.lower)
        if told is None or word.quote >= 0 or len(found) != 1 or not is_one(found[0]) or found[0].gender is not None:
            return
        first = word.sentence.words[0].i
        persons = {id(d) for i in range(first, word.i) for d in self.mentions.get(i, ()) if is_one(d)}
        if persons == {id(found[0])}:
            found[0].gender = told

    def _before_name(self, word: Word) -> bool:
        name = self.names.get(word.i + 1)
        return name is not None and name.kind == "person" and word.lower in ROLES

    def _apposition(self, name: Name, draft: Draft) -> None:
        """Read what stands after the name: ", the union's general secretary," or "is chief negotiator for"."""
        comma = self._word(name.last.i + 1)
        if comma is None or comma.sentence is not name.last.sentence:
            return
        if comma.text != "," and not (comma.lemma == "be" and comma.pos == "AUX"):
            before = self._word(name.words[0].i - 1)
            title = [w.lower for w in name.title]
            if before is not None and not title and before.lower in REPRESENTING and before.sentence is comma.sentence:
                title = [before.lower]  # "chief negotiator X of the Y"
            if comma.text in ("of", "from") and draft.type == "person" and title:
                self._principal(
                    draft,
                    self._owner_after(
                        Word(name.last.i, "", "", "envoy", "", "", "", "", False, 0, 0, sentence=name.last.sentence)
                    )[0],
                    title,
                )
            return
        limit = comma.sentence.words[-1].i
        i = comma.i + 1
        if comma.text == "," and i + 2 <= limit and self.parse.words[i].lower == "who":
            verb = next((w for w in self.parse.words[i + 1 : i + 4] if w.pos not in ("AUX", "ADV")), None)
            if verb is not None and verb.sentence is comma.sentence:
                self._heads(verb, draft)
            return
        if comma.text == "," and i + 2 <= limit and self.parse.words[i].lower == "for" and draft.type == "person":
            self._sent_for(i, draft)
            return
        if comma.text == "," and i + 1 <= limit and self.parse.words[i].lower in ("speaking", "representing"):
            self._heads(self.parse.words[i], draft)
            return
        while i <= min(limit, comma.i + 10):
            word = self.parse.words[i]
            lemma = word.lemma if word.lemma in ROLES else word.lower
            if (draft.type == "person" and (lemma in ROLES or lemma in ACTING) and word.tag == "NN") or (
                word.tag == "NNP" and lemma in ROLES and draft.type == "person"
            ):
                later = self._word(i + 1)
                joined = self._word(i + 2)
                if later is not None and later.text == "-" and joined is not None and joined.lower in ROLES and joined.i <= limit:
                    i += 2  # "secretary-general"
                    continue
                if later is not None and ((later.lower in ROLES and later.i <= limit) or self._before_name(word)):
                    if self._before_name(word):
                        return
                    i += 1
                    continue
                self._appose(word, lemma, draft)
                return
            if (
                draft.type not in ("person", "state")
                and word.lower in CLASS_NOUNS
                and word.pos == "NOUN"
                and (word.dep in ("appos", "attr", "conj") or self._set_off(comma, word))
            ):
                draft.nouns.add(word.lower)
                self.mentions[word.i] = (draft,)
                return
            if word.text in (",", ".", '"', "and") or (
                word.pos in ("VERB", "AUX", "PRON") and word.tag != "PRP$" and word.dep != "amod"
            ):
                return
            i += 1

    def _sent_for(self, at: int, draft: Draft) -> None:
        """Read for whom he came, set off by commas: "A, for the X Union, and B, for Y"."""
        at += 1 + (self.parse.words[at + 1].lower == "the")
        name = self.names.get(at)
        if name is not None and name.kind not in ("person", "role") and name.words[0].i == at and self._closed(name):
            self._principal(draft, self._bearers(name), ["head"])

    def _set_off(self, comma: Word, word: Word) -> bool:
        """Whether the noun ends a description between commas: ", the Danish producer,"."""
        article, after = self._word(comma.i + 1), self._word(word.i + 1)
        told = article is not None and article.lower in ("the", "a", "an") and after is not None
        return comma.text == "," and told and after is not None and after.text in (",", ".", ";")

    def _appose(self, word: Word, lemma: str, draft: Draft) -> None:
        for before in self.parse.words[self._start(word) - 2 : word.i]:
            other = self.names.get(before.i)
            if (
                other is not None
                and before is other.last
                and before.i not in self.mentions
                and other.kind != "role"
                and all(d.type != "person" for d in self._bearers(other))
            ):
                self._name(other)
            elif (
                (other is None or (other.kind == "role" and before is role_head(other)))
                and before.lower in CLASS_NOUNS
                and before.i not in self.mentions
                and before.pos in ("NOUN", "PROPN")
                and before.lower not in words("titles", "roles", "domains")
                and (self._possessive(before) or before.dep == "compound")
            ):
                self._body(before, before.lower)
            elif before.lower in ("its", "their", "his", "her") and before.i not in self.mentions:
                self._noun_or_pronoun(before)
        start = self._start(word)
        title = [w for w in self.parse.words[start : word.i + 1] if w.i not in self.names or self.names[w.i].kind == "role"]
        after, stop = self._owner_after(word)
        self._give_role(draft, title, (word.i, stop))
        draft.nouns.add(lemma)
        if lemma in ("counsel", "diplomat", "head") or any(w.lower in REPRESENTING for w in (word, *title)):
            whose = self._owners_before(word) or after or (self._body_at_hand(word) if lemma.startswith("spokes") else ())
            self._principal(draft, whose, [w.lower for w in title], self._for_a_person(word))
        self.mentions[word.i] = (draft,)
        who, verb = self._word(stop + 1), self._word(stop + 2)
        if who is not None and verb is not None and who.lower == "who" and verb.sentence is word.sentence:
            self._heads(verb, draft)

    def _coordinate(self, sentence: list[Word]) -> None:
        """Give the head of "A and B" both, and each relative pronoun its antecedent's actors."""
        for word in sentence:
            if word.dep == "conj" and word.i in self.mentions and word.head.i in self.mentions and word.pos in ("PROPN", "NOUN"):
                first = word.head
                both = tuple(dict.fromkeys((*self.mentions[first.i], *self.mentions[word.i])))
                mixed = {d.type == "person" for d in both} == {True, False} and any(d.type == "state" for d in both)
                if len(both) > 1 and not mixed:
                    self.history.join(both)
                    self.history.add(both, first, subject=is_subject([first]))
                    self.owned[first.i] = tuple(
                        dict.fromkeys((*self.owned.get(first.i, self.mentions[first.i]), *self.mentions[word.i]))
                    )
            elif word.tag in ("WP", "WDT", "WP$") and word.lower in ("who", "which", "that", "whom", "whose"):
                noun = word
                for above in word.ancestors():
                    if noun.dep == "relcl":
                        noun = above
                        break
                    noun = above
                if word.lower in ("who", "whom", "whose") and noun.i in self.mentions:
                    noun = self._person_before(noun)
                if noun.i in self.mentions and noun.i < word.i:
                    self.mentions[word.i] = self.owned.get(noun.i, self.mentions[noun.i])

    def _person_before(self, noun: Word) -> Word:
        """The person or group that "who" looks back to, where the parser hung it on a body named beside it."""
        for above in (noun, *noun.ancestors()):
            found = self.mentions.get(above.i)
            if above.pos in ("VERB", "AUX"):
                break
            if found and all(d.type == "person" or d.plural for d in found):
                return above
        return noun


def _merely_where(name: Name) -> bool:
    """Whether a seat of government is only where something took place."""
    place: Place | None = name.place
    return place is not None and place.by == "seat" and name.last.dep == "pobj" and name.last.head.lower in _SEATED


def _wills(verb: Word) -> bool:
    """Whether whoever does it has a will to: "will not rehearse", "are ready to share the hall", "are waiting for money"."""
    helpers = {c.lower for c in verb.children if c.dep == "aux"}
    quality = verb.child("acomp") if verb.lemma == "be" else None
    ready = quality is not None and quality.lemma in _WILLING and quality.child("xcomp") is not None
    return ready or (verb.lemma == "wait" and verb.tag == "VBG") or (
        bool(helpers & {"will", "wo", "'ll", "would"}) and verb.tag == "VB" and verb.lemma not in _HAPPENING
    )  # fmt: skip
