"""A page of a PDF file or scan as a picture. Files are hostile: a process of its own reads them and may be killed."""

from __future__ import annotations

import subprocess
import sys
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.confinement import bound_memory
from kehoach.errors import KehoachError

if TYPE_CHECKING:
    from PIL import Image

SECONDS = 30
WIDTH = 1100  # pixels: legible on a screen, a tenth of a second to draw
_KEPT = 48  # pictures in memory
_MOST_PIXELS = 60 * 10**6  # a page or scan that claims more is refused, or drawn smaller
_MEGABYTES = 1024


def page_picture(file: Path, sha256: str, number: int) -> bytes:
    """Page ``number`` (from 1) of a file as JPEG. Raises ``KehoachError`` where it cannot be shown."""
    return _picture(str(file), sha256, number)


@lru_cache(maxsize=_KEPT)
def _picture(file: str, _sha256: str, number: int) -> bytes:
    command = [sys.executable, "-I", "-c", _CHILD, str(Path(__file__).parents[2]), file, str(number)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        raise KehoachError("no_picture", "Không vẽ được trang này. Hãy tải tệp gốc để xem.", page=number) from None
    return done.stdout


_CHILD = """\
import sys
sys.path.insert(0, sys.argv[1])
from kehoach.web.page_pictures import draw
draw(sys.argv[2], int(sys.argv[3]))
"""


def draw(file: str, number: int) -> None:
    """Write the picture to standard output: what the process of its own does."""
    from PIL import Image

    bound_memory(_MEGABYTES)
    head = Path(file).read_bytes()[:1024]
    picture = _of_pdf(file, number) if b"%PDF-" in head else _of_scan(file, number)
    picture.thumbnail((WIDTH, WIDTH * 4), Image.Resampling.LANCZOS)
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=82)
    sys.stdout.buffer.write(out.getvalue())


def _of_pdf(file: str, number: int) -> Image.Image:
    import pypdfium2 as pdfium

    page = pdfium.PdfDocument(file)[number - 1]
    width, height = (max(1.0, size) for size in page.get_size())
    scale = min(WIDTH / width, (_MOST_PIXELS / (width * height)) ** 0.5)
    picture: Image.Image = page.render(scale=scale).to_pil()
    return picture


def _of_scan(file: str, number: int) -> Image.Image:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    picture = Image.open(file)
    picture.seek(number - 1)
    return picture
