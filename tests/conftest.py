import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest
from hypothesis import settings

from koryu_cli import language

# No test depends on the machine's speed, and where changes are judged, none on luck.
settings.register_profile("koryu", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("koryu")

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data" / "agreements.json"


Argument = TypeVar("Argument")
Outcome = TypeVar("Outcome")


def at_once(
    run: Callable[[Argument], Outcome], cases: Iterable[Argument]
) -> dict[Argument, Outcome]:
    """Run processes for all cases, as many at a time as there are processors."""
    cases = list(cases)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(cases, pool.map(run, cases), strict=True))


class Result(NamedTuple):
    """What a run of koryu left behind."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


KORYU = [sys.executable, "-m", "koryu_cli"]


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `command` in a shell, with `koryu` for this program."""
    return subprocess.run(  # noqa: S602 - the commands are written below
        f'koryu() {{ {sys.executable} -m koryu_cli "$@"; }}; {command}',
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


OF_TERMINALS = {"NO_COLOR", "FORCE_COLOR", "PAGER", "COLUMNS"}
OF_LOCALES = {"LC_ALL", "LC_MESSAGES", "LANG"}
Koryu = Callable[..., Result]
Golden = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the person who runs the tests changes what koryu prints, or how soon.

    Nor does the language that an earlier test chose.
    """
    for name in list(os.environ):
        if name.startswith(("KORYU_", "PYTHON")) or name in OF_TERMINALS | OF_LOCALES:
            monkeypatch.delenv(name)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LANG", "C.UTF-8")
    language.choose(environment={})


@pytest.fixture
def koryu(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Koryu:
    """Run koryu in this process: `koryu("list", "-c", "韓国")`.

    `stdin` is what standard input holds; `terminal`, a number of columns, makes standard output
    a terminal of that width.
    """
    from koryu_cli.cli.app import run

    def run_koryu(*arguments: str, stdin: str = "", terminal: int | None = None) -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        if terminal is None:
            code = run(arguments)
            return Result(code, *capsys.readouterr())
        screen = Terminal()
        with monkeypatch.context() as patch:
            patch.setenv("COLUMNS", str(terminal))
            patch.setattr(sys, "stdout", screen)
            code = run(arguments)
        return Result(code, screen.getvalue(), capsys.readouterr().err)

    return run_koryu


@pytest.fixture
def golden() -> Golden:
    """Compare a whole page with the one kept under `tests/golden/`.

    With the environment variable UPDATE_GOLDEN the page is kept instead, to be looked at.
    """

    def compare(name: str, page: str) -> None:
        path = ROOT / "tests" / "golden" / f"{name}.txt"
        if "UPDATE_GOLDEN" in os.environ:
            path.write_text(page, "utf-8")
        assert page == path.read_text("utf-8")

    return compare


@pytest.fixture
def records() -> list[dict[str, Any]]:
    """The shipped records as plain JSON, to be changed at will."""
    loaded: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))
    return loaded
