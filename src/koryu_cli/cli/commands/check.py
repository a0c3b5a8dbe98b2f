"""`koryu check`: whether a data file is valid."""

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli import candidates
from koryu_cli.cli.formats import FORMATS, TableFormat
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions
from koryu_cli.cli.rendering import present_rows
from koryu_cli.cli.settings import Settings
from koryu_cli.errors import DataError, UsageError
from koryu_cli.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from koryu_cli.catalogue.problems import Problem
    from koryu_cli.catalogue.reading import Entry, Found

EXAMPLES = """
koryu check
koryu list --country 韓国 --json | koryu check -
koryu list -o ndjson > all.ndjson && koryu check all.ndjson --json
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("check", cls=Command, epilog=EXAMPLES)
@grouped
def check(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="ファイル",
            help="検証するデータファイル。- は標準入力",
            autocompletion=candidates.files,
        ),
    ] = None,
    *,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """データファイルを検証し、すべての問題を、個票、項目、行とともに示す。

    ファイルを省くと --data のもの、それもなければ収録のデータを検証する。問題があれば報告を示し、
    終了コード 3 で終わる。
    """
    from koryu_cli.catalogue.problems import InvalidDataError  # help does without records

    if file is not None:
        settings = replace(settings, data=_only_file(file, settings.data))
    name = form.chosen(FORMATS.check)
    catalogue = settings.catalogue()
    try:
        found = catalogue.gather(_governments)
    except InvalidDataError as error:
        _present(settings, error.problems, form, name)
        settings.output.note(
            _("問題 {count} 件（{name}）", count=len(error.problems), name=error.name)
        )
        raise typer.Exit(error.exit_code) from None
    if found.ledger:
        from koryu_cli.cli.ledgers import note_reading, present_problems  # JSON data do without

        note_reading(settings.output, found.ledger)
        if found.ledger.problems:
            present_problems(form.onto(settings.output), found.ledger, catalogue.name, form, name)
            raise typer.Exit(DataError.exit_code)
    _approve(settings, found, form, name)


def _only_file(file: str, data: str | None) -> str:
    """Return the file to check, where `--data` names no other one.

    Raises:
        UsageError: it does; the environment (KORYU_DATA) may.
    """
    if data not in (None, file, os.environ.get("KORYU_DATA")):
        raise UsageError(
            _("検証するファイルが二つあります: {file}、--data {data}", file=file, data=data)
        )
    return file


def _approve(
    settings: Settings,
    found: "Found[list[tuple[set[str], set[str]]]]",
    form: FormatOptions,
    name: TableFormat,
) -> None:
    """Write that there are no problems: a sentence that counts what was read, or no rows."""
    if name != "table":
        _present(settings, [], form, name)
        return
    from koryu_cli.views.japanese_text import JapaneseText  # draws with Rich

    codes, countries = (set[str]().union(*sets) for sets in zip(*found.value, strict=True))
    approval = _(
        "問題ありません: {source} {total} 件（日本 {governments} 自治体、海外 {countries} か国）",
        source=settings.source_name(),
        total=found.total,
        governments=len(codes),
        countries=len(countries),
    )
    form.onto(settings.output).show(JapaneseText(approval))


def _present(
    settings: Settings, problems: "Sequence[Problem]", form: FormatOptions, name: TableFormat
) -> None:
    from koryu_cli.views.problems import PROBLEM_COLUMNS  # sound data do without

    documents = (problem._asdict() for problem in problems)
    output = form.onto(settings.output)
    present_rows(output, name, PROBLEM_COLUMNS, problems, documents, form.layout())


def _governments(entries: "Iterable[Entry]") -> tuple[set[str], set[str]]:
    """Return the codes of all Japanese governments, and those of all countries."""
    codes: set[str] = set()
    countries: set[str] = set()
    for agreement, _line in entries:
        codes.update(side.code or side.name for side in agreement.japan)
        countries.update(side.country for side in agreement.overseas if side.country)
    return codes, countries
