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
