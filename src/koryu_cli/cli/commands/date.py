"""`koryu date`: conversion between eras and the Gregorian calendar."""

from typing import Annotated

import typer

from koryu_cli.cli.formats import FORMATS
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions
from koryu_cli.cli.settings import Settings
from koryu_cli.errors import UsageError

EXAMPLES = r"""
koryu date 平成24
koryu date 平成24年度 H24.5.23 2012-05-23
koryu date --strict 平成31年4月30日 --json
printf '昭和64\n令和元年度\n' | koryu date
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


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
    from koryu_cli.cli.conversions import answer  # help does without dates

    if not answer(expressions or [], form.chosen(FORMATS.date), settings.output, strict=strict):
        raise typer.Exit(UsageError.exit_code)
