"""Who is reported to say, write or think what."""

from dataclasses import replace

from dragoman.coding.actors import Cast
from dragoman.coding.attributions import Attribution
from dragoman.coding.cues import find_attributions
from dragoman.coding.dates import TimeExpression, find_dates
from dragoman.coding.extents import trimmed
from dragoman.coding.headings import find_headings
from dragoman.coding.leads import closing_cue, introduced, introducing_cue, opening_cue
from dragoman.coding.nesting import without_doubles, without_echoes, without_relayers
from dragoman.coding.parse import Parse, Sentence, Word
from dragoman.coding.saying_days import day_value, said_on
from dragoman.coding.transcripts import find_answers
from dragoman.coding.wordlists import load, words
from dragoman.model import Ids, Span, Statement
from dragoman.model.findings import Certainty


def find_statements(parse: Parse, cast: Cast, coder: str = "") -> tuple[Statement, ...]:
    """Return the report's statements, in order."""
    answers, spoken = find_answers(parse)
    inside = _by_quotation(parse)
    found: list[list[Attribution]] = []
    for sentence in parse.sentences:
        here = list(find_attributions(sentence, parse.is_title(sentence.words[0])))
        for attribution in here:
            _fill_quotations(attribution, inside)
        found.append(without_echoes(without_relayers(without_doubles(_once(here))), spoken))
    _add_leads(parse, found, inside)
    _give_quotations(parse, found, inside)
    headed = list(find_headings(parse))
    for attribution in headed:
        _fill_quotations(attribution, inside)
    days = {i: d for d in find_dates(parse) for i in range(d.first, d.last + 1)}
    replied = [_answer(parse, cast, coder, a) for a in answers]
    every = (*(a for here in found for a in here), *headed)
    stated = [_of_asked(_statement(parse, cast, coder, a, days), a, spoken, replied) for a in every]
    return tuple(sorted(_relayed([*replied, *stated]), key=lambda s: s.spans[0].start))


def _answer(parse: Parse, cast: Cast, coder: str, found: Attribution) -> Statement:
    statement = _statement(parse, cast, coder, found, {})
    return replace(statement, manner="direct", spans=(parse.span(found.content),))


def _relayed(statements: list[Statement]) -> list[Statement]:
    """The statements; one whose cue stands in another's words is passed on by the other's speaker."""
    outer = sorted(statements, key=lambda s: sum(p.end - p.start for p in s.spans))
    out = []
    for inner in statements:
        place = inner.cue[0].start
        teller = next((o for o in outer if o is not inner and any(p.start <= place < p.end for p in o.spans)), None)
        passed = teller is not None and not inner.via and teller.speaker and teller.speaker != inner.speaker
        out.append(replace(inner, via=teller.speaker) if passed and teller is not None else inner)
    return out


def _of_asked(statement: Statement, found: Attribution, spoken: set[int], replied: list[Statement]) -> Statement:
    """The statement; where a questioner says "you said", its speaker is whoever answers next."""
    asked = found.source is not None and found.source.lower == "you" and found.source.i in spoken and found.cue[0].quote < 0
    if not asked or any(a.spans[0].start <= found.cue[0].start < a.spans[-1].end for a in replied):
        return statement
    next_one = next((a for a in replied if a.spans[0].start > found.cue[0].start), None)
    return replace(statement, speaker=next_one.speaker, candidates=()) if next_one is not None else statement


def _once(here: list[Attribution]) -> list[Attribution]:
    """The attributions without those that only nearness gives a quotation which another cue, or a nearer one, has."""
    taken = {w.i for a in here if not a.by_nearness for w in a.content}
    out = [a for a in here if not a.by_nearness]
    for attribution in sorted((a for a in here if a.by_nearness), key=_distance):
        if taken.isdisjoint(w.i for w in attribution.content):
            taken.update(w.i for w in attribution.content)
            out.append(attribution)
    return sorted(out, key=lambda a: a.cue[0].i)


def _distance(attribution: Attribution) -> int:
    return min(abs(w.i - attribution.cue[0].i) for w in attribution.content)


def _by_quotation(parse: Parse) -> dict[int, list[Word]]:
    out: dict[int, list[Word]] = {}
    for word in parse.words:
        if word.quote >= 0:
            out.setdefault(word.quote, []).append(word)
    return out


def _fill_quotations(attribution: Attribution, inside: dict[int, list[Word]]) -> None:
    """Let the content reach to both marks of each quotation that it enters, unless the cue stands within the marks."""
    cue = attribution.cue[0].quote
    entered = {w.quote for w in attribution.content} - {-1, cue}
    if not entered:
        return
    whole = {w.i: w for w in attribution.content}
    whole.update((w.i, w) for q in entered for w in inside[q])
    attribution.content = trimmed([whole[i] for i in sorted(whole)])


def _add_leads(parse: Parse, found: list[list[Attribution]], inside: dict[int, list[Word]]) -> None:
    """Add the quotations whose cue stands in the sentence before or after them."""
    claimed = _claimed(found)
    for sentence, here in zip(parse.sentences, found, strict=True):
        if (lead := introducing_cue(sentence, inside, claimed)) is not None:
            claimed.add(lead.content[0].quote)
            same = next((a for a in here if a.cue[0] is lead.cue[0] and any(w.quote >= 0 for w in a.content)), None)
            if same is None:
                here.append(lead)
            else:
                same.content = same.content + lead.content
    for before, sentence, earlier, here in zip(parse.sentences, parse.sentences[1:], found, found[1:], strict=False):
        closing = closing_cue(before, sentence, inside) if not here else None
        opening = opening_cue(before, sentence, inside) if not earlier else None
        for lead, place in ((closing, here), (opening, earlier)):
            if lead is not None and lead.content[0].quote not in claimed:
                claimed.add(lead.content[0].quote)
                place.append(lead)


def _claimed(found: list[list[Attribution]]) -> set[int]:
    return {w.quote for here in found for a in here for w in a.content if w.quote >= 0 and a.cue[0].quote != w.quote}


def _give_quotations(parse: Parse, found: list[list[Attribution]], inside: dict[int, list[Word]]) -> None:
    """Give each sentence that is nothing but a quotation to the speaker before it: more of one statement, or a new one."""
    claimed = _claimed(found)
    _give_back(parse, found, inside, claimed)
    latest: Attribution | None = None
    paragraph = -1
    before: Sentence | None = None
    for sentence, here in zip(parse.sentences, found, strict=True):
        previous, before = before, sentence
        outer = [a for a in here if a.cue[0].quote < 0]
        if outer:
            quoting = [a for a in outer if a.content[-1].quote >= 0 or any(w.quote >= 0 for w in a.content)]
            latest, paragraph = (quoting or outer)[-1], sentence.paragraph
            continue
        loose = _loose(sentence, claimed)
        near = latest is not None and _is_near(latest, sentence.paragraph - paragraph)
        if latest is None or not near or parse.is_title(latest.cue[0]):
            latest = introduced(previous, sentence, loose, inside) if loose and previous is not None else None
            if latest is not None:
                claimed.add(loose[0].quote)
                here.append(latest)
                paragraph = sentence.paragraph
        elif loose:
            numbers = list(dict.fromkeys(w.quote for w in loose))
            claimed.update(numbers)
            more = [w for q in numbers for w in inside[q]]
            if any(w.quote >= 0 for w in latest.content):
                latest.content = latest.content + more
            else:
                latest = Attribution(latest.cue, latest.source, more, form="loose")
                here.append(latest)
            paragraph = more[-1].sentence.paragraph
        elif not all(w.quote in claimed for w in sentence.words if w.pos != "PUNCT"):
            latest = None


def _give_back(parse: Parse, found: list[list[Attribution]], inside: dict[int, list[Word]], claimed: set[int]) -> None:
    """Give a quotation that runs on into the next paragraph to the cue that stands there."""
    owner = {w.quote: a for here in found for a in here for w in a.content if w.quote >= 0 and a.cue[0].quote != w.quote}
    quoting = {parse.quotations[number].paragraph for number in owner}
    for number in sorted(inside, reverse=True):
        following, quotation = owner.get(number + 1), parse.quotations[number]
        alone = quotation.paragraph not in quoting
        if quotation.runs_on and alone and number not in claimed and following is not None:
            following.content = inside[number] + following.content
            owner[number] = following
            claimed.add(number)


def _is_near(latest: Attribution, paragraphs: int) -> bool:
    """Whether a quotation without a cue may be more of the statement: in its paragraph, or one on after a verb of speech."""
    return paragraphs == 0 or (paragraphs == 1 and latest.cue[0].lemma in words("cues", "speech"))


def _loose(sentence: Sentence, claimed: set[int]) -> list[Word]:
    """The sentence's quoted words where it is nothing but a quotation that nobody has been given."""
    quoted = [w for w in sentence.words if w.quote >= 0 and w.quote not in claimed]
    plain = sum((w.quote < 0 or w.quote in claimed) and w.pos != "PUNCT" for w in sentence.words)
    return quoted if len(quoted) > 3 and plain == 0 else []


def _statement(parse: Parse, cast: Cast, coder: str, found: Attribution, days: dict[int, TimeExpression]) -> Statement:
    speaker: Ids = cast.who(found.source) if found.source is not None else ()
    named = _named(found)
    aside = {w.i for w in (*found.cue, *named)}
    content = trimmed([w for w in found.content if w.i not in aside]) or found.content
    quoted = [w.quote >= 0 and w.quote != found.cue[0].quote for w in content if w.pos != "PUNCT"]
    day = said_on(found, days, {w.i for w in content})
    return Statement(
        document=parse.document.id,
        spans=parse.spans(content),
        speaker=speaker,
        on_behalf_of=_principals(cast, speaker),
        manner="direct" if quoted and all(quoted) else "mixed" if any(quoted) else "indirect",
        cue=parse.spans(found.cue),
        source_span=_source_span(parse, found, named, {w.i for w in content}),
        addressee=cast.who(found.addressee) if found.addressee is not None else (),
        via=cast.who(found.relayer) if found.relayer is not None else (),
        said_on=day_value(parse, found, day) if day else None,
        said_on_text=day.span.text if day else None,
        certainty=_certainty(found, speaker),
        candidates=cast.candidates(found.source) if found.source is not None and not speaker else (),
        coder=coder,
    )


def _certainty(found: Attribution, speaker: Ids) -> Certainty:
    """How sure the form of attribution is; less where a thing is told to demand or stress something ("the veto underscored")."""
    table: dict[str, Certainty] = load("cues")["certainty"]
    thing = found.source is not None and found.source.pos == "NOUN" and not speaker
    if thing and found.form in ("object", "infinitive", "prepositional", "naming"):
        return "possible"
    return table.get(f"nested {found.form}" if found.cue[0].quote >= 0 else found.form, "likely")


def _named(found: Attribution) -> list[Word]:
    """The words that name the source; a label alone where an answer stands after it."""
    if found.form == "answer":
        return found.cue
    if found.source is None:
        return []
    if found.form in ("headline", "heading", "signed"):
        content = {w.i for w in found.content}
        return [w for w in found.source.subtree() if w.i not in content]
    cue = found.cue[0]
    if cue.dep not in ("acl", "relcl") or cue.head is not found.source:
        return found.source.subtree()
    telling = {w.i for w in cue.subtree()}
    return [w for w in found.source.subtree() if w.i not in telling]


def _source_span(parse: Parse, found: Attribution, named: list[Word], content: set[int]) -> tuple[Span, ...]:
    """The words that name the source, as far as they are no part of the content, without marks at their edges."""
    out = [w for w in named if w.i not in content or w is found.source]
    while out and out[0].pos == "PUNCT":
        out = out[1:]
    while out and out[-1].pos == "PUNCT":
        out = out[:-1]
    return parse.spans(out)


def _principals(cast: Cast, speaker: Ids) -> Ids:
    """Whom spokespersons, ministries and delegates speak for; leaders speak for themselves (codebook)."""
    return cast.principals(tuple(i for i in speaker if not _is_leader(cast.actors[i].role)))


def _is_leader(role: str | None) -> bool:
    parts = set((role or "").lower().replace("-", " ").split())
    return bool(parts & words("cues", "leaders")) and not parts & words("cues", "delegates")
