"""The line that names the paper, at the head or the foot of a saved report: "The Harbour Gazette | World"."""

import re
from collections.abc import Iterable

_CUT = re.compile(r"\s*[|•·–—]\s*|\s+-\s+|,\s")
_TOLD = re.compile(r"(?:(?:first )?published (?:by|in)|source:|copyright|©|\(c\))\s+(?:\d{4}\s+)?", re.I)
_SMALL = frozenset(("the", "of", "and", "&", "on", "for", "de", "la", "le"))
_MOST = 6  # words
_PAPERS = frozenset(
    "agency anzeiger bulletin chronicle correspondent courier daily dispatch echo examiner express gazette globe guardian herald "
    "independent inquirer journal ledger mail mercury messenger mirror monitor news newswire observer post press record register "
    "reporter review sentinel standard star sun telegraph telegram times today tribune voice weekly wire zeitung".split()
)


def names_paper(line: str, addresses: Iterable[str] = ()) -> str | None:
    """Return the paper that a line names and does nothing else, or None.

    A line of a few capitalised words names one where it stands in the address of a reference, or holds a word for a paper.

    >>> names_paper("The Harbour Gazette | World"), names_paper("Pilots walk out of Gazette talks")
    ('The Harbour Gazette', None)
    >>> names_paper("Published by Elm Street Wire")
    'Elm Street Wire'
    >>> names_paper("Nordlys", ["https://www.nordlys.example/2031/05/02/cod"])
    'Nordlys'
    """
    told = _TOLD.match(line.strip())
    name = _CUT.split(line.strip()[told.end() if told else 0 :])[0].strip()
    words = name.split()
    if not words or len(words) > _MOST or re.search(r"[.?!:;\"“”]", name):
        return None
    if not all(w[0].isupper() or w.lower() in _SMALL or w[0].isdigit() for w in words):
        return None
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    short = plain.removeprefix("the")
    hosts = (re.sub(r"[^a-z0-9]", "", re.sub(r"^\w+://|/.*$", "", a.lower())) for a in addresses)
    housed = len(short) > 3 and any(short in host for host in hosts)
    return name if told or housed or (len(words) > 1 and words[-1].lower() in _PAPERS) else None
