"""Names in a report: runs of capitalised words, taken apart into states, titles, persons and bodies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dragoman.coding.geography import LONGEST, Place, opens_place, state_named
from dragoman.coding.nouns import BODY, CLASS_NOUNS, HONORIFICS, PEOPLE, ROLES, first_name_gender, one_of
from dragoman.coding.parse import Parse, Word
from dragoman.coding.titles import LINKS, is_title_word, office_at_end, opens_title, title_length, title_within, titles_domain
from dragoman.coding.wordlists import load, words

Kind = Literal["person", "body", "state", "place", "group", "role", "unknown"]
_PARTICLES = frozenset("de da do dos du di del della der den van von la le el al bin ibn ben abu und y".split())
_ARTICLES = frozenset({"al", "el", "as", "ash", "ar", "ul"})
"""Arabic articles, set off by the parser: "Jamil al - Sal"."""
_ENTS = {"PERSON": "person", "ORG": "body", "GPE": "place", "NORP": "group", "LOC": "place"}
_TELLING = ("NOUN", "VERB", "ADJ", "ADV", "PROPN")
_NEVER = words("bodies", "names", "never")
_BORNE = frozenset({"may", "april", "june", "august"})
_THINGS = words("bodies", "names", "things")
_OF_FIRMS = words("bodies", "names", "of_firms")
_FIRMS = words("bodies", "names", "firm_endings")
_LIFELESS = words("bodies", "groups", "lifeless")
_COMMON = CLASS_NOUNS | PEOPLE | ROLES | BODY | words("titles", "roles", "within") | words("titles", "roles", "domains")
_TRADES = ("ers", "ors", "ists", "nurses")
_MANY = ("people", "men", "women", "children")
"""In which plurals without "s" end, that a body may be named for."""
_PARTIES = words("bodies", "parties", "adjectives")
_PARTISAN = words("bodies", "parties", "partisans")


@dataclass(slots=True, eq=False)
class Name:
    """Words that name somebody; `title` are the capitalised titles before them, `place` the state they name."""

    words: list[Word]
    kind: Kind
    text: str
    title: list[Word] = field(default_factory=list)
    place: Place | None = None

    @property
    def last(self) -> Word:
        return self.words[-1]


def find_names(parse: Parse) -> list[Name]:
    """Return the names of a report, in order."""
    shouted = [_shouted(s.words) for s in parse.sentences]
    capitals = [w for w in parse.words if w.text[:1].isupper()]
    told = (w for w in capitals if w is not w.sentence.words[0] and not shouted[w.sentence.index] and _capital(w))
    known = Counter(w.text for w in told if parse.words[w.i - 1].text != "-" or parse.words[w.i - 1].end < w.start)
    known.update(_leading_names(parse, capitals, known))
    votes = _votes(capitals)
    apart = _told_apart(parse, capitals)
    out: list[Name] = []
    for sentence in parse.sentences:
        if _heads_release(parse, sentence.words):
            out.append(Name(list(sentence.words), "body", _text(parse, sentence.words)))
            continue
        for run in _runs(sentence.words, known, shouted[sentence.index], apart):
            if not titles_domain(run):
                out += _split(parse, run, votes)
    bodies = {n.text for n in out if n.kind == "person" and not n.title and len(n.words) > 1 and _acts_as_body(parse, n)}
    for name in out:
        if name.text in bodies and not name.title:
            name.kind = "body"
    return out


def _acts_as_body(parse: Parse, name: Name) -> bool:
    """Whether what the parser takes for a person has people of its own: "Calder Haulage said its chief executive would"."""
    if first_name_gender(name.words[0].lower):
        return False
    verb = name.last.head
    after = parse.words[name.last.i + 1 : name.last.i + 12]
    if name.last.dep == "nsubj" and verb.pos == "VERB" and verb.i > name.last.i:
        after = [w for w in after if w.i > verb.i]
        its = next((w for w in after if w.lower == "its" and w.sentence is name.last.sentence), None)
        return its is not None and any(w.lower in ROLES or w.lower in _OF_FIRMS for w in parse.words[its.i + 1 : its.i + 4])
    owns = bool(after) and after[0].text in ("'s", "'") and name.last.dep == "poss"
    return owns and any(w.lower in _OF_FIRMS for w in after[1:3])


def _leading_names(parse: Parse, capitals: list[Word], known: Counter[str]) -> set[str]:
    """Names that stand only at the head of sentences, but more than once and never in small letters."""
    firsts = [w for w in capitals if w is w.sentence.words[0] and w.text not in known and len(w.text) > 3]
    named = {w.text for w in firsts if (w.tag == "NNP" or w.ent in _ENTS) and w.lower not in _COMMON}
    repeated = named & {t for t, n in Counter(w.text for w in firsts).items() if n > 1}
    return repeated - {w.text.capitalize() for w in parse.words if w.text.islower()} if repeated else repeated


def _heads_release(parse: Parse, line: list[Word]) -> bool:
    """Whether a line in capitals near the top is the name of a body: "MINISTRY OF PORTS OF THE REPUBLIC OF X"."""
    plain = all(w.text.isupper() for w in line) and 2 < len(line) < 14 and line[0].sentence.paragraph in (1, 2)
    return plain and not parse.is_title(line[0]) and line[0].lower in BODY and line[1].lower in LINKS


def _shouted(sentence: list[Word]) -> bool:
    """Whether most words have capitals, as in many headlines, so that a capital tells nothing."""
    if sentence[-1].text in (".", "?", "!", '"'):
        return False  # a sentence full of names
    capitals = sum(w.text[:1].isupper() for w in sentence)
    telling = [w for w in sentence if w.pos in _TELLING and len(w.text) > 3 and w.text.isalpha()]
    hyphened = {w.i + 1 for w in sentence if w.text == "-"}
    small = sum(
        w.text.islower() and w.i not in hyphened for w in telling
    )  # "chief executive of X": a line of names, but no headline in capitals
    shouting = capitals > 0.6 * sum(w.text[:1].isalpha() for w in sentence)
    return len(sentence) > 4 and shouting and small <= 0.15 * len(telling)


def _votes(capitals: list[Word]) -> dict[str, Counter[str]]:
    """How often each word was taken for a person, body or place, over the whole report."""
    out: dict[str, Counter[str]] = {}
    for word in capitals:
        if word.ent in _ENTS:
            out.setdefault(word.text, Counter())[_ENTS[word.ent]] += 1
    return out


def _capital(word: Word) -> bool:
    return word.text[:1].isupper() and word.pos in ("PROPN", "ADJ", "NOUN") and not _names_nobody(word)


def _names_nobody(word: Word) -> bool:
    """Whether the word is a day, a month or the like; a month that the parser finds in a person's name is a name."""
    borne = word.ent == "PERSON" and not word.ent_start and word.lower in _BORNE
    return (word.lower in _NEVER and not borne) or "]" in word.text or "[" in word.text


def _starts(word: Word, place: int, known: Counter[str], shouted: bool) -> bool:
    """Whether the word can open a name: at the head of a sentence, or in a headline, more is asked than a capital."""
    if (
        not word.text[:1].isupper()
        or word.pos == "DET"
        or word.lower == "the"
        or (place == 0 and word.text in ("Q", "Q."))
        or _names_nobody(word)
        or word.ent in ("DATE", "TIME")
    ):
        return False
    after = word.sentence.words[place + 1] if place + 1 < len(word.sentence.words) else None
    if place == 0 and after is not None and not after.text[:1].isupper() and after.text not in ("'", "-"):
        if (
            after.text == "&"
            or (after.lower == "without" and _goes_on_in_capitals(after))
            or (word.lower in BODY and after.lower in LINKS and _goes_on_in_capitals(after))
        ):
            return True
        if word.lower in _LIFELESS and word.text not in known:
            return False
        if word.lower.removesuffix("s") in PEOPLE and word.lower.endswith("s"):
            return False  # "Tenants of ...", tagged as a name because it begins the sentence
    if place == 0 and after is not None and word.lower in _PARTIES and after.lemma in _PARTISAN:
        return True
    if state_named(word.text) is not None or word.text in known or f"{word.text}s" in known or (place == 0 and _is_label(word)):
        return True
    if shouted:
        rest = word.sentence.words[place + 1 :]
        after = next((w for w in rest if not _is_initial(w)), None)  # "Antony J. Blinken", in a headline
        bears = after is not None and (after.text in known or after.text.upper() in known) and word.ent == after.ent == "PERSON"
        bears = bears and after is not None and state_named(after.text) is None
        return word.lower in HONORIFICS or _is_label(word) or bears or (word.ent == "PERSON" and word.text.upper() in known)
    if place == 0:
        if word.text.isupper() and len(word.text) > 1 and word.pos != "PRON":
            return True
        if word.pos in ("NOUN", "ADJ", "VERB") and first_name_gender(word.lower):
            return True
        return word.pos == "PROPN" or word.ent in _ENTS or word.lower in HONORIFICS
    return word.pos in ("PROPN", "ADJ", "NOUN") or word.ent in _ENTS


def _is_initial(word: Word) -> bool:
    return len(word.text) == 2 and word.text[1] == "." and word.text[0].isupper()


def _goes_on_in_capitals(link: Word) -> bool:
    """Whether a capital follows "of" or "of the": "Office of the Envoy"."""
    rest = link.sentence.words[link.i - link.sentence.words[0].i + 1 :][:2]
    rest = rest[1:] if rest and rest[0].lower == "the" else rest
    return bool(rest) and rest[0].text[:1].isupper() and rest[0].pos == "PROPN"


def _is_label(word: Word) -> bool:
    """Whether the word is in a speaker's label at the head of a paragraph of a transcript: "MS. HOLM:"."""
    first = word.sentence.words[0].i
    if not word.text.isupper() or len(word.text) < 2 or word.i - first > 3:
        return False
    if any(w.text in ("A", "A.") for w in word.sentence.words[:1]) and any(w.text == "(" for w in word.sentence.words[1:3]):
        return True
    return any(w.text == ":" for w in word.sentence.words[word.i - first : word.i - first + 4])


def _told_apart(parse: Parse, capitals: list[Word]) -> frozenset[str]:
    """The words in capitals that stand somewhere without an "and" beside them."""
    every = parse.words
    return frozenset(
        w.text
        for w in capitals
        if every[w.i - 1].lower != "and" and (w.i + 1 == len(every) or every[w.i + 1].lower not in ("and", "of"))
    )


def _runs(sentence: list[Word], known: Counter[str], shouted: bool, apart: frozenset[str]) -> Iterator[list[Word]]:
    i, n = 0, len(sentence)
    while i < n:
        if not sentence[i].text[:1].isupper():
            i += 1
            continue
        first = i == 0 or sentence[i - 1].text in ('"', ":", "(", "'")
        if not _starts(sentence[i], 0 if first else i, known, shouted):
            i += 1
            continue
        j = i + 1
        while j < n:
            step = _joined(sentence, i, j, known, shouted, apart)
            if not step:
                break
            j += step
        run = sentence[i:j]
        yield run
        i = j


def _of_trade(before: Word, after: Word) -> bool:
    """Whether those who do something own a body of any name: "Producers' Compact", but not "the Brokers' Ann Holm"."""
    named = after.pos == "PROPN" and after.ent != "PERSON" and not first_name_gender(after.lower)
    return named and before.lower.endswith(_TRADES)


def _joined(sentence: list[Word], i: int, j: int, known: Counter[str], shouted: bool, apart: frozenset[str]) -> int:
    """How many words from `j` on belong to the run that began at `i`."""
    word, before, n = sentence[j], sentence[j - 1], len(sentence)
    after = sentence[j + 1] if j + 1 < n else None
    same = word.ent == before.ent == "ORG" and not word.ent_start and word.text[:1].isupper() and word.pos == "PROPN"
    if _starts(word, j, known, shouted) or (same and before.text[:1].isupper() and sentence[i].lower in BODY):
        return 1
    if after is None:
        return 0
    if word.lower in _ARTICLES and after.text == "-" and j + 2 < n and sentence[j + 2].text[:1].isupper():
        return 3 if word.end == after.start and after.end == sentence[j + 2].start else 0
    if word.lower in _PARTICLES and after.lower in _PARTICLES and j + 2 < n and sentence[j + 2].text[:1].isupper():
        return 3  # "Ana de la Torre"
    capital = after.text[:1].isupper() and not _names_nobody(after) and after.pos in ("PROPN", "ADJ", "NOUN")
    hyphen = word.text == "-" and word.start == before.end and after.start == word.end
    if hyphen and j - i > 1 and known[after.text] > 1:
        return 0  # a heading set before the first word of a sentence: "River Works-Holm said"
    if hyphen and after.pos == before.pos == "PROPN":
        return 2
    if not capital:
        if word.lower in LINKS and before.lower in BODY and before.text[:1].isupper() and after.lower == "the" and j + 2 < n:
            return 3 if sentence[j + 2].pos == "PROPN" else 0
        return 0
    if hyphen:
        return 2
    if word.text == "'" and before.lower.endswith("s") and (after.lower in BODY or _of_trade(before, after)):
        return 2
    if word.text == "'s" and before.lower.endswith(_MANY) and after.lower in BODY:
        return 2  # "Northern People's Front"
    if (word.lower in _PARTICLES and word.lower != "al") or word.text == "&" or word.lower == "without":
        return 2
    if word.lower == "of" and before.lower in ROLES and after.lower in words("titles", "roles", "domains"):
        return 2
    if (
        word.lower == "of"
        and any(w.lower in ("for", "on") for w in sentence[i + 1 : j])
        and any(w.lower in BODY for w in sentence[i:j])
    ):
        return 2  # "Office for the Coordination of Harbour Works"
    if word.lower in LINKS and before.text[:1].isupper() and (before.lower in BODY or before.lower in ("republic", "kingdom")):
        return 2
    if word.lower == "and" and before.text in apart and after.text in apart and not _has_link(sentence[i:j]):
        return 0  # "Federation and Portlink negotiators"
    if word.lower == "and" and (_one_entity(word, after) or _shared_ending(sentence, i, j)):
        return 2
    return 0


def _has_link(run: list[Word]) -> bool:
    return any(w.lower in LINKS for w in run)


def _one_entity(word: Word, after: Word) -> bool:
    one = word.ent == "ORG" and not word.ent_start and after.ent == "ORG" and not after.ent_start
    return one and not opens_title(after)


def _shared_ending(sentence: list[Word], i: int, j: int) -> bool:
    """Whether "A and B Union" is one name: what stands before "and" hangs on the body noun after it."""
    if state_named(sentence[j - 1].text) is not None or opens_title(sentence[j + 1]):
        return False
    head = sentence[j - 1].head
    return sentence[j - 1].dep in ("compound", "nmod", "amod") and head.i > j + sentence[0].i and head.text[:1].isupper()


def _split(parse: Parse, run: list[Word], votes: dict[str, Counter[str]]) -> Iterator[Name]:
    """The names in a run of capitalised words: peoples and states, then titles, then who bears them."""
    while run:
        if run[0].text in ("-", "'s", "and", "of", "&", "the", "for"):
            run = run[1:]
            continue
        place, length = _longest_place(parse, run)
        if place is None and run[0].lower in words("bodies", "names", "state_words"):
            place, length = _state_of(parse, run)
        rest = run[length:]
        if place is not None and (not rest or _cut_here(place, run, rest, votes)):
            yield Name(run[:length], "state", _text(parse, run[:length]), place=place)
            run = rest
            continue
        title = title_length(run)
        if title:
            named = run[title:]
            if named and named[0].lower not in LINKS:
                cut = len(named) if len(named) < 4 else _length(named)
                yield Name(named[:cut], "person", _text(parse, named[:cut]), title=run[:title])
                run = named[cut:]
            else:
                yield Name(run[:title], "role", _text(parse, run[:title]), title=run[:title])
                run = named[1:]
            continue
        office = office_at_end(run)
        if office:
            yield Name(run[:office], _kind(run[:office], votes), _text(parse, run[:office]))
            yield Name(run[office:], "role", _text(parse, run[office:]), title=run[office:])
            return
        if one_of(run[-1].lower) and run[-1].lower not in BODY and all(is_title_word(w.lower) for w in run[:-1]):
            yield Name(run, "role", _text(parse, run), title=run)
            return
        cut = title_within(run) or _length(run)
        name = run[:cut]
        yield Name(name, _kind(name, votes), _text(parse, name))
        run = run[cut:]


def _longest_place(parse: Parse, run: list[Word]) -> tuple[Place | None, int]:
    for length in range(min(len(run), LONGEST) if opens_place(run[0].text) else 0, 0, -1):
        place = state_named(_text(parse, run[:length]))
        if place is not None:
            return place, length
    return None, 0


def _state_of(parse: Parse, run: list[Word]) -> tuple[Place | None, int]:
    """ "Republic of X", "Government of the X": the state X."""
    first = 3 if len(run) > 2 and run[2].lower == "the" else 2
    if len(run) <= first or run[1].lower != "of":
        return None, 0
    place, length = _longest_place(parse, run[first:])
    return (place, first + length) if place is not None and first + length == len(run) else (None, 0)


def _cut_here(place: Place, run: list[Word], rest: list[Word], votes: dict[str, Counter[str]]) -> bool:
    """Whether a state's name ends before the rest of the run, which is not part of a body's or a person's name."""
    if rest[0].text == "-" or title_length(rest):
        return True
    before = run[0].sentence.words[max(run[0].i - run[0].sentence.words[0].i - 1, 0)]
    if before.lower in ("of", "to", "for") and len(rest) > 1 and not any(w.lower in BODY or w.lower in LINKS for w in rest):
        return True  # "Ambassador to Norway Jane Holm"
    if rest[-1].lower in BODY and not title_length(rest):
        return False
    if rest[0].lower in BODY and len(rest) > 2 and rest[1].lower in LINKS:
        return False
    if any(w.lower in BODY and rest[k + 1].lower in LINKS for k, w in enumerate(rest[:-1])) and not title_length(rest):
        return False
    if place.by == "people" or "." in run[0].text or run[0].text.isupper():
        return not any(w.lower in BODY for w in rest) or bool(title_length(rest))
    return run[0].ent != "PERSON" or rest[0].ent_start


def _length(run: list[Word]) -> int:
    """How many words of the run are one name: a new entity found by the parser, after one of another kind, is a new name."""
    for k in range(1, len(run)):
        word, before = run[k], run[k - 1]
        fresh = word.ent == "PERSON" and word.ent_start and not _is_initial(word)
        if fresh and before.ent in ("ORG", "GPE", "NORP") and before.text != "-":
            return k
        body_ends = before.lower in BODY and k + 1 < len(run) and not any(w.lower in BODY or w.lower in LINKS for w in run[k:])
        if body_ends and (word.ent == "PERSON" or first_name_gender(word.lower) or before.lower == "nations"):
            return k
    return len(run)


def _kind(name: list[Word], votes: dict[str, Counter[str]]) -> Kind:
    last = name[-1]
    head = next((name[k - 1] for k in range(1, len(name)) if name[k].lower in LINKS), last)
    if last.lower in _THINGS or head.lower in _THINGS:
        return "unknown"
    if len(name) > 1 and (head.lower in BODY or last.lower in BODY or any(w.text == "&" for w in name)):
        return "body"
    if len(name) > 1 and last.lower in _FIRMS:
        return "body"
    if len(name) > 1 and first_name_gender(name[0].lower):
        return "person"
    if len(name) == 2 and name[0].lower in words("bodies", "names", "directions"):
        return "place"
    count: Counter[str] = Counter()
    for word in name:
        count.update(votes.get(word.text, {}))
    if len(name) == 1 and last.lower in CLASS_NOUNS:
        return "role"
    if len(name) == 1 and last.tag == "NNPS" and not count["person"]:
        return "group"
    if (
        len(name) == 1
        and last.text.isupper()
        and 2 <= len(last.text.replace(".", "")) <= 6
        and not count["person"] > count["body"]
    ):
        return "body"
    if not count:
        return "unknown"
    best = count.most_common(1)[0][0]
    if best == "person" and len(name) > 1 and not votes.get(name[0].text):
        return "unknown"  # nobody's first name: "Hail Holm"
    return best  # type: ignore[return-value]  # the votes are counted by the names of kinds


def _text(parse: Parse, name: list[Word]) -> str:
    return parse.document.text[name[0].start : name[-1].end]


def initials(text: str) -> str:
    """Return the capitals that the words of a name begin with.

    >>> initials("Allied Footplate and Station Union")
    'AFSU'
    """
    return "".join(part[0] for part in text.replace("-", " ").split() if part[0].isupper())


def known_bodies() -> dict[str, list[str]]:
    """Return the bodies whose acronyms need no introduction in the news, with these."""
    found: dict[str, list[str]] = load("bodies")["known"]["acronyms"]
    return found
