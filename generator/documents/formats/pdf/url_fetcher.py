"""What the layout engine may read: files of the template folders, the two fonts, and the logo in the markup. No network, and nothing
else on disk."""

from __future__ import annotations

import mimetypes
import re
from base64 import b64decode
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from jinja2.loaders import split_template_path
from weasyprint.urls import URLFetcher, URLFetcherResponse

from generator.documents.formats.pdf.fonts import FONTS, fonts_folder
from generator.machine.ordinary_files import real

ROOT = "https://templates.invalid/"
"""Stands for the template folders. Nothing at `.invalid` can ever exist (RFC 2606), so an address we miss leads nowhere."""

_MOST = 20_000_000
"""The largest file, in bytes, that a template may bring in."""


_LOGO = re.compile(r"data:(image/(?:png(?=;base64,iVBORw0KGgo)|jpeg(?=;base64,/9j/)));base64,[A-Za-z0-9+/]+=*")
"""A PNG or JPEG in base64, by its first bytes."""


class NotAllowed(ValueError):
    """An address outside the template folders, or a file that is not in them."""


class Sealed(URLFetcher):  # type: ignore[misc]
    """Reads `pack/arm.svg` and the like through the folders that templates come from, in their order."""

    def __init__(self, templates: Environment) -> None:
        """Read from the folders of `templates`. Raises FontsNotInstalled."""
        super().__init__(allowed_protocols=("https", "data"), allow_redirects=False)
        self._folders = [real(Path(folder)) for folder in cast(FileSystemLoader, templates.loader).searchpath]
        self.fonts = fonts_folder()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 the signature is WeasyPrint's
        """The file at an address below ROOT, or the logo. Raises NotAllowed for every other address."""
        if picture := _LOGO.fullmatch(url):
            return URLFetcherResponse(url, b64decode(url.partition(",")[2]), {"Content-Type": picture[1]})
        if not url.startswith(ROOT):
            raise NotAllowed(f"{url[:200]} is outside the templates")
        name = unquote(url.removeprefix(ROOT).split("?")[0].split("#")[0])
        path = self._font(name) or self._file(name)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    def _font(self, name: str) -> Path | None:
        folder, _, file = name.rpartition("/")
        return self.fonts / file if folder == "fonts" and file in FONTS else None

    def _file(self, name: str) -> Path:
        """The first folder that has the file. A link that leads out of its folder counts as missing."""
        try:
            parts = split_template_path(name)
        except TemplateNotFound:
            raise NotAllowed(f"{name[:200]} is outside the templates") from None
        for folder in self._folders:
            path = real(folder.joinpath(*parts))
            if path.is_relative_to(folder) and path.is_file() and path.stat().st_size <= _MOST:
                return path
        raise NotAllowed(f"there is no {name[:200]} in the templates")
