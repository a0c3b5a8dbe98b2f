"""The messages of koryu as its source has them, and the catalogue of their English.

Run as a program, it brings the catalogue up to date: a message that is new waits there for its
English, one that is no more goes, and `koryu.mo` is compiled from what is there.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import polib

SOURCE = Path(__file__).parents[1] / "src" / "koryu_cli"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "koryu.po"
COMPILED = CATALOGUE.with_suffix(".mo")
JAPANESE = re.compile("[\u3001-\u30ff\u3400-\u9fff\uff01-\uff5e]")
DESCRIBING = {"help", "metavar", "rich_help_panel"}
"""What Typer is told of a parameter, in Japanese; it is translated where it is shown."""

HEADED = {"Column", "Facet", "_column", "_vocabulary", "_calendar"}
"""Calls whose second argument is a heading."""

SHOWN = {
    "catalogue/problems.py": {"EXPECTATIONS", "PATTERNS"},
    "catalogue/syntax.py": {"FAULTS"},
    "cli/app.py": {"COMMANDS"},
    "cli/commands/date.py": {"FORMAT_HELP"},
    "cli/help.py": {"EXIT_CODES"},
    "ledger/sniffing.py": {
        "_BEGINNINGS", "_STREAMS", "_MEMBERS", "_SAVE", "_COPY", "_UNPACK", "_OPEN",
    },
    "query/counting.py": {"TOTAL"},
    "record/citation.py": {"SOURCE"},
    "record/headings.py": {"HEADINGS"},
    "views/form.py": {"SECTIONS", "EMPTY"},
}  # fmt: skip
"""Constants whose texts go through `_` where they are shown, by module."""

Assigned = dict[str, list[ast.expr]]
"""What is assigned to each name of a module."""


def messages() -> dict[str, list[str]]:
    """Return each message of the source, with the files that it stands in."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        for message in _in_module(name, ast.parse(path.read_text("utf-8"))):
            if name not in found.setdefault(message, []):
                found[message].append(name)
    return found


def _in_module(name: str, module: ast.Module) -> Iterator[str]:
    assigned: Assigned = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    assigned.setdefault(target.id, []).append(node.value)
    for constant in sorted(SHOWN.get(name, ())):
        yield from _texts(ast.Name(constant), assigned)
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield from _in_call(node, assigned)
        elif isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
            for paragraph in (ast.get_docstring(node) or "").split("\n\n"):
                yield paragraph.replace("\n", "")


def _in_call(call: ast.Call, assigned: Assigned) -> Iterator[str]:
    match call:
        case ast.Call(func=ast.Name(id="_"), args=[message]):
            yield from _texts(message, assigned)
        case ast.Call(
            func=ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)),
            args=[_, heading, *_],
        ) if name in HEADED:
            yield from _texts(heading, assigned)
    for keyword in call.keywords:
        if keyword.arg in DESCRIBING:
            yield from _texts(keyword.value, assigned)
        elif keyword.arg == "epilog":
            yield from map(inspect.cleandoc, _texts(keyword.value, assigned))


def _is_command(decorator: ast.expr) -> bool:
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr in ("command", "callback")
    )


def _texts(expression: ast.expr, assigned: Assigned) -> Iterator[str]:
    """Yield the texts of an expression that have something to translate.

    A name stands for all that is assigned to it in its module.
    """
    if isinstance(expression, ast.Name):
        for value in assigned.get(expression.id, ()):
            yield from _texts(value, {})
        return
    for node in ast.walk(expression):
        match node:
            case ast.Constant(value=str(text)) if JAPANESE.search(text):
                yield text


def update() -> None:
    """Bring the catalogue up to date with the source, and compile it."""
    catalogue = polib.pofile(str(CATALOGUE), wrapwidth=100)
    known = {entry.msgid: entry for entry in catalogue}
    catalogue.clear()
    for message, files in messages().items():
        entry = known.get(message) or polib.POEntry(msgid=message)
        entry.occurrences = [(file, "") for file in files]
        if "{count}" in message:
            entry.msgid_plural = message
            entry.msgstr_plural = entry.msgstr_plural or {0: "", 1: ""}
        catalogue.append(entry)
    catalogue.save(str(CATALOGUE))
    catalogue.save_as_mofile(str(COMPILED))


if __name__ == "__main__":
    update()
