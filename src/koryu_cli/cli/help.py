"""Help pages in Japanese, laid out by display width."""

import inspect
import shutil
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, ClassVar

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from koryu_cli.cli.mistakes import no_such_command
from koryu_cli.cli.parameters import take_as_typed
from koryu_cli.errors import UsageError
from koryu_cli.output import Output

MARGIN = "  "
LABEL_WIDTH = 26
WIDEST = 100
EXIT_CODES = {
    "0": "正常（該当なしも）",
    "1": "出力できない、または koryu の不具合",
    "2": "使い方の誤り、読み取れない引数",
    "3": "データが読めない、または正しくない",
    "4": "その番号の協定、またはそのページがない",
}

Rows = list[tuple[str, str]]


class Command(TyperCommand):
    """A command of koryu."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, which take what is typed as it is."""
        return take_as_typed(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _page(self, ctx, _parameters(self, ctx))

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """Return the option that shows the help page."""
        return _in_japanese(super().get_help_option(ctx))


class Group(TyperGroup):
    """All commands of koryu; `tasks` names them by task, in the order of help."""

    tasks: ClassVar[dict[str, tuple[str, ...]]] = {}

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, which take what is typed as it is."""
        return take_as_typed(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        width = max(map(len, chain.from_iterable(self.tasks.values())))
        sections = {
            task: [
                (name.ljust(width), command.get_short_help_str(WIDEST))
                for name in names
                if (command := self.get_command(ctx, name))
            ]
            for task, names in self.tasks.items()
        }
        sections |= _parameters(self, ctx)
        return _page(self, ctx, {**sections, "終了コード": list(EXIT_CODES.items())})

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """Return the option that shows the help page."""
        return _in_japanese(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the first of `args` names.

        Raises:
            UsageError: there is none; it suggests the nearest.
        """
        commands = self.list_commands(ctx)
        if args and not ctx.resilient_parsing and args[0] not in commands:
            raise UsageError(no_such_command(args[0], commands))
        return super().resolve_command(ctx, args)


def _in_japanese(help_option: TyperOption | None) -> TyperOption | None:
    """Give the option its text, and let the page go out as every other result does."""
    if help_option:
        help_option.help = "この説明を表示する"
        help_option.callback = _show_help
    return help_option


def _show_help(context: Any, _: object, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        Output().write([context.get_help() + "\n"])
        context.exit()


def _page(command: TyperCommand | TyperGroup, context: Any, sections: dict[str, Rows]) -> str:
    """Return usage, promise, examples, then `sections` of names and what they mean."""
    from koryu_cli.views.lines import wrap  # Rich measures text; only the page needs it

    width = min(shutil.get_terminal_size().columns, WIDEST)
    usage = f"用法: {context.command_path} {' '.join(_usage(command.get_params(context)))}"
    if isinstance(command, TyperGroup):
        usage += " コマンド ..."
    lines = [*wrap(usage, width), ""]
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        text = paragraph.replace("\n", "")
        lines += [MARGIN + line for line in wrap(text, width - len(MARGIN))]
    if command.epilog:
        examples = inspect.cleandoc(command.epilog).splitlines()
        lines += ["", "例:", *(MARGIN + example for example in examples)]
    for heading, rows in sections.items():
        lines += ["", f"{heading}:", *_definitions(rows, width)]
    return "\n".join(lines)


def _usage(parameters: Iterable[object]) -> Iterator[str]:
    yield "[オプション]"
    for parameter in parameters:
        if isinstance(parameter, TyperArgument):
            name = f"{parameter.metavar}{'...' if parameter.nargs == -1 else ''}"
            yield name if parameter.required else f"[{name}]"


def _parameters(command: TyperCommand | TyperGroup, context: Any) -> dict[str, Rows]:
    sections: dict[str, Rows] = {}
    for parameter in command.get_params(context):
        if isinstance(parameter, TyperArgument):
            row = (parameter.metavar or "", parameter.help or "")
            sections.setdefault("引数", []).append(row)
        elif isinstance(parameter, TyperOption) and not parameter.hidden:
            panel = parameter.rich_help_panel or "オプション"
            sections.setdefault(panel, []).append(_option(parameter))
    return sections


def _option(option: TyperOption) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    if option.secondary_opts:
        names += " / " + ", ".join(option.secondary_opts)
    if option.metavar:
        names += f" {option.metavar}"
    variable = f"（環境変数 {option.envvar}）" if option.envvar else ""
    return names, (option.help or "") + variable


def _definitions(rows: Rows, width: int) -> Iterator[str]:
    from rich.cells import cell_len  # only the page needs Rich

    from koryu_cli.views.lines import wrap

    label_width = min(max(cell_len(label) for label, _ in rows), LABEL_WIDTH)
    indent = " " * (len(MARGIN) + label_width + 2)
    for label, text in rows:
        lines = wrap(text, width - len(indent))
        gap = label_width + 2 - cell_len(label)
        if gap >= 2:
            yield MARGIN + label + " " * gap + next(lines, "")
        else:
            yield MARGIN + label
        yield from (indent + line for line in lines)
