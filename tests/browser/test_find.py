"""The one search: what is read, chosen and shown, and that its address is its whole state."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessible import BOTH, OTHERS

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
READY = '[data-results][data-state="ready"]'
RANKED = "[...document.querySelectorAll('[data-service-id], [data-page]')].map(e => e.dataset.serviceId ?? e.dataset.page)"


def found(page: Page, query: str) -> list[str]:
    """The results for a query that is typed, in rank order."""
    page.get_by_role("searchbox").fill(query)
    page.locator(f'{READY}[data-query="{query}"]').wait_for()
    return ranked(page)


def ranked(page: Page) -> list[str]:
    """What is shown, in rank order: ids of services, paths of pages."""
    listed: list[str] = page.evaluate(RANKED)
    return listed


@pytest.mark.quick_cases(every=4)
@pytest.mark.parametrize(
    ("query", "among"),
    [
        ("he hasn't been out of the house since march", "communities-1st-compassionate-community-connectors"),
        ("drinking too much", "spectrum-drug-and-alcohol-recovery-service"),
        ("alchohol", "spectrum-drug-and-alcohol-recovery-service"),
        ("samaritons", "samaritans"),
        ("CGL", "spectrum-drug-and-alcohol-recovery-service"),
        ("mental health practitioner", "roles/mental-health-practitioner-band-7/"),
        ("lnk worker", "roles/link-worker-band-6/"),
        ("graduate worker", "roles/primary-care-mental-health-worker-band-4/"),
        ("accessability", "accessibility/"),
        ("how do i use a pack", "guides/use-a-pack/"),
        ("privacy", "about/"),
        ("job description band 7", "roles/mental-health-practitioner-band-7/"),
        ("116 123", "samaritans"),
        ("O.C.D.", "ocd-uk"),
    ],
)
def test_the_right_one_is_among_the_first_three(query: str, among: str, search: Visit) -> None:
    assert among in found(search(), query)[:3]


def test_results_come_while_typing_and_are_announced(look: Visit) -> None:
    page = look("find")
    page.get_by_role("searchbox").press_sequentially("lonel")
    expect(page.locator("[data-service-id]").first).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ services?( and \d+ pages?)?$"))
    expect(page.locator("[data-read]")).to_contain_text("Loneliness and isolation")


@pytest.mark.slow
def test_what_was_read_is_shown_and_can_be_taken_away_and_put_back(look: Visit) -> None:
    page = look("find")
    before = found(page, "lonely and drinking")
    page.keyboard.press("Enter")
    chip = page.get_by_role("button", name="Alcohol from “drinking” remove")
    chip.click()
    expect(chip).to_have_count(0)
    assert "without=alcohol" in page.url
    assert ranked(page) != before
    page.get_by_role("button", name="Alcohol add").click()
    expect(chip).to_be_visible()
    assert ranked(page) == before


@pytest.mark.slow
def test_a_chip_that_is_gone_leaves_the_focus_near(search: Visit) -> None:
    page = search()
    found(page, "lonely and drinking")
    page.get_by_role("button", name=re.compile("remove$")).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-read] button:focus")).to_have_count(1)


def test_facets_narrow_and_count(search: Visit) -> None:
    page = search()
    before = found(page, "anxiety")
    box = page.get_by_role("checkbox", name=re.compile("^Online"))
    count = int(page.locator("label", has=box).locator(".n").inner_text())
    box.check()
    page.wait_for_url("**how=online**")
    expect(page.locator("[data-count] h2")).to_have_text(re.compile(rf"^{count} services?$"))
    assert set(ranked(page)) != set(before)
    expect(page.get_by_role("checkbox", name=re.compile("^Online"))).to_be_focused()
    page.get_by_role("button", name="Online remove").click()
    assert ranked(page) == before


def test_an_age_and_a_place_narrow_too(search: Visit) -> None:
    page = search("q=anxiety&age=9&area=watford")
    expect(page.get_by_label("Age in years")).to_have_value("9")
    expect(page.get_by_role("radio", name=re.compile("^Watford"))).to_be_checked()
    assert "just-talk-herts" in ranked(page) or "kooth" not in ranked(page)


@pytest.mark.slow
def test_the_address_is_the_whole_state_back_and_forward(look: Visit) -> None:
    page = look("find")
    first = found(page, "eating disorder")
    assert page.url.endswith("find/"), "half a word may be any word"
    page.keyboard.press("Enter")
    assert page.url.endswith("find/#q=eating+disorder")
    page.get_by_role("checkbox", name="Confirmed only").check()
    page.wait_for_url("**sure=1**")
    narrowed = ranked(page)
    page.reload()
    page.wait_for_selector(READY)
    assert ranked(page) == narrowed
    page.go_back()
    page.wait_for_url(lambda url: "sure" not in url)
    assert ranked(page) == first
    page.go_forward()
    page.wait_for_url("**sure=1**")
    expect(page.get_by_role("checkbox", name="Confirmed only")).to_be_checked()
    assert ranked(page) == narrowed


def test_a_broken_address_is_only_an_empty_search(look: Visit) -> None:
    page = look("find", path="find/#need=<b>&area=../x&age=-1&how=&open=maybe&q=")
    page.wait_for_selector(READY)
    expect(page.locator("[data-start]")).to_be_visible()


CRISES = {
    "wants to kill himself tonight": ["self"],
    "husband hits me": ["harm"],
    "bruises on a child": ["child"],
    "chest pain": ["medical"],
    "taken an overdose": ["medical", "self"],
}


@pytest.mark.parametrize(("query", "cards"), CRISES.items())
def test_danger_puts_the_crisis_card_first(query: str, cards: list[str], search: Visit) -> None:
    page = search()
    services = found(page, query)
    shown = "s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility()).map(e => e.dataset.care)"
    assert page.evaluate(shown, "[data-care]")[: len(cards)] == cards
    first = page.locator(f"[data-care={cards[0]}]")
    expect(first).to_contain_text("Call 999 now if:")
    expect(first.locator("[data-why]")).to_contain_text("Shown because")
    expect(first.locator(".care--now a[href='tel:999']")).to_be_visible()
    expect(page.locator(".care__ways:visible")).to_have_count(1)
    expect(page.locator(".care__ways:visible")).to_contain_text("999bsl.co.uk")
    expect(page.locator("[data-safety]")).to_be_hidden()
    assert services
    expect(page.locator("[data-count] h2")).to_contain_text("After the call: ")
    top = "s => [...document.querySelectorAll(s)].find(e => e.checkVisibility()).offsetTop"
    assert page.evaluate(top, ".care--now") < page.evaluate(top, "[data-service-id]")


def test_a_screen_reader_hears_of_the_crisis_before_the_number_of_results(look: Visit) -> None:
    page = look("find")
    page.evaluate("""() => {
        window.heard = [];
        const note = (changes) => { for (const { target } of changes) {
            const region = target.closest?.("[role]") ?? target.parentElement.closest("[role]");
            if (region.textContent) window.heard.push([region.getAttribute("role"), region.textContent]);
        } };
        for (const region of document.querySelectorAll("[data-alert], [data-status]")) {
            new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
        }
    }""")
    found(page, "my wife is suicidal")
    expect(page.locator("[data-status]")).to_contain_text("After the call: ")
    heard = page.evaluate("window.heard")
    assert [role for role, _ in heard] == ["alert", "status"]
    assert heard[0][1].startswith("Life at risk: ")
    found(page, "lonely")
    expect(page.locator("[data-alert]")).to_be_empty()


@pytest.mark.quick_cases(every=2)
@pytest.mark.parametrize("query", ["killing time", "cutting down on drink", "lonely"])
def test_what_only_sounds_like_danger_does_not(query: str, search: Visit) -> None:
    page = search()
    found(page, query)
    expect(page.locator(".care:visible")).to_have_count(0)
    expect(page.locator(".danger a[href='tel:111']")).to_be_visible()


def test_abuse_has_a_way_to_leave_at_once(search: Visit) -> None:
    page = search()
    expect(page.locator("[data-leave]")).to_be_hidden()
    found(page, "husband hits me")
    expect(page.locator("[data-leave]")).to_be_visible()
    found(page, "lonely")
    expect(page.locator("[data-leave]")).to_be_hidden()


WITHOUT_SLEEP = """{
    const { services } = window.fingerpost.finding;
    const at = services.columns.name.indexOf("National Sleep Helpline");
    if (at < 0) throw new Error("no such service");
    for (const column of Object.values(services.columns)) column.splice(at, 1);
    services.count -= 1;
}"""
"""Takes away the one service for sleep: in the project's own data somebody serves each need."""


def test_a_need_that_nobody_serves_says_so_and_leads_on(visit: Visit, site: Path) -> None:
    page = visit("about", path="about/")
    data = (site / "assets" / "search-data.js").read_text(encoding="utf-8") + WITHOUT_SLEEP
    page.route("**/assets/search-data.js*", lambda route: route.fulfill(body=data, content_type="text/javascript"))
    page.goto(page.url.replace("about/", "find/#q=cant+sleep"))
    page.wait_for_selector(READY)
    expect(page.locator("[data-count] h2")).to_have_text("No service lists sleep problems yet")
    page.get_by_role("link", name="Anxiety or worry").click()
    page.wait_for_url("**need=anxiety**")
    page.wait_for_selector(f"{READY} [data-service-id]")


def test_nothing_found_has_ways_on(search: Visit) -> None:
    page = search("q=qqqq")
    expect(page.get_by_role("status")).to_contain_text("We have nothing listed for ‘qqqq’.")
    expect(page.locator(".instead").get_by_role("link", name="HertsHelp")).to_be_visible()
    expect(page.locator(".danger a[href='tel:111']")).to_be_visible()


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize(("query", "said"), [("farmer", "‘farmer’"), ("ear wax", "‘ear wax’"), ("0300 777 0707", "‘0300 777 0707’")])
def test_what_nothing_is_listed_for_is_said_first_and_guesses_look_like_guesses(query: str, said: str, search: Visit) -> None:
    page = search()
    found(page, query)
    line = page.locator("[data-nothing-listed]")
    expect(line).to_have_text(f"We have nothing listed for {said}. These are guesses.")
    expect(page.get_by_role("status")).to_have_text(f"We have nothing listed for {said}. These are guesses.")
    guesses = page.locator("[data-guess]")
    assert 1 <= guesses.count() <= 3
    assert page.locator(".hit:not([data-guess])").count() == 0
    expect(guesses.first.locator(".badge").first).to_have_text("Guess")
    help_and_tell = page.locator(".instead")
    expect(help_and_tell.get_by_role("link", name="HertsHelp")).to_be_visible()
    expect(help_and_tell.get_by_role("link", name="Tell us")).to_have_attribute("href", re.compile("^mailto:|^https:"))
    order = [one.bounding_box() for one in (line, help_and_tell, guesses.first)]
    assert [box["y"] for box in order if box] == sorted(box["y"] for box in order if box)


def test_what_stands_is_no_guess(search: Visit) -> None:
    page = search()
    found(page, "farmer")
    found(page, "anxiety")
    expect(page.locator("[data-nothing-listed], [data-guess]")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("counselling in polish", "None of these is listed as working in Polish."),
        ("counselling BSL", "None of these is listed with British Sign Language."),
        ("step free counselling", "None of these is listed as step-free."),
        ("home visit for depression", "None of these is listed with “At home”."),
        ("debt advice open at 10.30pm on sunday", "None of these is known to be open at 10.30pm on Sunday."),
        ("debt advice at 10.30pm on sunday", "None of these is known to be open at 10.30pm on Sunday."),
        ("low mood with parkinsons", "We have nothing listed for ‘parkinsons’. These are for the rest."),
    ],
)
def test_what_cannot_be_given_is_said(query: str, line: str, search: Visit) -> None:
    page = search()
    assert found(page, query)
    expect(page.locator("[data-said]")).to_contain_text([line])


def test_a_place_alone_lists_what_is_there(search: Visit) -> None:
    page = search()
    assert {"borehamwood-foodbank", "gratitude-community-pantry"} == set(found(page, "Borehamwood")[:2])
    expect(page.get_by_role("button", name="Hertsmere from “Fairbrook Medical Centre” remove")).to_have_count(0)
    found(page, "Fairbrook Medical Centre")
    expect(page.get_by_role("button", name="Hertsmere from “Fairbrook Medical Centre” remove")).to_be_visible()


def test_choices_that_leave_nothing_can_be_taken_back(search: Visit) -> None:
    page = search("need=gambling&how=home-visit")
    expect(page.locator("[data-count] h2")).to_have_text("Nothing fits all of that")
    page.get_by_role("link", name="Any way that help is given").click()
    page.wait_for_selector(f"{READY} [data-service-id]")


def test_a_number_that_nobody_confirmed_is_not_shown(search: Visit) -> None:
    page = search()
    found(page, "Compassionate Community Connectors")
    entry = page.locator("[data-service-id='communities-1st-compassionate-community-connectors']")
    expect(entry).to_contain_text("No number shown")
    expect(entry).to_contain_text("We could not confirm it.")
    expect(entry.locator("[href^='tel:']")).to_have_count(0)


def test_a_result_says_why_and_whom_it_is_not_for(search: Visit) -> None:
    page = search()
    found(page, "lonely older man")
    entry = page.locator("[data-service-id]", has_text="Why this").first
    expect(entry.locator("dd").first).to_contain_text("Listed under ")
    expect(page.locator("[data-service-id] dt", has_text="Not for").first).to_be_visible()


def test_a_result_does_not_say_again_what_was_asked(look: Visit) -> None:
    page = look("find")
    found(page, "anxiety")
    expect(page.locator("[data-order]")).to_have_text(re.compile(r"^\d+ listed under anxiety or worry\. Best fit first$"))
    said = page.locator("[data-service-id]").all_inner_texts()
    assert not [one for one in said if "anxiety or worry" in one]


@pytest.mark.slow
def test_the_shortlist_keeps_what_was_chosen(look: Visit) -> None:
    page = look("find")
    found(page, "lonely")
    button = page.locator("[data-service-id] button").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_contain_text("Saved")
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator("[data-service-id] button").first).to_have_attribute("aria-pressed", "true")


@pytest.mark.slow
def test_more_results_come_with_the_focus_on_the_first_of_them(search: Visit) -> None:
    page = search()
    shown = len(found(page, "anxiety"))
    page.get_by_role("button", name=re.compile("^Show .* more")).click()
    assert len(ranked(page)) > shown
    assert page.evaluate("document.activeElement.closest('[data-service-id], [data-page]') !== null")


def test_a_query_is_never_markup(look: Visit) -> None:
    page = look("find", path="find/#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20lonely")
    page.wait_for_selector(READY)
    expect(page.locator("[data-finding] img")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_value("<img src=x onerror=alert(1)> lonely")


def test_every_result_leads_to_its_page(look: Visit, site: Path) -> None:
    page = look("results")
    assert ranked(page)
    links = page.evaluate("[...document.querySelectorAll('.hit h3 a')].map(a => new URL(a.href).pathname.slice(1))")
    assert all((site / path / "index.html").is_file() for path in links)
    name = page.locator("[data-service-id] h3 a").first.inner_text()
    page.locator("[data-service-id] h3 a").first.click()
    expect(page.locator("h1")).to_have_text(name)


def test_the_home_page_leads_to_results(look: Visit) -> None:
    page = look("home")
    page.get_by_role("searchbox").fill("lonely")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{READY} [data-service-id]")


def test_on_a_phone_the_facets_fold_into_one_button_that_says_what_is_set(look: Visit) -> None:
    page = look("find", path="find/#q=lonely&how=phone", width=390)
    page.wait_for_selector(READY)
    fold = page.locator("details.facets > summary")
    expect(fold).to_have_text(re.compile("Narrow the list.*By phone"))
    expect(page.get_by_role("checkbox", name=re.compile("^By phone"))).to_be_hidden()
    fold.press("Enter")
    expect(page.get_by_role("checkbox", name=re.compile("^By phone"))).to_be_checked()


def test_on_a_phone_the_first_result_is_soon_in_view(look: Visit) -> None:
    page = look("results", width=390)
    assert page.evaluate("document.querySelector('[data-service-id]').getBoundingClientRect().top") < 800


STATES = {
    "results": "q=lonely+in+borehamwood&how=phone",
    "danger": "q=wants+to+kill+himself",
    "abuse": "q=husband+hits+me",
    "medical": "q=chest+pain",
    "child": "q=my+uncle+touches+me+at+night",
    "two cards": "q=took+all+his+tablets",
    "another language": "q=nie+oddycha",
    "empty": "q=0300+777+0707",
    "home and practice": "q=depression+lives+in+potters+bar+registered+in+barnet&access=bsl",
    "ways round": "q=hard+of+hearing",
    "a place and a time": "q=EN6+open+now&gp=barnet",
    "nothing": "need=gambling&how=home-visit",
    "guesses": "q=farmer",
    "said": "q=counselling+in+polish",
    "said twice": "q=home+visit+bsl+counselling+at+10.30pm+on+sunday",
    "guesses and danger": "q=farmer+wants+to+die",
}


UNLIKE = ("results", "two cards", "nothing", "said twice", "guesses and danger")
"""States that have between them every part of the page that another has."""


def opened(look: Visit, state: str, width: int, scheme: str) -> Page:
    """The page in a state, with all that folds unfolded."""
    page = look("results", path=f"find/#{STATES[state]}", width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.get_by_role("button", name=re.compile("our practice")).click()
    return page


@pytest.mark.quick_cases("guesses and danger")
@pytest.mark.parametrize("state", UNLIKE)
def test_axe_finds_nothing_in_states_that_are_unlike(state: str, look: Visit, faults_of_shapes: Callable[[Page], list[str]]) -> None:
    assert faults_of_shapes(opened(look, state, 390, "dark")) == []


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("width", "scheme"), [*BOTH, *OTHERS])
def test_axe_finds_nothing_in_any_state(state: str, width: int, scheme: str, look: Visit, faults: Callable[[Page], list[str]]) -> None:
    assert faults(opened(look, state, width, scheme)) == []


@pytest.mark.quick_cases(every=5)
@pytest.mark.parametrize("state", STATES)
def test_no_state_runs_off_a_phone_of_320_pixels(state: str, search: Visit) -> None:
    page = search(STATES[state], width=320)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.slow
def test_works_from_a_drive(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "find" / "index.html").as_uri())
    assert found(page, "link worker")[0] == "roles/link-worker-band-6/"
    page.locator("[data-page] a").first.click()
    expect(page.locator("h1")).to_have_text("Link Worker")
    page.close()


def test_without_script_there_are_links(visit: Visit) -> None:
    page = visit("find", width=390, java_script_enabled=False)
    for name in ("Loneliness and isolation", "Services from A to Z"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.locator("details.facets")).to_be_hidden()
    expect(page.locator(".care:visible")).to_have_count(0)
    expect(page.locator(".nav a").first).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
