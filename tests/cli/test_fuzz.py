"""Whatever is fed to koryu, it ends, and with an exit code of its own and with text."""

import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from conftest import DATA, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koryu_cli.cli import app

CODES = (0, 2, 3, 4)
COMMANDS = [name for names in app.COMMANDS.values() for name in names]
RECORDS: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))

# C0 but for tab and line ends, DEL, C1, and what turns the direction of writing.
CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

fuzzed = settings(max_examples=150, suppress_health_check=list(HealthCheck), derandomize=True)


def run(arguments: list[str], stdin: bytes = b"") -> Result:
    """Run koryu in this process, without a terminal."""
    out, err = io.StringIO(newline=""), io.StringIO(newline="")
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin), errors="surrogateescape")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = app.run(arguments)
    finally:
        sys.stdin = before
    return Result(code, out.getvalue(), err.getvalue())


def check(result: Result) -> None:
    """Find nothing that a user should never see."""
    assert result.code in CODES, result.err
    assert "Traceback" not in result.out + result.err
    assert not CONTROLS.search(result.err)
    assert result.code == 0 or result.err or '"error"' in result.out
    (result.out + result.err).encode("utf-8", "backslashreplace")


WORDS = [
    *COMMANDS,
    *("--data", "--country", "-c", "-p", "-g", "-t", "-k", "--when", "--since", "--until"),
    *("--reprinted", "--no-reprinted", "-o", "--format", "--json", "--bom", "--columns", "--sort"),
    *("--limit", "--count", "--by", "--across", "--in", "--every", "--strict", "--print", "--help"),
    *("--archive", "--color", "--no-pager", "--version", "-", "--", "", "韓国", "KR", "17", "3-5"),
    *("json", "csv", "ids", "table", "theme", "year", "平成24", "2008..2012", "id,japan", "-date"),
    *("never", "0", "-1", "9" * 30, "１７", "\x1b[31m", "\udc80", "\0", "[red]", "bash", "下水"),
]


@fuzzed
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=7))
def test_any_arguments(arguments: list[str]) -> None:
    if "open" in arguments:  # never in a browser
        arguments = [*arguments, "--print"]
    check(run(arguments))


@fuzzed
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_as_data(data: bytes) -> None:
    result = run(["--data", "-", "list", "--json"], data)
    check(result)
    assert result.code == 3 or json.loads(result.out) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def _places(holder: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each list or object within a value with each place in it."""
    for place in list(holder) if isinstance(holder, dict) else range(len(holder)):
        yield holder, place
        if isinstance(holder[place], dict | list):
            yield from _places(holder[place])


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Draw valid data in which a few values are replaced, removed, added or repeated."""
    records = json.loads(
        json.dumps(draw(st.lists(st.sampled_from(RECORDS), min_size=1, max_size=3)))
    )
    for _ in range(draw(st.integers(0, 3))):
        holder, place = draw(st.sampled_from(list(_places(records))))
        change = draw(st.sampled_from(["replace", "remove", "lengthen", "repeat"]))
        if change == "replace":
            holder[place] = draw(JSON)
        elif change == "remove":
            del holder[place]
        elif change == "lengthen" and isinstance(holder[place], str):
            holder[place] += draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
        elif change == "repeat" and isinstance(holder, list):
            holder.append(holder[place])
        if not records:
            break
    text = json.dumps(
        records, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 2]))
    )
    if draw(st.booleans()):
        text = "".join(json.dumps(record) + "\n" for record in records) or "\n"
    data = bytearray(text.encode())
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


QUESTIONS = [
    ["list", "--json"],
    ["list", "-o", "csv"],
    ["list"],
    ["show", "1-25"],
    ["search", "下水"],
    ["stats", "--by", "year", "--across", "country"],
    ["timeline", "--json"],
    ["anniversaries", "--every", "1", "-o", "ical"],
    ["check", "--json"],
    ["check"],
]


@fuzzed
@given(mutated(), st.sampled_from(QUESTIONS))
def test_valid_data_mutated_at_random(data: bytes, question: list[str]) -> None:
    result = run(["--data", "-", *question], data)
    check(result)
    if question == ["list", "--json"] and result.code == 0:
        assert run(["--data", "-", *question], result.out.encode()) == result


@fuzzed
@given(st.text(max_size=40), st.booleans())
def test_any_text_as_a_date(text: str, strict: bool) -> None:
    check(run(["date", *(["--strict"] if strict else []), "--", text]))
    check(run(["date", "--json"], text.encode("utf-8", "surrogatepass")))
    check(run(["list", "--count", f"--when={text}"]))


@settings(fuzzed, max_examples=40)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=3))
def test_any_text_as_a_search_term(terms: list[str]) -> None:
    check(run(["search", "--", *terms]))
    check(run(["search", "--json", "--", *terms]))


@settings(fuzzed, max_examples=60)
@given(st.text(max_size=12))
def test_any_text_as_a_filter(text: str) -> None:
    for option in (
        "--country",
        "--prefecture",
        "--government",
        "--theme",
        "--kind",
        "--sort",
        "--columns",
    ):
        check(run(["list", "--count", f"{option}={text}"]))


DEEP = b"[" * 100_000
FEEDS: dict[str, tuple[bytes, int]] = {
    "deep-array": (DEEP, 3),
    "deep-objects": (b'{"a":' * 100_000, 3),
    "deep-field": (b'[{"id": ' + b"[" * 150 + b"]" * 150 + b"}]", 3),
    "huge-integer": (b'[{"id": ' + b"9" * 100_000 + b"}]", 3),
    "huge-exponent": (b'[{"id": 1e999999999}]', 3),
    "lone-surrogate": (b'{"id": 1, "title": "\\udead"}', 3),
    "surrogate-bytes": (b'{"id": 1, "title": "\xed\xa0\x80"}', 3),
    "nul": (b"\0" * 1000, 3),
    "nul-in-a-string": (b'{"id": 1, "title": "\\u0000"}', 3),
    "duplicate-keys": (b'{"id": 1, "id": 2, "title": 1, "title": 2}', 3),
    "not-a-number": (b'[{"id": NaN}]', 3),
    "cut-in-a-string": (b'[{"id": 1, "title": "' + "協定".encode() * 999, 3),
    "cut-in-a-character": (b'[{"title": "' + "協".encode()[:2], 3),
    "many-lines-of-nothing": (b"\n" * 100_000, 3),
    "many-numbers": (b"1\n" * 20_000, 3),
    "many-commas": (b"[" + b"," * 100_000, 3),
    "empty-objects": (b"[" + b"{}," * 2000 + b"{}]", 3),
}


@pytest.mark.parametrize(("data", "code"), FEEDS.values(), ids=FEEDS)
@pytest.mark.parametrize("command", ["list", "check"])
def test_a_file_made_to_break_it(data: bytes, code: int, command: str) -> None:
    result = run(["--data", "-", command, "--json"], data)
    check(result)
    assert result.code == code


@pytest.mark.parametrize("layout", ["array", "ndjson"])
def test_a_string_of_fifty_megabytes(layout: str, tmp_path: Path) -> None:
    record = {**RECORDS[0], "background": "協" * (50 * 2**20 // 3)}
    text = json.dumps([record] if layout == "array" else record, ensure_ascii=False)
    path = tmp_path / "long.json"
    path.write_text(text, "utf-8")
    assert run(["--data", str(path), "list", "--count"]) == (0, "1\n", "")
