"""The records of a file validated, several together."""

from collections.abc import Iterable, Iterator
from functools import cache

from pydantic_core import CoreConfig, SchemaValidator, ValidationError

from koryu_cli.catalogue.layouts.layout import RawRecord
from koryu_cli.errors import DataError
from koryu_cli.record.models import Agreement
from koryu_cli.record.rules import settle

TOGETHER = 16
"""How many records are validated together.

Pydantic looks at the form of each, and only then are the fields of each held against each other: to
change between the two for every record takes a sixth more time, as the processor's caches are too
small for the code of both.
"""


def validated(records: Iterable[RawRecord]) -> Iterator[tuple[RawRecord, Agreement]]:
    """Yield each record with the agreement that `Agreement.model_validate_json` makes of it.

    Raises:
        ValueError: one is not valid; those before it may not have been yielded.
        DataError: as `records` does.
    """
    for batch in _batches(records):
        yield from zip(batch, _agreements(batch), strict=True)


def tried(records: Iterable[RawRecord]) -> Iterator[tuple[RawRecord, Agreement | None]]:
    """Yield each record as `validated` does, with None if it is not valid.

    Raises:
        DataError: as `records` does.
    """
    for batch in _batches(records):
        agreements: list[Agreement] | list[Agreement | None]
        try:
            agreements = _agreements(batch)
        except ValueError:
            agreements = list(map(_alone, batch))
        yield from zip(batch, agreements, strict=True)


def _batches(records: Iterable[RawRecord]) -> Iterator[list[RawRecord]]:
    batch: list[RawRecord] = []
    try:
        for record in records:
            batch.append(record)
            if len(batch) == TOGETHER:
                yield batch
                batch = []
    except DataError:
        yield batch
        raise
    yield batch


def _agreements(records: Iterable[RawRecord]) -> list[Agreement]:
    validate = _form().validate_json
    agreements = [validate(record.text) for record in records]
    for agreement in agreements:
        settle(agreement.ruled())
    return agreements


def _alone(record: RawRecord) -> Agreement | None:
    try:
        return Agreement.model_validate_json(record.text)
    except ValidationError:
        return None


@cache
def _form() -> SchemaValidator:
    """Return the validator of a record's form, which is that of the model without its rules.

    It looks for no text among those read before: texts differ, and this takes a tenth of the time.
    """
    schema = Agreement.__pydantic_core_schema__
    form = schema["schema"] if schema["type"] == "function-after" else schema
    return SchemaValidator(form, CoreConfig(cache_strings="keys"))
