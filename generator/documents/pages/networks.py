"""The pages of networks: the list, each network, and its packs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.coverage import STATES
from generator.documents.packs.labels import LABELS
from generator.documents.packs.terms import partner_facts
from generator.documents.page import Page
from generator.documents.pages.roles import pack_pages
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.background_links import background
from generator.documents.views.network import NetworkView, network_view


def network_pages(context: SiteContext) -> Iterator[Page]:
    """The networks, each network, and its packs as pages."""
    views = [_view(context, name) for name in context.library.networks]
    about = "Networks that have made a role their own, their practices and their packs."
    yield context.page("networks/index.md", "Networks", about, "networks", views=views)
    more = background(context.library)
    for view in views:
        home = f"networks/{view.network.id}"
        yield context.page(
            f"{home}/index.md", view.network.name, view.network.profile[0], "network",
            view=view, states=STATES, more=more, labels=LABELS,
            partners=list(partner_facts(LABELS, view.network.defaults.partners or [])),
        )  # fmt: skip
        for pack in view.packs:
            yield from pack_pages(context, pack, f"{home}/{pack.role.id}", f"../../../roles/{pack.role.id}/source/")


def _view(context: SiteContext, name: str) -> NetworkView:
    packs = [pack for pack in context.network_packs if pack.network and pack.network.id == name]
    return network_view(context.library, context.library.networks[name], packs, context.files, context.today)
