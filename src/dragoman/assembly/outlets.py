"""What kind of outlet a report comes from, as a file of the user's says; unknown where it says nothing, never guessed."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model import Document, OutletsError

OutletKind = Literal["independent", "state", "party", "official", "unknown"]
_FORM = '[outlets]\n"Its Name" = { kind = "party", of = "The Union" }'


@dataclass(frozen=True)
class Outlet:
    """`kind`: independent, state, party (speaks for `of`), official (a release of `of`), unknown."""

    kind: OutletKind = "unknown"
    of: str = ""

    @property
    def is_own_word(self) -> bool:
        """Whether what it prints is the word of `of`, and no confirmation of it from outside."""
        return self.kind in ("party", "official") and bool(self.of)


def read_outlets(text: str) -> dict[str, Outlet]:
    """Return the outlets by publisher that a TOML file names. Raises `OutletsError` with a sentence where it cannot be read.

    >>> read_outlets('[outlets]\\n"Union Voice" = { kind = "party", of = "The Union" }')["Union Voice"].of
    'The Union'
    """
    try:
        table = tomllib.loads(text).get("outlets")
    except tomllib.TOMLDecodeError as error:
        raise OutletsError(f"The outlets file is no TOML: {error}. Write it as {_FORM!r}.") from None
    if not isinstance(table, dict):
        raise OutletsError(f"The outlets file has no table [outlets]. Write it as {_FORM!r}.")
    return {name: _outlet(name, told) for name, told in table.items()}


def _outlet(name: str, told: object) -> Outlet:
    fields = {"kind": told} if isinstance(told, str) else told
    if not isinstance(fields, dict) or set(fields) - {"kind", "of"} or fields.get("kind") not in get_args(OutletKind):
        kinds = ", ".join(get_args(OutletKind))
        raise OutletsError(
            f"Outlets file: {name!r} is {told!r}; give it a kind, one of {kinds}, and for party or official whose (of)."
        )
    if fields["kind"] in ("party", "official") and not fields.get("of"):
        raise OutletsError(f"Outlets file: {name!r} is a {fields['kind']} outlet of nobody; say whose with of = \"...\".")
    return Outlet(fields["kind"], str(fields.get("of", "")))


def outlets_file(documents: Iterable[Document]) -> str:
    """Return an outlets file to start from: every publisher of the reports, unknown."""
    names = sorted({d.publisher for d in documents if d.publisher})
    head = "# kind: independent, state, party (of whom), official (a release, of whom) or unknown\n[outlets]\n"
    return head + "".join(f'{_quoted(n)} = {{ kind = "unknown" }}\n' for n in names)


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def outlet(document: Document, outlets: Mapping[str, Outlet]) -> Outlet:
    """Return what is known of a report's outlet."""
    return outlets.get(document.publisher or "", Outlet())


__all__ = ["Outlet", "OutletKind", "outlet", "outlets_file", "read_outlets"]
