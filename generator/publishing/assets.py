"""The style sheet, the scripts and the fonts that pages load, bundled by esbuild from `templates/` and npm libraries."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.documents.shipped import HOME, TEMPLATES
from generator.knowledge.files import read_file
from generator.knowledge.writing import remove
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.memory import digest_of
from generator.publishing.staging import write_whole

LIBRARIES = HOME / "node_modules"
ENTRIES = (
    "browser/fingerpost.js",
    "browser/find.js",
    "browser/shortlist.js",
    "browser/handout.js",
    "browser/tailor.js",
    "browser/who-can-help.js",
    "browser/plan-a-team.js",
    "browser/print.js",
    "browser/service-worker.js",
    "styles/fingerpost.css",
    "styles/tailor.css",
)
"""What pages load. Each takes in the files it imports."""

TARGETS = "es2020,chrome87,edge88,firefox78,safari14.1"
"""Browsers that a locked-down work computer may still have."""

FONT_LICENCE = "@fontsource-variable/public-sans/LICENSE"


def bundled(out: Path) -> Path:
    """The folder that holds what pages load: inside an installed package, or `out`, brought up to date."""
    shipped = HOME / "assets"
    if not shipped.is_dir():
        bundle(out)
    return shipped if shipped.is_dir() else out


def bundle(out: Path) -> None:
    """Make `fingerpost.css`, `fingerpost.js`, `find.js` and `fonts/` in `out`, unless nothing they come from has changed.

    The scripts are classic ones, without modules, because modules do not load from `file://`.
    Raises Stopped where the libraries are missing or esbuild finds a mistake.
    """
    stamp = out.with_name(f"{out.name}.stamp")
    made_from = _digest()
    if out.is_dir() and _stamped(stamp) == made_from + digest_of([out]).hex():
        return
    if not all((LIBRARIES / name).is_dir() for name in json.loads((HOME / "package.json").read_bytes())["dependencies"]):
        raise _stopped("package.json", "the libraries for the browser are not installed. Run `make site`, or `npm ci`, and try again")
    remove(stamp)  # a bundle that is killed half way must not pass for the last whole one
    remove(out)
    _esbuild(out)
    shutil.copyfile(LIBRARIES / FONT_LICENCE, out / "fonts" / "LICENCE.txt")
    write_whole(stamp, (made_from + digest_of([out]).hex()).encode())


def _stamped(stamp: Path) -> str:
    """What the bundle was made from, and its own digest: no file of it is used that somebody changed. Empty where nothing is known."""
    try:
        return read_file(stamp).decode("ascii", "replace")
    except OSError:
        return ""


def _digest() -> str:
    """Everything that the bundle comes from: our files, and the locked versions of the libraries."""
    digest = hashlib.sha256(TARGETS.encode())
    ours = [p for folder in ("browser", "styles") for p in sorted((TEMPLATES / folder).rglob("*")) if p.is_file()]
    for path in [*ours, HOME / "package-lock.json", Path(__file__).resolve()]:
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _esbuild(out: Path) -> None:
    command = [
        str(LIBRARIES / ".bin" / "esbuild"), *(str(TEMPLATES / entry) for entry in ENTRIES),
        "--bundle", "--minify", "--format=iife", f"--target={TARGETS}", "--charset=utf8", "--legal-comments=none",
        "--entry-names=[name]", "--asset-names=fonts/[name]", "--loader:.woff2=file", "--log-level=error", f"--outdir={out}",
    ]  # fmt: skip
    # Where the machine has no Node.js of its own, it stands beside Python.
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    ran = subprocess.run(command, cwd=HOME, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False)
    if ran.returncode:
        said = [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]
        raise _stopped("templates/browser", said[0] if said else "esbuild gave no reason")


def _stopped(place: str, reason: str) -> Stopped:
    return Stopped(Report([rule("engine-failed").at(Place(place), reason=reason)]))
