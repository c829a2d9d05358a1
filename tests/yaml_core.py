"""YAML as editors read it: version 1.2, in which dates and `no` are texts, and numbers and `true` are not."""

import re
from typing import Any

import yaml


class _CoreLoader(yaml.SafeLoader):
    """The core schema of YAML 1.2, https://yaml.org/spec/1.2.2/#103-core-schema."""


_CoreLoader.yaml_implicit_resolvers = {}
for _name, _pattern, _starts in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), [*_starts, *([""] if _name == "null" else [])])


def read(text: str) -> Any:
    """The values that an editor sees."""
    return yaml.load(text, _CoreLoader)
