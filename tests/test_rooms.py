"""The rooms: each module imports only from its own room and those below it. And nothing grows too long."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
MODULES = sorted((PROJECT / "generator").rglob("*.py"))

ROOMS = ["problems", "machine", "knowledge", "checks", "documents", "publishing", "bench", "cli"]
"""From the ground up."""

LAYERS = {
    "knowledge": [
        "text",
        "model",
        "reading",
        "library",
        "directory calculators danger tailoring source_documents",
        "drafts job_documents verifying",
        "bringing",
    ],
    "documents": [
        "page_kinds",
        "page",
        "packs templating",
        "charts",
        "formats",
        "views",
        "browser",
        "directory",
        "reports",
        "pages",
        "new",
    ],
    "publishing": ["disk", "directory hosting printing", "staging", "engine", "site mkdocs_tidy", "mkdocs_hook mkdocs_memory"],
}
"""Inside a room, from the ground up: its folders, and modules that stand alone. Those of one layer do not know each other."""

ENGINE = ("mkdocs", "material", "zensical")
HOOKS = {"generator/publishing/mkdocs_hook.py"}
"""The only module that may know the site engine as a library."""

RUNS_IT = {"generator/publishing/engine/process.py"}
"""The only module that has a program in a string which loads it: the one that runs it in a process of its own."""

_IMPORTS_ENGINE = re.compile(rf"^\s*(?:import|from)\s+(?:\w+(?:\.\w+)*,\s*)*(?:{'|'.join(ENGINE)})\b", re.MULTILINE)

LONGEST_MODULE = 300
LONGEST_FUNCTION = 60


def named(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def parts(path: Path) -> list[str]:
    """A module's name: `generator.checks.ids` as a list."""
    found = list(path.relative_to(PROJECT).with_suffix("").parts)
    return found[:-1] if found[-1] == "__init__" else found


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every import of a module with its line, those inside functions too."""
    package = parts(path) if path.name == "__init__.py" else parts(path)[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        if isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            for name in node.names:
                yield node.lineno, f"{start}.{name.name}"


def height(name: str) -> int:
    """The floor that a module of ours is on; the outermost modules are on the top one."""
    room = name.split(".")[1] if "." in name else "cli"
    return ROOMS.index(room) if room in ROOMS else len(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_go_down(path: Path) -> None:
    own = height(".".join(parts(path)))
    wrong = [
        f"{named(path)}:{line} imports {name}" for line, name in imported(path) if name.startswith("generator.") and height(name) > own
    ]
    assert wrong == []


def layer(name: str) -> int | None:
    """The layer of its room that a module is in, where the room has layers."""
    room, folder = [*name.split("."), "", ""][1:3]
    return next((height for height, folders in enumerate(LAYERS.get(room, [])) if folder in folders.split()), None)


@pytest.mark.parametrize("room", LAYERS)
def test_every_folder_has_its_layer(room: str) -> None:
    there = {path.stem for path in (PROJECT / "generator" / room).iterdir() if not path.stem.startswith("__")}
    assert there == {folder for folders in LAYERS[room] for folder in folders.split()}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_go_down_inside_a_room(path: Path) -> None:
    own = parts(path)
    wrong = [
        f"{named(path)}:{line} imports {name}"
        for line, name in imported(path)
        if name.split(".")[:2] == own[:2] and name.split(".")[2:3] != own[2:3] and (layer(name) or 0) >= (layer(".".join(own)) or 0)
    ]
    assert own[1:2] == [] or own[1] not in LAYERS or wrong == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_only_the_hook_knows_the_engine(path: Path) -> None:
    wrong = [f"{named(path)}:{line} imports {name}" for line, name in imported(path) if name.split(".")[0] in ENGINE]
    assert wrong == [] or named(path) in HOOKS


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_string_hides_the_engine(path: Path) -> None:
    strings = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    hidden = [text for text in strings if isinstance(text, str) and _IMPORTS_ENGINE.search(text)]
    assert bool(hidden) == (named(path) in RUNS_IT)


def test_the_command_is_the_only_printer() -> None:
    printed = [
        f"{named(path)}:{node.lineno}"
        for path in MODULES
        if not named(path).startswith("generator/cli")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printed == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{named(path)}:{node.lineno} {node.name}"


def test_every_module_says_what_it_is_for() -> None:
    silent = [named(p) for p in MODULES if p.read_text(encoding="utf-8").strip() and not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert silent == []


def test_no_public_name_has_two_homes() -> None:
    """Functions, classes and values of a module, but for the names that MkDocs gives its hooks."""
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            for name in given_in(node):
                homes.setdefault(name, []).append(named(path))
    assert {name: found for name, found in homes.items() if len(found) > 1 and not name.startswith(("_", "on_"))} == {}


def given_in(node: ast.stmt) -> list[str]:
    """The names that a statement of a module gives."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def test_the_guide_names_every_room_and_folder() -> None:
    guide = (PROJECT / "content" / "guides" / "how-it-works.md").read_text(encoding="utf-8")
    rooms = [path for path in (PROJECT / "generator").iterdir() if (path / "__init__.py").is_file() and path.name != "shipped"]
    assert [room.name for room in rooms if f"- **`{room.name}/`**" not in guide] == []
    folders = [path for room in rooms for path in room.iterdir() if (path / "__init__.py").is_file()]
    assert [folder.name for folder in folders if f"`{folder.name}/`" not in guide] == []


def test_every_place_that_the_guide_names_is_there() -> None:
    guide = (PROJECT / "content" / "guides" / "how-it-works.md").read_text(encoding="utf-8")
    places = re.findall(r"`((?:data|content|templates|generator|tests|examples)/[^`\s*]*)`", guide)
    assert len(places) > 10
    assert [place for place in places if not (PROJECT / place).exists()] == []


def test_the_readme_names_every_folder_and_none_that_is_gone() -> None:
    table = (PROJECT / "README.md").read_text(encoding="utf-8").partition("## Where things are")[2].partition("\n## ")[0]
    named_there = set(re.findall(r"`([a-z-]+/(?:[a-z-]+/)?)`", table))
    assert [place for place in sorted(named_there) if not (PROJECT / place).is_dir()] == []
    assert [path.name for path in (PROJECT / "data").iterdir() if f"data/{path.name}/" not in named_there] == []
    rooms = [path.parent.name for path in (PROJECT / "generator").glob("*/__init__.py")]
    assert [room for room in rooms if f"`{room}`" not in table] == []
