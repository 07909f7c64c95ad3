"""Bundle the style sheets, scripts and fonts that pages load, with esbuild, from `templates/` and npm libraries."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.documents.page_kinds import PAGE_KINDS
from generator.machine.atomic_write import remove
from generator.machine.ordinary_files import read_file
from generator.machine.shipped import HOME, TEMPLATES
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.disk.cache import digest_of
from generator.publishing.disk.files import write_whole
from generator.publishing.staging.notices import NOTICES_FILE, NoLicence, notices
from generator.publishing.staging.typeface import PARTED, part_typeface

BUNDLED_LIBRARIES = HOME / "node_modules"
ENTRIES = (
    "browser/fingerpost.js",
    "browser/service-worker.js",
    "browser/bring.js",
    *dict.fromkeys(f"browser/{name}.js" for kind in PAGE_KINDS.values() for name in (kind.script, kind.on_demand) if name),
    "styles/fingerpost.css",
    *dict.fromkeys(f"styles/{name}.css" for kind in PAGE_KINDS.values() for name in (kind.style, kind.on_demand) if name),
)
"""Entry points of the bundle: one file each, with everything it imports."""

TARGETS = "es2020,chrome87,edge88,firefox78,safari14.1"
"""The oldest browsers to support: a locked-down work computer may still have them."""

TYPEFACE = "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2"
FONT_LICENCE = "@fontsource-variable/public-sans/LICENSE"

IN_PACKS = "source-sans"
"""The library with the typeface of packs, which pages do not load."""


def bundled(out: Path) -> Path:
    """The folder with the bundle: inside an installed package, or else `out`, brought up to date. Raises Stopped."""
    shipped = HOME / "assets"
    if not shipped.is_dir():
        bundle(out)
    return shipped if shipped.is_dir() else out


def bundle(out: Path) -> None:
    """Build the scripts, style sheets, `fonts/` and the notices of the libraries in `out`, unless their sources are unchanged.

    The scripts are classic scripts, because modules do not load from `file://`.
    Raises Stopped if the libraries are not installed, esbuild reports a mistake, or a library comes without a licence.
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
    remove(stamp)  # an incomplete bundle of a killed build must not count as up to date
    remove(out)
    files = _esbuild(programs[0], out)
    part_typeface(out / "fingerpost.css", BUNDLED_LIBRARIES / TYPEFACE)
    shutil.copyfile(BUNDLED_LIBRARIES / FONT_LICENCE, out / "fonts" / "LICENCE.txt")
    try:
        write_whole(out / NOTICES_FILE, notices([*files, BUNDLED_LIBRARIES / IN_PACKS / "package.json"]).encode())
    except NoLicence as error:
        raise _stopped("package.json", str(error)) from error
    write_whole(stamp, (made_from + digest_of([out]).hex()).encode())


def _stamped(stamp: Path) -> str:
    """The digests of the bundle's sources and of the bundle, so that a changed file in it is noticed. Empty if there is no stamp."""
    try:
        return read_file(stamp).decode("ascii", "replace")
    except OSError:
        return ""


def _digest() -> str:
    """A digest of the bundle's sources: our files, and the locked versions of the libraries."""
    digest = hashlib.sha256(f"{TARGETS} {ENTRIES}".encode())
    ours = [p for folder in ("browser", "styles") for p in sorted((TEMPLATES / folder).rglob("*")) if p.is_file()]
    makers = [Path(__file__).resolve().with_name(f"{name}.py") for name in ("assets", "notices", "typeface")]
    for path in [*ours, HOME / "package-lock.json", *makers]:
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _esbuild(program: Path, out: Path) -> Sequence[Path]:
    """Run esbuild, which needs no Node.js. Returns the paths of all files that it bundled. Raises Stopped."""
    with tempfile.TemporaryDirectory() as scratch:
        metafile = Path(scratch, "taken-in.json")
        command = [
            str(program), *(str(TEMPLATES / entry) for entry in ENTRIES),
            "--bundle", "--minify", "--format=iife", f"--target={TARGETS}", "--charset=utf8", "--legal-comments=none",
            "--tsconfig-raw={}",  # tsconfig.json is for type checking only: the site must not depend on it
            "--entry-names=[name]", "--asset-names=fonts/[name]", "--loader:.woff2=file", f"--external:{PARTED}*",
            "--log-level=error",
            f"--metafile={metafile}", f"--outdir={out}",
        ]  # fmt: skip
        ran = subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", errors="replace", check=False)
        if ran.returncode:
            messages = [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]
            raise _stopped("templates/browser", messages[0] if messages else "esbuild gave no reason")
        return [HOME / name for name in json.loads(metafile.read_bytes())["inputs"]]


def _stopped(place: str, reason: str) -> Stopped:
    return Stopped(Report([rule("engine-failed").at(Place(place), reason=reason)]))
