"""What a wording of a step says, apart from its words: the thing, what is done with it, who is at it."""

import functools
import re
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.assembly.encounters import is_peopled, meets, of_leaders, of_people, turn_of
from dragoman.assembly.matter import is_settling, made, telling
from dragoman.assembly.tables import WORD, classes, days, empty, stem, table
from dragoman.coding.geography import state_named

_AFORE = re.compile(r"^(?:under|according to|in line with|by) [^,]*, ", re.I)
"""What a clause begins with before it names its step ("under the mediator's terms, the crews would ...")."""
_PAPERWORK = re.compile(
    r"\b(?:submit\w*|exchang\w+|swap\w*|fil(?:e|ed|ing)|hand(?:ed|ing)? in|send\w*|present\w*)\b(?: [\w’'-]+){0,3}? "
    r"(?:papers?|memorand\w+|statements?|documents?|notes?)\b(?! (?:of|which|that) (?:settlement|agreement))",
    re.I,
)
"""What each side hands in about its own views is no paper that talks bring forth."""
_AT_THE_TOP = re.compile(
    r"\b(?:talks?|talking|contacts?|dialogue|conversations?) at (?:the )?(?:(?:very )?top|highest level|leaders'? level)\b", re.I
)
"""Words for talks of those who lead."""
_OF_TWO = re.compile(r"\b[A-Z]\w+-[A-Z]\w+ talks?\b")
"""Talks that a headline names by two people: "Lauk-Reve talks"."""
_JOINT = re.compile(r"\b((?:coalition|joint|common|government|shared)) (?:programme|program|platform)\b", re.I)
"""A programme that sides draw up together is what their talks bring forth."""
_YIELDING = re.compile(
    r"\b((?:accept\w*|agree\w* to|bow\w* to|swallow\w*|settl\w* for|submit\w* to|yield\w* to|take\w*|come\w* round to) "
    r"(?:his|her|its|their|\S+['’]s?)) terms\b",
    re.I,
)
"""Whose terms one accepts are demands of his, no text that both have settled."""
_GLOSS = re.compile(r"(?<=[a-z]), (?:the |its |his |her |their )?(?:[a-z][\w’'-]* ){1,4}?of [^,]*$")
"""What is said of whoever is named last: "meeting Ada Pell, general secretary of the Alliance"."""
_CLOSE = re.compile(
    r"^(?:the )?(?:very )?(?:end|conclusion|close|completion) of (?:the |this |that |a )?(?:[a-z]+ )?"
    r"(?:process|negotiations?|negotiating|bargaining|talks|proceedings|road)$",
    re.I,
)
"""Where a whole process ends there is a deal: "belongs at the end of the process"."""
IN_WRITING = re.compile(r"\bon paper\b|\bin black and white\b", re.I)
"""How a thing is given, which is no paper that talks bring forth: "a price on paper"."""
_EITHER_WAY = re.compile(r"\b(\w+),? or no \1\b", re.I)
Names = frozenset[str]
OUTCOME = "outcome"
_BARGAINING = frozenset({"negotiation", "negotiations", "negotiate", "negotiating", "bargain", "bargaining"})
"""What talks are to bring forth: talks worded by it ("bargaining over a contract") are the making of it, not just any talks."""
_BEING = frozenset("is are was were be been being".split())
MOST_ADDED = 3
"""Two wordings of one step differ by no more content words than this, or twice as many where their cores are alike; longer ones
are clauses about the step."""


@dataclass(frozen=True, order=True)
class Sense:
    """The head (`meeting`, `deal`, ... or empty), the other content words, the act, the level and the names in a wording;
    `core` is the content word that the others describe ("moratorium" in "a moratorium on logging"), `deed` the one that a modal
    leads or that is done ("rise" in "the water must rise", "audited" in "the debts are audited")."""

    head: str
    things: tuple[str, ...]
    act: str
    level: str
    names: tuple[str, ...]
    wild: bool
    negated: bool
    core: str = ""
    deed: str = ""

    @property
    def said(self) -> frozenset[str]:
        """Everything that tells which thing it is."""
        return frozenset((*self.things, self.head)) - {""}


@functools.lru_cache(maxsize=20_000)
def sense(text: str, names: Names = frozenset(), leaders: Names = frozenset(), over: bool = False) -> Sense:
    """Return the sense of a wording; `names` are lower-case words of actors' names, `leaders` those of leaders.

    `over` says that the step is the END of what the words name.

    >>> sense("the treaty was signed") == sense("conclusion of a pact")
    True
    """
    text = IN_WRITING.sub("", text)
    text = _JOINT.sub(r"\1 agreement", _whose().sub("", _CLOSE.sub("the final agreement", text.strip())))
    text = _OF_TWO.sub("leaders' meeting", _AT_THE_TOP.sub("leaders' meeting", text))
    text = _GLOSS.sub("", _PAPERWORK.sub("submit", _YIELDING.sub(r"\1 conditions", text)))
    text = made(_AFORE.sub("", _fulfilled().sub(r"fulfil \1", _EITHER_WAY.sub(r"\1", text))))
    written = [re.sub(r"['’]s?$", "", w) for w in WORD.findall(text)]
    words = [w.lower() for w in written]
    if not _is_headline(written):
        names = names | {w.lower() for w in written[1:] if w[0].isupper() and _can_name(w.lower())}
    heads, acts, empties = classes("heads"), classes("acts"), table()["empty"]
    if is_peopled(words, names):
        heads = {**heads, **dict.fromkeys(table()["encounters"]["verbs"], "meeting")}
    settled = is_settling(text)
    settled = settled or bool(set(words) & set(table()["finalising"]["words"]))
    head = _head(words, heads) or ("deal" if settled or set(words) & set(table()["signing"]["words"]) else "")
    if head in ("", "talks") and ((of_leaders(words) and not _BARGAINING & set(words)) or meets(text, words, names)):
        heads = {**heads, **dict.fromkeys(table()["encounters"]["speaking"], "meeting")}
        head = "meeting"
    act, core, deed, things, mentioned = "", "", "", list[str](), list[str]()
    end = _without_place(words, heads)
    if head == "meeting":
        end = next((i for i, w in enumerate(words) if i and w in ("who", "which", "whose")), end)
    own = frozenset[int]() if settled and head == "deal" else telling(words, head, heads)
    kept = list[str]()
    turn = turn_of(text) | set(table()["encounters"]["arranging"]) if head == "meeting" else frozenset[str]()
    for i, word in enumerate(words):
        if i >= end:
            break
        act = act or _act(words, i, acts)
        if head == "deal" and own is not None and i not in own and (_state(written[i]) or names & {word, *word.split("-")}):
            continue
        if state := _state(written[i]):
            mentioned.append(state)
        elif known := names & {word, *word.split("-")}:
            mentioned += sorted(_state(k.capitalize()) or k for k in known)
        elif word in heads and heads[word] != head:
            new = [heads[word]] if {head, heads[word]} != {"deal", "signature"} else []
            things += new
            kept += new if own is None or i in own or head == "talks" else []
        elif word not in turn and not _is_filler(word, heads, acts, head):
            new = [classes("same").get(p) or stem(p) for p in word.split("-") if p not in empty()]
            things += new
            kept += new if own is None or i in own else []
            leading = not i and word.endswith("ing") and not head  # "suspending the tariffs" is a suspension
            done = i and words[i - 1] in _BEING and word.endswith(("ed", "en"))  # "the debts are audited" is an audit
            deed = things[-1] if things and (leading or (i and (done or words[i - 1] in empties["modals"]))) else deed
        if word in empties["after_core"] and things:
            core = core or things[-1]
    if head != "meeting" or mentioned or meets(text, words, names) or set(words) & titles():
        things = kept
        core = core if core in things else ""
    core = core or (things[-1] if things else "")
    if not head and not act and of_people(words):
        head, things, core = "meeting", [], ""
    if head == "talks":
        things = [OUTCOME if t == "deal" else t for t in things]
    if head == "talks" and (goal := _goal().search(text.lower())):
        gone = {stem(w) for w in WORD.findall(goal[0])}
        things, act = [*(t for t in things if t not in gone), OUTCOME], ""
    if head == "meeting" or head == "talks" or (act == "begin" and head):
        act = "" if act in ("begin", "give") else act
    if (head in ("truce", "deal") and act in ("make", "begin")) or (head == "deal" and act == "give"):
        act = ""
    if over:
        act = "undo"
    wild = bool(set(words) & set(table()["empty"]["wild"]))
    lacking = any(a == "without" and b in ("a", "an", "any") for a, b in pairwise(words))
    negated = (lacking or bool(set(words) & set(table()["empty"]["negations"]))) and not wild
    return Sense(
        head,
        tuple(sorted(set(things))),
        act,
        _level(words, mentioned, leaders, names) if head in ("", "meeting", "talks") else "",
        tuple(sorted(set(mentioned))),
        wild,
        negated,
        core,
        deed,
    )


def _is_headline(written: list[str]) -> bool:
    """Whether every word is capitalised and some can be no name, as in "Licensing Deal Is Finalized"."""
    known = {*classes("heads"), *classes("acts"), *empty()}
    return len(written) > 2 and all(w[0].isupper() for w in written) and any(w.lower() in known for w in written)


def _can_name(word: str) -> bool:
    """Whether a capitalised word may be somebody's name: no title, no pronoun, no denial."""
    return word not in titles() and word not in empty() and word not in table()["empty"]["negations"]


def _state(word: str) -> str:
    """The state that a capitalised word names by its country, its people or its seat of government; empty for none."""
    place = state_named(word) if word[:1].isupper() else None
    return place.state.casefold() if place else ""


@functools.cache
def titles() -> frozenset[str]:
    """Return the words that tell a level ("premier", "delegations"): they name nobody."""
    return frozenset(classes("levels"))


def comes_by_title(text: str) -> bool:
    """Return whether who comes to a meeting is told by a title before it, so that whoever says so need not be at it.

    >>> comes_by_title("the premier receiving Arden"), comes_by_title("meeting the premier")
    (True, False)
    """
    told = False
    for word in WORD.findall(text.lower()):
        if classes("heads").get(word) == "meeting" or word in table()["encounters"]["verbs"]:
            return told
        told = told or word in titles()
    return False


def undenied(text: str) -> str:
    """Return a wording without the words that deny: what "will sign nothing on rosters" says must wait is to sign.

    >>> undenied("sign no schedule")
    'sign schedule'
    """
    denials = {*table()["empty"]["negations"], *table()["empty"]["denials"]}
    return " ".join(w for w in text.split() if w.lower().strip(".,;") not in denials)


@functools.cache
def awkward() -> frozenset[str]:
    """Return the words that make a wording a poor name for a step: verbs of a clause, denials, pronouns."""
    empty = table()["empty"]
    return frozenset([*empty["negations"], *empty["denials"], *empty["clause"]])


def clipped(text: str) -> str:
    """Return a wording without a tail that only says that it comes about.

    >>> clipped("a meeting of the owners could take place")
    'a meeting of the owners'
    """
    kept = text if "no longer" in text else _tail().sub("", text)
    return _EITHER_WAY.sub(r"\1", kept) or text


@functools.cache
def _fulfilled() -> re.Pattern[str]:
    """Demands are met without a meeting."""
    return re.compile(rf"\b(?:meet|meets|met|meeting)\s+((?:[\w’'-]+\s+){{0,3}}?(?:{'|'.join(table()['met']['words'])})\b)", re.I)


@functools.cache
def _tail() -> re.Pattern[str]:
    tail = table()["tail"]
    return re.compile(rf"(?:\s+(?:{'|'.join(tail['modals'])}))?(?:\s+only)?\s+(?:{'|'.join(tail['verbs'])})$", re.I)


def toward_aim(found: Sense, text: str, meeting: bool = False) -> Sense:
    """Return the sense of talks for a wording of what they are for: "resolving the dispute", "a settlement", "forming a cabinet".

    Whatever begins with a `meeting` of people is something that they do together, whatever it is called ("a merger").

    >>> toward_aim(sense("resolving the quarrel"), "resolving the quarrel").head
    'talks'
    """
    told = table()["aims"]
    if found.head not in ("deal", "talks", "truce") and not _aim().search(text) and not (meeting and not found.head):
        return found
    idle = {stem(w) for w in told["idle"]} | {w for t in WORD.findall(text.lower()) if _deed().fullmatch(t) for w in (stem(t),)}
    idle |= {stem(w) for w in told["nouns"]}
    things = [t for t in found.things if t not in idle and t != OUTCOME] + (["truce"] if found.head == "truce" else [])
    return replace(found, head="talks", things=tuple(sorted({*things, OUTCOME})), act="", core="", deed="", level="", names=())


@functools.cache
def _whose() -> re.Pattern[str]:
    """Whose leader somebody is tells no matter: "miners' chief", "the pilots' leader"."""
    levels = "|".join(sorted(classes("levels"), key=len, reverse=True))
    return re.compile(rf"\b(?!(?:{levels})['’s])[a-z][\w-]*(?:s['’]|['’]s) (?=(?:{levels})\b)", re.I)


@functools.cache
def _aim() -> re.Pattern[str]:
    told = table()["aims"]
    article = r"(?:the |an? |any |every |such |further |real )*"
    return re.compile(rf"^{article}(?:{'|'.join([*told['deeds'], *told['nouns']])})\b", re.I)


@functools.cache
def _deed() -> re.Pattern[str]:
    return re.compile("|".join(table()["aims"]["deeds"]))


@functools.cache
def _beginning() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table()['aims']['beginning'])})\b", re.I)


def begins(text: str) -> bool:
    """Return whether the words of a condition say that one thing begins with another.

    >>> begins("the road to peace leads through a summit"), begins("no talks before a truce")
    (True, False)
    """
    return _beginning().search(text) is not None


@functools.cache
def _goal() -> re.Pattern[str]:
    told = table()["goal"]
    return re.compile(rf"\b(?:{'|'.join(told['ways'])})\b.{{0,12}}\b(?:{'|'.join(told['of'])})\b")


def _head(words: list[str], heads: dict[str, str]) -> str:
    """The last of the first run of neighbouring head words ("settlement talks" are talks)."""
    found = ""
    licences = table()["empty"]["bargaining_for"]
    for word, after in zip(words, [*words[1:], ""], strict=False):
        if word in heads and (after not in licences or heads[word] != "talks"):  # "the union's bargaining licence" is no talks
            found = heads[word]
        elif found:
            break
    return found


def _without_place(words: list[str], heads: dict[str, str]) -> int:
    """Where a wording ends but for where the thing is: at "in front of them" in "an offer is in front of them"."""
    places = table()["places"]
    for i, word in enumerate(words[:-1]):
        told = any(w in heads for w in words[:i])
        if told and (word in places["quitting"] or (word in places["verbs"] and words[i + 1] in places["where"])):
            return i + 1
    return len(words)


def _act(words: list[str], i: int, acts: dict[str, str]) -> str:
    particles = table()["particles"]
    if words[i] in particles["verbs"] and set(words[i + 1 :]) & set(particles["undo"]):
        return "undo"
    return "" if words[i] == "pay" and not _is_paying(words, i) else acts.get(words[i], "")


def _is_paying(words: list[str], i: int) -> bool:
    """Whether "pay" at a place is the verb ("to pay the crews"), not the noun ("pay terms")."""
    if i:
        return words[i - 1] in ("to", "will", "would")
    return words[1:2] != [] and (words[1] in empty() or words[1][0].isdigit())


def _is_filler(word: str, heads: dict[str, str], acts: dict[str, str], head: str) -> bool:
    if word in empty() or word.removesuffix("s") in days() or word[0].isdigit() or (heads.get(word) == head and head):
        return True
    particles = table()["particles"]
    levels = classes("levels")
    if (
        word in particles["verbs"]
        or word in particles["undo"]
        or (head in ("meeting", "talks", "deal", "signature") and word in levels)
    ):
        return True
    if word in table()["empty"]["negations"] or word in table()["empty"]["wild"]:
        return True
    return (word in acts and word != "pay") or len(word) < 3


def _level(words: list[str], mentioned: list[str], leaders: Names, names: Names) -> str:
    """The level at which people meet; the title before a name is his or hers, and tells it only where it is a leader's."""
    levels = classes("levels")
    titled = {i for i, w in enumerate(words[:-1]) if w in levels and names & {words[i + 1], *words[i + 1].split("-")}}
    found = [levels[w] for i, w in enumerate(words) if w in levels and (i not in titled or levels[w] in ("leaders", "prime"))]
    general = any(a == "general" and b == "secretary" for a, b in pairwise(words))
    if "prime" in found or "leaders" in found or general:
        return "leaders"
    if found:
        return found[0]
    return "leaders" if mentioned and set(mentioned) & leaders else ""


def same_step(a: Sense, b: Sense) -> bool:
    """Return whether two wordings can name one step: like head, act, level and people, one's things among the other's."""
    if a.wild or b.wild or a.negated != b.negated or not a.said or not b.said:
        return False
    if a.head != b.head or (a.act != b.act and a.act and b.act) or _is_paused(a, b) or _is_paused(b, a):
        return False
    if (OUTCOME in a.things) != (OUTCOME in b.things):
        return False
    if a.head == "meeting" and a.level and b.level and a.level != b.level:
        return False
    if not _same_people(a, b):
        return False
    small, large = sorted((set(a.things), set(b.things)), key=len)
    central = a.core == b.core or small <= {a.deed, b.deed} or (a.act == b.act and a.act)
    if not a.head and len(small) == 1 and small != large and not central:
        return False
    added = len(large) - len(small)
    near = added <= MOST_ADDED or (a.core == b.core and added <= 2 * MOST_ADDED)
    return small <= large and near and (bool(small) or bool(a.head))


def _is_paused(a: Sense, b: Sense) -> bool:
    """Whether one is the end of a thing and the other only its pause: a suspended tariff is not a lifted one."""
    return a.act == "undo" and b.act != "undo" and bool(set(b.things) & set(table()["pauses"]["words"]) - set(a.things))


def _same_people(a: Sense, b: Sense) -> bool:
    """At a meeting the people are the thing itself: those of one wording are all among the other's.

    Somebody of whom no report says whose (a name with "?") can be of a side that the other wording names.
    """
    one, two = set(a.names), set(b.names)
    if not one or not two:
        return True
    if a.head != "meeting":
        return bool(one & two)
    left, right = one - two, two - one
    return not left or not right or _are_of(left, right)


def _are_of(left: set[str], right: set[str]) -> bool:
    """Whether each firm name of one set can be what an unplaced person of the other set is of."""
    firm, loose = ([n for n in left if not n.startswith("?")], [n for n in left if n.startswith("?")])
    other, unplaced = ([n for n in right if not n.startswith("?")], [n for n in right if n.startswith("?")])
    return len(firm) <= len(unplaced) and len(other) <= len(loose) and (not loose or not unplaced or bool(firm or other))


def why_same(text: str, other: str, a: Sense, b: Sense) -> str:
    """Return a sentence that says why two wordings were taken as one step."""
    shared = sorted(a.said & b.said)
    reason = f"both are about {' and '.join(shared)}"
    if a.act and a.act == b.act:
        reason += f", and in both it is a matter of: {a.act}"
    if a.level and a.level == b.level and a.head == "meeting":
        reason += f", at the level of {a.level}"
    return f"“{text}” and “{other}” are taken as one step: {reason}."


__all__ = [
    "IN_WRITING",
    "OUTCOME",
    "Sense",
    "awkward",
    "begins",
    "clipped",
    "comes_by_title",
    "same_step",
    "sense",
    "stem",
    "titles",
    "toward_aim",
    "undenied",
    "why_same",
]
