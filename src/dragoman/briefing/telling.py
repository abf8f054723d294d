"""How a finding is told: whose words they are, by which name, with which verb."""

import re
from collections import defaultdict
from collections.abc import Iterable

from dragoman.assembly import Dossier
from dragoman.assembly.amounts import amounts
from dragoman.briefing.naming import Names, joined
from dragoman.briefing.opening import opened
from dragoman.briefing.quoting import first_capital
from dragoman.model import Citation, Claim, Finding, Ids, SentenceKind, Span, Statement

_ATTRIBUTIONS = (
    "according to {source}, {clause}",
    "{source} adds that {clause}",
    "according to {source}, {clause}",
    "{source} also says that {clause}",
)
_MOSTLY = 0.6  # the share of its words from which on a finding counts as told


class Teller(Names):
    """Words each sentence by its kind, and remembers what has been told."""

    def __init__(self, dossier: Dossier, headed: bool = False) -> None:
        super().__init__(dossier)
        self._headed = headed  # whether the report's own headline stands above
        self.told: set[str] = set()
        self.worded: set[str] = set()
        """The conditions (ids of requirements) whose exact words stand already."""
        self._placed: set[tuple[str, str]] = set()
        self._told_words: list[Citation] = []
        self._last_source, self._turn = "", 0
        self._statements: dict[str, list[Statement]] = defaultdict(list)
        for said in dossier.of(Statement):
            self._statements[said.document].append(said)

    def statement(self, finding: Finding) -> Statement | None:
        """Return the statement a finding is said in, where its speaker is known: the one it names, else the one around it."""
        found = self.dossier.finding.get(getattr(finding, "statement", None) or "")
        if isinstance(found, Statement):
            return found if found.speaker else None
        return self.said_around(finding)

    def voice(self, finding: Finding, holder: Ids) -> tuple[str, SentenceKind]:
        """Return the subject of a sentence on what `holder` holds, and whether somebody says it or the report does."""
        said = self.statement(finding)
        if said is None:
            return self.who(holder), "reported"
        speaker, bound = self.speaker(finding, said, holder)
        return (speaker if bound else f"{speaker} said that {self.who(holder)}"), "said"

    def speaker(self, finding: Finding, said: Statement, holder: Ids) -> tuple[str, bool]:
        """Return who says what `holder` holds, and whether the words bind the holder: its own, or of one who speaks for it."""
        speakers = {self.dossier.party_of[i].id for i in said.speaker}
        holders = {self.dossier.party_of[i].id for i in holder}
        speaker = self.who(said.speaker)
        if not holders or speakers == holders:
            return speaker, True
        acts = {a for s in speakers for a in self.dossier.party[s].acts_for}
        behalf = {self.dossier.party_of[i].id for i in said.on_behalf_of if i in self.dossier.party_of}
        if holders <= speakers | acts | behalf:
            return self._for(speaker, self.who(holder)), True
        return speaker, False  # the speaker is not bound by what another wants

    def _for(self, speaker: str, holder: str) -> str:
        """Say once in whose name a speaker speaks."""
        plain = speaker.split(" (")[0].split()[-1]
        if (plain, holder) in self._placed or holder.removeprefix("the ").split(" (")[0] in speaker:
            return speaker
        self._placed.add((plain, holder))
        return f"{speaker}, for {holder},"

    def attributed(self, finding: Finding, clause: str, others: Iterable[Finding] = ()) -> str:
        """Return a clause as the account of its report, in turns that do not repeat themselves within a paragraph.

        What rests on `others` of several reports as well is the account of them all.
        """
        sources = list(dict.fromkeys(self.source(f) for f in (finding, *(o for o in others if self._tells_the_same(finding, o)))))
        if len(sources) > 1:
            self.new_paragraph()
            return f"according to {joined(sources) if len(sources) == 2 else f'{len(sources)} reports'}, {clause}"
        source = sources[0]
        self._turn = self._turn + 1 if source == self._last_source else 0
        self._last_source = source
        again = self._turn and len(source.split()) > 2
        return _ATTRIBUTIONS[self._turn % len(_ATTRIBUTIONS)].format(source="the same report" if again else source, clause=clause)

    def _tells_the_same(self, finding: Finding, other: Finding) -> bool:
        """Whether another mention is an account of its own, with the very amounts of the words that are quoted."""
        copied = {d for group in self.dossier.copies for d in group[1:]}
        return other.document not in copied and self.has_the_amounts(finding, other)

    def has_the_amounts(self, finding: Finding, other: Finding) -> bool:
        """Return whether another mention holds the amounts of a finding's words: "146" is no source for "214"."""
        own, its = (amounts(" ".join(s.text for s in f.spans)) for f in (finding, other))
        return own <= its

    def account(self, finding: Finding, clause: str, others: Iterable[Finding] = ()) -> tuple[str, SentenceKind]:
        """Return a clause as the account of whoever tells it: a speaker in whose words all of it stands, else the report."""
        these = (finding, *others)
        said = self.said_around(finding)
        if said is None or any(self.said_around(f) is not said for f in these):
            return self.attributed(finding, clause, others), "reported"
        self.interrupted(finding)
        return f"{self.who(said.speaker)} said that {clause}", "said"

    def said_around(self, finding: Finding) -> Statement | None:
        """The innermost statement, of a known speaker, within which all words of a finding stand."""
        around = [
            s
            for s in self._statements.get(finding.document, ())
            if s.speaker and all(any(o.covers(i) for o in s.spans) for i in finding.spans)
        ]
        return min(around, key=lambda s: (sum(len(x.text) for x in s.spans), s.id), default=None)

    def interrupted(self, finding: Finding) -> None:
        """Note a sentence without attribution: from another report, it ends what "the same report" could mean."""
        if self.source(finding) != self._last_source:
            self.new_paragraph()

    def new_paragraph(self) -> None:
        """Begin the turns of attribution anew."""
        self._last_source, self._turn = "", 0

    def source(self, finding: Finding) -> str:
        """Return `the report`, or its publisher where there are several reports."""
        document = self.dossier.document[finding.document]
        if len(self.dossier.documents) == 1:
            return "the report"
        return self._article(document.publisher, "organisation") if document.publisher else f"the report {document.id}"

    def tell(self, citations: Iterable[Citation]) -> None:
        """Mark words as told."""
        self._told_words += citations

    def is_told(self, finding: Finding) -> bool:
        """Return whether most of a finding's longest words have been told already."""
        span = max(finding.spans, key=lambda s: len(s.text))
        title = self.dossier.document[finding.document].title
        if (
            self._headed
            and title
            and title.covers(span)
            and finding.certainty != "possible"
        ):
            return len(self.dossier.documents) == 1
        return self.share_told(finding.document, span) >= _MOSTLY

    def share_told(self, document: str, span: Span) -> float:
        """Return the share of a span's characters that have been told."""
        told: set[int] = set()
        for c in self._told_words:
            if c.document == document and c.start < span.end and span.start < c.end:
                told.update(range(max(c.start, span.start), min(c.end, span.end)))
        return len(told) / max(len(span.text), 1)

    def opened(self, finding: Finding) -> tuple[Span, ...]:
        """Return a finding's words with what opens their clause ("if", "ruled out"), where they make no sense without it."""
        return opened(self.dossier.document[finding.document], finding.spans)


def claim(text: str, kind: SentenceKind, citations: Iterable[Citation]) -> Claim:
    """Return a sentence with its capital and full stop, and each citation once."""
    text = first_capital(text.strip(" ,"))  # spaces stay as they are: a quotation may hold two of them
    text = re.sub(r"[.,]([\"”’]+)(?=[,;])", r"\1", text)  # "... a price.", hedged: our comma stands for the report's stop
    ended = re.search(r"[.?!][\"”’]*$", text)
    return Claim(text if ended else text + ".", kind, tuple(dict.fromkeys(citations)))
