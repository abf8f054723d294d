"""What is worth telling: words that say enough by themselves, and say it at the table rather than to reporters."""

import re

from dragoman.briefing.telling import Teller
from dragoman.model import Finding

_FEW = 4  # words of a finding that tell a reader something
_PRESS = (  # what is refused to reporters is no position in the talks
    r"\b(?:refused|declined|decline|refuse) (?:all |any |further )?(?:to )?comment|\b(?:not|n't|n’t) (?:immediately )?comment\b"
    r"|\brequests? for comment\b|\brespond(?:ed)? to (?:questions|requests|calls|e-?mails)\b"
    r"|\bwould not discuss (?:clients|details)|\bdeclined to (?:say|give|name|elaborate)\b"
    r"|\b(?:would|could|did) not (?:say|disclose|give) (?:the |any )?(?:date|details|when|how|whether|why|name)"
)


def enough(teller: Teller, finding: Finding) -> bool:
    """Return whether the words of a finding say enough to be quoted by themselves, and are no question."""
    text = teller.dossier.document[finding.document].text
    asked = any(re.match(r"[^.?!\n]*\?", text[s.end - 1 :]) for s in finding.spans)
    first = teller.opened(finding)[0]
    torn = first.text.lower() in ("that", "which", "who") and len(finding.spans) > 1  # "that ... must end in 28 days"
    relative = torn or re.match(r"(?:of )?(?:which|whom|that (?:[A-Z]\w+ )+(?:has|have|had)|who)\b", first.text)
    hanging = relative or re.search(r"\bwhat (?:(?:he|she|it|they) )?$", text[max(0, first.start - 12) : first.start])
    to_reporters = any(re.search(_PRESS, s.text, re.I) for s in finding.spans)
    return not asked and not hanging and not to_reporters and any(len(s.text.split()) >= _FEW for s in teller.opened(finding))
