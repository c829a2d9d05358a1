"""Which names a preview answers to."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_meant(asked: str, *, listens_at: str, called: str) -> bool:
    """Whether a browser that has asked for a host means the server that listens at an address and was started under a name.

    `asked` is the value of the header `Host`, `listens_at` a numeric address. The address that a name leads to may change while a page is open (DNS rebinding):
    a page of any site could then read the drafts of a preview that is meant for this computer alone. It still asks under its own name.
    """
    if not ipaddress.ip_address(listens_at).is_loopback:
        return True
    name = _name_in(asked)
    return name in {"", "localhost", called} or name.endswith(".localhost") or _is_number(name)


def _name_in(host: str) -> str:
    """The name in the value of `Host`, without the port; what is none stays as it is."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return host


def _is_number(name: str) -> bool:
    """Whether it is an address in numbers, which no name server has a say in."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
