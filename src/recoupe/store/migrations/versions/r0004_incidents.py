"""People's decisions, and the incidents that follow from figures, relays and decisions."""

import sqlalchemy as sa
from alembic import op

from recoupe.store import words
from recoupe.store.schema import WORDS

revision = "r0004"
down_revision = "r0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables; the figures that are there already have not been grouped yet."""
    op.create_index("ix_relays_second", "relays", ["second"])
    op.create_table(
        "decisions",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("records", sa.Text(), nullable=False),
        sa.Column("others", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("when", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.create_table(
        "to_group",
        sa.Column("document", sa.String(), sa.ForeignKey("documents.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO to_group SELECT id FROM documents ORDER BY id")
    op.create_table(
        "accounts",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("document", sa.String(), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("tells", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("incident", sa.String()),
    )
    op.create_index("ix_accounts_document", "accounts", ["document"])
    op.create_index("ix_accounts_incident", "accounts", ["incident"])
    op.create_table(
        "account_keys",
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "account"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_account_keys_account", "account_keys", ["account"])
    op.create_table(
        "matches",
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("first", "second"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_matches_second", "matches", ["second"])
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("date_from", sa.String()),
        sa.Column("date_to", sa.String()),
        sa.Column("body", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_incidents_date", "incidents", ["date_from", "id"])
    op.create_index("ix_incidents_lat", "incidents", ["lat", "lon"])
    op.create_table(
        "members",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("reading", "incident"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_members_incident", "members", ["incident"])
    op.create_table(
        "digests",
        sa.Column("incident", sa.String(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("date_from", sa.String()),
        sa.Column("date_to", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("country", sa.String()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("precision", sa.String()),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("label_fr", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Integer(), nullable=False),
        sa.Column("judged", sa.Integer(), nullable=False),
        sa.Column("killed_low", sa.Integer()),
        sa.Column("killed_high", sa.Integer()),
        sa.Column("killed_group", sa.String()),
        sa.Column("origins_low", sa.Integer(), nullable=False),
        sa.Column("origins_high", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("grade", sa.String()),
        sa.Column("effects", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("worth", sa.Float(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_digests_worth", "digests", ["worth", "incident"])
    days = ["kind", "date_from", "incident", "place", "precision", "conflicts"]
    op.create_index("ix_digests_days", "digests", days)
    op.execute(WORDS)
    words.add_all(op.get_bind())
