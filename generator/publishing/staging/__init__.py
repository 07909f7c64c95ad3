"""The staging folder that the site engine reads: pages, packs, scripts and styles."""
