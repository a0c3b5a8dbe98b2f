"""`koryu list`: the agreements that pass the filters."""

import typer

from koryu_cli.cli.filtering import FilterOptions
from koryu_cli.cli.formats import FORMATS
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.options import FormatOptions, ListOptions
from koryu_cli.cli.presenting import present_list
from koryu_cli.cli.settings import Settings
from koryu_cli.cli.suggesting import explain_nothing

EXAMPLES = """
koryu list --country 韓国
koryu list -p 北海道 --since 平成10
koryu list -t 環境 --sort=-date --json
koryu list -g 川崎 -o csv --bom > kawasaki.csv
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("list", cls=Command, epilog=EXAMPLES)
@grouped
def list_(
    filters: FilterOptions, listing: ListOptions, form: FormatOptions, settings: Settings
) -> None:
    """条件に合う協定を一覧にする。

    同じオプションを重ねると「いずれか」、異なるオプションは「すべて」に合うものを選ぶ。
    """
    name, test = form.chosen(FORMATS.list), filters.matcher()
    found = present_list(settings, test, listing, form, name)
    if not found.value and found.can_be_read_again:
        explain_nothing(settings, filters)
