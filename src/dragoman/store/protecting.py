"""Who is protected. The names stand here, in the dossier alone: they must be known to be withheld."""

import json
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from dragoman.model import Withholding
from dragoman.store.entries import Entry, Hit
from dragoman.store.tables import protection, report


def protect(connection: Connection, names: tuple[str, ...], begins: bool, reason: str, when: str) -> None:
    """Put on record that protection begins or ends; a later word on the same names counts."""
    told = json.dumps(sorted(names), ensure_ascii=False)
    connection.execute(insert(protection).values(names=told, protected=int(begins), reason=reason, decided=when))


def unprotect(connection: Connection, name: str, reason: str, when: str) -> bool:
    """End every protection that has this name among its names."""
    bearing = [names for names in protected(connection) if name.casefold() in {n.casefold() for n in names}]
    for names in bearing:
        protect(connection, names, False, reason, when)
    return bool(bearing)


def protected(connection: Connection) -> tuple[tuple[str, ...], ...]:
    """Return the names of each person whose protection stands, in a fixed order."""
    stands: dict[str, int] = {}
    for row in connection.execute(select(protection.c.names, protection.c.protected).order_by(protection.c.number)):
        stands[row.names] = row.protected
    return tuple(tuple(json.loads(names)) for names, on in sorted(stands.items()) if on)


def shown(hidden: Withholding, entry: Entry) -> Entry:
    """Return a version of a report without protected names."""
    publisher, headline, address = (hidden.cover(v) if v else v for v in (entry.publisher, entry.headline, entry.address))
    return replace(entry, document=hidden.name(entry.document), publisher=publisher, headline=headline, address=address)


def shown_hit(hidden: Withholding, hit: Hit) -> Hit:
    """Return a report that was found without protected names."""
    headline = hidden.cover(hit.headline) if hit.headline else hit.headline
    return replace(hit, document=hidden.name(hit.document), headline=headline, around=hidden.cover(hit.around))


def own_name(connection: Connection, hidden: Withholding, document: str) -> str:
    """Return the id on record of the report that is shown under an id."""
    if not hidden:
        return document
    names = connection.execute(select(report.c.document).distinct()).scalars()
    return next((n for n in names if hidden.name(n) == document), document)
