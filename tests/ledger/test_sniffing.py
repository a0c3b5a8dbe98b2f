import io
import zipfile

import pytest

from koryu_cli.errors import DataError
from koryu_cli.ledger.sniffing import is_ledger, kind_of


def archive(*names: str) -> bytes:
    """A ZIP file with members of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return buffer.getvalue()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

JSON = {
    "an array of records": b'[\n  {\n    "id": 1',
    "an array on one line": b'[{"id": 1}]',
    "an empty array": b"[]",
    "an array of what is no record": b"[1, 2]",
    "a record a line": b'{"id": 1}\n',
    "after a mark and blanks": b'\xef\xbb\xbf \r\n[{"id": 1}]',
    "an array cut short": b"[",
    "a record cut short": b"{",
    "nothing": b"",
    "blanks": b" \n",
}


@pytest.mark.parametrize("beginning", JSON.values(), ids=JSON)
def test_json_is_no_ledger(beginning: bytes) -> None:
    assert not is_ledger(beginning)


LEDGERS = {
    "CSV": "番号,日本側\n".encode(),
    "CSV in CP932": "番号,日本側\n".encode("cp932"),
    "CSV in UTF-16": "番号\t日本側\n".encode("utf-16"),
    "a title in brackets": "[姉妹都市一覧]\n".encode(),
    "quoted cells": b'"id","japan"\n',
}


@pytest.mark.parametrize("data", LEDGERS.values(), ids=LEDGERS)
def test_text_in_lines_is_a_ledger(data: bytes) -> None:
    assert is_ledger(data)
    assert kind_of(data) == "text"


def test_a_workbook_is_known_by_its_members() -> None:
    data = archive("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")
    assert is_ledger(data)
    assert kind_of(data) == "workbook"


REFUSED = {
    "old workbook": (COMPOUND + "Workbook".encode("utf-16-le"), "古い Excel ブック（.xls）"),
    "older workbook": (COMPOUND + "Book".encode("utf-16-le"), "古い Excel ブック（.xls）"),
    "locked": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "パスワードを外して"),
    "old Word": (COMPOUND + "WordDocument".encode("utf-16-le"), "古い Word 文書"),
    "old Office": (COMPOUND, "古い形式の Office 文書"),
    "PDF": (b"%PDF-1.7\n", "PDFなので"),
    "PNG": (b"\x89PNG\r\n\x1a\n", "画像なので"),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", "画像なので"),
    "ZIP": (archive("姉妹都市.csv"), "ZIPなので、表として読めません。中のファイルを取り出し"),
    "empty ZIP": (b"PK\x05\x06" + bytes(18), "空の ZIP"),
    "Word": (archive("[Content_Types].xml", "word/document.xml"), "Word 文書なので"),
    "slides": (archive("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint 文書なので"),
    "binary workbook": (archive("xl/workbook.bin"), "（.xlsb）"),
    "OpenDocument": (archive("mimetype", "content.xml"), "OpenDocument の文書なので"),
    "ZIP cut short": (archive("xl/workbook.xml")[:40], "途中で切れている"),
    "gzip": (b"\x1f\x8b\x08\0", "圧縮されたファイルなので"),
    "web page": (b"<!DOCTYPE html>\n<html>", "ウェブページ（HTML）なので"),
    "table of a web page": (b"\n<table><tr>", "ウェブページ（HTML）なので"),
    "XML": (b'\xef\xbb\xbf<?xml version="1.0"?>', "XMLなので"),
    "rich text": (rb"{\rtf1\ansi", "リッチテキスト（RTF）なので"),
    "database": (b"SQLite format 3\0", "SQLite のデータベースなので"),
    "bytes": (b"\x00\x01\x02\x03", "テキストでないデータなので"),
    "nothing": (b"", "空です"),
    "a mark and blanks": (b"\xef\xbb\xbf \r\n", "空です"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_is_called_by_its_name(data: bytes, message: str) -> None:
    with pytest.raises(DataError, match=message):
        kind_of(data)
