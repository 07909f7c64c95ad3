"""Processor time and memory of this process and its children, and of a command, as far as the system reports them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

try:
    import resource
except ImportError:  # Windows does not have it
    resource = None  # type: ignore[assignment]

_UNIT = 1 if sys.platform == "darwin" else 1024
"""macOS counts memory in bytes, others in units of 1,024."""


@dataclass(frozen=True)
class ResourceUsage:
    """Processor seconds, and the peak memory of one process, in bytes."""

    cpu: float
    memory: float


def cpu_seconds() -> float:
    """Processor seconds of this process and of its ended children. On Windows, of this process alone."""
    return sum(os.times()[:4])


def peak_memory() -> float:
    """Peak memory of our processes, in MB. 0 where the system does not report it."""
    if not resource:
        return 0.0
    return round(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * _UNIT / 1_000_000, 1)


def can_measure() -> bool:
    """Whether the system reports the usage of a command."""
    return hasattr(os, "wait4")


def wait_and_measure(running: subprocess.Popen[bytes]) -> ResourceUsage:
    """Wait for a command to end. Returns its usage with that of its children. Only where `can_measure()`."""
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    return ResourceUsage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT)
