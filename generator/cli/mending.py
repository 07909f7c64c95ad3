"""`check --fix`: show the replacements of the safe wording rules, and write them if the user agrees."""

from __future__ import annotations

import difflib
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.terminal import say

if TYPE_CHECKING:
    from generator.checks.wording.mending import Mended
    from generator.knowledge.library.library import Library


def mend_words(library: Library, yes: bool, today: date) -> bool:
    """Show the changes, and write them if `yes` is set or the user at the terminal agrees. Returns whether anything was written."""
    from generator.checks.wording import findings
    from generator.checks.wording.mending import mended
    from generator.knowledge.text.formatting import counted

    files = mended(findings(library, today))
    if not files:
        say("There is nothing that a safe rule can correct.\n")
        return False
    for file in files:
        say(_difference(file))
    count = sum(len(file.findings) for file in files)
    words = f"{counted(count, 'change')} in {counted(len(files), 'file')}"
    if not (yes or _agreed(words)):
        say(f"Nothing was written. Not made: {words}.\n")
        return False
    for file in files:
        _write(file)
    say(f"Written: {words}.\n")
    return True


def _agreed(words: str) -> bool:
    """Whether the user at the terminal agrees. Without a terminal the answer is no, and a hint names `--yes`."""
    if not sys.stdin.isatty():
        say("Add --yes to write these changes.")
        return False
    sys.stdout.write(f"Write {words}? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _difference(file: Mended) -> str:
    lines = difflib.unified_diff(file.before, file.after, file.file, file.file, n=1, lineterm="")
    return "\n".join(lines) + "\n"


def _write(file: Mended) -> None:
    """Write the new text with the file's own line endings, and with a byte order mark if it had one."""
    from generator.machine.atomic_write import write_whole

    path = Path.cwd() / file.file
    old = path.read_bytes()
    ends = "\r\n" if b"\r\n" in old else "\n"
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    write_whole(path, mark + ends.join(file.after).encode())
