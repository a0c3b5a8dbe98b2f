"""`koryu open`: the web pages of a form in the browser."""

from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from koryu_cli.cli import completing
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.settings import Settings
from koryu_cli.errors import DataError, KoryuError, NotFoundError, UsageError

if TYPE_CHECKING:
    from koryu_cli.catalogue.selection import Selection

EXAMPLES = """
koryu open 17
koryu open 17 --archive
koryu open 18 --print
"""
ARCHIVE = "https://web.archive.org/web/2013/"
"""Before an address: its copy in the Internet Archive that is nearest to 2013."""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class BrowserError(KoryuError):
    """A page that no browser opened."""

    exit_code = 1


@app.command("open", cls=Command, epilog=EXAMPLES)
@grouped
def open_(
    number: Annotated[
        str,
        typer.Argument(
            metavar="番号", help="個票の番号", autocompletion=completing.numbers_with_pages
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
    """個票に載っているホームページをブラウザーで開く。複数あればすべて開く。"""
    addresses = [
        ARCHIVE + address if archive else address
        for address in _addresses(settings.select(lambda _: True).value, number)
    ]
    if print_only:
        settings.output.write(f"{address}\n" for address in addresses)
        return
    for address in addresses:
        _open(address)
        settings.output.note(f"開きました: {address}")


def _addresses(agreements: "Selection", number: str) -> list[str]:
    """Return the addresses of the pages of the form called `number`.

    Raises:
        NotFoundError: there is no such form, or it names no page.
        UsageError: the word is no number, or a range.
    """
    from koryu_cli.query.numbers import by_number  # help does without records

    agreement, *others = by_number(agreements, [number])
    if others:
        raise UsageError(f"「{number}」は一つの番号ではありません。例: koryu open {agreement.id}")
    if not agreement.links:
        raise NotFoundError(f"{agreement.id}番の個票にはホームページの記載がありません。")
    return [link.url for link in agreement.links]


def _open(address: str) -> None:
    """Open a page in the user's browser.

    Raises:
        DataError: the address is not one of the web.
        BrowserError: there is no browser, or it did not start.
    """
    import webbrowser  # takes its time, and only this needs it

    if urlsplit(address).scheme not in ("http", "https"):
        raise DataError(f"http でも https でもないアドレスは開きません: {address}")
    try:
        opened = webbrowser.open(address)
    except webbrowser.Error:
        opened = False
    if not opened:
        raise BrowserError(
            f"ブラウザーで開けませんでした: {address}\n--print を付けるとアドレスだけを示します。"
        )
