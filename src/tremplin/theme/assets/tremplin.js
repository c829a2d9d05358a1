// What the page gains with a script; it reads and works without.

// What only some pages need is fetched by those pages: a selector and the program that serves what it finds.
const programs = [
  ["[data-search-page]", "./search-page.js"],
  ["[data-term]", "./terms.js"],
  ["[data-catalogue]", "./catalogue.js"],
  ["[data-reading]", "./reading.js"],
];
for (const [selector, program] of programs) {
  if (document.querySelector(selector)) import(program);
}

// What stands further down on a page is fetched when the reader comes near it.
const later = [
  ["[data-film], [data-of]", "./video.js"],
  ["[data-steps]", "./checklist.js"],
  ["[data-grid], [data-attestation]", "./grid.js"],
];
for (const [selector, program] of later) {
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    near.disconnect();
    import(program);
  }, { rootMargin: "50%" });
  for (const one of document.querySelectorAll(selector)) near.observe(one);
}

// Passing the page on: fetched when somebody is about to.
const sharer = document.querySelector("[data-share]");
const sharing = () => import("./share.js");
sharer?.addEventListener("pointerenter", sharing, { once: true });
sharer?.addEventListener("click", () => sharing().then((program) => program.share(sharer)));
if (sharer) for (const one of [sharer, sharer.nextElementSibling]) one.hidden = false;

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

// Without a script the search box leads to everything from A to Z, with it to the search.
for (const form of document.querySelectorAll("form[data-search]")) form.action = form.dataset.search;
const list = document.querySelector("[data-search-all]");
if (list && new URLSearchParams(location.search).get("q")) location.replace(list.dataset.searchAll + location.search);

// Searching: nothing of it is fetched before somebody asks. The key is off where the reader has said so, in the dialog.
const finders = [...document.querySelectorAll("form[data-find]")];
const field = document.querySelector("[data-search-form] input");
const find = (form, input) => {
  if (field) return field.focus();
  // What is typed while the program is on its way is not lost.
  let typed = "";
  const keep = (event) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.target.matches?.("input, textarea, select")) return;
    event.preventDefault();
    typed += event.key;
  };
  document.addEventListener("keydown", keep);
  const stop = () => document.removeEventListener("keydown", keep);
  const open = (search) => search.open(form.action, () => (stop(), (input?.value ?? "") + typed));
  return import("./search.js").then(open).catch(() => location.assign(form.action)).finally(stop);
};
const isSlash = (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return false;
  try {
    return localStorage["tremplin-slash"] !== "off";
  } catch {
    return true;
  }
};
if (finders.length) {
  document.addEventListener("keydown", (event) => {
    const isAsked = isSlash(event) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey);
    if (!isAsked) return;
    event.preventDefault();
    find(finders[0]);
  });
}
for (const form of finders) {
  const input = form.querySelector("input");
  input.addEventListener("click", () => find(form, input));
  form.addEventListener("submit", (event) => {
    if (input.value.trim() || field) return;
    event.preventDefault();
    find(form);
  });
}
