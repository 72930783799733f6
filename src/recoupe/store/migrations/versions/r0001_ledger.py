"""The first tables: documents, acquisitions, readings, and the records that hang on a reading."""

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "chains",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("sha256", sa.String(), nullable=False, unique=True),
    )
    op.create_table(
        "entities",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text()),
        sa.Column("country", sa.String()),
        sa.Column("voice", sa.String()),
    )
    op.create_index("ix_entities_id", "entities", ["id"])
    op.create_index("ix_entities_name", "entities", ["name"])
    op.create_table(
        "places",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
    )
    op.create_index("ix_places_country", "places", ["country"])
    op.create_index("ix_places_id", "places", ["id"])
    op.create_table(
        "acquisitions",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("sha256", sa.String()),
        sa.Column("document", sa.String(), sa.ForeignKey("documents.id")),
        sa.Column("version", sa.String(), nullable=False),
    )
    op.create_index("ix_acquisitions_document", "acquisitions", ["document", "path"])
    op.create_index("ix_acquisitions_path", "acquisitions", ["path", "seq"])
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document", sa.String(), sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("given", sa.String()),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("charset", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("dateline", sa.Text()),
        sa.Column("published", sa.String()),
        sa.Column("published_basis", sa.String(), nullable=False),
        sa.Column("published_source", sa.String(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
    )
    op.create_index("ix_readings_document", "readings", ["document", "seq"])
    op.create_index("ix_readings_language", "readings", ["language"])
    op.create_table(
        "attributions",
        sa.Column("reading", sa.Integer(), sa.ForeignKey("readings.seq"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source_start", sa.Integer()),
        sa.Column("source_end", sa.Integer()),
        sa.Column("source_text", sa.Text()),
        sa.Column("entity", sa.String(), sa.ForeignKey("entities.key")),
        sa.Column("role", sa.Text()),
        sa.Column("organisation", sa.Text()),
        sa.Column("cue_start", sa.Integer()),
        sa.Column("cue_end", sa.Integer()),
        sa.Column("cue_text", sa.Text()),
        sa.Column("content_start", sa.Integer(), nullable=False),
        sa.Column("content_end", sa.Integer(), nullable=False),
        sa.Column("content_text", sa.Text(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("parent", sa.String()),
        sa.PrimaryKeyConstraint("reading", "number"),
    )
    op.create_index("ix_attributions_entity", "attributions", ["entity"])
    op.create_index("ix_attributions_id", "attributions", ["id"])
    op.create_table(
        "claims",
        sa.Column("reading", sa.Integer(), sa.ForeignKey("readings.seq"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("chain", sa.String(), sa.ForeignKey("chains.key"), nullable=False),
        sa.Column("attribution", sa.String()),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("also", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reading", "number"),
    )
    op.create_index("ix_claims_chain", "claims", ["chain"])
    op.create_index("ix_claims_id", "claims", ["id"])
    op.create_index("ix_claims_kind", "claims", ["kind"])
    op.create_table(
        "credits",
        sa.Column("reading", sa.Integer(), sa.ForeignKey("readings.seq"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reading", "number"),
    )
    op.create_table(
        "figures",
        sa.Column("reading", sa.Integer(), sa.ForeignKey("readings.seq"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Float()),
        sa.Column("value_high", sa.Float()),
        sa.Column("magnitude", sa.Integer()),
        sa.Column("bound", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("place_start", sa.Integer()),
        sa.Column("place_end", sa.Integer()),
        sa.Column("place_text", sa.Text()),
        sa.Column("place", sa.String(), sa.ForeignKey("places.key")),
        sa.Column("date_start", sa.Integer()),
        sa.Column("date_end", sa.Integer()),
        sa.Column("date_text", sa.Text()),
        sa.Column("date_from", sa.String()),
        sa.Column("date_to", sa.String()),
        sa.Column("perpetrator", sa.Text()),
        sa.Column("reality", sa.String(), nullable=False),
        sa.Column("chain", sa.String(), sa.ForeignKey("chains.key"), nullable=False),
        sa.Column("attribution", sa.String()),
        sa.Column("part_of", sa.String()),
        sa.PrimaryKeyConstraint("reading", "number"),
    )
    op.create_index("ix_figures_chain", "figures", ["chain"])
    op.create_index("ix_figures_dates", "figures", ["date_from", "date_to"])
    op.create_index("ix_figures_effect", "figures", ["effect", "value"])
    op.create_index("ix_figures_id", "figures", ["id"])
    op.create_index("ix_figures_place", "figures", ["place"])
    op.create_table(
        "issues",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("reading", sa.Integer(), sa.ForeignKey("readings.seq")),
        sa.Column("acquisition", sa.Integer(), sa.ForeignKey("acquisitions.seq")),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("text", sa.Text()),
    )
    op.create_index("ix_issues_acquisition", "issues", ["acquisition"])
    op.create_index("ix_issues_kind", "issues", ["kind"])
    op.create_index("ix_issues_reading", "issues", ["reading"])
