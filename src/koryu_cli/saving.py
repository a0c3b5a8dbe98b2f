"""Files that are written whole or not at all."""

import os
import signal
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NoReturn

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""The signals by which a user or the system ends a process."""
ENDED = 128
"""Plus the number of a signal: the exit code of a process that it ended, as shells have it."""


def save(file: str, chunks: Iterable[str | bytes]) -> None:
    """Write a file, text in UTF-8; on any failure the old one, if there is one, stays as it is.

    What cannot be replaced, as a device or a pipe, is written to. A link leads to the new file.

    Raises:
        OSError: the file cannot be written.
    """
    with _ending_by_exception(), _opened(file) as stream:
        for chunk in chunks:
            stream.write(chunk.encode() if isinstance(chunk, str) else chunk)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    """Open a file beside the one called `file` that takes its place when it is complete."""
    try:
        mode = Path(file).stat().st_mode
    except FileNotFoundError:
        if file.endswith(os.sep):
            raise
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        with Path(file).open("wb") as stream:
            yield stream
        return
    target = Path(os.path.realpath(file))
    if mode is not None:
        target.open("ab").close()  # a file that may not be written may not be replaced
    part = target.with_name(f".koryu-{os.urandom(8).hex()}")
    try:
        with part.open("xb") as stream:
            if mode is not None:
                part.chmod(stat.S_IMODE(mode))
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def _ending_by_exception() -> Iterator[None]:
    """Let a signal end the process by an exception, so that no unfinished file stays behind."""

    def end(number: int, _frame: object) -> NoReturn:
        sys.exit(ENDED + number)

    heeded = [number for number in ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, end) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
