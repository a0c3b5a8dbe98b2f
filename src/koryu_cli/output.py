"""Where results go, standard output or a file."""

import errno
import io
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, AnyStr, Literal, NamedTuple, TextIO, get_args

from koryu_cli.aside import Progress, discard, note
from koryu_cli.display import visible
from koryu_cli.errors import KoryuError, UsageError
from koryu_cli.language import _

if TYPE_CHECKING:
    from rich.console import RenderableType

ColorChoice = Literal["auto", "always", "never"]
COLOR_CHOICES: tuple[ColorChoice, ...] = get_args(ColorChoice)

UNLIMITED = 100_000
"""The width of a page without a terminal: so large that nothing is wrapped or cut."""
_STYLE = re.compile(r"(\x1b\[[\d;]*m)")
DEFAULT_PAGER = "less -FIRX"


NOT_FORCED = ("", "0", "false")
"""Values of FORCE_COLOR that force no colour; those that are not empty turn it off."""


class OutputError(KoryuError):
    """A result that could not be written."""

    exit_code = 1


class ReaderGoneError(KoryuError):
    """A pipe whose reader has closed it; ends like SIGPIPE, without a message."""

    exit_code = 141


def prepare() -> None:
    """Let the standard streams escape the characters that they cannot encode."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace", newline="")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="backslashreplace")


class Output(NamedTuple):
    """Where results go, and how they are shown there.

    Attributes:
        color: whether pages are in colour.
        pager: whether a long page may go to a pager.
        file: the file that results are written to instead of standard output.
    """

    color: ColorChoice = "auto"
    pager: bool = True
    file: str | None = None

    def write(self, chunks: Iterable[str], *, utf_8: bool = False) -> None:
        """Write text, on a terminal with its control characters made visible.

        Args:
            chunks: the text.
            utf_8: whether the format is UTF-8, whatever encoding standard output has.
        """
        if self.file is not None:
            self._save(chunks)
            return
        stream = _standard_output()
        if utf_8 and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        if stream.isatty():
            chunks = (visible(chunk, lines=True) for chunk in chunks)
        _write(stream, chunks)

    def write_bytes(self, chunks: Iterable[bytes]) -> None:
        """Write what is no text.

        Raises:
            UsageError: standard output is a terminal.
        """
        if self.file is not None:
            self._save(chunks)
            return
        stream = _standard_output()
        if stream.isatty():
            raise UsageError(
                _("この形式は端末に表示できません。--output でファイルの名前を指定してください。")
            )
        _write(stream.buffer, chunks)

    def show(self, page: "RenderableType", *, long: bool = False) -> None:
        """Print a Rich renderable.

        Args:
            page: what to print; any text from a data file in it is already `visible`.
            long: whether it goes to the pager if it is longer than the screen.
        """
        from rich.console import Console, Group  # plain text does without Rich

        terminal = shutil.get_terminal_size()
        rendered = io.StringIO()
        console = Console(
            file=rendered,
            force_terminal=self._escapes(),
            no_color=self._plain(),
            width=self.width() or UNLIMITED,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
        whole = Group(page)  # a text by itself would lose its class, and its way to wrap
        if self.width() is None:
            console.width = console.measure(whole).maximum
        console.print(whole)
        lines = rendered.getvalue().rstrip("\n").split("\n") if rendered.getvalue().strip() else []
        text = "".join(_without_blanks_at_end(line) + "\n" for line in lines)
        long = long and len(lines) >= terminal.lines
        if long and self._is_terminal() and self._may_page():
            _page(text)
        elif self.file is None:
            _write(_standard_output(), [text])
        else:
            self._save([text])

    def note(self, text: str) -> None:
        """Write a note to standard error."""
        note(text)

    def aside(self, text: str) -> None:
        """Write a remark to standard error that only somebody at a terminal needs."""
        if sys.stderr is not None and sys.stderr.isatty():
            note(text)

    def progress(self) -> Progress | None:
        """Return a progress line for a long reading, if standard error is a terminal."""
        return Progress() if sys.stderr is not None and sys.stderr.isatty() else None

    def is_plain(self) -> bool:
        """Return whether results have neither colour nor a limited width."""
        return self.width() is None and not self._escapes()

    def width(self) -> int | None:
        """Return the cells of a line, or None where there is no limit.

        A terminal has a width; elsewhere `COLUMNS` sets one, as in the preview of a chooser.
        """
        if self._is_terminal():
            return shutil.get_terminal_size().columns
        columns = os.environ.get("COLUMNS", "")
        return int(columns) or None if columns.isdecimal() and self.file is None else None

    def _is_terminal(self) -> bool:
        return self.file is None and sys.stdout is not None and sys.stdout.isatty()

    def _save(self, chunks: Iterable[str | bytes]) -> None:
        """Write the file, and say so.

        Raises:
            OutputError: it cannot be written.
        """
        from koryu_cli.saving import save  # standard output does without

        file = self.file or ""
        try:
            save(file, chunks)
        except OSError as error:
            raise OutputError(
                _("「{file}」に書けません（{reason}）。", file=file, reason=_reason(error))
            ) from None
        note(_("「{file}」に書きました。", file=file))

    def _escapes(self) -> bool:
        if self.color != "auto" or self.file is not None:
            return self.color == "always"
        if os.environ.get("TERM") == "dumb":
            return False
        return os.environ.get("FORCE_COLOR", "") not in NOT_FORCED or self._is_terminal()

    def _plain(self) -> bool:
        refused = os.environ.get("NO_COLOR") or os.environ.get("FORCE_COLOR") in NOT_FORCED[1:]
        return self.color == "auto" and bool(refused)

    def _may_page(self) -> bool:
        return self.pager and sys.stdin is not None and sys.stdin.isatty()


def _without_blanks_at_end(line: str) -> str:
    """Return a line without the blanks that fill it up to the width, its styles kept."""
    parts = _STYLE.split(line)
    for at in range(len(parts) - 1, -1, -2):
        parts[at] = parts[at].rstrip()
        if parts[at]:
            break
    return "".join(parts)


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise OutputError(_("標準出力が閉じられています。"))
    return sys.stdout


def _write(stream: IO[AnyStr], chunks: Iterable[AnyStr]) -> None:
    try:
        stream.writelines(chunks)
        stream.flush()
    except BrokenPipeError:
        discard(stream)
        raise ReaderGoneError from None
    except OSError as error:
        discard(stream)
        message = _("標準出力に書けません（{error}）。", error=_reason(error))
        raise OutputError(message) from None


def _reason(error: OSError) -> str:
    """Return why something cannot be written; the system says what is rare, in its own words."""
    match error.errno:
        case errno.ENOENT:
            return _("そのフォルダーがありません")
        case errno.EISDIR:
            return _("ファイルではなくフォルダーです")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _("書き込みが許されていません")
        case errno.ENOSPC:
            return _("空きがありません")
        case _:
            return error.strerror or str(error)


def _page(text: str) -> None:
    command = os.environ.get("KORYU_PAGER") or os.environ.get("PAGER") or DEFAULT_PAGER
    environment = {"LESS": "FIRX", "LESSCHARSET": "utf-8", **os.environ}
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is for the pager
    try:
        subprocess.run(  # noqa: S603 - the user's own choice of pager
            shlex.split(command), input=text, encoding="utf-8", env=environment, check=False
        )
    except (OSError, ValueError):
        _write(_standard_output(), [text])
    finally:
        signal.signal(signal.SIGINT, before)
