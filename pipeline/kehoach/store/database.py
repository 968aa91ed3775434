"""Opening the database: SQLite or any other that SQLAlchemy speaks, brought to the newest tables by migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from kehoach.store.records import StoreError

_MIGRATIONS = Path(__file__).parent / "migrations"
WRITES = "kehoach_writes"
BUSY_MILLISECONDS = 20_000  # how long a writer waits for another


class Database:
    """Sessions to read and to write. A write is committed whole or not at all."""

    def __init__(self, url: str, folder: Path) -> None:
        try:
            self._engine = create_engine(url)
            if self._engine.dialect.name == "sqlite":
                event.listen(self._engine, "connect", _connected)
                event.listen(self._engine, "begin", _begun)
            _migrate(self._engine, folder)
        except (SQLAlchemyError, OSError, ImportError) as error:
            message = "Không mở được kho dữ liệu. Hãy kiểm tra thư mục, quyền ghi và dung lượng đĩa."
            raise StoreError("store_unusable", f"{message} ({type(error).__name__})") from error
        self._read = sessionmaker(self._engine, expire_on_commit=False)
        self._write = sessionmaker(self._engine.execution_options(**{WRITES: True}), expire_on_commit=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the data."""
        with _told(), self._read() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back where the work raises."""
        with _told(), self._write.begin() as session:
            yield session

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()


@contextmanager
def _told() -> Iterator[None]:
    """A disk that is full, a file that another program holds: no fault of the program, and nothing was changed."""
    try:
        yield
    except OperationalError as error:
        message = "Không đọc hoặc ghi được kho dữ liệu (đĩa đầy, hoặc tệp đang bị chương trình khác giữ). Hãy thử lại."
        raise StoreError("store_unusable", message) from error


def _connected(connection: SqliteConnection, _record: object) -> None:
    """SQLite: transactions are ours to begin; nothing that was committed is lost even when the power goes."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    """SQLite: who will write says so at once, for a reader that turns writer may find that it came too late."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine, folder: Path) -> None:
    """Bring the tables to the newest form; a database from a newer program is refused.

    One program at a time even connects: a new SQLite file turns to its journal (``WAL``) only while nobody reads it.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from filelock import FileLock

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    newest = ScriptDirectory.from_config(config)
    with FileLock(folder / "migrate.lock"):
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
        if current == newest.get_current_head():
            return
        if current is not None and current not in {each.revision for each in newest.walk_revisions()}:
            message = "Kho dữ liệu này do bản Kehoach mới hơn ghi. Hãy cập nhật Kehoach rồi mở lại."
            raise StoreError("store_newer", message)
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
