"""Make a pattern of several."""

from __future__ import annotations

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for several, in any capitals."""
    return re.compile(rf"(?:{'|'.join(patterns)})", re.IGNORECASE)
