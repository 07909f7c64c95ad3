"""Days in three parts: typed by keyboard, echoed with the weekday, judged once they are left, and put in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.tailor.maker import BAND_7, Maker

pytestmark = pytest.mark.browser


def typed(page: Page, label: str, *parts: str) -> Locator:
    """Type the parts of a day, going from each to the next by Tab, and on."""
    group = page.get_by_role("group", name=label, exact=True)
    group.get_by_label("Day").focus()
    for part in parts:
        page.keyboard.press("Control+A")
        page.keyboard.type(part)
        page.keyboard.press("Tab")
    return group


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_a_day_is_typed_echoed_and_kept(width: int, look: Callable[..., Page], faults: Callable[..., list[str]], tmp_path: Path) -> None:
    page = look(path=f"tailor/{BAND_7}/", width=width)
    maker = Maker(page)
    opens = typed(page, "Opens", "9", "jan", "2027")
    expect(opens.locator(".echo")).to_have_text("Saturday 9 January 2027")
    page.get_by_role("group", name="Interviews").get_by_label("Day").fill("15/2/2027")
    expect(page.get_by_role("group", name="Interviews").get_by_label("Year")).to_have_value("2027")
    closes = typed(page, "Closes", "31", "2", "2027")
    expect(closes.locator(".err").first).to_have_text("This day is not in the calendar. Write it like 27 3 2027.")
    typed(page, "Outcome by", "3", "", "27")
    expect(page.get_by_role("group", name="Outcome by").locator(".err").first).to_have_text("Add a month.")
    assert faults(page, "#apply") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    closes = typed(page, "Closes", "8", "1", "2027")
    expect(closes.locator(".err").first).to_be_hidden()
    expect(closes.locator("[data-order]")).to_contain_text("comes before: the advert opens (9 January 2027)")
    page.locator("[data-save]").click()
    with page.expect_download() as handed:
        page.get_by_role("button", name="Save it anyway").click()
    handed.value.save_as(tmp_path / "saved.yaml")
    [vacancy] = yaml.safe_load((tmp_path / "saved.yaml").read_text(encoding="utf-8"))["roles"][0]["vacancies"]
    assert {name: str(day) for name, day in vacancy.items() if name != "reference"} == {
        "opens": "2027-01-09", "closes": "2027-01-08", "interviews": "2027-02-15",
    }  # fmt: skip
    maker.page.reload()
    expect(page.get_by_role("group", name="Opens").get_by_label("Month")).to_have_value("1")
