"""`koryu schema`: the form of a data file."""

import typer

from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Command
from koryu_cli.cli.settings import Settings

EXAMPLES = """
koryu schema
koryu schema > agreements.schema.json
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("schema", cls=Command, epilog=EXAMPLES)
@grouped
def schema(settings: Settings) -> None:
    """データファイルの JSON Schema（2020-12）を示す。

    項目どうしの食い違いは、スキーマでは分からない。koryu check で確かめる。
    """
    from pydantic_core import to_json  # help does without records

    from koryu_cli.record import schema as data_file

    document = to_json(data_file.schema(), indent=2).decode()
    settings.output.write([document + "\n"], utf_8=True)
