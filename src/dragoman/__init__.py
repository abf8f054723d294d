"""Dragoman reads the coverage of a negotiation and publishes a cited briefing.

>>> import dragoman
>>> report = dragoman.read_text("Union says no\\n\\nThe union rejected the offer on Friday.", date="2031-03-04")
>>> briefing = dragoman.brief(dragoman.assemble([dragoman.code(report)]))
>>> print(dragoman.render(briefing, "text").splitlines()[-1])
No comments yet
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.analysis import Analysis, analyse
    from dragoman.assembly import Dossier, assemble
    from dragoman.briefing import Briefing, brief, render
    from dragoman.coding import code, code_all
    from dragoman.model import Citation, Coded, Document, DragomanError, Moment, coded_from_plain, coded_to_plain
    from dragoman.reading import read, read_text
    from dragoman.sources import open_source, open_sources

__all__ = [
    "Analysis", "Briefing", "Citation", "Coded", "Document", "Dossier", "DragomanError", "Moment", "analyse",
    "assemble", "brief", "code", "code_all", "coded_from_plain", "coded_to_plain", "open_source", "open_sources", "read",
    "read_text", "render",
]  # fmt: skip
__version__ = "0.1.0"

_HOMES = {
    "analysis": ("Analysis", "analyse"),
    "assembly": ("Dossier", "assemble"),
    "briefing": ("Briefing", "brief", "render"),
    "coding": ("code", "code_all"),
    "model": ("Citation", "Coded", "Document", "DragomanError", "Moment", "coded_from_plain", "coded_to_plain"),
    "reading": ("read", "read_text"),
    "sources": ("open_source", "open_sources"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: `dragoman --help` need not load a parser."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"dragoman.{home}"), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
