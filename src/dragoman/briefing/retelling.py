"""A finding told in the report's own words, by whoever says them."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.assembly import Party
from dragoman.briefing.naming import joined
from dragoman.briefing.opening import sentence_around, with_antecedent
from dragoman.briefing.quoting import quoted, shown
from dragoman.briefing.telling import Teller
from dragoman.briefing.vocabulary import listed
from dragoman.briefing.wording import Wording, is_performed, is_thing, opens_with_auxiliary, worded
from dragoman.model import Citation, Condition, Deadline, Document, Finding, Ids, SentenceKind, Span, Statement, Threat

_QUOTE, _TWO = 40, 56  # words of a passage, and of one with the sentence before it
_FEW = 4  # words of somebody's speech that tell a reader something
_TOLD = 0.4  # share of a sentence from which on it is not quoted again for the sake of a few words
_PLURALS = ("are", "were", "have", "do", "am")
_INTERRUPTED = (
    r"\b(?:said|says|told|added|adds|insisted|warned|writes|wrote|argued|stressed)\b"  # "No talks, he said, before March"
)


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
    case = _Case(teller, finding, holder, label, nobody, judged)
    found = (case.said and (case.speech() or case.indirect())) or case.account() or case.sentence() or case.labelled()
    if case.said and case.said.via and found.kind == "said":
        tail = f", as told by {teller.who(case.said.via)}{tail}"
    return replace(found, words=(*found.words[:-1], found.words[-1] + tail))


@dataclass(frozen=True)
class _Case:
    """A finding to be told, and the ways of telling it, each None where the words do not fit it."""

    teller: Teller
    finding: Finding
    holder: Ids
    label: str
    nobody: str
    judged: bool

    @property
    def document(self) -> Document:
        return self.teller.dossier.document[self.finding.document]

    @cached_property
    def said(self) -> Statement | None:
        return self.teller.statement(self.finding)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        return _one_passage(self.teller, self.finding, self.teller.opened(self.finding))

    @cached_property
    def main(self) -> Span:
        return max(self.spans, key=lambda s: len(s.text))

    @cached_property
    def cited(self) -> tuple[Citation, ...]:
        return self.teller.dossier.cite(self.finding, self.spans)

    @cached_property
    def whole(self) -> str:
        return " … ".join(quoted(shown(s, _QUOTE)) for s in self.spans)

    @cached_property
    def wording(self) -> Wording:
        found = self._worded(self.main)
        fits = len(self.spans) == 1 and not _disagrees(self.teller, self.holder, found)
        return found if fits else Wording(self.whole, "fragment")

    def _worded(self, span: Span) -> Wording:
        pronouns = () if self.judged else _pronouns(self.teller, self.holder)
        return worded(shown(span, _QUOTE), _names(self.teller, self.holder), pronouns)

    @cached_property
    def around(self) -> Span | None:
        """The sentence around the words, unless it is a headline or has mostly been told."""
        document = self.teller.dossier.document[self.finding.document]
        if document.title is not None and document.title.overlaps(self.main):
            return None
        found = sentence_around(document, self.main, _QUOTE)
        fresh = found is not None and self.teller.share_told(document.id, found) <= _TOLD
        return found if found is not None and fresh and all(found.covers(s) for s in self.spans) else None

    def speech(self) -> Tale | None:
        """Words within quotation marks, after whoever speaks them."""
        said, wording = self.said, self.wording
        if said is None or not _is_speech(self.teller, said, self.main) or (wording.shape == "predicate" and not wording.subject):
            return None
        speaker, _ = self.teller.speaker(self.finding, said, self.holder)
        broken = bool(re.search(r"[\"“”].*\w", shown(self.main, _QUOTE)))  # "No talks," he said, "before March"
        how, way = (", as the report puts it:", "put") if broken else (":", "speech")
        return self._tale((way, *_ids(self.teller, said.speaker)), f"{speaker} said{how}", self.whole, "said")

    def indirect(self) -> Tale | None:
        """What a speaker is reported to have said, in the report's words."""
        said, wording = self.said, self.wording
        if said is None or wording.shape == "fragment":
            return None
        speaker, bound = self.teller.speaker(self.finding, said, self.holder)
        who = (_ids(self.teller, said.speaker), _ids(self.teller, self.holder))
        if wording.shape == "predicate" and (bound or self.holder) and not self.judged:
            return self._of_whom(said, speaker, bound, who)
        if re.search(_INTERRUPTED, wording.words):
            return self._tale(("put", *who), f"{speaker} said, as the report puts it:", _printed(wording.words), "said")
        opens = wording.words.split(" ", 1)[0]
        if opens[:1].isupper() and opens.lower() in listed("subordinators"):
            return self._tale(("put", *who), f"{speaker} said:", _printed(wording.words), "said")
        first, rest = _opening_word(wording.words)
        return self._tale(("that", *who), f"{speaker} said that{first}", _printed(rest), "said")

    def _of_whom(self, said: Statement, speaker: str, bound: bool, who: tuple[object, ...]) -> Tale | None:
        """A predicate after "said it", "said she" or "said that the League"."""
        words, teller = self.wording.words, self.teller
        own = self.wording.subject.lower() if self.wording.subject.lower() in ("it", "he", "she", "they") else ""
        body = len(self.holder) == 1 and teller.dossier.party_of[self.holder[0]].type != "person"
        same = _ids(teller, self.holder or said.speaker) == _ids(teller, said.speaker)
        plain = body and _is_plural(teller.dossier.party_of[self.holder[0]])
        one = "they" if words.split()[0] in _PLURALS or plain else "it"
        whom = (one if body and (same or ", for " in speaker) else "" if body else own) if bound else ""
        whom = whom or ("they" if same and len(said.speaker) > 1 else "")
        if bound and (same or own in ("he", "she")) and is_performed(words):  # to offer or to reject is itself to say so
            return self._tale(("does", *_ids(teller, said.speaker)), speaker, _printed(words), "reported")
        if bound and words[0].isupper():
            return self._tale(("speech", *_ids(teller, said.speaker)), f"{speaker} said:", quoted(words), "said")
        loose = isinstance(self.finding, Condition | Deadline | Threat) and not self.wording.subject and bound
        if opens_with_auxiliary(words) and (loose or (same and not whom)):
            return None  # whose verb it is nobody can tell
        if same and not whom:  # the report tells of a person's act of speech: "Ms Lind threatened to ..."
            return self._tale(("does", *_ids(teller, said.speaker)), speaker, _printed(words), "reported")
        lead = f"{speaker} said {whom}" if whom else f"{speaker} said that {teller.who(self.holder)}"
        return self._tale((*who, whom), lead, _printed(words), "said")

    def account(self) -> Tale | None:
        """What the report says of the holder, or in a clause of its own."""
        wording, holder = self.wording, self.holder
        if self.said is not None and wording.shape == "predicate" and opens_with_auxiliary(wording.words):
            return None
        # Who sets a condition or a deadline, or threatens, need not be the subject of its words.
        unsure = isinstance(self.finding, Condition | Deadline | Threat) and not wording.subject
        unsure = unsure and (self.around is not None or opens_with_auxiliary(wording.words))
        if wording.shape == "predicate" and holder and not unsure and not self.judged:
            return self._tale(("does", *_ids(self.teller, holder)), self.teller.who(holder), _printed(wording.words), "reported")
        if wording.shape == "clause" and holder and re.match(r"(?:[Ww]e|I|[Oo]ur|My)\b", wording.words):
            key = ("states", *_ids(self.teller, holder))  # an issuer's own text speaks of itself as "we"
            return self._tale(key, f"{self.teller.who(holder)} stated:", quoted(wording.words), "reported")
        if wording.shape != "clause":
            return None
        lead = f"{self.teller.who(holder)} judged:" if self.judged and holder else ""
        if not lead and self.around is not None and self._torn():
            return self.sentence()
        if not lead and (whole := with_antecedent(self.document, self.main, _TWO)) is not None:
            return replace(self._tale((), "", quoted(shown(whole, _TWO)), "reported"), cited=self._cite(whole))
        return self._tale(("judged", *holder) if lead else (), lead, quoted(wording.words), "reported")

    def _torn(self) -> bool:
        """Whether the words begin with the object of a verb before them: "(has accepted) the truce and B has rejected it"."""
        before = self.document.text[: self.main.start]
        verb = re.search(r"\b(?:has|have|had|is|was|were|are) \w+ed $|\b\w{3,}ed $", before[-40:])
        return verb is not None and self.main.text[:1].islower()

    def _cite(self, span: Span) -> tuple[Citation, ...]:
        return self.teller.dossier.cite(self.finding, (span,))

    def sentence(self) -> Tale | None:
        """The whole sentence around words that cannot stand alone."""
        if self.around is None:
            return None
        again = self._worded(self.around)
        fits = not self.judged and not _disagrees(self.teller, self.holder, again)
        does = again.shape == "predicate" and bool(self.holder) and fits
        key: tuple[object, ...] = ("does", *_ids(self.teller, self.holder)) if does else ()
        words = again.words if does else shown(self.around, _QUOTE)
        if self.said is not None and not does and re.search(_INTERRUPTED, words) and not self._names_speaker(self.said, words):
            speaker, _ = self.teller.speaker(self.finding, self.said, self.holder)
            told = self._tale(("put", *self.said.speaker), f"{speaker} said, as the report puts it:", quoted(words), "said")
            return replace(told, cited=self.teller.dossier.cite(self.finding, (self.around,)))
        cited = self.teller.dossier.cite(self.finding, (self.around,))
        return replace(self._tale(key, self.teller.who(self.holder) if does else "", quoted(words), "reported"), cited=cited)

    def _names_speaker(self, said: Statement, words: str) -> bool:
        return any(n and n in words for n in _names(self.teller, said.speaker))

    def labelled(self) -> Tale:
        """Words that fit nowhere, after what they amount to."""
        who = self.teller.who(self.holder)
        if self.said is None:
            lead = f"{who} {self.label}:" if who else f"{self.nobody}:" if self.nobody else ""
            return self._tale(("labelled",), lead, self.whole, "reported")
        speaker, bound = self.teller.speaker(self.finding, self.said, self.holder)
        if len(self.spans) == 1 and is_thing(shown(self.main, _QUOTE)):
            return self._tale(("labelled",), f"{speaker} spoke of", self.whole, "said")
        lead = f"{speaker} {self.label}:" if bound else f"{speaker} said that {who} {self.label}:"
        return self._tale(("labelled",), lead, self.whole, "said")

    def _tale(self, key: tuple[object, ...], lead: str, words: str, kind: SentenceKind) -> Tale:
        return Tale(key, lead, (words,), kind, self.finding, self.cited)


def _one_passage(teller: Teller, finding: Finding, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Words in several places of one sentence with what stands between them, where that stays short."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    whole = teller.dossier.document[finding.document].span(start, end)
    apart = re.search(r"\n|[.?!][\"”’)]*\s+[A-Z\"“]", whole.text) or len(whole.text.split()) > _QUOTE
    return spans if len(spans) == 1 or apart else (whole,)


def _opening_word(words: str) -> tuple[str, str]:
    """A word such as "The" or "If" that opened a sentence, in small letters for the middle of one of ours; the words after."""
    first, _, rest = words.partition(" ")
    opener = listed("articles") | listed("subordinators") | listed("pronouns")
    small = first[:1].isupper() and first.lower() in opener and first != "I" and len(rest.split()) >= _FEW
    return (f" {first.lower()}", rest) if small else ("", words)


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


def _is_plural(party: Party) -> bool:
    """Whether a body is called by a plural noun ("island states"), not by a name that ends in one ("United States")."""
    head = re.split(r" (?:of|at|in|for|from) ", party.name)[0].split()[-1]
    common = head.islower() or (" of " in party.name and head == party.name.split()[0])
    return party.type not in ("state", "government") and head.endswith("s") and common and not head.endswith("ss")


def _disagrees(teller: Teller, holder: Ids, wording: Wording) -> bool:
    """Whether a predicate torn from "we" or "they" would follow the name of one body: "Norland are ready"."""
    plural = wording.shape == "predicate" and wording.words.split()[0] in _PLURALS
    names = [teller.dossier.party_of[i] for i in holder]
    one = len(_ids(teller, holder)) == 1 and names[0].type in ("person", "state", "government", "organisation")
    return plural and one and (names[0].type in ("state", "government") or not names[0].name.endswith("s"))


def _pronouns(teller: Teller, ids: Ids) -> tuple[str, ...]:
    """The pronouns by which a report can mean the holder."""
    kinds = {teller.dossier.party_of[i].type for i in ids}
    if len(_ids(teller, ids)) > 1:
        return ("[Tt]hey",)
    if kinds == {"person"}:
        return ("[Hh]e", "[Ss]he")
    spoken_for = any(p.type == "person" and set(p.acts_for) & set(_ids(teller, ids)) for p in teller.dossier.parties)
    person = ("[Hh]e", "[Ss]he") if spoken_for else ()  # "he" of whoever speaks for it
    return ("[Ii]t", *person) if kinds <= {"state", "government"} else ("[Ii]t", *person, "[Tt]hey")


def _names(teller: Teller, ids: Ids) -> list[str]:
    parties = (teller.dossier.party_of[i] for i in ids)
    names = [n for p in parties for n in (p.name, *p.aliases, p.name.split()[-1], p.role or "")]
    return [n for n in names if n.lower() not in listed("pronouns") | {"we", "i", "us", "you"}]


def _ids(teller: Teller, ids: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys(teller.dossier.party_of[i].id for i in ids))
