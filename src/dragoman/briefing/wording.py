"""How the words of a finding can stand in a sentence: after a subject, after "that", or only by themselves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dragoman.briefing.vocabulary import listed

Shape = Literal["predicate", "clause", "fragment"]
_NOMINATIVES = {"it", "he", "she", "they", "we", "i"}
_BEFORE = {"be", "been", "being", "to", "having", "get", "of", "with"}  # before a participle
_AFTER = {"in", "on", "at", "with", "to", "for", "as", "from", "of", "between", "since", "under", "among", "during"}
_ACT = r"[a-z]+(?<!ing) (?:\d|(?:the|an?|its|their|his|her) )"
_FAR = 24  # words among which the verb of a clause is sought


@dataclass(frozen=True)
class Wording:
    """Words of a report with their shape; of a predicate `subject` holds what was cut off before its verb."""

    words: str
    shape: Shape
    subject: str = ""


def worded(words: str, names: Iterable[str] = (), pronouns: Iterable[str] = ("[Ii]t", "[Hh]e", "[Ss]he", "[Tt]hey")) -> Wording:
    """Return words as a predicate where they open with a verb, or with its subject by one of `names` or `pronouns`.

    >>> worded("it would release the money", ())
    Wording(words='would release the money', shape='predicate', subject='it')
    >>> worded("The League has rejected a draft", ["League"]).words
    'has rejected a draft'
    >>> worded("their refusal to talk").shape
    'fragment'
    """
    if _opens_with_verb(words, named=False):
        return Wording(words, "predicate")
    known = sorted({n for n in names if n}, key=lambda n: (-len(n), n))
    subject = rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) )?(?:{'|'.join(map(re.escape, known))})" if known else ""
    pronoun = f"(?:{'|'.join(pronouns)})"
    found = re.match(rf"({f'{subject}|' if subject else ''}{pronoun}) (?=[a-z])", words)
    if found and _opens_with_verb(words[found.end() :], named=True):
        return Wording(words[found.end() :], "predicate", found.group(1))
    return Wording(words, "clause" if is_clause(words) else "fragment")


def _opens_with_verb(words: str, named: bool) -> bool:
    """Whether words open with a finite verb; a form in -ed may be an adjective where no subject stands before it."""
    tokens = re.findall(r"[\w'’-]+", words)
    while tokens and _is_adverb(tokens[0]):
        tokens = tokens[1:]
    if not tokens or not tokens[0][0].islower():
        return bool(tokens) and tokens[0].lower() in listed("resolving") and (tokens[1:] or [""])[0] in listed("after_verbs")
    first, after = tokens[0].replace("’", "'"), (tokens[1:] or [""])[0]
    if first in listed("noun_verbs"):
        return after in listed("articles") | {"to"} | (listed("after_verbs") - {"for", "of", "on"} if named else set())
    if first in listed("modals") and after in listed("determiners") | listed("pronouns") | {"we", "i", "you", "there"}:
        return False  # "nor would her members talk"
    if first in listed("finite_auxiliaries") | listed("presents"):
        return True
    past = first in listed("pasts") or (first.endswith("ed") and len(first) > 4)
    return past and after != "by" and (named or (bool(after) and (after in listed("after_verbs") or not after[0].islower())))


def _is_adverb(token: str) -> bool:
    return token in listed("adverbs") or bool(re.fullmatch(r"[a-z]{3,}ly", token))


def is_clause(words: str) -> bool:
    """Return whether words make a sentence of their own: a subject and its verb, before any clause that hangs on them."""
    tokens = re.findall(r"[\w'’-]+|[,;:]", words)
    while tokens and _is_adverb(tokens[0]):
        tokens = tokens[1:]
    if not tokens or tokens[0].lower() in listed("fragment_openers") | {"be"}:
        return False
    if tokens[0] in listed("bases") | {"propose", "discuss", "urge", "ask"} and (tokens[1:] or [""])[0] in listed("articles"):
        return False  # "(flew there to) propose a truce, but ..."
    if tokens[0].lower() in listed("subordinators") or tokens[0] == "Should":
        comma = next((n for n, t in enumerate(tokens) if t == "," and n > 2), 0)
        return bool(comma) and _has_verb(tokens[comma + 1 :], 1)
    if re.match(r"(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Yy]ou)(?:['’]\w+|$)", tokens[0]) and len(tokens) > 1:
        plural = tokens[0] in ("We", "we", "I", "You", "you", "They", "they") and tokens[1][0].islower()
        return plural or "'" in tokens[0] or "’" in tokens[0] or _has_verb(tokens[1:], 0)
    return _has_verb(tokens, 1, sure=tokens[0].endswith("ing"))


def _has_verb(tokens: list[str], start: int, sure: bool = False) -> bool:
    for n, token in enumerate(tokens[:_FAR]):
        word, after = token.lower().replace("’", "'"), (tokens[n + 1 : n + 2] or [""])[0]
        if word in listed("subordinators") | listed("relatives"):
            return False
        if n < start:
            continue
        before = tokens[n - 1].lower()
        if word in _NOMINATIVES and before not in (",", ";", ":", "of", "for", "to", "with", "on", "from", "by"):
            return False  # "the sum it pledged"
        noun = (
            word in listed("noun_verbs")
            and not _is_adverb(before)
            and (after not in listed("articles") | {"to"} or before in listed("determiners"))
        )
        verb = word in listed("finite_auxiliaries") | listed("presents") and before != "to"
        if verb and not noun and token != "May":
            return True
        if re.fullmatch(r"[a-z]{3,}s", token) and after in listed("articles") | {"that"} and before not in listed("articles"):
            return True  # "signs a", "imposes the"
        past = word in listed("pasts") or (word.endswith("ed") and len(word) > 4)
        loose = before == "," and tokens[:n].count(",") < 2  # "the group, suspended since July"
        passive = after in _AFTER and word.endswith("ed") and word not in listed("intransitives")  # "a truce signed in May"
        led = before in listed("articles") | listed("quantities") | _BEFORE
        if past and not (sure or loose or passive or led) and after != "by":
            return True
    return False


def is_thing(words: str) -> bool:
    """Return whether words, as quoted or plain, name a thing: they open with an article or a number, or are a plural.

    >>> is_thing("a meeting of leaders"), is_thing("by 412 votes"), is_thing("signs"), is_thing("peace talks")
    (True, False, False, True)
    """
    tokens = re.findall(r"[\w'’$€£.,-]+", words.strip('"“”'))
    lower = [t.lower() for t in tokens]
    if not tokens or lower[0] in listed("fragment_openers") | listed("subordinators") | listed("adverbs"):
        return False
    if lower[-1] in listed("articles") | listed("fragment_openers") | {"not"} or words.strip('"“”').endswith(","):
        return False
    if set(lower) <= listed("pronouns") | listed("articles") | listed("quantities") | listed("anaphors") | {"anything", "such"}:
        return False
    if set(lower) & listed("negations") or re.match(_ACT, words.strip('"“”')):
        return False  # "signing no schedule" names the refusal, "reinstate 300 crews" an act
    acts = any(t in listed("acts") and before != "to" for before, t in pairwise(lower))
    if acts or set(lower) & (listed("finite_auxiliaries") | {"it", "he", "she", "they", "we", "i", "such", "be"}):
        return False
    if lower[0] in listed("bases") or set(lower) & (listed("presents") - listed("noun_verbs")):
        return False
    if lower[0] in listed("articles") | listed("quantities") or re.match(r"[$€£]?\d", lower[0]) or "'s" in words or "’s" in words:
        return len(tokens) > 1
    if lower[0].endswith("ing") and len(lower[0]) > 5:
        return len(tokens) > 1
    head = re.split(r" (?:of|for|to|from|in|on|by|at|with|between) ", " ".join(lower))[0].split()[-1]
    return len(tokens) > 1 and head.endswith("s") and not head.endswith(("ss", "us", "is")) and not lower[0].endswith(("s", "ed"))


def is_outcome(words: str) -> bool:
    """Return whether words can follow "only after": a thing, a clause, or a thing done.

    >>> is_outcome("the tariff was lifted"), is_outcome("pay terms settled"), is_outcome("pays")
    (True, True, False)
    """
    bare = words.strip('"“”')
    first, _, last = bare.rpartition(" ")
    return is_thing(bare) or is_clause(bare) or (last.endswith("ed") and is_thing(first))


def opens_with_auxiliary(words: str) -> bool:
    """Return whether words open with a verb that tells nothing of its subject ("should have happened")."""
    tokens = [t for t in re.findall(r"[\w'’-]+", words) if not _is_adverb(t)]
    return bool(tokens) and tokens[0] in listed("finite_auxiliaries")


def is_performed(words: str) -> bool:
    """Return whether the verb of a predicate is itself an act of speech ("has offered to", "rejected").

    >>> is_performed("has offered to pay"), is_performed("would pay")
    (True, False)
    """
    tokens = [t for t in re.findall(r"[\w'’-]+", words) if not _is_adverb(t) and t not in ("has", "have", "had")]
    return bool(tokens) and tokens[0] in listed("performed")


def is_many(thing: str) -> bool:
    """Return whether a thing is named by a plural.

    >>> is_many('"the repeated offers of dialogue"'), is_many('"an immediate ceasefire"')
    (True, False)
    """
    head = re.split(r" (?:of|for|to|from|in|on|by|at|with|between) ", thing.strip('"“”').lower())[0].split()[-1]
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))
