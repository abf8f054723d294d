"""Pronouns back to persons and bodies: by gender and number, nearness, and the part played in the sentence."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

if TYPE_CHECKING:
    from dragoman.coding.drafts import Draft

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "themselves"})
FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our", "ours", "mine", "ourselves", "myself"})
THIRD_PERSON = _MALE | _FEMALE
"""Of one person."""
PRONOUNS = _MALE | _FEMALE | _THING | _MANY
_HOLDERS = words("titles", "roles", "representing")
CITING = words("bodies", "groups", "speaking") | words("bodies", "groups", "citing")
_REMEMBERED = 400
"""How many mentions back a noun looks: more than a long article has, and a bound on the work in a book."""
_WEATHER = frozenset("be seem appear take remain mean become happen look sound matter fall emerge".split())
_WILLING = frozenset("ready prepared willing unwilling reluctant determined keen unable adamant confident".split())
"""What only somebody is."""
_REACH = 3
"""In how many sentences before its own a pronoun looks for whom it stands for."""


@dataclass(slots=True)
class Mention:
    """Actors named at a word; `subject` where they are the subject of a clause."""

    actors: tuple["Draft", ...]
    word: Word
    subject: bool


@dataclass
class History:
    """All mentions so far, and the groups that were named together."""

    mentions: list[Mention] = field(default_factory=list)
    joined: list[tuple["Draft", ...]] = field(default_factory=list)
    quoted: list[int] = field(default_factory=list)
    """The numbers of the sentences so far that are nothing but a quotation: they take no pronoun out of reach."""
    cited: Word | None = None
    """Who was cited last outside quotation marks, by a word of speaking or "according to", where it is one person."""

    def add(self, actors: tuple["Draft", ...], word: Word, subject: bool) -> None:
        """Note a mention, but none in the caption of a picture."""
        if word.sentence.words[0].text == "FILE":
            return
        self.mentions.append(Mention(actors, word, subject))

    def cite(self, word: Word, actors: tuple["Draft", ...]) -> None:
        """Note who is cited, if the word is the subject of a word of speaking."""
        according = word.dep == "pobj" and word.head.lower == "to" and word.head.head.lower == "according"
        telling = according or (word.dep == "nsubj" and word.head.lemma in CITING)
        if telling and word.quote < 0 and len(actors) == 1:
            self.cited = word if actors[0].type in ("person", "office") else None

    def between(self, word: Word, mention: Mention) -> int:
        """Return how many sentences a mention stands before a word; one quotation between them is no distance."""
        first, here = mention.word.sentence.index, word.sentence.index
        own = here - first - sum(first < q < here for q in self.quoted)
        return own if own == 1 else here - first

    def join(self, actors: tuple["Draft", ...]) -> None:
        """Note that these were named together."""
        self.joined.append(actors)

    def recent(self, fits: Callable[["Draft"], bool], since: int = -1) -> list["Draft"]:
        """Return the actors mentioned so far (from sentence `since` on) that fit, the latest first, each once."""
        out: dict[int, Draft] = {}
        for mention in reversed(self.mentions[-_REMEMBERED:]):
            if mention.word.sentence.index < since:
                break
            for draft in mention.actors:
                if id(draft) not in out and fits(draft):
                    out[id(draft)] = draft
        return list(out.values())

    def pair(self, people: bool) -> tuple["Draft", ...]:
        """Return the last two persons, or the last two states or bodies, that were named together; () where none were."""
        for actors in reversed(self.joined[-_REMEMBERED:]):
            if len(actors) != 2:
                continue
            if all((d.type == "person") == people and d.named for d in actors):
                return actors
            principals = tuple(dict.fromkeys(p for d in actors for p in d.acts_for))
            if not people and len(principals) == 2:
                return principals
        return ()

    def rivals(self) -> tuple["Draft", ...]:
        """Return the two states or bodies that the report is about: far more often subjects than any third; () if unclear."""
        count: Counter[int] = Counter()
        found: dict[int, Draft] = {}
        for mention in self.mentions:
            for draft in mention.actors if mention.subject and len(mention.actors) == 1 else ():
                for party in draft.acts_for or (draft,):
                    if party.named and party.type != "person" and (not party.plural or party.type == "organisation"):
                        count[id(party)] += 1
                        found[id(party)] = party
        ranked = count.most_common(3)
        if len(ranked) < 2 or ranked[1][1] < 2 or (len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]):
            return ()
        return tuple(found[key] for key, _ in ranked[:2])


def resolve(word: Word, history: History, mentions: dict[int, tuple["Draft", ...]]) -> tuple["Draft", ...]:
    """Return whom a pronoun of the third person stands for; () where nobody near fits."""
    lower = word.lower
    if lower == "it" and not _stands_for_a_body(word):
        return ()
    if word.dep == "nsubjpass" and lower in _THING | _MANY and _means_a_thing(word, mentions):
        return ()
    fits = _fits(lower)
    if lower in _MALE | _FEMALE:
        known = _reflected(word, mentions) or _speaking_on(word, history, mentions)
        if known and all(fits(d) for d in known):
            return known
    told = _promised(word, mentions) or _whose_clause(word, mentions) or _asking(word, mentions)
    if told and all(fits(d) for d in told):
        return told
    subject = _own_subject(word)
    barred: tuple[Draft, ...] = ()
    if (
        subject is not None
        and subject is not word
        and word.dep in ("dobj", "pobj", "dative")
        and lower not in ("himself", "herself", "itself", "themselves")
    ):
        barred = mentions.get(subject.i, ())
    nearest = 1 if _inserted(word) else 0
    best: tuple[float, tuple[Draft, ...]] = (-99.0, ())
    for mention in reversed(history.mentions):
        distance = history.between(word, mention)
        if distance > _REACH:
            break
        if distance < nearest:
            continue  # a headline is read last, and its pronouns mean nobody named after it
        actors = tuple(d for d in mention.actors if fits(d))
        if lower in _MANY and len(mention.actors) > 1:
            actors = mention.actors
        elif lower not in _MANY and len(mention.actors) > 1:
            continue
        if not mention.actors and lower in _MALE | _FEMALE and _score(word, mention, distance) > best[0]:
            best = (_score(word, mention, distance), ())  # a name that may be one of several
            continue
        if not actors or set(map(id, actors)) & set(map(id, barred)):
            continue
        score = _score(word, mention, distance)
        if score > best[0]:
            best = (score, actors if lower in _MANY else actors[:1])
    return best[1]


def _inserted(word: Word) -> bool:
    """Whether the pronoun's word of speech is set into what is said: "A and B could meet, she said, only after"."""
    at = word.i - word.sentence.words[0].i
    row = word.sentence.words
    if word.dep != "nsubj" or word.head.lemma not in CITING or at < 3 or row[at - 1].text not in (",", '"'):
        return False
    return at + 2 < len(row) and row[at + 1] is word.head and row[at + 2].text in (",", ".", '"')


def _reflected(word: Word, mentions: dict[int, tuple["Draft", ...]]) -> tuple["Draft", ...]:
    """Whom "herself" takes up: the last subject before it in its sentence that a person is."""
    if not word.lower.endswith("self"):
        return ()
    alike = _MALE if word.lower in _MALE else _FEMALE
    for before in reversed(word.sentence.words[: word.i - word.sentence.words[0].i]):
        found = mentions.get(before.i, ())
        if before.dep == "nsubj" and len(found) == 1 and (before.lower in alike or found[0].type == "person"):
            return found
    return ()


def _speaking_on(word: Word, history: History, mentions: dict[int, tuple["Draft", ...]]) -> tuple["Draft", ...]:
    """Who goes on speaking at "she added": the last person cited in the paragraph, unless somebody has acted since."""
    cited = history.cited
    if cited is None or word.dep != "nsubj" or word.head.lemma not in CITING or word.quote >= 0:
        return ()
    found, fits = mentions.get(cited.i, ()), _fits(word.lower)
    if cited.sentence.paragraph != word.sentence.paragraph or cited.sentence is word.sentence or len(found) != 1:
        return ()
    for mention in reversed(history.mentions):
        if mention.word.sentence.index <= cited.sentence.index:
            break
        acted = mention.subject and mention.word.quote < 0 and mention.word.sentence is not word.sentence
        if acted and mention.actors != found and any(fits(d) for d in mention.actors):
            return ()
    return found


def _promised(word: Word, mentions: dict[int, tuple["Draft", ...]]) -> tuple["Draft", ...]:
    """Whom "it" means in what one was told or promised: "was told by X that it would", "assurances from X that it"."""
    verb = word.head
    if word.dep != "nsubj" or verb.dep not in ("ccomp", "acl", "relcl"):
        return ()
    above = verb.head
    if above.pos == "VERB" and above.child("auxpass") is not None:
        links = [c for c in above.children if c.lower == "by"]
    elif above.pos == "NOUN" and above.lemma in words("bodies", "groups", "assuring"):
        links = [c for c in above.children if c.lower in ("from", "by", "of")]
    elif (thing := above.child("dobj")) is not None and thing.lemma in words("bodies", "groups", "assuring"):
        links = [c for c in (*thing.children, *above.children) if c.lower in ("from", "by")]
    else:
        return ()
    giver = next((p for c in links if c.i < word.i and (p := c.child("pobj")) is not None), None)
    return mentions.get(giver.i, ()) if giver is not None else ()


def _asking(word: Word, mentions: dict[int, tuple["Draft", ...]]) -> tuple["Draft", ...]:
    """Whose a thing asked for is: "dismissed a request by the union for a meeting with its president"."""
    if word.dep != "poss" or word.lower != "its":
        return ()
    words_ = word.sentence.words
    for before in reversed(words_[: word.i - words_[0].i]):
        if before.tag in ("VBD", "VBZ", "VBP", "MD"):
            return ()
        if before.lower in ("by", "from") and before.head.lemma in _REQUESTS and (asker := before.child("pobj")) is not None:
            found = mentions.get(asker.i, ())
            return found if len(found) == 1 and found[0].type != "person" else ()
    return ()


_REQUESTS = frozenset("request call demand proposal offer invitation appeal bid plea suggestion".split())


def _whose_clause(word: Word, mentions: dict[int, tuple["Draft", ...]]) -> tuple["Draft", ...]:
    """Whose chair speaks behind a clause: of its subject ("The union will wait for the firm, its chair, Ada Corr, said")."""
    office = word.head
    verb = office.head
    if word.dep != "poss" or office.dep != "nsubj" or verb.lemma not in CITING:
        return ()
    clause = verb.child("ccomp")
    doer = clause.child("nsubj", "nsubjpass") if clause is not None and clause.i < word.i else None
    found = mentions.get(doer.i, ()) if doer is not None else ()
    return found if len(found) == 1 and found[0].type != "person" else ()


def pronoun_gender(lower: str) -> str | None:
    """Return "m" or "f" for a pronoun that shows it, else None.

    >>> pronoun_gender("hers")
    'f'
    """
    if lower in _MALE:
        return "m"
    return "f" if lower in _FEMALE else None


def _score(word: Word, mention: Mention, distance: int) -> float:
    score = -2.0 * distance
    if mention.word.sentence.paragraph != word.sentence.paragraph:
        score -= 2.0
    if len(mention.actors) == 1 and pronoun_gender(word.lower) and mention.actors[0].gender == pronoun_gender(word.lower):
        score += 1.5
    if word.lower in _MANY and len(mention.actors) > 1:
        score += 0.0 if any(d.type == "person" for d in mention.actors) else 2.5
    elif word.lower in _MANY and not mention.actors[:1][0].plural:
        score -= 1.0
    if mention.subject:
        score += 2.5
    elif _fronted(mention.word):
        score += 2.0
    if not mention.actors or mention.actors[0].named:
        score += 1.0
    if mention.word.quote >= 0 and word.quote != mention.word.quote:
        score -= 3.0
    if mention.word.dep in ("poss", "compound", "nmod", "amod"):
        score -= 1.0
    if mention.word.dep == "pobj":
        score -= 0.5
    if _main(mention.word):
        score += 1.0
    if mention.subject and mention.word.head.lemma in words("bodies", "groups", "speaking"):
        score += 2.5 if word.dep == "nsubj" and word.head.lemma in words("bodies", "groups", "speaking") else 1.0
    return score + mention.word.i * 1e-4


def _fronted(word: Word) -> bool:
    """Whether the sentence opens with a phrase about it: "For her, ...", "It fell to her to ..."."""
    if word.dep != "pobj" or word.i - word.sentence.words[0].i > 5:
        return False
    link = word.head
    return link.i == word.sentence.words[0].i or (word.sentence.words[0].lower == "it" and link.lower in ("to", "for"))


def _main(word: Word) -> bool:
    return word.dep == "nsubj" and word.head.dep == "ROOT"


def _fits(lower: str) -> Callable[["Draft"], bool]:
    if lower in _MALE:
        return lambda d: (d.type == "person" or (d.type == "office" and not d.named)) and not d.plural and d.gender != "f"
    if lower in _FEMALE:
        return lambda d: (d.type == "person" or (d.type == "office" and not d.named)) and not d.plural and d.gender != "m"
    if lower in _THING:
        return lambda d: d.type != "person" and not d.plural and not (d.type == "office" and not d.named and d.nouns & _HOLDERS)
    return lambda d: d.plural or d.type in ("organisation", "armed_group", "coalition", "government")


def _stands_for_a_body(word: Word) -> bool:
    """Whether "it" may be a body: the subject of a verb that bodies do, not of weather, seeming or being."""
    if word.dep == "nsubj" and word.head.lemma == "be":
        quality = word.head.child("acomp")
        return quality is not None and quality.lower in _WILLING
    return word.dep == "nsubj" and word.head.lemma not in _WEATHER


def _means_a_thing(word: Word, mentions: dict[int, tuple["Draft", ...]]) -> bool:
    """Whether the nearest subject before it in the sentence is a noun that names no actor: "the plan ..., it"."""
    first = word.sentence.words[0].i
    for before in reversed(word.sentence.words[: word.i - first]):
        if before.dep in ("nsubj", "nsubjpass") and before.pos in ("NOUN", "PROPN"):
            many = before.tag in ("NNS", "NNPS")
            return before.i not in mentions and many == (word.lower in _MANY)
    return False


def _own_subject(word: Word) -> Word | None:
    for above in word.ancestors():
        if above.pos in ("VERB", "AUX"):
            return above.child("nsubj", "nsubjpass")
    return None
