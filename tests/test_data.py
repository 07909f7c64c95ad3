"""The data that is published: clean, each file with its schema, and the schemas those of the model."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from pydantic import BaseModel
from typer.testing import Result

from generator.checks import check_library
from generator.knowledge.library.loading import load
from generator.knowledge.model.kinds import KINDS, Kind
from generator.knowledge.reading.schema import json_schemas
from generator.knowledge.reading.yaml_file import read
from generator.problems import as_text

PROJECT = Path(__file__).parents[1]
DATA = PROJECT / "data"
FILES = sorted(DATA.rglob("*.yaml"))
SCHEMAS = json_schemas()


def named(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def test_the_data_is_clean() -> None:
    library, report = load(DATA)
    report.extend(check_library(library, date(2026, 11, 22)))
    print(as_text(report))
    assert not report.fails


@pytest.mark.parametrize("path", FILES, ids=named)
def test_each_file_names_its_schema_and_keeps_it(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix), "the first line names the schema, for editors"
    schema = (path.parent / first.removeprefix(prefix)).resolve()
    assert schema.parent == DATA / "schemas"
    assert schema.stem in {kind.name for kind in KINDS if kind.folder == path.parent.name}
    document, problems = read(path, named(path))
    assert problems == []
    validator(schema).validate(document.value)


@cache
def validator(schema: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


def test_the_schemas_are_fresh(tmp_path: Path, fingerpost: Callable[..., Result]) -> None:
    """Stale? `fingerpost schema` writes them anew."""
    assert fingerpost("schema", "--out", str(tmp_path)).exit_code == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert {path.name: path.read_text(encoding="utf-8") for path in (DATA / "schemas").iterdir()} == written


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_schema_helps_an_editor(name: str) -> None:
    """It is a schema, it knows all keys, and it says what each one is for."""
    schema = json.loads(SCHEMAS[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    for record in [schema, *schema.get("$defs", {}).values()]:
        if record.get("type") == "object":
            assert record["additionalProperties"] is False
            assert all(value.get("description") for value in record["properties"].values()), record["title"]


def models(annotation: Any, seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Every model that a kind of file is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        for info in annotation.model_fields.values():
            models(info.annotation, seen)
    for part in get_args(annotation):
        models(part, seen)
    return seen


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_command_is_as_strict_as_editors_are(kind: Kind) -> None:
    """By itself Pydantic takes "7" for a number, "yes" for true, and passes over unknown keys."""
    for model in models(kind.model, set()):
        assert model.model_config.get("strict"), model
        assert model.model_config.get("frozen"), model
        assert model.model_config.get("extra") == "forbid", model
