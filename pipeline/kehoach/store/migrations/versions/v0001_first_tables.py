"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _documents()
    _plans()
    _words()
    _citations()
    _drafts()


def downgrade() -> None:
    """Leave nothing."""
    for table in (
        *("draft", "locality", "link", "cited", "known_as", "bits", "term", "correction", "content", "plan"),
        *("name", "document"),
    ):
        op.drop_table(table)


def _text(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=optional)


def _short(name: str, length: int, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=optional)


def _whole(name: str, *, optional: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=optional)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True)


def _of(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], ondelete="CASCADE")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _documents() -> None:
    op.create_table(
        "document",
        _id(),
        _short("sha256", 64),
        _whole("size"),
        _short("at", 32),
        _short("state", 16),
        _whole("attempts"),
        _whole("done", optional=True),
        _whole("pages", optional=True),
        _short("code", 64, optional=True),
        _text("message", optional=True),
        _whole("page", optional=True),
        sa.UniqueConstraint("sha256"),
    )
    _index("document", "state")
    op.create_table(
        "name",
        _id(),
        _whole("document_id"),
        _text("name"),
        _short("at", 32),
        _of("document", "document_id"),
        sa.UniqueConstraint("document_id", "name"),
    )


def _plans() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        _short("at", 32),
        _short("program", 32),
        _short("hash", 64),
        _text("title", optional=True),
        _text("title_plain"),
        _text("number", optional=True),
        _text("number_key"),
        _short("level", 16, optional=True),
        _text("body", optional=True),
        _text("body_plain"),
        _short("date", 10, optional=True),
        _whole("year", optional=True),
        _text("topic", optional=True),
        _short("status", 16),
        _text("head"),
        _of("document", "id"),
    )
    for columns in (("at",), ("number_key",), ("topic",), ("year", "level")):
        _index("plan", *columns)
    op.create_table(
        "content", _whole("plan_id"), _text("json"), _of("plan", "plan_id"), sa.PrimaryKeyConstraint("plan_id")
    )
    op.create_table(
        "correction",
        _id(),
        _whole("plan_id"),
        *(_text(name) for name in ("path", "was", "now", "by")),
        _short("at", 32),
        _of("plan", "plan_id"),
        sa.UniqueConstraint("plan_id", "path"),
    )


def _words() -> None:
    op.create_table("term", _id(), _short("word", 40), sa.UniqueConstraint("word"))
    op.create_table(
        "bits",
        _whole("term_id"),
        _short("field", 8),
        _whole("bucket"),
        sa.Column("bits", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["term_id"], ["term.id"]),
        sa.PrimaryKeyConstraint("term_id", "field", "bucket"),
    )


def _citations() -> None:
    for table in ("known_as", "cited"):
        op.create_table(
            table,
            _whole("plan_id"),
            _text("key"),
            _of("plan", "plan_id"),
            sa.PrimaryKeyConstraint("plan_id", "key"),
        )
        _index(table, "key")
    op.create_table(
        "link",
        _whole("child_id"),
        _whole("parent_id"),
        _of("plan", "child_id"),
        _of("plan", "parent_id"),
        sa.PrimaryKeyConstraint("child_id", "parent_id"),
    )
    _index("link", "parent_id")


def _drafts() -> None:
    op.create_table("locality", _id(), _text("name"), _text("json"), _short("at", 32))
    op.create_table(
        "draft",
        _id(),
        _whole("parent_id", optional=True),
        _short("parent_hash", 64),
        _whole("locality_id", optional=True),
        _text("locality"),
        _short("day", 10),
        *(_text(name) for name in ("answers", "edits", "json")),
        _text("title", optional=True),
        _text("unit"),
        _whole("open"),
        _short("made", 32),
        _short("at", 32),
        *(
            sa.ForeignKeyConstraint([f"{table}_id"], [f"{other}.id"], ondelete="SET NULL")
            for table, other in (("parent", "plan"), ("locality", "locality"))
        ),
    )
    _index("draft", "at")
    _index("draft", "parent_id")
