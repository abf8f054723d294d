"""The one error tree: every message is a sentence with what was found, where, and what to do."""


class DragomanError(Exception):
    """Whatever Dragoman refuses, with a sentence for the person who asked."""


class SourceError(DragomanError):
    """A file, page or stream that yields no report: missing, unreadable, empty, too large, no article in it."""


class LanguageError(SourceError):
    """A report in a language that Dragoman does not read."""


class CodedError(DragomanError):
    """A coded file whose records or offsets do not fit the codebook or the text."""


class CitationError(DragomanError):
    """A quotation that does not stand at the place it is said to stand at."""


class StepsError(DragomanError):
    """A file of steps that cannot be followed."""


class StoreError(DragomanError):
    """A dossier file that cannot be opened, is held by another program, is full, or holds other words than it should."""


class PlaceTakenError(StoreError):
    """A report that a dossier cannot take as it is: its id is another report's, or its coding is not the one on record."""


class RuleError(DragomanError):
    """Conditions that cannot be reckoned with: one that waits for itself, stands there twice, or names no step."""


class JudgementError(DragomanError):
    """A person's judgement that cannot be followed: of a finding that is not there, or with a field that its kind has not."""


class OutletsError(DragomanError):
    """A file of outlets that cannot be followed."""
