"""What routers take from a request."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Annotated, TypeAlias, TypeVar
from urllib.parse import quote

from fastapi import Depends, Path, Request
from fastapi.responses import Response
from pydantic import Field

from kehoach.errors import KehoachError
from kehoach.store import Store

Result = TypeVar("Result")
_one_at_a_time = threading.Lock()


def store_of(request: Request) -> Store:
    """The store of the application."""
    store: Store = request.app.state.store
    return store


#: ``id: Id`` as a part of a path: a number that a database can have given
Id: TypeAlias = Annotated[int, Path(ge=1, lt=2**31)]
#: the same in a body
AnId: TypeAlias = Annotated[int, Field(ge=1, lt=2**31)]
#: ``store: TheStore`` as a parameter of a route
TheStore: TypeAlias = Annotated[Store, Depends(store_of)]


async def form_of(request: Request) -> dict[str, str]:
    """What was typed in a form, by the names of its fields."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


#: ``typed: TheForm`` as a parameter of a route, which then may work as long as it has to
TheForm: TypeAlias = Annotated[dict[str, str], Depends(form_of)]


def computed(work: Callable[[], Result]) -> Result:
    """The result of heavy work, one at a time: two comparisons at once would only make each other slower.

    Raises ``KehoachError``; a fault of the program is told in words.
    """
    with _one_at_a_time:
        return work()


def download(data: bytes, name: str, media_type: str) -> Response:
    """A file to be saved under a name; the browser neither shows nor runs it."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=media_type, headers={"Content-Disposition": disposition})


def known_format(format: str, formats: tuple[str, ...]) -> str:
    """The format if it is one of those there are. Raises ``KehoachError``."""
    if format not in formats:
        raise KehoachError("unknown_format", f"Không có dạng “{format}”. Các dạng: {', '.join(formats)}.")
    return format
