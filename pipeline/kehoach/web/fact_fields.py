"""Which values of a fact can be put right on the page: their names in Vietnamese, how they are typed and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from kehoach.plan import Period
from kehoach.reports.vietnamese import LEVELS
from kehoach.reports.vietnamese import period as shown_period
from kehoach.web.typed_values import (
    ValueTypedError,
    date_to_type,
    number_to_type,
    typed_date,
    typed_list,
    typed_number,
)

Json: TypeAlias = Any  # a value of the contract, of the type that its field has
Kind: TypeAlias = Literal["text", "long", "number", "date", "list", "choice", "yes", "period"]

COMPARATORS = {"=": "bằng", ">=": "từ … trở lên", ">": "trên", "<=": "không quá", "<": "dưới", "range": "trong khoảng"}
TIME_KINDS = {"deadline": "hạn chót", "event": "sự kiện", "period": "khoảng thời gian", "recurring": "định kỳ"}
RECURRENCES = {
    "": "không lặp",
    "annual": "hằng năm",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
    "weekly": "hằng tuần",
    "periodic": "định kỳ",
}
LEVELS_OR_NONE = {"": "không rõ"} | LEVELS


@dataclass(frozen=True, slots=True)
class Field:
    """A value: ``path`` below the fact, its name, how it is typed; ``choices`` are value → words."""

    path: str
    label: str
    kind: Kind = "text"
    choices: Mapping[str, str] | None = None

    def shown(self, value: Json) -> str:
        """The value as the form holds it."""
        match self.kind:
            case "number":
                return number_to_type(value)
            case "date":
                return date_to_type(value)
            case "list":
                return "\n".join(value or [])
            case "yes":
                return "1" if value else ""
            case "period":
                value = value or {}
                return f"{date_to_type(value.get('start'))} – {date_to_type(value.get('end'))}".strip(" ")
        return str(value) if value is not None else ""

    def told(self, value: Json) -> str:
        """The value in words, for reading."""
        if self.kind == "choice":
            return (self.choices or {}).get(value or "", str(value or ""))
        if self.kind == "yes":
            return "có" if value else "không"
        if self.kind == "list":
            return "; ".join(value or [])
        if self.kind == "period":
            return shown_period(Period.model_validate(value)) if value else ""
        return self.shown(value)

    def typed(self, text: str) -> Json:
        """What was typed → the JSON value. Raises ``ValueTypedError``."""
        match self.kind:
            case "number":
                return typed_number(text)
            case "date":
                return typed_date(text)
            case "list":
                return typed_list(text)
            case "yes":
                return bool(text)
            case "choice":
                if text not in (self.choices or {}):
                    raise ValueTypedError("bad_choice", f"Mục “{self.label}” không có lựa chọn này.")
                return text or None
            case "period":
                start, _, end = text.partition("–")
                found = {"start": typed_date(start), "end": typed_date(end)}
                return found if any(found.values()) else None
        return " ".join(text.split()) or None


FIELDS: Mapping[str, tuple[Field, ...]] = {
    "header": (
        Field("title", "Tên kế hoạch (trích yếu)", "long"),
        Field("number", "Số, ký hiệu"),
        Field("date", "Ngày ban hành", "date"),
        Field("place", "Nơi ban hành"),
        Field("issuer/name", "Cơ quan ban hành"),
        Field("issuer/level", "Cấp", "choice", LEVELS_OR_NONE),
        Field("movement", "Phong trào, chương trình"),
        Field("period", "Thời gian thực hiện (từ – đến)", "period"),
        Field("parent", "Số văn bản cấp trên mà kế hoạch thực hiện"),
    ),
    "targets": (
        Field("indicator", "Chỉ tiêu", "long"),
        Field("comparator", "Mức", "choice", COMPARATORS),
        Field("value", "Con số", "number"),
        Field("value_to", "Đến (nếu là khoảng)", "number"),
        Field("of", "Trên tổng số", "number"),
        Field("unit", "Đơn vị tính"),
        Field("due", "Thời hạn", "date"),
    ),
    "timeline": (
        Field("kind", "Loại", "choice", TIME_KINDS),
        Field("start", "Từ ngày", "date"),
        Field("end", "Đến ngày (hạn)", "date"),
        Field("recurrence", "Lặp lại", "choice", RECURRENCES),
        Field("actors", "Cơ quan thực hiện (mỗi dòng một cơ quan)", "list"),
    ),
    "assignments": (
        Field("lead", "Cơ quan chủ trì (mỗi dòng một cơ quan)", "list"),
        Field("partners", "Cơ quan phối hợp (mỗi dòng một cơ quan)", "list"),
    ),
    "awards": (
        Field("form", "Hình thức"),
        Field("class", "Hạng"),
        Field("authority", "Thẩm quyền"),
        Field("occasion", "Dịp"),
    ),
    "citations": (
        Field("type", "Loại văn bản"),
        Field("number", "Số, ký hiệu"),
        Field("date", "Ngày", "date"),
        Field("issuer", "Cơ quan ban hành"),
        Field("title", "Về việc", "long"),
        Field("basis", "Là căn cứ ban hành", "yes"),
    ),
    "criteria": (Field("audience", "Đối tượng"),),
    "signature": (Field("name", "Người ký"), Field("position", "Chức vụ"), Field("capacity", "Ký thay mặt")),
}
#: Values that a fact cannot be without
NEEDED = frozenset({"indicator", "comparator", "kind", "form", "type", "lead", "title"})


def fields_of(kind: str, tasks: int = 0) -> tuple[Field, ...]:
    """The fields of a kind of fact; a duty has a deadline and a product for each of its tasks."""
    found = FIELDS[kind]
    for number in range(tasks):
        name = f"Việc {number + 1}"
        found += (
            Field(f"tasks/{number}/due", f"{name}: thời hạn", "date"),
            Field(f"tasks/{number}/product", f"{name}: sản phẩm"),
        )
    return found
