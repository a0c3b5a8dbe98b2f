"""The rooms of the source: each imports from those above it alone, and there are no circles.

Every import counts, also one that is late or for the type checker only.
"""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

SOURCE = ROOT / "src" / "koryu_cli"

# From top to bottom. Those on one line do not know each other. `output` stands below the views,
# which return what they show and print nothing; the public face, above the command line, which is
# one of its users.
ORDER = [
    {"errors", "display"},
    {"language"},
    {"text"},
    {"places", "wareki"},
    {"record"},
    {"ledger"},
    {"catalogue"},
    {"query"},
    {"views"},
    {"saving", "aside"},
    {"output", "__init__"},
    {"cli"},
    {"__main__"},
]

# The libraries, and the files that may import them.
LIBRARIES = {
    "typer": ["cli/"],
    "rich": [
        "output",
        "cli/help",
        "views/anniversaries",
        "views/card",
        "views/chart",
        "views/entries",
        "views/hits",
        "views/japanese_text",
        "views/lines",
        "views/plain",
        "views/plain_card",
        "views/stats",
        "views/table",
        "views/timeline",
    ],
    "pydantic": ["record/"],
    "pydantic_core": ["record/", "catalogue/", "views/json", "cli/commands/schema"],
    "dateutil": ["query/anniversaries"],
    "openpyxl": ["ledger/", "views/xlsx"],
}

COMMANDLESS = ("text/", "places/", "wareki/", "catalogue/", "query/", "views/")
OF_THE_COMMAND_LINE = re.compile(r"(?<![\w-])--?[a-z]|koryu [a-z]")
HOLDERS = (ast.Module, ast.ClassDef, ast.FunctionDef)
IMPORTS = (ast.Import, ast.ImportFrom)
SYSTEM = {"io", "locale", "os", "pathlib", "shutil", "signal", "subprocess", "sys", "tempfile"}
PURE = ["text/", "places/", "wareki/", "record/", "query/", "views/"]
OWN_TABLES = {("places/countries", "pathlib"), ("places/table", "pathlib")}
"""Files that read a table of facts beside them."""
TODAY = {("wareki/now", "os")}
"""The file that reads which day is today, from a variable or the clock."""
IN_MEMORY = {("views/delimited", "io"), ("views/xlsx", "io")}
"""Files that write into a string."""


@cache
def files() -> dict[str, Path]:
    """The files of the source by their names: `cli/app`, `text/__init__`."""
    return {
        path.relative_to(SOURCE).with_suffix("").as_posix(): path
        for path in sorted(SOURCE.rglob("*.py"))
    }


@cache
def imported(name: str) -> frozenset[str]:
    """The modules that a file imports, by their names in Python: `koryu_cli.text.folding`, `os`."""
    tree = ast.parse(files()[name].read_text("utf-8"))
    return frozenset(module for node in ast.walk(tree) for module in _modules(node))


def _modules(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.module, "an import is written from the root of the package"
        for alias in node.names:
            part = f"{node.module}.{alias.name}"
            yield part if _own(part) else node.module


def _own(module: str) -> str | None:
    """Return the name of a file of the source by its module."""
    root, _, rest = module.partition(".")
    if root != SOURCE.name:
        return None
    path = rest.replace(".", "/")
    return next((name for name in (path, f"{path}/__init__".strip("/")) if name in files()), None)


def own_imports(name: str) -> set[str]:
    """The files of the source that a file imports."""
    return {file for module in imported(name) if (file := _own(module))}


def room(name: str) -> str:
    return name.partition("/")[0]


def floor(name: str) -> int:
    return next(floor for floor, rooms in enumerate(ORDER) if room(name) in rooms)


def test_every_file_is_in_a_room() -> None:
    assert {room(name) for name in files()} <= set().union(*ORDER)


@pytest.mark.parametrize("name", files())
def test_a_file_imports_from_the_rooms_above_it_alone(name: str) -> None:
    others = {each for each in own_imports(name) if room(each) != room(name)}
    assert {each for each in others if floor(each) >= floor(name)} == set()


def test_there_are_no_circles() -> None:
    left = {name: own_imports(name) - {name} for name in files()}
    while free := {name for name, needed in left.items() if not needed & left.keys()}:
        left = {name: needed for name, needed in left.items() if name not in free}
    assert left == {}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_where_it_is_needed(library: str) -> None:
    users = {
        name for name in files() if library in {each.partition(".")[0] for each in imported(name)}
    }
    allowed = LIBRARIES[library]
    assert {name for name in users if not any(is_in(name, part) for part in allowed)} == set()


def is_in(name: str, part: str) -> bool:
    return name.startswith(part) if part.endswith("/") else name == part


@pytest.mark.parametrize("pure", PURE)
def test_what_is_pure_knows_no_file_and_no_terminal(pure: str) -> None:
    known = {
        (name, module)
        for name in files()
        if name.startswith(pure)
        for module in {each.partition(".")[0] for each in imported(name)} & SYSTEM
    }
    assert known - OWN_TABLES - TODAY - IN_MEMORY == set()


@pytest.mark.parametrize("pure", PURE)
def test_what_is_pure_opens_and_prints_nothing(pure: str) -> None:
    calls = {
        (name, node.func.id)
        for name, path in files().items()
        if name.startswith(pure)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert {(name, call) for name, call in calls if call in ("open", "print", "input")} == set()


@pytest.mark.parametrize("name", [name for name in files() if name.startswith(COMMANDLESS)])
def test_what_knows_no_command_line_names_no_option_and_no_command(name: str) -> None:
    nodes = list(ast.walk(ast.parse(files()[name].read_text("utf-8"))))
    constants = {node.value for node in nodes if isinstance(node, ast.Constant)}
    docstrings = {
        ast.get_docstring(node, clean=False) for node in nodes if isinstance(node, HOLDERS)
    }
    spoken = {text for text in constants - docstrings if isinstance(text, str)}
    assert {text for text in spoken if OF_THE_COMMAND_LINE.search(text)} == set()


def test_a_late_import_says_its_reason() -> None:
    """In a comment beside it, or beside one that stands next to it; of an extra it is plain."""
    silent = [
        f"{name}:{group[0].lineno}"
        for name, path in files().items()
        for group in _late_imports(ast.parse(path.read_text("utf-8")))
        if not any("#" in line for line in _lines(path, group))
    ]
    assert silent == []


def _late_imports(tree: ast.AST) -> Iterator[Sequence[ast.stmt]]:
    """Yield the imports that stand together in a block of a function."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        for node in ast.walk(function):
            for block in (getattr(node, "body", []), getattr(node, "orelse", [])):
                statements: list[ast.stmt] = block if isinstance(block, list) else []
                group = [each for each in statements if isinstance(each, IMPORTS)]
                if group and not any(_is_of_an_extra(each) for each in group):
                    yield group


def _is_of_an_extra(statement: ast.stmt) -> bool:
    return any(module.partition(".")[0] == "openpyxl" for module in _modules(statement))


def _lines(path: Path, group: Sequence[ast.stmt]) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return lines[group[0].lineno - 2 : (group[-1].end_lineno or 0)]
