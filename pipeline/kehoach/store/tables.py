"""The tables of the store. What is searched and linked by stands in columns; a whole plan is the contract's JSON.

The migrations in ``migrations/versions`` make these tables; a test holds the two to each other.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of all tables."""


def _owned(table: str) -> ForeignKey:
    """A reference to a row without which this row has no sense."""
    return ForeignKey(f"{table}.id", ondelete="CASCADE")


class Document(Base):
    """A file that was accepted, once for its content, and how far reading it has come."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int]
    at: Mapped[str] = mapped_column(String(32), index=True)
    state: Mapped[str] = mapped_column(String(16), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    done: Mapped[int | None]
    pages: Mapped[int | None]
    code: Mapped[str | None] = mapped_column(String(64))
    message: Mapped[str | None] = mapped_column(Text)
    page: Mapped[int | None]


class Name(Base):
    """A name under which the file was given; the same content may come under several."""

    __tablename__ = "name"
    __table_args__ = (UniqueConstraint("document_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(_owned("document"))
    name: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(String(32))


class PlanRow(Base):
    """What lists, search and links need of a plan, with corrections applied. It has the id of its document.

    hash   of the plan as used: a draft remembers it
    head   JSON of header and citations
    """

    __tablename__ = "plan"
    __table_args__ = (Index("ix_plan_year_level", "year", "level"),)

    id: Mapped[int] = mapped_column(_owned("document"), primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(32), index=True)
    program: Mapped[str] = mapped_column(String(32))
    hash: Mapped[str] = mapped_column(String(64))
    title: Mapped[str | None] = mapped_column(Text)
    title_plain: Mapped[str] = mapped_column(Text, index=True)
    number: Mapped[str | None] = mapped_column(Text)
    number_key: Mapped[str] = mapped_column(Text, index=True)
    level: Mapped[str | None] = mapped_column(String(16))
    body: Mapped[str | None] = mapped_column(Text, index=True)
    body_plain: Mapped[str] = mapped_column(Text)
    date: Mapped[str | None] = mapped_column(String(10))
    year: Mapped[int | None]
    topic: Mapped[str | None] = mapped_column(Text, index=True)
    status: Mapped[str] = mapped_column(String(16))
    head: Mapped[str] = mapped_column(Text)


class Content(Base):
    """The extracted plan, whole, as it was read; apart from the row that lists go through."""

    __tablename__ = "content"

    plan_id: Mapped[int] = mapped_column(_owned("plan"), primary_key=True, autoincrement=False)
    json: Mapped[str] = mapped_column(Text)


class CorrectionRow(Base):
    """A value that a user put right; one for each place."""

    __tablename__ = "correction"
    __table_args__ = (UniqueConstraint("plan_id", "path"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(_owned("plan"))
    path: Mapped[str] = mapped_column(Text)
    was: Mapped[str] = mapped_column(Text)
    now: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(String(32))


class WaiverRow(Base):
    """A finding that an officer accepts, by its key (``kehoach.waivers``), with the reason."""

    __tablename__ = "waiver"

    plan_id: Mapped[int] = mapped_column(_owned("plan"), primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    reason: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(String(32))


class Term(Base):
    """A syllable of the texts, with its marks or without."""

    __tablename__ = "term"

    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(String(40), unique=True)


class Bits(Base):
    """The plans of a row of plans (``bucket``) that have a word in a field, a bit for each (``index``)."""

    __tablename__ = "bits"

    term_id: Mapped[int] = mapped_column(ForeignKey("term.id"), primary_key=True, autoincrement=False)
    field: Mapped[str] = mapped_column(String(8), primary_key=True)
    bucket: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bits: Mapped[bytes] = mapped_column(LargeBinary)


class KnownAs(Base):
    """A number or title by which others cite a plan."""

    __tablename__ = "known_as"

    plan_id: Mapped[int] = mapped_column(_owned("plan"), primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(Text, primary_key=True, index=True)


class Cited(Base):
    """A number or title of a document that a plan cites."""

    __tablename__ = "cited"

    plan_id: Mapped[int] = mapped_column(_owned("plan"), primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(Text, primary_key=True, index=True)


class Link(Base):
    """A plan that cites another one of the store."""

    __tablename__ = "link"

    child_id: Mapped[int] = mapped_column(_owned("plan"), primary_key=True, autoincrement=False)
    parent_id: Mapped[int] = mapped_column(_owned("plan"), primary_key=True, autoincrement=False, index=True)


class LocalityRow(Base):
    """A profile of a unit that drafts are made for."""

    __tablename__ = "locality"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    json: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(String(32))


class DraftRow(Base):
    """A draft with what it was made of; it outlives its parent plan and its profile."""

    __tablename__ = "draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id", ondelete="SET NULL"), index=True)
    parent_hash: Mapped[str] = mapped_column(String(64))
    locality_id: Mapped[int | None] = mapped_column(ForeignKey("locality.id", ondelete="SET NULL"))
    locality: Mapped[str] = mapped_column(Text)
    day: Mapped[str] = mapped_column(String(10))
    answers: Mapped[str] = mapped_column(Text)
    edits: Mapped[str] = mapped_column(Text)
    json: Mapped[str] = mapped_column(Text)
    title: Mapped[str | None] = mapped_column(Text)
    unit: Mapped[str] = mapped_column(Text)
    open: Mapped[int]
    made: Mapped[str] = mapped_column(String(32))
    at: Mapped[str] = mapped_column(String(32), index=True)
