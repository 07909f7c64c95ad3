"""The logo of a network: only its pixels are left of the file, and every limit holds."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from typer.testing import Result

from generator.documents.browser.tailor.shared_data import shared_data
from generator.documents.packs.carrying import carried_of
from generator.documents.packs.compose import make_network_pack
from generator.knowledge.drafts.carried import read_carried
from generator.knowledge.library.loading import load
from generator.knowledge.library.logos import FITS, LARGEST_LOGO, clean_picture
from generator.knowledge.model import Network
from tests.ours import LIBRARY, TODAY

SECRET = "<script>alert(1)</script>"
GREEN = Image.new("RGB", (1600, 400), "green")


def as_png(picture: Image.Image) -> bytes:
    notes = PngInfo()
    notes.add_text("Comment", SECRET)
    notes.add_itxt("XML:com.adobe.xmp", SECRET)
    made = io.BytesIO()
    picture.save(made, "PNG", pnginfo=notes)
    return made.getvalue() + SECRET.encode()  # what follows the end of a picture is no part of it


def as_jpeg(picture: Image.Image, turned: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = turned, SECRET
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=exif, comment=SECRET.encode())
    return made.getvalue() + SECRET.encode()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "1", "L", "LA", "I;16"])
def test_of_a_png_only_the_picture_is_left(mode: str) -> None:
    clean = clean_picture(as_png(Image.new(mode, (1600, 400))))
    with Image.open(io.BytesIO(clean)) as picture:
        assert (picture.format, picture.size, picture.info) == ("PNG", (720, 180), {})
    assert SECRET.encode() not in clean
    assert clean_picture(clean) == clean


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_of_a_jpeg_only_the_picture_is_left_and_it_stands_upright(mode: str) -> None:
    clean = clean_picture(as_jpeg(Image.new(mode, (600, 1200)), turned=6))
    with Image.open(io.BytesIO(clean)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (600, FITS[1]))
        assert not picture.getexif()
    assert SECRET.encode() not in clean


def test_sixteen_bits_of_grey_stay_grey() -> None:
    both = Image.new("I;16", (100, 50), 50_000)
    both.paste(Image.new("I;16", (50, 50), 3_000), (50, 0))
    with Image.open(io.BytesIO(clean_picture(as_png(both)))) as picture:
        assert [picture.getpixel((left, 10)) for left in (10, 90)] == [(195, 195, 195), (11, 11, 11)]


def network_with(folder: Path, logo: str) -> Path:
    """The network of the smallest case, with a logo."""
    case = Path(__file__).parent / "cases" / "invalid" / "logo-too-large" / "data" / "networks" / "valley.yaml"
    text = case.read_text(encoding="utf-8").replace("{file: valley.png, text: North Valley}", logo)
    file = folder / "data" / "networks" / "valley.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file.parent


def test_a_file_and_what_the_browser_saved_give_the_same(folder: Path) -> None:
    content = as_png(GREEN)
    networks = network_with(folder, "{file: valley.png, text: North Valley}")
    (networks / "valley.png").write_bytes(content)
    by_file, report = load(folder / "data")
    assert not list(report)
    network_with(folder, f"{{content: {base64.b64encode(content).decode()}, text: North Valley}}")
    (networks / "valley.png").unlink()
    by_content, report = load(folder / "data")
    assert not list(report)
    assert by_file.networks == by_content.networks
    assert by_file.networks["valley"].logo


def test_a_picture_that_no_network_names_is_told(folder: Path, fingerpost: Callable[..., Result]) -> None:
    networks = network_with(folder, f"{{content: {base64.b64encode(as_png(GREEN)).decode()}, text: North Valley}}")
    (networks / "old.png").write_bytes(as_png(GREEN))
    said = fingerpost("check").output
    assert "data/networks/old.png: error: Nothing reads the file ‘old.png’. [file-unknown]" in said
    assert "Name it as `file` in the `logo` of a network" in said


def test_a_pack_carries_its_logo() -> None:
    logo = {"content": base64.b64encode(clean_picture(as_jpeg(Image.new("RGB", (600, 200))))).decode(), "text": "Example network"}
    example = LIBRARY.networks["example-network"]
    network = Network.model_validate(example.model_dump(exclude_unset=True) | {"logo": logo})
    pack = make_network_pack(LIBRARY, network, 0, TODAY)
    assert Network.model_validate(read_carried(carried_of(pack))["network"]).logo == network.logo


def test_command_page_and_guide_have_one_limit_on_its_file(folder: Path, fingerpost: Callable[..., Result]) -> None:
    networks = network_with(folder, "{file: valley.png, text: North Valley}")
    (networks / "valley.png").write_bytes(as_png(GREEN) + bytes(LARGEST_LOGO))
    limit = f"{LARGEST_LOGO // 10**6} MB"
    assert f"The maximum is {limit}" in fingerpost("check").output
    assert shared_data(LIBRARY)["logo"]["bytes"] == LARGEST_LOGO
    guide = Path(__file__).parents[1] / "content" / "guides" / "make-your-networks-pack.md"
    assert f"at most {limit}" in guide.read_text(encoding="utf-8")
