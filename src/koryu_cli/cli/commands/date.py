"""`koryu date`: from one calendar to the other."""

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from koryu_cli import wareki
from koryu_cli.cli.formats import FORMATS
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions
from koryu_cli.cli.presenting import render_rows
from koryu_cli.cli.settings import Settings
from koryu_cli.output import Output
from koryu_cli.wareki.now import today

EXAMPLES = r"""
koryu date 平成24
koryu date 平成24年度 H24.5.23 2012-05-23
koryu date --strict 平成31年4月30日 --json
printf '昭和64\n令和元年度\n' | koryu date
"""
STANDARD_INPUT = "-"

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Reading = wareki.Conversion | wareki.DateError


@app.command("date", cls=Command, epilog=EXAMPLES)
@grouped
def date(
    expressions: Annotated[
        list[str] | None,
        typer.Argument(metavar="式", help="年月日、年度、期間など。- は標準入力の各行"),
    ] = None,
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="元号の終わりより後の年（平成32年）を誤りとする")
    ] = False,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """和暦を西暦に、西暦を和暦に直す。期間は ISO 8601 の「開始日/終了日」で示す。

    式を省くと標準入力から一行に一つ読む（端末では今日を示す）。空の行と読めない行には空の行を返す
    ので、行の対応は崩れない。読めない式が一つでもあれば、残りは答えて終了コード 2 で終わる。
    """
    name = form.chosen(FORMATS.date)
    words = expressions or [_default()]
    outcome = {"failed": False}

    def readings() -> Iterator[Reading | None]:
        for expression in _expressions(words):
            reading = _read(expression, strict=strict)
            outcome["failed"] |= isinstance(reading, wareki.DateError)
            yield reading

    output = settings.output
    if name == "table":
        output.write(_lines(readings(), output, keep_blank=STANDARD_INPUT in words))
    else:
        output.write(render_rows(name, (), (), _documents(readings(), output)))
    if outcome["failed"]:
        raise typer.Exit(wareki.DateError.exit_code)


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
    """Return a line for each conversion, and with `keep_blank` an empty one for all else."""
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
    for reading in readings:
        if isinstance(reading, wareki.Conversion):
            _note(reading, output)
            yield reading.document()
        elif reading is not None:
            yield {"input": reading.expression, "error": str(reading)}


def _note(conversion: wareki.Conversion, output: Output) -> None:
    if conversion.span.notice:
        output.note(f"koryu: {conversion.span.notice}")
