"""The store itself: one class, whose methods are each one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from datetime import date as Date
from pathlib import Path
from types import TracebackType
from typing import IO

from sqlalchemy import make_url, select, update
from sqlalchemy.exc import ArgumentError

from kehoach.draft import Draft
from kehoach.locality import Locality
from kehoach.plan import Correction, Plan
from kehoach.store import documents, drafts, links, plans, search, transfer
from kehoach.store.archive import Archive, DocumentEntry, write_archive
from kehoach.store.database import Database
from kehoach.store.originals import Originals
from kehoach.store.records import (
    DraftSummary,
    Facets,
    Found,
    PlanSummary,
    SavedDraft,
    SavedLocality,
    State,
    StoredPlan,
    StoreError,
    Upload,
)
from kehoach.store.secrecy import secret_mark
from kehoach.store.tables import Document, Link, PlanRow
from kehoach.store.transfer import Imported
from kehoach.waivers import Waiver, checked_reason

DATABASE = "kehoach.db"
LARGEST = 64 * 2**20
_SECRET = "Tài liệu đóng dấu {mark}: không được đọc hoặc lưu trên máy này. Tệp đã bị xóa khỏi kho."


class Store:
    """A folder with a database and original files. Safe to use from several threads."""

    def __init__(self, url: str, folder: Path, largest: int = LARGEST) -> None:
        self.folder = folder
        self.largest = largest
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._files = Originals(folder / "files")
        except OSError as error:
            message = f"Không ghi được vào thư mục dữ liệu ({error.strerror}). Hãy chọn thư mục khác."
            raise StoreError("store_unusable", message, file=str(folder)) from None
        self._database = Database(url, folder)

    @classmethod
    def open(cls, place: Path | str, *, files: Path | str | None = None, largest: int = LARGEST) -> Store:
        """A store in a folder, or at the URL of a database. ``files`` is the folder of original files; only a database
        that is no SQLite file needs it. Raises ``StoreError``.
        """
        if "://" not in str(place):
            folder = Path(files or place).absolute()
            return cls(f"sqlite:///{Path(place).absolute() / DATABASE}", folder, largest)
        try:
            url = make_url(str(place))
        except ArgumentError:
            raise StoreError("bad_url", "Địa chỉ kho dữ liệu không đúng; ví dụ sqlite:///kho/kehoach.db.") from None
        if files is None and not (url.get_backend_name() == "sqlite" and url.database):
            raise StoreError("files_needed", "Kho trên máy chủ dữ liệu cần thêm thư mục để giữ các tệp gốc.")
        return cls(str(place), Path(files or Path(url.database or "").parent).absolute(), largest)

    def close(self) -> None:
        """Give the database back."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Files

    def accept(self, name: str, data: bytes | IO[bytes]) -> Upload:
        """Keep a file, to be read by whoever runs jobs. When this returns, the file outlives any crash.

        The same content again is the same document under another name; what failed before is read again.
        Raises ``StoreError`` (``too_large``, ``empty``).
        """
        incoming = self._files.receive(data, self.largest)
        try:
            with self._database.reading() as session:
                before = session.scalar(select(Document.code).where(Document.sha256 == incoming.sha256))
            if before != documents.SECRET:
                self._files.keep(incoming)
            with self._database.writing() as session:
                row, again = documents.enter(
                    session, incoming.sha256, incoming.size, documents.clean_name(name), _now()
                )
                return documents.uploads(session, [row], again={row.id} if again else ())[0]
        finally:
            incoming.drop()

    def add(self, name: str, data: bytes | IO[bytes], plan: Plan) -> Upload:
        """Keep a file together with what was read of it elsewhere. Raises ``StoreError`` (also ``secret``)."""
        upload = self.accept(name, data)
        self.save_plan(upload.id, plan)
        return self.upload(upload.id)

    def upload(self, document_id: int) -> Upload:
        """A file and the state of its reading. Raises ``StoreError`` (``not_found``)."""
        with self._database.reading() as session:
            return documents.uploads(session, [documents.document_of(session, document_id)])[0]

    def state(self, document_id: int) -> State | None:
        """How far reading has come; None where there is no such file (any more)."""
        with self._database.reading() as session:
            return documents.state(session, document_id)

    def uploads(self, states: Collection[State] | None = None, *, limit: int = 100, since: str = "") -> list[Upload]:
        """The files that came last, all or those in some states, or not before a time (ISO, UTC)."""
        with self._database.reading() as session:
            return documents.listed(session, states, limit, since)

    def original(self, document_id: int) -> Path:
        """Where the original file is (its name is a hash). Raises ``StoreError``."""
        path = self._files.path(self.upload(document_id).sha256)
        if not path.is_file():
            raise StoreError("no_original", "Tệp gốc không còn trong kho.")
        return path

    def cancel(self, document_id: int) -> bool:
        """Stop the reading of a file that waits or is being read; False where there was nothing to stop."""
        with self._database.writing() as session:
            documents.document_of(session, document_id)
            return any(documents.move(session, document_id, state, "cancelled") for state in documents.OPEN)

    def retry(self, document_id: int) -> Upload:
        """Read a file anew: after a failure, or with a newer program. Raises ``StoreError`` for secrets."""
        with self._database.writing() as session:
            row = documents.document_of(session, document_id)
            if row.code == documents.SECRET:
                raise StoreError(documents.SECRET, row.message or "")
            documents.renew(row)
            session.flush()
            return documents.uploads(session, [row])[0]

    def remove(self, document_id: int) -> None:
        """Delete a file with its plan and corrections; drafts made of it stay."""
        with self._database.writing() as session:
            plans.forget_words(session, document_id)
            sha256 = documents.forget(session, document_id)
        self._files.remove(sha256)

    # What runs jobs tells the store

    def recover(self) -> None:
        """After a crash, by the only process that reads: files that were being read wait again, leftovers go."""
        with self._database.writing() as session:
            documents.put_back(session)
            known = set(session.scalars(select(Document.sha256)))
        self._files.sweep(known)

    def claim(self) -> Upload | None:
        """Take the next file to be read, if any."""
        with self._database.writing() as session:
            return documents.claim(session)

    def release(self, document_id: int) -> None:
        """Give back a file that was claimed and not read to its end."""
        with self._database.writing() as session:
            documents.release(session, document_id)

    def progress(self, document_id: int, done: int, pages: int) -> None:
        """Note how many scanned pages have been read."""
        with self._database.writing() as session:
            session.execute(update(Document).where(Document.id == document_id).values(done=done, pages=pages))

    def fail(self, document_id: int, code: str, message: str, page: int | None = None) -> None:
        """Note that a file could not be read, and why, unless that was cancelled."""
        with self._database.writing() as session:
            row = documents.document_of(session, document_id)
            if row.state in documents.OPEN:
                row.state, row.code, row.message, row.page = "failed", code, message, page

    def save_plan(self, document_id: int, plan: Plan, *, unless_cancelled: bool = False) -> None:
        """Keep what was read of a file. A state secret is refused: its file is deleted, the reason stays.

        Raises ``StoreError`` (``secret``, ``not_found``).
        """
        if mark := secret_mark(plan):
            self._refuse(document_id, mark)
        with self._database.writing() as session:
            row = documents.document_of(session, document_id)
            if unless_cancelled and row.state not in documents.OPEN:
                return
            row.state, row.code, row.message, row.page = "done", None, None, None
            plans.save(session, document_id, plan, _now())

    def _refuse(self, document_id: int, mark: str) -> None:
        message = _SECRET.format(mark=mark.upper())
        with self._database.writing() as session:
            row = documents.document_of(session, document_id)
            row.state, row.code, row.message = "failed", documents.SECRET, message
            sha256 = row.sha256
        self._files.remove(sha256)
        raise StoreError(documents.SECRET, message)

    # The whole

    def export_to(self, path: Path) -> int:
        """Everything into one archive; returns the number of documents. Raises ``StoreError`` (``cannot_write``)."""
        with self._database.reading() as session:
            index = transfer.index_of(session)
            write_archive(path, index, self._files.path, lambda sha256: transfer.plan_json(session, sha256))
        return len(index.documents)

    def import_from(self, path: Path) -> Imported:
        """What an archive holds and this store has not. Raises ``StoreError`` (``not_an_archive``, ``too_large``)."""
        archive = Archive(path)
        try:
            new = sum(self._import_document(archive, entry) for entry in archive.index.documents)
            with self._database.writing() as session:
                localities, made = transfer.put_others(session, archive.index, _now())
            return Imported(new, localities, made, len(archive.index.documents) - new)
        finally:
            archive.close()

    def _import_document(self, archive: Archive, entry: DocumentEntry) -> bool:
        """One document, whole, in one transaction; False where it is there already."""
        with self._database.reading() as session:
            if documents.is_known(session, entry.sha256):
                return False
        plan = archive.plan(entry) if entry.plan else None
        if plan and secret_mark(plan):
            return False
        if entry.original:
            archive.keep_original(entry, self._files, self.largest)
        with self._database.writing() as session:
            document_id = transfer.put_document(session, entry)
            if plan:
                plan.corrections = entry.corrections
                plans.save(session, document_id, plan, entry.at)
                plans.put_waivers(session, document_id, entry.waivers)
        return True

    # Plans

    def plan(self, plan_id: int) -> StoredPlan:
        """A plan with its corrections. Raises ``StoreError`` (``not_found``)."""
        with self._database.reading() as session:
            return plans.stored(session, plan_id)

    def summary(self, plan_id: int) -> PlanSummary:
        """What lists show of a plan. Raises ``StoreError`` (``not_found``)."""
        with self._database.reading() as session:
            found = search.summaries(session, [plan_id])
        if not found:
            raise StoreError("not_found", f"Không có kế hoạch số {plan_id} trong kho.")
        return found[0]

    def correct(self, plan_id: int, path: str, value: object, *, by: str = "") -> Correction:
        """Put a value right; ``path`` as in ``kehoach.corrections``. Raises ``CorrectionError``, ``StoreError``."""
        with self._database.writing() as session:
            return plans.correct(session, plan_id, path, value, by, _now())

    def uncorrect(self, plan_id: int, path: str) -> None:
        """Take a correction back; the extracted value holds again."""
        with self._database.writing() as session:
            plans.uncorrect(session, plan_id, path)

    def waive(self, plan_id: int, key: str, reason: str, *, by: str = "") -> Waiver:
        """Accept a finding, for a reason; ``key`` as in ``kehoach.waivers``. Raises ``WaiverError``, ``StoreError``."""
        told = checked_reason(reason)
        with self._database.writing() as session:
            return plans.waive(session, plan_id, key, told, by, _now())

    def unwaive(self, plan_id: int, key: str) -> None:
        """Take that back; the finding is open again."""
        with self._database.writing() as session:
            plans.unwaive(session, plan_id, key)

    def search(
        self,
        text: str = "",
        *,
        level: str | None = None,
        body: str | None = None,
        year: int | None = None,
        topic: str | None = None,
        number: str | None = None,
        page: int = 1,
        per_page: int = search.PER_PAGE,
    ) -> Found:
        """Plans that hold all words of ``text`` (a word without tone marks finds it with any) and fit the rest."""
        query = search.Query(text, level, body, year, topic, number)
        with self._database.reading() as session:
            return search.search(session, query, page, per_page)

    def facets(self) -> Facets:
        """The levels, bodies, years and topics of the plans, with their numbers."""
        with self._database.reading() as session:
            return search.facets(session)

    def parents(self, plan_id: int) -> list[PlanSummary]:
        """The plans that this one cites."""
        with self._database.reading() as session:
            asked = select(Link.parent_id).join(PlanRow, PlanRow.id == Link.parent_id).where(Link.child_id == plan_id)
            return search.summaries(session, list(session.scalars(asked)))

    def children(self, plan_id: int) -> list[PlanSummary]:
        """The plans that cite this one."""
        with self._database.reading() as session:
            ids = session.scalars(select(Link.child_id).where(Link.parent_id == plan_id).order_by(Link.child_id))
            return search.summaries(session, list(ids))

    def newer(self, plan_id: int) -> PlanSummary | None:
        """The plan that takes the place of this one: the same body's, of the same number or title, and later."""
        with self._database.reading() as session:
            return drafts.newer_summary(session, plan_id)

    def kin(self, ids: Sequence[int]) -> dict[int, tuple[int, int]]:
        """How many plans each of these cites, and how many cite it."""
        with self._database.reading() as session:
            return links.kin(session, ids)

    # Profiles and drafts

    def localities(self) -> list[SavedLocality]:
        """All profiles of units."""
        with self._database.reading() as session:
            return drafts.localities(session)

    def locality(self, locality_id: int) -> SavedLocality:
        """One profile. Raises ``StoreError`` (``not_found``)."""
        with self._database.reading() as session:
            return drafts.locality(session, locality_id)

    def save_locality(self, locality: Locality, *, locality_id: int | None = None) -> SavedLocality:
        """Keep a profile, or what became of it."""
        with self._database.writing() as session:
            return drafts.save_locality(session, locality, _now(), locality_id)

    def remove_locality(self, locality_id: int) -> None:
        """Delete a profile; drafts keep their copy."""
        with self._database.writing() as session:
            drafts.remove_locality(session, locality_id)

    def drafts(self, *, parent_id: int | None = None) -> list[DraftSummary]:
        """All drafts, or those of one parent plan."""
        with self._database.reading() as session:
            return drafts.drafts(session, parent_id)

    def draft(self, draft_id: int) -> SavedDraft:
        """One draft whole. Raises ``StoreError`` (``not_found``)."""
        with self._database.reading() as session:
            return drafts.draft(session, draft_id)

    def save_draft(
        self,
        draft: Draft,
        *,
        parent_id: int,
        locality: Locality,
        day: Date,
        answers: Mapping[str, str] | None = None,
        edits: Mapping[str, str] | None = None,
        locality_id: int | None = None,
        draft_id: int | None = None,
    ) -> DraftSummary:
        """Keep a draft, or what became of it, with its lineage: the parent as it is now, the profile as it is now."""
        with self._database.writing() as session:
            parent = session.get(PlanRow, parent_id)
            if parent is None:
                raise StoreError("not_found", f"Không có kế hoạch số {parent_id} trong kho.")
            return drafts.save_draft(
                session,
                draft,
                parent=parent,
                profile=locality,
                day=day,
                now=_now(),
                answers=answers or {},
                edits=edits or {},
                locality_id=locality_id,
                draft_id=draft_id,
            )

    def remove_draft(self, draft_id: int) -> None:
        """Delete a draft."""
        with self._database.writing() as session:
            drafts.remove_draft(session, draft_id)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
