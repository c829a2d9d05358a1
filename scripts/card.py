"""Draw the picture that stands for a site where somebody links to it: `python3 scripts/card.py`.

It has no words, since the same picture goes with eight languages and with the sites of others. Chromium draws it; the file is committed, so
that a build needs neither.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.environment import DEVELOPMENT, ROOT, enter

PICTURE = ROOT / "src" / "tremplin" / "theme" / "assets" / "card.png"
SIZE = (1200, 630)
PAPER, WASH, TEAL, BAND, AMBER, LIGHT = "#fbf7ef", "#dcebe4", "#0f5c55", "#0b4a44", "#ffc24b", "#fff0cc"
"""The colours of the theme (theme/styles/10-base.css)."""
BOARD, RISE, FALL, SUN = (418, 314), (500, 90), (780, 60), (950, 236)
"""The leap, as the four points of a Bézier curve: from the end of the springboard to the sun."""
STEPS = (0.14, 0.26, 0.38, 0.5, 0.62, 0.74)



def drawing() -> str:
    """The picture as SVG: a springboard, a leap, a warm sun behind hills."""
    way = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{6 + 10 * at:.1f}" fill="{AMBER}"/>' for at in STEPS for x, y in [leap(at)])
    width, height = SIZE
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
<path fill="{PAPER}" d="M0 0h{width}v{height}H0z"/>
<circle cx="{SUN[0]}" cy="{SUN[1]}" r="215" fill="{LIGHT}"/>
<path fill="{WASH}" d="M0 470c180-70 330-60 520 0s390 60 680-95v255H0z"/>
{way}
<circle cx="{SUN[0]}" cy="{SUN[1]}" r="76" fill="{AMBER}"/>
<path d="M96 436h172c86 0 122-46 150-122M150 436v150M262 436v150" fill="none" stroke="{BAND}" stroke-width="26" stroke-linecap="round"/>
<path fill="{TEAL}" d="M0 545c250-45 480-25 700 10s350 25 500-20v95H0z"/>
<path fill="{BAND}" d="M0 596c300-30 620 25 1200-10v50H0z"/>
</svg>"""


def leap(at: float) -> tuple[float, float]:
    """Where the ball is after a part of its way."""
    shares = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
    x, y = (sum(share * point[axis] for share, point in zip(shares, (BOARD, RISE, FALL, SUN), strict=True)) for axis in (0, 1))
    return x, y


def main() -> None:
    """Draw it and keep it."""
    enter(DEVELOPMENT)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  it is there once the environment is

    from scripts.chromium import chromium  # noqa: PLC0415  as above

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{drawing()}")
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
