"""What servers said of their answers, and who is protected; both only added to."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0001"


def upgrade() -> None:
    """Make the two tables and the triggers that refuse changes."""
    text, integer = sa.Text, sa.Integer
    op.create_table(
        "fetch",
        sa.Column("number", integer, primary_key=True),
        sa.Column("address", text, nullable=False),
        sa.Column("etag", text),
        sa.Column("modified", text),
        sa.Column("fetched", text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("fetch_by_address", "fetch", ["address"])
    op.create_table(
        "protection",
        sa.Column("number", integer, primary_key=True),
        sa.Column("names", text, nullable=False),
        sa.Column("protected", integer, nullable=False),
        sa.Column("reason", text, nullable=False),
        sa.Column("decided", text, nullable=False),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in ("fetch", "protection"):
            refusal = f"SELECT RAISE(ABORT, 'the table {table} is only ever added to')"
            op.execute(f"CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table} BEGIN {refusal}; END")
            op.execute(f"CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table} BEGIN {refusal}; END")
