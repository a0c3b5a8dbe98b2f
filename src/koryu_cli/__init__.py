"""Query the agreements that Japanese local governments have made with overseas ones.

From Python, `read` returns the agreements of a data file, each an `Agreement`, and `wareki` reads
Japanese dates.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from koryu_cli import wareki
    from koryu_cli.catalogue.reading import read
    from koryu_cli.record.models import Agreement

__version__ = "0.1.0"
__all__ = ["Agreement", "__version__", "read", "wareki"]


def __getattr__(name: str) -> Any:
    """Import what is public when it is first asked for: the command line starts without Pydantic.

    Raises:
        AttributeError: there is no such name.
    """
    match name:
        case "wareki":
            return import_module("koryu_cli.wareki")
        case "read":
            return import_module("koryu_cli.catalogue.reading").read
        case "Agreement":
            return import_module("koryu_cli.record.models").Agreement
        case _:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
