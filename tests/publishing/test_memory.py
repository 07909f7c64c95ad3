"""What is remembered is never wrong: after any change, a build with a memory gives what a build without one gives."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import Result

from generator.documents.page import File
from generator.machine.fingerprint import Fingerprints, NoFingerprint
from generator.publishing.disk.cache import KEPT_BUILDS, Cache, digest_of
from tests.browser.conftest import PROJECT

Build = Callable[..., Result]


@pytest.fixture
def place(folder: Path) -> Path:
    """A project with a directory of its own: a few of the real services, with the words and places that they name."""
    for name in ("generator", "node_modules"):
        (folder / name).symlink_to(PROJECT / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "content").mkdir()
    (folder / "content" / "about.md").write_text("---\ntitle: About\ndescription: About this site.\n---\n\nHello.\n")
    for kind, names in DIRECTORY.items():
        (folder / "data" / kind).mkdir(exist_ok=True)
        for name in names:
            shutil.copy(PROJECT / "data" / kind / f"{name}.yaml", folder / "data" / kind)
    return folder


DIRECTORY = {
    "services": ("age-uk-advice-line", "alcoholics-anonymous", "anxiety-uk", "beat", "no-panic"),
    "vocabularies": ("areas", "audiences", "needs", "talk"),
    "sources": (
        "bma-confidentiality-young-people", "gmc-0-18-confidentiality", "gmc-children-sharing-information", "mdu-confidentiality-children",
    ),
}
"""None of them names another service."""


def site_of(folder: Path) -> dict[str, bytes]:
    """Every file, and every folder: an empty one is a page that is gone."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() if p.is_file() else b"a folder" for p in sorted(folder.rglob("*"))}


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


CHANGES: dict[str, Callable[[Path], None]] = {
    "a title": lambda p: changed(p / "data/roles/guide-band-4.yaml", "title: ", "title: Chief "),
    "the settings": lambda p: changed(p / "data/settings/site.yaml", "title: ", "title: New "),
    "pay": lambda p: changed(next((p / "data/pay").glob("*.yaml")), "entry: 2", "entry: 1"),
    "a crisis contact": lambda p: changed(p / "data/crisis/crisis.yaml", "label: ", "label: Now, "),
    "the name of a service": lambda p: changed(p / "data/services/anxiety-uk.yaml", "name: ", "name: New "),
    "the number of a service": lambda p: changed(p / "data/services/anxiety-uk.yaml", "03444 775 774", "03444 775 775"),
    "a service that is gone": lambda p: (p / "data/services/no-panic.yaml").unlink(),
    "the label of a need": lambda p: changed(p / "data/vocabularies/needs.yaml", "label: Anxiety", "label: Great anxiety"),
    "the name of an area": lambda p: changed(p / "data/vocabularies/areas.yaml", "name: United Kingdom", "name: The whole kingdom"),
    "a written page": lambda p: changed(p / "content/about.md", "Hello", "Goodbye"),
    "a written page that is gone": lambda p: (p / "content/about.md").unlink(),
    "a title in the navigation": lambda p: changed(p / "mkdocs.yml", "Job packs: ", "Posts: "),
    "the name of the site": lambda p: changed(p / "mkdocs.yml", "site_name: ", "site_name: New "),
    "a template of a page": lambda p: own_template(p, "pages/roles.md.j2", "<h1>", "<h1>Our "),
    "a template with Markdown": lambda p: own_template(p, "pages/services.md.j2", "<h1>", "# A heading\n\n<h1>"),
    "a part of many pages": lambda p: own_template(p, "pages/services-parts.j2", "No number shown", "No number here"),
    "the frame of every page": lambda p: own_template(p, "site/main.html", '<div id="main"', '<div data-own id="main"'),
    "a part of the theme": lambda p: own_template(p, "site/partials/footer.html", "<footer", "<footer data-own"),
    "a part of the theme with settings": lambda p: own_template(p, "site/partials/crisis.html.j2", "<p", "<p data-own"),
    "the style sheet": lambda p: own_file(p, "assets/fingerpost.css", "body { color: black }"),
    "a picture": lambda p: own_file(p, "assets/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><style>a { fill: red }</style></svg>"),
}


def own_file(place: Path, name: str, text: str) -> None:
    (place / "own" / name).parent.mkdir(parents=True, exist_ok=True)
    (place / "own" / name).write_text(text)


def own_template(place: Path, name: str, old: str, new: str) -> None:
    target = place / "own" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(PROJECT / "templates" / name, target)
    changed(target, old, new)


@pytest.mark.slow
def test_a_change_reaches_every_page_that_shows_it(place: Path, fingerpost: Build) -> None:
    check_changes(
        place, fingerpost,
        ("a title", "a crisis contact", "a written page", "the name of a service"),
        ("the settings", "pay", "a template of a page", "the style sheet"),
        ("the label of a need", "a service that is gone", "a part of the theme"),
    )  # fmt: skip


@pytest.mark.quick_cases("the name of a service")
@pytest.mark.parametrize("what", CHANGES)
def test_each_change_alone_reaches_every_page_that_shows_it(what: str, place: Path, fingerpost: Build) -> None:
    check_changes(place, fingerpost, (what,))


def check_changes(place: Path, fingerpost: Build, *rounds: tuple[str, ...]) -> None:
    """A build after each round of changes differs from the one before, and is what a build without a memory makes."""
    (place / "own").mkdir()
    options = ("build", "--no-packs", "--templates", "own")
    assert fingerpost(*options).exit_code == 0
    for whats in rounds:
        before = site_of(place / "site")
        for what in whats:
            CHANGES[what](place)
        assert fingerpost(*options).exit_code == 0
        warm = site_of(place / "site")
        for name in (".cache", "build/staged", "build/theme", "site"):
            shutil.rmtree(place / name)
        assert fingerpost(*options).exit_code == 0
        assert site_of(place / "site") == warm, whats
        assert warm != before


@pytest.mark.slow
def test_a_link_in_the_last_site_leads_nothing_out_of_the_next(place: Path, fingerpost: Build) -> None:
    """Folders go from one site to the next; a link that somebody put in place of one does not."""
    outside = place / "outside"
    outside.mkdir()
    for _ in range(3):
        assert fingerpost("build", "--no-packs").exit_code == 0
        page = place / "site" / "services" / "beat"
        assert not page.is_symlink()
        assert list(outside.iterdir()) == []
        shutil.rmtree(page)
        page.symlink_to(outside)


@pytest.mark.slow
def test_nothing_changed_gives_the_same_and_renders_nothing(place: Path, fingerpost: Build) -> None:
    assert fingerpost("build", "--no-packs").exit_code == 0
    before = site_of(place / "site")
    files = [place / ".cache" / name for name in ("pages.sqlite", "rendered.sqlite")]
    held = [keys(file) for file in files]
    assert all(held)
    page = place / "site" / "services" / "beat" / "index.html"
    kept = page.stat().st_ino
    assert fingerpost("build", "--no-packs").exit_code == 0
    assert page.stat().st_ino == kept, "it goes on under another name"
    assert site_of(place / "site") == before
    assert [keys(file) for file in files] == held


@pytest.mark.slow
def test_what_is_published_stays_while_new_pages_are_staged(place: Path, fingerpost: Build) -> None:
    """No staged file is a file of the site by another name: to change one must not change the other."""
    assert fingerpost("build", "--no-packs").exit_code == 0
    before = site_of(place / "site")
    staged = place / "build" / "staged" / "openreferral" / "index.json"
    assert not staged.samefile(place / "site" / "openreferral" / "index.json")
    CHANGES["the settings"](place)
    changed(place / "mkdocs.yml", "theme:", "theme: [")
    assert fingerpost("build", "--no-packs").exit_code == 1
    assert site_of(place / "site") == before
    assert staged.read_bytes() != before["openreferral/index.json"]


def keys(file: Path) -> set[bytes]:
    with closing(sqlite3.connect(file)) as opened:
        return {key for (key,) in opened.execute("SELECT key FROM made")}


@pytest.mark.parametrize("damage", [b"", b"not a database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_memory_is_begun_anew(damage: bytes, tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    file.write_bytes(damage)
    memory = Cache(file)
    assert memory.get_or_make(b"key", lambda: "made") == "made"
    memory.close()
    with closing(Cache(file)) as again:
        assert again.get(b"key") == b"made"


def damaged(file: Path, chance: random.Random) -> None:
    """One of the things that happen to files, wherever it hits in the database: its head, its tables, an entry."""
    content = bytearray(file.read_bytes())
    how = chance.randrange(4)
    if how == 0:
        del content[chance.randrange(len(content)) :]
    for _ in range(chance.choice((1, 3, 300)) if content else 0):
        place = chance.randrange(min(len(content), 200)) if how == 1 else chance.randrange(len(content))
        content[place] = chance.randrange(256)
    file.write_bytes(bytes(content))


@pytest.mark.slow
@pytest.mark.parametrize("compress", [True, False])
def test_a_memory_never_gives_what_it_was_not_given(tmp_path: Path, compress: bool) -> None:
    file, chance = tmp_path / "memory.sqlite", random.Random(300)
    given = {str(number).encode(): chance.randbytes(chance.choice((10, 300, 9000))).hex() for number in range(40)}
    for round_ in range(100):
        for _ in range(2):  # in the first, what was read before the damage was found is not written again
            memory = Cache(file, compress=compress)
            for key, text in given.items():
                assert memory.get_or_make(key, lambda text=text: text) == text, round_  # type: ignore[misc]
            memory.close()
        whole = Cache(file, compress=compress)
        assert [whole.get(key) for key in given] == [text.encode() for text in given.values()], "and it remembers again"
        whole.close()
        damaged(file, chance)


def test_an_entry_under_another_key_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    memory = Cache(file)
    memory.put(b"one", b"1")
    memory.put(b"two", b"2")
    memory.close()
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("UPDATE made SET content = (SELECT content FROM made WHERE key = ?) WHERE key = ?", (b"one", b"two"))
        opened.execute("UPDATE made SET build = 'x' WHERE key = ?", (b"one",))
        opened.commit()
    memory = Cache(file)
    assert memory.get(b"one") is memory.get(b"two") is None
    memory.close()


def test_a_memory_that_cannot_be_written_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = Cache(tmp_path / "file" / "memory.sqlite")
    assert memory.get_or_make(b"key", lambda: "made") == "made"
    memory.close()


def test_what_is_not_used_is_forgotten_in_time(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    for build in range(2 * KEPT_BUILDS):
        memory = Cache(file)
        memory.get_or_make(b"always", lambda: "used each time")
        if not build:
            memory.put(b"once", b"never used again")
        memory.close()
    assert keys(file) == {b"always"}


def test_two_builds_at_once_share_a_memory(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    first, second = Cache(file), Cache(file)
    first.put(b"a", b"1")
    second.put(b"b", b"2")
    first.close()
    second.close()
    assert keys(file) == {b"a", b"b"}


def test_a_digest_sees_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    first = digest_of([tmp_path])
    (tmp_path / "a").rename(tmp_path / "b")
    second = digest_of([tmp_path])
    (tmp_path / "b").write_text("y")
    assert len({first, second, digest_of([tmp_path])}) == 3


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES, VALUES)
def test_fingerprints_tell_values_apart(one: object, other: object) -> None:
    told = Fingerprints()
    same = repr(one) == repr(other)
    assert (told.of(one) == told.of(other)) == same


@given(st.text(max_size=5), st.text(max_size=5), st.integers(0, 9))
def test_fingerprints_see_into_views(label: str, href: str, size: int) -> None:
    told = Fingerprints()
    assert told.of(File(label, href, "", size)) == told.of(File(label, href, "", size))
    assert told.of(File(label, href, "", size)) != told.of(File(label, href, "", size + 1))
    assert told.of(File(label, href + "x", "", size)) != told.of(File(label + "x", href, "", size))


def test_what_cannot_be_told_whole_is_not_remembered() -> None:
    with pytest.raises(NoFingerprint):
        Fingerprints().of(object())
    with pytest.raises(NoFingerprint):
        Fingerprints().of({"a": [iter(())]})
