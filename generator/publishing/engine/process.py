"""The site engine: MkDocs, told where the staged pages and the theme are, whatever folder it is run for."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import PIPE, STDOUT, Popen, TimeoutExpired
from typing import Any
from urllib.parse import urlsplit

import yaml

from generator.knowledge.text.placeholders import LEADS_NOWHERE
from generator.machine.atomic_write import replace_file
from generator.machine.ordinary_files import read_file, real
from generator.machine.processes import inherited
from generator.machine.shipped import CODE
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.disk.folders import Folders

_OUR_HOOKS = ("mkdocs_hook.py", "mkdocs_tidy.py", "mkdocs_memory.py")
"""Our own hooks. A project that is not a clone of Fingerpost names them too, and they are in the installed package then."""

_LONGEST = 3600.0
"""Seconds that the engine may take. 10,000 services take it half a minute; one that hangs would keep the build, and the next, for ever."""


class _Lenient(yaml.SafeLoader):
    """Reads past the tags that MkDocs knows and we need not, such as `!ENV`."""


_Lenient.add_multi_constructor("", lambda *_: None)


_ENGINE = """
import sys
sys.path.append(sys.argv.pop(1))
from generator.machine.processes import end_with_parent
end_with_parent(int(sys.argv.pop(1)))
import material, mkdocs.commands.build, mkdocs.theme, pymdownx.superfences
from mkdocs.__main__ import cli
if sys.stdin.readline():
    cli()
"""
"""MkDocs, which is loaded while the pages are being made, and begins when it is told so. It ends with the build that started it."""


class Engine:
    """MkDocs, ready to make a site of what is staged."""

    def __init__(self, process: Popen[str], folders: Folders, config: Path) -> None:
        """Give a process its settings in the file `config`."""
        self._process, self._folders, self._config = process, folders, config
        """Where the site will be published, once its settings are known."""

    def begin(self, address: str) -> None:
        """Let it begin to make the site that will be published at `address`. Raises Stopped where its settings cannot be read."""
        replace_file(self._config, json.dumps(_settings(self._folders, address), indent=1).encode())
        if self._process.stdin:
            with suppress(BrokenPipeError):  # it is no more, and `wait` tells what it said
                self._process.stdin.write("begin\n")
                self._process.stdin.flush()

    def wait(self, longest: float = _LONGEST) -> None:
        """Wait until the site is made. Raises Stopped with its own words where it fails, or after `longest` seconds."""
        try:
            said, _ = self._process.communicate(timeout=longest)
        except TimeoutExpired:
            raise stopped(f"it had not ended after {longest / 60:.0f} minutes") from None
        if self._process.returncode:
            lines = [line for line in said.splitlines() if line.strip()]
            raise stopped(lines[-1] if lines else "no reason given")


@contextmanager
def engine(folders: Folders, out: Path, keep: tuple[int, ...] = ()) -> Iterator[Engine]:
    """Get MkDocs ready to make `out` of what will be staged. Files in `keep` stay open in it."""
    config = folders.project / "build" / "mkdocs.yml"
    # -P: a file of the project called yaml.py is not Python's yaml.
    ours = [str(CODE.parent), str(os.getpid())]
    command = [sys.executable, "-P", "-c", _ENGINE, *ours, "build", "--quiet", "--site-dir", str(out), "--config-file", str(config)]
    told = {
        "FINGERPOST_STAGED": "1",
        "FINGERPOST_PUBLISHED": str(real(folders.out)),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    with Popen(
        command, cwd=folders.project, env={**os.environ, **told}, pass_fds=inherited(keep), stdin=PIPE, stdout=PIPE, stderr=STDOUT,
        encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        try:
            yield Engine(process, folders, config)
        finally:
            process.kill()
            process.wait()  # what it was writing into is to be removed next


def stopped(reason: str) -> Stopped:
    """The engine could not do its work."""
    return Stopped(Report([rule("engine-failed").at(Place("mkdocs.yml"), reason=reason.rstrip("."))]))


def site_url(address: str) -> dict[str, str]:
    """What MkDocs is told of where the site will be published: 404.html, which is shown at any address, needs the path before its links.

    A stand-in without a path tells nothing, and search engines must not be sent to it.
    """
    return {} if LEADS_NOWHERE.search(address) and not urlsplit(address).path.strip("/") else {"site_url": f"{address.rstrip('/')}/"}


def _settings(folders: Folders, address: str) -> dict[str, Any]:
    """The project's own settings, with every folder as a whole path. JSON is YAML too."""
    own = folders.project / "mkdocs.yml"
    return {
        "INHERIT": str(own),
        "docs_dir": str(folders.staged),
        "theme": {"custom_dir": str(folders.theme)},
        "hooks": [str(hook) for hook in _hooks(own)],
        **site_url(address),
    }


def _words(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else str(error)
    return " ".join((said or type(error).__name__).split())


def _hooks(own: Path) -> list[Path]:
    """The hooks that the project names, ours from where we are."""
    try:
        settings = yaml.load(read_file(own), _Lenient)  # noqa: S506 it is a SafeLoader
    except FileNotFoundError:
        raise stopped("there is no mkdocs.yml in this folder. `fingerpost new area` writes one") from None
    except (OSError, yaml.YAMLError) as error:
        raise stopped(f"mkdocs.yml cannot be read: {_words(error)}") from error
    named = settings.get("hooks") or [] if isinstance(settings, dict) else []
    return [_hook(own, Path(str(name))) for name in named]


def _hook(own: Path, named: Path) -> Path:
    return CODE / "publishing" / named.name if named.name in _OUR_HOOKS else own.parent / named
