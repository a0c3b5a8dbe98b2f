"""The conversions of `koryu date`: each is written before the next expression is read."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from koryu_cli import wareki
from koryu_cli.cli.formats import DateFormat
from koryu_cli.cli.rendering import render_rows
from koryu_cli.output import Output
from koryu_cli.wareki.now import today

STANDARD_INPUT = "-"

Reading = wareki.Conversion | wareki.DateError
"""The conversion of an expression, or the error of one that cannot be read."""


def answer(words: Sequence[str], form: DateFormat, output: Output, *, strict: bool) -> bool:
    """Write the conversions of expressions; return whether all could be read.

    Args:
        words: the expressions; `-` stands for the lines of standard input. Without any, those are
            read, or on a terminal, today is converted.
        form: the format.
        output: where to.
        strict: whether a year past the end of its era cannot be read.
    """
    words = words or [_default()]
    failed = False

    def readings() -> Iterator[Reading | None]:
        nonlocal failed
        for expression in _expressions(words):
            reading = _read(expression, strict=strict)
            failed = failed or isinstance(reading, wareki.DateError)
            yield reading

    if form == "table":
        output.write(_lines(readings(), output, keep_blank=STANDARD_INPUT in words))
    else:
        output.write(render_rows(form, (), (), _documents(readings(), output)))
    return not failed


def _default() -> str:
    """Return today, as an expression, on a terminal; elsewhere, that there is input to read."""
    terminal = sys.stdin is not None and sys.stdin.isatty()
    return today().isoformat() if terminal else STANDARD_INPUT


def _expressions(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word == STANDARD_INPUT:
            yield from (line.rstrip("\r\n") for line in sys.stdin or ())
        else:
            yield word


def _read(expression: str, *, strict: bool) -> Reading | None:
    """Return the conversion of an expression or its error; nothing for an empty one."""
    if not expression.strip():
        return None
    try:
        return wareki.convert(expression, strict=strict)
    except wareki.DateError as error:
        return error


def _lines(
    readings: Iterable[Reading | None], output: Output, *, keep_blank: bool
) -> Iterator[str]:
    """Yield a line for each conversion, and with `keep_blank` an empty one for all else."""
    for reading in readings:
        if isinstance(reading, wareki.Conversion):
            _note(reading, output)
            yield reading.output + "\n"
            continue
        if reading is not None:
            output.note(f"koryu: {reading}")
        if keep_blank:
            yield "\n"


def _documents(
    readings: Iterable[Reading | None], output: Output
) -> Iterator[dict[str, str | None]]:
    """Yield the JSON document of each conversion and of each error."""
    for reading in readings:
        if isinstance(reading, wareki.Conversion):
            _note(reading, output)
            yield reading.document()
        elif reading is not None:
            yield {"input": reading.expression, "error": str(reading)}


def _note(conversion: wareki.Conversion, output: Output) -> None:
    if conversion.span.notice:
        output.note(f"koryu: {conversion.span.notice}")
