"""Sentence vectors, and what comparing documents found."""

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables; documents that are there already have not been compared yet."""
    op.create_table(
        "vectors",
        sa.Column("document", sa.String(), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document", "model"),
    )
    op.create_table(
        "related",
        sa.Column("document", sa.String(), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("version", sa.String(), nullable=False),
    )
    op.create_table(
        "relays",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("first", sa.String(), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("second", sa.String(), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("relay", sa.Text()),
    )
    op.create_index("ix_relays_pair", "relays", ["first", "second", "seq"])
