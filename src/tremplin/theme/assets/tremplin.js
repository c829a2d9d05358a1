// What the page gains with a script; it reads and works without.

// What only some pages need is fetched by those pages: a selector and the program that serves what it finds.
const programs = [
  ["[data-term]", "./terms.js"],
  ["[data-reading]", "./reading.js"],
];
for (const [selector, program] of programs) {
  if (document.querySelector(selector)) import(program);
}

// Light or dark: the system's, until the reader chooses. The choice stays in this browser.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const button = document.querySelector("[data-scheme-button]");
const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
const show = () => button?.setAttribute("aria-pressed", String(isDark()));

button?.addEventListener("click", () => {
  const wanted = isDark() ? "light" : "dark";
  const isSystems = (wanted === "dark") === system.matches;
  root.dataset.scheme = isSystems ? "" : wanted;
  try {
    localStorage.setItem("tremplin-scheme", root.dataset.scheme);
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
  show();
});
system.addEventListener?.("change", show);
if (button) button.hidden = false;
show();

// Menus close on Escape, which gives the focus back, and when the reader goes elsewhere.
const menus = [...document.querySelectorAll(".tp-header details")];
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus.filter((one) => one.open)) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
  });
}
