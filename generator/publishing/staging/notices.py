"""The copyright notices that the licences of bundled libraries require, taken from the libraries' packages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

NOTICES_FILE = "notices.txt"
"""The file, at the root of the site."""

ENGINE = "mkdocs-material"
"""The Python package whose style sheets hand-written pages load."""

ICONS = ("material", "octicons")
"""The icon sets that these style sheets use."""

HEAD = """Fingerpost carries the work of others: libraries in its scripts, typefaces in its pages and packs, and style sheets.
Each is named here with the licence under which it may be passed on, as its own makers give it.
"""
_RULE = "\n" + "=" * 78 + "\n"

_PACKAGE = re.compile(r".*/node_modules/(?:@[^/]+/)?[^/]+(?=/)")
_LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^Copyright .*\n+", re.MULTILINE)


class NoLicence(Exception):
    """A bundled library's package contains no licence. The message names the library."""


@dataclass(frozen=True)
class BundledLibrary:
    """A bundled library: the fields of its package, and the text of its licence, empty if the package has none."""

    name: str
    version: str
    licence: str
    author: str
    home: str
    text: str

    @classmethod
    def read(cls, folder: Path) -> BundledLibrary:
        """Read the npm package in a folder."""
        package: Mapping[str, object] = json.loads((folder / "package.json").read_bytes())
        author = package.get("author")
        named = author.get("name") if isinstance(author, dict) else author
        texts = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.iterdir()) if path.is_file() and _LICENCE.match(path.stem)]
        name, version, licence, home = (str(package.get(field) or "") for field in ("name", "version", "license", "homepage"))
        return cls(name, version, licence, str(named or "").partition("<")[0].strip(), home, "\n".join(texts).strip())

    def notice(self, others: Iterable[BundledLibrary]) -> str:
        """Its name and licence. If the package only names its licence, the text comes from one of `others` with the same licence.

        Raises NoLicence if there is no text.
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
    """The notice of the site engine's style sheets and their icons, to append to the others. Raises NoLicence."""
    found = distribution(ENGINE)
    text = found.read_text("licenses/LICENSE") or found.read_text("LICENSE") or ""
    icons = [Path(str(found.locate_file(f"material/templates/.icons/{name}/LICENSE"))).read_text(encoding="utf-8") for name in ICONS]
    library = BundledLibrary(
        ENGINE, found.version, "MIT", "", "https://squidfunk.github.io/mkdocs-material/", "\n".join([text, *icons]).strip()
    )
    return _RULE + "\n" + library.notice(())
