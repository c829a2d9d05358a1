"""Where the feeds of an edition stand: one for everything, one for each kind of record."""

from __future__ import annotations

from tremplin.model.kinds import KINDS

FEED = "feed.xml"
"""The file, beside the page whose news it tells."""
FOLLOWED = frozenset({"", *(f"{kind.folder}/" for kind in KINDS)})
"""The pages that have a feed, relative to their edition: its home and the catalogues of records."""
