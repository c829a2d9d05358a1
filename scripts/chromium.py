"""The system's Chromium, which the browser tests drive."""

import os
import shutil
import subprocess

SHELL = "chromium-headless-shell"
"""Chromium without its windows and menus, from the same Debian source: pages are the same, and opening one costs a fifth."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ADVICE = """The tests in a browser need Chromium, which is not installed:
    Debian, Ubuntu   sudo apt-get install chromium
    Fedora           sudo dnf install chromium
    macOS            brew install --cask chromium
or leave them out with --fast."""


def chromium() -> str | None:
    """The path of an installed Chromium or Chrome, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def installed_chromium() -> str | None:
    """The same, installed first from Debian's archive where that is possible: by root, with apt-get."""
    if shutil.which(SHELL) is None and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium with apt-get.", flush=True)
        # The lists of packages are fetched only where they are missing or old.
        is_there = _apt("install", SHELL) or (_apt("update") and _apt("install", SHELL))
        if not is_there and chromium() is None:
            _apt("install", "chromium")
    return chromium()


def _apt(*arguments: str) -> bool:
    """Run apt-get without questions; whether it worked."""
    options = ("--yes", "--quiet", "--no-install-recommends", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=30")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", *options, *arguments]
    return subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
