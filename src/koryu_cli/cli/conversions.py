"""What `koryu date` answers: each expression converted to the other calendar."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from koryu_cli import wareki
from koryu_cli.cli.formats import DateFormat
from koryu_cli.cli.rendering import Layout, is_utf_8, render_rows
from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.output import Output
from koryu_cli.wareki.now import today

if TYPE_CHECKING:
    from koryu_cli.views.conversions import Answer

STANDARD_INPUT = "-"
NO_CHARACTER = "\uf8f3"
"""What CP932 makes of the byte FF, which stands for no character of Shift_JIS."""


def answer(
    expressions: list[str], form: DateFormat, output: Output, layout: Layout, *, strict: bool
) -> bool:
    """Write what expressions are in the other calendar; return whether all were understood.

    Args:
        expressions: what to convert; `-` stands for the lines of standard input. None at all are
            standard input, or today where that is a terminal.
        form: the format.
        output: where the answers go.
        layout: what stands beside them.
        strict: whether only an expression that a date is all of, and within its era, is taken.

    Raises:
        UsageError: `-` is given on a terminal.
    """
    words = expressions or [_default()]
    keep_blank = STANDARD_INPUT in words
    errors: list[wareki.DateError] = []
    if form == "table":
        output.write(_lines(words, output, errors, strict=strict, keep_blank=keep_blank))
    else:
        from koryu_cli.views.conversions import CONVERSION_COLUMNS  # text does without

        answers = _answers(words, output, errors, strict=strict)
        documents = (each.document for each in answers if keep_blank or each.input.strip())
        text = render_rows(form, CONVERSION_COLUMNS, answers, documents, layout)
        output.write(text, utf_8=is_utf_8(form, layout))
    return not errors


def _default() -> str:
    """Return today, as an expression, on a terminal; elsewhere, that there is input to read."""
    terminal = sys.stdin is not None and sys.stdin.isatty()
    return today().isoformat() if terminal else STANDARD_INPUT


def _expressions(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word == STANDARD_INPUT:
            yield from _standard_input()
        else:
            yield word


def _standard_input() -> Iterator[str]:
    """Yield the lines of standard input, each in UTF-8 or else in Shift_JIS as Excel writes it.

    Raises:
        UsageError: it is a terminal, where nothing would come from.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        raise UsageError(_("「-」は標準入力から読みます。例: koryu date < 年月日.txt"))
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None:
        yield from (line.rstrip("\r\n") for line in sys.stdin or ())
        return
    for line in buffer:
        try:
            yield line.decode().rstrip("\r\n")
        except UnicodeDecodeError:
            yield _in_shift_jis(line).rstrip("\r\n")


def _in_shift_jis(line: bytes) -> str:
    """Return a line that is not UTF-8, with its bytes escaped where it is not Shift_JIS either."""
    try:
        text = line.decode("cp932")
    except UnicodeDecodeError:
        text = NO_CHARACTER
    return line.decode(errors="backslashreplace") if NO_CHARACTER in text else text


def _lines(
    words: list[str],
    output: Output,
    errors: list[wareki.DateError],
    *,
    strict: bool,
    keep_blank: bool,
) -> Iterator[str]:
    """Yield a line for each conversion and, if blank ones are kept, for what has none."""
    for expression in _expressions(words):
        conversion = None
        try:
            conversion = wareki.convert(expression, strict=strict)
        except wareki.DateError as error:
            errors[:] = [error]
            output.note(f"koryu: {error}")
        if conversion is not None:
            answer = conversion.output
            if conversion.span.notice or not answer:
                _note(conversion, answer, output)
            yield f"{answer}\n"
        elif keep_blank:
            yield "\n"


def _answers(
    words: list[str], output: Output, errors: list[wareki.DateError], *, strict: bool
) -> "Iterator[Answer]":
    """Yield what each expression was converted to, its error, or that it is empty."""
    from koryu_cli.views.conversions import answer_to  # text does without

    for expression in _expressions(words):
        conversion: wareki.Conversion | wareki.DateError | None = None
        try:
            conversion = wareki.convert(expression, strict=strict)
        except wareki.DateError as error:
            errors[:] = [error]
            conversion = error
        answer = answer_to(expression, conversion)
        if isinstance(conversion, wareki.Conversion):
            _note(conversion, answer.output, output)
        yield answer


def _note(conversion: wareki.Conversion, answer: str, output: Output) -> None:
    """Say what a reader of an answer should know."""
    if conversion.span.notice:
        output.note(f"koryu: {conversion.span.notice}")
    if not answer:
        reason = _("「{text}」の年に当たる元号はありません", text=conversion.input)
        output.note(f"koryu: {reason}")
