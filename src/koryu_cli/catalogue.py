"""Read and validate the agreements of a data file."""

import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import ValidationError, from_json

from koryu_cli.errors import DataError
from koryu_cli.models import Agreement
from koryu_cli.positions import elements
from koryu_cli.problems import Problem, json_fault, problems_in

STANDARD_INPUT = "-"

_ARRAY = TypeAdapter(tuple[Agreement, ...])


class InvalidDataError(DataError):
    """A data file (called `name`) whose records are not all valid.

    `problems` holds every fault found.
    """

    def __init__(self, name: str, problems: list[Problem]) -> None:
        """Make the error of the data called `name`."""
        self.name = name
        self.problems = problems
        lines = [f"データに {len(problems)} 件の問題があります: {name}"]
        super().__init__("\n".join([*lines, *(f"  {problem}" for problem in problems)]))


def shipped() -> Path:
    """Return the path of the catalogue that comes with koryu.

    An installed package holds it beside this module; a checkout, in `data/` at its top.
    """
    packaged = Path(__file__).with_name("agreements.json")
    if packaged.exists():
        return packaged
    return Path(__file__).parents[2] / "data" / "agreements.json"


def read(source: str | None = None) -> list[Agreement]:
    """Read all agreements of a data file, ordered by id.

    Args:
        source: path of a JSON array or of NDJSON (a record a line) in UTF-8; `-` for standard
            input; none for the shipped catalogue.

    Raises:
        DataError: the data cannot be read or is not JSON; as `InvalidDataError`, with every
            problem found, where a record is not valid.
    """
    path = str(shipped()) if source is None else source
    name = "標準入力" if path == STANDARD_INPUT else path
    data = _read_bytes(path, name)
    agreements = _agreements(data)
    if agreements is None or len({agreement.id for agreement in agreements}) < len(agreements):
        raise InvalidDataError(name, problems_in(_records(data, name)))
    return sorted(agreements, key=lambda agreement: agreement.id)


def _read_bytes(path: str, name: str) -> bytes:
    try:
        data = _standard_input() if path == STANDARD_INPUT else Path(path).read_bytes()
    except IsADirectoryError:
        raise DataError(f"ファイルではなくディレクトリです: {name}") from None
    except FileNotFoundError:
        raise DataError(f"データファイルが見つかりません: {name}") from None
    except PermissionError:
        raise DataError(f"データファイルを読む権限がありません: {name}") from None
    except (OSError, ValueError) as error:
        raise DataError(f"データファイルを読めません: {name}（{error}）") from None
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise DataError(f"データが空です: {name}")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(f"UTF-8 ではありません: {name} の {line} 行目") from None
    return data


def _standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise DataError("標準入力からデータが来ていません。例: koryu list --json | koryu check -")
    return sys.stdin.buffer.read()


def _agreements(data: bytes) -> list[Agreement] | None:
    """Return the agreements in the order of the file; nothing if any is not valid."""
    try:
        if _is_array(data):
            return list(_ARRAY.validate_json(data))
        return [Agreement.model_validate_json(line) for line in data.split(b"\n") if line.strip()]
    except ValidationError:
        return None


def _records(data: bytes, name: str) -> Iterator[tuple[int, str]]:
    """Return the line on which each record starts, and its text.

    Raises:
        DataError: the data called `name` is not JSON.
    """
    if _is_array(data):
        _parse(data, name)
        yield from elements(data.decode())
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            _parse(line, name, line=number)
            yield number, line.decode().strip()


def _is_array(data: bytes) -> bool:
    return data.lstrip().startswith(b"[")


def _parse(text: bytes, name: str, *, line: int | None = None) -> None:
    try:
        from_json(text)
    except ValueError as error:
        fault = json_fault(str(error), line=line)
        raise DataError(f"JSON として読めません: {name} の{fault}") from None
