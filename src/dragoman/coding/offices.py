"""Noun phrases that mean persons by their role, and groups of people: who bears the role, and for whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.coding.bodies import is_subject, role_head
from dragoman.coding.drafts import Draft, plain_title
from dragoman.coding.epithets import put_for
from dragoman.coding.names import Name
from dragoman.coding.nouns import ACTING, CLASS_NOUNS, REPRESENTING, ROLES, one_of, title_gender
from dragoman.coding.organs import Organs
from dragoman.coding.parse import Word
from dragoman.coding.referents import LANDS
from dragoman.coding.wordlists import words

_COUNTING = frozenset(
    "some several many most other another all any one both few various certain numerous her his their its".split()
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PEERS = frozenset({"minister", "secretary", "leader", "president", "premier", "chancellor"})
"""Offices whose holders are counted together: "the three ministers" of whom one is a secretary of state."""
_PLURAL_TAGS = ("NNS", "NNPS")
_BESIDE = frozenset({"deputy", "assistant"})
"""Who serves the same side as the person whose he is."""
_BRANCHES = frozenset("relations operations communications affairs policy personnel resources services sales training".split())
_FOLLOWING = frozenset({"member", "delegate"})
_AGENTS = words("titles", "roles", "heading_over")


@dataclass
class Offices(Organs):
    """The work on nouns for persons and groups."""

    def _personal(self, word: Word, lemma: str) -> None:
        if word.i in self.mentions:
            return
        if word.dep == "attr" and word.head.lemma == "be":
            told = word.head.child("nsubj")
            who = self.mentions.get(told.i, ()) if told is not None and told.i < word.i else ()
            if len(who) == 1 and who[0].type == "person" and word.tag == "NN" and who[0].named and lemma not in ROLES:
                return  # "he is not a man for ..." names nobody new
        start = self._start(word)
        plural = word.tag in _PLURAL_TAGS or word.lower in ("police", "people", "staff", "media")
        plural = plural or (word.pos == "PROPN" and one_of(word.lower) is not None)
        plural = plural and not self._one_of(word)
        owners = self._owners_before(word)
        after, stop = self._owner_after(word)
        title = [
            w
            for w in self.parse.words[start : word.i + 1]
            if w.pos != "NUM"
            if w.i not in self.names or self.names[w.i].kind in ("role",) or w in self.names[w.i].title
        ]
        general = lemma == "general" and any(w.lower in REPRESENTING for w in title)  # "secretary-general"
        representing = lemma in REPRESENTING or lemma in ACTING or general
        personal = self._for_a_person(word)
        principals = tuple(d for d in owners if d.type != "person" or personal)
        principals = principals or tuple(d for d in after if d.type != "person" or personal)
        if plural and representing and after and principals == after:
            principals = (*principals, *self._owner_joined(stop))
        if not principals and lemma in (REPRESENTING | _FOLLOWING if plural else words("titles", "roles", "leaders") | _BESIDE):
            principals = tuple(p for d in owners if d.type == "person" for p in d.acts_for)  # "her general secretary"
        if lemma == "ambassador" and owners:
            principals = owners
        if lemma in ("country", "nation") and owners:
            found = tuple(dict.fromkeys(p for d in owners for p in ((d,) if d.type == "state" else d.acts_for)))
            if found:
                self.mentions[word.i] = found
            return
        link = self._word(word.i + 1)
        if (
            lemma in LANDS
            and not owners
            and len(after) == 1
            and after[0].type == "state"
            and link is not None
            and link.lower == "of"
        ):
            after[0].nouns.update(w.lower for w in title if w.pos == "NOUN")  # "the island state of X"
            self.mentions[word.i] = after
            return
        if not plural and lemma not in words("bodies", "groups", "collective"):  # nobody is a community
            bearer = self._bearer(word, stop) or self._bearer(word, self._past_phrase(stop))
            if bearer is not None:
                self._name_the_told(bearer, word, start, lemma)
                self._give_role(bearer, title, (word.i, stop))
                if representing:
                    ruling = any(w.lower == "government" for w in title)
                    whose = principals or (self._body_at_hand(word) if self._of_bodies(word, title) and not ruling else ())
                    self._principal(bearer, whose, [*(w.lower for w in title), lemma], personal)
                bearer.nouns.add(lemma)
                owner = word.child("poss") if lemma == "counterpart" else None
                for peer in self.mentions.get(owner.i, ()) if owner is not None else ():
                    bearer.nouns |= peer.nouns & words("titles", "roles", "leaders")  # he holds the same office
                self.mentions[word.i] = (bearer,)
                self.history.add((bearer,), word, subject=is_subject([word]))
                return
        apposed = self._apposed_bodies(stop, plural) if word.lemma in words("bodies", "groups", "either") else ()
        if apposed:
            self.mentions[word.i] = apposed
            self.history.add(apposed, word, subject=is_subject([word]))
            return
        if lemma in ("reporter", "journalist") and word.dep in ("dobj", "pobj", "dative"):
            return  # whom something is told is no party to it
        found = self._pair(word, lemma) or (
            self._all_of_role(lemma, title) if plural and (self._definite(start) or self.parse.is_title(word)) else ()
        )
        found = found or (self._holder(word, lemma, principals, title) if not plural else ())
        if not found and self._definite(start) and plural:
            found = self._same_group(word.lower)
        if not found and not plural and start == word.i and self._definite(start):
            found = self._by_last_word(word) or self._land(lemma)
        if not found:
            found = (
                self._new_group(
                    word,
                    start,
                    stop,
                    title,
                    plural,
                    principals if representing or lemma == "source" or (plural and owners) else (),
                ),
            )
        self.mentions[word.i] = found
        self.history.add(found, word, subject=is_subject([word]))

    def _name_the_told(self, bearer: Draft, word: Word, start: int, lemma: str) -> None:
        """Let a name give itself to whom the report described before: "a spokeswoman for X said ... The spokeswoman, Y,"."""
        article = self._word(start - 1)
        if start != word.i or article is None or article.lower != "the" or lemma not in REPRESENTING or bearer.acts_for:
            return
        if bearer.role is not None or any(bearer in found for found in self.mentions.values()):
            return
        told = self.history.recent(lambda d: lemma in d.nouns and not d.plural and d.type in ("person", "office"))
        if not told or told[0].named or (told[0].gender and bearer.gender and told[0].gender != bearer.gender):
            return
        bearer.acts_for = [d for d in told[0].acts_for if d is not bearer]
        bearer.role = told[0].name
        put_for(told[0], bearer, self.roll, self.history, self.mentions, self.owned)

    def _one_of(self, word: Word) -> bool:
        """Whether only one of them is meant, who is named after a comma: "one of X's lawyers, Y,"."""
        ahead = [w.lower for w in self.parse.words[max(word.i - 6, word.sentence.words[0].i) : word.i]]
        name = self.names.get(word.i + 2)
        return "one of" in " ".join(ahead) and name is not None and name.kind == "person"

    def _of_bodies(self, word: Word, title: list[Word]) -> bool:
        """Whether only firms, unions and the like have the office: "spokesman", "chief executive", "general secretary"."""
        told = " ".join(w.lower for w in title)
        return word.lower.startswith("spokes") or any(told.endswith(office) for office in words("titles", "roles", "of_bodies"))

    def _bearer(self, word: Word, stop: int) -> Draft | None:
        """The person whose name stands right after the role, or before it between commas."""
        for k in (stop + 1, stop + 2):
            name = self.names.get(k)
            if name is not None and name.kind == "person" and name.words[0].sentence is word.sentence:
                if k == stop + 2 and (self.parse.words[k - 1].text != "," or not self._closed(name)):
                    break
                if k == stop + 2 and name.title and any(c.lower in ("a", "an") for c in word.children):
                    break  # "it will appoint an arbitrator, Labour Minister Ilse Kaan said"
                found = self._bearers(name)
                return found[0] if len(found) == 1 else None
            if self.parse.words[min(k, len(self.parse.words) - 1)].text not in (",",):
                break
        also = self._joined_title(word, stop)
        if also is not None:
            found = self._bearers(also)
            return found[0] if len(found) == 1 else None
        described = self._described(stop)
        if described is not None:
            return described
        own = self.names.get(word.i)
        if own is not None and own.kind == "person":
            found = self._bearers(own)
            return found[0] if len(found) == 1 else None
        return None

    def _joined_title(self, word: Word, stop: int) -> Name | None:
        """The name whose own title is joined to this one: "party leader and Prime Minister X"."""
        joined, name = self._word(stop + 1), self.names.get(stop + 2)
        if joined is None or name is None or joined.lower != "and" or joined.sentence is not word.sentence:
            return None
        return name if name.kind == "person" and name.title and not plain_title(name.title) else None

    def _apposed_bodies(self, stop: int, plural: bool) -> tuple[Draft, ...]:
        """The bodies named after the description and a comma: "its largest shareholder, the X Fund,", "two funds, X and Y,"."""
        comma = self._word(stop + 1)
        out: list[Draft] = []
        at = stop + 2
        while comma is not None and comma.text == "," and len(out) < 2:
            article = self._word(at)
            at += article is not None and article.lower == "the"
            name = self.names.get(at)
            if name is None or name.kind in ("person", "role", "state") or name.words[0].sentence is not comma.sentence:
                break
            found = self._bearers(name)
            if len(found) != 1 or found[0].type in ("person", "state"):
                break
            out += found
            joined = self._word(name.last.i + 1)
            if not plural or joined is None or joined.lower != "and" or len(out) == 2:
                return tuple(out) if self._closed(name) and len(out) == 1 + plural else ()
            at = joined.i + 1
        return ()

    def _described(self, stop: int) -> Draft | None:
        """The person named after a comma and a second description: "the mediator, retired judge X,"."""
        comma = self._word(stop + 1)
        if comma is None or comma.text != ",":
            return None
        for k in range(stop + 2, stop + 6):
            name, here = self.names.get(k), self._word(k)
            if name is not None and name.kind == "person" and k > stop + 2:
                found = self._bearers(name) if name.words[0].sentence is comma.sentence and self._closed(name) else ()
                return found[0] if len(found) == 1 else None
            article = k == stop + 2 and here is not None and here.lower in ("the", "a", "an")
            if here is None or name is not None:
                return None
            if not article and here.pos not in ("ADJ", "NOUN") and here.tag not in ("VBN", "VBG"):
                return None
        return None

    def _past_phrase(self, stop: int) -> int:
        """The number of the last word of a further phrase after it: "at the talks"."""
        link = self._word(stop + 1)
        if link is not None and link.lower in ("there", "here", "abroad", "overseas"):
            return link.i
        if link is None or link.lower not in ("at", "in", "on", "for", "to"):
            return stop
        last = stop
        for word in self.parse.words[stop + 2 : stop + 7]:
            if word.pos in ("NOUN", "PROPN"):
                last = word.i
            elif word.pos not in ("DET", "ADJ", "NUM"):
                break
        return last

    def _heads(self, verb: Word, draft: Draft) -> None:
        after = self._word(verb.i + 1)
        further = after is not None and f"{verb.lemma} {after.lower}" in _AGENTS
        if verb.lemma in words("titles", "roles", "heading") or further:
            self._principal(draft, self._object(verb), ["head"])
            draft.nouns.add("leader")

    def _object(self, verb: Word) -> tuple[Draft, ...]:
        for k in range(verb.i + 1, min(verb.i + 9, verb.sentence.words[-1].i + 1)):
            name = self.names.get(k)
            if self.parse.words[k].tag == "PRP$" or (name is not None and name.kind == "person" and k == name.words[0].i):
                self._owner_ahead(self.parse.words[k], name)
            here = self.parse.words[k]
            after = self._word(k + 1)
            local = self._firm_of_place(after, after.lower, ()) if name is not None and after is not None else ()
            if local:
                return local
            if name is not None and name.kind not in ("person", "role"):
                return self._bearers(name)
            describing = here.dep in ("compound", "nmod") and here.head.i > here.i and here.head.lower not in CLASS_NOUNS
            if (here.lower in CLASS_NOUNS and here.pos == "NOUN" and not describing) or (
                name is not None and name.kind == "role" and here is role_head(name)
            ):
                return self._known_body(here, here.lower)
            if here.text in (",", ".") or (here.pos == "ADP" and here.lower not in ("of", "over", "for") and not _within(here)):
                break
        return ()

    def _give_role(self, draft: Draft, title: list[Word], reach: tuple[int, int] | None = None) -> None:
        draft.nouns.update(w.lower for w in title if w.lower in ROLES)
        draft.gender = draft.gender or title_gender(w.lower for w in title)
        if draft.role is None and title:
            last = title[-1].i
            if reach is not None and reach[1] > reach[0]:
                cut = self.parse.document.text[self.parse.words[reach[1]].end :][:1] == "-"  # "of the Western-backed army"
                link = next((i for i in range(reach[1], last, -1) if self.parse.words[i].lower in ("of", "for", "at")), last + 1)
                last = link - 1 if cut else reach[1]
            draft.role = self.parse.document.text[title[0].start : self.parse.words[last].end]

    def _principal(self, draft: Draft, found: Iterable[Draft], title: Iterable[str], personal: bool = False) -> None:
        lowered = set(title)
        found = tuple(found)
        vague = bool(draft.acts_for) and all(d.plural and not d.named for d in draft.acts_for)
        better = vague and any(d.named and d.type not in ("person", "state") for d in found)
        if (draft.acts_for and not better) or lowered & words("titles", "roles", "past"):
            return
        others = words("titles", "roles", "other")
        if lowered and not lowered & REPRESENTING and not lowered & ACTING and lowered & others:
            return
        if not lowered & REPRESENTING and not lowered & ACTING:
            return
        if lowered & {"executive", "ceo"}:
            for body in found:
                body.nouns.add("company")
        draft.acts_for = [
            d
            for d in dict.fromkeys(found)
            if d is not draft and (d.type != "person" or personal or lowered & words("bodies", "groups", "personal"))
        ]

    def _holder(self, word: Word, lemma: str, principals: tuple[Draft, ...], title: list[Word]) -> tuple[Draft, ...]:
        """Who holds the office that a definite noun names: the person of that role, or the office mentioned before."""
        start = self._start(word)
        before = self._word(start - 1)
        titled = self.parse.is_title(word)  # headlines leave articles out
        definite = self._definite(start) or (
            (bool(principals) or titled)
            and (before is None or before.lower not in ("a", "an", "another", "one", "any", "every", "each", "no"))
        )
        if not definite:
            return ()
        special = {w.lower for w in title} - {lemma}
        domain = special & words("titles", "roles", "domains")
        fitting = []
        for draft in self.history.recent(lambda d: lemma in d.nouns and not d.plural and d.type in ("person", "office")):
            if principals and draft.acts_for and not set(principals) & set(draft.acts_for):
                continue
            if domain and not domain & set((draft.role or draft.name).lower().split()) and (draft.role or not draft.named):
                continue  # the energy minister is not the foreign minister
            told = set((draft.role or "").lower().replace("-", " ").split())
            if "elect" in special and draft.type == "person" and "elect" not in told:
                continue
            fitting.append((bool(special & told), draft))
        if not fitting:
            later = [d for d in self.roll.drafts if d.type == "person" and d.named and lemma in d.nouns]
            later = [d for d in later if not (domain and d.role) or domain & set(d.role.lower().split())]
            if (
                len(later) == 1
                and not later[0].acts_for
                and lemma in REPRESENTING
                and all(d.type != "person" for d in principals)
            ):
                later[0].acts_for = list(principals)
            return (later[0],) if len(later) == 1 else ()
        if lemma == "president" and not special and not principals:
            fitting = [pair for pair in fitting if _of_a_state(pair[1])] or fitting
        fitting.sort(key=lambda pair: "deputy" in (pair[1].role or "").lower() and "deputy" not in special)
        if principals:
            fitting.sort(key=lambda pair: not set(principals) & set(pair[1].acts_for))
        best = next((d for specific, d in fitting if specific), None) or fitting[0][1]
        if (
            principals
            and not best.acts_for
            and len(fitting) == 1
            and lemma in REPRESENTING
            and all(d.type != "person" for d in principals)
        ):
            best.acts_for = list(principals)
        return (best,)

    def _all_of_role(self, lemma: str, title: list[Word]) -> tuple[Draft, ...]:
        """ "The foreign ministers": the persons of that role in the report, if they are two or three."""
        special = {w.lower for w in title if one_of(w.lower) != lemma and w.lower != lemma}
        if lemma not in words("titles", "roles", "leaders"):
            return ()
        persons = [d for d in self.roll.drafts if d.type == "person" and d.role and d.named]
        found = [d for d in persons if lemma in d.nouns and special <= set((d.role or "").lower().split())]
        told = self._number_before(title)
        if told is not None and len(found) != told:
            peers = [d for d in persons if d.nouns & _PEERS and not _past(d)] if lemma in _PEERS and not special else []
            return tuple(peers) if len(peers) == told else ()
        return tuple(found) if 2 <= len(found) <= (told or 3) else ()

    def _number_before(self, title: list[Word]) -> int | None:
        """How many they are said to be: "the four ministers"."""
        before = self._word(title[0].i - 1) if title else None
        return _NUMBERS.get(before.lower) if before is not None else None

    def _same_group(self, lower: str) -> tuple[Draft, ...]:
        for draft in self.history.recent(lambda d: d.plural and lower in d.nouns):
            return (draft,)
        return ()

    def _new_group(
        self, word: Word, start: int, stop: int, title: list[Word], plural: bool, principals: tuple[Draft, ...]
    ) -> Draft:
        if not plural and word.tag != "NN" and word.tag != "NNP":
            plural = False
        chosen = self.parse.words[start : word.i + 1]
        chosen = chosen[1:] if len(chosen) > 1 and chosen[0].text in ("'s", "-") else chosen
        text = self.parse.document.text
        short = text[chosen[0].start : word.end]
        listed = plural and stop > word.i and self._word(stop + 1) is not None and self.parse.words[stop + 1].text == ","
        listed = listed and stop + 2 in self.names  # "ministers of Canada, France and Italy" are not Canada's alone
        full = text[chosen[0].start : self.parse.words[stop].end] if stop > word.i and not listed else short
        key = f"\1{full.lower()}"
        known = self.roll.by_text.find(key)
        counted = self._word(start - 1)
        told = text[counted.start : self.parse.words[stop].end] if counted is not None and counted.lower in _COUNTING else full
        if known is not None and (plural or self._definite(start)):
            known.call(told)
            return known
        kind = "other" if plural or word.lemma in words("bodies", "groups", "collective") else "person"
        owned = start > 0 and self.parse.words[start - 1].text in ("'s", "'")
        if kind == "person" and word.lemma == "counterpart" and start > 0 and self.parse.words[start - 1].lower == "its":
            kind = "organisation"
        if kind == "person" and (owned or self._definite(start)) and word.lower in ROLES:
            kind = "office"
        draft = self.roll.add(Draft(kind, full, self.parse.words[start : stop + 1], plural=plural, named=False))
        draft.nouns.update({word.lower, word.lemma})
        draft.call(short)
        draft.call(full)
        draft.call(told)
        for longer in self._longer_forms(word, chosen[0]):
            draft.call(longer)
        if not plural:
            draft.gender = title_gender([word.lower])
        draft.acts_for = list(principals)
        self.roll.by_text[key] = draft
        return draft


def _within(link: Word) -> bool:
    """Whether the preposition leads from a branch of a firm's work to the firm: "who runs industrial relations at X"."""
    return link.lower == "at" and link.sentence.words[link.i - link.sentence.words[0].i - 1].lower in _BRANCHES


def _past(draft: Draft) -> bool:
    return bool(set((draft.role or "").lower().replace("-", " ").split()) & words("titles", "roles", "past"))


def _of_a_state(draft: Draft) -> bool:
    """Whether a president is a state's, as "the president" alone is: the role stands alone, or tells a state."""
    return (draft.role or "").lower() == "president" or any(d.type == "state" for d in draft.acts_for)
