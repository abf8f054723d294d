"""What people said of findings; only added to, and emptied where a report is erased."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table and the triggers that refuse changes."""
    op.create_table(
        "judgement",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("content", sa.Text),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        refusal = "SELECT RAISE(ABORT, 'the table judgement is only ever added to')"
        op.execute(f"CREATE TRIGGER judgement_is_never_deleted BEFORE DELETE ON judgement BEGIN {refusal}; END")
        same = "NEW.content IS NULL AND NEW.number IS OLD.number AND NEW.id IS OLD.id AND NEW.document IS OLD.document"
        op.execute(
            f"CREATE TRIGGER judgement_is_never_changed BEFORE UPDATE ON judgement WHEN NOT ({same}) BEGIN {refusal}; END"
        )
