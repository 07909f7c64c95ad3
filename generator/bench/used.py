"""What this process and its children have taken of the processor and of memory, and what a command took, as far as the system says."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

try:
    import resource
except ImportError:  # Windows, which does not say it in this way
    resource = None  # type: ignore[assignment]

_UNIT = 1 if sys.platform == "darwin" else 1024
"""macOS counts memory in bytes, others in units of 1,024."""


@dataclass(frozen=True)
class Used:
    """Seconds of the processor, and the most memory of one process, in bytes."""

    cpu: float
    memory: float


def cpu_seconds() -> float:
    """Seconds of processor time of this process and of all its children that have ended. On Windows, of this process alone."""
    return sum(os.times()[:4])


def most_memory() -> float:
    """The most memory that a process of ours had, in MB. 0 where the system does not say."""
    if not resource:
        return 0.0
    return round(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * _UNIT / 1_000_000, 1)


def can_measure() -> bool:
    """Whether the system says what a command took."""
    return hasattr(os, "wait4")


def wait_and_measure(running: subprocess.Popen[bytes]) -> Used:
    """Wait until a command ends, and say what it took with all its children. Only where it can be measured."""
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    return Used(used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT)
