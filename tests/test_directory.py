"""Pages of a small directory, as a build makes them: what each may show, and what it must not."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.pages.handing import giving_files
from generator.documents.pages.needs import need_pages, pages_by_area
from generator.documents.pages.services import service_pages
from generator.documents.pages.site_context import SiteContext
from generator.documents.templating.environment import environment
from generator.documents.views.opening_hours import clock, days
from generator.knowledge.library.loading import load
from generator.knowledge.model.labels import WEEKDAYS
from generator.publishing.hosting.offline import for_a_drive
from generator.publishing.site import build_site
from tests.browser.conftest import project
from tests.conftest import CASES

TODAY = date(2026, 11, 22)
HOSTILE = "\"><script>alert('x')</script><img src=x onerror=alert(1)> {{ config }} [link](javascript:alert(1))"

GIVEAWAY = "Call 020 7946 0123, mail spy@tell.example, Sundays at 7.15am, 12 Telltale Lane, ZE9 9ZE."
"""What a text may hold that a field of its own would not show."""

WORDS = {
    "areas": [
        {"id": "kingdom", "name": "United Kingdom", "kind": "kingdom"},
        {"id": "shire", "name": "Shire", "kind": "county", "inside": "kingdom"},
        {"id": "town", "name": "Town", "kind": "town", "inside": "shire"},
        {"id": "hamlet", "name": "Hamlet", "kind": "town", "inside": "shire"},
    ],
    "audiences": [{"id": "everyone", "label": "Anyone"}],
    "needs": [
        {"id": "talk", "label": "Someone to talk to", "group": "Emotional", "words": ["talk"]},
        {"id": "abuse", "label": "Domestic abuse", "group": "Safety", "words": ["abuse"], "danger": {"level": "urgent", "kind": "abuse"}},
        {"id": "sleep", "label": "Sleep problems", "group": "Health", "words": ["sleep"], "near": ["talk", "abuse"]},
    ],
}  # fmt: skip


def service(slug: str, /, **more: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "id": slug,
        "name": f"The {slug} line",
        "organisation": "Example trust",
        "summary": "It listens.",
        "needs": ["talk"],
        "audiences": ["everyone"],
        "areas": ["shire"],
        "confidence": "high",
        "review_after": "2027-01-31",
        "sources": [{"id": "list", "title": "A list", "kind": "provider", "url": "https://example.org/list", "read_on": "2026-11-01"}],
    }
    return {**plain, **more}


def phone(number: str, **more: object) -> dict[str, object]:
    return {"number": number, "checked_on": "2026-11-02", "source": "list", **more}


def copied(number: str, **more: object) -> dict[str, object]:
    return {"number": number, "copied_on": "2026-11-02", "source": "list", **more}


PLACE = {"address": "1 High Street", "area": "town"}
SERVICES = [
    service(
        "full", areas=["town"], phones=[phone("020 7946 0001", label="Day line"), phone("020 7946 0002", confidence="low")],
        email="full@example.org", texts=[phone("85258", word="SHOUT")],
        url="https://www.example.org/full", min_age=18, max_age=65,
        hours=[{"days": list(WEEKDAYS[:5]), "opens": "09:00", "closes": "17:30", "closed_on_bank_holidays": True}], cost="free",
        referral=["self"], delivery=["phone", "group"], locations=[PLACE], eligibility=["People of Town"], languages=["Welsh"],
        access=["Ramp"],
        not_for=[{"who": "Danger now", "because": "It has no ambulance.", "instead": ["careful", "ended"]}],
        conflicts=[{"about": "hours", "says": "A leaflet says 8am.", "source": "list", "kept": "We keep 9am."}],
        assured_on="2026-11-01", assured_by="Example trust",
    ),
    service(
        "doubtful", confidence="low", phones=[phone("020 7946 0003")], url="https://example.org/doubtful",
        not_confirmed=["Whether it runs."],
    ),
    service("unverified", confidence="unverified", email="nobody@example.org", reach_through=["full"], not_confirmed=["All of it."]),
    service(
        "loose", confidence="low", name="The loose line, 12 Telltale Lane", organisation="Loose, ZE9 9ZE", url="https://example.org/loose",
        summary=f"It listens. {GIVEAWAY}", alert=GIVEAWAY, other_names=[GIVEAWAY], eligibility=[GIVEAWAY], not_confirmed=[GIVEAWAY],
        not_for=[{"who": GIVEAWAY, "because": GIVEAWAY}], how_to_refer=GIVEAWAY, hours_note=GIVEAWAY, area_note=GIVEAWAY, access=[GIVEAWAY],
        phones=[copied("020 7946 0009", note=GIVEAWAY, label=GIVEAWAY)], ages_note=GIVEAWAY, cost_note=GIVEAWAY, languages=[GIVEAWAY],
        locations=[{"address": "13 Telltale Lane", "area": "town"}], hours=[{"days": ["monday"], "opens": "04:44", "closes": "05:55"}],
        conflicts=[{"about": "phone", "says": "Tattle.", "source": "list", "kept": "Tattle."}], accept_wording=[
            {"rule": "contested", "quote": GIVEAWAY, "because": GIVEAWAY, "accepted_on": "2026-11-01"}],
        safety={"hide_address": False, "leave_fast": False, "notes": [{"text": GIVEAWAY, "source": "list"}]},
        sources=[{"id": "list", "title": GIVEAWAY, "kind": "news", "read_on": "2026-11-01"}],
    ),
    service(
        "resting", status="paused", alert="Full until spring.", paused_until="2027-03-01", phones=[phone("020 7946 0004")],
        summary="It listens. Call 020 7946 0124, or 020 7946 0002 of the full line.",
    ),
    service("ended", status="closed", closed_on="2025-06-30", replaced_by=["full"], phones=[phone("020 7946 0005")]),
    service("forgotten", review_after="2025-12-01", phones=[phone("020 7946 0006")], locations=[PLACE], url="https://example.org/forgotten"),
    service(
        "careful", needs=["abuse", "talk"], areas=["kingdom"], phones=[phone("020 7946 0007")],
        safety={"hide_address": True, "leave_fast": True},
    ),
    service(
        "hostile", name=f"Hostile {HOSTILE}"[:110], summary=HOSTILE, organisation=HOSTILE[:90], areas=["hamlet"], eligibility=[HOSTILE],
        phones=[phone("020 7946 0008", note=HOSTILE)], not_confirmed=[HOSTILE],
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the smallest data and these services."""
    folder = tmp_path_factory.mktemp("directory")
    shutil.copytree(CASES / "valid" / "base" / "data", folder / "data")
    for name, entries in WORDS.items():
        file = folder / "data" / "vocabularies" / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"id": name, name: entries}))
    (folder / "data" / "services").mkdir()
    for one in SERVICES:
        (folder / "data" / "services" / f"{one['id']}.yaml").write_text(json.dumps(one))
    built = project(folder / "project", folder / "data")
    build_site(built, TODAY, printing=None)
    return built.out


@pytest.fixture
def told(made: Path) -> Callable[[str], str]:
    """The words of a page, without its markup, header and footer."""

    def read(address: str) -> str:
        return words(body(made, address))

    return read


def body(made: Path, address: str) -> str:
    text = (made / address / "index.html").read_text(encoding="utf-8")
    return text[text.index('id="main"') : text.index('<footer class="foot"')]


def words(html: str) -> str:
    return re.sub(r" ([.,;:])", r"\1", " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()))


def everywhere(made: Path, *endings: str) -> Iterator[tuple[str, str]]:
    """Every file with these endings."""
    for path in sorted(made.rglob("*")):
        if path.suffix in endings and "javascripts" not in path.parts:
            yield path.relative_to(made).as_posix(), path.read_text(encoding="utf-8")


def everything(made: Path) -> Iterator[tuple[str, str]]:
    """Every file of the site as text in small letters, those inside zips and workbooks too."""
    waiting = [(path.relative_to(made).as_posix(), path.read_bytes()) for path in sorted(made.rglob("*")) if path.is_file()]
    while waiting:
        name, content = waiting.pop()
        if content.startswith(b"PK\x03\x04"):
            with ZipFile(BytesIO(content)) as archive:
                waiting += [(f"{name}/{entry}", archive.read(entry)) for entry in archive.namelist() if not entry.endswith("/")]
        else:
            yield name, unescape(content.decode("utf-8", "replace")).lower()


def test_a_whole_record_is_told(told: Callable[[str], str]) -> None:
    text = told("services/full/")
    for said in (
        "The full line", "Example trust", "Town", "Ages 18 to 65", "Call: day line 020 7946 0001", "Text SHOUT to 85258",
        "Monday to Friday", "9am to 5:30pm, not on bank holidays", "They can contact it themselves.", "By phone or in a group",
        "People of Town", "Welsh", "Ramp", "Free", "full@example.org", "1 High Street",
        "Danger now. It has no ambulance. Use The careful line.",
        "Hours A leaflet says 8am. (A list) We keep 9am.", "Phone: 020 7946 0001 A list Checked 2 Nov 2026 The provider’s own site",
        "Next review due by 31 January 2027. Looked after by Example trust.",
    ):  # fmt: skip
        assert said in text
    assert "ended" not in text.lower().split("not for")[1].split("when it is open")[0], "nobody is sent to a closed service"


def test_a_page_as_it_stands(made: Path, golden: Callable[[Path, str], None]) -> None:
    lines = [line for line in body(made, "services/full/").splitlines() if line.strip()]
    golden(CASES / "service-page.html", "\n".join(lines) + "\n")


HELD_BACK = [f"020 7946 {ending}" for ending in ("0002", "0003", "0005", "0009", "0123", "0124")]
TOLD_NOWHERE = [
    *HELD_BACK, *(number.replace(" ", "") for number in HELD_BACK), *(number.removeprefix("020 ") for number in HELD_BACK),
    "spy@tell", "sundays", "7.15am", "04:44", "4:44am", "telltale", "ze9", "tattle",
]  # fmt: skip


def test_what_may_not_be_shown_stands_nowhere(made: Path) -> None:
    """Numbers, mails, hours, places and conflicts, in fields and in texts: in pages, search, feed, tables, sheets, and the offline copy."""
    files = 0
    for name, text in everything(made):
        files += 1
        for marker in TOLD_NOWHERE:
            assert marker not in text, f"{marker} in {name}"
    assert files > 200


def test_what_was_taken_out_of_a_text_says_so(told: Callable[[str], str]) -> None:
    text = told("services/loose/")
    assert "The loose line, (address not shown)" in text
    assert "It listens. Call (number not shown), mail (email not shown), (hours not shown), (address not shown)." in text
    assert "When it is open Not confirmed. Check with the service before you send someone." in text
    assert "Where sources disagree" not in text
    assert "Call (number not shown) of the full line." in told("services/resting/")


def test_what_is_not_confirmed_says_so(told: Callable[[str], str]) -> None:
    text = told("services/doubtful/")
    assert "Not confirmed: check this before you give it out Whether it runs." in text
    assert "No number shown. We could not confirm it." in text
    assert "See what its website says example.org/doubtful" in text
    text = told("services/unverified/")
    assert "Reach it through The full line" in text
    assert "nobody@example.org" not in text


def test_a_paused_one_says_until_when_and_stays_in_lists(told: Callable[[str], str]) -> None:
    assert "Paused until 1 March 2027 Full until spring." in told("services/resting/")
    assert "The resting line" in told("needs/talk/")


def test_a_closed_one_is_in_no_list_and_its_page_leads_on(told: Callable[[str], str], made: Path) -> None:
    text = told("services/ended/")
    assert "This service has closed It ended on 30 June 2025." in text
    assert "Use instead The full line" in text
    for address in ("needs/talk/", "services/", "areas/shire/", "areas/town/"):
        assert "ended" not in told(address)
    assert json.loads(given_away(made))["services"]["ended"] == {"name": "The ended line", "gone": "closed", "next": ["full"]}


def test_a_withheld_one_shows_no_details_and_is_in_no_list(made: Path) -> None:
    """A build goes on without it, and says so."""
    library, _ = load(made.parents[1] / "data")
    context = SiteContext(library, [], {}, environment(), date(2026, 12, 2))
    pages = {page.address: page.markdown() for make in (service_pages, need_pages, pages_by_area) for page in make(context)}
    text = words(pages.pop("services/forgotten/"))
    assert "We no longer show this service" in text
    assert "1 December 2025" in text
    assert "More services by need Someone to talk to" in text
    for hidden in ("It listens", "High Street", "example.org/forgotten", "Call", "020 7946 0006"):
        assert hidden not in text
    assert not [address for address, page in pages.items() if "forgotten" in page]
    given = giving_files(context)["assets/giving-data.js"].decode()
    assert '"forgotten":{"name":"The forgotten line","gone":"withheld","next":[]}' in given


def given_away(made: Path) -> str:
    text = (made / "assets" / "giving-data.js").read_text(encoding="utf-8")
    return text[text.index("giving={") + len("giving=") : text.rindex(";")]


def test_where_leaving_fast_matters_there_is_a_way_and_no_address(told: Callable[[str], str], made: Path) -> None:
    html = body(made, "services/careful/")
    assert 'href="https://www.bbc.co.uk/weather" rel="nofollow noreferrer" data-leave' in html
    assert html.index("data-leave") < html.index("<h1>")
    assert "Its address is kept private" in told("services/careful/")
    assert "data-leave" in body(made, "needs/abuse/")
    assert "data-leave" not in body(made, "services/full/")


def test_a_need_lists_near_ones_first_and_a_gap_leads_on(told: Callable[[str], str]) -> None:
    text = told("needs/talk/")
    assert text.index("In Shire") < text.index("The full line") < text.index("Anywhere in England") < text.index("The careful line")
    text = told("needs/sleep/")
    assert "No service lists this yet. There is nothing wrong with your search: the directory has a gap here." in text
    assert re.search(r"Someone to talk to 8 services.*Domestic abuse 1 service\b", text)
    assert "Sleep problems none yet" in told("needs/")


def test_an_area_shows_its_own_then_what_is_around(told: Callable[[str], str], made: Path) -> None:
    text = told("areas/town/")
    assert text.index("In Town") < text.index("The full line") < text.index("All over Shire") < text.index("The resting line")
    assert "1 work anywhere in the United Kingdom" in text
    assert 'data-service-id="full"' in body(made, "areas/town/")
    assert 'data-service-id="full"' not in body(made, "areas/hamlet/")


def test_a_list_says_where_to_turn_instead_of_a_number(told: Callable[[str], str]) -> None:
    """In the words of the search, so that a service looks the same wherever it is met."""
    text = told("areas/hamlet/")
    assert "We could not confirm it. Ask The full line." in text
    assert "Not for Danger now." in told("areas/town/")


@pytest.mark.parametrize("address", ["services/", "services/full/", "needs/", "needs/talk/", "areas/town/"])
def test_ways_of_finding_support_are_marked_as_such(made: Path, address: str) -> None:
    """The header says where a reader is, on pages that are not in it too."""
    text = (made / address / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'aria-current="true">([^<]+)', text) == ["Find support"]


def test_from_a_to_z_leaves_out_the(told: Callable[[str], str]) -> None:
    text = told("services/")
    names = ["The careful line", "The doubtful line", "The full line", "Hostile", "The loose line", "The resting line"]
    names.append("The unverified line")
    assert sorted(names, key=text.index) == names


def test_a_problem_is_reported_with_the_page_in_the_message(made: Path) -> None:
    html = body(made, "services/full/")
    begun = "mailto:nobody@fingerpost.internal?subject=The%20full%20line%3A%20the%20number%20does%20not%20work&amp;body="
    assert f"{begun}https%3A%2F%2Ffingerpost.internal%2Fservices%2Ffull%2F" in html


def test_data_becomes_no_markup(made: Path) -> None:
    for name, text in everywhere(made, ".html", ".js"):
        assert "<script>alert" not in text, name
        assert "<img src=x" not in text, name
        assert 'href="javascript:' not in text, name
    assert "{{ config }}" in words(body(made, "services/hostile/")), "it is shown as it stands"


def test_services_are_not_in_the_navigation(made: Path) -> None:
    text = (made / "index.html").read_text(encoding="utf-8")
    assert "services/full" not in text[text.index('<nav class="nav"') : text.index("</nav>", text.index('<nav class="nav"'))]


@given(st.sets(st.sampled_from(WEEKDAYS), min_size=1))
def test_days_in_words_mean_the_same_days(named: set[str]) -> None:
    said = days(sorted(named))
    if said == "Every day":
        meant = set(WEEKDAYS)
    elif " to " in said:
        first, last = (WEEKDAYS.index(name.lower()) for name in said.split(" to "))
        meant = {WEEKDAYS[(first + step) % 7] for step in range((last - first) % 7 + 1)}
    else:
        meant = set(re.split(r", | and ", said.lower()))
    assert meant == named


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_in_words_means_the_same_time(hour: int, minute: int) -> None:
    told = clock(f"{hour:02}:{minute:02}")
    match = re.fullmatch(r"(\d+)(?::(\d\d))?([ap])m", told)
    if not match:
        assert {"midnight": (0, 0), "midday": (12, 0)}[told] == (hour, minute)
    else:
        assert (int(match[1]) % 12 + 12 * (match[3] == "p"), int(match[2] or 0)) == (hour, minute)


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("../../find/?q=a", "../../find/index.html?q=a"), (".", "index.html"), ("..", "../index.html"), ("../", "../index.html"),
        ("a/#b", "a/index.html#b"), ("?q=1", "index.html?q=1"), ("#b", "#b"), ("", ""), ("mailto:a@b.org", "mailto:a@b.org"),
        ("https://example.org/", "https://example.org/"), ("packs/a.pdf", "packs/a.pdf"), ("./a/", "a/index.html"),
    ],
)  # fmt: skip
def test_links_for_a_drive_name_files(link: str, file: str) -> None:
    page = f'<p>href="{link}"</p><a class="x" href="%s">'
    assert for_a_drive((page % link).encode()) == (page % file).encode()
