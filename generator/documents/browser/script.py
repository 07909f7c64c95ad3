"""Data as classic scripts that register themselves: `fetch` fails on a page opened from a drive."""

from __future__ import annotations

import json


def registered(name: str, value: object) -> str:
    """A script that sets `window.fingerpost.<name>`."""
    return f"window.fingerpost=window.fingerpost||{{}};window.fingerpost.{name}={_plain(value)};\n"


def registered_parts(parts: object) -> str:
    """A script that adds parts, by their names, to `window.fingerpost.parts`."""
    both = f"{{...window.fingerpost.parts,...{_plain(parts)}}}"
    return f"window.fingerpost=window.fingerpost||{{}};window.fingerpost.parts={both};\n"


def _plain(value: object) -> str:
    """A value as it is written in a script. `<` is a code, so that no text can end the script."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
