"""Help pages, laid out by display width."""

import shutil
from collections.abc import Iterator
from itertools import chain
from typing import Any, ClassVar

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from koryu_cli.cli.describing import examples, metavar, paragraphs
from koryu_cli.cli.mistakes import check_dashes, no_such_command
from koryu_cli.cli.parameters import take_as_typed
from koryu_cli.errors import UsageError
from koryu_cli.language import _
from koryu_cli.output import Output

MARGIN = "  "
LABEL_WIDTH = 26
WIDEST = 100
LEAST_TEXT = 20
"""Cells below which what a name means stands not beside it but below it."""
EXIT_CODES = {
    "0": "正常（該当なしも）",
    "1": "出力できない、または koryu の不具合",
    "2": "使い方の誤り、読み取れない引数",
    "3": "データが読めない、または正しくない",
    "4": "その番号の協定がない",
}

WORDS_FOR_OPTIONS = {"help": "--help", "version": "--version"}

Rows = list[tuple[str, str]]


class Command(TyperCommand):
    """A command of koryu."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse a command line, unless its dashes are not those of an option that there is."""
        check_dashes(args, self.get_params(ctx))
        return super().parse_args(ctx, args)

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, which take their values as typed."""
        return take_as_typed(super().get_params(ctx))

    def get_short_help_str(self, limit: int = 0) -> str:
        """Return what the command does in short: the first paragraph, whole."""
        return next(paragraphs(self))

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _page(self, ctx, _parameters(self, ctx))

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """Return the option that shows the help page."""
        return _as_a_result(super().get_help_option(ctx))


class Group(TyperGroup):
    """All commands of koryu; `tasks` names them by task, in the order of help."""

    tasks: ClassVar[dict[str, tuple[str, ...]]] = {}

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, which take their values as typed."""
        return take_as_typed(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        width = max(map(len, chain.from_iterable(self.tasks.values())))
        sections = {
            _(task): [
                (name.ljust(width), next(paragraphs(command)))
                for name in names
                if (command := self.get_command(ctx, name))
            ]
            for task, names in self.tasks.items()
        }
        sections |= _parameters(self, ctx)
        codes = [(code, _(meaning)) for code, meaning in EXIT_CODES.items()]
        return _page(self, ctx, {**sections, _("終了コード"): codes})

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """Return the option that shows the help page."""
        return _as_a_result(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the first of `args` names.

        Raises:
            UsageError: there is none; it suggests the nearest.
        """
        commands = self.list_commands(ctx)
        if args and not ctx.resilient_parsing and args[0] not in commands:
            if args[0] in WORDS_FOR_OPTIONS:
                return self._resolve_word(ctx, *args)
            raise UsageError(no_such_command(args[0], commands))
        return super().resolve_command(ctx, args)

    def _resolve_word(self, ctx: Any, word: str, *args: str) -> Any:
        """Do what `help` and `version` ask for, which are options of koryu or of a command."""
        if word == "help" and args:
            return self.resolve_command(ctx, [*args, "--help"])
        ctx.command.make_context(ctx.info_name, [WORDS_FOR_OPTIONS[word]])
        return super().resolve_command(ctx, [word])


def _as_a_result(help_option: TyperOption | None) -> TyperOption | None:
    """Give the help option its text, and let `Output` write the page."""
    if help_option:
        help_option.help = _("この説明を表示する")
        help_option.callback = _show_help
    return help_option


def _show_help(context: Any, _: object, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        Output().write([context.get_help() + "\n"])
        context.exit()


def _page(command: TyperCommand | TyperGroup, context: Any, sections: dict[str, Rows]) -> str:
    """Return a help page: usage, description, examples, then `sections` of names and meanings."""
    from koryu_cli.views.lines import wrap  # Rich measures text; only the page needs it

    width = min(shutil.get_terminal_size().columns, WIDEST)
    words = " ".join([context.command_path, *_usage(command, context)])
    lines = [*wrap(_("用法: {words}", words=words), width), ""]
    for paragraph in paragraphs(command):
        lines += [MARGIN + line for line in wrap(paragraph, width - len(MARGIN))]
    if shown := examples(command):
        lines += ["", _("例") + ":"]
        lines += [line for example in shown for line in _example(example, width)]
    for heading, rows in sections.items():
        lines += ["", f"{heading}:", *_definitions(rows, width)]
    return "\n".join(lines)


def _usage(command: TyperCommand | TyperGroup, context: Any) -> Iterator[str]:
    yield f"[{_('オプション').upper()}]"
    for parameter in command.get_params(context):
        if isinstance(parameter, TyperArgument):
            name = f"{metavar(parameter)}{'...' if parameter.nargs == -1 else ''}"
            yield name if parameter.required else f"[{name}]"
    if isinstance(command, TyperGroup):
        yield _("コマンド ...")


def _parameters(command: TyperCommand | TyperGroup, context: Any) -> dict[str, Rows]:
    sections: dict[str, Rows] = {}
    for parameter in command.get_params(context):
        if isinstance(parameter, TyperArgument):
            row = (metavar(parameter), _(parameter.help or ""))
            sections.setdefault(_("引数"), []).append(row)
        elif isinstance(parameter, TyperOption) and not parameter.hidden:
            panel = _(parameter.rich_help_panel or "オプション")
            sections.setdefault(panel, []).append(_option(parameter))
    return sections


def _option(option: TyperOption) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    if option.secondary_opts:
        names += " / " + ", ".join(option.secondary_opts)
    if option.metavar:
        names += f" {metavar(option)}"
    meaning = _(option.help or "")
    if option.envvar:
        meaning = _("{meaning}（環境変数 {variable}）", meaning=meaning, variable=option.envvar)
    return names, meaning


def _example(example: str, width: int) -> Iterator[str]:
    """Yield an example, and what it does behind it or, where there is no room, below it."""
    from rich.cells import cell_len  # only the page needs Rich

    from koryu_cli.views.lines import wrap

    if cell_len(MARGIN + example) <= width:
        yield MARGIN + example
        return
    command, _, meaning = example.partition("  ")
    yield from (MARGIN + line for line in wrap(command, width - len(MARGIN)))
    if meaning:
        yield from (MARGIN * 2 + line for line in wrap(meaning.strip(), width - 2 * len(MARGIN)))


def _definitions(rows: Rows, width: int) -> Iterator[str]:
    from rich.cells import cell_len  # only the page needs Rich

    from koryu_cli.views.lines import wrap

    label_width = min(max(cell_len(label) for label, _ in rows), LABEL_WIDTH)
    indent = " " * (len(MARGIN) + label_width + 2)
    if width - len(indent) < LEAST_TEXT:
        label_width, indent = 0, MARGIN * 2
    for label, text in rows:
        lines = wrap(text, width - len(indent))
        gap = label_width + 2 - cell_len(label)
        if gap >= 2:
            yield MARGIN + label + " " * gap + next(lines, "")
        else:
            yield from (MARGIN + line for line in wrap(label, width - len(MARGIN)))
        yield from (indent + line for line in lines)
