"""How a finding is told: whose words they are, by which name, with which verb."""

import re
from collections.abc import Iterable

from dragoman.assembly import Dossier, Party
from dragoman.briefing.quoting import first_capital
from dragoman.briefing.vocabulary import listed
from dragoman.model import Citation, Claim, Finding, Ids, SentenceKind, Span, Statement

_ATTRIBUTIONS = (
    "according to {source}, {clause}",
    "{source} adds that {clause}",
    "{clause}, {source} says",
    "{source} also says that {clause}",
)
_BACK = 60  # characters before a condition in which its refusal may stand ("refused every visit to ...")
_VERBS = 4  # words of a verb group before the word that means something ("threatened to have the", "would not be")
_MOSTLY = 0.6  # the share of its words from which on a finding counts as told


class Teller:
    """Names people as a writer does, in full with their role at first mention, and words each sentence by its kind."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.told: set[str] = set()
        self._introduced: set[str] = set()
        self._articles: dict[str, str] = {}
        self._placed: set[tuple[str, str]] = set()
        self._told_words: list[Citation] = []
        self._last_source, self._turn = "", 0

    def party(self, party: str) -> str:
        """Return a party's name, with its role where it is named for the first time."""
        found = self.dossier.party[party]
        name = self._article(_calm(found.name) if found.type == "person" else " ".join(found.name.split()), found.type)
        if party in self._introduced:
            return self._short(found) or name
        self._introduced.add(party)
        role = self._shortened(_calm(found.role or ""))
        short = self._short(found)
        if found.type != "person":
            return f"{name} ({short.removeprefix('the ')})" if short else name
        return name if not role or role.lower() in name.lower() else f"{name} ({role})"

    def _shortened(self, role: str) -> str:
        """A role with bodies that have been named already by their acronyms."""
        for party in (self.dossier.party[p] for p in sorted(self._introduced)):
            short = self._short(party).removeprefix("the ") if party.type != "person" else ""
            for name in sorted((party.name, *party.aliases), key=len, reverse=True):
                if short and len(name.split()) > 3:
                    role = role.replace(name, short)
        return role

    def brief_name(self, party: str) -> str:
        """Return a party's name as headlines have it: no article or role, an acronym or surname where one is known."""
        found = self.dossier.party[party]
        name = _calm(found.name) if found.type == "person" else found.name
        return (self._short(found) or name).removeprefix("the ").removeprefix("The ")

    def _short(self, party: Party) -> str:
        """Return the surname by which the reports know a person, or a body's acronym; empty where another bears it too."""
        last = party.name.split()[-1]
        for alias in sorted(party.aliases, key=lambda a: (len(a.split()), a)):
            person = party.type == "person" and alias in party.name and (alias == last or alias.endswith(f" {last}"))
            acronym = party.type != "person" and len(party.name.split()) > 3 and alias.isupper() and 1 < len(alias) < 8
            if (person or acronym) and not any(alias in (p.name, *p.aliases) for p in self.dossier.parties if p is not party):
                return alias if person else self._article(alias, party.type)
        return ""

    def _article(self, name: str, kind: str) -> str:
        """Put `the` before a name where the reports mostly do; a plain noun that opened a sentence loses its capital."""
        if name.startswith("The "):
            return f"the {name[4:]}"
        if kind == "person" or name.startswith(("the ", "a ", "an ")):
            return name
        if name[:1].islower() and not name.endswith("s") and name.split()[-1] not in listed("many"):
            return name if name.split()[0] in listed("articles") else f"the {name}"
        if name not in self._articles and kind not in ("state", "government") and self._is_noun(name):
            self._articles[name] = name[:1].lower() + name[1:]
        elif name not in self._articles:
            text = "\n".join(d.text for d in self.dossier.documents)
            inside = r"(?:\b([Tt]he)\s|(?<=[\w,;] ))"  # a headline or the opening of a sentence often drops the article
            found = [m.group(1) for m in re.finditer(inside + re.escape(name) + r"(?!\w|-)", text)]
            self._articles[name] = f"the {name}" if sum(map(bool, found)) * 2 >= max(len(found), 1) else name
        return self._articles[name]

    def _is_noun(self, name: str) -> bool:
        """Whether a name is a plural noun with a capital that only its place gave it: the reports write it without one, too."""
        first, *rest = name.split()
        plain = first[:1].isupper() and first.endswith("s") and not any(w[:1].isupper() for w in rest)
        alone = rf"(?<=\s){re.escape(first.lower())}(?=[\s,.;])"
        return plain and any(re.search(alone, d.text) for d in self.dossier.documents)

    def who(self, ids: Ids) -> str:
        """Return the names of actors as one subject, empty for none."""
        return joined(self.party(p) for p in dict.fromkeys(self.dossier.party_of[i].id for i in ids))

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
        speakers = {self.dossier.party_of[i].id for i in said.speaker}
        holders = {self.dossier.party_of[i].id for i in holder}
        speaker = self.who(said.speaker)
        if not holders or speakers == holders:
            return speaker, "said"
        acts = {a for s in speakers for a in self.dossier.party[s].acts_for}
        behalf = {self.dossier.party_of[i].id for i in said.on_behalf_of if i in self.dossier.party_of}
        if holders <= speakers | acts | behalf:
            return self._for(speaker, self.who(holder)), "said"
        return f"{speaker} said that {self.who(holder)}", "said"  # the speaker is not bound by what another wants

    def _for(self, speaker: str, holder: str) -> str:
        """Say once in whose name a speaker speaks."""
        plain = speaker.split(" (")[0].split()[-1]
        if (plain, holder) in self._placed or holder.removeprefix("the ") in speaker:
            return speaker
        self._placed.add((plain, holder))
        return f"{speaker}, for {holder},"

    def attributed(self, finding: Finding, clause: str, others: Iterable[Finding] = ()) -> str:
        """Return a clause as the account of its report, in turns that do not repeat themselves within a paragraph.

        What rests on `others` of several reports as well is the account of them all.
        """
        sources = list(dict.fromkeys(self.source(f) for f in (finding, *others)))
        if len(sources) > 1:
            self.new_paragraph()
            return f"according to {joined(sources) if len(sources) == 2 else f'{len(sources)} reports'}, {clause}"
        source = sources[0]
        self._turn = self._turn + 1 if source == self._last_source else 0
        self._last_source = source
        again = self._turn and len(source.split()) > 2
        return _ATTRIBUTIONS[self._turn % len(_ATTRIBUTIONS)].format(source="the same report" if again else source, clause=clause)

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
            for s in self.dossier.of(Statement)
            if s.document == finding.document and s.speaker and all(any(o.covers(i) for o in s.spans) for i in finding.spans)
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
        told: set[int] = set()
        for c in self._told_words:
            if c.document == finding.document:
                told.update(range(max(c.start, span.start), min(c.end, span.end)))
        return len(told) >= _MOSTLY * len(span.text)

    def opened(self, finding: Finding) -> tuple[Span, ...]:
        """Return a finding's words with what opens their clause ("if", "ruled out"), where they make no sense without it."""
        document = self.dossier.document[finding.document]
        starts = [_verb_group(document.text, _opening(document.text, s.start)) for s in finding.spans]
        words = " ".join(document.text[a : s.end].lower() for a, s in zip(starts, finding.spans, strict=True))
        if not set(re.findall(r"[\w’']+", words)) & listed("refusals"):
            starts[0] = _refusal(document.text, starts[0])
        return tuple(document.span(a, s.end) for a, s in zip(starts, finding.spans, strict=True))


def _calm(name: str) -> str:
    """Return a name or role that a transcript shouts in ordinary letters, on one line.

    >>> _calm("MS BRILL"), _calm("UN")
    ('Ms Brill', 'UN')
    """
    name = " ".join(name.split())
    return name.title() if name.isupper() and len(name) > 3 else name


def _opening(text: str, start: int) -> int:
    """Where the clause opens whose words begin at `start`: at a whole word ("we're"), at most two connectives before."""
    while start and text[start] in "'’" and text[start - 1].isalnum():
        start -= len(re.split(r"\W", text[:start])[-1])
    for _ in range(2):
        found = re.search(r"([A-Za-z]+) $", text[max(0, start - 14) : start])
        if found is None or found.group(1).lower() not in listed("connectives"):
            return start
        start -= len(found.group(0))
    return start


def _verb_group(text: str, start: int) -> int:
    """Where the verb begins whose last words start there ("would not raise"), with its subject where that is short and plain."""
    opened = start
    for _ in range(_VERBS):
        found = re.search(r"([A-Za-z][\w'’]*) $", text[max(0, opened - 14) : opened])
        word = found.group(1).lower().replace("’", "'") if found else ""
        if found is None or word not in listed("auxiliaries") | listed("leaning"):
            break
        opened -= len(found.group(0))
    if opened == start or text[opened:start].strip().lower() == "to":
        return start
    words = list(re.finditer(r"[\w'’-]+ ", text[max(0, opened - _BACK) : opened]))
    if not words or words[-1].end() != min(_BACK, opened) or words[-1].group().strip().lower() in listed("bounds"):
        return opened
    taken = 2 if len(words) > 1 and words[-2].group().strip().lower() in listed("determiners") else 1
    before = text[: opened - sum(len(w.group()) for w in words[-taken:])].rstrip(" ")
    at_bound = not before or before[-1] in '.?!,;:\n"“”' or before.split()[-1].lower() in listed("bounds")
    return opened - sum(len(w.group()) for w in words[-taken:]) if at_bound else opened


def _refusal(text: str, start: int) -> int:
    """Where the refusal stands that governs the words at `start`, a few words before in the same clause; else `start`."""
    before = re.split(r"[.?!;:,\n\"“”]", text[max(0, start - _BACK) : start])[-1]
    found = [m for m in re.finditer(r"\S+", before) if m.group(0).lower() in listed("refusals")]
    return start - len(before) + found[-1].start() if found else start


def joined(names: Iterable[str]) -> str:
    """Return names as English lists them.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    found = list(names)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def claim(text: str, kind: SentenceKind, citations: Iterable[Citation]) -> Claim:
    """Return a sentence with its capital and full stop, and each citation once."""
    text = first_capital(text.strip(" ,"))  # spaces stay as they are: a quotation may hold two of them
    return Claim(text if text[-1] in ".?!" else text + ".", kind, tuple(dict.fromkeys(citations)))
