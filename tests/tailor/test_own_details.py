"""Where a role has an employer, or a vacancy a contact, of its own, the page changes that one: it is what the pack shows."""

from __future__ import annotations

import subprocess

from tests.tailor.browser_side import ROOT, node

SCRIPT = """
import { read, written } from "./templates/browser/tailor/draft.js";
const role = { role: "r" };
const post = { role: "r", employer: { name: "Trust" }, vacancies: [{ contact: { name: "Sam" } }] };
const own = { employer: { name: "Federation" }, contact: { name: "Jo" }, roles: [post] };
const one = { employer: { name: "Federation" }, roles: [{ role: "r" }] };
const changed = written(written(own, role, "employer.name", "Another trust"), role, "contact.name", "Ada");
console.log([read(own, role, "employer.name"), read(own, role, "contact.name"), read(one, role, "employer.name")].join());
const [found] = changed.roles;
console.log([changed.employer.name, found.employer.name, changed.contact.name, found.vacancies[0].contact.name].join());
"""


def test_the_nearest_is_read_and_changed() -> None:
    ran = subprocess.run([node(), "--input-type=module", "-e", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stdout.splitlines() == ["Trust,Sam,Federation", "Federation,Another trust,Jo,Ada"], ran.stderr
