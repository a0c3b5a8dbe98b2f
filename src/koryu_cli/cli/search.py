"""`koryu search`: full-text search."""

from typing import Annotated

import typer

from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FilterOptions, FormatOptions, ListOptions, grouped
from koryu_cli.cli.present import present_hits

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
    agreements = context.obj.agreements()
    matches = filters.matcher()
    candidates = [agreement for agreement in agreements if matches(agreement)]
    hits = query.search(candidates, sought)
    present_hits(context.obj, hits, sought, listing, form, total=len(agreements))
    if not hits:
        for term, words in query.suggestions(agreements, sought).items():
            context.obj.output.note(f"「{term}」は見当たりません。もしかして: {'、'.join(words)}")
