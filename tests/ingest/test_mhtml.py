"""Web pages in one file: the page inside is read as if it stood alone."""

import base64
import quopri

import pytest

from kehoach import ingest
from kehoach.errors import ReadError
from kehoach.ingest.source import Grid

PAGE = "<html><body><p>KẾ HOẠCH<p>Trồng rừng phòng hộ<table><tr><td>Thôn<td>Việc</table></body></html>"
WORD = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--x"\r\n\r\nTệp này là một trang web.\r\n'
BROWSER = (
    "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n\ttype=x; boundary=--x\r\n"
)
PICTURE = "\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"


def part(kind, encoding, body):
    head = f"\r\n----x\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode() + body


def printed(charset):
    return quopri.encodestring(PAGE.encode(charset))


@pytest.mark.parametrize("head", [WORD, BROWSER], ids=["Word", "browser"])
@pytest.mark.parametrize(
    "page",
    [
        pytest.param(part('text/html; charset="utf-8"', "quoted-printable", printed("utf-8")), id="quoted"),
        pytest.param(part("text/html; charset=utf-16-le", "quoted-printable", printed("utf-16-le")), id="UTF-16"),
        pytest.param(part("text/html", "base64", base64.encodebytes(PAGE.encode())), id="no charset"),
        pytest.param(part("text/html; charset=us-ascii", "8bit", PAGE.encode()), id="a wrong charset"),
        pytest.param(part("text/html; charset=x-la", "8bit", PAGE.encode()), id="an unknown charset"),
    ],
)
def test_the_page_inside(head, page):
    source = ingest.read(head.encode() + PICTURE.encode() + page + b"\r\n----x--\r\n", name="ke-hoach.doc")
    assert source.parts[-1] == Grid([["Thôn", "Việc"]])
    assert [part.text for part in source.parts[:-1]] == ["KẾ HOẠCH", "Trồng rừng phòng hộ"]
    assert (source.media_type, source.errors) == ("multipart/related", [])


@pytest.mark.parametrize("inside", [PICTURE, "", "\r\n----x\r\nContent-Type: text/html\r\n\r\n"])
def test_a_file_without_a_page_is_damaged(inside):
    with pytest.raises(ReadError) as refusal:
        ingest.read((WORD + inside).encode(), name="x.mht")
    assert (refusal.value.code, refusal.value.file) == ("damaged", "x.mht")
    assert "lưu lại thành .docx" in refusal.value.message


@pytest.mark.parametrize("text", ["Từ: Văn phòng\nKẾ HOẠCH", "Content: text/html\nKE HOACH"])
def test_lines_with_a_colon_are_no_header(text):
    assert ingest.read(text.encode(), name="x.txt").media_type == "text/plain"
