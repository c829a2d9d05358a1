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
