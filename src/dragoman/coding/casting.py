"""Going through a report word by word, and giving each name, noun and pronoun its actors."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.drafts import Draft, Roll, plain_title
from dragoman.coding.geography import Place
from dragoman.coding.names import Name, find_names
from dragoman.coding.nouns import (
    ACTING,
    BODY,
    CLASS_NOUNS,
    HONORIFICS,
    OWN,
    PEOPLE,
    PERSONAL,
    REPRESENTING,
    ROLES,
    STANDING,
    classes_of,
    title_gender,
    type_of,
)
from dragoman.coding.parse import Parse, Word
from dragoman.coding.pronouns import PRONOUNS, History, resolve
from dragoman.coding.wordlists import load, words

_LOOK_BACK = 7
_OWNED_BY = frozenset({"of", "for", "at", "to", "from", "with", "in"})
_MODIFIERS = ("NOUN", "ADJ", "PROPN", "NUM", "ADV")
_SEATED = frozenset({"in", "at", "near", "to", "from", "around", "outside", "through", "via", "toward", "towards"})
_ORGANS = frozenset(
    "ministry department government parliament army military police cabinet office senate congress navy forces treasury "
    "embassy intelligence delegation house pentagon duma knesset bundestag guard council commission".split()
)
_PLURAL_TAGS = ("NNS", "NNPS")


@dataclass
class Casting:
    """The work on one report: the roll, which word means whom, and what has been mentioned so far."""

    parse: Parse
    roll: Roll = field(default_factory=Roll)
    mentions: dict[int, tuple[Draft, ...]] = field(default_factory=dict)
    doubtful: dict[int, tuple[Draft, ...]] = field(default_factory=dict)
    history: History = field(default_factory=History)
    names: dict[int, Name] = field(default_factory=dict)
    """By the number of every word within the name and its title."""
    owned: dict[int, tuple[Draft, ...]] = field(default_factory=dict)

    def run(self) -> "Casting":
        """Return the casting, done."""
        found = find_names(self.parse)
        self._enrol(found)
        titles = [s for s in self.parse.sentences if self.parse.is_title(s.words[0])]
        for sentence in (*self.parse.sentences[len(titles) :], *titles):  # a headline leans on what the body tells
            for word in sentence.words:
                self._read(word)
            self._coordinate(sentence.words)
        return self

    def _read(self, word: Word) -> None:
        name = self.names.get(word.i)
        if name is None or (name.kind == "role" and word is _role_head(name)):
            self._noun_or_pronoun(word)
        elif name.kind != "role" and word is name.words[0]:
            self._name(name)

    # -- names ---------------------------------------------------------------------------------------------------

    def _enrol(self, found: list[Name]) -> None:
        """Put every full name on the roll before the first word is read, so that a headline finds them too."""
        words_of = self.parse.words
        unsure: dict[str, list[Name]] = {}
        for name in found:
            self._lower_title(name)
            for word in (*name.title, *name.words):
                self.names[word.i] = name
            if name.kind == "state" and name.place is not None:
                self.roll.state(name.place, name.text, name.words)
            elif name.kind == "person" and " " in name.text:
                self.roll.person(name)
            elif name.kind == "body":
                self.roll.body(name.text, name.words)
            elif name.kind in ("person", "place", "group", "unknown"):
                unsure.setdefault(name.text, []).append(name)
        self._brackets(found, words_of)
        self.roll.link_acronyms()
        for text, names in unsure.items():
            self._enrol_short(text, names)
        self.roll.link_short_forms(list(self.roll.by_text))

    def _lower_title(self, name: Name) -> None:
        """A role in small letters just before a name makes it a person's."""
        first = name.title[0] if name.title else name.words[0]
        before = self._word(first.i - 1)
        role = before is not None and before.sentence is first.sentence and before.lower in ROLES
        open_kind = name.kind in ("unknown", "place", "person", "group") or (name.kind == "body" and not _told_body(name))
        if open_kind and (role or (len(name.words) > 1 and self._apposed_role(name, first))):
            name.kind = "person"
        elif name.title and name.kind not in ("role", "state"):
            name.kind = "person"

    def _apposed_role(self, name: Name, first: Word) -> bool:
        """Whether a role in the singular stands beside the name, set off by commas."""
        low, high = first.sentence.words[0].i, first.sentence.words[-1].i
        if first.i - 1 > low and self.parse.words[first.i - 1].text == "," and self._closed(name):
            for word in reversed(self.parse.words[max(low, first.i - 9) : first.i - 1]):
                if word.lower in ROLES and word.pos in ("NOUN", "PROPN"):
                    return word.i == low or self.parse.words[word.i - 1].text != ","
                if word.pos in ("VERB", "AUX", "PUNCT", "CCONJ"):
                    break
        if name.last.i + 2 <= high and self.parse.words[name.last.i + 1].text == ",":
            for word in self.parse.words[name.last.i + 2 : min(high, name.last.i + 9) + 1]:
                if word.lower in ROLES and word.tag in ("NN", "NNP"):
                    return True
                if word.pos in ("VERB", "AUX", "PUNCT", "CCONJ") and word.lower != "who":
                    break
        return False

    def _brackets(self, found: list[Name], all_words: list[Word]) -> None:
        for name in found:
            k = name.last.i
            if k + 3 < len(all_words) and all_words[k + 1].text == "(" and all_words[k + 3].text == ")":
                short = self.names.get(k + 2)
                if short is not None and short.text.replace(".", "").isupper() and name.kind != "person":
                    full = self.roll.body(name.text, name.words)
                    if name.kind in ("unknown", "group", "place"):
                        name.kind = "body"
                    short.kind = "body"
                    one = self.roll.body(short.text, short.words)
                    self.roll.merge(one, full)

    def _enrol_short(self, text: str, names: list[Name]) -> None:
        """One word that may be a surname, a place or a group: decided by all its places in the report."""
        if text in self.roll.by_text:
            return
        if self.roll.persons_called(text):
            for name in names:
                name.kind = "person"
            return
        parts = text.split("-")
        if len(parts) == 2 and all(self.roll.persons_called(p) or p in self.roll.by_text for p in parts):
            return
        kinds = Counter(n.kind for n in names)
        kind = "person" if kinds["person"] else kinds.most_common(1)[0][0]
        for name in names:
            name.kind = kind
        if kind == "person":
            self.roll.person(names[0])
        elif kind == "place":
            self.roll.body(text, names[0].words, "state")
        elif kind == "group":
            whole = self._people_of(text)
            if whole is not None:
                self.roll.by_text[text] = whole
            else:
                self.roll.body(text, names[0].words, "other").plural = text.endswith("s")
        elif kind == "unknown" and any(_acts(n) for n in names):
            self.roll.body(text, names[0].words, "other")

    def _people_of(self, text: str) -> Draft | None:
        """The state or body whose people the word seems to name: "Vardan" of "Varda"."""
        stem = text.rstrip("s")
        for draft in self.roll.drafts:
            last = draft.name.split()[-1]
            if draft.type in ("state", "other", "organisation") and len(last) > 3 and stem != last and stem.startswith(last[:-2]) and len(stem) - len(last) in (-1, 0, 1, 2, 3):
                return draft
        return None

    def _name(self, name: Name) -> None:
        found = self._bearers(name)
        if name.kind == "role":
            return
        if not found:
            return
        for word in (*name.title, *name.words):
            self.mentions[word.i] = found
        for draft in found:
            if name.kind != "state":
                draft.call(name.text)
        head = name.last
        if not (name.place is not None and _merely_where(name)):
            self.history.add(found, head, subject=_is_subject(name.words))
        if name.kind == "person" and len(found) == 1:
            self._title_of(name, found[0])
        if len(found) == 1 and found[0].type != "state":
            if name.kind == "body":
                self._state_of_body(name, found[0])
            self._apposition(name, found[0])

    def _state_of_body(self, name: Name, body: Draft) -> None:
        """A ministry, parliament or army acts for the state it is named with."""
        if body.acts_for or not any(w.lower in _ORGANS for w in name.words):
            return
        seat = words_of_state(name.text, self.roll)
        owners = (seat,) if seat is not None else self._owners_before(name.words[0]) or self._owner_after(name.last)[0]
        body.acts_for = [d for d in owners if d is not body and d.type in ("state", "government")]

    def _bearers(self, name: Name) -> tuple[Draft, ...]:
        if name.place is not None:
            return (self.roll.state(name.place, name.text, name.words),)
        text = name.text.removeprefix("The ")
        if text in self.roll.by_text:
            return (self.roll.by_text[text],)
        persons = self.roll.persons_called(text) if name.kind in ("person", "unknown", "place", "body") else []
        if len(persons) > 1:
            gender = title_gender(w.lower for w in name.title)
            fitting = [p for p in persons if gender and p.gender == gender]
            persons = fitting if len(fitting) == 1 else persons
        if len(persons) == 1:
            return (persons[0],)
        if persons:
            for word in name.words:
                self.doubtful[word.i] = tuple(persons)
            return ()
        return self._hyphened(name)

    def _hyphened(self, name: Name) -> tuple[Draft, ...]:
        """Two in one: "the Holm-Castellan meeting"."""
        out: list[Draft] = []
        for part in name.text.split("-") if "-" in name.text else ():
            one = self.roll.by_text.get(part)
            found = [one] if one is not None else self.roll.persons_called(part) if part.strip() else []
            if len(found) == 1:
                out.append(found[0])
        both = tuple(dict.fromkeys(out)) if len(out) > 1 else ()
        if both:
            self.history.join(both)
        return both

    def _title_of(self, name: Name, person: Draft) -> None:
        """Read the role before a name, in capitals or small letters, and whose it is."""
        if name.title and not plain_title(name.title):
            self._give_role(person, name.title)
        first = name.title[0] if name.title else name.words[0]
        before = self._word(first.i - 1)
        if not name.title and before is not None and before.sentence is first.sentence and before.lower in ROLES:
            return  # the noun has been read, and has found its bearer
        self._principal(person, self._owners_before(first), [w.lower for w in name.title])

    # -- nouns ---------------------------------------------------------------------------------------------------

    def _noun_or_pronoun(self, word: Word) -> None:
        lower = word.lower
        if lower in PRONOUNS:
            if word.i in self.mentions:
                return
            found = resolve(word, self.history, self.mentions)
            if found:
                self.mentions[word.i] = found
                for draft in found:
                    draft.call(lower)
            return
        if word.pos not in ("NOUN", "PROPN", "ADJ"):
            return
        lemma = lower if lower in CLASS_NOUNS else word.lemma
        personal = lemma in ROLES or lemma in PEOPLE or lower in PEOPLE
        if not personal and lemma not in CLASS_NOUNS:
            return
        after = self._word(word.i + 1)
        if word.dep in ("compound", "nmod", "amod") and word.head.i > word.i and not self._before_name(word):
            if lower in CLASS_NOUNS and (word.head.lemma in PERSONAL or word.head.lower in STANDING):
                found = self._fitting(word, lower)
                if found:
                    self.mentions[word.i] = found
            return
        if after is not None and after.text == "-" and after.start == word.end:
            return
        if personal and lemma not in ("party", "government", "group", "organization", "organisation", "union", "club", "company", "firm", "studio", "opposition", "delegation", "side", "executive"):
            self._personal(word, lemma)
        else:
            self._body(word, lemma if lemma in CLASS_NOUNS else lower)

    def _before_name(self, word: Word) -> bool:
        name = self.names.get(word.i + 1)
        return name is not None and name.kind == "person" and word.lower in ROLES

    def _start(self, word: Word) -> int:
        """The number of the first word of the noun phrase that ends with `word`, its determiner left out."""
        i = word.i
        own = self.names.get(i)
        low = word.sentence.words[0].i
        if own is not None and own.title:
            i = own.title[0].i
        while i - 1 >= low and word.i - i < _LOOK_BACK:
            before = self.parse.words[i - 1]
            if before.pos in _MODIFIERS and (before.head.i > before.i or before.i in self.names) or before.text == "-" or before.tag in ("VBN", "VBG") and before.dep == "amod":
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
            if here.i in self.mentions and (here.i in self.names or here.lower in ("his", "her", "its", "their") or self._possessive(here) or here.dep in ("compound", "nmod", "amod")):
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
        if here.i - 2 < low or self.parse.words[here.i - 1].lower not in ("and", "-", "&"):
            return ()
        found = self.mentions.get(here.i - 2, ())
        return found if all(d.type != "person" for d in found) else ()

    def _possessive(self, word: Word) -> bool:
        after = self._word(word.i + 1)
        return after is not None and after.text in ("'s", "'")

    def _owner_after(self, word: Word) -> tuple[tuple[Draft, ...], int]:
        """Whose by an "of", "for" or "at" after it, and the number of the last word of that phrase."""
        link = self._word(word.i + 1)
        if link is None or link.lower not in _OWNED_BY or link.sentence is not word.sentence:
            return (), word.i
        if link.lower in ("in", "from", "to", "with") and word.lemma not in ("ambassador", "representative", "negotiator", "envoy", "delegate", "observer", "adviser", "advisor"):
            return (), word.i
        end = word.sentence.words[-1].i
        i, stop = link.i + 1, word.i
        while i <= end and i - link.i < _LOOK_BACK:
            here = self.parse.words[i]
            name = self.names.get(i)
            if name is not None and name.kind != "role" and name.kind != "person":
                found = self._bearers(name)
                last = name.last
                standing = self._word(last.i + 1)
                if standing is not None and standing.text in ("'s", "'"):
                    standing = self._word(standing.i + 1)
                while standing is not None and standing.pos in ("ADJ", "NOUN") and standing.lower not in STANDING and self._word(standing.i + 1) is not None and self.parse.words[standing.i + 1].lower in STANDING:
                    standing = self._word(standing.i + 1)
                stop = standing.i if standing is not None and standing.lower in STANDING else last.i
                return found, stop
            if here.lower in CLASS_NOUNS and here.pos == "NOUN" and not (here.dep == "compound" and here.head.i > here.i):
                return self._known_body(here, here.lower, quiet=True), here.i
            if here.pos not in ("DET", *_MODIFIERS) and here.tag not in ("VBN", "VBG", "PRP$", "HYPH"):
                break
            if here.pos in ("NOUN", "PROPN"):
                stop = i
            i += 1
        return (), stop if link.lower == "of" else word.i

    def _personal(self, word: Word, lemma: str) -> None:
        start = self._start(word)
        plural = word.tag in _PLURAL_TAGS or word.lower in ("police", "people", "staff", "media")
        owners = self._owners_before(word)
        after, stop = self._owner_after(word)
        representing = lemma in REPRESENTING or lemma in ACTING
        title = [w for w in self.parse.words[start : word.i + 1] if w.i not in self.names or self.names[w.i].kind in ("role",) or w in self.names[w.i].title]
        principals = tuple(d for d in (owners or after) if d.type != "person" or lemma in ("spokesman", "spokeswoman", "spokesperson", "lawyer", "aide", "envoy"))
        if lemma == "ambassador" and owners:
            principals = owners
        if not plural:
            bearer = self._bearer(word, stop) or self._bearer(word, self._past_phrase(stop))
            if bearer is not None:
                self._give_role(bearer, title, (word.i, stop))
                if representing:
                    whose = principals or (self._body_at_hand(word) if lemma.startswith("spokes") else ())
                    self._principal(bearer, whose, [w.lower for w in title])
                bearer.nouns.add(lemma)
                self.mentions[word.i] = (bearer,)
                return
        found = self._pair(word, lemma) or (self._holder(word, lemma, principals, title) if not plural else ())
        if not found and self._definite(start) and plural:
            found = self._same_group(word.lower)
        if not found:
            found = (self._new_group(word, start, stop, title, plural, principals if representing or (plural and owners) else ()),)
        self.mentions[word.i] = found
        self.history.add(found, word, subject=_is_subject([word]))

    def _body_at_hand(self, word: Word) -> tuple[Draft, ...]:
        """The body spoken of just before: whose a bare "a spokesman" is."""
        for mention in reversed(self.history.mentions):
            if word.sentence.index - mention.word.sentence.index > 2 or mention.word.sentence.paragraph != word.sentence.paragraph:
                break
            if len(mention.actors) == 1 and mention.actors[0].type not in ("person", "other") and not mention.actors[0].plural:
                return mention.actors
        return ()

    def _bearer(self, word: Word, stop: int) -> Draft | None:
        """The person whose name stands right after the role, or before it between commas."""
        for k in (stop + 1, stop + 2):
            name = self.names.get(k)
            if name is not None and name.kind == "person" and name.words[0].sentence is word.sentence:
                if k == stop + 2 and (self.parse.words[k - 1].text != "," or not self._closed(name)):
                    break
                found = self._bearers(name)
                return found[0] if len(found) == 1 else None
            if self.parse.words[min(k, len(self.parse.words) - 1)].text not in (",",):
                break
        own = self.names.get(word.i)
        if own is not None and own.kind == "person":
            found = self._bearers(own)
            return found[0] if len(found) == 1 else None
        return None

    def _past_phrase(self, stop: int) -> int:
        """The number of the last word of a further phrase after it: "at the talks"."""
        link = self._word(stop + 1)
        if link is None or link.lower not in ("at", "in", "on", "for", "to"):
            return stop
        last = stop
        for word in self.parse.words[stop + 2 : stop + 7]:
            if word.pos in ("NOUN", "PROPN"):
                last = word.i
            elif word.pos not in ("DET", "ADJ", "NUM"):
                break
        return last

    def _closed(self, name: Name) -> bool:
        """Whether the name after a comma is set off: by another comma, a verb of speech or the end."""
        after = self._word(name.last.i + 1)
        return after is None or after.text in (",", ".", ";", ":", '"', "-", "—", "–", "(") or after.pos in ("VERB", "AUX")

    def _apposition(self, name: Name, draft: Draft) -> None:
        """Read what stands after the name: ", the union's general secretary," or "is chief negotiator for"."""
        comma = self._word(name.last.i + 1)
        if comma is None or comma.sentence is not name.last.sentence:
            return
        if comma.text != "," and not (comma.lemma == "be" and comma.pos == "AUX"):
            if comma.text in ("of", "from") and draft.type == "person" and name.title:
                self._principal(draft, self._owner_after(Word(name.last.i, "", "", "envoy", "", "", "", "", False, 0, 0, sentence=name.last.sentence))[0], [w.lower for w in name.title])
            return
        limit = comma.sentence.words[-1].i
        i = comma.i + 1
        if comma.text == "," and i + 2 <= limit and self.parse.words[i].lower == "who":
            self._heads(self.parse.words[i + 1], draft)
            return
        while i <= min(limit, comma.i + 10):
            word = self.parse.words[i]
            lemma = word.lemma if word.lemma in ROLES else word.lower
            if draft.type == "person" and (lemma in ROLES or lemma in ACTING) and word.tag == "NN" or (word.tag == "NNP" and lemma in ROLES and draft.type == "person"):
                later = self._word(i + 1)
                if later is not None and (later.lower in ROLES and later.i <= limit or self._before_name(word)):
                    if self._before_name(word):
                        return
                    i += 1
                    continue
                self._appose(word, lemma, draft)
                return
            if draft.type not in ("person", "state") and word.lower in CLASS_NOUNS and word.pos == "NOUN" and word.dep in ("appos", "attr", "conj"):
                draft.nouns.add(word.lower)
                self.mentions[word.i] = (draft,)
                return
            if word.text in (",", ".", '"') or word.pos in ("VERB", "AUX", "PRON") and word.tag != "PRP$" and word.dep != "amod":
                return
            i += 1

    def _appose(self, word: Word, lemma: str, draft: Draft) -> None:
        for before in self.parse.words[self._start(word) - 2 : word.i]:
            other = self.names.get(before.i)
            if other is not None and before is other.last and before.i not in self.mentions and other.kind not in ("role", "person"):
                self._name(other)
            elif other is None and before.lower in CLASS_NOUNS and before.i not in self.mentions and before.pos == "NOUN" and (self._possessive(before) or before.dep == "compound"):
                self._body(before, before.lower)
            elif before.lower in ("its", "their", "his", "her") and before.i not in self.mentions:
                self._noun_or_pronoun(before)
        start = self._start(word)
        title = [w for w in self.parse.words[start : word.i + 1] if w.i not in self.names or self.names[w.i].kind == "role"]
        after, stop = self._owner_after(word)
        self._give_role(draft, title, (word.i, stop))
        draft.nouns.add(lemma)
        if lemma in REPRESENTING or lemma in ("counsel", "diplomat"):
            self._principal(draft, self._owners_before(word) or after, [w.lower for w in title])
        self.mentions[word.i] = (draft,)

    def _heads(self, verb: Word, draft: Draft) -> None:
        after = self._word(verb.i + 1)
        speaks_for = verb.lemma == "speak" and after is not None and after.lower == "for"
        if verb.lemma in words("titles", "roles", "heading") or speaks_for:
            self._principal(draft, self._object(verb), ["head"])

    def _object(self, verb: Word) -> tuple[Draft, ...]:
        for k in range(verb.i + 1, min(verb.i + 6, verb.sentence.words[-1].i + 1)):
            name = self.names.get(k)
            if name is not None and name.kind not in ("person", "role"):
                return self._bearers(name)
            here = self.parse.words[k]
            if (here.lower in CLASS_NOUNS and here.pos == "NOUN") or (name is not None and name.kind == "role" and here is _role_head(name)):
                return self._known_body(here, here.lower)
            if here.text in (",", "."):
                break
        return ()

    def _give_role(self, draft: Draft, title: list[Word], reach: tuple[int, int] | None = None) -> None:
        draft.nouns.update(w.lower for w in title if w.lower in ROLES)
        draft.gender = draft.gender or title_gender(w.lower for w in title)
        if draft.role is None and title:
            last = title[-1].i
            if reach is not None and reach[1] > reach[0]:
                last = reach[1]
            draft.role = self.parse.document.text[title[0].start : self.parse.words[last].end]

    def _principal(self, draft: Draft, found: Iterable[Draft], title: Iterable[str]) -> None:
        lowered = set(title)
        if draft.acts_for or lowered & words("titles", "roles", "past"):
            return
        others = words("titles", "roles", "other")
        if lowered and not lowered & REPRESENTING and not lowered & ACTING and lowered & others:
            return
        if not lowered & REPRESENTING and not lowered & ACTING:
            return
        draft.acts_for = [d for d in dict.fromkeys(found) if d is not draft and d.type != "person" or lowered & {"spokesman", "spokeswoman", "lawyer"} and d is not draft]

    def _definite(self, start: int) -> bool:
        before = self._word(start - 1)
        return before is not None and before.lower in ("the", "that", "this", "these", "those", "both", "their", "his", "her", "its")

    def _holder(self, word: Word, lemma: str, principals: tuple[Draft, ...], title: list[Word]) -> tuple[Draft, ...]:
        """Who holds the office that a definite noun names: the person of that role, or the office mentioned before."""
        start = self._start(word)
        before = self._word(start - 1)
        definite = self._definite(start) or bool(principals) and (before is None or before.lower not in ("a", "an", "another", "one", "any", "every", "each", "no"))
        if not definite:
            return ()
        special = {w.lower for w in title} - {lemma}
        fitting = []
        for draft in self.history.recent(lambda d: lemma in d.nouns and not d.plural and d.type in ("person", "office")):
            if principals and draft.acts_for and not set(principals) & set(draft.acts_for):
                continue
            fitting.append((bool(special and draft.role and special & set(draft.role.lower().split())), draft))
        if not fitting:
            later = [d for d in self.roll.drafts if d.type == "person" and lemma in d.nouns]
            return (later[0],) if len(later) == 1 else ()
        best = next((d for specific, d in fitting if specific), None)
        return (best or fitting[0][1],)

    def _same_group(self, lower: str) -> tuple[Draft, ...]:
        for draft in self.history.recent(lambda d: d.plural and lower in d.nouns):
            return (draft,)
        return ()

    def _new_group(self, word: Word, start: int, stop: int, title: list[Word], plural: bool, principals: tuple[Draft, ...]) -> Draft:
        if not plural and word.tag != "NN" and word.tag != "NNP":
            plural = False
        chosen = self.parse.words[start : word.i + 1]
        chosen = chosen[1:] if len(chosen) > 1 and chosen[0].text in ("'s", "-") else chosen
        text = self.parse.document.text
        short = text[chosen[0].start : word.end]
        full = text[chosen[0].start : self.parse.words[stop].end] if stop > word.i else short
        lead = self.names.get(start)
        key = f"\1{full.lower()}"
        known = self.roll.by_text.get(key)
        if known is not None and (plural or self._definite(start)):
            return known
        kind = "other" if plural else "person" if not self._definite(start) else "office"
        draft = self.roll.add(Draft(kind, full, self.parse.words[start : stop + 1], plural=plural, named=False))
        draft.nouns.update({word.lower, word.lemma})
        draft.call(short)
        draft.call(full)
        del lead
        if not plural:
            draft.gender = title_gender([word.lower])
        draft.acts_for = list(principals)
        self.roll.by_text[key] = draft
        return draft

    def _pair(self, word: Word, lemma: str) -> tuple[Draft, ...]:
        """ "The two leaders", "both sides": the two that were last named together."""
        if lemma not in words("bodies", "pairs", "heads") or word.tag not in _PLURAL_TAGS:
            return ()
        before = [w.lower for w in self.parse.words[max(word.i - 4, word.sentence.words[0].i) : word.i]]
        if "two" not in before and "both" not in before and not (lemma in ("side", "party") and before and before[-1] == "the"):
            return ()
        people = lemma in words("bodies", "pairs", "people")
        return self.history.pair(people)

    # -- bodies --------------------------------------------------------------------------------------------------

    def _body(self, word: Word, lemma: str) -> None:
        found = self._pair(word, word.lemma) or self._known_body(word, lemma)
        if found:
            self.mentions[word.i] = found
            self.history.add(found, word, subject=_is_subject([word]))

    def _known_body(self, word: Word, lemma: str, quiet: bool = False) -> tuple[Draft, ...]:
        """The state or body that a class noun means: by whose it is, by what has been named, or a new one."""
        if word.i in self.mentions:
            return self.mentions[word.i]
        start = self._start(word)
        owners = self._owners_before(word)
        after, stop = self._owner_after(word) if not owners else ((), word.i)
        bodies = tuple(d for d in (owners or after) if d.type != "person")
        if lemma in STANDING and bodies:
            self._alias(bodies, start, word, stop)
            return bodies
        if lemma in OWN and (owners or word.i - 1 in self.mentions):
            return (self._administration(word, start, owners),)
        if lemma in STANDING and owners and owners[0].acts_for:
            return tuple(owners[0].acts_for)
        plain = start == word.i or self.parse.words[start].lower in ("own",)
        if not bodies and (plain or lemma in ("government", "authorities")) and (self._definite(start) or word.text[:1].isupper()):
            found = self._fitting(word, lemma)
            if found:
                for draft in found:
                    draft.call(f"the {word.lower}")
                return found
        if lemma in ("side", "team", "camp", "executive", "leadership", "front", "post", "service", "times", "paper", "mission", "media", "group", "business", "energy", "capital", "air", "office") and not bodies and not self._definite(start):
            return ()
        if lemma in ("side", "front", "post", "times", "capital", "energy", "air", "lines", "homes", "pictures", "steel", "foods", "service"):
            return ()
        return (self._new_body(word, lemma, start, stop, bodies),)

    def _alias(self, drafts: tuple[Draft, ...], start: int, word: Word, stop: int) -> None:
        text = self.parse.document.text[self.parse.words[start].start : self.parse.words[max(stop, word.i)].end]
        for draft in drafts:
            draft.call(text)

    def _administration(self, word: Word, start: int, owners: tuple[Draft, ...]) -> Draft:
        """ "The X administration": an actor of its own that acts for X's state, where the text tells it."""
        text = self.parse.document.text[self.parse.words[start].start : word.end]
        before = self.mentions.get(word.i - 1) or owners
        known = self.roll.by_text.get(text)
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
        elif head is not None and "president" in head.nouns or head is not None and word.lower == "administration":
            us = self.roll.states.get("United States")
            draft.acts_for = [us] if us is not None else [head]
        return draft

    def _fitting(self, word: Word, lemma: str) -> tuple[Draft, ...]:
        """The one body spoken of before (or, failing that, anywhere) that the noun fits."""
        wanted = classes_of(lemma)
        same = [d for d in self.history.recent(lambda d: not d.plural or lemma in d.nouns) if lemma in d.nouns and d.type != "person"]
        if lemma == "government":
            same = [d for d in same if d.type != "state"] or same
            if same and same[0].type == "state" and len({id(d) for d in same}) > 1:
                called = [d for d in same if any("government" in f.lower() for f in d.forms)]
                return tuple(called[:1])
        if same:
            return (same[0],)
        classed = self.history.recent(lambda d: d.type not in ("person", "state") and bool(wanted & d.classes) and d.named)
        if classed:
            return (classed[0],)
        anywhere = [d for d in self.roll.drafts if d.named and d.type not in ("person", "state") and (lemma in d.nouns or wanted & d.classes)]
        if len(anywhere) == 1:
            return (anywhere[0],)
        if "company" in wanted:
            bare = [d for d in self.history.recent(lambda d: d.named and d.type in ("organisation", "other") and not d.classes and not d.plural)]
            if len(set(map(id, bare))) == 1:
                return (bare[0],)
        return ()

    def _new_body(self, word: Word, lemma: str, start: int, stop: int, owners: tuple[Draft, ...]) -> Draft:
        text = self.parse.document.text
        first = self.parse.words[start]
        if first.text in ("'s", "-") and start < word.i:
            first = self.parse.words[start + 1]
        name = text[first.start : self.parse.words[stop].end] if stop > word.i else text[first.start : word.end]
        if owners and name == word.text:
            name = f"{owners[0].name} {word.text}" if False else word.text
        key = name if not owners else f"{owners[0].name}\2{name}"
        known = self.roll.by_text.get(key)
        if known is None:
            known = self.roll.add(Draft(type_of(name.lower()), name, self.parse.words[first.i : max(stop, word.i) + 1], nouns={lemma}, named=False))
            known.plural = word.tag in _PLURAL_TAGS
            self.roll.by_text[key] = known
            if lemma in ("ministry", "department", "police", "army", "military", "parliament", "board", "cabinet", "delegation", "office", "forces", "administration"):
                known.acts_for = list(owners)
        known.call(name)
        known.call(text[first.start : word.end])
        return known

    # -- several at once -----------------------------------------------------------------------------------------

    def _coordinate(self, sentence: list[Word]) -> None:
        """Give the head of "A and B" both, and each relative pronoun its antecedent's actors."""
        for word in sentence:
            if word.dep == "conj" and word.i in self.mentions and word.head.i in self.mentions and word.pos in ("PROPN", "NOUN"):
                first = word.head
                both = tuple(dict.fromkeys((*self.mentions[first.i], *self.mentions[word.i])))
                if len(both) > 1:
                    self.history.join(both)
                    self.owned[first.i] = tuple(dict.fromkeys((*self.owned.get(first.i, self.mentions[first.i]), *self.mentions[word.i])))
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

    def _word(self, i: int) -> Word | None:
        return self.parse.words[i] if 0 <= i < len(self.parse.words) else None


def _role_head(name: Name) -> Word:
    """The noun of a capitalised office or class: "Minister" of "Minister of Finance"."""
    for k, word in enumerate(name.words):
        if word.lower == "of" and k:
            return name.words[k - 1]
    return name.last


def _told_body(name: Name) -> bool:
    return any(w.lower in BODY or w.text == "&" or (w.text.isupper() and len(w.text) > 1) for w in name.words)


def words_of_state(text: str, roll: Roll) -> Draft | None:
    """Return the state of a well-known office such as the White House, if the report names that state."""
    seats = load("bodies")["seats"]
    plain = text.removeprefix("the ").removeprefix("The ")
    found = next((state for office, state in seats.items() if plain.endswith(office)), None)
    return roll.states.get(found) if found else None


def _acts(name: Name) -> bool:
    """Whether the name stands where an actor does: subject, possessor or agent."""
    return name.last.dep in ("nsubj", "nsubjpass", "poss") or (name.last.dep == "pobj" and name.last.head.lower == "by")


def _is_subject(found: list[Word]) -> bool:
    return any(w.dep in ("nsubj", "nsubjpass") for w in found)


def _merely_where(name: Name) -> bool:
    """Whether a seat of government is only where something took place."""
    place: Place | None = name.place
    return place is not None and place.by == "seat" and name.last.dep == "pobj" and name.last.head.lower in _SEATED


__all__ = ["HONORIFICS", "Casting", "load"]
