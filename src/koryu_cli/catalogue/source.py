"""Where data come from: the shipped catalogue, a file, or standard input."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from koryu_cli.errors import DataError
from koryu_cli.language import _

STANDARD_INPUT = "-"
BUFFER = 2**17
"""How many bytes are read from a file at once."""


def shipped() -> Path:
    """Return the path of the catalogue that comes with koryu.

    An installed package holds it at its top; a checkout, in `data/` at its top.
    """
    packaged = Path(__file__).parents[1] / "agreements.json"
    if packaged.exists():
        return packaged
    return Path(__file__).parents[3] / "data" / "agreements.json"


def name_of(source: str) -> str:
    """Return how messages call a data file."""
    return _("標準入力") if source == STANDARD_INPUT else source


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """Open a data file, `-` for standard input, to read its bytes.

    Raises:
        DataError: it cannot be opened or read, or nothing can come from standard input.
    """
    stream = _open(source)
    try:
        yield stream
    except OSError as error:
        raise _unreadable(name_of(source), error) from None
    finally:
        if source != STANDARD_INPUT:
            stream.close()


def _open(source: str) -> BinaryIO:
    if source == STANDARD_INPUT:
        if sys.stdin is None or sys.stdin.isatty():
            raise DataError(_("標準入力からデータが来ていません。"))
        return sys.stdin.buffer
    if not source:
        raise DataError(_("データファイルの名前が空です。"))
    try:
        return Path(source).open("rb", buffering=BUFFER)
    except IsADirectoryError:
        message = _("ファイルではなくディレクトリです: {source}", source=source)
    except FileNotFoundError:
        message = _("データファイルが見つかりません: {source}", source=source)
    except PermissionError:
        message = _("データファイルを読む権限がありません: {source}", source=source)
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from None
    raise DataError(message)


def _unreadable(name: str, error: Exception) -> DataError:
    return DataError(_("データファイルを読めません: {name}（{error}）", name=name, error=error))


def size_of(source: str, stream: BinaryIO) -> int | None:
    """Return how many bytes an opened file has if it can be read again; else None."""
    if source == STANDARD_INPUT:
        return None
    status = os.fstat(stream.fileno())
    return status.st_size if S_ISREG(status.st_mode) else None
