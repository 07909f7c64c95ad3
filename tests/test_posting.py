"""A vacancy on a pack's page: a JobPosting while it is open, with all that search engines ask for, and none before or after."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.packs.compose import all_packs, make_network_pack
from generator.documents.packs.model import Pack
from generator.documents.page import Page
from generator.documents.pages import SiteContext, all_pages
from generator.documents.templating.environment import environment
from generator.documents.views.vacancy import advertised, job_posting
from tests.ours import LIBRARY

NETWORK = LIBRARY.networks["example-network"]
OPENS, CLOSES = date(2026, 11, 23), date(2026, 12, 14)
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def pack_on(day: date, index: int = 0) -> Pack:
    return make_network_pack(LIBRARY, NETWORK, index, day)


@cache
def pages_on(day: date) -> dict[str, Page]:
    packs = all_packs(LIBRARY, day)
    context = SiteContext(LIBRARY, packs, {pack.stem: [] for pack in packs}, environment(), day)
    return {page.address: page for page in all_pages(context)}


def test_everything_required_and_recommended_is_there() -> None:
    found = job_posting(pack_on(OPENS), LIBRARY, OPENS)
    assert found is not None
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "JobPosting"
    assert found["title"] == "Mental Health Practitioner"
    assert found["description"].startswith("<p>")
    assert found["description"].count("<li>") == len(list(pack_on(OPENS).statements()))
    assert found["datePosted"] == "2026-11-23"
    assert found["validThrough"] == "2026-12-14T23:59:00+00:00"
    assert found["hiringOrganization"] == {"@type": "Organization", "name": "Example Federation Ltd", "sameAs": "https://example.org/"}
    assert [place["name"] for place in found["jobLocation"]] == ["Northgate Surgery", "The Old Station Practice"]
    for place in found["jobLocation"]:
        assert place["@type"] == "Place"
        assert place["address"]["@type"] == "PostalAddress"
        assert place["address"]["addressCountry"] == "GB"
        assert place["address"]["addressLocality"]
    assert found["identifier"] == {"@type": "PropertyValue", "name": "Example network", "value": "EX7-2026-014"}
    assert found["employmentType"] == ["FULL_TIME", "PART_TIME"]
    assert found["baseSalary"]["currency"] == "GBP"
    assert found["baseSalary"]["value"]["unitText"] == "YEAR"
    assert 0 < found["baseSalary"]["value"]["minValue"] < found["baseSalary"]["value"]["maxValue"]
    assert found["directApply"] is False
    assert found["totalJobOpenings"] == 1
    assert found["workHours"] == "37.5 a week, or part time"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (OPENS - timedelta(days=1), "to come"), (OPENS, "open"), (CLOSES, "open"), (CLOSES + timedelta(days=1), "closed"),
    ],
)  # fmt: skip
def test_only_while_it_is_open(day: date, state: str) -> None:
    pack = pack_on(day)
    told = advertised(pack, day)
    assert told is not None
    assert told.standing == state
    assert (job_posting(pack, LIBRARY, day) is not None) == (state == "open")
    assert (pack.advert is not None) == (state != "closed")


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_a_posting_never_outlives_its_vacancy(day: date) -> None:
    found = job_posting(pack_on(day), LIBRARY, day)
    assert (found is not None) == (OPENS <= day <= CLOSES)


@pytest.mark.parametrize(
    ("closes", "at", "until"),
    [
        (date(2026, 6, 22), "11:59pm", "2026-06-22T23:59:00+01:00"),
        (date(2026, 12, 14), "5pm", "2026-12-14T17:00:00+00:00"),
        (date(2026, 12, 14), "12 noon", "2026-12-14T23:59:00+00:00"),
        (date(2026, 12, 14), "9.75am", "2026-12-14T23:59:00+00:00"),
        (date(2026, 3, 29), "9:30 a.m.", "2026-03-29T09:30:00+01:00"),
        (date(2026, 3, 28), "12.30am", "2026-03-28T00:30:00+00:00"),
        (date(2026, 10, 24), "12pm", "2026-10-24T12:00:00+01:00"),
        (date(2026, 10, 25), "midday", "2026-10-25T23:59:00+00:00"),
    ],
)
def test_the_moment_it_closes_is_by_the_clock_of_the_uk(closes: date, at: str, until: str) -> None:
    pack = pack_on(OPENS)
    assert pack.advert
    vacancy = pack.advert.vacancy.model_copy(update={"opens": closes, "closes": closes, "closes_at": at})
    found = job_posting(replace(pack, advert=replace(pack.advert, vacancy=vacancy)), LIBRARY, closes)
    assert found is not None
    assert found["validThrough"] == until


@pytest.mark.slow
def test_pages_carry_it_only_while_it_is_open_and_say_when_it_has_closed() -> None:
    address, other = "networks/example-network/mental-health-practitioner-band-7/", "networks/example-network/link-worker-band-6/"
    opened, closed = pages_on(OPENS), pages_on(CLOSES + timedelta(days=1))
    carried = {page.address: json.loads(found[1]) for page in opened.values() if (found := SCRIPT.search(page.body))}
    assert list(carried) == [address]
    assert carried[address] == job_posting(pack_on(OPENS), LIBRARY, OPENS)
    assert 'data-vacancy="open"' in opened[address].body
    assert "This vacancy has closed" in opened[other].body
    assert not any(SCRIPT.search(page.body) for page in closed.values())
    assert "This vacancy has closed" in closed[address].body
    assert 'id="apply"' not in closed[address].body


def test_hostile_words_stay_within_the_script() -> None:
    hostile = "</script><script>alert(1)</script>{{ 7 * 7 }}"
    network = NETWORK.model_copy(update={"name": hostile, "employer": None})
    found = job_posting(replace(pack_on(OPENS), network=network, title=hostile), LIBRARY, OPENS)
    body = environment().from_string('<script type="application/ld+json">{{ posting | tojson }}</script>').render(posting=found)
    assert body.count("</script>") == 1
    assert json.loads(SCRIPT.search(body)[1]) == found  # type: ignore[index]


def test_the_page_marks_and_explains_every_change() -> None:
    body = pages_on(OPENS)["networks/example-network/mental-health-practitioner-band-7/"].body
    pack = pack_on(OPENS)
    assert pack.tailored
    assert "May need job matching again" in body
    for change in pack.tailored.alterations:
        assert f'<tr id="change-{change.id}">' in body
        assert (f'href="#change-{change.id}"' in body) == (change.kind != "dropped")
    base = pages_on(OPENS)["roles/mental-health-practitioner-band-7/"].body
    assert "change-" not in base
    assert "job matching" not in base


def test_the_files_for_applicants_say_nothing_of_job_matching() -> None:
    from generator.documents.formats.docx.document import write_docx
    from generator.documents.formats.nhs_jobs.sheet import write_text as text

    pack = pack_on(OPENS)
    assert "matching" not in text(pack, LIBRARY.recruitment["nhs-jobs"]).decode()
    assert "job matching" not in Document(BytesIO(write_docx(pack))).element.xml
