"""How far attributed words reach: around a cue set off by commas, and what does not belong at their edges."""

from dragoman.coding.parse import Word
from dragoman.coding.wordlists import words

_EDGE = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "and", "but"})
_BREAKS = frozenset({";", ":"})
_STOPS = frozenset(".?!…")
_QUOTES = frozenset({'"', "'", "''", "``"})
_RELATIVES = frozenset({"who", "which", "whose", "whom"})
_SUBORDINATE = frozenset("if when after before while although though as because once unless until".split())
_LONGEST_END = 9
_ADJUNCTS = ("npadvmod", "advmod", "prep", "dative", "tmod", "prt", "aux", "neg", "nsubj", "attr")


def without_glosses(content: list[Word]) -> list[Word]:
    """Return the words without the writer's ", which ..." and ", who ..." outside quotation marks."""
    inside = {w.i for w in content}
    out: set[int] = set()
    for word in content:
        if word.dep == "relcl" and word.quote < 0 and word.head.i in inside:
            gloss = word.subtree()
            first = gloss[0]
            before = first.sentence.words[max(first.i - first.sentence.words[0].i - 1, 0)]
            opens = first.lower in _RELATIVES or (first.pos == "ADP" and gloss[1].lower in _RELATIVES)
            if before.lower == "," and opens and (_reports(word) or all(w.quote < 0 for w in gloss)):
                out.update((before.i, *(w.i for w in gloss)))
    return [w for w in content if w.i not in out]


def without_asides(content: list[Word]) -> list[Word]:
    """Return the words without a last ", adding ..." or ", thereby closing the port": another cue, or the writer's gloss."""
    inside = {w.i for w in content}
    for word in content[1:]:
        if (_is_of_teller(word) or _sets_beside(word)) and word.subtree()[-1].i >= content[-1].i:
            gone = {w.i for w in word.subtree()}
            return [w for w in content if w.i not in gone]
        if word.tag == "VBG" and word.dep in ("advcl", "acl") and word.quote < 0 and word.head.i in inside and _reports(word):
            place = word.i - word.sentence.words[0].i
            gone = {w.i for w in word.subtree()}
            tokens = word.sentence.words
            while place and (tokens[place - 1].pos == "ADV" or tokens[place - 1].lower in ("all", "but")):
                place -= 1
                gone.add(tokens[place].i)
            if place and tokens[place - 1].lower == "," and content[-1].i in gone:
                return [w for w in content if w.i not in gone]
    return content


def _is_of_teller(verb: Word) -> bool:
    """Whether a last ", while addressing the press" tells what the speaker did."""
    if verb.tag != "VBG" or verb.quote >= 0 or any(c.dep == "neg" for c in verb.children):
        return False
    opens = verb.subtree()[0]
    place = opens.i - opens.sentence.words[0].i
    return opens.lower in ("while", "before", "when", "after") and place > 0 and opens.sentence.words[place - 1].lower == ","


def _sets_beside(verb: Word) -> bool:
    """Whether a last ", while the ministry has announced a sale" is what the writer sets beside the words of another."""
    mark = next((c for c in verb.children if c.lower == "while" and c.dep in ("mark", "advmod")), None)
    doer = verb.child("nsubj")
    if mark is None or doer is None or verb.quote >= 0 or doer.pos != "PROPN":
        return False
    place = mark.i - mark.sentence.words[0].i
    told = any(c.lower in ("has", "have") and c.dep == "aux" for c in verb.children)
    return told and place > 0 and mark.sentence.words[place - 1].lower == ","


def _reports(verb: Word) -> bool:
    if verb.lemma in ("consider", "regard"):
        return False  # "especially considering that" is the speaker's own reason
    if verb.lemma in words("cues", "naming") - words("cues", "naming_as"):
        return True
    return any(verb.lemma in words("cues", kind) for kind in ("speech", "urging", "object", "glossing"))


def trimmed(content: list[Word]) -> list[Word]:
    """Return the words without a leading "that" and without loose punctuation at either end."""
    first, last = 0, len(content)
    while first < last and content[first].quote < 0 and _is_loose(content[first]):
        first += 1
    while first < last and content[last - 1].quote < 0 and content[last - 1].lower in _EDGE:
        last -= 1
    return content[first:last]


def _is_loose(word: Word) -> bool:
    return word.lower in _EDGE or (word.lower == "that" and word.dep == "mark")


def parenthesis(cue: Word, source: Word | None) -> list[Word]:
    """Return the words around a cue set off by commas (", he said," or ", the union says."); empty where it is not so."""
    if source is None or source.head is not cue or cue.quote >= 0:
        return []
    tokens = cue.sentence.words
    base = tokens[0].i
    with_cue = (source, *(c for c in cue.children if c.dep in ("aux", "prt", "neg")))
    said = {cue.i, *(w.i for c in with_cue for w in c.subtree())}
    first = min(said) - base
    if tokens[0].lower in ("according", "per"):
        return []  # what is before the cue is another source
    marks = (*_QUOTES, ",") if cue.dep not in ("advcl", "relcl", "conj") else _QUOTES
    if first < 2 or tokens[first - 1].lower not in marks:
        return []
    last = _end_of_cue(tokens, max(cue.i, source.i) - base, cue)
    if last + 1 < len(tokens) and tokens[last + 1].lower not in (",", *_STOPS, *_QUOTES, ";"):
        return []
    return words_around(tokens, first, last)


def last_teller(cue: Word) -> tuple[Word, list[Word]] | None:
    """Return who says and what is said in "Nobody was hurt, the guild's chair, Ada Olm, said", where the cue has no subject."""
    tokens = cue.sentence.words
    place = cue.i - tokens[0].i
    if any(_is_finite(w) for w in tokens[place + 1 :]) or len(tokens) - place > _LONGEST_END:
        return None
    start = place
    for n in range(place - 1, 1, -1):
        if _is_finite(tokens[n]) and not any(w.lower in _RELATIVES for w in tokens[max(n - 2, 0) : n]):
            break
        if tokens[n].text == ",":
            start = n
    named = [w for w in tokens[start + 1 : place] if w.pos in ("NOUN", "PROPN")]
    said = tokens[:start]
    if not named or not any(_is_finite(w) for w in said) or tokens[start + 1].pos in ("VERB", "ADV", "SCONJ", "CCONJ", "ADP"):
        return None
    first = next((n for n in range(start + 1, place) if tokens[n].text == ","), place)
    heads = [w for w in tokens[start + 1 : first] if w.pos in ("NOUN", "PROPN")]
    return (heads or named)[-1], said


def _end_of_cue(tokens: list[Word], last: int, cue: Word) -> int:
    """The place of the last word of the cue with its adjuncts: "said in a statement on Monday"."""
    base = tokens[0].i
    for child in cue.children:
        heard = child.dep == "dobj" and cue.lemma in ("tell", "warn", "remind", "inform", "assure")
        if child.i > cue.i and (heard or child.dep in _ADJUNCTS) and child.quote < 0:
            end = child.subtree()[-1].i - base
            if all(w.lower != "," for w in tokens[cue.i - base : child.i - base]) or child.dep == "nsubj":
                last = max(last, end)
    return last


def words_around(tokens: list[Word], first: int, last: int) -> list[Word]:
    """Return the words before and after the places `first` to `last`, as far as they are one clause cut in two by these.

    What comes after is left out where the writer goes on in their own voice (", adding that", ", who spoke on Monday").
    """
    before, after = _before(tokens[:first]), _after(tokens[last + 1 :])
    whole = _joined(before, after)
    cut = {w.i for w in (*before[-1:], *after[:1]) if w.lower == "," and w.quote < 0}
    return [w for w in whole if w.i not in cut]


def _joined(before: list[Word], after: list[Word]) -> list[Word]:
    spoken = [w for w in before if w.pos != "PUNCT"]
    if not spoken:
        return after
    if spoken[-1].lower in _RELATIVES:
        return [w for w in before if w.i >= spoken[-1].i - 1 and (w is spoken[-1] or w.pos == "ADP")] + after
    if spoken[0].lower in ("had", "should", "were") and any(_is_finite(w) for w in after):
        return before + after
    runs_on = _continues_quotation(after) and spoken[-1].quote < 0
    opens = next((w for w in after if w.quote >= 0 and w.pos != "PUNCT"), None)
    if (
        runs_on
        and opens is not None
        and opens.text[:1].isupper()
        and (spoken[0].pos in ("SCONJ", "ADP") or spoken[0].tag == "WRB")
    ):
        return after  # a sentence of its own is quoted: "When asked why, she said, "We waited.""
    if not any(_is_finite(w) for w in after) or all(w.quote >= 0 for w in spoken):
        return before + (after if _continues_quotation(after) else [])
    quoted_after = _continues_quotation(after) and all(w.quote < 0 for w in spoken)
    if spoken[0].lower in _SUBORDINATE or spoken[min(1, len(spoken) - 1)].lower in _SUBORDINATE:
        return before + after
    if quoted_after and (spoken[0].tag in ("VBN", "VBG") or not any(_is_finite(w) for w in spoken)):
        return after
    if any(_is_finite(w) for w in spoken):
        return before + (after if _goes_on(after) else [])
    begins = next((w for w in after if w.pos not in ("PUNCT", "ADV", "PART")), after[0])
    aside = spoken[0].pos in ("ADP", "ADV", "CCONJ") or spoken[0].tag == "VBN"
    return after if aside and len(spoken) < 5 and begins.pos not in ("VERB", "AUX") else before + after


def _goes_on(after: list[Word]) -> bool:
    """Whether the words after the cue belong to the sentence before it."""
    if _continues_quotation(after):
        return True
    rest = [w for w in after if w.pos != "PUNCT"]
    if after[0].lower != "," or not rest:
        return False
    if rest[0].lower in ("and", "or", "but"):
        return len(rest) > 1 and (rest[1].quote >= 0 or _is_own_clause(rest))
    return rest[0].lower in _SUBORDINATE - {"while", "although", "though", "as"} or rest[0].dep == "prep"


def _is_own_clause(rest: list[Word]) -> bool:
    """Whether ", and trams will run" after the cue tells of what is to come or may be, as a speaker does."""
    verb = next((w for w in rest if w.tag in ("VBD", "VBZ", "VBP", "MD")), None)
    return verb is not None and verb.tag != "VBD"


def _before(tokens: list[Word]) -> list[Word]:
    start = next((n + 1 for n in range(len(tokens) - 1, -1, -1) if tokens[n].text in _BREAKS and tokens[n].quote < 0), 0)
    return tokens[start:]


def _after(tokens: list[Word]) -> list[Word]:
    if tokens and (tokens[0].text in _STOPS or tokens[0].text == ";"):
        return []
    return tokens[: next((n for n, w in enumerate(tokens) if w.text == ";" and w.quote < 0), len(tokens))]


def _continues_quotation(after: list[Word]) -> bool:
    first = next((w for w in after if w.lower != ","), None)
    return first is not None and first.quote >= 0


def _is_finite(word: Word) -> bool:
    return word.tag in ("VBD", "VBZ", "VBP", "MD")
