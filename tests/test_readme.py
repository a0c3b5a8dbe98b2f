"""README's console blocks show what a terminal of 80 columns shows."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Koryu

README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n)(\$ .+?)(?=```)", re.DOTALL)


def test_console_blocks_are_real(koryu: Koryu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KORYU_TODAY", "2026-11-24")
    readme = README.read_text("utf-8")

    def run(block: re.Match[str]) -> str:
        page = ""
        for command in re.findall(r"^\$ (koryu .+)$", block[0], re.MULTILINE):
            result = koryu("--color", "never", *shlex.split(command)[1:], terminal=80)
            page += f"$ {command}\n{result.out}{result.err}"
        return page

    shown = BLOCK.sub(run, readme)
    if "UPDATE_GOLDEN" in os.environ:
        Path(README).write_text(shown, "utf-8")
    assert BLOCK.findall(readme) == BLOCK.findall(shown)


LEDGER = "自治体名,姉妹都市,国,提携年月日\n札幌市,瀋陽市,中国,昭和55年11月18日\n"


def test_commands_named_in_the_text_work(
    koryu: Koryu, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "台帳.csv").write_text(LEDGER, "cp932")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BROWSER", "true")
    tables = re.findall(r"^\|.+\|$", README.read_text("utf-8"), re.MULTILINE)
    commands = [command for row in tables for command in re.findall(r"`(koryu [^`]+)`", row)]
    assert len(commands) > 15
    for command in commands:
        words = shlex.split(command.partition(" > ")[0])[1:]
        assert koryu(*words).code == 0, command


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
def test_scripts_run(tmp_path: Path) -> None:
    (scripts,) = re.findall(r"## Scripts\n\n```sh\n(.+?)```", README.read_text("utf-8"), re.DOTALL)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    result = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", scripts],
        env={**os.environ, "PATH": path},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("国際教育センター\n総務部 地域課\n企画課\n")
    countries = (tmp_path / "contacts-by-country.csv").read_text("utf-8").splitlines()
    assert list(dict.fromkeys(line.partition(",")[0] for line in countries)) == [
        "韓国",
        "中国",
        "ベトナム",
    ]


def test_python_prints_what_readme_says(capsys: pytest.CaptureFixture[str]) -> None:
    (code, printed) = re.findall(
        r"```python\n(.+?)```\n\n```text\n(.+?)```", README.read_text("utf-8"), re.DOTALL
    )[0]
    exec(code, {})  # noqa: S102 -- README's own example
    assert capsys.readouterr().out == printed
