"""koryu from Python: what README names, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DATA
from pydantic import ValidationError

import koryu_cli


def test_public_names() -> None:
    assert koryu_cli.__all__ == ["Agreement", "__version__", "read", "wareki"]
    assert all(hasattr(koryu_cli, name) for name in koryu_cli.__all__)
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        koryu_cli.reed  # noqa: B018 -- the access is what is tested


def test_read_returns_the_shipped_agreements_by_number() -> None:
    agreements = koryu_cli.read()
    assert [agreement.id for agreement in agreements] == list(range(1, 26))
    assert all(isinstance(agreement, koryu_cli.Agreement) for agreement in agreements)
    assert agreements == koryu_cli.read(DATA)


def test_read_takes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("自治体名,相手,提携日\n札幌市,瀋陽市,昭和55年11月18日\n", "cp932")
    (agreement,) = koryu_cli.read(path, columns={"海外側": "相手"}, values={"国": "中国"})
    assert agreement.japan[0].code == "011002"
    assert agreement.overseas[0].country == "CN"
    assert agreement.span == koryu_cli.wareki.parse("1980-11-18")


def test_an_agreement_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        koryu_cli.read()[0].title = "別の標題"


def test_importing_koryu_loads_nothing_else() -> None:
    code = "import koryu_cli, sys; print('pydantic' in sys.modules, 'typer' in sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert process.stdout == b"False False\n"
