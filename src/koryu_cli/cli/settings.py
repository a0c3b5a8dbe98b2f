"""The options that every command takes, before the command or after it."""

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli import candidates
from koryu_cli.cli.mistakes import pick
from koryu_cli.errors import UsageError
from koryu_cli.language import LANGUAGES, _
from koryu_cli.output import COLOR_CHOICES, Output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from koryu_cli.catalogue.reading import Catalogue, Entry, Found, Test
    from koryu_cli.catalogue.selection import Selection

    Result = TypeVar("Result")

COMMON = "共通のオプション"


@dataclass(frozen=True, repr=False, eq=False)
class Settings:
    """The data that a command reads, and how it shows its results."""

    data: Annotated[
        str | None,
        typer.Option(
            "--data",
            metavar="ファイル",
            envvar="KORYU_DATA",
            help="データファイル（CSV、Excel の台帳か JSON。- は標準入力）",
            autocompletion=candidates.files,
            rich_help_panel=COMMON,
        ),
    ] = None
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="項目=値",
            help="台帳で値のない行の、この項目の値（国=台湾 など）",
            rich_help_panel=COMMON,
        ),
    ] = None
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="項目=見出し",
            help="台帳でこの項目を表す見出し、または A などの列",
            rich_help_panel=COMMON,
        ),
    ] = None
    color: Annotated[
        str,
        typer.Option(
            "--color",
            metavar="|".join(COLOR_CHOICES),
            help="色を付けるか",
            autocompletion=candidates.colors,
            rich_help_panel=COMMON,
        ),
    ] = "auto"
    no_pager: Annotated[
        bool,
        typer.Option(
            "--no-pager",
            help="長い個票もページャーに送らない（環境変数 KORYU_PAGER、PAGER）",
            rich_help_panel=COMMON,
        ),
    ] = False
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="|".join(LANGUAGES),
            envvar="KORYU_LANG",
            help="説明と表示の言語",
            autocompletion=candidates.languages,
            rich_help_panel=COMMON,
        ),
    ] = None

    def __post_init__(self) -> None:
        """Refuse values that cannot be understood, before the command does anything.

        Raises:
            UsageError: there is such a value.
        """
        pick("--color", self.color, COLOR_CHOICES)
        pick("--lang", self.lang or LANGUAGES[0], LANGUAGES)
        _pairs("--set", self.set_ or ())
        _pairs("--map", self.map_ or ())

    @property
    def output(self) -> Output:
        """Where results go, and how."""
        return Output(pick("--color", self.color, COLOR_CHOICES), pager=not self.no_pager)

    @property
    def values(self) -> dict[str, str]:
        """The value of each field that a ledger does not give (`--set`)."""
        return _pairs("--set", self.set_ or ())

    @property
    def headings(self) -> dict[str, str]:
        """The heading, or the letter of the column, that holds a field of a ledger (`--map`)."""
        return _pairs("--map", self.map_ or ())

    def catalogue(self) -> "Catalogue":
        """Return the catalogue that a question is put to."""
        from koryu_cli.catalogue.reading import Catalogue  # help and dates do without
        from koryu_cli.catalogue.source import shipped

        source = str(shipped()) if self.data is None else self.data
        return Catalogue(source, self.output.progress(), self.headings, self.values)

    def select(self, test: "Test") -> "Found[Selection]":
        """Return the agreements of the catalogue that pass a test."""
        return self._noted(self.catalogue().select(test))

    def count(self, test: "Test") -> "Found[int]":
        """Return how many agreements of the catalogue pass a test."""
        return self._noted(self.catalogue().count(test))

    def gather(self, collect: "Callable[[Iterator[Entry]], Result]") -> "Found[list[Result]]":
        """Return what `collect` makes of the parts of the catalogue."""
        return self._noted(self.catalogue().gather(collect))

    def _noted(self, found: "Found[Result]") -> "Found[Result]":
        """Say what a reader of a ledger should know."""
        if found.ledger:
            from koryu_cli.cli.ledgers import note_ledger  # JSON data do without

            note_ledger(self.output, found.ledger, self._check_command())
        elif self.set_ or self.map_:
            self.output.note(_("台帳ではないデータなので、--set と --map は使いませんでした。"))
        return found

    def _check_command(self) -> str:
        """Return the command line that lists the problems of the data."""
        words = ["koryu", "check", self.data or "-"]
        words += [word for pair in self.map_ or () for word in ("--map", pair)]
        words += [word for pair in self.set_ or () for word in ("--set", pair)]
        return " ".join(map(_shell_word, words))

    def source_name(self) -> str:
        """Return the noun for the records in a note that counts them."""
        return _("この調査の個票") if self.data is None else _("データ")

    def count_of(self, shown: int, found: int, total: int) -> str:
        """Return in words how many agreements are shown, of how many found, of how many in all."""
        if shown != found:
            return _(
                "{found} 件のうち {count} 件（{source} {total} 件から）",
                count=shown,
                found=found,
                source=self.source_name(),
                total=total,
            )
        return _(
            "{count} 件（{source} {total} 件のうち）",
            count=shown,
            source=self.source_name(),
            total=total,
        )


def _shell_word(word: str) -> str:
    """Return a word as a shell takes it, in quotes only where it needs them."""
    return word if re.fullmatch(r"[\w./=@%+:,-]+", word) else shlex.quote(word)


def _pairs(option: str, words: Iterable[str]) -> dict[str, str]:
    """Return what an option that takes `項目=値` says of each field.

    Raises:
        UsageError: a word without = or without a field, or two values for one field.
    """
    pairs: dict[str, str] = {}
    for word in words:
        field, equals, value = (part.strip() for part in word.partition("="))
        if not (field and equals):
            raise UsageError(
                _(
                    "{option} の「{word}」は {form} の形ではありません。例: {option} {example}",
                    option=option,
                    word=word,
                    form=_("項目=見出し") if option == "--map" else _("項目=値"),
                    example=_("国=B") if option == "--map" else _("国=台湾"),
                )
            )
        if pairs.setdefault(field, value) != value:
            raise UsageError(
                _(
                    "{option} に項目「{field}」の値が二つあります: {first}、{second}",
                    option=option,
                    field=field,
                    first=pairs[field],
                    second=value,
                )
            )
    return pairs
