"""Records whose fields depend on each other: what every model of the catalogue is made of."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

DISAGREEMENT = "disagreement"
"""The type of a validation error that stands for all `disagreements` of a record."""


class Disagreement(NamedTuple):
    """A field whose value does not agree with others, and what should stand there."""

    field: str
    expected: str


class Record(BaseModel):
    """A part of the catalogue: immutable, with no fields but those named.

    Docstrings speak to developers and stay out of the JSON Schema.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        json_schema_extra=lambda schema: schema.pop("description"),
    )

    @classmethod
    def accepts(cls, **values: object) -> bool:
        """Return whether these fields, and none but these, make such a record."""
        try:
            cls.model_validate(values)
        except ValidationError:
            return False
        return True


class RuledRecord(Record):
    """A record in which fields depend on each other."""

    @staticmethod
    def derived(values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the fields that follow from others, so that a data file may leave them out.

        Args:
            values: the fields; those that are left out are None.
        """
        raise NotImplementedError

    @staticmethod
    def disagreements(values: Mapping[str, Any]) -> list[Disagreement]:
        """Return the fields that do not agree with those before them.

        Args:
            values: the fields whose values are well-formed; dates may be in ISO format.
        """
        raise NotImplementedError

    @classmethod
    def completed(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields with those that are left out and follow from others."""
        if len(values) == len(cls.__pydantic_fields__):
            return dict(values)
        return {**cls.derived(values), **values}


def settle(records: Iterable[RuledRecord]) -> None:
    """Take in what follows from other fields and is left out; hold fields against each other.

    Raises:
        PydanticCustomError: fields do not agree.
    """
    for record in records:
        values = record.__dict__
        if len(record.__pydantic_fields_set__) < len(values):
            given = {name: values[name] for name in record.__pydantic_fields_set__}
            values.update(record.completed(given))
        if record.disagreements(values):
            raise PydanticCustomError(DISAGREEMENT, "fields do not agree")
