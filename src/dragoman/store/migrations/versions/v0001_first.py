"""Reports with their raw bytes, codings and findings, what was erased; full-text search; nothing is ever changed."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ERASABLE = {"raw": ("content",), "report": ("headline", "text", "about"), "coding": (), "finding": ("content",), "erasure": ()}


def upgrade() -> None:
    """Make the tables, the triggers that refuse changes, and the index of words."""
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        for table, erasable in _ERASABLE.items():
            _refuse_changes(table, erasable)
        op.execute("CREATE VIRTUAL TABLE words USING fts5(headline, text, content='report', content_rowid='number')")


def _make_tables() -> None:
    text, integer = sa.Text, sa.Integer
    op.create_table(
        "raw",
        sa.Column("sha256", text, primary_key=True),
        sa.Column("size", integer, nullable=False),
        sa.Column("content", sa.LargeBinary),
        sqlite_strict=True,
    )
    op.create_table(
        "report",
        sa.Column("number", integer, primary_key=True),
        sa.Column("document", text, nullable=False),
        sa.Column("version", integer, nullable=False),
        sa.Column("sha256", text, sa.ForeignKey("raw.sha256"), nullable=False),
        sa.Column("form", text, nullable=False),
        sa.Column("text_sha256", text, nullable=False),
        sa.Column("address", text),
        sa.Column("date", text),
        sa.Column("publisher", text),
        sa.Column("headline", text),
        sa.Column("text", text),
        sa.Column("about", text),
        sa.Column("added", text, nullable=False),
        sa.UniqueConstraint("document", "version"),
        sa.UniqueConstraint("document", "text_sha256"),
        sqlite_strict=True,
    )
    op.create_index("report_by_address", "report", ["address"])
    op.create_index("report_by_text", "report", ["text_sha256"])
    op.create_table(
        "coding",
        sa.Column("number", integer, primary_key=True),
        sa.Column("report", integer, sa.ForeignKey("report.number"), nullable=False),
        sa.Column("coder", text, nullable=False),
        sa.Column("findings", integer, nullable=False),
        sa.Column("added", text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("coding_by_report", "coding", ["report"])
    op.create_table(
        "finding",
        sa.Column("coding", integer, sa.ForeignKey("coding.number"), primary_key=True),
        sa.Column("place", integer, primary_key=True),
        sa.Column("id", text, nullable=False),
        sa.Column("kind", text, nullable=False),
        sa.Column("certainty", text, nullable=False),
        sa.Column("content", text),
        sqlite_strict=True,
    )
    op.create_index("finding_by_id", "finding", ["id"])
    op.create_table(
        "erasure",
        sa.Column("report", integer, sa.ForeignKey("report.number"), primary_key=True),
        sa.Column("reason", text, nullable=False),
        sa.Column("erased", text, nullable=False),
        sqlite_strict=True,
    )


def _refuse_changes(table: str, erasable: tuple[str, ...]) -> None:
    """Let no row be deleted, and no column be changed but to empty one that may be erased."""
    columns = [c["name"] for c in sa.inspect(op.get_bind()).get_columns(table)]
    changed = [f"NEW.{c} IS NOT OLD.{c}" + (f" AND NEW.{c} IS NOT NULL" if c in erasable else "") for c in columns]
    refusal = f"SELECT RAISE(ABORT, 'the table {table} is only ever added to')"
    op.execute(f"CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table} BEGIN {refusal}; END")
    op.execute(
        f"CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table} WHEN {' OR '.join(f'({c})' for c in changed)} "
        f"BEGIN {refusal}; END"
    )
