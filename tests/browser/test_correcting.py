"""“Correct this” on the page of a service: a receptionist’s task, with the mouse and keys counted, and nothing that leaves by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.knowledge.directory.importing.corrections import read_correction
from generator.publishing.hosting.offline import loaded_by
from generator.publishing.staging.assets import bundle
from tests.browser.conftest import Tab

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

SERVICE = "services/citizens-advice-adviceline/"
MOST_CLICKS, MOST_KEYS = 8, 60
"""What a changed number and new hours may cost a receptionist. At one key a second and three seconds a click it is under two minutes."""

LARGEST = 14_000
"""Bytes of the script, before it is compressed."""


class Hand:
    """Counts clicks and keys."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks, self.keys = page, 0, 0

    def click(self, place: Locator) -> None:
        self.clicks += 1
        place.click()

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.page.keyboard.type(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.page.keyboard.press(key)


def opened(look: Visit, path: str = SERVICE, **how: object) -> tuple[Page, Locator]:
    page = look(path=path, **how)
    page.get_by_role("button", name="Correct this").click()
    form = page.locator(".correct__form")
    expect(form.get_by_role("heading", name="Correct this")).to_be_focused()
    return page, form


def text_of(form: Locator) -> str:
    return form.locator("pre").text_content() or ""


def test_a_receptionist_corrects_a_number_and_hours_in_under_two_minutes(look: Visit, tmp_path: Path) -> None:
    page = look(path=SERVICE)
    hand = Hand(page)
    hand.click(page.get_by_role("button", name="Correct this"))
    form = page.locator(".correct__form")
    expect(form.get_by_role("status")).to_have_text("Nothing is changed yet.")
    hand.click(form.get_by_label("Number (number 1)", exact=True))
    hand.press("ControlOrMeta+a")
    hand.type("0800 144 8849")
    hand.click(form.get_by_label("Opens (times 1)"))
    hand.press("ControlOrMeta+a")
    hand.type("8.30am")
    hand.press("Tab", "ControlOrMeta+a")
    hand.type("6pm")
    expect(form).to_contain_text("Monday to Friday, 8:30am to 6pm.")
    hand.click(form.get_by_label("How do you know?"))
    hand.press("Escape")
    form.get_by_label("How do you know?").select_option("The service told me")
    hand.press("ArrowDown")
    form.get_by_label("How do you know?").select_option("The service told me")
    mail = form.get_by_role("link", name="Write the email")
    expect(mail).to_be_visible()
    expect(form.get_by_role("status")).to_have_text("Ready to send: phone numbers and opening hours.")
    hand.clicks += 1  # on the mail, which no test may open
    assert hand.clicks <= MOST_CLICKS
    assert hand.keys <= MOST_KEYS
    body = parse_qs(urlsplit(mail.get_attribute("href") or "").query)["body"][0]
    (tmp_path / "mail.txt").write_text(body, encoding="utf-8", newline="")
    correction, _ = read_correction(tmp_path / "mail.txt", "mail.txt")
    assert correction.now.phones is not None
    assert correction.now.phones[0].number == "0800 144 8849"
    assert correction.now.hours is not None
    assert (correction.now.hours[0].opens, correction.now.hours[0].closes) == ("08:30", "18:00")
    assert correction.now.model_fields_set == {"phones", "hours"}


@pytest.mark.slow
def test_it_is_done_with_the_keyboard_alone(look: Visit) -> None:
    page = look(path=SERVICE)
    page.get_by_role("button", name="Correct this").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("0800 144 8849")
    form = page.locator(".correct__form")
    for _ in range(60):
        if page.evaluate("document.activeElement.id") == "correct-known":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("The")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(form.get_by_role("link", name="Write the email")).to_be_focused()


def test_a_mistake_is_shown_as_it_is_typed_and_goes_when_it_is_corrected(look: Visit) -> None:
    _, form = opened(look)
    number = form.get_by_label("Number (number 1)", exact=True)
    number.fill("ring the desk")
    expect(form).to_contain_text("Use figures and spaces only")
    expect(number).to_have_attribute("aria-invalid", "true")
    expect(form.locator(".correct__ways")).to_be_hidden()
    number.fill("0800 144 8849")
    expect(number).not_to_have_attribute("aria-invalid", "true")
    closes = form.get_by_label("Closes (times 1)")
    closes.fill("5")
    expect(form).to_contain_text("Write am or pm, or four figures")
    closes.fill("1730")
    expect(form).to_contain_text("to 5:30pm.")


TYPED = [
    ("9pm", "21:00"), ("12.30 pm", "12:30"), ("midnight", "24:00"), ("0000", "00:00"), ("12 noon", "12:00"), ("12midnight", "24:00"),
    ("9", ""), ("25:00", ""),
]  # fmt: skip


@pytest.mark.quick_cases("9pm-21:00", "25:00-")
@pytest.mark.parametrize(("typed", "clock"), TYPED)
def test_times_as_people_type_them(typed: str, clock: str, look: Visit) -> None:
    _, form = opened(look)
    form.get_by_label("Closes (times 1)").fill(typed)
    form.get_by_label("How do you know?").select_option("I work for the service")
    expect(form.locator(".correct__ways")).to_be_visible() if clock else expect(form.locator(".correct__ways")).to_be_hidden()
    assert (f'"closes":"{clock}"' in text_of(form)) if clock else True


@pytest.mark.slow
def test_rows_come_and_go_and_the_focus_stays(look: Visit) -> None:
    page, form = opened(look)
    form.get_by_role("button", name="Add a number").click()
    expect(form.get_by_label("Number (number 2)", exact=True)).to_be_focused()
    page.keyboard.type("0300 330 1234")
    form.get_by_role("button", name="Remove number 1").click()
    expect(form.get_by_role("button", name="Add a number")).to_be_focused()
    form.get_by_label("How do you know?").select_option("In another way")
    form.get_by_text("See what you send").click()
    assert '  phones: [{"number":"0300 330 1234"}]' in text_of(form)


def test_a_note_alone_is_enough_and_a_file_comes_out(look: Visit, tmp_path: Path) -> None:
    page, form = opened(look, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    form.get_by_label("Anything else that is wrong").fill("Its door is on the other side: “Elm” & co")
    form.get_by_label("How do you know?").select_option("I work for the service")
    with page.expect_download() as download:
        form.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "correction-citizens-advice-adviceline.yaml"
    download.value.save_as(tmp_path / "saved.yaml")
    correction, _ = read_correction(tmp_path / "saved.yaml", "saved.yaml")
    assert correction.note == "Its door is on the other side: “Elm” & co"
    assert correction.now.model_fields_set == set()


def test_what_is_pasted_is_made_plain_and_a_mistake_says_where(look: Visit, tmp_path: Path) -> None:
    """A note of several lines, and a number with marks of direction, as phones copy it: no file may have either."""
    _, form = opened(look)
    form.get_by_label("How do you know?").select_option("I work for the service")
    number = form.get_by_label("Number (number 1)", exact=True)
    number.fill("ring the desk")
    expect(form.get_by_role("status")).to_have_text(re.compile(r"Correct this first\. Number \(number 1\): Use figures"))
    number.fill("\u202d0800\u00a0144 8849\u202c")
    form.get_by_label("Anything else that is wrong").fill("It moved.\n\nThe door\tis green.\u200b")
    (tmp_path / "saved.yaml").write_text(text_of(form), encoding="utf-8")
    correction, _ = read_correction(tmp_path / "saved.yaml", "saved.yaml")
    assert correction.note == "It moved. The door is green."
    assert [phone.number for phone in correction.now.phones or []] == ["0800 144 8849"]


def test_where_the_address_is_private_the_form_asks_not_to_write_it(look: Visit) -> None:
    _, form = opened(look, "services/safer-places/")
    expect(form).to_contain_text("Leave out anything about a patient, and where this service is")


@pytest.mark.slow
def test_axe_finds_nothing_in_the_form(look: Visit, faults: Callable[..., list[str]]) -> None:
    for width in (1280, 390):
        page, form = opened(look, width=width)
        form.get_by_label("Number (number 1)", exact=True).fill("ring the desk")
        expect(form).to_contain_text("Use figures and spaces only")
        assert faults(page, ".correct__form") == []
        form.get_by_label("Number (number 1)", exact=True).fill("0300 330 1234")
        form.get_by_label("How do you know?").select_option("I work for the service")
        assert faults(page, ".correct__form") == []


def test_where_there_is_a_repository_an_issue_is_ready(look: Visit) -> None:
    page = look(path=SERVICE)
    page.evaluate("document.head.insertAdjacentHTML('beforeend', '<meta name=repository content=https://github.com/valley/directory>')")
    page.get_by_role("button", name="Correct this").click()
    form = page.locator(".correct__form")
    form.get_by_label("Name", exact=True).fill("Advice & more")
    form.get_by_label("How do you know?").select_option("I work for the service")
    link = form.get_by_role("link", name="Open an issue on GitHub").get_attribute("href") or ""
    assert link.startswith("https://github.com/valley/directory/issues/new?title=Correction%3A%20")
    assert 'name: "Advice & more"' in unquote(link)


@pytest.mark.slow
def test_what_is_not_shown_is_not_in_the_form_and_a_closed_service_has_a_short_one(look: Visit, faults: Callable[..., list[str]]) -> None:
    page, form = opened(look, "services/the-mix/", width=390)
    expect(form.get_by_label("Number (number 1)", exact=True)).to_have_count(0)
    assert faults(page, ".correct__form") == []
    page, form = opened(look, "services/mental-health-advocacy/", width=390, scheme="dark")
    expect(form.get_by_role("textbox")).to_have_count(3)
    assert faults(page, ".correct__form") == []
    form.get_by_label("What is wrong").fill("It is open again.")
    form.get_by_label("How do you know?").select_option("I work for the service")
    expect(form.get_by_role("status")).to_have_text("Ready to send: your note.")


def test_times_that_cannot_be_true_are_refused_and_rows_at_the_same_time_asked_about(look: Visit) -> None:
    _, form = opened(look)
    form.get_by_label("How do you know?").select_option("I work for the service")
    form.get_by_label("Opens (times 1)").fill("9am")
    form.get_by_label("Closes (times 1)").fill("9am")
    expect(form).to_contain_text("It cannot open and close at the same time.")
    expect(form.locator(".correct__ways")).to_be_hidden()
    form.get_by_label("Closes (times 1)").fill("5pm")
    form.get_by_role("button", name="Add times").click()
    form.get_by_label("Opens (times 2)").fill("10am")
    form.get_by_label("Closes (times 2)").fill("2pm")
    expect(form).to_contain_text("This overlaps with times 1. Is that right?")
    expect(form.locator(".correct__ways")).to_be_visible()
    form.get_by_role("button", name="Remove times 1").click()
    expect(form).not_to_contain_text("Is that right?")


def test_the_script_is_small_and_kept_for_readers_without_a_signal(tmp_path: Path, site: Path) -> None:
    bundle(tmp_path / "assets")
    assert (tmp_path / "assets" / "correct.js").stat().st_size < LARGEST
    assert {"assets/correct.js", "assets/correct.css", "assets/correct-data.js"} <= loaded_by([(site / SERVICE / "index.html").read_text()])


def test_nothing_of_the_form_is_loaded_before_somebody_asks_for_it(look: Visit) -> None:
    page = look(path=SERVICE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    expect(page.get_by_role("button", name="Correct this")).to_be_visible()
    assert page.locator("script[src*=correct], link[href*=correct]").count() == 0
    page.evaluate("location.hash = 'correct'")
    expect(page.locator(".correct__form").get_by_role("heading", name="Correct this")).to_be_focused()
    assert asked == ["correct.css", "correct-data.js", "correct.js"]


def test_where_it_cannot_be_loaded_the_page_says_so_and_it_can_be_tried_again(look: Visit, tab: Tab) -> None:
    page = look(path=SERVICE)
    place = page.locator("[data-correct]")
    place.evaluate("place => { place.dataset.loads += 'x'; }")
    page.get_by_role("button", name="Correct this").click()
    expect(place.get_by_role("status")).to_have_text("The form could not be loaded. Use one of the links below.")
    assert [line for line in tab.wrong if "404" not in line and "Refused to execute script" not in line] == []
    tab.wrong.clear()
    place.evaluate("place => { place.dataset.loads = place.dataset.loads.slice(0, -1); }")
    page.get_by_role("button", name="Correct this").click()
    expect(page.locator(".correct__form").get_by_role("heading", name="Correct this")).to_be_focused()
