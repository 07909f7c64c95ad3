"""Standard input, output and error: handling of streams that are closed, full, or have no reader."""

from __future__ import annotations

import os
import sys

IN, OUT, ERR = 0, 1, 2

CLOSED = "Standard output is closed, so nothing was done. Add ‘> FILE’ to the command, or ‘> /dev/null’."


class NotSaid(Exception):
    """Standard output could not be written. Its `__cause__` is the OSError."""


def prepare() -> bool:
    """Open the standard streams that are closed. Returns whether standard output was open.

    The next file to be opened would get the number of a closed stream, and a library that writes warnings to standard error would
    write into that file. So the null device takes the number.
    """
    closed = [number for number in (IN, OUT, ERR) if not _is_open(number)]
    for _ in closed:
        os.open(os.devnull, os.O_RDWR)  # gets the lowest free number
    sys.stdin = sys.stdin or open(IN, closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(OUT, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(ERR, "w", closefd=False)  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return OUT not in closed


def complain(words: str) -> None:
    """Write to standard error, if that is possible."""
    try:
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()
    except OSError:
        _give_up(ERR)


def give_up_output() -> None:
    """Discard what is still to be written to standard output."""
    _give_up(OUT)


def _give_up(number: int) -> None:
    """Redirect a stream to the null device. Otherwise Python would flush it again at exit and, since 3.13, exit with 120."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, number)
    os.close(null)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
