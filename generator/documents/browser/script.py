"""Data as classic scripts that register themselves: `fetch` fails on a page opened from a drive."""

from __future__ import annotations

import json


def registered(name: str, value: object) -> str:
    """A script that sets `window.fingerpost.<name>`. `<` is written as a code, so that no text can end the script."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.fingerpost=window.fingerpost||{{}};window.fingerpost.{name}={data};\n"
