"""`koryu open`: the web pages of a form in the browser."""

from typing import Annotated
from urllib.parse import urlsplit

import typer

from koryu_cli.cli import candidates
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.words import named_agreements, words_or_standard_input
from koryu_cli.errors import DataError, KoryuError
from koryu_cli.language import _
from koryu_cli.views.links import ARCHIVE

EXAMPLES = """
koryu open 17
koryu open 17 --archive
koryu open 18 --print
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class BrowserError(KoryuError):
    """A page that no browser opened."""

    exit_code = 1


@app.command("open", cls=Command, epilog=EXAMPLES)
@grouped
def open_(
    numbers: Annotated[
        list[str],
        typer.Argument(
            metavar="番号",
            help="個票の番号。いくつでもよい。- は標準入力から読む",
            autocompletion=candidates.numbers_with_pages,
        ),
    ],
    *,
    archive: Annotated[
        bool,
        typer.Option("--archive", help="2013 年頃に Internet Archive に保存されたページにする"),
    ] = False,
    print_only: Annotated[
        bool, typer.Option("--print", help="開かずに、アドレスを一行に一つ示す")
    ] = False,
    settings: Settings,
) -> None:
    """個票に載っているホームページをブラウザーで開く。複数あればすべて開く。

    ホームページの記載がない個票は、そう伝えて飛ばす。
    """
    from koryu_cli.query.numbers import no_such  # help does without records

    agreements = settings.select(lambda _: True).value
    named = named_agreements(agreements, words_or_standard_input(numbers))
    for agreement in named.agreements:
        if not agreement.links:
            message = _("{id}番にはホームページの記載がありません。", id=agreement.id)
            settings.output.note(message)
        for link in agreement.links:
            address = ARCHIVE + link.url if archive else link.url
            if print_only:
                settings.output.write([f"{address}\n"])
            else:
                _open(address)
                settings.output.note(_("開きました: {address}", address=address))
    if named.missing:
        raise no_such(named.missing, agreements.ids)


def _open(address: str) -> None:
    """Open a page in the user's browser.

    Raises:
        DataError: the address is not one of the web.
        BrowserError: there is no browser, or it did not start.
    """
    import webbrowser  # takes its time, and only this needs it

    if urlsplit(address).scheme not in ("http", "https"):
        raise DataError(
            _("http でも https でもないアドレスは開きません: {address}", address=address)
        )
    try:
        opened = webbrowser.open(address)
    except webbrowser.Error:
        opened = False
    if not opened:
        raise BrowserError(
            _(
                "ブラウザーで開けませんでした: {address}\n"
                "--print を付けるとアドレスだけを示します。",
                address=address,
            )
        )
