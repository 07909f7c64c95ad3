"""The files that the tailoring pages load: data for all roles, data for each role, and each role's Word file as a script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from generator.documents.browser.bring_data import bring_data
from generator.documents.browser.tailor import blank_pack, blank_workbook, registered, role_data, shared_data, typed_rules
from generator.documents.formats.docx import WORD, WORD_TRACKED
from generator.documents.formats.docx.paging import page_measures
from generator.documents.packs.labels import LABELS
from generator.documents.packs.model import LONGEST_BESIDE
from generator.documents.page import Page
from generator.documents.pages import SiteContext
from generator.publishing.disk.folders import Folders
from generator.publishing.printing.press import Press


def tailor_files(context: SiteContext, _pages: Sequence[Page]) -> dict[str, bytes]:
    """The data scripts, by path below the staging folder."""
    files = {
        "assets/tailor-shared.js": registered("tailoring", shared_data(context.library)).encode(),
        "assets/bring-data.js": registered("bringing", bring_data(context.library)).encode(),
        "assets/tailor-wording.js": registered("wording", typed_rules(context.library, context.today)).encode(),
    }
    for pack in context.base_packs:
        files[f"tailor/{pack.role.id}/data.js"] = registered("role", role_data(context.library, pack)).encode()
    return files


def word_files(folders: Folders, context: SiteContext) -> dict[str, bytes]:
    """For each base role, the Word files and the workbook that the browser fills in: the pack of a network whose details are blank.

    Each is inside a script, because a page on a drive cannot read files; the page loads it only on request.
    """
    press = Press(context.templates, folders.cache, forms=(WORD.suffix,))
    blank = [blank_pack(context.library, pack) for pack in context.base_packs]
    words = {f"tailor/{printed.pack.role.id}/word.js": _script("word", printed.content) for printed in press.print_all(blank)}
    words |= {f"tailor/{pack.role.id}/tracked.js": _script("tracked", press.print(pack, WORD_TRACKED).content) for pack in blank}
    books = {f"tailor/{pack.role.id}/workbook.js": registered("workbook", blank_workbook(pack)).encode() for pack in blank}
    return words | books


def _script(name: str, content: bytes) -> bytes:
    data = {
        "file": b64encode(content).decode(),
        "other_formats": LABELS.other_formats,
        "longest_beside": LONGEST_BESIDE,
        "pages": page_measures(),
    }
    return registered(name, data).encode()
