"""The form of a data file as JSON Schema, for editors and other programs."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from koryu_cli.record.citation import SOURCE, SOURCE_IN_ENGLISH
from koryu_cli.record.models import Agreement

TITLE = "koryu のデータファイル"
DESCRIPTION = (
    "行政交流の協定の配列。NDJSON のファイルでは各行が #/$defs/Agreement に当たる。"
    "番号の重複、団体コードの検査数字、text と start、end、precision、wareki の一致、"
    "名称と部分の一致、agreement と kind の一致は、koryu check で確かめる。"
    f"収録の協定の出典は、{SOURCE}。"
)
COMMENT = f"Source of the agreements that koryu carries: {SOURCE_IN_ENGLISH}."


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a data file that is an array.

    Rules that tie one field to another are beyond it; its description names them.
    """
    generated = TypeAdapter(tuple[Agreement, ...]).json_schema()
    definitions = generated.pop("$defs")
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": TITLE,
        "description": DESCRIPTION,
        "$comment": COMMENT,
        **generated,
        "$defs": definitions,
    }
