"""Choosing services, the shortlist, the sheet on paper, and leaving in haste."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import PAGES

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

THREE = ["nhs-hertfordshire-and-mid-essex-talking-therapies", "the-silver-line", "andys-man-club"]
TEN = [
    *THREE, "samaritans", "nightlight-crisis-cafe", "cruse-bereavement-support", "carers-in-hertfordshire",
    "citizens-advice-adviceline", "national-debtline", "turn2us",
]  # fmt: skip
CLOSED = "mental-health-advocacy"
CAREFUL = "hertfordshire-domestic-abuse-helpline"


KEPT = "fingerpost / shortlist"
"""Under which the browser keeps the shortlist of a site at the top of its host."""


def chosen(page: Page) -> list[str]:
    return [str(name) for name in page.evaluate("name => JSON.parse(localStorage.getItem(name) ?? '[]')", KEPT)]


def with_list(visit: Visit, ids: list[str], **how: object) -> Page:
    """The shortlist page with these on it."""
    page = visit("shortlist", **how)
    page.evaluate("([name, ids]) => localStorage.setItem(name, JSON.stringify(ids))", [KEPT, ids])
    page.reload()
    expect(page.locator("[data-shortlist]")).to_have_attribute("data-state", "ready")
    return page


def names(page: Page) -> list[str]:
    return [str(name) for name in page.locator("[data-picked] > li").evaluate_all("all => all.map(one => one.dataset.serviceId)")]


def sheet(visit: Visit, ids: list[str], **how: object) -> Page:
    return visit(path=f"handout/#ids={','.join(ids)}", **how)


def on_sheet(page: Page) -> list[str]:
    return [str(name) for name in page.locator("[data-services] > article").evaluate_all("all => all.map(one => one.dataset.serviceId)")]


def test_a_service_is_chosen_on_its_page_and_counted_in_the_header(look: Visit) -> None:
    page = look(path="services/samaritans/")
    button = page.locator('[data-choose="samaritans"]')
    expect(page.locator(".keep")).to_have_text("Saved services0 saved")
    button.click()
    expect(button).to_contain_text("Saved")
    expect(page.locator("[data-number]")).to_contain_text("1 saved")
    assert chosen(page) == ["samaritans"]
    page.locator(".keep").click()
    expect(page.locator("h2 a").first).to_have_text("Samaritans")


@pytest.mark.slow
def test_the_list_is_put_in_order_with_the_keyboard_and_the_focus_stays(look: Visit) -> None:
    page = with_list(look, THREE)
    page.get_by_role("button", name="Down NHS Hertfordshire").focus()
    page.keyboard.press("Enter")
    assert names(page) == [THREE[1], THREE[0], THREE[2]]
    assert page.evaluate("document.activeElement.textContent").startswith("Down NHS")
    page.keyboard.press("Enter")
    assert names(page) == [THREE[1], THREE[2], THREE[0]] == chosen(page)
    assert page.evaluate("document.activeElement.textContent").startswith("Up NHS"), "the last has nowhere to go down to"


@pytest.mark.slow
def test_what_is_removed_comes_back_to_its_place(look: Visit) -> None:
    page = with_list(look, THREE)
    page.get_by_role("button", name="Remove The Silver Line").click()
    assert names(page) == [THREE[0], THREE[2]]
    expect(page.get_by_role("status").filter(has_text="Removed The Silver Line.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    assert names(page) == THREE == chosen(page)


def test_one_button_clears_it_and_leaves_nothing_behind(look: Visit) -> None:
    page = with_list(look, THREE)
    page.get_by_role("button", name="Clear the list").click()
    expect(page.get_by_text("You have not saved any services yet.")).to_be_visible()
    expect(page.get_by_text("Give to the patient")).to_be_hidden()
    assert page.evaluate("name => localStorage.getItem(name)", KEPT) is None
    page.get_by_role("button", name="Undo").click()
    assert names(page) == THREE


def test_what_a_stranger_put_into_the_store_is_not_believed(look: Visit) -> None:
    page = with_list(look, [])
    strange = '["<img src=x>", 7, "samaritans", "samaritans", "../x", "nobody"]'
    page.evaluate("all => localStorage.setItem(...all)", [KEPT, strange])
    page.reload()
    assert names(page) == ["samaritans", "nobody"]
    expect(page.locator('[data-service-id="nobody"]')).to_contain_text("There is no service called “nobody”. It will not be on the sheet.")
    page.evaluate("name => localStorage.setItem(name, '{broken')", KEPT)
    page.reload()
    assert names(page) == []


def test_a_browser_that_refuses_storage_still_works(visit: Visit) -> None:
    page = visit("shortlist")
    page.context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    page.goto(page.url.replace("shortlist/", "services/samaritans/"))
    page.locator('[data-choose="samaritans"]').click()
    expect(page.locator("[data-number]")).to_contain_text("1 saved")


def test_words_for_the_record_name_services_and_nobody(look: Visit) -> None:
    page = with_list(look, THREE)
    words = page.locator("#as-record").text_content() or ""
    assert re.fullmatch(
        r"Signposted to NHS Hertfordshire and Mid Essex Talking Therapies \(self-referral\), The Silver Line \(self-referral\) "
        r"and Andy’s Man Club \(turn up\) on \d{1,2} [A-Z][a-z]+ \d{4}\.",
        words,
    )
    link = page.locator("#as-link").text_content() or ""
    assert link.endswith(f"/handout/#ids={','.join(THREE)}")
    text = page.locator("#as-text").text_content() or ""
    assert "Samaritans: 116 123" in text
    assert text.index("999") < text.index("The Silver Line\n")


OTHERS = [pytest.param(*look, marks=pytest.mark.slow) for look in ((1280, "light"), (1280, "dark"), (390, "dark"))]


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), *OTHERS])
def test_axe_finds_nothing_on_a_filled_list(width: int, scheme: str, look: Visit, faults: Callable[[Page], list[str]]) -> None:
    page = with_list(look, [*THREE, CLOSED, "the-mix", CAREFUL, "nobody"], width=width, scheme=scheme)
    page.get_by_role("button", name="Remove The Silver Line").click()
    assert faults(page) == []


@pytest.mark.quick_cases("shown")
@pytest.mark.parametrize("ids", [[*THREE, "the-mix"], [CAREFUL], [CLOSED, "nobody"]], ids=["shown", "asked", "left-out"])
def test_axe_finds_nothing_in_any_state_of_the_sheet(ids: list[str], look: Visit, faults: Callable[[Page], list[str]]) -> None:
    assert faults(sheet(look, ids, scheme="dark")) == []


def test_axe_finds_nothing_on_the_page_of_a_closed_service(look: Visit, faults: Callable[[Page], list[str]]) -> None:
    assert faults(look(path=f"services/{CLOSED}/", width=390)) == []


def test_what_is_closed_or_unknown_is_never_on_the_sheet_and_is_told(look: Visit) -> None:
    page = sheet(look, [CLOSED, "samaritans", "nobody", "__proto__", "constructor"])
    assert on_sheet(page) == ["samaritans"]
    told = page.locator("[data-left-list]").inner_text()
    assert "Mental health advocacy by VoiceAbility has closed. Use Advocacy for carers and vulnerable adults instead." in told
    assert told.count("There is no service called") == 3
    for place in ("[data-sheet]", "#sheet-text"):
        assert "VoiceAbility" not in (page.locator(place).text_content() or "")
    assert "VoiceAbility" not in unquote(page.locator("[data-mail]").get_attribute("href") or "")


def test_an_address_can_put_no_markup_on_the_page(look: Visit) -> None:
    page = look(path="handout/#ids=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,samaritans")
    assert on_sheet(page) == ["samaritans"]
    assert page.locator("main img, .main img").count() == 0
    expect(page.locator("[data-left-list]")).to_contain_text("<img src=x onerror=alert(1)>")


def test_without_a_confirmed_number_the_sheet_shows_none_and_staff_are_told(look: Visit) -> None:
    page = sheet(look, ["the-mix"])
    article = page.locator('[data-services] [data-service-id="the-mix"]')
    expect(article).to_contain_text("Not confirmed.")
    assert "0808" not in article.inner_text()
    expect(page.locator("[data-doubts]")).to_contain_text("check before you give this out")


def test_the_sheet_has_crisis_lines_first_the_day_and_a_code_for_its_own_address(look: Visit) -> None:
    page = sheet(look, THREE)
    text = page.locator("[data-sheet]").inner_text()
    assert text.index("999") < text.index("116 123") < text.index("NHS Hertfordshire and Mid Essex Talking Therapies")
    assert re.search(r"Date \d{1,2} [A-Z][a-z]+ 20\d\d", text)
    told = page.locator("[data-checked]").inner_text()
    assert re.search(r"^Checked with the provider on \d+ [A-Z][a-z]+ 20\d\d\. Copied since \d+ [A-Z][a-z]+ 20\d\d, not checked: ", told)
    svg = page.locator("[data-qr] svg")
    assert svg.get_attribute("aria-label") == "QR code that opens this list"
    assert page.locator("#sheet-link").text_content() == page.url
    assert read_code(page).startswith(f"{page.url.partition('#')[0]}#s=")


@pytest.mark.slow
def test_even_every_service_has_a_code_and_it_opens_the_same_list(look: Visit, site: Path) -> None:
    every = sorted(path.parent.name for path in (site / "services").glob("*/index.html"))
    page = sheet(look, [name for name in every if name != CLOSED][:28])
    if page.locator("[data-ask]").is_visible():
        page.get_by_role("button", name="It is safe").click()
    assert page.locator("[data-qr] svg").get_attribute("class") is None
    page = sheet(look, every)
    page.reload()  # where only what is behind the address’s # changed, nothing is loaded
    page.get_by_role("button", name="It is safe").click()
    expect(page.locator("[data-handout]")).to_have_attribute("data-state", "ready")
    there = on_sheet(page)
    assert len(there) > 80
    assert page.locator("[data-qr] svg").get_attribute("class") == "qr--large"
    expect(page.locator("[data-no-code]")).to_be_hidden()
    assert "samaritans" in (page.locator("#sheet-link").text_content() or "")
    expect(page.locator("[data-mail]")).to_be_hidden()
    expect(page.locator("[data-no-mail]")).to_contain_text("Copy them as text")
    code = read_code(page, 900)
    page.goto("about:blank")
    page.goto(code)
    page.get_by_role("button", name="It is safe").click()
    assert on_sheet(page) == there


def read_code(page: Page, side: int = 480) -> str:
    """What a phone's camera reads: the code as pixels, decoded by a library that knows nothing of how it was made."""
    shot = Image.open(BytesIO(page.locator("[data-qr] svg").screenshot(scale="css"))).convert("L").resize((side, side))
    return str(zxingcpp.read_barcodes(shot)[0].text)


def test_the_mail_has_no_reader_and_no_more_than_a_mail_program_takes(look: Visit) -> None:
    page = sheet(look, TEN)
    href = page.locator("[data-mail]").get_attribute("href") or ""
    parts = urlsplit(href)
    assert (parts.scheme, parts.path) == ("mailto", "")
    assert len(href) <= 1900
    body = parse_qs(parts.query)["body"][0]
    assert "999" in body
    assert page.url in body


@pytest.mark.quick_cases("four")
@pytest.mark.parametrize(("ids", "pages"), [(THREE, 1), ([*THREE, "samaritans"], 1), (TEN, 2)], ids=["three", "four", "ten"])
def test_the_sheet_prints_on_one_or_two_pages(ids: list[str], pages: int, look: Visit, tmp_path: Path) -> None:
    page = sheet(look, ids)
    told = "One A4 page. Black ink is enough." if pages == 1 else "Two A4 pages. Black ink is enough."
    expect(page.locator("[data-length]")).to_have_text(told)
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    printed = PdfReader(tmp_path / "sheet.pdf")
    assert len(printed.pages) == pages
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [595, 842]
    text = " ".join("\n".join(one.extract_text() for one in printed.pages).split())
    assert "People who can help you" in text
    assert text.index("999") < text.index("The Silver Line")
    for chrome in ("Back to saved services", "Menu", "Print", "In a crisis", "Copy"):
        assert chrome not in text
    for name in ids[1:3]:
        assert page.locator(f'[data-services] [data-service-id="{name}"] h3').inner_text().replace("’", "'") in text.replace("’", "'")


def test_a_sheet_that_could_harm_is_shown_only_after_asking(look: Visit, tmp_path: Path) -> None:
    page = sheet(look, [CAREFUL, "samaritans"])
    expect(page.get_by_role("heading", name="Is it safe for them to carry this?")).to_be_visible()
    expect(page.locator("[data-sheet]")).to_be_hidden()
    page.pdf(path=tmp_path / "asked.pdf")
    assert "08 088 088 088" not in " ".join(one.extract_text() for one in PdfReader(tmp_path / "asked.pdf").pages)
    page.get_by_role("button", name="It is not safe").click()
    assert on_sheet(page) == ["samaritans"]
    assert CAREFUL not in (page.locator("#sheet-link").text_content() or "")
    expect(page.get_by_text("Hertfordshire Domestic Abuse Helpline is not on the sheet.")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="It is safe").click()
    assert on_sheet(page) == [CAREFUL, "samaritans"]
    expect(page.locator("[data-sheet]")).to_contain_text("08 088 088 088")


@pytest.mark.parametrize("opened", [with_list, sheet])
def test_nothing_is_asked_about_anyone(opened: Callable[[Visit, list[str]], Page], look: Visit) -> None:
    page = opened(look, THREE)
    assert page.locator(".main input, .main textarea, .main select:not(#print-size, #sheet-language), .main form").count() == 0


def elsewhere(page: Page) -> None:
    """The page to leave to, answered here: a test asks no other host."""
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<title>Weather</title>Weather", content_type="text/html"))


@pytest.mark.quick_cases("button")
@pytest.mark.parametrize("way", ["button", "keys"])
def test_leaving_replaces_the_page_and_empties_the_list(way: str, browser_page: Callable[[], Page], address: str) -> None:
    page = browser_page()
    elsewhere(page)
    page.goto(address + "about/")
    page.evaluate("name => localStorage.setItem(name, '[\"samaritans\"]')", KEPT)
    page.evaluate('localStorage.setItem(\'fingerpost / practice\', \'{"name": "A practice in Watford", "area": "watford"}\')')
    page.goto(address + f"services/{CAREFUL}/")
    before = page.evaluate("history.length")
    if way == "button":
        page.get_by_role("link", name="Leave this site now").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/weather")
    assert page.evaluate("history.length") == before
    page.go_back()
    page.wait_for_url(address)  # neither this page nor one before it comes back
    assert page.evaluate("name => localStorage.getItem(name)", KEPT) is None
    assert page.evaluate("localStorage.getItem('fingerpost / practice')") is None


def test_shift_that_types_a_letter_leaves_nothing(look: Visit) -> None:
    page = look(path=f"services/{CAREFUL}/")
    for _ in range(4):
        page.keyboard.press("Shift+A")
    page.wait_for_timeout(200)
    assert page.url.endswith(f"services/{CAREFUL}/")


def test_only_pages_that_need_it_have_the_quick_exit(look: Visit) -> None:
    assert look(path="services/samaritans/").locator("[data-leave]").count() == 0
    for path in ("services/safer-places/", "needs/domestic-abuse/", "needs/sexual-violence/"):
        assert look(path=path).locator("[data-leave]").count() == 1
    assert "service" in PAGES
