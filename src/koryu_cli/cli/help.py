"""Help pages in Japanese, laid out by display width."""

import inspect
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from koryu_cli.errors import UsageError

MARGIN = "  "
LABEL_WIDTH = 26
WIDEST = 100
NEVER_FIRST = "、。，．・：；？！）」』】〕〉》〜～ー…,.:;?!)]}"
PIECE = re.compile(r"[!-~]+|.", re.DOTALL)

Rows = list[tuple[str, str]]


def wrap(text: str, width: int) -> Iterator[str]:
    """Break `text` into lines of at most `width` cells, keeping ASCII words whole.

    A mark that may not begin a line (行頭禁則) takes the character before it along.
    """
    from rich.cells import cell_len

    line = ""
    for piece in PIECE.findall(text):
        if line.strip() and cell_len(line + piece) > width:
            carried = piece.lstrip()
            while carried[:1] in NEVER_FIRST and carried and len(line) > 1:
                line, carried = line[:-1], line[-1] + carried
            yield line.rstrip()
            line = carried
        else:
            line += piece
    if line:
        yield line


def _definitions(rows: Rows, width: int) -> Iterator[str]:
    from rich.cells import cell_len

    label_width = min(max(cell_len(label) for label, _ in rows), LABEL_WIDTH)
    indent = " " * (len(MARGIN) + label_width + 2)
    for label, text in rows:
        lines = wrap(text, width - len(indent))
        gap = label_width - cell_len(label) + 2
        if gap >= 2:
            yield MARGIN + label + " " * gap + next(lines, "")
        else:
            yield MARGIN + label
        yield from (indent + line for line in lines)


def _option_row(option: TyperOption) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    if option.secondary_opts:
        names += " / " + ", ".join(option.secondary_opts)
    if option.metavar:
        names += f" {option.metavar}"
    variable = f"（環境変数 {option.envvar}）" if option.envvar else ""
    return names, (option.help or "") + variable


def _usage_pieces(parameters: Iterable[object]) -> Iterator[str]:
    yield "[オプション]"
    for parameter in parameters:
        if isinstance(parameter, TyperArgument):
            name = (parameter.metavar or "") + ("…" if parameter.nargs == -1 else "")
            yield name if parameter.required else f"[{name}]"


class JapaneseHelp:
    """What a command and a group share: their help page in Japanese."""

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:
        """Return the option that shows the page."""
        option: TyperOption | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "この説明を表示する"
        return option

    def get_help(self, ctx: typer.Context) -> str:
        """Return the page: usage, promise, examples, arguments, options, commands."""
        command: Any = self
        width = min(shutil.get_terminal_size().columns, WIDEST)
        pieces = [ctx.command_path, *_usage_pieces(command.get_params(ctx))]
        if isinstance(command, TyperGroup):
            pieces.append("コマンド …")
        lines = [*wrap(f"用法: {' '.join(pieces)}", width), ""]
        for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
            lines += [MARGIN + line for line in wrap(paragraph.replace("\n", ""), width - 2)]
        if command.epilog:
            examples = inspect.cleandoc(command.epilog).splitlines()
            lines += ["", "例:", *(MARGIN + example for example in examples)]
        for heading, rows in self._sections(ctx):
            lines += ["", f"{heading}:", *_definitions(rows, width)]
        return "\n".join(lines)

    def _sections(self, ctx: typer.Context) -> Iterator[tuple[str, Rows]]:
        command: Any = self
        arguments: Rows = []
        options: dict[str, Rows] = {}
        for parameter in command.get_params(ctx):
            if isinstance(parameter, TyperArgument):
                arguments.append((parameter.metavar or "", parameter.help or ""))
            elif isinstance(parameter, TyperOption) and not parameter.hidden:
                panel = parameter.rich_help_panel or "オプション"
                options.setdefault(panel, []).append(_option_row(parameter))
        if arguments:
            yield "引数", arguments
        yield from options.items()


class Command(JapaneseHelp, TyperCommand):
    """A command of koryu."""


class Group(JapaneseHelp, TyperGroup):
    """All commands of koryu."""

    def _sections(self, ctx: typer.Context) -> Iterator[tuple[str, Rows]]:
        rows = [
            (name, command.get_short_help_str(limit=200))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) and not command.hidden
        ]
        yield "コマンド", rows
        yield from super()._sections(ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the first of `args` names.

        Raises:
            UsageError: there is none; it suggests the nearest.
        """
        if args and not ctx.resilient_parsing and args[0] not in self.list_commands(ctx):
            raise UsageError(_no_such("コマンド", args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


def _no_such(what: str, word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=2, cutoff=0.5)
    hint = f"もしかして: {'、'.join(near)}" if near else f"使えるもの: {'、'.join(known)}"
    return f"{what}「{word}」はありません。{hint}"


def usage_message(error: typer.TyperException) -> str:
    """Return what Typer says of a wrong command line, in Japanese.

    Typer keeps the classes of its errors private, so they are told apart by name.
    """
    message = str(getattr(error, "message", error))
    option = getattr(error, "option_name", "")
    parameter = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            near = getattr(error, "possibilities", None) or ()
            hint = f"もしかして: {'、'.join(near)}" if near else ""
            text = f"オプション「{option}」はありません。{hint}"
        case "BadOptionUsage" if "requires" in message:
            text = f"オプション「{option}」には値が要ります。"
        case "BadOptionUsage":
            text = f"オプション「{option}」に値は付けられません。"
        case "MissingParameter" if parameter is not None:
            text = f"引数 {parameter.metavar} がありません。"
        case "BadParameter" if parameter is not None:
            text = f"「{parameter.opts[-1]}」の値が正しくありません: {message}"
        case _ if message.startswith("Got unexpected extra"):
            text = f"余分な引数があります: 「{message.partition('(')[2].partition('(')[2][:-1]}」"
        case _:
            text = message
    context = getattr(error, "ctx", None)
    hint = f"\n使い方は {context.command_path} --help で分かります。" if context else ""
    return text + hint
