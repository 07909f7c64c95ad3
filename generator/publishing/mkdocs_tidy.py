"""Hook of MkDocs: removes from each page the elements that only Material's own script uses, and that script.

These are two hidden checkboxes (with an attribute that HTML does not allow on them), a label, a second skip link and an empty dialogue
box. They lie outside the blocks that a theme can override. With another engine they may stay: they are useless, but do no harm.
So does the white space of templates around what a page says, which is a thirtieth of what a visitor loads.
"""

from __future__ import annotations

import re
from typing import Any

_CONTROLS, _SKIP, _DIALOG = '<input class="md-toggle"', '<a class="skip"', '<div class="md-dialog"'
_DIALOG_END = re.compile(r"</div>\s*</div>")
_CONTENT, _CONTENT_END = 'id="main"', "</main>"
_WHITE = re.compile(r"[ \t]*\n\s*")
_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')

_NOT_LOADED = re.compile(r"assets/(?:javascripts/.*|stylesheets/.*\.map|images/favicon\.png)")
"""Material's script and search libraries (two megabytes), the source maps of its style sheets (50 KB), and its icon."""


def on_files(files: Any, *, config: Any, **_: Any) -> Any:
    """Leave out files of Material's that no page loads, and items of the navigation whose page this site does not have.

    Files of the same names in the project stay.
    """
    config.nav = [item for item in config.nav or () if _is_there(item, files)] or None
    own = (config.docs_dir, config.theme.custom_dir)
    for file in [file for file in files if file.src_dir not in own and _NOT_LOADED.fullmatch(file.src_uri)]:
        files.remove(file)
    return files


def _is_there(item: Any, files: Any) -> bool:
    """Whether an item of the navigation is a group, an address, or a page that there is."""
    page = next(iter(item.values())) if isinstance(item, dict) else item
    return not isinstance(page, str) or not page.endswith(".md") or files.get_file_from_path(page) is not None


def on_page_content(html: str, **_: Any) -> str:
    """Align columns of Markdown tables with a class: the Content-Security-Policy would need a hash for each inline style."""
    return _ALIGNED.sub(lambda style: ' class="num"' if style[1] == "right" else "", html)


def on_post_page(output: str, **_: Any) -> str:
    """Remove the unused elements from a page."""
    before, found, rest = output.partition(_CONTROLS)
    ours = rest.find(_SKIP)
    if found and ours >= 0:
        output = before.rstrip() + "\n" + rest[len(rest[:ours].rstrip()) :]
    before, found, rest = output.partition(_DIALOG)
    end = _DIALOG_END.search(rest)
    return _without_white_space(before.rstrip() + rest[end.end() :] if found and end else output)


def _without_white_space(output: str) -> str:
    """Leave one end of line of the white space before and after what the page says, which may have text where each space counts."""
    begins, ends = output.find(_CONTENT), output.rfind(_CONTENT_END)
    if begins < 0 or ends < begins:
        return output
    return _WHITE.sub("\n", output[:begins]) + output[begins:ends] + _WHITE.sub("\n", output[ends:])


def on_post_template(output_content: str, *, template_name: str, **_: Any) -> str:
    """Do the same for the page of addresses that do not exist, and leave the site map as it is."""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content
