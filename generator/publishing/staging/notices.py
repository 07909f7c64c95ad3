"""The notices that the licences of built-in libraries ask for, taken from the libraries' own packages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

NOTICES_FILE = "notices.txt"
"""The file, below the site's first page."""

ENGINE = "mkdocs-material"
"""The Python package whose style sheets pages of prose load."""

ICONS = ("material", "octicons")
"""The sets of icons that these style sheets draw from."""

HEAD = """Fingerpost carries the work of others: libraries in its scripts, typefaces in its pages and packs, and style sheets.
Each is named here with the licence under which it may be passed on, as its own makers give it.
"""
_RULE = "\n" + "=" * 78 + "\n"

_PACKAGE = re.compile(r".*/node_modules/(?:@[^/]+/)?[^/]+(?=/)")
_LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^Copyright .*\n+", re.MULTILINE)


class NoLicence(Exception):
    """A library is built in whose package holds no licence. The message names it."""


@dataclass(frozen=True)
class BundledLibrary:
    """A library that is built in: what its package says of it, and the text of its licence, empty where it brings none."""

    name: str
    version: str
    licence: str
    author: str
    home: str
    text: str

    @classmethod
    def read(cls, folder: Path) -> BundledLibrary:
        """The npm package in a folder."""
        told: Mapping[str, object] = json.loads((folder / "package.json").read_bytes())
        author = told.get("author")
        named = author.get("name") if isinstance(author, dict) else author
        texts = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.iterdir()) if path.is_file() and _LICENCE.match(path.stem)]
        name, version, licence, home = (str(told.get(field) or "") for field in ("name", "version", "license", "homepage"))
        return cls(name, version, licence, str(named or "").partition("<")[0].strip(), home, "\n".join(texts).strip())

    def notice(self, others: Iterable[BundledLibrary]) -> str:
        """Its name and its licence. Where the package names a licence and holds no text, it is the text that another has for the same.

        Raises NoLicence.
        """
        text = self.text
        if not text:
            same = next((other for other in others if other.text and other.licence == self.licence), None)
            if not same or not self.author:
                raise NoLicence(f"{self.name} is built into the pages, and its package holds no licence")
            lent = f"Its package names this licence and holds no text of it. The text is the one that {same.name} comes with."
            text = f"{lent}\n\nCopyright (c) {self.author}\n\n{_COPYRIGHT.split(same.text)[-1]}"
        return f"{self.name} {self.version} ({self.licence})\n{self.home}\n\n{text}\n"


def notices(files: Iterable[Path]) -> str:
    """The notices of all npm packages that `files` come from, in the order of their names. Raises NoLicence."""
    folders = {found[0] for path in files if (found := _PACKAGE.match(path.as_posix()))}
    libraries = sorted((BundledLibrary.read(Path(folder)) for folder in folders), key=lambda library: library.name)
    return _RULE.join([HEAD, *("\n" + library.notice(libraries) for library in libraries)])


def engine_notice() -> str:
    """The notice of the site engine's style sheets, and of the icons in them, to be put below the others. Raises NoLicence."""
    found = distribution(ENGINE)
    text = found.read_text("licenses/LICENSE") or found.read_text("LICENSE") or ""
    icons = [Path(str(found.locate_file(f"material/templates/.icons/{name}/LICENSE"))).read_text(encoding="utf-8") for name in ICONS]
    library = BundledLibrary(
        ENGINE, found.version, "MIT", "", "https://squidfunk.github.io/mkdocs-material/", "\n".join([text, *icons]).strip()
    )
    return _RULE + "\n" + library.notice(())
