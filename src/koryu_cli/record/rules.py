"""Records whose fields depend on each other: what every model of the catalogue is made of."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, model_validator
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
    def disagreements(values: Mapping[str, Any]) -> Iterator[Disagreement]:
        """Yield the fields that do not agree with those before them.

        Args:
            values: the fields whose values are well-formed; dates may be in ISO format.
        """
        raise NotImplementedError

    @classmethod
    def completed(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields with those that are left out and follow from others."""
        if len(values) >= len(cls.model_fields):
            return dict(values)
        return {**cls.derived(values), **values}

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        self._complete()
        _check(self.disagreements(self.__dict__))
        return self

    def _complete(self) -> None:
        if len(self.model_fields_set) < len(type(self).model_fields):
            given = {name: self.__dict__[name] for name in self.model_fields_set}
            self.__dict__.update(self.completed(given))


def _check(disagreements: Iterable[Disagreement]) -> None:
    if any(True for _ in disagreements):
        raise PydanticCustomError(DISAGREEMENT, "fields do not agree")


class SharedRecord(RuledRecord):
    """A part that many records have alike, so that it need not be looked at again for each."""

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        self._complete()
        _check_once(type(self), tuple(self.__dict__.values()))
        return self


@lru_cache(maxsize=2**14)
def _check_once(model: type[SharedRecord], values: tuple[object, ...]) -> None:
    _check(model.disagreements(dict(zip(model.model_fields, values, strict=True))))
