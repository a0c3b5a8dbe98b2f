"""Values of the command line: taken as they are typed, wherever they are given.

Typer hands every value, also one that is not given, to an adapter of Pydantic, whose import takes
longer than most commands of koryu. Yet all parameters of koryu are words, lists of words or flags,
which need no conversion.
"""

from functools import partial
from typing import Any

from koryu_cli.errors import UsageError
from koryu_cli.language import _


def take_as_typed(parameters: list[Any]) -> list[Any]:
    """Return parameters of a Typer command, which now take their values without an adapter.

    An option that the program takes before the command, too, has the values of both places. One
    that holds a single value refuses a second one that differs.
    """
    for parameter in parameters:
        parameter.process_value = partial(_process, parameter)
        if parameter.param_type_name == "option":
            parameter.add_to_parser = partial(_add_to_parser, parameter)
    return parameters


def _add_to_parser(option: Any, parser: Any, context: Any) -> None:
    """Let the parser keep all values of an option; of most, Typer's keeps the last alone."""
    if not option.is_flag:
        parser.add_option(option, option.opts, option.name, "append")
        return
    for names, value in ((option.opts, True), (option.secondary_opts, False)):
        parser.add_option(option, names, option.name, "append_const", const=value)


def _process(parameter: Any, context: Any, value: Any) -> Any:
    """Return the value of a parameter as its command gets it, or its callback has it.

    Args:
        parameter: the parameter.
        context: the context of Typer.
        value: a list of what the command line says; else a default, or an environment variable.

    Raises:
        UsageError: several values where only one can hold.
    """
    given = value if isinstance(value, list) else []
    given = [*_given_before_the_command(parameter, context), *given]
    if parameter.multiple or parameter.nargs == -1:
        value = given or list(value or ())
    elif given:
        value = _one_of(given, parameter)
    if parameter.required and parameter.value_is_missing(value):
        return type(parameter).process_value(parameter, context, value)  # which says so
    return value if parameter.callback is None else parameter.callback(context, parameter, value)


def _given_before_the_command(parameter: Any, context: Any) -> list[Any]:
    program, name = context.parent, parameter.name
    source = program.get_parameter_source(name) if program else None
    if source is None or source.name != "COMMANDLINE":
        return []
    value = program.params[name]
    return value if isinstance(value, list) else [value]


def _one_of(values: list[Any], parameter: Any) -> Any:
    if len(set(values)) == 1:
        return values[0]
    names = {True: parameter.opts[0], False: (*parameter.secondary_opts, "")[0]}
    raise UsageError(
        _(
            "{option} に書けるのは一つだけです: {values}",
            option=max(parameter.opts, key=len),
            values=" ".join(names.get(value, value) for value in dict.fromkeys(values)),
        )
    )
