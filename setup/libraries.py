"""Fetches the libraries for the browser and esbuild into node_modules/, without Node.js: esbuild is a program of its own.

    python setup/libraries.py

The packages are those that package-lock.json has for this machine, less the ones for development. Each is held against the hash there,
so that it does not matter who sends it. They come from npm's registry, or from the one that npm is told to use: by npm_config_registry in
the surroundings, by .npmrc here or by .npmrc at home, where a token for it may stand too.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import platform
import re
import shutil
import ssl
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from io import BytesIO
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError
from urllib.request import Request, urlopen

PROJECT = Path(__file__).resolve().parents[1]
REGISTRY = "https://registry.npmjs.org"
PREFIX = "npm_config_"
"""What npm's settings are called in the surroundings, in capitals or not."""

SYSTEMS = {"win32": "win32", "darwin": "darwin"}
CHIPS = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64", "i686": "ia32", "armv7l": "arm"}
"""Node.js's names for the chips, by those of Python. The others are called the same."""

TRIES = 3
SECONDS = 60
"""How long a registry may be silent."""


class NotFetched(Exception):
    """A package could not be had. The message says why, and what to do."""


@dataclass(frozen=True)
class Package:
    """One entry of package-lock.json: the folder it goes into, its version and the hash of its archive, as `sha512-…` in Base64."""

    folder: str
    version: str
    integrity: str

    @property
    def name(self) -> str:
        """As it is called on the registry, such as `@esbuild/linux-x64`."""
        return self.folder.rpartition("node_modules/")[2]

    def address(self, registry: str) -> str:
        """Where every registry of npm’s kind has the archive."""
        return f"{registry}/{self.name}/-/{self.name.rpartition('/')[2]}-{self.version}.tgz"


def wanted(lock: Mapping[str, Mapping[str, object]], system: str, chip: str) -> Iterator[Package]:
    """The packages of a lock file that a machine needs for the site. `system` and `chip` are in Node.js’s words."""
    for folder, entry in lock.items():
        fits = all(here in entry.get(field, [here]) for field, here in (("os", system), ("cpu", chip)))  # type: ignore[operator]
        if folder and fits and not entry.get("dev"):
            yield Package(folder, str(entry["version"]), str(entry["integrity"]))


def settings() -> dict[str, str]:
    """What npm is told: at home, in the project, and in the surroundings, where the later wins. `${NAME}` is a variable there."""
    found: dict[str, str] = {}
    for path in (Path(os.environ.get("NPM_CONFIG_USERCONFIG") or Path.home() / ".npmrc"), PROJECT / ".npmrc"):
        with suppress(OSError):
            found |= dict(re.findall(r"(?m)^[ \t]*([^#;=\s]+)[ \t]*=[ \t]*(.*?)[ \t]*$", path.read_text(encoding="utf-8")))
    found |= {name.lower()[len(PREFIX) :]: value for name, value in os.environ.items() if name.lower().startswith(PREFIX)}
    return {name: re.sub(r"\$\{(\w+)\}", lambda m: os.environ.get(m[1], ""), value.strip("\"'")) for name, value in found.items()}


def request(address: str, registry: str, told: Mapping[str, str]) -> Request:
    """A request with the token that npm’s settings have for a registry. No other host is sent it on a redirection."""
    asked = Request(address)  # noqa: S310 (the address is a setting of the user's own)
    if token := told.get(f"{registry.partition(':')[2]}/:_authToken"):
        asked.add_unredirected_header("Authorization", f"Bearer {token}")
    return asked


def certificates(told: Mapping[str, str]) -> ssl.SSLContext:
    """The authorities that this machine trusts, those that pip trusts, and those that npm and Node.js are told of."""
    context = ssl.create_default_context()
    with suppress(ImportError):
        import certifi

        context.load_verify_locations(certifi.where())
    for more in (told.get("cafile"), os.environ.get("NODE_EXTRA_CA_CERTS")):
        if more:
            with suppress(OSError):
                context.load_verify_locations(more)
    return context


def fetch(package: Package, registry: str, told: Mapping[str, str], context: ssl.SSLContext) -> bytes:
    """The archive of a package. Raises NotFetched."""
    for left in reversed(range(TRIES)):
        try:
            with urlopen(request(package.address(registry), registry, told), timeout=SECONDS, context=context) as answer:  # noqa: S310
                content: bytes = answer.read()
                break
        except (OSError, HTTPException, ValueError) as error:  # no connection; an answer cut short; no address
            if not left or isinstance(error, ValueError) or (isinstance(error, HTTPError) and error.code < 500):
                reason = getattr(error, "reason", None) or error
                raise NotFetched(f"{package.name} {package.version} could not be fetched from {registry} ({reason}).") from error
            time.sleep(1)
    kind, _, expected = package.integrity.partition("-")
    if base64.b64encode(hashlib.new(kind, content).digest()).decode() != expected:
        raise NotFetched(f"{registry} sent another {package.name} {package.version} than package-lock.json knows.")
    return content


def unpack(archive: bytes, folder: Path) -> None:
    """Put the files of a package into a new folder. The first part of each path is the archive’s own; links are left out, as by npm."""
    with tarfile.open(fileobj=BytesIO(archive), mode="r:gz") as inside:
        for member in inside:
            parts = PurePosixPath(member.name).parts[1:]
            content = inside.extractfile(member) if member.isfile() else None
            if content and parts and ".." not in parts:
                path = folder.joinpath(*parts)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())
                path.chmod(0o755 if member.mode & 0o111 else 0o644)


def place(archive: bytes, folder: Path) -> None:
    """Put a package where it belongs in one step, in place of what is there: a fetch that is killed leaves no half of one."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".fetched-", dir=folder.parent) as made:
        unpack(archive, Path(made, "new"))
        if folder.exists():
            folder.rename(Path(made, "old"))
        Path(made, "new").rename(folder)


def main() -> None:
    """Fetch all, several at once."""
    lock = json.loads((PROJECT / "package-lock.json").read_bytes())["packages"]
    machine = platform.machine().lower()
    packages = list(wanted(lock, SYSTEMS.get(sys.platform, sys.platform), CHIPS.get(machine, machine)))
    told = settings()
    registry, context = told.get("registry", REGISTRY).rstrip("/"), certificates(told)
    try:
        with ThreadPoolExecutor(4) as several:
            archives = list(several.map(lambda package: fetch(package, registry, told, context), packages))
        for stale in (PROJECT / "node_modules").glob("**/.fetched-*"):
            shutil.rmtree(stale, ignore_errors=True)
        for package, archive in zip(packages, archives, strict=True):
            place(archive, PROJECT / package.folder)
    except NotFetched as error:
        sys.exit(f"{error} See that this machine has a connection, and that npm’s registry is set right, and run make again.")
    except OSError as error:
        sys.exit(f"node_modules cannot be written ({error.strerror}: {error.filename}). See that the folder is yours, and run make again.")


if __name__ == "__main__":
    main()
