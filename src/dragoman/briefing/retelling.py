"""A finding told in the report's own words, by whoever says them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.briefing.naming import joined
from dragoman.briefing.opening import sentence_around
from dragoman.briefing.quoting import quoted, shown
from dragoman.briefing.telling import Teller, claim
from dragoman.briefing.wording import Wording, worded
from dragoman.model import Citation, Claim, Finding, Ids, SentenceKind, Span, Statement

_SENTENCE, _QUOTE = 40, 40  # words of a sentence quoted whole, of a passage
_FEW = 4  # words of somebody's speech that tell a reader something
_TOLD = 0.4  # share of a sentence from which on it is not quoted again for the sake of a few words
_ALIKE = 0.7  # share of words in common from which on two passages say the same
_TOGETHER, _WORDS, _CLAUSES = 3, 44, 3


@dataclass(frozen=True)
class Tale:
    """`lead` and quotations such as (`Hallmond Bank said it`, `"would release the money"`), and what they rest on.

    Tales of one `key` are told by the same lead; `tail` stands after the quotation.
    """

    key: tuple[object, ...]
    lead: str
    words: tuple[str, ...]
    kind: SentenceKind
    finding: Finding
    cited: tuple[Citation, ...]
    others: tuple[Finding, ...] = ()

    @property
    def clause(self) -> str:
        """The tale as a clause."""
        return f"{self.lead} {joined(self.words)}" if self.lead else joined(self.words)


def tale(
    teller: Teller, finding: Finding, holder: Ids, label: str, tail: str = "", nobody: str = "", judged: bool = False
) -> Tale:
    """Return what `holder` holds in the exact words of the finding.

    `label` is the verb phrase ("made an offer") for words that cannot follow a subject or stand alone, `nobody` what stands in
    its place where no holder is named. What is `judged` is not about the one who judges, so keeps its own subject.
    """
    spans = _one_passage(teller, finding, teller.opened(finding))
    cited = teller.dossier.cite(finding, spans)
    said = teller.statement(finding)
    main = max(spans, key=lambda s: len(s.text))
    whole = " … ".join(quoted(shown(s, _QUOTE)) for s in spans)
    shape = worded(shown(main, _QUOTE), _names(teller, holder), () if judged else _pronouns(teller, holder))
    wording = shape if len(spans) == 1 else Wording(whole, "fragment")
    if said is not None and _is_speech(teller, said, main) and (wording.shape != "predicate" or wording.subject):
        speaker, _ = teller.speaker(finding, said, holder)
        broken = bool(re.search(r"[\"“”].*\w", shown(main, _QUOTE)))  # "No talks," he said, "before March": not all of it is said
        how, way = (", as the report puts it:", "put") if broken else (":", "speech")
        return Tale((way, said.speaker), f"{speaker} said{how}", (whole + tail,), "said", finding, cited)
    if said is not None and wording.shape != "fragment":
        return _indirect(teller, finding, said, holder, wording, cited, tail, judged)
    if wording.shape == "predicate" and holder:
        who = teller.who(holder)
        return Tale(("does", *_ids(teller, holder)), who, (_printed(wording.words) + tail,), "reported", finding, cited)
    # An issuer's own text speaks of itself as "we".
    if wording.shape == "clause" and holder and re.match(r"(?:We|I|Our|My|we|I’|I'|our)\b", wording.words):
        return Tale(
            ("states", *_ids(teller, holder)),
            f"{teller.who(holder)} stated:",
            (quoted(wording.words) + tail,),
            "reported",
            finding,
            cited,
        )
    if wording.shape == "clause":
        return Tale((), "", (quoted(wording.words) + tail,), "reported", finding, cited)
    document = teller.dossier.document[finding.document]
    headed = document.title is not None and document.title.overlaps(main)
    sentence = None if headed else sentence_around(document, main, _SENTENCE)
    if sentence is not None and teller.share_told(finding.document, sentence) > _TOLD:
        sentence = None
    if sentence is not None and all(sentence.covers(s) for s in spans):
        also = teller.dossier.cite(finding, (sentence,))
        again = worded(shown(sentence, _SENTENCE), _names(teller, holder), () if judged else _pronouns(teller, holder))
        lead = teller.who(holder) if again.shape == "predicate" and holder else ""
        mine: tuple[object, ...] = ("does", *_ids(teller, holder)) if lead else ()
        words = again.words if lead else shown(sentence, _SENTENCE)
        return Tale(mine, lead, (quoted(words) + tail,), "reported", finding, also)
    if said is not None:
        speaker, bound = teller.speaker(finding, said, holder)
        lead = f"{speaker} {label}:" if bound else f"{speaker} said that {teller.who(holder)} {label}:"
        return Tale(("labelled",), lead, (whole + tail,), "said", finding, cited)
    lead = f"{teller.who(holder)} {label}:" if holder else f"{nobody}:" if nobody else ""
    return Tale(("labelled",), lead, (whole + tail,), "reported", finding, cited)


def _one_passage(teller: Teller, finding: Finding, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Words in several places of one sentence with what stands between them, where that stays short."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    whole = teller.dossier.document[finding.document].span(start, end)
    apart = re.search(r"\n|[.?!][\"”’)]*\s+[A-Z\"“]", whole.text) or len(whole.text.split()) > _QUOTE
    return spans if len(spans) == 1 or apart else (whole,)


def _indirect(
    teller: Teller,
    finding: Finding,
    said: Statement,
    holder: Ids,
    wording: Wording,
    cited: tuple[Citation, ...],
    tail: str,
    judged: bool,
) -> Tale:
    """What a speaker is reported to have said, in the report's words."""
    speaker, bound = teller.speaker(finding, said, holder)
    key: tuple[object, ...] = (said.speaker, holder)
    if wording.shape == "predicate" and (bound or holder) and not judged:
        own = wording.subject.lower() if wording.subject.lower() in ("it", "he", "she", "they") else ""
        body = len(holder) == 1 and teller.dossier.party_of[holder[0]].type != "person"
        plain = body and (_ids(teller, holder) == _ids(teller, said.speaker) or ", for " in speaker)
        one = "they" if wording.words.split()[0] in ("are", "were", "have", "do") else "it"
        whom = (one if plain else "" if body else own) if bound else ""
        same = _ids(teller, holder or said.speaker) == _ids(teller, said.speaker)
        whom = whom or ("they" if same and len(said.speaker) > 1 else "")
        if same and not whom:  # the report tells of a person's act of speech: "Ms Lind threatened to ..."
            key = ("does", *_ids(teller, said.speaker))
            return Tale(key, speaker, (_printed(wording.words) + tail,), "reported", finding, cited)
        lead = f"{speaker} said {whom}" if whom else f"{speaker} said that {teller.who(holder)}"
        return Tale((*key, whom), lead, (_printed(wording.words) + tail,), "said", finding, cited)
    words = _printed(wording.words) + tail
    if re.search(r"\b(?:said|says|told|added|adds|insisted|warned)\b", wording.words):  # "No talks, he said, before ..."
        return Tale(("put", *key), f"{speaker} said, as the report puts it:", (words,), "said", finding, cited)
    return Tale(("that", *key), f"{speaker} said that", (words,), "said", finding, cited)


def _printed(words: str) -> str:
    """The report's words in quotation marks; those that hold a quotation themselves run on without, as the report has them."""
    inner = re.findall(r"[\"“”]", words)
    paired = len(inner) % 2 == 0 and words.count("“") == words.count("”")
    return words if inner and paired else quoted(words)


def _is_speech(teller: Teller, said: Statement, span: Span) -> bool:
    """Whether words are the speaker's own, within quotation marks, rather than the report's."""
    if said.manner != "mixed":
        return said.manner == "direct"
    text = teller.dossier.document[said.document].text
    start = min((s.start for s in said.spans), default=span.start)
    before = text[min(start, span.start) - 1 if start else 0 : span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _pronouns(teller: Teller, ids: Ids) -> tuple[str, ...]:
    """The pronouns by which a report can mean the holder."""
    kinds = {teller.dossier.party_of[i].type for i in ids}
    if len(_ids(teller, ids)) > 1:
        return ("[Tt]hey",)
    if kinds == {"person"}:
        return ("[Hh]e", "[Ss]he")
    return ("[Ii]t", "[Hh]e", "[Ss]he") if kinds <= {"state", "government"} else ("[Ii]t", "[Hh]e", "[Ss]he", "[Tt]hey")


def _names(teller: Teller, ids: Ids) -> list[str]:
    parties = (teller.dossier.party_of[i] for i in ids)
    return [n for p in parties for n in (p.name, *p.aliases, p.name.split()[-1], p.role or "")]


def _ids(teller: Teller, ids: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys(teller.dossier.party_of[i].id for i in ids))


def told(teller: Teller, tales: Iterable[Tale]) -> Iterator[Claim]:
    """Yield tales as sentences: one lead for what one voice says in a row, one attribution for what one report tells."""
    yield from _sentences(teller, _of_one_voice(teller, tales))


def _of_one_voice(teller: Teller, tales: Iterable[Tale]) -> list[Tale]:
    out: list[Tale] = []
    for t in tales:
        last = out[-1] if out else None
        if last and _within(t, last):
            out[-1] = replace(last, cited=last.cited + t.cited, others=(*last.others, t.finding))
            continue
        if last and _within(last, t):
            out[-1] = t
        elif last and last.kind == t.kind == "said" and last.key[:1] == ("speech",) and _overlap(last.cited[-1], t.cited[0]):
            a, b = last.cited[-1], t.cited[0]
            whole = teller.dossier.document[a.document].span(min(a.start, b.start), max(a.end, b.end))
            words = (*last.words[:-1], quoted(shown(whole, _QUOTE)))
            out[-1] = replace(last, words=words, cited=(*last.cited[:-1], *teller.dossier.cite(t.finding, (whole,))))
        elif last and last.key and last.key == t.key and t.key != ("labelled",) and _fit(last, t):
            out[-1] = replace(last, words=last.words + t.words, cited=last.cited + t.cited, others=(*last.others, t.finding))
        else:
            out.append(t)
    return out


def _overlap(a: Citation, b: Citation) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def _within(new: Tale, last: Tale) -> bool:
    """Whether another tale of the same lead holds the words already, or nearly all of them."""
    if not new.key or new.key != last.key or new.kind != last.kind:
        return False
    return all(any(_repeats(w, known) for known in last.words) for w in new.words)


def _repeats(words: str, known: str) -> bool:
    """Whether words stand in others or, save for a word or two, are the same."""
    if words.strip('"“”') in known:
        return True
    a, b = (set(re.findall(r"\w+", w.lower())) for w in (words, known))
    return len(a & b) >= _ALIKE * max(len(a | b), 1)


def _fit(last: Tale, new: Tale) -> bool:
    same = last.finding.document == new.finding.document and last.kind == new.kind
    long = sum(len(w.split()) for w in (*last.words, *new.words)) > _WORDS
    return same and not long and len(last.words) < _TOGETHER and new.words[0] not in last.words


def _sentences(teller: Teller, tales: list[Tale]) -> Iterator[Claim]:
    run: list[Tale] = []
    for t in tales:
        if run and not _joins(teller, run, t):
            yield _sentence(teller, run)
            run = []
        run.append(t)
    if run:
        yield _sentence(teller, run)


def _joins(teller: Teller, run: list[Tale], new: Tale) -> bool:
    """Whether a tale of the same report can follow after a semicolon."""
    last = run[-1]
    if not (last.kind == new.kind == "reported") or teller.source(last.finding) != teller.source(new.finding):
        return False
    if last.key and last.key == new.key:
        return False
    words = sum(len(t.clause.split()) for t in (*run, new))
    return words <= _WORDS and len(run) < _CLAUSES and not any(_several(t) for t in (*run, new))


def _several(tale_: Tale) -> bool:
    """Whether other reports tell the same."""
    return any(o.document != tale_.finding.document for o in tale_.others)


def _sentence(teller: Teller, run: list[Tale]) -> Claim:
    cited = [c for t in run for c in t.cited]
    teller.tell(cited)
    first = run[0]
    if first.kind == "said":
        teller.interrupted(first.finding)
        return claim(first.clause, "said", cited)
    clauses = [t.clause for t in run]
    text = clauses[0] if len(clauses) == 1 else "; ".join(clauses[:-1]) + f"; and {clauses[-1]}"
    others = first.others if len(run) == 1 and len(first.words) == 1 else ()
    return claim(teller.attributed(first.finding, text, others), "reported", cited)


def enough(teller: Teller, finding: Finding) -> bool:
    """Return whether the words of a finding say enough to be quoted by themselves, and are no question."""
    text = teller.dossier.document[finding.document].text
    asked = any(re.match(r"[^.?!\n]*\?", text[s.end - 1 :]) for s in finding.spans)
    return not asked and any(len(s.text.split()) >= _FEW for s in teller.opened(finding))
