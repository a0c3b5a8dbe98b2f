import pytest

from koryu_cli.errors import DataError
from koryu_cli.ledger.sheet import Row, decode, index_of, letter, rows_of

TEXT = "都市,提携\n①上海市,昭和48年\n"
ENCODED = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with its mark": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16, high byte first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "CP932": TEXT.encode("cp932"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_the_encodings_in_which_excel_saves(data: bytes) -> None:
    assert decode(data) == TEXT


UNREADABLE = {
    "in the second row": (b'"a\nb",c\n\x81\x20,d\n', 2),
    "in the first": (b"\x81\x20", 1),
    "in a later line of a cell": (b'a,b\nc,"d\n\x81\x20"\n', 2),
    "UTF-16 cut in two": ("a\nb".encode("utf-16")[:-1], 2),
    "after a mark": (b"\xef\xbb\xbfa\n\n\xff", 3),
    "UTF-8 in which a character is cut": ("日本側,海外側\n札幌市,".encode() + b"x\xe3\x81,y\n", 2),
    "CP932 with one that it has not": ("日本側\n札幌市\n".encode("cp932") + b"\x81\x20\n", 3),
}


@pytest.mark.parametrize(("data", "row"), UNREADABLE.values(), ids=UNREADABLE)
def test_the_row_is_named_in_which_no_encoding_holds(data: bytes, row: int) -> None:
    with pytest.raises(DataError, match=rf"^{row} 行目に、"):
        decode(data)


TABLES = {
    "plain": ("a,b\nc,d\n", [("a", "b"), ("c", "d")]),
    "without a last line end": ("a,b\nc,d", [("a", "b"), ("c", "d")]),
    "lines that end with CR LF": ("a,b\r\nc,d\r\n", [("a", "b"), ("c", "d")]),
    "lines that end with CR": ("a,b\rc,d\r", [("a", "b"), ("c", "d")]),
    "a cell of two lines is one row": ('a,"b\nc"\nd,e\n', [("a", "b\nc"), ("d", "e")]),
    "separators and quotes in a cell": ('"a,b","c""d"\n', [("a,b", 'c"d')]),
    "a blank line is a row": ("a\n\nb\n", [("a",), (), ("b",)]),
    "blanks are kept": (" a ,\u3000\n", [(" a ", "\u3000")]),
    "a quote inside a cell": ('5" pipe,b\n', [('5" pipe', "b")]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "cells"), TABLES.values(), ids=TABLES)
def test_rows_have_the_numbers_that_excel_shows(text: str, cells: list[tuple[str, ...]]) -> None:
    assert list(rows_of(text, ",")) == [Row(*row) for row in enumerate(cells, start=1)]


@pytest.mark.parametrize(
    "text",
    ['a,b\n"c,d\ne,f\n', 'a,b\n"c,d', 'a,b\n"c' + "x" * 200_000],
    ids=["lines", "end", "long"],
)
def test_a_quotation_mark_left_open_would_swallow_rows_and_is_an_error(text: str) -> None:
    with pytest.raises(DataError, match=r"^2 行目のセルの引用符"):
        list(rows_of(text, ","))


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_the_letters_that_excel_shows(index: int, letters: str) -> None:
    assert letter(index) == letters
    assert index_of(letters) == index_of(letters.lower()) == index


def test_a_row_knows_its_cells_past_its_end_too() -> None:
    row = Row(3, ("a", " \u3000", "", "b"))
    assert row.filled() == [0, 3]
    assert (row.cell(0), row.cell(4)) == ("a", "")
