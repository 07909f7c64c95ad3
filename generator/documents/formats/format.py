"""What a format of a pack says of itself: one declaration for each, in the folder of the format.

Whatever lists formats walks `FORMATS`, and nothing else names one: the command, download lists, the cache, workers, the zip.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command loads this to say what there is, and must not wait for what makes it
    from jinja2 import Environment

    from generator.documents.packs.model import Pack
    from generator.knowledge.model import RecruitmentForm

    Maker = Callable[[Pack], bytes]
    """Makes the file of a pack. The same pack gives the same bytes."""


@dataclass(frozen=True)
class Materials:
    """What files are made with, besides the pack."""

    templates: Environment
    recruitment: RecruitmentForm | None
    """The form of the recruitment system, with its limits."""
    reference: bytes | None
    """A Word file whose look packs take on."""
    others: Callable[[Pack], Mapping[str, bytes]]
    """The pack in each format that goes into a zip of all, by suffix."""


def _nothing(_: Materials) -> None:
    """Nothing takes long to load."""


@dataclass(frozen=True)
class Format:
    """A form that a pack comes in."""

    suffix: str
    """The ending of its file, without the dot: small letters and figures."""
    label: str
    """What pages call it."""
    about: str
    """What it is for, in the list of downloads."""
    in_zip: tuple[str, str] | None
    """The name of its file in the zip of everything, and what the read-me file there says of it. None for what is not in it."""
    open: Callable[[Materials], Maker]
    """Loads what it takes, and gives what makes the file. Called once for many packs. Raises Stopped where nothing can be made."""
    libraries: tuple[str, ...] = ()
    """The Python packages whose version can change its bytes."""
    warm: Callable[[Materials], None] = _nothing
    """Loads what takes long, before processes are forked. It may start no thread: nothing could be forked any more. Raises Stopped."""
    versions: Callable[[], Mapping[str, str]] = dict
    """The versions of whatever else can change its bytes, by name."""
    compressed: bool = False
    """Whether its bytes are compressed already, so that an archive need not try."""
    fills_form: bool = False
    """Whether it follows the form of a recruitment system. It is made only where the data has one."""
    takes_look: bool = False
    """Whether it takes on the look of a Word file."""
    holds_others: bool = False
    """Whether it is made of the files of the other formats. It changes with them, and short lists leave it out."""
