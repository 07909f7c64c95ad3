"""Logos that networks name or bring: read, held to limits, and written anew, so that nothing but the picture is left of the file."""

from __future__ import annotations

import base64
import binascii
import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.knowledge.model import Network
from generator.knowledge.model.logos import LONGEST_CONTENT, Logo
from generator.knowledge.reading.document import Document
from generator.problems import Problem, rule

if TYPE_CHECKING:
    from PIL import Image

LARGEST_LOGO = 5_000_000
"""Bytes of a file that is read, here and on the page that makes a pack."""

LARGEST_SIDE = 4_000
"""Pixels of a side of a picture that is unpacked: 64 MB at most."""

FITS = (720, 300)
"""Pixels that it is scaled down to: 61 by 25 mm on the cover, at 300 to an inch."""

SMALLEST_SIDE = 16
"""Pixels of a side once it is scaled down. In a smaller picture nothing can be made out."""

_KEPT = LONGEST_CONTENT // 4 * 3


class _Refused(Exception):  # it is not our error: a problem is made of it
    """A picture that is not taken: the rule, and what it says."""

    def __init__(self, code: str, **gaps: object) -> None:
        super().__init__(code)
        self.code, self.gaps = code, gaps


def with_clean_logo(network: Network, document: Document, folder: Path) -> tuple[Network, list[Problem]]:
    """The network with its logo read from `folder` and made clean, or why that cannot be."""
    logo = network.logo
    if logo is None:
        return network, []
    try:
        content = base64.b64encode(clean_picture(_bytes(logo, folder))).decode()
    except _Refused as refused:
        place = document.place("logo", "file" if logo.file else "content") if logo.file or logo.content else document.place("logo")
        return network, [rule(refused.code).at(place, **refused.gaps)]
    return network.model_copy(update={"logo": Logo(content=content, text=logo.text)}), []


def _bytes(logo: Logo, folder: Path) -> bytes:
    if (logo.file is None) == (logo.content is None):
        raise _Refused("logo-unreadable", reason="it must have either `file` or `content`")
    if logo.file is None:
        try:
            return base64.b64decode(logo.content or "", validate=True)
        except binascii.Error:
            raise _Refused("logo-unreadable", reason="it was cut off or changed") from None
    path = folder / logo.file
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve()) or not path.is_file():
            raise _Refused("logo-missing", file=logo.file)
        if path.stat().st_size > LARGEST_LOGO:
            raise _Refused("logo-too-large", size=f"{path.stat().st_size / 1e6:.1f} MB", limit=f"{LARGEST_LOGO // 10**6} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise _Refused("logo-missing", file=logo.file) from None
    except OSError as error:
        raise _Refused("logo-unreadable", reason=error.strerror or "no reason given") from None


def clean_picture(content: bytes) -> bytes:
    """A PNG or JPEG written anew from its pixels alone, no larger than the cover needs."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of sizes, which are looked at here
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
                _check_sides(*picture.size)
                photo = picture.format == "JPEG"
                made = _written(ImageOps.exif_transpose(picture), photo=photo)
    except _Refused:
        raise
    except Exception as error:  # a broken file can raise anything in Pillow: SyntaxError, ValueError, OSError, struct.error
        reason = "it is damaged" if content.startswith((b"\x89PNG", b"\xff\xd8")) else "it is neither PNG nor JPEG"
        raise _Refused("logo-unreadable", reason=reason) from error
    if len(made) > _KEPT:
        raise _Refused("logo-too-large", size=f"{len(made) / 1000:.0f} kB on the cover", limit=f"{_KEPT // 1000} kB")
    return made


def _check_sides(width: int, height: int) -> None:
    if max(width, height) > LARGEST_SIDE:
        raise _Refused("logo-too-large", size=f"{width:,} by {height:,} pixels", limit=f"{LARGEST_SIDE:,} pixels a side")


def _written(picture: Image.Image, *, photo: bool) -> bytes:
    from PIL import Image

    if picture.mode.startswith("I"):  # 16 bits of grey, of which Pillow would make white
        picture = picture.convert("I").point(lambda grey: grey / 256).convert("L")
    clear = not photo and (picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info)
    plain = picture.convert("RGBA" if clear else "RGB")
    plain.thumbnail(FITS, Image.Resampling.LANCZOS)
    if min(plain.size) < SMALLEST_SIDE:
        raise _Refused("logo-too-small", size="{} by {} pixels".format(*plain.size), least=f"{SMALLEST_SIDE} pixels a side")
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())  # no info of the file goes with it
    made = BytesIO()
    if photo:
        bare.save(made, "JPEG", quality=92, optimize=True)
    else:
        bare.save(made, "PNG", optimize=True)
    return made.getvalue()
