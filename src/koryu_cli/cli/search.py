"""`koryu search`: full-text search."""

from typing import TYPE_CHECKING, Annotated

import typer

from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FilterOptions, FormatOptions, ListOptions, grouped
from koryu_cli.cli.present import AGREEMENT_FORMATS, present_hits, present_list

if TYPE_CHECKING:
    from koryu_cli.models import Agreement

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
    context: typer.Context,
    terms: Annotated[
        list[str],
        typer.Argument(metavar="語", help="探す語。引用符で囲めば一語。-- の後の -語 は除く語"),
    ],
    *,
    filters: FilterOptions,
    listing: ListOptions,
    form: FormatOptions,
) -> None:
    """語がすべて現れる協定を全文から探す。

    全角と半角、ひらがなとカタカナ、新旧の字体などの違いは問わない。
    """
    from koryu_cli.query import search as query

    sought = query.parse_terms(terms)
    catalogue, matches, score = context.obj.catalogue(), filters.matcher(), query.scorer(sought)

    def score_of_match(agreement: "Agreement") -> int:
        return score(agreement) if matches(agreement) else 0

    if form.chosen(AGREEMENT_FORMATS) != "table" or listing.count or listing.columns:
        found = present_list(context.obj, catalogue, score_of_match, listing, form)
    else:
        hits = catalogue.select(score_of_match).by_value()
        found = len(hits)
        present_hits(context.obj, hits, catalogue.total, sought, listing)
    if not found and catalogue.can_be_read_again:
        parts = catalogue.gather(
            lambda entries: query.vocabulary((each for each, _ in entries), sought)
        )
        for term, words in query.suggestions(parts, sought).items():
            context.obj.output.note(f"「{term}」は見当たりません。もしかして: {'、'.join(words)}")
