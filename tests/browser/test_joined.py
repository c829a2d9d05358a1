"""What readers get in the place of many files says the same as those files."""

from __future__ import annotations

from playwright.sync_api import Page

from tremplin.render.mkdocs.theme import STYLES, THEME, joined

RULES = """async (css) => {
  const sheet = await new CSSStyleSheet().replace(css);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s*([,>])\\s*/g, "$1"));
}"""


def test_styles_without_remarks_mean_the_same_to_a_browser(visitor: Page) -> None:
    written = "\n".join(file.read_text(encoding="utf-8") for file in sorted((THEME / STYLES).glob("*.css")))
    served = dict(joined())["assets/tremplin.css"]

    rules = visitor.evaluate(RULES, written)
    assert len(rules) > 300
    assert visitor.evaluate(RULES, served) == rules
    assert len(served) < 0.9 * len(written)


def test_every_program_is_served_without_remarks(visitor: Page, site: str) -> None:
    visitor.goto(f"{site}en/")
    programs = [path for path, _ in joined() if path.endswith(".js")]

    assert len(programs) > 5
    for path in programs:
        text = visitor.request.get(f"{site}en/{path}").text()
        assert text == dict(joined())[path]
        assert "\n//" not in text
        read = visitor.evaluate("(path) => import(path).then(() => 'read', (fault) => String(fault))", f"{site}en/{path}")
        assert not read.startswith("SyntaxError"), path  # What a program looks for may stand on other pages only.
