"""The options for output that several commands share, each defined once."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated
from unicodedata import normalize

import typer

from koryu_cli.cli import candidates
from koryu_cli.cli.formats import ALIASES, ALL_FORMATS, ENDINGS
from koryu_cli.cli.mistakes import Choice, not_named, pick
from koryu_cli.cli.rendering import Layout
from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.query.order import FIELDS, Key, Order

if TYPE_CHECKING:
    from koryu_cli.output import Output
    from koryu_cli.record.models import Agreement
    from koryu_cli.views.columns import Column, Row

OUTPUT = "出力"
STANDARD_OUTPUT = "-"
MINUS = ("-", "－", "−")
LONGEST_NUMBER = 10
"""The most digits that a number on the command line may have."""


@dataclass(frozen=True, repr=False, eq=False)
class FormatOptions:
    """The format in which results are written, and the file."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-o",
            metavar="形式",
            help="table（既定）、json、csv、markdown、html、xlsx など（環境変数 KORYU_FORMAT）",
            autocompletion=candidates.formats,
            rich_help_panel=OUTPUT,
        ),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="-o json と同じ", rich_help_panel=OUTPUT)] = (
        False
    )
    bom: Annotated[
        bool,
        typer.Option("--bom", help="CSV の先頭に BOM を付ける（Excel 用）", rich_help_panel=OUTPUT),
    ] = False
    no_header: Annotated[
        bool,
        typer.Option("--no-header", help="CSV、TSV に見出しの行を付けない", rich_help_panel=OUTPUT),
    ] = False
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-O",
            metavar="ファイル",
            help="このファイルに書く。形式は .csv、.xlsx、.html などの末尾で決まる",
            autocompletion=candidates.files,
            rich_help_panel=OUTPUT,
        ),
    ] = None

    @property
    def file(self) -> str | None:
        """The file that results are written to, or None for standard output, which is `-` too."""
        return None if self.output == STANDARD_OUTPUT else self.output

    def chosen(self, formats: Sequence[Choice]) -> Choice:
        """Return the one of `formats` that is asked for, by name or by the ending of the file.

        By default it is the first.

        Raises:
            UsageError: another is asked for, or two at once; the ending means none; or another
                option has no meaning for it.
        """
        if self.json and self.format not in (None, "json"):
            raise UsageError(
                _("--json と --format {format} は同時に使えません。", format=self.format)
            )
        name = self._named(formats)
        if self.bom and name != "csv":
            raise UsageError(_("--bom は CSV のためのものです。-o csv も付けてください。"))
        if self.no_header and name not in ("csv", "tsv"):
            raise UsageError(
                _("--no-header は CSV と TSV のためのものです。-o csv か -o tsv も付けてください。")
            )
        return name

    def _named(self, formats: Sequence[Choice]) -> Choice:
        word = "json" if self.json else self.format
        if word is not None:
            return pick("--format", ALIASES.get(word.lower(), word), formats)
        if self.file is not None:
            return _format_of(self.file, formats)
        default = os.environ.get("KORYU_FORMAT") or formats[0]
        default = ALIASES.get(default, default)
        if default not in ALL_FORMATS:
            pick(_("環境変数 KORYU_FORMAT"), default, ALL_FORMATS)
        return next((each for each in formats if each == default), formats[0])

    def layout(self, title: str = "", notes: Sequence[str] = ()) -> Layout:
        """Return what the format shows beside the rows; a CSV file has the mark that Excel needs.

        Args:
            title: what a page or a workbook is called.
            notes: sentences that stand below on a page.
        """
        return Layout(
            title, notes, bom=self.bom or self.file is not None, header=not self.no_header
        )

    def onto(self, output: "Output") -> "Output":
        """Return where results go: to the file, where one is named."""
        return output._replace(file=self.file)


def _format_of(file: str, formats: Sequence[Choice]) -> Choice:
    """Return the one of `formats` that the ending of a file's name means.

    Raises:
        UsageError: it means none of them; the message names the endings that do.
    """
    meant = ENDINGS.get(PurePath(file).suffix.lower())
    for each in formats:
        if each == meant:
            return each
    raise UsageError(
        _(
            "「{file}」の末尾からは形式が決まりません。使える末尾: {endings}"
            "（ほかの名前には --format で形式を指定してください）",
            file=file,
            endings=" ".join(ending for ending, form in ENDINGS.items() if form in formats),
        )
    )


@dataclass(frozen=True, repr=False, eq=False)
class ExcerptOptions:
    """The columns and the number of the rows that are shown."""

    columns: Annotated[
        str | None,
        typer.Option(
            metavar="列,…",
            help="示す列とその順。例: id,japan,phone",
            autocompletion=candidates.columns,
            rich_help_panel=OUTPUT,
        ),
    ] = None
    limit: Annotated[
        str | None,
        typer.Option(metavar="件数", help="初めの何件かだけ示す", rich_help_panel=OUTPUT),
    ] = None
    offset: Annotated[
        str | None,
        typer.Option(metavar="件数", help="初めの何件かを飛ばす", rich_help_panel=OUTPUT),
    ] = None
    count: Annotated[bool, typer.Option("--count", help="件数だけ示す", rich_help_panel=OUTPUT)] = (
        False
    )

    def window(self) -> slice:
        """Return which part of the records is shown.

        Raises:
            UsageError: `--limit` or `--offset` is no number.
        """
        start = _number("--offset", self.offset) or 0
        limit = _number("--limit", self.limit)
        return slice(start, None if limit is None else start + limit)

    def chosen(
        self, known: "Sequence[Column[Row]]", default: "Sequence[Column[Row]]"
    ) -> "Sequence[Column[Row]]":
        """Return the columns of `known` that are asked for, by key or heading, in that order.

        Raises:
            UsageError: there is no such column; it names those there are.
        """
        if self.columns is None:
            return default
        return [_column("--columns", name, known) for name in _names(self.columns)]


@dataclass(frozen=True, repr=False, eq=False)
class ListOptions(ExcerptOptions):
    """The columns, the number and the order of the records that are shown."""

    sort: Annotated[
        str | None,
        typer.Option(
            metavar="列,…",
            help="並べる列。--sort=-date は新しい順、--sort=country,-date は国ごとに新しい順",
            autocompletion=candidates.sort_fields,
            rich_help_panel=OUTPUT,
        ),
    ] = None

    unique: Annotated[
        bool,
        typer.Option(
            "--unique",
            help="--columns の一つの列の値を、重ねず一行に一つずつ示す",
            rich_help_panel=OUTPUT,
        ),
    ] = False

    def only_column(self, known: "Sequence[Column[Row]]") -> "Column[Row]":
        """Return the one column whose values are asked for.

        Raises:
            UsageError: `--columns` names none, or several, or one that does not exist.
        """
        columns = self.chosen(known, ())
        if len(columns) != 1:
            raise UsageError(
                _("--unique は列を一つだけ選んで使います。例: --columns email --unique")
            )
        return columns[0]

    def orders(self, columns: "Sequence[Column[Agreement]]") -> list[Order]:
        """Return the order asked for, the first key first; empty means by number.

        Raises:
            UsageError: there is no such column; the message names those there are.
        """
        names = _names(self.sort)
        return [
            Order(FIELDS.get(column.key) or _cell_of(column), descending=name.startswith(MINUS))
            for name in names
            for column in [_column("--sort", name.lstrip("".join(MINUS)), columns)]
        ]


def _names(words: str | None) -> list[str]:
    """Return the names in a list with commas, in any width."""
    return [] if words is None else [name.strip() for name in re.split("[,、，]", words)]


def _column(option: str, name: str, known: "Sequence[Column[Row]]") -> "Column[Row]":
    """Return the column with a key or heading, in any width or case.

    Raises:
        UsageError: there is none; the message names those there are.
    """
    wanted = normalize("NFKC", name)
    for column in known:
        if wanted.lower() == column.key or wanted in map(_normal, (column.heading, column.title)):
            return column
    raise not_named(option, name, {column.key: column.title for column in known})


def _normal(text: str) -> str:
    return normalize("NFKC", text)


def _number(option: str, word: str | None) -> int | None:
    """Return the number of records that an option names.

    Raises:
        UsageError: it names none.
    """
    if word is None:
        return None
    if not (word.isdecimal() and len(word) <= LONGEST_NUMBER):
        raise UsageError(
            _(
                "{option} の値「{word}」は件数ではありません。例: {option} 10",
                option=option,
                word=word,
            )
        )
    return int(word)


def _cell_of(column: "Column[Agreement]") -> "Key":
    return lambda agreement: column.cell(agreement) or None
