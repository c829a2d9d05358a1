// The dialog of every page, fetched when somebody asks for it.
// What records say is only ever put into text nodes. Every word that the script says comes from the site, in its language.

import { Board, Search, later, make, walk } from "./search-board.js";

let dialog;

// A key of one sign can get in the way of those who dictate: it can be turned off (WCAG 2.1.4).
function slash(label) {
  const input = make("input", { type: "checkbox" });
  try {
    input.checked = localStorage["tremplin-slash"] !== "off";
    input.addEventListener("change", () => localStorage.setItem("tremplin-slash", input.checked ? "on" : "off"));
  } catch {
    return "";
  }
  return make("label", { class: "tp-find__slash" }, input, " ", label);
}

// `typed` says what has been typed until the dialog is there.
export async function open(address, typed) {
  const base = new URL(address, document.baseURI);
  base.search = "";
  dialog ??= build(base);
  const { box, window } = await dialog;
  const text = typed();
  if (!window.open) window.showModal();
  if (text) box.value = text;
  else box.select();
  box.dispatchEvent(new Event("input"));
}

async function build(base) {
  const answer = await fetch(new URL("words.json", base));
  if (!answer.ok) throw new Error("words.json");
  const search = new Search(base, await answer.json());
  const { say } = search.words;
  const box = make("input", { type: "search", name: "q", "aria-label": say.label, placeholder: say.label, autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search" });
  const status = make("p", { role: "status", class: "tp-find__status" });
  const place = make("div", { class: "tp-find__place" });
  const all = make("button", { class: "tp-find__all" }, say.all);
  const form = make("form", { action: base.href, role: "search" },
    make("div", { class: "tp-find__bar" }, box, make("button", { type: "button", class: "tp-tool", "aria-label": say.close, onclick: () => window.close() }, "×")),
    status, place, make("div", { class: "tp-find__foot" }, all, make("small", {}, say.keys), slash(say.slash)));
  const window = make("dialog", { class: "tp-find", "aria-label": say.search }, form);
  const board = new Board(search, { status, place, retype: (word, options) => { box.value = word; box.focus(); change(options); } });
  const change = (options) => {
    const text = box.value.trim();
    all.hidden = !text;
    if (text) return board.run(text, options);
    board.turn += 1;
    status.replaceChildren(say.hint);
    place.replaceChildren(board.browse());
    return search.load().catch(() => undefined);
  };
  later(box, () => change());
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return walk(event, box, place);
    event.preventDefault(); // A search box would first empty itself.
    return window.close();
  });
  window.addEventListener("click", (event) => event.target === window && window.close());
  document.body.append(window);
  return { box, window };
}
