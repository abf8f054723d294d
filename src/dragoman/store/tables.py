"""The tables of a dossier file. What is in them is added and never changed; the database itself refuses."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

raw = Table(
    "raw",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, comment="the bytes as they came; null once erased"),
    sqlite_strict=True,
)

report = Table(
    "report",
    metadata,
    Column("number", Integer, primary_key=True, comment="in the order of adding"),
    Column("document", Text, nullable=False, comment="the report's id; its versions share it"),
    Column("version", Integer, nullable=False),
    Column("sha256", Text, ForeignKey("raw.sha256"), nullable=False),
    Column("form", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("address", Text),
    Column("date", Text),
    Column("publisher", Text),
    Column("headline", Text, comment="null once erased"),
    Column("text", Text, comment="what all offsets count in; null once erased"),
    Column("about", Text, comment="the other parts of the report, as JSON; null once erased"),
    Column("added", Text, nullable=False, comment="when it was added, ISO 8601 in UTC"),
    UniqueConstraint("document", "version"),
    UniqueConstraint("document", "text_sha256"),
    Index("report_by_address", "address"),
    Index("report_by_text", "text_sha256"),
    sqlite_strict=True,
)

coding = Table(
    "coding",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", Integer, ForeignKey("report.number"), nullable=False),
    Column("coder", Text, nullable=False, comment="who or what read it, with version"),
    Column("findings", Integer, nullable=False, comment="how many it has"),
    Column("added", Text, nullable=False),
    Index("coding_by_report", "report"),
    sqlite_strict=True,
)

finding = Table(
    "finding",
    metadata,
    Column("coding", Integer, ForeignKey("coding.number"), primary_key=True),
    Column("place", Integer, primary_key=True, comment="in the order of the coding"),
    Column("id", Text, nullable=False, comment="hash of what it says"),
    Column("kind", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("content", Text, comment="what it says, as JSON; null once erased"),
    Index("finding_by_id", "id"),
    sqlite_strict=True,
)

erasure = Table(
    "erasure",
    metadata,
    Column("report", Integer, ForeignKey("report.number"), primary_key=True),
    Column("reason", Text, nullable=False),
    Column("erased", Text, nullable=False),
    sqlite_strict=True,
)

fetch = Table(
    "fetch",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("address", Text, nullable=False, comment="of a page or a feed, as it was asked"),
    Column("etag", Text, comment="what the server said of its answer"),
    Column("modified", Text, comment="its Last-Modified, as it was written"),
    Column("fetched", Text, nullable=False),
    Index("fetch_by_address", "address"),
    sqlite_strict=True,
)

protection = Table(
    "protection",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("names", Text, nullable=False, comment="the person's name and other names, as a JSON list"),
    Column("protected", Integer, nullable=False, comment="1 from here on withheld, 0 no longer"),
    Column("reason", Text, nullable=False),
    Column("decided", Text, nullable=False),
    sqlite_strict=True,
)

judgement = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True, comment="in the order of judging"),
    Column("id", Text, nullable=False, unique=True, comment="hash of what it says"),
    Column("document", Text, nullable=False, comment="the report it is on; empty for an undo"),
    Column("content", Text, comment="what it says, as JSON; null once erased"),
    sqlite_strict=True,
)

ERASABLE = {"raw": ("content",), "report": ("headline", "text", "about"), "finding": ("content",), "coding": (), "erasure": (),
            "fetch": (), "protection": (), "judgement": ("content",)}  # fmt: skip
"""The columns that `forget` empties; nothing else in a row is ever changed, and no row is ever taken out."""
