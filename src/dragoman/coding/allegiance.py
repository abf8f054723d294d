"""For whom officials act where no word beside their name tells it, but the rest of the report does."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.drafts import Draft, Roll
from dragoman.coding.geography import state_named
from dragoman.coding.labels import names_speaker
from dragoman.coding.nouns import ROLES
from dragoman.coding.parse import Parse, Word
from dragoman.coding.pronouns import History
from dragoman.coding.wordlists import load, words

_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ -]+[A-Z])(?:, (?P<state>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}))?\s*(?:,[^(]{3,20})?(?:\([^)]*\)\s*)?[-—–]"
)
_WILL = frozenset({"will", "would", "'ll"})
_ENDURED = frozenset("have face need be become suffer regret pay lose feel see get find receive".split())
"""What one says that another will do rather than oneself: "X will have to", "X would face"."""
_HEADS = frozenset({"prime minister", "premier", "president", "chancellor"})
_GATHERINGS = frozenset({"conference", "summit", "assembly", "congress", "convention", "session", "synod"})
_OWN_HOUSE = frozenset("parliament lawmakers legislators deputies cabinet senate congress assembly senators mps".split())

_NO_HOUSES = frozenset({"person", "state", "government", "other"})
"""What somebody may be from without acting for it ("Ann Dale of Norway")."""


@dataclass
class Allegiance:
    """The work of settling officials' states, once a report has been read to its end."""

    parse: Parse
    roll: Roll
    history: History
    mentions: dict[int, tuple[Draft, ...]]
    owned: dict[int, tuple[Draft, ...]]

    def settle(self) -> None:
        """Give each official without a state the one that the report's own words leave for him."""
        self._named_in_roles()
        self._of_houses()
        self._of_labels()
        officials = [d for d in self.roll.drafts if (_holds_state_office(d) or _holds_firms_office(d)) and not d.acts_for]
        found = self._evidence(officials) if officials else {}
        for draft in officials:
            states = list({id(s): s for s in found.get(id(draft), ())}.values())
            if len(states) == 1 and not self._taken(draft, states[0]):
                draft.acts_for = states
        self._counterparts(officials)
        self._by_elimination(officials)
        self._by_meeting()
        self._unnamed_heads()
        self._of_white_house([d for d in officials if not d.acts_for])
        self._by_dateline([d for d in officials if not d.acts_for and id(d) not in found and _holds_state_office(d)])
        self._only_of_class()
        self._ministries()
        self._presidencies()
        self._head_of_the_government()
        self._government_of_the_head()

    def _named_in_roles(self) -> None:
        """Whoever holds an office that only one state has, or whose role opens with a state's name, acts for it."""
        ones = load("titles")["of_one_state"]
        for draft in self.roll.drafts:
            if draft.type != "person" or draft.acts_for or not draft.role:
                continue
            role = draft.role.removeprefix("the ").removeprefix("The ")
            place = state_named(role.split()[0].removesuffix("'s").removesuffix("’s"))
            only = self.roll.states.get(ones.get(role.lower(), place.state if place and _holds_state_office(draft) else ""))
            draft.acts_for = [only] if only is not None else []

    def _of_houses(self) -> None:
        """ "Helen Brandt of Verlanda", where Verlanda is a firm, a union or another body that the report names."""
        for number, who in self.mentions.items():
            name = self.parse.words[number]
            of = next((c for c in name.children if c.lower == "of" and c.i == number + 1), None)
            house = of.child("pobj") if of is not None else None
            if len(who) != 1 or who[0].type != "person" or who[0].acts_for or name.pos != "PROPN" or house is None:
                continue
            if name.lower in ROLES:
                continue  # "Secretary of State" is an office
            found = [d for d in self.mentions.get(house.i, ()) if d.named and d.type not in _NO_HOUSES]
            who[0].acts_for = found if len(found) == 1 else []

    def _of_labels(self) -> None:
        """ "MS. ILVES (Harbour Players): ...", "A. (ADA HOLM, Auris Labs) ...": the house that a label's brackets name."""
        every = self.parse.words
        for number, who in self.mentions.items():
            after = every[number + 1 : number + 14]
            if len(who) != 1 or who[0].type != "person" or who[0].acts_for or not after or not every[number].text.isupper():
                continue
            if after[0].text not in ("(", ",") or not names_speaker(every, _first_of(every, number), number):
                continue
            close = next((k for k, w in enumerate(after) if w.text in (")", "):")), 0)
            named = [d for w in after[1:close] for d in self.mentions.get(w.i, ()) if d.named]
            found = [d for d in named if d.type not in ("person", "state")]
            who[0].acts_for = list({id(d): d for d in found}.values())[:1]

    def _only_of_class(self) -> None:
        """A registrar, a general secretary or a finance director acts for the one university, union or firm of the report."""
        for kind, offices in load("titles")["class_offices"].items():
            ones = [d for d in self.roll.drafts if d.named and d.type not in ("person", "state") and kind in d.classes]
            for draft in self.roll.drafts if len(ones) == 1 else ():
                role = (draft.role or "").lower()
                if draft.type == "person" and not draft.acts_for and any(role.endswith(office) for office in offices):
                    draft.acts_for = list(ones)

    def _ministries(self) -> None:
        """A minister without a state acts for the ministry of the same domain, where the report names one."""
        domains = words("titles", "roles", "domains")
        for draft in self.roll.drafts:
            if draft.type != "person" or draft.acts_for or not draft.nouns & {"minister", "secretary"} or draft.role is None:
                continue
            domain = set(draft.role.lower().split()) & domains
            found = [d for d in self.roll.drafts if d.nouns & {"ministry", "department"} and set(d.name.lower().split()) & domain]
            if len(found) == 1:
                draft.acts_for = found

    def _presidencies(self) -> None:
        """The president of a conference acts for the one presidency that the report names."""
        ones = [d for d in self.roll.drafts if "presidency" in d.nouns and d.type == "office"]
        for draft in self.roll.drafts if len(ones) == 1 else ():
            role = (draft.role or "").lower().split()
            presiding = role[-1:] == ["president"] and role[0] in _GATHERINGS
            if draft.type == "person" and not draft.acts_for and presiding:
                draft.acts_for = list(ones)

    def _evidence(self, officials: list[Draft]) -> dict[int, list[Draft]]:
        wanted = {id(d) for d in officials}
        out: dict[int, list[Draft]] = {}
        for sentence in self.parse.sentences:
            for word in sentence.words:
                who = self.mentions.get(word.i, ()) if word.dep == "nsubj" and word.quote < 0 else ()
                if len(who) == 1 and id(who[0]) in wanted:
                    out.setdefault(id(who[0]), []).extend(
                        self._told_by(word.head, _is_party if _holds_state_office(who[0]) else _is_firm)
                    )
        return {key: states for key, states in out.items() if states}

    def _told_by(self, verb: Word, fits: Callable[[Draft], bool]) -> Iterator[Draft]:
        """States that somebody's words show to be his own: he speaks to its parliament, or says what it will do."""
        for child in verb.children:
            if child.dep in ("dobj", "dative") and child.lower in _OWN_HOUSE:
                yield from (d for d in self._whose(child) if d.type != "person")
        if verb.lemma not in words("bodies", "groups", "speaking") | words("bodies", "groups", "citing"):
            return
        content = verb.child("ccomp") or (verb.head if verb.dep == "parataxis" else None)
        subject = content.child("nsubj") if content is not None else None
        if content is None or subject is None or content.lemma in _ENDURED or subject.quote >= 0:
            return
        if subject.child("poss") is None and any(c.dep == "aux" and c.lower in _WILL for c in content.children):
            yield from (d for d in self.mentions.get(subject.i, ()) if fits(d) and len(self.mentions[subject.i]) == 1)

    def _whose(self, noun: Word) -> list[Draft]:
        found = [d for k in noun.children for d in self.mentions.get(k.i, ())]
        return found or [p for d in self.mentions.get(noun.i, ()) for p in d.acts_for]

    def _of_white_house(self, officials: list[Draft]) -> None:
        """The one president whose state nobody names is that of the seat of presidents that the report names."""
        presidents = [d for d in officials if (d.role or "").lower() == "president"]
        state = self.roll.states.get(load("bodies")["seats"]["White House"])
        if len(presidents) != 1 or state is None or self.roll.by_text.find("White House") is None:
            return
        if not any("president" in d.nouns and state in d.acts_for for d in self.roll.drafts if d.type == "person"):
            presidents[0].acts_for = [state]

    def _counterparts(self, officials: list[Draft]) -> None:
        """ "Her X-ish counterpart": she is of the other of the two states that the report is about."""
        nouns = [w for w in self.parse.words if w.lower in ("counterpart", "colleague", "opposite")]
        rivals = self._rivals() if nouns else ()
        for noun in nouns if len(rivals) == 2 else ():
            noun = noun.head if noun.lower == "opposite" and noun.head.lower == "number" else noun
            owner = noun.child("poss")
            whose = self.mentions.get(owner.i, ()) if owner is not None else ()
            if len(whose) != 1 or owner is None:
                continue
            apposed = self.mentions.get(noun.head.i, ()) if noun.dep == "appos" else ()
            bearers = [d for d in self.mentions.get(noun.i, ()) or apposed if d.type == "person" and d.named]
            states = [d for c in noun.children if c is not owner for d in self.mentions.get(c.i, ()) if d in rivals]
            if whose[0] in officials and not whose[0].acts_for and len(states) == 1:
                whose[0].acts_for = [d for d in rivals if d is not states[0]]
            side = [d for d in whose[0].acts_for if d in rivals]
            side = side or [d for p in whose[0].acts_for for d in p.acts_for if d in rivals]
            if len(bearers) == 1 and not bearers[0].acts_for and bearers[0] is not whose[0] and len(side) == 1:
                bearers[0].acts_for = [d for d in rivals if d is not side[0]]

    def _rivals(self) -> tuple[Draft, ...]:
        """The two states or bodies that the report is about: by who acts, else the two states named far more than others."""
        if found := self.history.rivals():
            return found
        count = Counter(
            id(p) for m in self.history.mentions for d in m.actors for p in (d.acts_for or (d,)) if p.type == "state" and p.named
        )
        ranked = count.most_common(3)
        if len(ranked) < 2 or ranked[1][1] < 3 or (len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]):
            return ()
        by_id = {id(p): p for m in self.history.mentions for d in m.actors for p in (d.acts_for or (d,))}
        return tuple(by_id[key] for key, _ in ranked[:2])

    def _by_elimination(self, officials: list[Draft]) -> None:
        """A head of government named together with that of one of the two states of the report is of the other."""
        heads = [d for d in officials if d.named and not d.acts_for and _heads_a_state(d)]
        rivals = self._rivals() if heads else ()
        for draft in heads if len(rivals) == 2 else ():
            beside = [d for pair in self.history.joined if draft in pair for d in pair if d is not draft and _heads_a_state(d)]
            sides = {id(s): s for d in beside for s in d.acts_for}
            others = [s for s in rivals if id(s) not in sides]
            if len(sides) == 1 and len(others) == 1 and not self._taken(draft, others[0]):
                draft.acts_for = others

    def _by_meeting(self) -> None:
        """Whoever is to meet the head of one of the report's two sides, and is of no side so far, is of the other."""
        rivals = self._rivals()
        found = [self._meeting(w) for w in self.parse.words] if len(rivals) == 2 else []
        pairs = [p for p in found if len(p) == 2 and all(d.type == "person" and d.named for d in p)]
        for one, other in [*pairs, *(p[::-1] for p in pairs)]:
            sides = [d for d in rivals if d in other.acts_for]
            heading = other.nouns & words("titles", "roles", "leaders")
            met = {id(d) for p in pairs if other in p for d in p if d is not other}
            if len(sides) == 1 and heading and not one.acts_for and met == {id(one)}:
                one.acts_for = [d for d in rivals if d is not sides[0]]

    def _meeting(self, word: Word) -> tuple[Draft, ...]:
        """The two persons of a meeting: "a meeting between A and B", "A's meeting with B", "A will meet B"."""
        if word.pos == "NOUN" and word.lemma in words("events", "attempts", "meetings"):
            between = next((c.child("pobj") for c in word.children if c.lower in ("between", "of")), None)
            if between is not None:
                return self.owned.get(between.i, ())
            owner = word.child("poss")
        elif word.pos == "VERB" and word.lemma in ("meet", "receive"):
            owner, met = word.child("nsubj"), word.child("dobj")
            return self._both(owner, met)
        else:
            return ()
        met = next((c.child("pobj") for c in word.children if c.lower == "with"), None)
        return self._both(owner, met)

    def _both(self, one: Word | None, other: Word | None) -> tuple[Draft, ...]:
        found = [self.mentions.get(w.i, ()) for w in (one, other) if w is not None]
        return (*found[0], *found[1]) if len(found) == 2 and all(len(f) == 1 for f in found) else ()

    def _unnamed_heads(self) -> None:
        """ "The prime minister", whom nobody names, acts for the one government of the report."""
        heads = [d for d in self.roll.drafts if not (d.named or d.acts_for or d.plural) and d.name.lower() in _HEADS]
        ones = [d for d in self.roll.drafts if "government" in d.nouns and d.type == "government" and not d.acts_for]
        for draft in heads if len(ones) == 1 and not self.roll.states else ():
            draft.acts_for = list(ones)

    def _head_of_the_government(self) -> None:
        """The one president or premier of the report, whose land is told nowhere, acts for "the government" that does things."""
        heads = [d for d in self.roll.drafts if d.type == "person" and d.named and _heads_a_state(d)]
        ones = [d for d in self.roll.drafts if d.type == "government" and not d.acts_for and d.name.lower() == "government"]
        acting = ones and any(w.dep == "nsubj" and ones[0] in self.mentions.get(w.i, ()) for w in self.parse.words)
        if len(heads) == len(ones) == 1 and acting and not heads[0].acts_for:
            heads[0].acts_for = list(ones)

    def _government_of_the_head(self) -> None:
        """ "The government" is that of the one state whose president or premier the report tells of."""
        ones = [d for d in self.roll.drafts if d.type == "government" and not d.acts_for and d.name.lower() == "government"]
        heads = [d for d in self.roll.drafts if d.type in ("person", "office") and _heads_a_state(d) and len(d.acts_for) == 1]
        states = {id(d.acts_for[0]): d.acts_for[0] for d in heads if d.acts_for[0].type == "state"}
        ones = [d for d in ones if not any("'s" in f or "’s" in f for f in d.forms)]  # "Tarn's government" is Tarn's
        if len(ones) == len(states) == 1:
            ones[0].acts_for = list(states.values())

    def _by_dateline(self, officials: list[Draft]) -> None:
        """Officials whose state nobody names are of the state where the report was written, if it is about that state."""
        home = self._home()
        if home is None:
            return
        acting = any(w.dep in ("nsubj", "poss") and home in self.mentions.get(w.i, ()) for w in self.parse.words)
        for draft in officials if acting else ():
            sentence = draft.words[0].sentence
            if sentence.words[0].lower not in ("in", "at") and not self._taken(draft, home):
                draft.acts_for = [home]

    def _home(self) -> Draft | None:
        document = self.parse.document
        places = [document.dateline.text] if document.dateline else [p.text for p in document.paragraphs[:2]]
        found = next((m for p in places if (m := _DATELINE.match(p) or _DATELINE.match(f"{p[:60].strip()} -"))), None)
        if found is None:
            return None
        if found["state"] and (named := self.roll.by_text.find(found["state"])) is not None:
            named.type = "state" if named.type == "other" else named.type
            return named if _is_party(named) else None
        place = state_named(found["place"]) or state_named(found["place"].title())
        return self.roll.states.get(place.state) if place is not None else None

    def _taken(self, draft: Draft, state: Draft) -> bool:
        """Whether somebody else holds the same office of that state."""
        role = (draft.role or "").lower()
        return any(
            d is not draft and d.type == "person" and state in d.acts_for and d.role and d.role.lower() == role
            for d in self.roll.drafts
        )  # fmt: skip


def _holds_state_office(draft: Draft) -> bool:
    """Whether the role is one that only states have: "Foreign Minister", "Prime Minister", "President" before the name."""
    role = (draft.role or "").lower().removeprefix("the ")
    if draft.type != "person" or not role or set(role.replace("-", " ").split()) & words("titles", "roles", "past"):
        return False
    heading = " " in role and role.split()[-1] in ("president", "chancellor", "premier")
    return heading or "minister" in draft.nouns or role in words("titles", "roles", "of_states")


def _heads_a_state(draft: Draft) -> bool:
    called = draft.role or (draft.name if draft.type == "office" else "")
    return called.lower().partition(" of ")[0].removeprefix("the ") in _HEADS


def _holds_firms_office(draft: Draft) -> bool:
    """Whether the role is one of a firm, a union or a school: "chief financial officer", "general secretary"."""
    role = (draft.role or "").lower()
    return draft.type == "person" and any(role.endswith(office) for office in words("titles", "roles", "of_bodies"))


def _is_firm(draft: Draft) -> bool:
    return draft.type == "organisation" and draft.named


def _is_party(draft: Draft) -> bool:
    return draft.type in ("state", "government") or (draft.type == "other" and draft.named and not draft.plural)


def _first_of(every: Sequence[Word], last: int) -> int:
    """Where the name in capitals begins that ends at a place."""
    first = last
    while first and every[first - 1].text.isupper() and every[first - 1].text not in ("(", "A", "A."):
        first -= 1
    return first
