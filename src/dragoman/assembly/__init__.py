"""One record of the negotiation out of many reports."""

from collections.abc import Iterable

from dragoman.assembly.dossier import Assumption, Dossier, Party, Requirement, Step, Wording
from dragoman.model import Coded, Moment

__all__ = ["Assumption", "Dossier", "Party", "Requirement", "Step", "Wording", "assemble"]


def assemble(coded: Iterable[Coded], *, steps: str | None = None, as_of: Moment | None = None) -> Dossier:
    """Return the dossier of the coded reports as of a day, by default the newest report's date.

    `steps` is the text of a steps file, which says which wordings are one step and which are two.
    """
    raise NotImplementedError
