"""The JSON Schema of the format, made from the table of fields."""

from __future__ import annotations

from typing import Any

from factcheck.claims.decoding.checks import CHECK_FIELDS
from factcheck.claims.fields import ARTICLE, CHECK, FACT, FILE, KINDS, QUOTE, Field, Table
from factcheck.findings import Message

Schema = dict[str, Any]

SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""What editors type as text may look like a number to YAML; it is read as text all the same."""


_DATE = "[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"


def schema() -> Schema:
    """The JSON Schema (2020-12) of a claims file; descriptions in Chinese and English."""
    return {
        "$schema": SCHEMA_ID,
        "title": "factcheck claims",
        **_mapping(FILE),
        "$defs": {
            "article": _mapping(ARTICLE),
            "fact": {"anyOf": [_TEXT, _mapping(FACT)]},
            "quote": {"anyOf": [_TEXT, _mapping(QUOTE)]},
            "check": {"anyOf": [{"type": "string"}, _check()]},
            **{kind: _kind(kind, table) for kind, table in KINDS.items()},
            "expressions": {"type": "array", "items": _TEXT, "minItems": 1},
        },
    }


def _described(schema: Schema, meaning: Message) -> Schema:
    return {**schema, "description": f"{meaning.zh} | {meaning.en}"}


def _mapping(table: Table) -> Schema:
    result: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: _described(_field(field), field.meaning) for field in table.values()},
    }
    required = [field.name for field in table.values() if field.required]
    return {**result, "required": required} if required else result


def _kind(kind: str, table: Table) -> Schema:
    result = _mapping(table)
    if kind == "within":
        result["oneOf"] = [{"required": ["part"]}, {"required": ["parts"]}]
    if kind == "shares":
        return {"anyOf": [result, {"$ref": "#/$defs/expressions"}]}
    return result


def _check() -> Schema:
    properties: Schema = {}
    for name, field in CHECK_FIELDS.items():
        if name in KINDS:
            properties[name] = _described({"$ref": f"#/$defs/{name}"}, field.meaning)
        else:
            properties[name] = _described(_field(field), field.meaning)
    kinds = [name for name in CHECK_FIELDS if name not in CHECK]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "oneOf": [{"required": [name]} for name in kinds],
    }


def _field(field: Field) -> Schema:
    match field.type:
        case "flag":
            return {"type": "boolean"}
        case "choice":
            return {"enum": list(field.choices)}
        case "texts":
            return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
        case "quotes":
            one = {"$ref": "#/$defs/quote"}
            return {"anyOf": [one, {"type": "array", "items": one}]}
        case "date":
            return {"type": ["string", "integer"], "pattern": f"^{_DATE}$"}
        case "period":
            end = rf"(?:{_DATE}|\.\.)"
            return {"type": ["string", "integer"], "pattern": f"^{_DATE}$|^{end}/{end}$"}
        case "between":
            return {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}
        case "reading":
            return {"anyOf": [{"enum": list(field.choices)}, _field(FACT["between"])]}
        case "expressions":
            return {"$ref": "#/$defs/expressions"}
        case "names":
            return {"type": "object", "additionalProperties": _TEXT}
        case "article":
            return {"$ref": "#/$defs/article"}
        case "facts":
            return {"type": "object", "additionalProperties": {"$ref": "#/$defs/fact"}}
        case "checks":
            return {"type": "array", "items": {"$ref": "#/$defs/check"}}
        case _:
            return _TEXT
