"""What every maker of pages works with: the library, the packs, the day, and the templates."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar, cast

from jinja2 import Environment

from generator.documents.packs.model import Pack, by_band
from generator.documents.page import File, Page
from generator.documents.page_kinds import PAGE_KINDS
from generator.documents.templating.environment import render
from generator.knowledge.library.library import Library
from generator.machine.fingerprint import Fingerprints, NoFingerprint

_Kept = TypeVar("_Kept")

Remember = Callable[[bytes, Callable[[], str]], str]
"""Gives the text of a key: what was made before from the same things, or what the function makes now."""


def _forget(_: bytes, make: Callable[[], str]) -> str:
    """Remember nothing."""
    return make()


@dataclass(frozen=True)
class SiteContext:
    """A library on its way to pages. `all_packs` has those of networks too; `files` what each has to download, by its stem."""

    library: Library
    all_packs: Sequence[Pack]
    files: Mapping[str, Sequence[File]]
    templates: Environment
    today: date
    remember: Remember = _forget
    made_with: bytes = b""
    """What tells our templates and code from others, for what is remembered."""
    fingerprints: Fingerprints = field(default_factory=Fingerprints)
    kept: dict[type, object] = field(default_factory=dict)

    @property
    def base_packs(self) -> list[Pack]:
        """The packs of base roles, lowest band first."""
        return by_band(pack for pack in self.all_packs if not pack.network)

    @property
    def network_packs(self) -> list[Pack]:
        """The packs of networks."""
        return [pack for pack in self.all_packs if pack.network]

    def once(self, kind: type[_Kept], make: Callable[[], _Kept]) -> _Kept:
        """What several parts of the site need, made once."""
        if kind not in self.kept:
            self.kept[kind] = make()
        return cast(_Kept, self.kept[kind])

    def page(self, path: str, title: str, description: str, kind: str, **values: object) -> Page:
        """A page from the template of its kind, which has `site`, `crisis` and `root` besides `values`."""
        blank = Page(path, title, description, PAGE_KINDS[kind], "")
        shared = {"site": self.library.settings, "crisis": self.library.crisis, "root": blank.root}
        return replace(blank, body=self._body(f"pages/{kind}.md.j2", {**shared, **values}))

    def _body(self, template: str, values: Mapping[str, object]) -> str:
        """A template filled in, from memory where it was filled in with the same before."""
        try:
            fingerprint = self.fingerprints.of(values)
        except NoFingerprint:
            return render(self.templates, template, **values)
        key = hashlib.sha256(self.made_with + f"{template} {fingerprint}".encode()).digest()
        return self.remember(key, lambda: render(self.templates, template, **values))
