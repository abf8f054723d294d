"""From a dossier to a briefing that people read: every sentence with the words it rests on."""

from typing import Literal, get_args

from dragoman.briefing.composing import brief, brief_changes
from dragoman.briefing.markdown import markdown
from dragoman.briefing.plain import plain_json
from dragoman.briefing.published import Briefing, Paragraph
from dragoman.briefing.text import text
from dragoman.model import DragomanError

__all__ = ["Briefing", "Form", "Paragraph", "brief", "brief_changes", "render"]

Form = Literal["text", "markdown", "json", "html"]


def render(briefing: Briefing, form: str) -> str:
    """Return the briefing as `text`, `markdown`, `json` or `html`."""
    match form:
        case "text":
            return text(briefing)
        case "markdown":
            return markdown(briefing)
        case "json":
            return plain_json(briefing)
        case "html":
            from dragoman.briefing.page import page

            return page(briefing)
    raise DragomanError(f"There is no form {form!r} of a briefing; choose one of {', '.join(get_args(Form))}.")
