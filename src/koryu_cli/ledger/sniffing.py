"""What kind of file some bytes are, by what they hold and not by a name."""

import re
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, ZipFile

from koryu_cli.errors import DataError
from koryu_cli.language import _

Kind = Literal["text", "workbook"]

UTF_8_MARK = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:["}]|\Z)|\[\s*(?:[\[{"\]0-9tfn-]|\Z)|\Z)')
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "Excel で「CSV UTF-8」か「Excel ブック（.xlsx）」として保存してください。"
_COPY = "表を Excel に写し、CSV か .xlsx として保存してください。"
_UNPACK = "中のファイルを取り出し、それを指定してください。"
_OPEN = "Excel で開き、CSV か .xlsx として保存してください。"

_BEGINNINGS = (
    (rb"%PDF", "PDF", _COPY),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP", "画像", _COPY),
    (rb".{4}ftyp", "画像か動画", _COPY),
    (rb"PK\x05\x06", "空の ZIP", _UNPACK),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh[1-9]|\xfd7zXZ", "圧縮されたファイル", _UNPACK),
    (rb"\{\\rtf", "リッチテキスト（RTF）", _COPY),
    (rb"\s*<(?:!doctype html|html|head|body|table|meta)", "ウェブページ（HTML）", _OPEN),
    (rb"\s*<[?!a-z]", "XML", _OPEN),
    (rb"SQLite format 3\0", "SQLite のデータベース", "表を CSV に書き出してください。"),
)
_STREAMS = (
    ("EncryptedPackage", "パスワードで保護されたブック", "パスワードを外して保存してください。"),
    ("WordDocument", "古い Word 文書（.doc）", _COPY),
    ("PowerPoint Document", "古い PowerPoint 文書（.ppt）", _COPY),
    ("Book", "古い Excel ブック（.xls）", _SAVE),
    ("Workbook", "古い Excel ブック（.xls）", _SAVE),
    ("", "古い形式の Office 文書", _SAVE),
)
_MEMBERS = (
    (r"xl/workbook\.bin", "バイナリー形式の Excel ブック（.xlsb）", _SAVE),
    (r"word/", "Word 文書", _COPY),
    (r"ppt/", "PowerPoint 文書", _COPY),
    (r"content\.xml", "OpenDocument の文書", _OPEN),
    (r"Index/", "Numbers などの書類", "CSV か .xlsx に書き出してください。"),
    (r"", "ZIP", _UNPACK),
)
"""How files that hold no table begin, the streams of compound files (MS-CFB), and how the names of
members of ZIP files begin; with each, what the file is and what to do."""


def is_ledger(beginning: bytes) -> bool:
    """Tell whether data are to be read as a ledger, rather than as JSON or NDJSON.

    Data that are neither count as a ledger: `kind_of` then says what they are.

    Args:
        beginning: the first bytes, some hundreds where there are so many. Blank ones are no ledger.
    """
    return _JSON.match(beginning) is None


def kind_of(data: bytes) -> Kind:
    """Return whether a whole file is text in lines or an Excel workbook.

    Raises:
        DataError: it is neither; the message says what it is and what to do.
    """
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_COMPOUND):
        for name, what, advice in _STREAMS:
            if name.encode("utf-16-le") in data:
                raise _refusal(what, advice)
    if data.startswith(UTF_16_MARKS):
        return "text"
    text = data.removeprefix(UTF_8_MARK)
    if not text.strip():
        raise DataError(_("データが空です。"))
    for pattern, what, advice in _BEGINNINGS:
        if re.match(pattern, text, re.DOTALL | re.IGNORECASE):
            raise _refusal(what, advice)
    if b"\0" in text:
        raise _refusal(_("テキストでないデータ"), _SAVE)
    return "text"


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        raise DataError(
            _("ブックか ZIP が途中で切れているか壊れています。もう一度保存してください。")
        ) from None
    if "xl/workbook.xml" in names:
        return "workbook"
    whats = [
        (what, advice)
        for pattern, what, advice in _MEMBERS
        if any(re.match(pattern, name) for name in names)
    ]
    raise _refusal(*(whats or [("ZIP", _UNPACK)])[0])


def _refusal(what: str, advice: str) -> DataError:
    return DataError(
        _("{what}なので、表として読めません。{advice}", what=_(what), advice=_(advice))
    )
