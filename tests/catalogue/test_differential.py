"""Files of every layout are read as `json` reads them, however they come and are divided."""

import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koryu_cli.catalogue import processes, reading
from koryu_cli.catalogue.layouts import layout as limits
from koryu_cli.catalogue.reading import Catalogue

SIDES = {"japan": [{"name": "札幌市"}], "overseas": [{"name": "韓国", "divisions": []}]}
BLANKS = st.text(" \t\r\n", max_size=5)
TITLES = st.lists(st.text(st.characters(codec="utf-8"), max_size=9), max_size=9)
MARK = "\0"


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a layout and a file of records with blanks in every place where JSON allows them."""
    records = [
        {"id": number, "title": title or None} | SIDES
        for number, title in enumerate(draw(TITLES), 1)
    ]
    texts = [
        json.dumps(record, ensure_ascii=draw(st.booleans()), separators=(f"{MARK},", f":{MARK}"))
        for record in draw(st.permutations(records))
    ]
    layout = draw(st.sampled_from(["array", "lines"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    if layout == "array":
        text = MARK + f"{MARK},{MARK}".join(texts).join(["[" + MARK, MARK + "]"]) + MARK
        return layout, (mark + _filled(text, lambda: draw(BLANKS))).encode()
    ends = (draw(st.sampled_from(["\n", "\r\n", "\n \n", "\n\n"])) for _ in texts)
    inner = (_filled(text, lambda: draw(BLANKS.map(_within_a_line))) for text in texts)
    text = "".join(line + end for line, end in zip(inner, ends, strict=True))
    return layout, (mark + draw(BLANKS) + (text if draw(st.booleans()) else text.rstrip())).encode()


def _filled(text: str, blanks: Callable[[], str]) -> str:
    first, *others = text.split(MARK)
    return first + "".join(blanks() + part for part in others)


def _within_a_line(blanks: str) -> str:
    return blanks.translate({ord("\n"): None, ord("\r"): None})


def expected(layout: str, data: bytes) -> list[tuple[int, str | None]]:
    text = data.decode("utf-8-sig")
    lines = filter(str.strip, text.split("\n"))
    values = json.loads(text) if layout == "array" else list(map(json.loads, lines))
    return sorted((value["id"], value["title"]) for value in values)


def found(source: str) -> list[tuple[int, str | None]]:
    return [(each.id, each.title) for each in Catalogue(source).select_all().value]


def one_by_one(tasks: Sequence[Callable[[], Any]], _count: int) -> list[Any]:
    """Do what `share` does, in this process."""
    return [task() for task in tasks]


by_property = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@by_property
@given(file=files(), block=st.integers(4, 99), parts=st.integers(1, 9), held=st.integers(0, 9))
def test_a_file_is_read_as_json_reads_it(
    file: tuple[str, bytes],
    block: int,
    parts: int,
    held: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whole or in parts, whatever its blocks, and a record again by its place."""
    layout, data = file
    if not data.decode("utf-8-sig").strip():
        return
    path = tmp_path / "data"
    path.write_bytes(data)
    monkeypatch.setattr(limits, "BLOCK", block)
    monkeypatch.setattr(reading, "HELD", held)
    monkeypatch.setattr(processes, "share", one_by_one)
    monkeypatch.setattr(processes, "available", lambda: parts)
    for least in (1, 2**40):
        monkeypatch.setattr(reading, "SHARED_FROM", least)
        assert found(str(path)) == expected(layout, data)


@by_property
@given(file=files(), block=st.integers(4, 99))
def test_standard_input_is_read_as_json_reads_it(
    file: tuple[str, bytes], block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout, data = file
    if not data.decode("utf-8-sig").strip():
        return
    monkeypatch.setattr(limits, "BLOCK", block)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert found("-") == expected(layout, data)


@by_property
@given(file=files(), cut=st.integers(1, 99))
def test_a_pipe_is_read_as_json_reads_it(file: tuple[str, bytes], cut: int) -> None:
    """However few bytes come at a time."""
    layout, data = file
    if not data.decode("utf-8-sig").strip():
        return
    reader, writer = os.pipe()

    def write() -> None:
        with os.fdopen(writer, "wb", buffering=0) as pipe:
            for start in range(0, len(data), cut):
                pipe.write(data[start : start + cut])

    thread = Thread(target=write)
    thread.start()
    try:
        assert found(f"/dev/fd/{reader}") == expected(layout, data)
    finally:
        os.close(reader)
        thread.join()


@pytest.mark.parametrize("layout", ["array", "lines"])
@pytest.mark.parametrize("shared", [True, False], ids=["shared", "whole"])
def test_a_large_file_is_read_as_json_reads_it(
    layout: str, shared: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the size that is shared among processes, which are real here."""
    records = [{"id": 1 + at, "title": "長" * (at * 37 % 5000)} | SIDES for at in range(900)]
    records[0]["title"] = None
    texts = [json.dumps(record, ensure_ascii=False) for record in records]
    text = f"[{' ,'.join(texts)}]" if layout == "array" else "\n\n".join(texts)
    data = text.encode()
    assert len(data) > 4 * 2**20
    path = tmp_path / "data"
    path.write_bytes(data)
    monkeypatch.setattr(processes, "available", lambda: 3 if shared else 1)
    records[0]["title"] = None
    assert found(str(path)) == expected(layout, data)
