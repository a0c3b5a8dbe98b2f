"""`koryu search`: full-text search."""

from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli.filtering import FilterOptions
from koryu_cli.cli.formats import FORMATS
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions, ListOptions
from koryu_cli.cli.presenting import present_hits, present_list
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.suggesting import suggest_governments
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.query.search import Query
    from koryu_cli.record.models import Agreement

EXAMPLES = """
koryu search 下水
koryu search 研修 受入 --country 中国
koryu search "技術 交流" --json
koryu search -- 職員 -派遣
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("search", cls=Command, epilog=EXAMPLES)
@grouped
def search(
    terms: Annotated[
        list[str],
        typer.Argument(metavar="語", help="探す語。引用符で囲めば一語。-- の後の -語 は除く語"),
    ],
    *,
    filters: FilterOptions,
    listing: ListOptions,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """語がすべて現れる協定を全文から探す。

    全角と半角、ひらがなとカタカナ、新旧の字体などの違いは問わない。
    """
    from koryu_cli.query import search as query  # help does without records

    name, sought, matches = form.chosen(FORMATS.search), query.parse_terms(terms), filters.matcher()

    def test(agreement: "Agreement") -> object:
        return matches(agreement) and query.answers(agreement, sought)

    if name != "table" or listing.count or listing.columns:
        found = present_list(settings, test, listing, form, name)
    else:
        found = present_hits(settings, test, sought, listing, form)
    if not found.value and found.can_be_read_again:
        _suggest(settings, sought)
        suggest_governments(settings, filters)


def _suggest(settings: Settings, sought: "Query") -> None:
    """Name words that are near to those that occur nowhere."""
    from koryu_cli.query import search as query  # help does without records
    from koryu_cli.text import perhaps

    found = settings.catalogue().gather(
        lambda entries: query.vocabulary((e for e, _ in entries), sought)
    )
    for term, words in query.suggestions(found.value, sought).items():
        settings.output.note(
            _("「{term}」は見当たりません。{perhaps}", term=term, perhaps=perhaps(words))
        )
