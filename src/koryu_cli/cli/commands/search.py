"""`koryu search`: full-text search."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated, Any

import typer

from koryu_cli.cli.filtering import FilterOptions
from koryu_cli.cli.formats import FORMATS
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions, ListOptions
from koryu_cli.cli.presenting import present_hits, present_list
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.suggesting import explain_nothing
from koryu_cli.errors import UsageError
from koryu_cli.language import _

if TYPE_CHECKING:
    from koryu_cli.query.search import Query
    from koryu_cli.record.models import Agreement

EXAMPLES = """
koryu search 下水
koryu search 研修 受入 --country 中国
koryu search "技術 交流" --json
koryu search 職員 -派遣
"""

_EXCLUDED = re.compile(r"-[^\x00-\x7f]")
MINUS = "−"

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class SearchCommand(Command):
    """A command whose arguments may begin with a minus."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse a command line in which -派遣 is no option, but a term that must not occur.

        Raises:
            UsageError: an option stands behind `--`, where it would be a term.
        """
        before = list(takewhile("--".__ne__, args))
        for word in args[len(before) :]:
            if word in {name for each in self.get_params(ctx) for name in each.opts} - {"--"}:
                raise UsageError(
                    _(
                        "「{word}」は -- の後では探す語になります。-- の前に書いてください。",
                        word=word,
                    )
                )
        before = [MINUS + word[1:] if _EXCLUDED.match(word) else word for word in before]
        return super().parse_args(ctx, [*before, *args[len(before) :]])


@app.command("search", cls=SearchCommand, epilog=EXAMPLES)
@grouped
def search(
    terms: Annotated[
        list[str],
        typer.Argument(
            metavar="語", help="探す語。引用符で囲めば一語。-語 は除く語（英字なら -- の後に書く）"
        ),
    ],
    *,
    filters: FilterOptions,
    listing: ListOptions,
    form: FormatOptions,
    settings: Settings,
) -> None:
    """語がすべて現れる協定を全文から探す。

    全角と半角、ひらがなとカタカナ、新旧の字体などの違いは問わない。
    見つかった語の前後を、欄の名とともに示す。標題、協定等、両側の名に現れるものほど先に並ぶ。
    """
    from koryu_cli.query import search as query  # help does without records

    name, sought, matches = form.chosen(FORMATS.search), query.parse_terms(terms), filters.matcher()

    def test(agreement: "Agreement") -> object:
        return matches(agreement) and query.answers(agreement, sought)

    if (name != "table" and name != "html") or listing.count or listing.columns:
        found = present_list(settings, test, listing, form, name)
    else:
        found = present_hits(settings, matches, sought, listing, form, name)
    if not found.value and found.can_be_read_again:
        _suggest(settings, sought)
        explain_nothing(settings, filters)


def _suggest(settings: Settings, sought: "Query") -> None:
    """Name words that are near to those that occur nowhere."""
    # A search that finds something does without.
    from koryu_cli.cli.elsewhere import as_filters
    from koryu_cli.query import search as query
    from koryu_cli.text import perhaps

    found = settings.catalogue().gather(
        lambda entries: query.vocabulary((e for e, _ in entries), sought)
    )
    for word, near in query.suggestions(found.value, sought).items():
        if words := next(as_filters(word), ""):
            settings.output.note(
                _("「{term}」は {words} なら絞り込めます。", term=word, words=words)
            )
        elif near:
            settings.output.note(
                _("「{term}」は見当たりません。{perhaps}", term=word, perhaps=perhaps(near))
            )
