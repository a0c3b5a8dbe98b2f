"""The program as a whole: its commands, its own options, and its exit codes."""

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.main import get_command

from koryu_cli import __version__, aside, language, output
from koryu_cli.cli.grouping import grouped
from koryu_cli.cli.help import Group
from koryu_cli.cli.mistakes import usage_message
from koryu_cli.cli.settings import Settings
from koryu_cli.errors import KoryuError
from koryu_cli.language import _
from koryu_cli.output import Output

COMMANDS = {
    "協定を調べる": ("list", "show", "search"),
    "数える・たどる": ("stats", "timeline", "anniversaries"),
    "日付とページ": ("date", "open"),
    "データファイル": ("check", "schema"),
    "シェル": ("completion",),
}
"""The commands by task, in the order of help."""

EXAMPLES = """
koryu list --country 韓国        韓国との協定の一覧
koryu show 17                    17番の個票
"""


class Commands(Group):
    """The commands, each imported when it is asked for."""

    tasks = COMMANDS

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands, in the order of help."""
        return [name for names in COMMANDS.values() for name in names]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command called `cmd_name`, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"koryu_cli.cli.commands.{cmd_name}")
        command = get_command(module.app)
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(value: bool) -> None:
    if value:
        Output().write([f"koryu {__version__}\n"])
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=EXAMPLES)
@grouped
def koryu(
    context: typer.Context,
    settings: Settings,
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_show_version, is_eager=True, help="版を表示する"),
    ] = False,
) -> None:
    """日本の自治体が海外の自治体と結んだ行政交流の協定（調査の個票 25 件）を調べる。"""
    if context.invoked_subcommand is None:
        settings.output.write([context.get_help() + "\n"])


def run(arguments: Sequence[str]) -> int:
    """Run koryu with command-line `arguments`; return its exit code.

    The one place where a fault becomes a message on standard error and an exit code.
    """
    output.prepare()
    command: Any = get_command(app)
    try:
        language.choose(arguments)
        if "_KORYU_COMPLETE" in os.environ:
            from koryu_cli.cli.completing import answer  # only the Tab key needs it

            Output().write([answer(command, arguments)])
            return 0
        with command.make_context("koryu", list(arguments)) as context:
            command.invoke(context)
    except typer.Exit as exit_:
        return exit_.exit_code
    except KoryuError as error:
        if str(error):
            aside.note(f"koryu: {error}")
        return error.exit_code
    except typer.TyperException as error:
        aside.note(f"koryu: {usage_message(error)}")
        return 2
    except Exception as error:
        if os.environ.get("KORYU_DEBUG"):
            raise
        message = _(
            "不具合です（{error}）。KORYU_DEBUG=1 を付けて再実行した出力とともに報告してください。",
            error=type(error).__name__,
        )
        aside.note(f"koryu: {message}")
        return 1
    return 0
