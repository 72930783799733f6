"""The inverted index of what documents say."""

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables; documents that are there already are not in them yet."""
    op.create_table(
        "indexed",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("document", sa.String(), sa.ForeignKey("documents.id"), nullable=False, unique=True),
    )
    op.create_table(
        "fingerprints",
        sa.Column("kind", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "hash", "document"),
        sqlite_with_rowid=False,
    )
