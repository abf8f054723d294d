"""Words of attitude that take no side in what is negotiated: silence to the press, a session asked for, a harm held out."""

from dragoman.coding.attitudes import Attitude
from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_SILENCE = frozenset({"reject", "rule_out", "noncommittal"})


def takes_no_side(attitude: Attitude, matter: bool) -> bool:
    """Return whether it is no attitude to anything negotiated; `matter` says that its words name such a thing."""
    return (
        _keeps_silent(attitude, matter)
        or _holds_out_harm(attitude)
        or _asks_for_session(attitude)
        or _only_to_weigh(attitude)
    )


def is_hollow(attitude: Attitude, matter: bool) -> bool:
    """Return whether it says nothing of what it is about: "her offer", "the network's refusal", "declined to comment"."""
    own = attitude.cue.pos == "NOUN" and all(w is attitude.cue for w in attitude.object)
    comment = next((w for w in attitude.words if w.lemma == "comment"), None)
    silent = attitude.stance in _SILENCE and comment is not None and not matter and not _has_topic(comment)
    return silent or (own and attitude.cue.dep not in ("attr", "ROOT"))


def _has_topic(comment: Word) -> bool:
    """ "Has not commented on the list"."""
    return any(c.lower in ("on", "about") and c.child("pobj") is not None for c in comment.children)


def _keeps_silent(attitude: Attitude, matter: bool) -> bool:
    """ "Both banks refused to comment", "would not disclose the date", "did not respond to questions", "declined to say when"."""
    if attitude.stance not in _SILENCE:
        return False
    told = {w.lemma for w in attitude.words}
    if told & words("stances", "sidelines", "disclosing"):
        return not matter and "comment" not in told
    if "respond" in told or "reply" in told or "answer" in told:
        return bool(told & words("stances", "sidelines", "inquiries"))
    asked = any(w.tag in ("WDT", "WP", "WRB") for w in attitude.words)
    return asked and "say" in told and attitude.cue.lemma in ("decline", "refuse")


def _holds_out_harm(attitude: Attitude) -> bool:
    """ "Tariffs would be put on fish if there was no deal", "the cap could come sooner", "will seek fines"."""
    verb = attitude.cue.head if attitude.cue.tag == "MD" else attitude.cue
    told = {w.lemma for w in attitude.object}
    if attitude.stance == "offer" and attitude.cue.tag == "MD":
        early = {w.lower for w in attitude.words} & words("stances", "sidelines", "early")
        return bool(early) or (verb.child("auxpass") is not None and bool(told & words("threats", "measures")))
    will = any(c.lower in ("will", "would", "'ll") for c in attitude.cue.children)
    return attitude.stance == "demand" and attitude.cue.lemma == "seek" and will and bool(told & words("threats", "measures"))


def _asks_for_session(attitude: Attitude) -> bool:
    """ "Has asked the tribunal to sit on June 20", "wants the council to hold a hearing": an event asked for, no demand."""
    if attitude.stance != "demand" or attitude.cue.lemma not in words("stances", "sidelines", "applying"):
        return False
    told = [w for w in attitude.words if w.i > attitude.cue.i]
    body = any(w.lower in words("stances", "sidelines", "bodies") and w.text[:1].isupper() for w in told)
    return body and any(w.lemma in words("stances", "sidelines", "sitting") for w in told)


def _only_to_weigh(attitude: Attitude) -> bool:
    """ "Asked the council to meet to consider the complaint": what others are to weigh is not weighed by who asks."""
    cue = attitude.cue
    purpose = cue.dep in ("advcl", "relcl", "acl") and any(c.tag == "TO" for c in cue.children)
    return attitude.stance == "noncommittal" and purpose and cue.lemma in words("stances", "everyday", "process")
