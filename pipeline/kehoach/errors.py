"""What may go wrong with an input, told apart from defects of the program.

Messages are Vietnamese, for officers; the code is stable, for programs.
"""

from __future__ import annotations

import errno
import os

DEBUG = "KEHOACH_DEBUG"  # set to 1: defects end in their traceback


FULL = (errno.ENOSPC, errno.EDQUOT)
_REASONS = {
    **dict.fromkeys(FULL, "đĩa hoặc nơi ghi đã đầy"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "không có quyền ghi"),
    errno.EROFS: "nơi ghi chỉ cho đọc",
    errno.ENOTDIR: "một phần của đường dẫn không phải là thư mục",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}


class KehoachError(Exception):
    """An input that cannot be used.

    code     stable name, e.g. ``encrypted``
    message  Vietnamese: what is wrong and what to do
    file     name of the file as the user gave it
    page     page (from 1) where it happened, if it is one page
    """

    def __init__(self, code: str, message: str, *, file: str | None = None, page: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.file = file
        self.page = page

    def as_dict(self) -> dict[str, object]:
        """The error as the contract's JSON object."""
        return {"code": self.code, "message": self.message, "file": self.file, "page": self.page}


class ReadError(KehoachError):
    """A file that cannot be read at all: empty, encrypted, broken, too large, of an unknown kind."""


class UsageError(KehoachError):
    """A command that is used wrongly."""


def reason(error: OSError) -> str:
    """Why a file could not be written, in Vietnamese where it is a common reason."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)


def as_defect(error: Exception, file: str | None = None) -> KehoachError:
    """An error that is the program's fault, in words; with ``KEHOACH_DEBUG=1`` it is raised as it is.

    A full disk is nobody's fault, wherever it shows.
    """
    if isinstance(error, OSError) and error.errno in FULL:
        return UsageError("cannot_write", f"Không ghi được kết quả ({reason(error)}).", file=file)
    if os.environ.get(DEBUG) == "1":
        raise error
    message = (
        f"Chương trình gặp lỗi ngoài dự kiến ({type(error).__name__}), không phải do cách dùng. "
        f"Hãy gửi tệp này cho nhóm phát triển; đặt {DEBUG}=1 để xem chi tiết."
    )
    return KehoachError("defect", message, file=file)
