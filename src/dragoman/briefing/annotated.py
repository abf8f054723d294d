"""Findings as W3C Web Annotations (JSON-LD), so that other programs can show them on the report's own words."""

import json
from typing import Any

from dragoman.assembly import Dossier
from dragoman.briefing.sheets import told
from dragoman.model import Document, Finding, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of prefix and suffix, as the usual annotation programs keep them."""


def annotations(dossier: Dossier) -> str:
    """Return an AnnotationPage with an annotation for each finding; positions count in the report's text as it was read."""
    page = {
        "@context": CONTEXT,
        "id": "urn:dragoman:annotations",
        "type": "AnnotationPage",
        "items": [_annotation(dossier, f) for f in dossier.findings],
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotation(dossier: Dossier, finding: Finding) -> dict[str, Any]:
    document = dossier.document[finding.document]
    values = told(dossier, finding)
    words = "; ".join(f"{name}: {value}" for name, value in values.items() if value not in ("", None))
    return {
        "id": f"urn:dragoman:finding:{finding.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": finding.kind},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words},
        ],
        "target": [_target(document, s) for s in finding.spans],
    }


def source_of(document: Document) -> str:
    """Return the address of a report, or a name in its place where it has none that the web knows."""
    if document.url and document.url.startswith(("http://", "https://")) and not any(c in document.url for c in ' <>"{}|\\^`'):
        return document.url
    plain = "-._~"
    name = "".join(
        c if c.isascii() and (c.isalnum() or c in plain) else "".join(f"%{b:02X}" for b in c.encode()) for c in document.id
    )
    return f"urn:dragoman:report:{name}"


def _target(document: Document, span: Span) -> dict[str, Any]:
    text = document.text
    return {
        "source": source_of(document),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
