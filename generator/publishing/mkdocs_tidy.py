"""A second hook for MkDocs: takes out of each page what Material puts there for its own script, which we do not use, and the script too.

Two hidden checkboxes (with an attribute that HTML does not allow on them), a label, a second skip link and an empty dialogue box
stand outside the blocks that a theme may override. Another engine may leave them in: they do no harm, they are only of no use.
"""

from __future__ import annotations

import re
from typing import Any

_CONTROLS, _SKIP, _DIALOG = '<input class="md-toggle"', '<a class="skip"', '<div class="md-dialog"'
_DIALOG_END = re.compile(r"</div>\s*</div>")
_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')

_SCRIPTS = "assets/javascripts/"


def on_files(files: Any, **_: Any) -> Any:
    """Leave out Material's script and the libraries of its search: no page loads them, and they are two megabytes."""
    for file in [file for file in files if file.src_uri.startswith(_SCRIPTS)]:
        files.remove(file)
    return files


def on_page_content(html: str, **_: Any) -> str:
    """Columns of numbers in Markdown tables by a class: the policy of the site would need a hash for each style in a page."""
    return _ALIGNED.sub(lambda found: ' class="num"' if found[1] == "right" else "", html)


def on_post_page(output: str, **_: Any) -> str:
    """Tidy a page."""
    before, found, rest = output.partition(_CONTROLS)
    ours = rest.find(_SKIP)
    if found and ours >= 0:
        output = before.rstrip() + "\n" + rest[len(rest[:ours].rstrip()) :]
    before, found, rest = output.partition(_DIALOG)
    end = _DIALOG_END.search(rest)
    return before.rstrip() + rest[end.end() :] if found and end else output


def on_post_template(output_content: str, *, template_name: str, **_: Any) -> str:
    """Tidy the page for addresses that do not exist; leave the site map as it is."""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content
