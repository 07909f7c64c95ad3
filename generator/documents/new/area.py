"""Starter files of a new area: our records that hold anywhere in England, without our services and networks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

from jinja2 import Environment
from markupsafe import Markup

from generator.documents.new.area_records import records_for_an_area
from generator.documents.page import Files
from generator.documents.templating.environment import render
from generator.knowledge.library.library import Library
from generator.knowledge.library.loading import load
from generator.knowledge.model import CrisisContact
from generator.knowledge.text.placeholders import OWNER
from generator.machine.shipped import HOME

_WIDE = frozenset({"England", "United Kingdom"})
"""What a crisis contact covers if it holds in every area."""


_OURS = "generator/publishing/"
"""The folder of the hooks in our `mkdocs.yml`. In an area, a file of one line imports each from the installed package."""

HOOK = '''"""Lets `mkdocs serve` make the pages from `data/`: the work is done by Fingerpost."""

from generator.publishing.{hook} import *  # noqa: F403
'''

IGNORED = "/site/\n/.cache/\n/build/*\n!/build/staged/\n!/build/theme/\n/build/staged/*\n/build/theme/*\n!.keep\n__pycache__/\n"


def area_files(folder_id: str, name: str, today: date, templates: Environment, *, roles: bool) -> Files:
    """Every file of a new area by path, except its hand-written pages. `roles` adds our base roles and the records that they need."""
    library, _ = load(HOME / "data")
    contacts = [contact for contact in library.crisis.contacts if contact.covers in _WIDE]
    cited = _crisis_sources(library, contacts)
    values = {
        "id": folder_id,
        "area": name,
        "title": f"Fingerpost {name}",
        "owner": OWNER,
        "today": today.isoformat(),
        "pay_year": library.settings.pay_year,
        "contacts": contacts,
        "sources": cited,
    }
    made = {"settings/site": "settings", "vocabularies/areas": "areas", "crisis/crisis": "crisis"}
    quoting = templates.overlay()
    quoting.filters["json"] = _json
    files = records_for_an_area(library, HOME / "data", {source for names in cited.values() for source in names}, roles=roles)
    files |= {f"data/{path}.yaml": f"{render(quoting, f'new/area/{kind}.yaml.j2', **values)}\n".encode() for path, kind in made.items()}
    return files | _surroundings(values["title"])


def _json(value: object) -> Markup:
    """A quoted string that is valid JSON and YAML, so that any name is safe."""
    return Markup(json.dumps(str(value), ensure_ascii=False))  # noqa: S704 the file is YAML, and this is how YAML escapes


def _crisis_sources(library: Library, contacts: Iterable[CrisisContact]) -> Mapping[str, list[str]]:
    """The sources of each contact, by its id, without those that are also cited for local contacts."""
    local = {name for contact in library.crisis.contacts if contact.covers not in _WIDE for name in contact.source}
    return {contact.id: [name for name in contact.source if name not in local] or contact.source for contact in contacts}


def _surroundings(title: object) -> Files:
    """Our settings for the site engine with the area's title, and the other files that `mkdocs` needs to run in the folder."""
    text = (HOME / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^site_name: .*$", lambda _: f"site_name: {_json(title)}", text, count=1)
    found = {"mkdocs.yml": text.replace(_OURS, "hooks/").encode(), ".gitignore": IGNORED.encode()}
    found |= {f"hooks/{hook}.py": f"{HOOK.format(hook=hook)}".encode() for hook in re.findall(rf"- {_OURS}(\w+)\.py", text)}
    return found | dict.fromkeys(("build/staged/.keep", "build/theme/.keep"), b"")
