"""What until, before, unless, without, after and when say of the two steps they join."""

from dragoman.coding.clauses import governors, mood, negated, subject, willed
from dragoman.coding.dropping import is_waived
from dragoman.coding.fronting import is_cue
from dragoman.coding.joints import Joint, ahead, denied, only
from dragoman.coding.parse import Word
from dragoman.coding.provisos import freely, is_generic, is_out_of_place, lasting, pending, price, proviso
from dragoman.coding.wordlists import words
from dragoman.model import Relation

_GOES_ON = words("conditions", "mood", "goes_on")
_GOES_ON_NOUNS = words("conditions", "mood", "goes_on_nouns")
_SPEECH = words("conditions", "mood", "speech")
_STEPS = words("conditions", "steps", "nouns")
_ASKED = words("conditions", "steps", "conditions")
_READY = words("conditions", "senses", "ready")
_ASKING = words("conditions", "senses", "asking")
_FAVOURING = words("conditions", "senses", "favouring")
_MANNERS = words("conditions", "senses", "manners")
_COMPANY = words("conditions", "senses", "company")
_ENTERING = words("conditions", "senses", "entering")
_PUTTING = frozenset({"proposal", "demand", "call", "suggestion", "requirement", "insistence", "condition", "request"})
_BIDDING = frozenset({"ask", "demand", "require", "expect", "want"})
_EXACTING = words("conditions", "senses", "exacting")
_TALKING = words("conditions", "senses", "talking")
_MEETING = words("conditions", "openings", "meeting_verbs")
_FINISHED = words("conditions", "openings", "finished")
_LEADING = words("conditions", "openings", "leading")
_PAPERS = words("conditions", "steps", "papers")
_VERBAL = frozenset({"VERB", "AUX"})
_FORWARD = frozenset({"future", "would", "modal", "must"})
_MARKET = frozenset("fall rise grow improve worsen increase decrease weaken strengthen recover suffer".split())
_CONCEIVABLE = frozenset({"possible", "conceivable", "thinkable", "imaginable", "feasible"})
_SPANS = frozenset({"day", "week", "month", "year", "hour", "deadline", "ultimatum", "time", "period", "clock", "term"})
"""What runs out by itself: "before the 45 days are up" is a date."""
_ACTS = words("conditions", "senses", "acts")
_LAPSING = words("conditions", "senses", "lapsing")


def relation_of(joint: Joint) -> tuple[Relation | None, bool, bool]:
    """Return what a connective says of its two steps, whether they stand the other way round, and whether an end is awaited."""
    if joint.kind in ("until", "before", "without", "unless") and _but_not(joint):
        return "only_after", False, False
    match joint.kind:
        case "until":
            return _until(joint), False, False
        case "before":
            return _before(joint)
        case "unless":
            return _unless(joint), False, False
        case "without":
            return _without(joint), False, False
        case "after":
            return _after(joint), False, False
        case "when":
            return _when(joint), False, False
        case "if":
            return proviso(joint)
        case "price":
            return price(joint), False, False
        case "while":
            return lasting(joint)
        case "with":
            agreed = only(joint) and joint.inner.lemma in _STEPS and mood(joint.outer) in ("modal", "future")
            return ("only_after" if agreed else None), False, False
        case "pending":
            return pending(joint), False, False
        case _:
            return freely(joint), False, False


def _but_not(joint: Joint) -> bool:
    """ "They will join, but not before the law is repealed"."""
    words_ = joint.first.sentence.words
    at = joint.first.i - words_[0].i
    near = [w.lower for w in words_[max(0, at - 2) : at]]
    after = joint.last.i + 1 - words_[0].i
    if after >= len(words_) or words_[after].pos == "PUNCT":
        return False
    return (
        not joint.fronted
        and near in (["but", "not"], ["and", "not"], ["though", "not"])
        and mood(joint.outer)
        in (
            "future",
            "would",
            "modal",
            "must",
        )
    )


def asked_for(verb: Word) -> Word | None:
    """Return what a verb asks "on" or "for"."""
    by = next((c for c in verb.children if c.lower in ("on", "for")), None)
    return by.child("pobj") if by is not None else None


def _when(joint: Joint) -> Relation | None:
    comer = joint.inner.child("nsubj") if joint.inner.lemma == "come" else None
    if comer is not None and comer.lower == "it":
        return None
    if (only(joint) and (ahead(joint) or _held_off(joint))) or _and_not_before(joint):
        return "only_after"
    before = joint.first.sentence.words[max(joint.first.i - 1 - joint.first.sentence.words[0].i, 0)]
    if before.text == "," and not joint.fronted and not _behind_cue(joint.first):
        return None
    ordered = {"order", "sequence"} & {w.lower for w in joint.first.sentence.words if w.i > joint.inner.i}
    if ordered and mood(joint.outer) in _FORWARD and not joint.fronted:
        return "only_after"  # "would fill when the valley has emptied, in that order and in no other"
    if _does_too(joint) or _met_when_done(joint):
        return "only_after"
    if _own_terms(joint):
        return "only_after"
    promised = mood(joint.outer) == "future" and joint.inner.pos in _VERBAL and mood(joint.inner) == "present"
    return "only_after" if promised and joint.outer.lemma != "be" and not joint.fronted else None


def _behind_cue(first: Word) -> bool:
    """Whether what the comma before a connective ends only tells who speaks: "it will get it, he said on Monday, when"."""
    words_ = first.sentence.words
    before = words_[: first.i - 1 - words_[0].i]
    comma = next((k for k in range(len(before) - 1, -1, -1) if before[k].text == ","), None)
    return comma is not None and is_cue(before[comma + 1 :])


def _does_too(joint: Joint) -> bool:
    """ "The chain comes off when the surcharge does": one goes as the other goes."""
    inner = joint.inner
    bare = inner.lemma == "do" and inner.tag in ("VBZ", "VBP", "VBD") and inner.child("dobj", "neg", "xcomp") is None
    doer = inner.child("nsubj")
    return bare and doer is not None and doer.pos in ("NOUN", "PROPN") and mood(joint.outer) in ("present", *_FORWARD)


def _met_when_done(joint: Joint) -> bool:
    """ "The chiefs can meet when the text has been agreed", "would travel when the experts had finished": terms, not a date."""
    outer, inner = joint.outer, joint.inner
    meets = outer.lemma in _MEETING or any(w.lemma in _TALKING for w in outer.subtree() if w.i < joint.first.i or joint.fronted)
    leading = outer.lemma == "invite" and (doer := outer.child("nsubjpass")) is not None and doer.lemma in _LEADING
    done = inner.pos in _VERBAL and inner.tag == "VBN" and any(c.lower in ("has", "have", "had") for c in inner.children)
    there = inner.lemma == "be" and any(c.dep == "acomp" and c.lemma in _FINISHED for c in inner.children)  # "is ready"
    forward = mood(outer) in ("future", "would", "modal") and mood(inner) in ("present", "past")
    return (meets or leading) and (done or there or _has_paper(inner)) and forward


def _has_paper(inner: Word) -> bool:
    """ "When a draft exists", "when the two sides had a settled pact", "when they have a treaty"."""
    thing = inner.child("dobj") if inner.lemma == "have" else inner.child("nsubj") if inner.lemma == "exist" else None
    thing = thing or (inner.child("attr") if inner.lemma == "be" and inner.child("expl") is not None else None)
    return thing is not None and thing.lemma in _PAPERS and not any(c.lower == "no" for c in thing.children)


def _own_terms(joint: Joint) -> bool:
    """ "We sign when the crews have been paid": a present in which the speakers name their terms."""
    outer, inner = joint.outer, joint.inner
    doer = outer.child("nsubj")
    done = inner.pos in _VERBAL and inner.child("aux", "auxpass") is not None and mood(inner) == "present"
    other = inner.child("nsubj") if inner.pos == "VERB" and mood(inner) == "present" else None
    done = done or (other is not None and other.lower != "we" and inner.lemma in _ACTS)  # "we pay when they deliver"
    return doer is not None and doer.lower == "we" and outer.lemma in _ACTS and mood(outer) == "present" and done


def _held_off(joint: Joint) -> bool:
    """Whether a present tells what somebody will do ("reopens only when the toll has been scrapped"), not a habit."""
    done = joint.inner.pos in _VERBAL and joint.inner.child("aux", "auxpass") is not None
    return joint.outer.pos == "VERB" and mood(joint.outer) == "present" and done and mood(joint.inner) == "present"


def _and_not_before(joint: Joint) -> bool:
    """ "When the chiefs have met and not before", "not sooner"."""
    tail = [w.lower for w in joint.first.sentence.words if w.i > joint.inner.i]
    return any(tail[k] == "not" and {*tail[k + 1 : k + 4]} & {"before", "sooner", "earlier"} for k in range(len(tail) - 1)) and (
        mood(joint.outer) in ("future", "would", "modal", "must")
    )


def _until(joint: Joint) -> Relation | None:
    outer, inner = joint.outer, joint.inner
    if _is_time(inner):
        return None
    doer = subject(outer)
    if doer is not None and doer.lower == "you" and mood(outer) in ("present", "modal"):
        return None
    before = joint.first.i - joint.first.sentence.words[0].i - 1
    fronted_not = joint.fronted and before >= 0 and joint.first.sentence.words[before].lower == "not"
    if outer.lemma == "wait" and negated(outer):
        return None  # "refused to wait until the roster is withdrawn"
    if outer.lemma == "wait" or fronted_not:
        return "only_after"
    if denied(joint):
        return None if _same_state(outer, inner) else "only_after"
    if outer.lemma in ("be", "take") and any(
        c.dep in ("attr", "dobj") and c.lemma in ("time", "year", "month", "week", "day") for c in outer.children
    ):
        return None
    past_inner = inner.pos in _VERBAL and mood(inner) == "past"
    if outer.pos == "NOUN":
        return "until"
    form = mood(outer)
    if form == "past":
        noun = outer.child("dobj")
        going = noun is not None and noun.lemma in _GOES_ON_NOUNS
        return "until" if going and not past_inner else None
    if past_inner and form not in ("would", "modal", "must") and willed(outer) is None:
        return None
    going = outer.lemma == "go" and any(c.lower == "on" and c.dep in ("prt", "advmod") for c in outer.children)
    sitting = outer.lemma in ("sit", "hang", "hold") and any(c.lower in ("on", "onto", "back") for c in outer.children)
    if ahead(joint) or going or sitting or outer.lemma in _GOES_ON:
        return "until"
    return None


def _before(joint: Joint) -> tuple[Relation | None, bool, bool]:
    outer = joint.outer
    if joint.inner.tag == "VBG" and joint.inner.lemma in _SPEECH:
        return None, False, False  # ", before adding that"
    if is_waived(outer) is not None and _is_step(joint.inner):
        return "not_required", True, False
    if is_out_of_place(outer):
        return "only_after", False, False
    if _allowed_early(joint):
        return "not_required", False, False
    if _is_time(joint.inner):
        return None, False, False
    forced = joint.inner.lemma in ("force", "compel", "drive") and joint.inner.child("auxpass") is not None
    if forced or _told_refusal(joint):
        return None, False, False
    if _put_forward(outer) and _is_step(joint.inner):
        return "only_after", True, False
    if outer.lemma == "wait" and negated(outer):
        return None, False, False  # "not going to wait until May before getting on with it"
    if outer.lemma in ("wait", "hold") and asked_for(outer) is not None and mood(outer) in ("present", *_FORWARD):
        then = joint.inner.pos in _VERBAL  # "are waiting for the money before they sign"
        return ("only_after", True, False) if then else (None, False, False)
    if _not_just(joint) and (mood(outer) in _FORWARD or joint.inner.pos in _VERBAL):
        return "only_after", False, False
    binds = mood(outer) != "present" or outer.pos not in _VERBAL or willed(outer) is not None
    if denied(joint) and (binds or _is_we(outer) or _own_words(joint)):
        return "only_after", False, False
    wished = any(w.lemma in _BIDDING | {"wish", "like"} for w in governors(outer))
    clause = joint.inner.pos in _VERBAL or joint.inner.lower in ("anyone", "anybody", "anything", "any")
    if outer.lemma == "see" and clause and wished:
        return "only_after", True, False  # "wants to see a text before its chairman meets her"
    first = any(c.lower == "first" for c in outer.children)
    must = mood(outer) == "must" or (mood(outer) in ("modal", "would") and any(c.lower == "should" for c in outer.children))
    asked = next(
        (
            w
            for w in governors(outer)
            if w.lemma in ("require", "want", "wish", "demand", "insist", "need", "oblige", "ask", "tell", "force")
        ),
        None,
    )
    told = outer.head if outer.dep == "advcl" and outer.head.lemma == "require" and outer.head.child("dobj") is not None else None
    asked = asked or told
    if _before_any(joint):
        return "only_after", True, False
    if joint.inner.pos in _VERBAL and mood(joint.inner) == "past" and not must:
        return None, False, False
    wisher = subject(asked) if asked is not None and asked.lemma == "want" and joint.fronted else None
    if wisher is not None and wisher.lower == "i":
        return None, False, False
    if (
        outer.lemma in _ASKING
        and (outer.child("dobj") or asked_for(outer)) is not None
        and (mood(outer) != "past" or outer.lemma in _EXACTING)
    ):
        return ("only_after", True, False) if _is_step(joint.inner) else (None, False, False)
    retold = mood(outer) == "past" and outer.dep == "ccomp" and outer.head.lemma in _SPEECH
    if outer.lemma in ("need", "require") and outer.tag == "VBN" and (mood(outer) == "present" or retold):
        return "only_after", True, False
    if (must or asked is not None or (first and ahead(joint))) and _is_step(joint.inner):
        return "only_after", True, False
    return None, False, False


def _not_just(joint: Joint) -> bool:
    """ "Would be scheduled not before the committee had met", "no earlier than", "never before"."""
    words_ = joint.first.sentence.words
    before = words_[max(joint.first.i - 1 - words_[0].i, 0)]
    if words_[max(joint.first.i - 2 - words_[0].i, 0)].lower in ("but", ",", "and", "though"):
        return False  # "they will join, but not before": told elsewhere
    return before.lower in ("not", "never") and not joint.fronted and mood(joint.outer) in _FORWARD


def _put_forward(outer: Word) -> bool:
    """Whether it is what a proposal or demand says must come: "turned down a proposal that arms be stored before"."""
    over = outer.head
    bid = outer.dep in ("acl", "relcl", "ccomp") and over.pos == "NOUN" and over.lemma in _PUTTING
    return (
        bid
        and outer.pos in _VERBAL
        and mood(outer) in ("bare", "must", "present")
        and outer.child("nsubj", "nsubjpass") is not None
    )


def _before_any(joint: Joint) -> bool:
    """ "The cuts would be set aside before any agreement is reached": before any, so first."""
    thing = joint.inner.child("nsubj", "nsubjpass") if joint.inner.pos in _VERBAL else joint.inner
    if thing is None or not any(c.lower == "any" for c in thing.children) or negated(joint.outer):
        return False
    form = mood(joint.outer)
    return form == "must" or (form in ("future", "would") and thing.lemma in _STEPS | _TALKING)


def _told_refusal(joint: Joint) -> bool:
    """Whether "rejected the offer before the crews left" tells what came first and no more."""
    outer, inner, verb = joint.outer, joint.inner, joint.outer.head
    later = inner.pos not in _VERBAL or (mood(inner) == "past" and not any(c.lower == "had" for c in inner.children))
    if outer.pos in _VERBAL:
        return outer.tag == "VBD" and outer.child("nsubj") is not None and inner.pos in _VERBAL and later
    if outer.dep != "dobj" or verb.tag != "VBD":
        return False
    return verb.lemma == "prevent" or (later and not any(c.lower in ("any", "a", "all") for c in outer.children))


def _same_state(outer: Word, inner: Word) -> bool:
    """ "No one is safe until everyone is safe" is a saying."""
    states = [c.lemma for w in (outer, inner) for c in w.children if c.dep == "acomp"]
    return len(states) == 2 and states[0] == states[1]


def _own_words(joint: Joint) -> bool:
    """Whether somebody's own words say what a thing does not do before others do something: "it does not leave before we"."""
    inner = joint.inner
    doer = inner.child("nsubj", "nsubjpass") if inner.pos in _VERBAL else None
    return joint.outer.quote >= 0 and mood(joint.outer) == "present" and doer is not None and doer.lower in ("we", "they", "you")


def _is_we(verb: Word) -> bool:
    doer = subject(verb)
    return doer is not None and doer.lower in ("we", "i")


def _allowed_early(joint: Joint) -> bool:
    """ "May be paid out before the reform is adopted"."""
    free = any(c.lower in ("may", "can") for c in joint.outer.children if c.dep == "aux") and not negated(joint.outer)
    doer = joint.inner.child("nsubj", "nsubjpass") if joint.inner.pos in _VERBAL else joint.inner
    return free and doer is not None and doer.lemma in _STEPS


def _unless(joint: Joint) -> Relation | None:
    if is_generic(joint.inner) or joint.inner.lemma in ("mistake", "mistaken", "err", "misremember"):
        return None
    form, outer = mood(joint.outer), joint.outer
    told = form == "past" and not negated(outer) and willed(outer) is None and outer.lower not in _READY
    if form == "unreal" or (told and not any(c.dep == "acomp" and c.lemma in _READY for c in outer.children)):
        return None
    return "only_after" if negated(joint.outer) else "unless"


def _without(joint: Joint) -> Relation | None:
    inner, outer = joint.inner, joint.outer
    if talks_asked(joint) is not None:
        return "not_required"
    if outer.pos == "NOUN" and outer.lemma in _STEPS | _TALKING and inner.lemma not in _MANNERS | _ASKED and denied(joint):
        return "only_after"
    if joint.last.lower == "nothing" and inner.lemma in _BIDDING:
        return "not_required" if mood(outer) not in ("past", "unreal") else None  # "with nothing asked of anyone beforehand"
    if inner.lemma in _ASKED or inner.lower in _ASKED:
        return "not_required" if mood(outer) not in ("past", "unreal") or _talks(outer) else None
    if mood(outer) in ("past", "unreal"):
        return None
    if any(w.lower in ("or", "and") for w in joint.first.sentence.words if w.i == joint.first.i - 1):
        return None
    if inner.lemma in ("wait", "await") and inner.tag == "VBG" and not denied(joint):
        return "not_required" if ahead(joint) else None
    step = inner.lemma in _STEPS or (inner.tag == "VBG" and inner.dep == "pcomp")
    if denied(joint):
        firm = (mood(outer) == "future" or _there_would_be_none(joint)) and inner.lemma not in _MANNERS
        firm = firm or (_of_need(joint.last) and mood(outer) in _FORWARD | {"present"} and inner.lemma not in _MANNERS)
        possessed = inner.pos == "NOUN" and not step and not firm
        return None if possessed or (outer.lemma == "be" and inner.tag == "VBG") else "only_after"
    if joint.fronted and inner.lemma in _STEPS and mood(outer) in ("future", "would"):
        return "unless"
    doer = subject(outer)
    of_talks = doer is not None and doer.lemma in _TALKING
    if (inner.lemma in _STEPS or (of_talks and inner.pos == "NOUN")) and (ahead(joint) or _let(outer)):
        return "not_required"
    return None


def _of_need(last: Word) -> bool:
    """Whether the connective itself says that something is wanting: "in the absence of", "absent"."""
    return last.lower in ("of", "absent")


def _there_would_be_none(joint: Joint) -> bool:
    """ "Without sight of the books there would be no licence"."""
    thing = joint.outer.child("attr", "nsubj") if joint.outer.lemma == "be" else None
    return mood(joint.outer) in _FORWARD and thing is not None and any(c.lower == "no" for c in thing.children)


def _let(verb: Word) -> bool:
    """Whether somebody is let do it: "would allow her to act without approval"."""
    return any(w.lemma in ("allow", "enable", "let", "permit", "entitle", "empower") for w in governors(verb))


def talks_asked(joint: Joint) -> Word | None:
    """Return the talks in "insists on talks without a freeze", "wants talks without one"."""
    outer = joint.outer
    if outer.pos == "NOUN" and outer.lemma in _TALKING:
        by = outer.head if outer.dep == "pobj" and outer.head.lower in ("on", "for") else outer
        asking = by.head
        asks = asking.pos == "VERB" and asking.lemma in _ASKING | _FAVOURING and mood(asking) != "past" and not negated(asking)
        return (
            outer
            if asks and by.i > asking.i and joint.inner.pos == "NOUN" and joint.inner.lemma not in _MANNERS | _COMPANY
            else None
        )
    if outer.pos != "VERB" or outer.lemma not in _ASKING | _FAVOURING or mood(outer) == "past" or negated(outer):
        return None
    asked = outer.child("dobj") or asked_for(outer)
    fit = asked is not None and asked.lemma in _TALKING and outer.i < asked.i < joint.first.i
    return asked if fit and joint.inner.pos == "NOUN" and joint.inner.lemma not in _MANNERS | _COMPANY | _ASKED else None


def _talks(verb: Word) -> bool:
    return verb.lemma in ("meet", "talk", "negotiate", "return")


def _can_be(outer: Word) -> bool:
    """Whether a meeting is told to be possible: "a meeting was conceivable only after they had produced a draft, he said"."""
    doer, quality = outer.child("nsubj"), outer.child("acomp")
    return doer is not None and doer.lemma in _TALKING and quality is not None and quality.lower in _CONCEIVABLE


def _after(joint: Joint) -> Relation | None:
    outer, inner = joint.outer, joint.inner
    if only(joint):
        return "only_after" if not (mood(outer) == "past" and not ahead(joint) and not _can_be(outer)) else None
    if inner.lemma in ("permit", "allow", "can") and inner.child("dobj") is None:
        return None
    if (joint.fronted and joint.first.lower == "the") or outer.lemma in _GOES_ON or _moves_by_itself(outer):
        return None  # "the day that it is lifted will be a holiday"; "will keep it after"; "prices will fall as soon as"
    clausal = inner.pos in _VERBAL and inner.dep != "pcomp"
    if not clausal or _is_time(inner):
        return None
    if joint.first.lower in ("following", "upon"):
        return None
    form = mood(outer)
    if form == "present" and outer.lemma in _ENTERING and joint.first.lower in ("once", "as") and _is_done(inner):
        return "only_after"
    if (
        form == "bare"
        and willed(outer) is not None
        and joint.first.lower in ("once", "as")
        and mood(inner) in ("present", "past")
    ):
        return "only_after"
    if form == "future" and mood(inner) in ("present", "bare"):
        return "only_after"
    if form == "would" and joint.first.lower == "after" and mood(inner) == "present":
        return "only_after"
    if form == "would" and joint.first.lower == "after" and _was_done(inner) and not joint.fronted:
        return "only_after"  # fronted it tells when it was said: "after talks had failed, the union said it would"
    if form == "would" and joint.first.lower in ("once", "as", "on") and mood(inner) in ("past", "present"):
        return "only_after"
    if form in ("modal", "must") and joint.first.lower in ("once", "as", "the") and mood(inner) == "present":
        return "only_after"
    if form == "modal" and joint.first.lower in ("once", "as", "the") and _was_done(inner) and not joint.fronted:
        return "only_after"  # retold: "could look into the books as soon as they had dropped their suit"
    on_time = joint.first.lower in ("the", "on") and mood(inner) == "present"
    if form == "present" and on_time and (_gives(outer) or _on_the_day(joint)):
        return "only_after"
    if form == "present" and _comes(outer) and joint.first.lower in ("once", "as") and not joint.fronted:
        return "only_after"
    if form == "modal" and not joint.fronted and _met_when_done(joint):
        return "only_after"  # retold: "the two could meet once a draft had been produced", "after a draft had been agreed"
    return None


def _moves_by_itself(verb: Word) -> bool:
    """Whether it is what prices and the like do: "prices will fall", not "will improve its figure"."""
    doer = subject(verb)
    return verb.lemma in _MARKET and verb.child("dobj") is None and doer is not None and doer.pos == "NOUN"


def _gives(verb: Word) -> bool:
    """Whether a present tells what somebody will do: "our crews sail the day the papers arrive", "the strike ends the moment"."""
    doer = subject(verb)
    own = doer is not None and (doer.lower in ("we", "i") or any(c.lower in ("our", "my") for c in doer.children))
    return verb.pos == "VERB" and (own or verb.lemma in _ENTERING | _LAPSING | _ACTS)


def _on_the_day(joint: Joint) -> bool:
    """ "The survey sails the day the port takes our fish": a day that somebody's deed makes, of a thing's or a body's doing."""
    doer = subject(joint.outer)
    told = [w.lower for w in joint.first.sentence.words if joint.first.i <= w.i <= joint.last.i]
    return {"day", "hour"} & set(told) != set() and doer is not None and doer.pos in ("NOUN", "PROPN")


def _comes(verb: Word) -> bool:
    """Whether it is talks or a meeting that come: "a meeting of the two comes once the draft is complete"."""
    doer = verb.child("nsubj")
    return verb.lemma == "come" and doer is not None and doer.lemma in _TALKING


def _was_done(inner: Word) -> bool:
    """Whether the clause, retold, tells what will have been done: "would see them after experts had produced a draft"."""
    return inner.tag == "VBN" and any(c.lower == "had" and c.dep in ("aux", "auxpass") for c in inner.children)


def _is_done(inner: Word) -> bool:
    """Whether the clause tells what will have been done: "once thirty states have ratified it", "once it is signed"."""
    return mood(inner) == "present" and inner.child("aux", "auxpass") is not None


def _is_step(inner: Word) -> bool:
    return inner.pos in _VERBAL or inner.lemma in _STEPS or any(c.lower in ("any", "anything") for c in (inner, *inner.children))


def _is_time(inner: Word) -> bool:
    doer = inner.child("nsubj", "nsubjpass") if inner.pos in _VERBAL else None
    runs_out = doer is not None and (
        (doer.lemma in _SPANS and doer.lower != "terms") or doer.ent in ("DATE", "TIME")
    )
    return (
        runs_out
        or inner.ent in ("DATE", "TIME")
        or inner.lower
        in (
            "then",
            "now",
            "recently",
            "yesterday",
            "tomorrow",
            "today",
            "notice",
            "late",
        )
    )


def is_loose(joint: Joint) -> bool:
    """Return whether "when" tells a condition only by its tense ("will pay when the list is out"), which may be a mere date."""
    if joint.kind != "when" or only(joint) or _and_not_before(joint):
        return False
    return not _own_terms(joint) and not _met_when_done(joint)
