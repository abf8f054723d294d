"""The briefing in the article's own form."""

from dragoman.briefing.published import Briefing
from dragoman.briefing.quoting import parted
from dragoman.model import Claim


def text(briefing: Briefing) -> str:
    """Return headline, notices, paragraphs with [n], References and Comments, as plain text."""
    out = [f"{briefing.headline} {briefing.notes.marks_of(briefing.headline_cited)}".rstrip(), ""]
    out += [f"Note: {n.text}" for n in briefing.notices]
    out += [""] if briefing.notices else []
    for paragraph in briefing.paragraphs:
        out += [" ".join(sentence(briefing, c) for c in paragraph.claims), ""]
    if briefing.foremost:
        out += ["Possible readings, less sure than what stands above:"]
        out += [*(sentence(briefing, c) for c in briefing.foremost), ""]
    out += ["References:", *briefing.notes.lines]
    out += ["Comments", "No comments yet"]
    return "\n".join(out) + "\n"


def sentence(briefing: Briefing, claim: Claim) -> str:
    """Return the sentence with its numbers before the full stop."""
    told, stop = parted(claim.text)
    return f"{told} {briefing.notes.marks(claim)}{stop}"
