"""The briefing as Markdown."""

import re
from collections.abc import Iterable

from dragoman.briefing.published import Briefing
from dragoman.briefing.quoting import parted
from dragoman.model import Citation, Claim


def markdown(briefing: Briefing) -> str:
    """Return the briefing as Markdown; text from reports is escaped, each [n] links to its reference."""
    out = [f"# {escaped(briefing.headline)} {_marks(briefing, briefing.headline_cited)}".rstrip(), ""]
    out += [line for n in briefing.notices for line in (f"> {escaped(n.text)}", ">")][:-1]
    out += [""] if briefing.notices else []
    for paragraph in briefing.paragraphs:
        out += [f"## {paragraph.theme}", "", " ".join(_sentence(briefing, c) for c in paragraph.claims), ""]
    if briefing.foremost:
        out += ["## Possible readings", "", "Less sure than what stands above.", ""]
        out += [*(f"- {_sentence(briefing, c)}" for c in briefing.foremost), ""]
    out += ["## References", ""]
    out += [f'<a id="r{number}"></a>{escaped(line)}\n' for number, line in enumerate(briefing.notes.lines, 1)]
    out += ["## Comments", "", "No comments yet"]
    return "\n".join(out) + "\n"


def _sentence(briefing: Briefing, claim: Claim) -> str:
    told, stop = parted(claim.text)
    return f"{escaped(told)} {_marks(briefing, claim.citations)}{stop}"


def _marks(briefing: Briefing, citations: Iterable[Citation]) -> str:
    return "".join(f"[\\[{n}\\]](#r{n})" for n in briefing.notes.numbers_of(citations))


def escaped(words: str) -> str:
    """Return words so that Markdown shows them as they are.

    >>> escaped("<b> [1] a_b")
    '&lt;b&gt; \\\\[1\\\\] a\\\\_b'
    """
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]#|])", r"\\\1", words)
