"""A document that is marked as a secret is known by its letterhead, however the mark is set."""

import unicodedata

import pytest

import kehoach
from kehoach.store.secrecy import secret_mark

BODY = "\nKẾ HOẠCH\n{title}\n\nI. MỤC ĐÍCH\n1. Bảo vệ bí mật nhà nước.\n2. Đóng dấu MẬT lên tài liệu.\nTUYỆT MẬT\n"
ISSUER, NUMBER = "ỦY BAN NHÂN DÂN TỈNH MÂY NGÀN\n", "Số: 1/KH-UBND\n"


@pytest.mark.parametrize(
    ("head", "mark"),
    [
        (ISSUER + "MẬT\n" + NUMBER, "Mật"),
        (ISSUER + NUMBER + "TỐI MẬT\n", "Tối mật"),
        ("TUYỆT MẬT\n" + ISSUER + NUMBER, "Tuyệt mật"),
        (ISSUER + "Số: 1/KH-UBND   MẬT\n", "Mật"),
        (ISSUER + "[MẬT]\n" + NUMBER, "Mật"),
        (ISSUER + "M Ậ T\n" + NUMBER, "Mật"),
        (ISSUER + "Mật\n" + NUMBER, "Mật"),
        (ISSUER + "Độ mật: Tối mật\n" + NUMBER, "Tối mật"),
        (ISSUER + "MẬT\nHỎA TỐC\n" + NUMBER, "Mật"),
        ("TỐI MẬT\n", "Tối mật"),
        (unicodedata.normalize("NFD", ISSUER + "MẬT\n" + NUMBER), "Mật"),
        (ISSUER + NUMBER, None),
        (ISSUER + "HỎA TỐC\n" + NUMBER, None),
        ("BAN CHỈ ĐẠO AN TOÀN, BẢO MẬT THÔNG TIN\n" + NUMBER, None),
        ("HỘI ĐỒNG BẢO VỆ BÍ MẬT NHÀ NƯỚC\n" + NUMBER, None),
        ("BAN CƠ MẬT\n" + NUMBER, None),
        ("", None),
    ],
)
def test_marks(head, mark):
    for title in ("Diễn tập", "Bảo vệ bí mật nhà nước", "BẢO VỆ BÍ MẬT NHÀ NƯỚC"):
        assert secret_mark(kehoach.extract((head + BODY.format(title=title)).encode())) == mark
