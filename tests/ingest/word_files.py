"""Small Word files for tests: only what a test shows, in the XML that Word writes."""

import io
import zipfile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header1": "header",
}
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header1": "hdr",
}


def part(root, content):
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def docx(body, **parts):
    """A document with ``body`` inside ``w:body``; other parts by name (``styles``, ``numbering``, ``header1`` …)."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}{PARTS[name]}" Target="{name}.xml"/>' for name in parts
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="' + PACKAGE + 'relationships">'
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{PARTS[name]}+xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.document.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'{head}<Relationship Id="d" Type="{RELATIONS}officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f"{head}{relations}</Relationships>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": part(ROOTS[name], content) for name, content in parts.items()},
    }
    return zipped(files)


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def p(content="", properties=""):
    """A paragraph: text, or XML if it begins with ``<``."""
    shape = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{shape}{content if content.startswith('<') else r(content)}</w:p>"


def r(text, properties=""):
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def listed(text, number, level=0):
    """A paragraph of an automatic list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(number, style, pattern, start=1, more="", font=""):
    """A level of a list."""
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/>{look}</w:lvl>'
    )


def numbering(*levels, nums=(1,), overrides=""):
    """One abstract list, and lists of it by number."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{overrides if n == nums[-1] else ""}</w:num>' for n in nums
    )


def table(*rows):
    """A table of rows of cells; a cell is text, or a pair of properties and XML or text."""

    def cell(content):
        properties, content = content if isinstance(content, tuple) else ("", content)
        inner = content if content.startswith("<") else "".join(p(line) for line in content.split("|")) or p()
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"

    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def box(content, offset=0):
    """A text box, in both branches that Word writes."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{offset}</wp:posOffset></wp:positionV>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def tracked(tag, content):
    """A tracked change around runs."""
    return f'<w:{tag} w:id="9" w:author="a" w:date="2025-01-01T00:00:00Z">{content}</w:{tag}>'


def field(code, result):
    """A field: its instruction is not shown, its result is."""

    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


def notes(kind, *texts):
    """The footnotes or endnotes 2, 3 …, behind the separator that Word keeps as number 0."""
    found = f'<w:{kind} w:type="separator" w:id="0"><w:p/></w:{kind}>'
    for number, text in enumerate(texts, 2):
        found += f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{r(" " + text)}</w:p></w:{kind}>'
    return found


def note(kind, number, more=""):
    """A reference to a note."""
    return f'<w:r><w:{kind}Reference {more} w:id="{number}"/></w:r>'


MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc"
CENTER = '<w:jc w:val="center"/>'
DELETED = "<w:r><w:delText>xoá </w:delText></w:r>"


def sample():
    """A plan that shows what ``.docx`` and ``.doc`` have in common; ``tests/data/word/sample.doc`` is made from it."""
    lists = numbering(
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "%4)"),
        level(4, "bullet", "\uf0b7", font="Symbol"),
        level(5, "bullet", "+"),
    )
    return docx(
        "".join(
            [
                table(("UBND TỈNH A|SỞ NỘI VỤ|Số: 12/KH-SNV", MOTTO)),
                p(r("KẾ HOẠCH", "<w:b/>") + "<w:r><w:br/></w:r>" + r("Phát động thi đua", "<w:b/>"), CENTER),
                listed("MỤC ĐÍCH, YÊU CẦU", 1),
                listed("Mục đích", 1, 1),
                listed("Nâng cao", 1, 2),
                listed("Phát huy", 1, 2),
                listed("thứ nhất", 1, 3),
                listed("thứ hai", 1, 3),
                listed("chấm", 1, 4),
                listed("cộng", 1, 5),
                listed("Yêu cầu", 1, 1),
                listed("Kịp thời", 1, 2),
                listed("NỘI DUNG", 1),
                listed("Đối tượng", 1, 1),
                p(r("Theo Luật") + note("footnote", 2) + r(" và Nghị định") + note("endnote", 2) + r(".")),
                p(r("giữ ") + tracked("ins", r("chèn ")) + tracked("del", DELETED) + r("hết")),
                p(r("hiện ") + r("ẩn ", "<w:vanish/>") + r("rõ", "<w:i/>")),
                p(r("đầu bị xoá dấu, "), f"<w:rPr>{tracked('del', '')}</w:rPr>"),
                p("nối tiếp."),
                table(
                    ("STT", "Nội dung", ('<w:gridSpan w:val="2"/>', "Kết quả")),
                    (('<w:vMerge w:val="restart"/>', "1"), "a", "b", "c"),
                    (("<w:vMerge/>", ""), "d", "e", "f"),
                ),
                p("giữa hai bảng"),
                table(("x", ("", p("trước") + table(("n1", "n2"), ("n3", "n4")) + p("sau"))), ("1", "2")),
                p(r("neo") + box(p("MẬT"))),
                p(
                    r("tab") + "<w:r><w:tab/></w:r>" + r("sau\u00a0dấu  cách"),
                    '<w:ind w:left="720" w:hanging="360"/><w:jc w:val="both"/>',
                ),
            ]
        ),
        numbering=lists,
        footnotes=notes("footnote", "Luật số 06/2022/QH15"),
        endnotes=notes("endnote", "Nghị định 98"),
    )


def sample_tcvn3():
    """A letterhead and a line in TCVN3, and one in VNI; ``tests/data/word/legacy.doc`` is made from it."""

    def font(name):
        return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'

    return docx(
        "".join(
            [
                p(r("ñy ban nh©n d©n", font(".VnTimeH"))),
                p(
                    r("KÕ ho¹ch tæ chøc phong trµo thi ®ua yªu n", font(".VnTime"))
                    + r("\u00adíc n¨m 2009", font(".VnTime"))
                ),
                p(r("Thöïc hieän Quyeát ñònh cuûa UÛy ban nhaân daân tænh", font("VNI-Times"))),
                p(r("Chữ Unicode thì để nguyên", font(".VnTime"))),
            ]
        )
    )
