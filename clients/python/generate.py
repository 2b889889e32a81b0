"""Makes claimwire/records.py from the JSON Schemas that the server describes its records by.

python generate.py PATH-OF-CLAIMWIRE
"""

import json
import keyword
import pathlib
import sys
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))

WANTED = ["Record", "ClaimRecord"]
SIMPLE = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "object": "dict"}
HEAD = '''"""The records of claimwire as dataclasses. Made by generate.py: do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
'''


def name(ref: str) -> str:
    return {"ClaimRecord": "Claim", "Record": "Document"}.get(ref, ref)


def kind(schema: dict) -> str:
    """The Python type of a schema."""
    if "$ref" in schema:
        return name(schema["$ref"].rsplit("/", 1)[1])
    types = schema.get("type", "object")
    types = [types] if isinstance(types, str) else types
    first = next(t for t in types if t != "null")
    if first == "array":
        return f"list[{kind(schema['items'])}]"
    return SIMPLE[first]


def default(schema: dict) -> str:
    python = kind(schema)
    if python.startswith("list"):
        return "field(default_factory=list)"
    if python == "dict":
        return "field(default_factory=dict)"
    if "$ref" in schema or python == "float":
        return "None"
    return {"str": '""', "int": "0", "bool": "False"}[python]


def attribute(name: str) -> str:
    return name + "_" if keyword.iskeyword(name) else name


def dataclass(ref: str, schema: dict) -> str:
    lines = ["", "", "@dataclass", f"class {name(ref)}:"]
    required = [f for f in schema["properties"] if f in schema.get("required", []) and kind(schema["properties"][f]) in ("str", "int", "bool")]
    for f in required:
        lines.append(f"    {f}: {kind(schema['properties'][f])}")
    for f, s in schema["properties"].items():
        if f not in required:
            none = " | None" if default(s) == "None" else ""
            lines.append(f"    {attribute(f)}: {kind(s)}{none} = {default(s)}")
    return "\n".join(lines)


def refs(schema) -> set[str]:
    """The schemas that one needs."""
    if isinstance(schema, dict):
        found = {schema["$ref"].rsplit("/", 1)[1]} if "$ref" in schema else set()
        return found.union(*(refs(v) for v in schema.values()))
    if isinstance(schema, list):
        return set().union(*(refs(v) for v in schema))
    return set()


def generate(api: dict) -> str:
    schemas = api["components"]["schemas"]
    schemas["Record"]["properties"]["claims"]["items"]["$ref"] = "#/components/schemas/ClaimRecord"
    schemas["ClaimRecord"]["required"].remove("article")  # a claim of a document has its article around it
    todo, wanted = list(WANTED), []
    while todo:
        ref = todo.pop()
        if ref not in wanted:
            wanted.append(ref)
            todo += sorted(refs(schemas[ref]))
    return HEAD + "\n".join(dataclass(r, schemas[r]) for r in sorted(wanted)) + "\n"


if __name__ == "__main__":
    from claimwire.testing import Server

    with Server(sys.argv[1]) as server, urllib.request.urlopen(server.url + "/openapi.json") as answer:
        text = generate(json.load(answer))
    pathlib.Path(__file__).with_name("claimwire").joinpath("records.py").write_text(text)
