"""`koryu date`: conversion between eras and the Gregorian calendar."""

from typing import Annotated, Any

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
printf '昭和57年4月1日締結\n不明\n' | koryu date -o csv
"""

FORMAT_HELP = "table（既定）、json、ndjson、csv、tsv（環境変数 KORYU_FORMAT）"
OF_NO_USE = frozenset({"data", "set_", "map_", "no_pager"})

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class _Command(Command):
    """A command that reads no agreements, and whose help does not offer to."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters; those for data are taken, but not shown."""
        parameters = super().get_params(ctx)
        for parameter in parameters:
            if parameter.name in OF_NO_USE:
                parameter.hidden = True
            if parameter.name == "format":
                parameter.help = FORMAT_HELP
        return parameters


@app.command("date", cls=_Command, epilog=EXAMPLES)
@grouped
def date(
    expressions: Annotated[
        list[str] | None,
        typer.Argument(metavar="式", help="年月日、年度、期間など。- は標準入力の各行"),
    ] = None,
    *,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="元号の終わりより後の年（平成32年）や、日付のほかの語がある式を誤りとする",
        ),
    ] = False,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """和暦を西暦に、西暦を和暦に直す。期間は ISO 8601 の「開始日/終了日」で示す。

    式を省くと標準入力（UTF-8 か Shift_JIS）から一行に一つ読む（端末では今日を示す）。空の行、
    「不明」などの行、読めない行には空の行を返すので、行の対応は崩れない。読めない式が一つでも
    あれば、残りは答えて終了コード 2 で終わる。
    """
    from koryu_cli.cli.conversions import answer  # help does without dates

    name = form.chosen(FORMATS.date)
    output = form.onto(settings.output)
    if not answer(expressions or [], name, output, form.layout(), strict=strict):
        raise typer.Exit(UsageError.exit_code)
