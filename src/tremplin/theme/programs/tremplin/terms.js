// What a word of the glossary means: shown beside it on hover, focus and tap; gone with Escape or elsewhere. Without this, the word is a link.

const WAIT = 200; // milliseconds that a pointer rests before anything opens, and before it closes again
let meanings; // fetched with the first word that somebody asks for
let shown; // the word whose meaning is open
let timer;

const box = document.createElement("div");
box.className = "tp-meaning";
box.id = "tp-meaning";
box.setAttribute("role", "tooltip");
box.popover = "manual";

const load = (word) => (meanings ??= fetch(new URL("terms.json", word.href)).then((answer) => (answer.ok ? answer.json() : {}), () => ({})));

async function open(word) {
  const meaning = (await load(word))[word.dataset.term];
  if (!meaning || shown === word) return;
  close();
  const [label, text, language] = meaning;
  const title = document.createElement("strong");
  title.textContent = label;
  const body = document.createElement("p");
  body.textContent = text;
  if (language) body.lang = language;
  box.replaceChildren(title, body);
  if (!box.isConnected) (document.querySelector("main") ?? document.body).append(box); // within the landmark of what it explains
  shown = word;
  word.setAttribute("aria-describedby", box.id);
  box.showPopover?.();
  place(word);
}

function place(word) {
  const around = word.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const edge = document.documentElement.clientWidth - size.width - 8;
  const below = around.bottom + 6;
  box.style.left = `${Math.max(8, Math.min(around.left, edge))}px`;
  box.style.top = `${below + size.height > innerHeight && around.top > size.height ? around.top - size.height - 6 : below}px`;
}

function close() {
  clearTimeout(timer);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = undefined;
  box.hidePopover?.();
}

const later = (action) => {
  clearTimeout(timer);
  timer = setTimeout(action, WAIT);
};
const wordOf = (event) => event.target.closest?.("[data-term]");

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const word = wordOf(event);
  if (word) later(() => open(word));
  else if (box.contains(event.target)) clearTimeout(timer);
  else if (shown && document.activeElement !== shown) later(close);
});
document.addEventListener("focusin", (event) => {
  const word = wordOf(event);
  if (word) open(word);
  else close();
});
// On a screen without a pointer the first tap explains, the second follows the link.
let touched;
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch" ? wordOf(event) : undefined;
  if (shown && !wordOf(event) && !box.contains(event.target)) close();
  if (touched && shown === touched) touched = undefined;
});
document.addEventListener("click", (event) => {
  const word = wordOf(event);
  if (!word || touched !== word) return;
  event.preventDefault();
  open(word);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});
addEventListener("scroll", () => shown && place(shown), { passive: true });
