"""Titles and offices within runs of capitalised words: where they begin and end."""

from dragoman.coding.geography import state_named
from dragoman.coding.nouns import BODY, CLASS_NOUNS, HONORIFICS, PEOPLE, ROLES
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

LINKS = frozenset({"of", "for", "on"})
"""Words that join the parts of a name."""


def title_length(run: list[Word]) -> int:
    """How many words at the head of the run are titles ("Foreign Minister", "Secretary of State", "Mr"); 0 where none."""
    if run[-1].lower in BODY and run[-1].lower not in ROLES and len(run) > 1 and run[-1].ent != "PERSON":
        return 0
    length = 0
    for k, word in enumerate(run):
        lower = word.lower
        if lower in ROLES or lower in HONORIFICS or (k == 0 and lower in PEOPLE and lower not in CLASS_NOUNS and len(run) > 2):
            length = k + 1
        elif lower == "of" and length == k and k + 1 < len(run) and run[k + 1].lower in words("titles", "roles", "domains"):
            length = k + 2
        elif lower in words("titles", "roles", "domains") and 1 < length == k and run[k - 2].lower == "of":
            length = k + 1  # "Minister of Foreign Affairs"
        elif not (
            lower in words("titles", "roles", "within")
            or lower in ("-", "of", "and")
            or lower in words("titles", "roles", "domains")
        ):
            break
    return length


def title_within(run: list[Word]) -> int:
    """Where a title begins within the run ("Bard College Professor Jane Holm"); 0 where none does."""
    if run[-1].lower in BODY:
        return 0
    for k in range(1, len(run) - 1):
        if (
            (run[k].lower in ROLES or run[k].lower in HONORIFICS)
            and run[k - 1].lower not in LINKS
            and run[k + 1].lower not in LINKS
        ):
            while k > 1 and run[k - 1].lower in words("titles", "roles", "within"):
                k -= 1
            return k
    return 0


def office_at_end(run: list[Word]) -> int:
    """Where an office that ends the run begins ("Senate Majority Leader"); 0 where the run ends in none."""
    if run[-1].lower not in ROLES or run[-1].lower in BODY or len(run) < 2:
        return 0
    k = len(run) - 1
    while k > 0 and (run[k - 1].lower in words("titles", "roles", "within") or run[k - 1].lower in ROLES):
        k -= 1
    before = run[k - 1].lower
    return k if before not in LINKS and before != "the" and before not in HONORIFICS else 0


def is_title_word(lower: str) -> bool:
    return lower in words("titles", "roles", "within") or lower in words("titles", "roles", "domains")


def titles_domain(run: list[Word]) -> bool:
    """Whether the one capital is only that of a title at the head of a sentence: "Labour minister ..."."""
    last = run[-1]
    place = last.i - last.sentence.words[0].i + 1
    after = last.sentence.words[place] if place < len(last.sentence.words) else None
    told = len(run) == 1 and last.lower in words("titles", "roles", "domains") | words("titles", "roles", "within")
    if after is not None and last.lower in words("bodies", "parties", "adjectives"):
        told = told and after.lower in ("minister", "secretary", "commissioner")  # "Labour spokesman" is a party's
    return told and after is not None and after.lower in ROLES and after.text.islower()


def opens_title(word: Word) -> bool:
    return word.lower in ROLES or word.lower in words("titles", "roles", "within") or state_named(word.text) is not None
