"""What would shut somebody out of a page, found with axe-core."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Literal

from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 AA, with targets of 24 px, and what axe's makers advise besides."""
Rules = dict[str, Any]
EVERYTHING: Rules = {"runOnly": STANDARD}
RULES: dict[Scheme, Rules] = {"light": EVERYTHING, "dark": {"runOnly": ["color-contrast"]}}
"""In dark colours nothing differs but what can be read."""
BEGIN = "options => { window.axeRun = axe.run(document, { ...options, resultTypes: ['violations'], preload: { assets: ['media'] } }) }"
"""Films are all that one of these rules looks into; axe would fetch and read all styles besides."""


def barriers(page: Page) -> list[str]:
    """What axe finds on a page in light colours, and what cannot be read in dark ones."""
    found = []
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)
        begin(page, rules)
        found += found_barriers(page, scheme)
    return found


def begin(page: Page, rules: Rules) -> None:
    """Let axe look at a page, and do not wait for it."""
    page.evaluate(AXE)
    page.evaluate(BEGIN, rules)


def found_barriers(page: Page, scheme: Scheme) -> list[str]:
    """What axe has found, when it has looked at everything."""
    violations = page.evaluate("async () => (await window.axeRun).violations")
    return [f"{scheme} {violation['id']}: {node['html'][:160]} {node['failureSummary']}" for violation in violations for node in violation["nodes"]]
