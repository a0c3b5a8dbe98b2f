"""Values of the command line, taken as they are typed.

Typer hands every value, also one that is not given, to an adapter of Pydantic, whose import takes
longer than most commands of koryu. Yet all parameters of koryu are words, lists of words or flags,
which are what they are, and are read by what they are for.
"""

from functools import partial
from typing import Any


def take_as_typed(parameters: list[Any]) -> list[Any]:
    """Return parameters of a Typer command, which now take their values without an adapter."""
    for parameter in parameters:
        parameter.process_value = partial(_process, parameter)
    return parameters


def _process(parameter: Any, context: Any, value: Any) -> Any:
    """Return a value as its command gets it, or its callback has it."""
    if parameter.multiple or parameter.nargs == -1:
        value = list(value or ())
    if parameter.required and parameter.value_is_missing(value):
        return type(parameter).process_value(parameter, context, value)  # which says so
    return value if parameter.callback is None else parameter.callback(context, parameter, value)
