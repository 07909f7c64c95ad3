"""Standard input, output and errors as a command may find them: closed, full, or with nobody at the other end."""

from __future__ import annotations

import os
import sys

IN, OUT, ERR = 0, 1, 2

CLOSED = "Standard output is closed, so nothing could be said, and nothing was done. Add ‘> FILE’ to the command, or ‘> /dev/null’."


class NotSaid(Exception):
    """Standard output takes no more. Its cause is what the system says."""


def prepare() -> bool:
    """Make the three streams fit to use. Returns whether there is a standard output.

    Where one is closed, the next file that is opened takes its number, and a library that writes its warnings to standard errors would
    write into that file. So an empty one takes its place.
    """
    closed = [number for number in (IN, OUT, ERR) if not _is_open(number)]
    for _ in closed:
        os.open(os.devnull, os.O_RDWR)  # it gets the lowest number that is free
    sys.stdin = sys.stdin or open(IN, closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(OUT, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(ERR, "w", closefd=False)  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return OUT not in closed


def complain(words: str) -> None:
    """Say something on standard errors, if anything can be said there."""
    try:
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()
    except OSError:
        _give_up(ERR)


def give_up_output() -> None:
    """Let what is still to be written to standard output go nowhere."""
    _give_up(OUT)


def _give_up(number: int) -> None:
    """Python would try again at its end and complain; since 3.13 it would end with 120, whatever the command found."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
