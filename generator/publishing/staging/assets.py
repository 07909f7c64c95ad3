"""The style sheet, the scripts and the fonts that pages load, bundled by esbuild from `templates/` and npm libraries."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.machine.atomic_write import remove
from generator.machine.ordinary_files import read_file
from generator.machine.shipped import HOME, TEMPLATES
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.disk.cache import digest_of
from generator.publishing.disk.files import write_whole
from generator.publishing.staging.notices import NOTICES_FILE, NoLicence, notices

BUNDLED_LIBRARIES = HOME / "node_modules"
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

IN_PACKS = "source-sans"
"""The library that pages do not load, but that packs carry: their typeface."""


def bundled(out: Path) -> Path:
    """The folder that holds what pages load: inside an installed package, or `out`, brought up to date."""
    shipped = HOME / "assets"
    if not shipped.is_dir():
        bundle(out)
    return shipped if shipped.is_dir() else out


def bundle(out: Path) -> None:
    """Make `fingerpost.css`, `fingerpost.js`, `find.js`, `fonts/` and the notices of the libraries in `out`, unless nothing they come from
    has changed.

    The scripts are classic ones, without modules, because modules do not load from `file://`.
    Raises Stopped where the libraries are missing, esbuild finds a mistake, or a library comes without a licence.
    """
    stamp = out.with_name(f"{out.name}.stamp")
    made_from = _digest()
    if out.is_dir() and _stamped(stamp) == made_from + digest_of([out]).hex():
        return
    needed = json.loads((HOME / "package.json").read_bytes())["dependencies"]
    ours = BUNDLED_LIBRARIES / "@esbuild"
    programs = sorted(ours.glob("*/bin/esbuild")) + sorted(ours.glob("*/esbuild.exe"))
    if not programs or not all((BUNDLED_LIBRARIES / name).is_dir() for name in needed):
        raise _stopped("package.json", "the libraries for the browser are not installed. Run `make site`, and try again")
    remove(stamp)  # a bundle that is killed half way must not pass for the last whole one
    remove(out)
    files = _esbuild(programs[0], out)
    shutil.copyfile(BUNDLED_LIBRARIES / FONT_LICENCE, out / "fonts" / "LICENCE.txt")
    try:
        write_whole(out / NOTICES_FILE, notices([*files, BUNDLED_LIBRARIES / IN_PACKS / "package.json"]).encode())
    except NoLicence as error:
        raise _stopped("package.json", str(error)) from error
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
    for path in [*ours, HOME / "package-lock.json", *(Path(__file__).resolve().with_name(name) for name in ("assets.py", "notices.py"))]:
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _esbuild(program: Path, out: Path) -> Sequence[Path]:
    """Run esbuild, which is a program of its own and needs no Node.js. Returns every file that it took in."""
    with tempfile.TemporaryDirectory() as scratch:
        told = Path(scratch, "taken-in.json")
        command = [
            str(program), *(str(TEMPLATES / entry) for entry in ENTRIES),
            "--bundle", "--minify", "--format=iife", f"--target={TARGETS}", "--charset=utf8", "--legal-comments=none",
            "--tsconfig-raw={}",  # tsconfig.json is for the checker of types: a site must not depend on whether it is there
            "--entry-names=[name]", "--asset-names=fonts/[name]", "--loader:.woff2=file", "--log-level=error",
            f"--metafile={told}", f"--outdir={out}",
        ]  # fmt: skip
        ran = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", errors="replace", check=False)
        if ran.returncode:
            said = [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]
            raise _stopped("templates/browser", said[0] if said else "esbuild gave no reason")
        return [HOME / name for name in json.loads(told.read_bytes())["inputs"]]


def _stopped(place: str, reason: str) -> Stopped:
    return Stopped(Report([rule("engine-failed").at(Place(place), reason=reason)]))
