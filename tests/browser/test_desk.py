"""At the desk: near before far, our practice, home and practice, what is open, large print, and text at twice its size."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_find import READY, found, ranked
from tests.browser.test_giving import CAREFUL, TEN, THREE, sheet, with_list

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

FAIRBROOK = "Fairbrook Medical Centre, Hertsmere"
FOUR = [*THREE, "samaritans"]


def our_practice(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile("our practice")).click()
    page.get_by_label("Our practice", exact=True).select_option(label=name)


def test_a_place_that_was_typed_is_not_called_anywhere(search: Visit) -> None:
    page = search()
    expect(page.get_by_role("radio", name="Anywhere")).to_be_checked()
    found(page, "lonely EN6")
    expect(page.get_by_role("radio", name="As typed: Hertsmere and Welwyn Hatfield")).to_be_checked()
    expect(page.get_by_role("radio", name="Anywhere")).to_have_count(0)


def test_our_practice_is_set_once_shown_and_changed_and_is_in_no_address(look: Visit) -> None:
    page = look("find")
    our_practice(page, FAIRBROOK)
    expect(page.locator("[data-ours-said]")).to_have_text(f"Near {FAIRBROOK}.")
    expect(page.get_by_role("button", name="Change our practice")).to_be_focused()
    first = found(page, "food")[0]
    page.keyboard.press("Enter")
    assert first == "potters-bar-foodbank"
    assert page.url.endswith("find/#q=food")
    page.reload()
    page.wait_for_selector(READY)
    assert ranked(page)[0] == first
    our_practice(page, "A practice in Watford")
    assert ranked(page)[0] != first
    our_practice(page, "Not set")
    expect(page.locator("[data-ours-said]")).to_be_empty()
    assert page.evaluate("Object.keys(localStorage).filter(name => name.includes('practice'))") == []


@pytest.mark.slow
def test_what_a_stranger_kept_as_our_practice_is_not_believed(look: Visit) -> None:
    page = look("find")
    for kept in ("1", "null", '{"name": 1, "area": "watford"}', '{"name": "x", "area": "<b>"}', "{"):
        page.evaluate("kept => localStorage.setItem('fingerpost / practice', kept)", kept)
        page.reload()
        page.wait_for_selector(READY)
        assert page.evaluate("localStorage.getItem('fingerpost / practice')") == kept
        expect(page.get_by_role("button", name="Set our practice")).to_be_visible()


def test_a_place_lists_what_is_there_near_first(search: Visit) -> None:
    page = search()
    assert found(page, "Potters Bar")[0] == "potters-bar-foodbank"
    assert len(ranked(page)) == 10
    assert "head-room-cafe" not in found(page, "EN6")[:3]


def test_home_and_practice_are_told_apart(search: Visit) -> None:
    page = search()
    found(page, "depression, lives in Potters Bar, registered in Barnet")
    for name in ("Potters Bar from “Potters Bar” remove", "Registered in Barnet from “Barnet” remove"):
        expect(page.get_by_role("button", name=name)).to_be_visible()
    expect(page.locator("[data-said]")).to_contain_text(["Some services depend on where people live, and some on their practice."])
    expect(page.locator("[data-service-id]", has_text="Talking Therapies").first).to_contain_text("By home address.")
    found(page, "postnatal depression")
    team = page.locator("[data-service-id='hpft-community-perinatal-team']")
    expect(team).to_have_count(1)
    page.get_by_label("District of their practice").select_option("barnet")
    page.wait_for_url("**gp=barnet**")
    expect(team).to_have_count(0)
    page.get_by_role("button", name="Registered in Barnet remove").click()
    expect(team).to_have_count(1)


def test_languages_and_access_are_choices(search: Visit) -> None:
    page = search()
    found(page, "domestic abuse")
    page.get_by_role("checkbox", name=re.compile("^Interpreters")).check()
    assert ranked(page) == ["hertfordshire-domestic-abuse-helpline"]


@pytest.mark.parametrize(
    ("query", "first", "line"),
    [
        ("15, parents must not know", "childline", None),
        ("only Romanian", None, "We have nothing listed for ‘Romanian’."),
        ("lonely, no internet", None, "Works without the internet"),
        ("housebound", None, "Works without leaving home"),
        ("counselling, hard of hearing", None, "Works without a phone call"),
    ],
)
def test_who_they_are_is_answered_by_what_records_say(query: str, first: str | None, line: str | None, search: Visit) -> None:
    page = search()
    assert found(page, query)[0] == (first or ranked(page)[0])
    if line:
        expect(page.locator("[data-results]")).to_contain_text(line)


def test_what_staff_may_say_comes_only_where_it_was_asked(search: Visit) -> None:
    page = search()
    found(page, "15, parents must not know")
    advice = page.locator("[data-advice]:visible")
    expect(advice).to_contain_text("We do not normally tell your parents")
    expect(advice).to_contain_text("safeguarding lead today")
    expect(advice.get_by_role("link", name="GMC 0–18 years")).to_be_visible()
    found(page, "15 year old, anxious")
    expect(advice).to_have_count(0)


TIMES = {
    datetime(2026, 12, 25, 11, tzinfo=UTC): "Closed now. Opens 9am on Tuesday.",
    datetime(2026, 11, 30, 20, tzinfo=UTC): "Closed now. Opens 9am tomorrow.",
    datetime(2026, 7, 1, 8, 30, tzinfo=UTC): "Open now until 6pm.",
}


def test_results_say_when_a_line_is_open_by_london_time(visit: Visit) -> None:
    page = visit("about", path="about/", timezone_id="Asia/Tokyo")
    for at, said in TIMES.items():
        page.clock.set_fixed_time(at)
        page.goto(page.url.replace("about/", "find/#q=Mind+Infoline"))
        page.wait_for_selector(READY)
        page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")  # searches again, where it is the page of the time before
        expect(page.locator("[data-service-id='mind-infoline']")).to_contain_text(said)


def test_a_service_is_copied_as_one_text_message(look: Visit) -> None:
    page = with_list(look, TEN)
    texts = page.locator("[data-slot=message]").all_text_contents()
    assert len(texts) == len(TEN)
    assert all(60 < len(text) <= 300 for text in texts), [len(text) for text in texts]
    samaritans = next(text for text in texts if text.startswith("Samaritans"))
    assert "116 123" in samaritans
    assert "24 hours" in samaritans
    button = page.get_by_role("button", name="Copy text message: Samaritans")
    button.click()
    expect(page.locator("[data-copied]")).to_contain_text("Samaritans")
    expect(page.get_by_role("button", name=re.compile("^(Copied|Selected) text message: Samaritans"))).to_be_visible()


def test_a_sheet_says_when_to_call_999_in_another_language(look: Visit) -> None:
    page = sheet(look, FOUR)
    line = page.locator(".sheet [data-language]:visible")
    expect(line).to_have_count(0)
    page.get_by_label("999 also in").select_option("pl")
    expect(line).to_contain_text("zadzwoń pod numer 999")
    expect(line).to_have_attribute("lang", "pl")


@pytest.mark.quick_cases("16")
@pytest.mark.parametrize("points", [16, 20])
def test_four_services_in_large_print_are_one_page(points: int, look: Visit, tmp_path: Path) -> None:
    page = sheet(look, FOUR)
    page.get_by_label("Size of print").select_option(str(points))
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    printed = PdfReader(tmp_path / "sheet.pdf")
    assert len(printed.pages) == 1
    sizes: list[float] = []

    def measure(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        if text.strip():
            sizes.append(size * abs(tm[3] * cm[3]))

    printed.pages[0].extract_text(visitor_text=measure)
    assert min(sizes) >= points - 0.5, sorted(sizes)[:3]
    text = " ".join(printed.pages[0].extract_text().split()).replace("’", "'")
    for service in page.locator("[data-services] h3").all_inner_texts():
        assert service.replace("’", "'") in text


@pytest.mark.slow
def test_a_printed_code_of_ten_services_is_small_and_leads_to_the_same_sheet(look: Visit, tmp_path: Path) -> None:
    page = sheet(look, TEN)
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", tmp_path / "sheet.pdf", tmp_path / "p"], check=True)
    codes = [code.text for shot in sorted(tmp_path.glob("p*.png")) for code in zxingcpp.read_barcodes(Image.open(shot))]
    assert len(codes) == 1
    assert "#s=" in codes[0]
    assert len(codes[0]) < 130
    modules = page.locator("[data-qr] svg").get_attribute("viewBox") or ""
    assert int(modules.split()[-1]) <= 57
    services = page.locator("[data-services] h3").all_inner_texts()
    page.goto("about:blank")
    page.goto(codes[0])
    expect(page.locator("[data-services] h3")).to_have_text(services)


def test_printing_while_it_is_asked_whether_it_is_safe_prints_no_helpline(look: Visit, tmp_path: Path) -> None:
    page = sheet(look, [CAREFUL, "samaritans"])
    expect(page.get_by_role("heading", name="Is it safe for them to carry this?")).to_be_visible()
    page.pdf(path=tmp_path / "asking.pdf", prefer_css_page_size=True)
    text = "".join(one.extract_text() for one in PdfReader(tmp_path / "asking.pdf").pages)
    assert not re.search(r"\d{3}|abuse|helpline|samaritans", text, re.IGNORECASE), text


CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
    const style = getComputedStyle(one);
    const clips = side => ["hidden", "clip"].includes(side);
    const across = clips(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    const down = clips(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
    return (across || down) && one.checkVisibility() && one.textContent.trim() && one.clientWidth > 1 && !one.closest("[aria-hidden]");
}).map(one => one.outerHTML.slice(0, 120))"""
"""What is cut off: not what only screen readers get, which is one pixel wide."""

LARGE = {
    "home": "", "results": "find/#q=lonely+in+borehamwood&how=phone", "danger": "find/#q=wants+to+kill+himself",
    "guesses": "find/#q=farmer",
    "service": "services/hertfordshire-domestic-abuse-helpline/", "shortlist": "shortlist/", "sheet": f"handout/#ids={','.join(THREE)}",
    "navigator": "who-can-help/#safe=danger", "needs": "needs/domestic-abuse/",
}  # fmt: skip


@pytest.mark.quick_cases("home", "danger", "sheet")
@pytest.mark.parametrize("kind", LARGE)
def test_text_at_twice_its_size_is_not_cut_and_does_not_run_off(kind: str, look: Visit) -> None:
    page = look(path=LARGE[kind])
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.slow
def test_a_result_of_the_navigator_takes_a_postcode(look: Visit) -> None:
    page = look(path="who-can-help/#safe=safe&concern=none&age=adult&team=no&matter=distress")
    near = page.get_by_label("Services near them: a postcode", exact=False).locator("visible=true")
    near.fill("EN6")
    near.press("Enter")
    page.wait_for_selector(f"{READY} [data-service-id]")
    assert page.url.split("#")[0].endswith("find/")
    expect(page.get_by_role("button", name="Hertsmere from “EN6” remove")).to_be_visible()
    assert page.locator("[data-read] button", has_text="from").count() >= 3
