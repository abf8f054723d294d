"""An attribution: whose words, by which cue, and which words they are."""

from dataclasses import dataclass

from dragoman.coding.parse import Word


@dataclass(slots=True)
class Attribution:
    """A cue, the head of the words that name the source (None where unnamed) and the attributed words, in order."""

    cue: list[Word]
    source: Word | None
    content: list[Word]
    addressee: Word | None = None
    form: str = "noun"
    """How the content hangs on the cue, a key of the codebook's certainties; "near" where only one sentence ties them."""
    relayer: Word | None = None
    """Who passes the source's words on."""

    @property
    def by_nearness(self) -> bool:
        """Whether only standing in one sentence ties the quotation to the cue."""
        return self.form == "near"
