"""Acts that a noun tells of ("talks", "a strike due on Monday", "the collapse of the summit")."""

from dragoman.coding.act_kinds import Act, counts, kinds_of, noun_type, verb_type
from dragoman.coding.parse import Word
from dragoman.coding.scene import Scene
from dragoman.coding.standing import governor, is_dated, tense
from dragoman.coding.unmet import never_took_place
from dragoman.coding.verbal_acts import calls_off, foretold, present, status_over
from dragoman.coding.wordlists import load, words

_OPEN_DEPS = frozenset(("xcomp", "ccomp", "acl"))
_TELLING = frozenset(("the", "this", "that", "these", "those", "with", "between", "last", "against", "by"))
_OBJECTS = frozenset(("dobj", "nsubj", "nsubjpass", "attr"))


def may_tell(noun: Word) -> bool:
    """Return whether a noun may name an act; "March" is a month."""
    if noun.lemma == "march" and noun.pos == "PROPN":
        return False
    return noun.lemma in kinds_of("nouns") or noun.lemma in words("events", "lasting", "nouns")


def act_of_noun(scene: Scene, noun: Word) -> Act | None:
    verb = governor(noun)
    if (span := _measured(noun)) is not None and noun_type(noun) in words("events", "bearing", "types"):
        return span  # "ended four days of talks"
    if verb is not None and _ran(noun, verb):
        return Act(noun, verb, _type_of_run(noun), "held")
    if noun.lemma not in kinds_of("nouns") or not counts(noun):
        return None
    told_by_verb = verb_type(verb) if verb and noun.dep in _OBJECTS and verb.pos == "VERB" else None
    if verb and told_by_verb not in (None, "protest") and not calls_off(verb):
        return None  # the verb tells the event: "signed the agreement" is one signing
    top = verb
    if verb and verb.lemma == "be" and noun.dep == "nsubj" and (to_be := verb.child("xcomp")) is not None:
        verb = to_be if to_be.lemma in kinds_of("status") else verb  # "the talks were to be held"
    modified, hung, type_ = _by_modifier(noun), _by_clause(noun), noun_type(noun)
    if modified == "unreal":
        return None
    if hung not in (None, "held"):
        off = verb is not None and noun.dep in _OBJECTS and _cancels(verb)  # "the summit planned for June was called off"
        return Act(noun, verb, type_, "cancelled") if off and verb else Act(noun, noun, type_, str(hung))
    if (due := _due_after(scene, noun)) is not None:
        return Act(noun, noun, type_, "planned", due)
    if verb and noun.dep == "nsubj" and verb.lemma == "be" and any(c.lower == "due" and c.child("xcomp") for c in verb.children):
        return Act(noun, verb, type_, "planned") if tense(verb, title=True) == "held" else None  # "talks are due to resume"
    if verb and _was_then(noun, verb):
        return Act(noun, verb, type_, "held")
    if verb and _is_in_course(noun, verb):
        return Act(noun, verb, type_, "under_way")
    if verb and (status := _by_course(noun, verb) or _by_journey(noun, verb)) is not None:
        return Act(noun, noun if noun.dep == "pobj" else verb, type_, status)
    announced = _by_noun_over(noun, type_)
    if announced is not None:
        return announced
    over = verb.lemma in kinds_of("status") if verb and noun.dep in (*_OBJECTS, "pobj") else False
    if verb and over and (noun.dep != "pobj" or _asked(noun, verb)):
        status = _by_verb(scene, noun, verb)
        if verb.lemma in words("events", "audience", "verbs"):
            top = noun
        if status not in ("cancelled", "failed"):
            status = status and (modified or (hung if status == "held" else None) or status)
        return Act(noun, top or verb, type_, status) if status else None
    status = modified or ("failed" if noun.lemma in words("events", "vain", "nouns") else hung)
    alone = is_dated(scene, noun) if noun.lemma in words("events", "told", "nouns") else _definite(scene, noun)
    achieved = noun.dep == "attr" and type_ in ("exchange", "agreement", "ceasefire")
    if status is None and _is_any(scene, noun, verb):
        return None
    if status is None and (alone or achieved):
        status = _bare(scene, noun, verb)
        if status == "held" and noun.lemma in words("events", "going_on", "nouns") and not is_dated(scene, noun):
            status = "under_way"  # "the sanctions against Norland", told by no verb, are in place
    return Act(noun, noun, type_, status) if status else None


def _is_any(scene: Scene, noun: Word, verb: Word | None) -> bool:
    """ "An encounter with the chairman", "bars summit with the owners": a meeting that is only spoken of."""
    if noun_type(noun) not in words("events", "bearing", "meetings") or is_dated(scene, noun):
        return False
    if verb is not None and noun.dep in ("dobj", "nsubjpass") and verb.lemma in words("events", "barring", "verbs"):
        return True
    if not any(c.lower in ("a", "an") for c in noun.children):
        return False
    return verb is None or tense(verb) != "held"


def _measured(noun: Word) -> Act | None:
    """ "Held three days of consultations", "closed a week of talks": the verb tells of the talks that were so long."""
    of = noun.head
    length = of.head if noun.dep == "pobj" and of.lower == "of" else None
    if length is None or length.lemma not in words("events", "lasting", "lengths") or length.dep not in ("dobj", "nsubjpass"):
        return None
    verb = length.head
    if noun.lemma not in kinds_of("nouns") or verb.pos != "VERB" or tense(verb) not in ("held", "planned"):
        return None
    without = any(c.lower == "without" for c in verb.children) and verb.lemma in words("events", "closing", "verbs")
    return Act(noun, verb, noun_type(noun), "failed" if without else str(tense(verb)))


def _ran(noun: Word, verb: Word) -> bool:
    """ "The meeting was over after 25 minutes", "their sitting ran for an hour": how long it took says that it took place."""
    lasting = words("events", "lasting", "nouns")
    type_ = kinds_of("nouns").get(noun.lemma, "meeting" if noun.lemma in lasting else None)
    if type_ not in ("meeting", "talks_round", "call") or noun.dep not in ("nsubj", "nsubjpass"):
        return False
    if verb.lemma not in words("events", "lasting", "verbs") or tense(verb) != "held":
        return False
    units = words("events", "lasting", "units")
    return any(w.lemma in units for c in verb.children if c.i > verb.i for w in (c, *c.children))


def _type_of_run(noun: Word) -> str:
    type_ = kinds_of("nouns").get(noun.lemma, "meeting")
    return "meeting" if type_ == "call" and not counts(noun) else type_


def _was_then(noun: Word, verb: Word) -> bool:
    """ "Their last encounter was on Wednesday"."""
    if noun.dep != "nsubj" or verb.lemma != "be" or tense(verb) != "held":
        return False
    if verb.child("acomp", "attr", "xcomp") is not None:
        return False
    days = [c if c.dep == "npadvmod" else c.child("pobj") for c in verb.children if c.dep in ("npadvmod", "prep")]
    return any(day is not None and day.ent == "DATE" for day in days)


def _is_in_course(noun: Word, verb: Word) -> bool:
    """ "Are on strike", "have been in talks"."""
    if noun.dep != "pobj" or verb.lemma != "be":
        return False
    if noun.lemma == "strike":
        return noun.head.lower == "on"
    present = verb.tag in ("VBZ", "VBP") or any(c.lower in ("has", "have") for c in verb.children)
    return noun.lemma in ("talk", "negotiation") and noun.head.lower == "in" and present and tense(verb, title=True) == "held"


def _by_course(noun: Word, verb: Word) -> str | None:
    """ "The talks broke down", "the truce fell apart", "consultations are under way", "the session produced no text"."""
    if noun.dep != "nsubj":
        return None
    if never_took_place(verb):
        return "failed"
    near = {w.lower for c in verb.children for w in (c, *c.children)}
    if near & set(load("events")["falling"].get(verb.lemma, ())):
        return "failed" if tense(verb) == "held" else None
    if (verb.lemma == "be" and near & {"underway", "ongoing"}) or near >= {"under", "way"}:
        return "under_way" if tense(verb, title=True) == "held" else None
    vain = verb.tag == "VBD" and (what := verb.child("dobj")) is not None and any(c.lower == "no" for c in what.children)
    return "held" if vain and verb.lemma in words("events", "yielding", "verbs") else None


def _by_journey(noun: Word, verb: Word) -> str | None:
    """ "Flew to Quito for talks", "will head there for a meeting": it stands as the journey; who is called there comes."""
    if noun.dep == "pobj" and noun.head.lower == "to" and verb.lemma in ("call", "summon") and verb.child("dobj", "nsubjpass"):
        return "planned" if tense(verb) == "held" else None
    if noun.dep != "pobj" or noun.head.lower != "for" or verb.lemma not in words("events", "journeys", "verbs"):
        return None
    now = tense(verb) or foretold(verb)
    return "planned" if now == "under_way" else now


def _by_noun_over(noun: Word, type_: str) -> Act | None:
    """ "Gave notice of a strike", "a call for talks", "agreement on a swap": the act as the noun over it says that it stands."""
    prep = noun.head
    if noun.dep != "pobj":
        return None
    above, also = prep.head, None
    if above.pos == "VERB" and prep.lower == "for" and (asked := above.child("dobj")) is not None:
        above, also = asked, prep  # the parse hung "for a meeting" on the verb: "rejected a call for a meeting"
    status = kinds_of("nouns_over").get(above.lemma, "unreal") if above.pos == "NOUN" else "unreal"
    if status == "unreal":
        return None
    if status == "agreed":
        return Act(noun, noun, type_, "planned") if prep.lower in ("for", "on") and type_ != "agreement" else None
    verb = governor(above)
    if also is None and verb and above.dep == "dobj" and tense(verb) == "held":
        return Act(noun, verb, type_, status)
    return Act(noun, above, type_, status, also)


def _asked(noun: Word, verb: Word) -> bool:
    """ "Called for a meeting", "agreed on a truce": the preposition belongs to the verb."""
    prep = noun.head.lower
    if kinds_of("status").get(verb.lemma) == "requested":
        return prep == "for"
    return verb.lemma in ("push", "go", "take") and prep in ("for", "into", "on")


def _definite(scene: Scene, noun: Word) -> bool:
    """Whether a noun on its own points to one act: "the", a possessor, a day, a partner."""
    for child in noun.children:
        if child.dep == "poss" or child.lower in _TELLING:
            return True
        if child.lower in ("on", "of") and noun_type(noun) in ("attack", "sanction"):
            return True
    return is_dated(scene, noun) or _is_setting(noun) or _worked(noun)


def _worked(noun: Word) -> bool:
    """ "Protests have shaken the town": what did something took place; a single "a" may be any."""
    if noun.dep != "nsubj" or noun.head.pos != "VERB" or any(c.lower in ("a", "an") for c in noun.children):
        return False
    if noun.head.lemma in words("events", "idling", "verbs"):
        return False
    return tense(noun.head) == "held"


def _is_setting(noun: Word) -> bool:
    """ "Killed during a rally", "following an attack": where or when something else took place."""
    return noun.dep == "pobj" and noun.head.lower in words("events", "settings", "prepositions")


def _bare(scene: Scene, noun: Word, verb: Word | None) -> str | None:
    """How a noun stands that no verb tells of: by the noun or the preposition before it."""
    table = load("events")["prepositions"]
    if noun.dep == "pobj":
        prep = noun.head
        if prep.head.lemma in kinds_of("nouns_over"):
            return None
        if prep.lower in table["planned"] or (prep.lower == "of" and prep.head.lower in table["planned"]):
            return "planned"
        if prep.lower not in table["held"]:
            return "held" if _is_known(noun) else None
        if verb is not None and verb.tag in ("VB", "VBP", "VBZ") and prep.lower == "with":
            return None  # "bargaining starts with a meeting": an order of steps, no meeting yet
        if verb is not None and verb.tag == "VB" and any(c.lower == "to" for c in verb.children) and prep.lower in ("at", "in"):
            return "planned" if is_dated(scene, noun) else None  # "offered to raise it at the April meeting"
    if verb is not None and (_is_unreal(verb) or noun.dep == "attr"):
        return "held" if noun.dep == "attr" and tense(verb) == "held" else None
    return "held"


def _is_known(noun: Word) -> bool:
    """ "Anger at the annexation of the port": what "the" and its own object mark as known took place, whatever is said of it."""
    if noun_type(noun) not in ("attack", "other", "protest", "vote") or noun.head.head.lemma in kinds_of("nouns_over"):
        return False
    pointed = any(c.lower == "the" or c.dep == "poss" for c in noun.children)
    return pointed and any(c.dep == "prep" and c.lower in ("of", "by", "on", "in", "at") and c.i > noun.i for c in noun.children)


def _is_unreal(verb: Word) -> bool:
    said = verb.child("acomp") if verb.lemma in ("be", "remain", "seem", "become") else None
    if said is not None and said.lower in words("events", "unreal", "adjectives"):
        return True
    return (
        verb.pos == "VERB"
        and verb.tag != "VBG"
        and any(c.dep == "neg" or c.lower in ("would", "could", "may", "might", "should", "if", "unless") for c in verb.children)
    )


def _by_modifier(noun: Word) -> str | None:
    table = kinds_of("modifiers")
    return next((table[c.lower] for c in noun.children if c.lower in table and c.i < noun.i), None)


def _by_clause(noun: Word) -> str | None:
    """ "A walkout due to begin", "talks broken off", "an accord reached in May": what hangs on the noun says how it stands."""
    table = kinds_of("status")
    for child in noun.children:
        if child.dep not in ("amod", "acl", "relcl") or child.i < noun.i or child.lemma not in table:
            continue
        if child.dep == "relcl":
            return table[child.lemma] if tense(child) == "held" else None
        if child.tag in ("VBN", "JJ"):
            return table[child.lemma]
    return None


def _cancels(verb: Word) -> bool:
    called_off = verb.lemma == "call" and any(c.lower == "off" for c in verb.children)
    return (called_off or kinds_of("status").get(verb.lemma) == "cancelled") and tense(verb) == "held"


def _due_after(scene: Scene, noun: Word) -> Word | None:
    """The "due" right after a noun, whatever the parse hung it on ("a walkout, due to begin on Monday")."""
    for word in scene.parse.words[noun.i + 1 : noun.i + 3]:
        if word.lower == "due" and word.sentence is noun.sentence and word.child("xcomp", "npadvmod", "prep", "advmod"):
            return None if any(c.lower == "to" and c.dep != "aux" for c in word.children) else word
        if word.text != ",":
            break
    return None


def _by_verb(scene: Scene, noun: Word, verb: Word) -> str | None:
    said = kinds_of("status")[verb.lemma]
    if any(c.dep == "conj" and _cancels(c) for v in (verb, verb.head) for c in v.children):
        return "cancelled"
    now = tense(verb, scene.parse.is_title(verb)) or present(verb) or foretold(verb)
    if now is None and verb.lemma == "continue" and verb.tag in ("VBZ", "VBP") and not verb.child("neg", "aux", "mark"):
        return "under_way"
    if verb.dep in _OPEN_DEPS and verb.head.lemma in kinds_of("over") and now is None:
        return status_over(verb, verb.head)
    if now is None:
        return None
    if verb.lemma == "call" and any(c.dep == "prt" and c.lower == "off" for c in verb.children):
        return "cancelled" if now == "held" else None
    if verb.lemma == "call" and verb.child("oprd") is not None:
        return None  # "called the strike a mistake"
    if verb.lemma == "have" and noun_type(noun) in ("vote", "agreement", "ceasefire"):
        return None  # "we have eleven votes"
    if verb.lemma == "expect" and noun.dep != "nsubjpass":
        return None  # "few expect a deal"
    if noun.dep == "nsubj" and said in ("requested", "proposed", "planned"):
        return None
    if verb.lemma in words("events", "closing", "verbs") and any(c.lower == "without" for c in verb.children):
        timed = any(w.ent == "TIME" for w in (*noun.subtree(), *verb.subtree()))  # "which lasted 30 minutes": it took place
        return now if timed and now == "held" else "failed"
    if said == "held":
        goes_on = verb.lemma == "continue" or (
            verb.lemma in ("begin", "start") and any(c.lower in ("has", "have") for c in verb.children)
        )
        return "under_way" if goes_on and now == "held" else now
    if said in ("requested", "proposed"):
        return said if now != "planned" else None
    return said if now != "planned" else None
