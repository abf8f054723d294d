"""Ids that follow from content: the same finding has the same id, coding twice adds nothing."""

import hashlib
import json

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def content_hash(*parts: object, length: int = 12) -> str:
    """Return the first `length` hex digits of the SHA-256 of the parts, written as canonical JSON.

    >>> content_hash("position", "report-1", [3, 9])
    '602a763a1988'
    """
    return hashlib.sha256(_CANONICAL.encode(parts).encode()).hexdigest()[:length]


def bytes_hash(raw: bytes) -> str:
    """Return the SHA-256 of the bytes as 64 hex digits."""
    return hashlib.sha256(raw).hexdigest()
