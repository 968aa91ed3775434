"""Where plans are issued, before and after the two-level government of 2025-07-01, and who signs them.

The places are real and each is used only in the years in which it existed; the persons are made up.
"""

from __future__ import annotations

# province -> district -> communes, valid to 2025-06-30
OLD_UNITS: dict[str, dict[str, tuple[str, ...]]] = {
    "tỉnh Nghệ An": {
        "huyện Nam Đàn": ("xã Kim Liên", "xã Hùng Tiến"),
        "thị xã Thái Hòa": ("phường Hòa Hiếu",),
        "huyện Quỳ Châu": ("xã Châu Tiến", "thị trấn Tân Lạc"),
    },
    "tỉnh Bình Định": {"huyện Phù Cát": ("xã Cát Hanh", "xã Cát Tài"), "thị xã An Nhơn": ("xã Nhơn Hậu",)},
    "tỉnh Thái Bình": {"huyện Kiến Xương": ("xã Vũ Quý", "xã Bình Minh"), "huyện Quỳnh Phụ": ("xã An Ninh",)},
    "tỉnh Quảng Nam": {"huyện Duy Xuyên": ("xã Duy Phước", "thị trấn Nam Phước"), "huyện Nam Giang": ("xã Tà Bhing",)},
    "tỉnh Bến Tre": {"huyện Giồng Trôm": ("xã Châu Hòa", "xã Lương Quới"), "huyện Ba Tri": ("xã An Đức",)},
    "tỉnh Yên Bái": {"huyện Văn Chấn": ("xã Cát Thịnh", "xã Suối Giàng"), "huyện Lục Yên": ("thị trấn Yên Thế",)},
    "tỉnh Sơn La": {"huyện Mộc Châu": ("xã Chiềng Hắc", "xã Tân Lập"), "huyện Thuận Châu": ("xã Phổng Lái",)},
    "tỉnh Đồng Nai": {"huyện Trảng Bom": ("xã Bắc Sơn", "xã Hố Nai 3"), "thành phố Long Khánh": ("phường Xuân Bình",)},
    "thành phố Cần Thơ": {"quận Ninh Kiều": ("phường An Hòa", "phường Cái Khế"), "huyện Phong Điền": ("xã Nhơn Ái",)},
    "thành phố Hải Phòng": {"quận Kiến An": ("phường Nam Sơn",), "huyện Vĩnh Bảo": ("xã Tân Liên", "xã Trấn Dương")},
}

# province -> communes, valid from 2025-07-01
NEW_UNITS: dict[str, tuple[str, ...]] = {
    "tỉnh Nghệ An": ("xã Kim Liên", "phường Trường Vinh", "xã Quỳ Châu"),
    "tỉnh Gia Lai": ("phường Quy Nhơn", "xã Phù Cát", "xã Ia Grai"),
    "tỉnh Hưng Yên": ("phường Phố Hiến", "xã Kiến Xương", "xã Quỳnh Phụ"),
    "thành phố Đà Nẵng": ("phường Hải Châu", "xã Duy Xuyên", "xã Nam Giang"),
    "tỉnh Vĩnh Long": ("phường Phú Khương", "xã Giồng Trôm", "xã Ba Tri"),
    "tỉnh Lào Cai": ("xã Văn Chấn", "phường Sa Pa", "xã Lục Yên"),
    "tỉnh Sơn La": ("phường Mộc Châu", "xã Thuận Châu", "xã Yên Châu"),
    "tỉnh Đồng Nai": ("xã Trảng Bom", "phường Long Khánh", "phường Trấn Biên"),
    "thành phố Cần Thơ": ("phường Ninh Kiều", "xã Phong Điền", "phường Vị Thanh"),
    "thành phố Hải Phòng": ("đặc khu Cát Hải", "xã Vĩnh Bảo", "phường Kiến An"),
    "tỉnh Quảng Ninh": ("đặc khu Vân Đồn", "phường Hạ Long", "xã Bình Liêu"),
    "tỉnh An Giang": ("đặc khu Phú Quốc", "phường Rạch Giá", "xã Châu Thành"),
}

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Lò", "Nông", "Huỳnh")
MIDDLE_NAMES = ("Văn", "Thị", "Đức", "Minh", "Quang", "Thị Thanh", "Hữu", "Xuân", "Ngọc", "Thị Kim", "Công", "Bá")
GIVEN_NAMES = (
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Hạnh",
    "Hiền",
    "Hùng",
    "Lan",
    "Long",
    "Mai",
    "Nam",
    "Phúc",
    "Quân",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thủy",
    "Tuấn",
    "Vinh",
    "Yến",
    "Đạt",
    "Oanh",
    "Khánh",
    "Ước",
)

SCHOOLS = (("Trường Trung học cơ sở", "THCS"), ("Trường Tiểu học", "TH"), ("Trường Mầm non", "MN"))
SCHOOL_NAMES = ("Lê Hồng Phong", "Nguyễn Trãi", "Hoa Sen", "Phan Bội Châu", "Lý Tự Trọng", "Kim Đồng")


def bare(unit: str) -> str:
    """The proper name of a unit: ``huyện Nam Đàn`` → ``Nam Đàn``."""
    for kind in ("thành phố ", "thị trấn ", "thị xã ", "đặc khu ", "phường ", "huyện ", "tỉnh ", "quận ", "xã "):
        if unit.startswith(kind):
            return unit[len(kind) :]
    return unit


def kind_of(unit: str) -> str:
    """The word for the unit's kind: ``huyện Nam Đàn`` → ``huyện``."""
    return unit[: -len(bare(unit))].strip()
