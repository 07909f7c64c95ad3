"""The pages of networks: the list, each network, and its packs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.coverage import STATES
from generator.documents.page import Page
from generator.documents.pages.making import Making
from generator.documents.pages.roles import pack_page
from generator.documents.views.background_links import background
from generator.documents.views.network import NetworkView, view_of


def network_pages(making: Making) -> Iterator[Page]:
    """The networks, each network, and its packs as pages."""
    views = [_view(making, name) for name in making.library.networks]
    about = "Networks that have made a role their own, their practices and their packs."
    yield making.page("networks/index.md", "Networks", about, "networks", views=views)
    more = background(making.library)
    for view in views:
        home = f"networks/{view.network.id}"
        yield making.page(f"{home}/index.md", view.network.name, view.network.profile[0], "network", view=view, states=STATES, more=more)
        for pack in view.packs:
            yield pack_page(making, pack, f"{home}/{pack.role.id}/index.md", f"../../../roles/{pack.role.id}/source/")


def _view(making: Making, name: str) -> NetworkView:
    packs = [pack for pack in making.network_packs if pack.network and pack.network.id == name]
    return view_of(making.library, making.library.networks[name], packs, making.files, making.today)
