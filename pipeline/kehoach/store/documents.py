"""Accepted files and how far reading them has come: waiting → reading → done, failed or cancelled."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.orm import Session

from kehoach.store.records import State, StoreError, Upload
from kehoach.store.tables import Document, Name

SECRET = "secret"
OPEN: tuple[State, ...] = ("waiting", "reading")
ATTEMPTS = 3  # a file that took the whole program down so often is not tried again
_LONGEST_NAME = 255


def enter(session: Session, sha256: str, size: int, name: str, now: str) -> tuple[Document, bool]:
    """The row of a content under a name, and whether it was there before. What failed is read again."""
    row = session.scalar(select(Document).where(Document.sha256 == sha256))
    again = row is not None
    if row is None:
        row = Document(sha256=sha256, size=size, at=now, state="waiting", attempts=0)
        session.add(row)
        session.flush()
    elif row.state in ("failed", "cancelled") and row.code != SECRET:
        renew(row)
    last = session.scalar(select(Name).where(Name.document_id == row.id, Name.name == name))
    if last is None:
        session.add(Name(document_id=row.id, name=name, at=now))
    else:
        last.at = now
    row.at = now
    session.flush()
    return row, again


def renew(row: Document) -> None:
    """Put a file back to be read from its beginning."""
    row.state, row.attempts = "waiting", 0
    row.done = row.pages = row.code = row.message = row.page = None


def clean_name(name: str) -> str:
    """A file's name for showing, without folders and control characters; nothing on the disk is ever called by it."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    shown = "".join(c if c.isprintable() else " " for c in last).strip()
    return shown[:_LONGEST_NAME] or "khong-ten"


def document_of(session: Session, document_id: int) -> Document:
    """The row of a document. Raises ``StoreError`` where there is none."""
    row = session.get(Document, document_id)
    if row is None:
        raise StoreError("not_found", f"Không có tài liệu số {document_id} trong kho.")
    return row


def state(session: Session, document_id: int) -> State | None:
    """The state of a document, if there is one."""
    found: State | None = session.scalar(select(Document.state).where(Document.id == document_id))
    return found


def is_known(session: Session, sha256: str) -> bool:
    """Was this content accepted before?"""
    return session.scalar(select(Document.id).where(Document.sha256 == sha256)) is not None


def uploads(session: Session, rows: Sequence[Document], again: Collection[int] = ()) -> list[Upload]:
    """Rows as they are given out, with their names, the last first."""
    names: dict[int, list[str]] = {}
    wanted = select(Name).where(Name.document_id.in_([r.id for r in rows])).order_by(Name.at.desc(), Name.id.desc())
    for each in session.scalars(wanted):
        names.setdefault(each.document_id, []).append(each.name)
    return [_upload(row, tuple(names.get(row.id, ["?"])), again=row.id in again) for row in rows]


def listed(session: Session, states: Collection[State] | None, limit: int, since: str) -> list[Upload]:
    """The files that came last, in the states that are asked for, none before a time."""
    wanted = select(Document).where(Document.at >= since).order_by(Document.at.desc(), Document.id.desc()).limit(limit)
    if states is not None:
        wanted = wanted.where(Document.state.in_(states))
    return uploads(session, session.scalars(wanted).all())


def claim(session: Session) -> Upload | None:
    """Take the smallest file that waits, so that long scans do not keep the others waiting; None where none waits."""
    waiting = select(Document).where(Document.state == "waiting").order_by(Document.size, Document.id)
    row = session.scalar(waiting.limit(1))
    if row is None or not move(session, row.id, "waiting", "reading"):
        return None
    session.refresh(row)
    row.attempts += 1
    row.done = row.pages = None
    return uploads(session, [row])[0]


def move(session: Session, document_id: int, before: State, after: State) -> bool:
    """Change the state if it still is what it was thought to be."""
    changed = update(Document).where(Document.id == document_id, Document.state == before).values(state=after)
    done = session.execute(changed)
    return isinstance(done, CursorResult) and done.rowcount == 1


def release(session: Session, document_id: int) -> None:
    """A file whose reading was ended in good order waits again, as if it had not begun."""
    row = session.get(Document, document_id)
    if row is not None and row.state == "reading":
        row.state, row.done, row.pages, row.attempts = "waiting", None, None, row.attempts - 1


def put_back(session: Session) -> None:
    """Files whose reading a killed program left are waiting again, or failed where that happened too often."""
    for row in session.scalars(select(Document).where(Document.state == "reading")):
        if row.attempts >= ATTEMPTS:
            row.state, row.code = "failed", "interrupted"
            row.message = "Việc đọc tệp này nhiều lần bị ngắt giữa chừng. Hãy thử lại, hoặc gửi tệp dạng khác."
        else:
            row.state, row.done, row.pages = "waiting", None, None


def forget(session: Session, document_id: int) -> str:
    """Delete a document with all that hangs on it; returns the hash of its content."""
    row = document_of(session, document_id)
    session.execute(delete(Document).where(Document.id == document_id))
    return row.sha256


def _upload(row: Document, names: tuple[str, ...], *, again: bool) -> Upload:
    state: State = row.state  # type: ignore[assignment]  # only states are written
    return Upload(
        id=row.id,
        name=names[0],
        names=names,
        sha256=row.sha256,
        size=row.size,
        at=row.at,
        state=state,
        done=row.done,
        pages=row.pages,
        code=row.code,
        message=row.message,
        page=row.page,
        again=again,
    )
