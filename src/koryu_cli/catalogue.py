"""Read and validate the agreements of a data file."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import ValidationError, from_json, to_json

from koryu_cli.errors import DataError
from koryu_cli.models import Agreement
from koryu_cli.problems import Problem, json_fault, problems_of, record_label

STANDARD_INPUT = "-"

_ARRAY = TypeAdapter(tuple[Agreement, ...])


class InvalidDataError(DataError):
    """A data file whose records are not all valid; `problems` holds every fault found."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        """Make the error of the data called `name`."""
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
    name = "標準入力" if source == STANDARD_INPUT else str(source or shipped())
    data = _read_bytes(source, name)
    agreements, problems = [], []
    records = _array(data, name) if data.lstrip().startswith(b"[") else _lines(data, name)
    for record in records:
        if isinstance(record, Agreement):
            agreements.append(record)
        else:
            problems += record
    problems += _repeated_numbers(agreements)
    if problems:
        raise InvalidDataError(name, problems)
    return sorted(agreements, key=lambda agreement: agreement.id)


def _read_bytes(source: str | None, name: str) -> bytes:
    try:
        if source == STANDARD_INPUT:
            data = sys.stdin.buffer.read()
        else:
            data = Path(source or shipped()).read_bytes()
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


def _array(data: bytes, name: str) -> Iterator[Agreement | list[Problem]]:
    try:
        yield from _ARRAY.validate_json(data)
        return
    except ValidationError:
        pass
    try:
        records = from_json(data)
    except ValueError as error:
        raise DataError(f"JSON として読めません: {name} の{json_fault(str(error))}") from None
    for position, record in enumerate(records, 1):
        number = record.get("id") if isinstance(record, dict) else None
        yield _validate(to_json(record), record_label(number, position))


def _lines(data: bytes, name: str) -> Iterator[Agreement | list[Problem]]:
    for position, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield Agreement.model_validate_json(line)
        except ValidationError:
            try:
                record = from_json(line)
            except ValueError as error:
                fault = json_fault(str(error), line=position)
                raise DataError(f"JSON として読めません: {name} の{fault}") from None
            number = record.get("id") if isinstance(record, dict) else None
            yield _validate(line, record_label(number, position))


def _validate(record: bytes, label: str) -> Agreement | list[Problem]:
    try:
        return Agreement.model_validate_json(record)
    except ValidationError as error:
        return problems_of(error, label)


def _repeated_numbers(agreements: list[Agreement]) -> list[Problem]:
    count = Counter(agreement.id for agreement in agreements)
    return [
        Problem(record_label(number, 0), "id", str(number), f"ほかと異なる番号（{times} 件が同じ）")
        for number, times in sorted(count.items())
        if times > 1
    ]
