"""The ledger's tables.

Rows are only ever added. What a run adds for one Document is one row of `readings` and the rows that hang on it; a
later reading of the same Document is another row of `readings`, and the newest one counts. Integers (`seq`, `reading`,
`number`) tie rows together inside one file; the lasting ids are the texts under `id`, the same in every ledger.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

APPLICATION_ID = 0x5265436F
"""« ReCo »: in the header of every ledger file, so that another program's database is not taken for one."""

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),
)

acquisitions = Table(
    "acquisitions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("path", String, nullable=False),
    Column("sha256", String),  # none when the file could not be opened
    Column("document", String, ForeignKey("documents.id")),  # none when there was nothing to keep
    Column("version", String, nullable=False),
    Index("ix_acquisitions_path", "path", "seq"),
    Index("ix_acquisitions_document", "document", "path"),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("document", String, ForeignKey("documents.id"), nullable=False),
    Column("version", String, nullable=False),
    Column("given", String),  # the publication date that the person gave
    Column("media_type", String, nullable=False),
    Column("charset", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("dateline", Text),
    Column("published", String),
    Column("published_basis", String, nullable=False),
    Column("published_source", String, nullable=False),
    Column("blocks", Text, nullable=False),  # JSON: [[start, end, kind], …]
    Index("ix_readings_document", "document", "seq"),
    Index("ix_readings_language", "language"),
)

entities = Table(
    "entities",
    metadata,
    Column("key", String, primary_key=True),  # of all the columns: what was known then stays as it was known
    Column("id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_fr", Text),
    Column("country", String),
    Column("voice", String),
    Index("ix_entities_id", "id"),
    Index("ix_entities_name", "name"),
)

places = Table(
    "places",
    metadata,
    Column("key", String, primary_key=True),
    Column("id", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_fr", Text, nullable=False),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String, nullable=False),
    Column("parents", Text, nullable=False),  # JSON: ids, nearest first
    Index("ix_places_id", "id"),
    Index("ix_places_country", "country"),
)

chains = Table(
    "chains",
    metadata,
    Column("key", String, primary_key=True),
    Column("names", Text, nullable=False),  # JSON: who states it, outermost first
    Column("search", Text, nullable=False),  # the names without accents or case, each between bars
)


def _reading() -> Column[int]:
    return Column("reading", Integer, ForeignKey("readings.seq"), nullable=False)


def _span(prefix: str = "", *, nullable: bool = False) -> list[Column[int] | Column[str]]:
    """The three columns of a Span: offsets into `readings.text`, and the words themselves."""
    return [
        Column(f"{prefix}start", Integer, nullable=nullable),
        Column(f"{prefix}end", Integer, nullable=nullable),
        Column(f"{prefix}text", Text, nullable=nullable),
    ]


credits_ = Table(
    "credits",
    metadata,
    _reading(),
    Column("number", Integer, nullable=False),
    *_span(),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),
    PrimaryKeyConstraint("reading", "number"),
)

attributions = Table(
    "attributions",
    metadata,
    _reading(),
    Column("number", Integer, nullable=False),  # its place in reading order, from 1: the 3 of « a3 »
    Column("id", String, nullable=False),
    *_span("source_", nullable=True),
    Column("entity", String, ForeignKey("entities.key")),
    Column("role", Text),
    Column("organisation", Text),
    *_span("cue_", nullable=True),
    *_span("content_"),
    Column("form", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("parent", String),
    PrimaryKeyConstraint("reading", "number"),
    Index("ix_attributions_id", "id"),
    Index("ix_attributions_entity", "entity"),
)

figures = Table(
    "figures",
    metadata,
    _reading(),
    Column("number", Integer, nullable=False),
    Column("id", String, nullable=False),
    *_span(),
    Column("value", Float),
    Column("value_high", Float),
    Column("magnitude", Integer),
    Column("bound", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("group", String, nullable=False),
    Column("effect", String, nullable=False),
    Column("scope", String, nullable=False),
    *_span("place_", nullable=True),
    Column("place", String, ForeignKey("places.key")),
    *_span("date_", nullable=True),
    Column("date_from", String),
    Column("date_to", String),
    Column("perpetrator", Text),
    Column("reality", String, nullable=False),
    Column("chain", String, ForeignKey("chains.key"), nullable=False),
    Column("attribution", String),
    Column("part_of", String),
    PrimaryKeyConstraint("reading", "number"),
    Index("ix_figures_id", "id"),
    Index("ix_figures_effect", "effect", "value"),
    Index("ix_figures_place", "place"),
    Index("ix_figures_chain", "chain"),
    Index("ix_figures_dates", "date_from", "date_to"),
)

claims = Table(
    "claims",
    metadata,
    _reading(),
    Column("number", Integer, nullable=False),
    Column("id", String, nullable=False),
    *_span(),
    Column("chain", String, ForeignKey("chains.key"), nullable=False),
    Column("attribution", String),
    Column("figures", Text, nullable=False),  # JSON: ids
    Column("kind", String, nullable=False),
    Column("also", Text, nullable=False),  # JSON: further kinds
    Column("detail", Text, nullable=False),  # JSON: what the kind needs (parties, place, measures, comparison)
    PrimaryKeyConstraint("reading", "number"),
    Index("ix_claims_kind", "kind"),
    Index("ix_claims_id", "id"),
    Index("ix_claims_chain", "chain"),
)

issues = Table(
    "issues",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.seq")),  # of a Document that was kept…
    Column("acquisition", Integer, ForeignKey("acquisitions.seq")),  # …or of a file that gave none
    Column("kind", String, nullable=False),
    Column("reason", Text, nullable=False),
    *_span(nullable=True),
    Index("ix_issues_reading", "reading"),
    Index("ix_issues_acquisition", "acquisition"),
    Index("ix_issues_kind", "kind"),
)

indexed = Table(
    "indexed",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String, ForeignKey("documents.id"), nullable=False, unique=True),
)

# An inverted index, a row a hash: no more than what is looked up, in the order of looking, and nothing checked.
fingerprints = Table(
    "fingerprints",
    metadata,
    Column("kind", Integer, nullable=False),
    Column("hash", Integer, nullable=False),
    Column("document", Integer, nullable=False),  # its number in `indexed`
    PrimaryKeyConstraint("kind", "hash", "document"),
    sqlite_with_rowid=False,
)

vectors = Table(
    "vectors",
    metadata,
    Column("document", String, ForeignKey("documents.id"), nullable=False),
    Column("model", String, nullable=False),  # what the vectors may be compared with
    Column("data", LargeBinary, nullable=False),  # 16-bit floats, a row a passage
    PrimaryKeyConstraint("document", "model"),
)

related = Table(
    "related",
    metadata,
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    Column("version", String, nullable=False),  # of the reading that was compared with the others
)

relays = Table(
    "relays",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("first", String, ForeignKey("documents.id"), nullable=False),  # the two in the order of their ids
    Column("second", String, ForeignKey("documents.id"), nullable=False),
    Column("relay", Text),  # JSON; none: what was taken for a relay is none
    Index("ix_relays_pair", "first", "second", "seq"),
    Index("ix_relays_second", "second"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("verdict", String, nullable=False),
    Column("records", Text, nullable=False),  # JSON: ids of figures, or of the decisions that are withdrawn
    Column("others", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("when", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("value", Text, nullable=False),  # JSON: what a correction puts in place
)

# What follows from readings, relays and decisions. It is worked out anew where one of these changes, and its rows are
# then replaced: the tables above are the evidence, these are what is made of it.

to_group = Table(
    "to_group",
    metadata,
    # What has a new reading, a new relay or a new decision, so that its figures must be grouped again.
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    sqlite_with_rowid=False,
)

accounts = Table(
    "accounts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("document", String, ForeignKey("documents.id"), nullable=False),
    Column("tells", Boolean, nullable=False),  # figures; else it can only be said what the document seems to be about
    Column("body", Text, nullable=False),  # JSON
    Column("incident", String),
    Index("ix_accounts_document", "document"),
    Index("ix_accounts_incident", "incident"),
)

account_keys = Table(
    "account_keys",
    metadata,
    Column("hash", Integer, nullable=False),
    Column("account", Integer, nullable=False),  # its number in `accounts`
    PrimaryKeyConstraint("hash", "account"),
    Index("ix_account_keys_account", "account"),
    sqlite_with_rowid=False,
)

matches = Table(
    "matches",
    metadata,
    Column("first", String, nullable=False),  # ids of accounts
    Column("second", String, nullable=False),
    Column("body", Text, nullable=False),  # JSON
    PrimaryKeyConstraint("first", "second"),
    Index("ix_matches_second", "second"),
    sqlite_with_rowid=False,
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("date_from", String),
    Column("date_to", String),
    Column("body", Text, nullable=False),  # JSON
    Index("ix_incidents_date", "date_from", "id"),
    Index("ix_incidents_lat", "lat", "lon"),
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    Column("reading", Integer, nullable=False),  # the newest of a Document that tells or speaks of the incident
    Column("incident", String, nullable=False),
    PrimaryKeyConstraint("reading", "incident"),
    Index("ix_members_incident", "incident"),
    sqlite_with_rowid=False,
)

# What a list of incidents shows and asks for, worked out once: rows go where their incident changes.
digests = Table(
    "digests",
    metadata,
    Column("incident", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("date_from", String),
    Column("date_to", String),
    Column("place", String),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String),
    Column("places", Text, nullable=False),  # between bars: the place, what it lies in, its country
    Column(
        "search", Text, nullable=False
    ),  # the words of its name and parties as `words` has them, each between spaces
    Column("label_fr", Text, nullable=False),
    Column("label_en", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    Column("judged", Integer, nullable=False),  # figures that somebody has accepted or rejected
    Column("killed_low", Integer),  # by recoupe's own rule, for all who died or else for those told of
    Column("killed_high", Integer),
    Column("killed_group", String),
    Column("origins_low", Integer, nullable=False),
    Column("origins_high", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("grade", String),
    Column("effects", Text, nullable=False),  # between bars: |killed|wounded|
    Column("parties", Text, nullable=False),  # between bars
    Column("languages", Text, nullable=False),  # between bars
    Column("worth", Float, nullable=False),  # of a person's minute: the disputed, thin and uncertain first
    Index("ix_digests_worth", "worth", "incident"),
    # All that is asked where nothing is filtered out.
    Index("ix_digests_days", "kind", "date_from", "incident", "place", "precision", "conflicts"),
    sqlite_with_rowid=False,
)

WORDS = """CREATE VIRTUAL TABLE words USING fts5(
  title, text, names, content='', columnsize=0, prefix='3', tokenize="unicode61 remove_diacritics 0"
)"""
"""The words of every reading, folded, under its `seq`: an index alone, as the texts are in `readings`. SQLAlchemy does
not know such tables."""
