"""Start koryu: `koryu` and `python -m koryu_cli`."""

import gc
import os
import signal
import sys
from types import ModuleType
from typing import NoReturn

INTERRUPTED = 130
"""The exit code after SIGINT, as shells have it."""


def main() -> None:
    """Run the command line and end the process with its exit code.

    What koryu makes is freed as soon as it is not needed, so that looking for garbage, also at the
    very end, would only take time.
    """
    signal.signal(signal.SIGINT, _stop)
    gc.disable()
    _do_without_plugins()
    from koryu_cli.cli.app import run  # Pydantic must not be imported before

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


def _stop(*_: object) -> NoReturn:
    """End at once and quietly, whatever is being done."""
    os._exit(INTERRUPTED)


def _do_without_plugins() -> None:
    """Tell Pydantic that it has no plugins.

    It would look for them with `importlib.metadata`, even if it is told that all are disabled, and
    that alone takes longer than to read and validate the catalogue.
    """
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules[loader.__name__] = loader


if __name__ == "__main__":
    main()
