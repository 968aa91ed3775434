"""Text of 8-bit Vietnamese fonts: told from Unicode, and converted."""

import pytest

from kehoach.ingest.legacy_fonts import convert, encoding_of_font, looks_legacy


@pytest.mark.parametrize(
    ("encoding", "text", "expected"),
    [
        ("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("tcvn3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("tcvn3", "nhµ n\u00adíc, th\u00adêng xuyªn", "nhà nước, thường xuyên"),
        ("tcvn3", "nhµ n\u00ad\u00adíc \u00ad 12\u00ad3", "nhà nước  123"),  # optional hyphens
        ("tcvn3", "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("tcvn3", "Sè: 15/KH-UBND\nThi ®ua yªu n\u00adíc", "Số: 15/KH-UBND\nThi đua yêu nước"),
        ("tcvn3", "QuyÕt ®Þnh sè 15/Q§-UB", "Quyết định số 15/QĐ-UB"),
        ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("vni", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("vni", "ÑÔN VÒ SÖÏ NGHIEÄP, saün saøng, kyõ thuaät, tyû leä", "ĐƠN VỊ SỰ NGHIỆP, sẵn sàng, kỹ thuật, tỷ lệ"),
        ("vni", "ñöôïc, öùng, nöôùc, ngöôøi, giöõ, ñeå", "được, ứng, nước, người, giữ, để"),
    ],
)
def test_conversion(encoding, text, expected):
    assert convert(text, encoding) == expected
    assert looks_legacy(text, fewest=1) == encoding


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "Độc lập - Tự do - Hạnh phúc",
        "là cán bộ, có tên và số",
        "déjà vu, élève à côté",
        "Céng",
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch thi đua",
        "àn thé ÿ þ",
    ],
)
def test_other_text(text):
    assert looks_legacy(text) is None


@pytest.mark.parametrize(
    ("font", "expected"),
    [
        (".VnTime", ("tcvn3", False)),
        (".VnTimeH", ("tcvn3", True)),
        (".vntimeh", ("tcvn3", True)),
        ("VnArialH", ("tcvn3", True)),
        ("VNI-Times", ("vni", False)),
        ("vni-helve", ("vni", False)),
        ("Times New Roman", (None, False)),
        ("", (None, False)),
    ],
)
def test_fonts(font, expected):
    assert encoding_of_font(font) == expected
