"""`koryu schema`: the form of a data file."""

import typer

from koryu_cli.cli.help import Command

EXAMPLES = """
koryu schema
koryu schema > agreements.schema.json
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("schema", cls=Command, epilog=EXAMPLES)
def schema(context: typer.Context) -> None:
    """データファイルの JSON Schema（2020-12）を示す。

    項目どうしの食い違いは、スキーマでは分からない。koryu check で確かめる。
    """
    from pydantic_core import to_json

    from koryu_cli.record import schema as data_file

    context.obj.output.write([to_json(data_file.schema(), indent=2).decode() + "\n"])
