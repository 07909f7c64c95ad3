"""Paths of a project's folders and caches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Progress = Callable[[str], None]
"""Called with a few words about the current step."""


@dataclass(frozen=True)
class Folders:
    """Where everything is. All but `project` may lie anywhere on disk."""

    project: Path
    data: Path
    content: Path
    out: Path
    templates: tuple[Path, ...] = field(default=())

    @property
    def staged(self) -> Path:
        """What the site engine reads."""
        return self.project / "build" / "staged"

    @property
    def theme(self) -> Path:
        """The theme that the site engine uses: ours over Material's."""
        return self.project / "build" / "theme"

    @property
    def empty(self) -> Path:
        """Folders of the last site, without its files."""
        return self.project / "build" / "folders"

    @property
    def cache(self) -> Path:
        """Packs made before."""
        return self.project / ".cache" / "packs"

    @property
    def pages(self) -> Path:
        """Pages made before."""
        return self.project / ".cache" / "pages.sqlite"

    @property
    def compiled(self) -> Path:
        """Templates compiled before."""
        return self.project / ".cache" / "templates"

    @property
    def rendered(self) -> Path:
        """Pages that the site engine rendered before."""
        return self.project / ".cache" / "rendered.sqlite"

    @property
    def finished(self) -> Path:
        """What was made of finished files before."""
        return self.project / ".cache" / "finished.sqlite"

    @property
    def checked(self) -> Path:
        """What the last checks found."""
        return self.project / ".cache" / "checks.sqlite"

    @property
    def approved(self) -> Path:
        """Which data passed every check."""
        return self.project / ".cache" / "approved"

    @classmethod
    def of(cls, project: Path) -> Folders:
        """The usual folders of a project."""
        return cls(project, project / "data", project / "content", project / "site")
