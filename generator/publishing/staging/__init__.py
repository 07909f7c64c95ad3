"""What the site engine reads: pages, packs, scripts and styles, in one folder."""
