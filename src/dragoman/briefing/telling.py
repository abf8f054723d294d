"""How a finding is told: whose words they are, by which name, with which verb."""

import re
from collections.abc import Iterable

from dragoman.assembly import Dossier
from dragoman.briefing.quoting import first_capital
from dragoman.model import Citation, Claim, Finding, Ids, SentenceKind, Statement


class Teller:
    """Names people as a writer does, in full with their role at first mention, and words each sentence by its kind."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.told: set[str] = set()
        self._introduced: set[str] = set()
        self._articles: dict[str, str] = {}

    def party(self, party: str) -> str:
        """Return a party's name, with its role where it is named for the first time."""
        found = self.dossier.party[party]
        name = self._article(found.name, found.type)
        if party in self._introduced or not found.role:
            return name
        self._introduced.add(party)
        role = " ".join(found.role.split())
        return name if role.lower() in name.lower() else f"{name} ({role})"

    def _article(self, name: str, kind: str) -> str:
        """Put `the` before a name where the reports mostly do."""
        if name.startswith("The "):
            return f"the {name[4:]}"
        if kind == "person" or name.startswith("the "):
            return name
        if name not in self._articles:
            text = "\n".join(d.text for d in self.dossier.documents)
            inside = r"(?:\b([Tt]he)\s|(?<=[\w,;] ))"  # a headline or the opening of a sentence often drops the article
            found = [m.group(1) for m in re.finditer(inside + re.escape(name) + r"(?!\w|-)", text)]
            self._articles[name] = f"the {name}" if sum(map(bool, found)) * 2 >= max(len(found), 1) else name
        return self._articles[name]

    def who(self, ids: Ids) -> str:
        """Return the names of actors as one subject, empty for none."""
        return joined(self.party(p) for p in dict.fromkeys(self.dossier.party_of[i].id for i in ids))

    def statement(self, finding: Finding) -> Statement | None:
        """Return the statement a finding is said in, where its speaker is known."""
        found = self.dossier.finding.get(getattr(finding, "statement", None) or "")
        return found if isinstance(found, Statement) and found.speaker else None

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
        if acts & holders or set(said.on_behalf_of) & set(holder):
            return f"{speaker}, for {self.who(holder)},", "said"
        return f"{self.who(holder)}, as {speaker} has it,", "said"  # the speaker is not bound by what another wants

    def source(self, finding: Finding) -> str:
        """Return `the report`, or its publisher where there are several reports."""
        document = self.dossier.document[finding.document]
        if len(self.dossier.documents) == 1:
            return "the report"
        return self._article(document.publisher, "organisation") if document.publisher else f"the report {document.id}"

    def once(self, finding: Finding) -> bool:
        """Return whether the finding has not been told yet, and mark it as told."""
        new = finding.id not in self.told
        self.told.add(finding.id)
        return new


def joined(names: Iterable[str]) -> str:
    """Return names as English lists them.

    >>> joined(["a", "b", "c"])
    'a, b and c'
    """
    found = list(names)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def claim(text: str, kind: SentenceKind, citations: Iterable[Citation]) -> Claim:
    """Return a sentence with its capital and full stop, and each citation once."""
    text = first_capital(" ".join(text.split()).rstrip(" ,"))
    return Claim(text if text[-1] in ".?!" else text + ".", kind, tuple(dict.fromkeys(citations)))
