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

    The garbage collector is off: koryu makes no reference cycles worth collecting, and a run with
    the collector, at the end of the process too, only takes longer.
    """
    signal.signal(signal.SIGINT, _stop)
    gc.disable()
    _do_without_plugins()
    from koryu_cli.cli.app import run  # Pydantic must not be imported before

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


def _stop(*_: object) -> NoReturn:
    """End the process at once and without a message."""
    os._exit(INTERRUPTED)


def _do_without_plugins() -> None:
    """Tell Pydantic that it has no plugins.

    It would search for them with `importlib.metadata`, even where they are all disabled, which
    takes longer than to read and validate the catalogue.
    """
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules[loader.__name__] = loader


if __name__ == "__main__":
    main()
