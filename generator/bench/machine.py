"""A description of the machine on which figures were measured."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass


@dataclass(frozen=True)
class Machine:
    """What a figure depends on besides the program. `load` is how many processes wanted a core in the last minute."""

    system: str
    python: str
    cores: int
    load: float
    weasyprint: str


def machine() -> Machine:
    """This machine, now."""
    from importlib.metadata import version  # imported late: every command loads this module

    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return Machine(f"{platform.system()} {platform.machine()}", platform.python_version(), os.cpu_count() or 1, load, version("weasyprint"))
