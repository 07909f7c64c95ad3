"""Validate values against a model, and write the JSON Schema of a model for editors."""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from generator.knowledge.model.descriptions import descriptions
from generator.knowledge.model.kinds import KINDS, Kind
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.field_errors import problems_of
from generator.problems import Problem

Model = TypeVar("Model", bound=BaseModel)

_MOST = 1000
"""Maximum validation errors reported per file. Each takes time, and a hostile file can have a million."""


def validate(model: type[Model], document: Document, called: str) -> tuple[Model | None, list[Problem]]:
    """The record in a document, or None and its problems.

    `called` is what messages call the record: `a role`. Values rejected during parsing are not reported again.
    """
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        unreported = [details for details in error.errors(include_url=False) if not _refused(document, details["loc"])]
        return None, problems_of(model, called, document, unreported[:_MOST])


def _refused(document: Document, loc: tuple[int | str, ...]) -> bool:
    return bool(document.refused) and any(loc[:length] in document.refused for length in range(len(loc) + 1))


class _Described(GenerateJsonSchema):
    """Says of each field what it is for."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        told = descriptions(model)
        for name, info in model.model_fields.items():
            if name in told:
                made["properties"][info.alias or name]["description"] = told[name]
        return made


def json_schema(kind: Kind) -> str:
    """The JSON Schema of one kind of record, as text."""
    schema = kind.model.model_json_schema(schema_generator=_Described)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.called, **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def json_schemas() -> dict[str, str]:
    """Every JSON Schema by its file name."""
    return {f"{kind.name}.json": json_schema(kind) for kind in KINDS}
