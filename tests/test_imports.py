"""What is imported: nothing before it is needed, since a start is as quick as its imports."""

import json
import os
import subprocess
import sys
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from conftest import DATA, at_once

GARBAGE = """
import gc, sys
from koryu_cli.__main__ import main
sys.argv[1:] = ["list", "--count"]
try:
    main()
except SystemExit:
    gc.unfreeze()
    print(gc.collect(), file=sys.stderr)
"""
START = """
import sys
from koryu_cli.__main__ import main
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
NEVER = {"asyncio", "email", "importlib.metadata", "multiprocessing", "openpyxl", "sqlite3"} | {
    "tempfile",
    "webbrowser",
}
LIGHT = NEVER | {"pydantic", "pydantic_core", "rich", "dateutil"}
PLAIN = NEVER | {"rich", "dateutil"}
DRAWN = NEVER | {"dateutil"}

# What must not be loaded after each command, whose output is a pipe.
COMMANDS: dict[str, set[str]] = {
    "--version": LIGHT,
    "completion bash": LIGHT,
    "date 平成24 2012-05-23 平成20年～24年": LIGHT,
    "date 平成24 --json": LIGHT - {"pydantic_core"},
    "open --help": LIGHT - {"rich"},
    "--help": (LIGHT - {"rich"}) | {"rich.text"},
    "list -c 韓国 --json": PLAIN,
    "list -o ndjson": PLAIN,
    "list -o csv --bom": PLAIN,
    "list -o tsv": PLAIN,
    "list -o ids": PLAIN,
    "list -o markdown": PLAIN,
    "list -o html": PLAIN,
    "show 17 -o html": PLAIN,
    "search 下水 -o html": PLAIN,
    "timeline 17 -o html": PLAIN,
    "list --count": PLAIN,
    "show 17 --json": PLAIN,
    "search 下水 --json": PLAIN,
    "stats -o csv": PLAIN,
    "timeline 17 --json": PLAIN,
    "open 17 --print": PLAIN,
    "check --json": PLAIN,
    "schema": PLAIN,
    "anniversaries --in 2027 --json": NEVER | {"rich"},
    "anniversaries --in 2027 -o html": NEVER | {"rich"},
    "anniversaries --in 2027": NEVER | {"rich.console", "rich.text", "rich.table"},
    "list -c 韓国": DRAWN | {"rich.console", "rich.table"},
    "search 下水": PLAIN,
    "show 17": DRAWN | {"rich.console", "rich.table"},
    "stats": DRAWN,
    "timeline 17": DRAWN | {"rich.console", "rich.text", "rich.table"},
}


COMPLETED = ["list -c", "show", "stats --by", "list --columns", "ti"]


@cache
def modules() -> dict[tuple[str, bool], set[str]]:
    """The modules that are loaded after each command, and after the completion of each."""

    def run(case: tuple[str, bool]) -> set[str]:
        command, completing = case
        process = subprocess.run(
            [sys.executable, "-c", START, *command.split(), *([""] if completing else [])],
            capture_output=True,
            encoding="utf-8",
            env={"_KORYU_COMPLETE": "1"} if completing else {},
            check=True,
        )
        return set(process.stderr.split())

    return at_once(run, [*product(COMMANDS, [False]), *product(COMPLETED, [True])])


@pytest.mark.parametrize(("command", "unwanted"), COMMANDS.items(), ids=COMMANDS)
def test_a_command_imports_only_what_it_needs(command: str, unwanted: set[str]) -> None:
    assert modules()[command, False] & unwanted == set()


@pytest.mark.parametrize("words", COMPLETED)
def test_completion_imports_next_to_nothing(words: str) -> None:
    assert modules()[words, True] & LIGHT == set()


@pytest.mark.parametrize("layout", ["array", "lines"])
def test_records_leave_no_cycles_to_the_collector_that_is_off(layout: str, tmp_path: Path) -> None:
    """As much is left to collect for ten times the records."""
    records = json.loads(DATA.read_text("utf-8"))

    def left_over(copies: int) -> int:
        many = [{**record, "id": n + 1} for n, record in enumerate(records * copies)]
        data = tmp_path / f"{copies}.json"
        texts = [json.dumps(each, ensure_ascii=False) for each in many]
        data.write_text("\n".join(texts) if layout == "lines" else f"[{','.join(texts)}]", "utf-8")
        process = subprocess.run(
            [sys.executable, "-c", GARBAGE],
            env={**os.environ, "KORYU_DATA": str(data)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert process.stdout == f"{len(many)}\n"
        return int(process.stderr)

    assert left_over(10) == left_over(1)
