"""The files that the pages for making a pack load: data for all roles, data for each."""

from __future__ import annotations

from collections.abc import Sequence

from generator.documents.page import Page
from generator.documents.pages import Making
from generator.documents.tailor import registered, role_data, shared_data


def tailor_files(making: Making, _pages: Sequence[Page]) -> dict[str, bytes]:
    """Files by path below the staging folder."""
    files = {"assets/tailor-shared.js": registered("tailoring", shared_data(making.library)).encode()}
    for pack in making.packs:
        files[f"tailor/{pack.role.id}/data.js"] = registered("role", role_data(making.library, pack)).encode()
    return files
