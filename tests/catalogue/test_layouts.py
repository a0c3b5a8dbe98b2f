"""The records of a data file, whatever its layout and wherever its blocks end."""

import io
import json
from itertools import pairwise
from typing import Any

import pytest
from conftest import DATA
from hypothesis import given
from hypothesis import strategies as st

from koryu_cli.catalogue.layouts import layout as limits
from koryu_cli.catalogue.layouts.layout import RawRecord
from koryu_cli.catalogue.layouts.sniffing import layout_of
from koryu_cli.errors import DataError

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
LAYOUTS: dict[str, dict[str, Any]] = {
    "indented": {"indent": 2, "ensure_ascii": False},
    "flush": {"indent": 0},
    "dense": {"separators": (",", ":"), "ensure_ascii": False},
    "odd": {"separators": (" ,\r\n", "\t:\n ")},
}


def read(data: bytes) -> list[RawRecord]:
    return list(layout_of(io.BytesIO(data), "data").records())


def values(data: bytes) -> list[Any]:
    return [json.loads(record.text) for record in read(data)]


def message(data: bytes) -> str:
    with pytest.raises(DataError) as caught:
        read(data)
    return str(caught.value)


@pytest.fixture(params=[1, 2, 3, 7, 64])
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be read in small blocks, which end within words, numbers and characters."""
    monkeypatch.setattr(limits, "BLOCK", request.param)


@pytest.mark.usefixtures("block")
class TestBlocks:
    @pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
    def test_of_any_size_give_the_same_elements(self, layout: dict[str, Any]) -> None:
        array = [1, -2.5e10, '協定\\"]', [], {}, [[{"六ヶ所村": None}]], True, "𠮷" * 40, 17]
        assert values(json.dumps(array, **layout).encode()) == array

    def test_of_any_size_give_the_same_lines(self) -> None:
        lines = ['{"id": 1}', '"協定"', '{"title": "' + "長" * 99 + '"}']
        assert values("\n\n".join(lines).encode()) == [json.loads(line) for line in lines]

    @pytest.mark.parametrize(
        ("array", "says"),
        [
            ("[1,\n2 x]", "2 行目 3 文字目: 区切り"),
            ('["協定", 平成]', "1 行目 8 文字目: 区切りの記号か値"),
            ("[1, 2", "1 行目 5 文字目: 途中で終わっています"),
            ('["協定", "覚', "途中で終わっています"),
            ("[1,]", "1 行目 4 文字目: 最後の値の後に余分なコンマ"),
            ("[]\n\nx", "3 行目 1 文字目: 値の後に余分な文字"),
            ('["\\ud800"]\n[', "値の後に余分な文字"),
            ('{"id": 1', None),
        ],
    )
    def test_of_any_size_give_the_same_fault(self, array: str, says: str | None) -> None:
        if says is None:
            assert [record.text for record in read(array.encode())] == [array.encode()]
        else:
            assert says in message(array.encode())

    def test_of_any_size_tell_the_line_that_is_not_in_utf8(self) -> None:
        data = b'["a",\n"\xe5\x8d\x94",\n"\x83\x66"]'
        assert "UTF-8 ではありません: data の 3 行目" in message(data)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(array=st.lists(VALUES))
def test_elements_are_the_values_of_the_array(layout: dict[str, Any], array: list[object]) -> None:
    assert values((" \n" + json.dumps(array, **layout)).encode()) == array


@given(blanks=st.lists(st.integers(0, 3)), value=VALUES)
def test_an_element_stands_on_the_line_of_its_first_character(
    blanks: list[int], value: object
) -> None:
    text = json.dumps(value, indent=1)
    parts = ["\n" * blank + text for blank in blanks]
    lines = [
        sum(part.count("\n") for part in parts[:position]) + blank + 1
        for position, blank in enumerate(blanks)
    ]
    assert [element.line for element in read(f"[{','.join(parts)}]".encode())] == lines


@given(st.lists(VALUES, min_size=1), st.sampled_from(list(LAYOUTS)), st.integers(1, 40))
def test_offset_and_line_tell_where_an_element_stands(
    array: list[Any], layout: str, blanks: int
) -> None:
    data = (" \n" * blanks + json.dumps(array, **LAYOUTS[layout])).encode()
    for record in read(data):
        assert data[record.offset :].startswith(record.text)
        assert data.count(b"\n", 0, record.offset) == record.line - 1


TITLES = st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=12)


@given(TITLES, st.data())
def test_every_line_is_in_one_part_of_a_file(titles: list[str], draw: st.DataObject) -> None:
    data = "\n".join(json.dumps({"t": t}, ensure_ascii=False) for t in titles).encode()
    cuts = sorted(draw.draw(st.lists(st.integers(0, len(data)), max_size=4)))
    parts = pairwise([0, *cuts, len(data)])
    found = [
        record
        for part in parts
        for record in layout_of(io.BytesIO(data), "data").texts_between(*part) or ()
    ]
    assert found == [(record.offset, record.text) for record in read(data)]


def test_byte_order_mark_is_no_part_of_the_first_record() -> None:
    assert values(b"\xef\xbb\xbf" + b'{"id": 1}\n{"id": 2}') == [{"id": 1}, {"id": 2}]
    assert len(values(b"\xef\xbb\xbf" + DATA.read_bytes())) == 25


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \n\t\r\n"])
def test_nothing_is_an_error(data: bytes) -> None:
    assert message(data) == "データが空です: data"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'{"id": 1}\n\n"' + b"x" * 300, 3),
        (b'[1,\n"' + b"x" * 3000, 2),
        (b'{"' + b"x" * 300, 1),
    ],
    ids=["line", "element", "no-line-end"],
)
def test_a_record_that_goes_on_and_on_is_given_up(
    data: bytes, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LONGEST_RECORD", 200)
    monkeypatch.setattr(limits, "BLOCK", 50)
    assert f"{line} 行目からの 1 件が長すぎます" in message(data)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(array=st.lists(VALUES, min_size=1))
def test_an_element_is_read_again_by_its_offset(layout: dict[str, Any], array: list[Any]) -> None:
    stream = io.BytesIO(json.dumps(array, **layout).encode())
    for record in list(layout_of(stream, "data").records()):
        stream.seek(0)
        text_at = layout_of(stream, "data").text_at
        assert text_at is not None
        assert text_at(record.offset) == record.text


def test_blanks_before_the_first_element_cost_no_record() -> None:
    array = [{"id": number} for number in range(9)]
    assert values(b"[" + b" \n" * 10_000 + json.dumps(array)[1:].encode()) == array
