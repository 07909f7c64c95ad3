"""Run the site engine, MkDocs, in a process of its own, on the staged pages and the theme."""

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
"""Our hooks. A project that is not a clone of Fingerpost names them too, and then they are in the installed package."""

_TIMEOUT = 3600.0
"""Timeout of the engine in seconds. 10,000 services take half a minute; an engine that hangs would block this build and the next."""


class _Lenient(yaml.SafeLoader):
    """Ignores tags that MkDocs knows and we do not need, such as `!ENV`."""


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
"""The program that runs MkDocs: it imports MkDocs while the pages are being made, and starts when a line arrives on standard input.

It ends with the build that started it.
"""


class Engine:
    """A process with MkDocs loaded, ready to build the staged site."""

    def __init__(self, process: Popen[str], folders: Folders, config: Path) -> None:
        """`config` is the file to which the settings of MkDocs are written."""
        self._process, self._folders, self._config = process, folders, config
        """Where the site will be published, once its settings are known."""

    def begin(self, address: str) -> None:
        """Start building the site that will be published at `address`. Raises Stopped if `mkdocs.yml` cannot be read."""
        replace_file(self._config, json.dumps(_settings(self._folders, address), indent=1).encode())
        if self._process.stdin:
            with suppress(BrokenPipeError):  # it has ended, and `wait` reports its output
                self._process.stdin.write("begin\n")
                self._process.stdin.flush()

    def wait(self, longest: float = _TIMEOUT) -> None:
        """Wait until the site is built. Raises Stopped with the last line of its output if it fails, or after `longest` seconds."""
        try:
            output, _ = self._process.communicate(timeout=longest)
        except TimeoutExpired:
            raise stopped(f"it had not ended after {longest / 60:.0f} minutes") from None
        if self._process.returncode:
            lines = [line for line in output.splitlines() if line.strip()]
            raise stopped(lines[-1] if lines else "no reason given")


@contextmanager
def engine(folders: Folders, out: Path, keep: tuple[int, ...] = ()) -> Iterator[Engine]:
    """Start MkDocs, ready to build `out` from what will be staged. It inherits the file descriptors in `keep`."""
    config = folders.project / "build" / "mkdocs.yml"
    # -P: a yaml.py in the project must not be imported in place of the library.
    ours = [str(CODE.parent), str(os.getpid())]
    command = [sys.executable, "-P", "-c", _ENGINE, *ours, "build", "--quiet", "--site-dir", str(out), "--config-file", str(config)]
    variables = {
        "FINGERPOST_STAGED": "1",
        "FINGERPOST_PUBLISHED": str(real(folders.out)),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    with Popen(
        command, cwd=folders.project, env={**os.environ, **variables}, pass_fds=inherited(keep), stdin=PIPE, stdout=PIPE, stderr=STDOUT,
        encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        try:
            yield Engine(process, folders, config)
        finally:
            process.kill()
            process.wait()  # the folder that it writes into is removed next


def stopped(reason: str) -> Stopped:
    """The problem of an engine that failed."""
    return Stopped(Report([rule("engine-failed").at(Place("mkdocs.yml"), reason=reason.rstrip("."))]))


def site_url(address: str) -> dict[str, str]:
    """The `site_url` setting of MkDocs. 404.html, which is shown at any address, needs its path before links.

    A placeholder address without a path gives no setting: search engines must not be sent to it.
    """
    return {} if LEADS_NOWHERE.search(address) and not urlsplit(address).path.strip("/") else {"site_url": f"{address.rstrip('/')}/"}


def _settings(folders: Folders, address: str) -> dict[str, Any]:
    """The project's own settings, with every folder as an absolute path. JSON is YAML too."""
    own = folders.project / "mkdocs.yml"
    return {
        "INHERIT": str(own),
        "docs_dir": str(folders.staged),
        "theme": {"custom_dir": str(folders.theme)},
        "hooks": [str(hook) for hook in _hooks(own)],
        **site_url(address),
    }


def _one_line(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return " ".join((reason or type(error).__name__).split())


def _hooks(own: Path) -> list[Path]:
    """The hooks that the project names; ours are taken from this package. Raises Stopped if `mkdocs.yml` cannot be read."""
    try:
        settings = yaml.load(read_file(own), _Lenient)  # noqa: S506 it is a SafeLoader
    except FileNotFoundError:
        raise stopped("there is no mkdocs.yml in this folder. `fingerpost new area` writes one") from None
    except (OSError, yaml.YAMLError) as error:
        raise stopped(f"mkdocs.yml cannot be read: {_one_line(error)}") from error
    named = settings.get("hooks") or [] if isinstance(settings, dict) else []
    return [_hook(own, Path(str(name))) for name in named]


def _hook(own: Path, named: Path) -> Path:
    return CODE / "publishing" / named.name if named.name in _OUR_HOOKS else own.parent / named
