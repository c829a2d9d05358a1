// A catalogue that can be narrowed down and put in order. All cards are on the page already; this hides, counts and moves them.

const root = document.querySelector("[data-catalogue]");
const form = root.querySelector("form");
const order = root.querySelector("[data-order]");
const count = root.querySelector("[data-count]");
const chips = root.querySelector("[data-chips]");
const shelf = root.querySelector(".tp-shelf");
const fold = form.querySelector(".tp-fold");
const chosenNumber = form.querySelector("[data-chosen]");
const usual = root.dataset.catalogue;

const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);
const plurals = new Intl.PluralRules(language);
const forms = JSON.parse(count.dataset.count);

// `theme:homes theme:gardens minutes:90` becomes { theme: ["homes", "gardens"], minutes: ["90"] }; of some records nothing is known.
function factsOf(text = "") {
  const found = {};
  for (const fact of text.split(" ").filter(Boolean)) {
    const cut = fact.indexOf(":");
    (found[fact.slice(0, cut)] ??= []).push(fact.slice(cut + 1));
  }
  return found;
}

const cards = [...root.querySelectorAll(".tp-card")].map((element) => ({
  element,
  facts: factsOf(element.dataset.facts),
  isShown: true,
}));

const facets = new Map();
for (const input of form.querySelectorAll("input")) {
  const [name, number] = input.parentElement.querySelectorAll("span");
  if (!facets.has(input.name)) facets.set(input.name, []);
  facets.get(input.name).push({ input, name, number });
}

// ---- What fits ----

// Within a facet one value is enough, and every facet must be content. What a value would add is counted as if its own facet were not used.
function sift() {
  const wanted = [...facets].map(([name, values]) => [name, new Set(values.filter((one) => one.input.checked).map((one) => one.input.value))]);
  const counts = new Map(wanted.map(([name]) => [name, new Map()]));
  let total = 0;
  for (const card of cards) {
    const refused = wanted.filter(([name, values]) => values.size && !card.facts[name]?.some((value) => values.has(value))).map(([name]) => name);
    card.fits = !refused.length;
    total += card.fits;
    if (refused.length > 1) continue;
    for (const name of refused.length ? refused : counts.keys()) {
      const counted = counts.get(name);
      for (const value of card.facts[name] ?? []) counted.set(value, (counted.get(value) ?? 0) + 1);
    }
  }
  return [total, counts];
}

function showCards() {
  for (const card of cards) {
    if (card.isShown === card.fits) continue;
    card.isShown = card.fits;
    card.element.hidden = !card.fits;
  }
}

function showCounts(counts) {
  for (const [name, values] of facets) {
    for (const { input, number } of values) {
      const found = counts.get(name).get(input.value) ?? 0;
      number.textContent = numbers.format(found);
      input.parentElement.classList.toggle("is-none", !found);
    }
  }
}

// ---- In which order ----

const titles = new Intl.Collator(language, { numeric: true });
const measure = (card, name, otherwise) => Number(card.facts[name]?.[0] ?? otherwise);
const comparisons = {
  newest: (one, other) => measure(other, "date", 0) - measure(one, "date", 0),
  changed: (one, other) => measure(other, "changed", 0) - measure(one, "changed", 0),
  title: (one, other) => titles.compare(titleOf(one), titleOf(other)),
  shortest: (one, other) => measure(one, "minutes", 1e9) - measure(other, "minutes", 1e9),
  evidence: (one, other) => measure(other, "evidence", -1) - measure(one, "evidence", -1),
};
const titleOf = (card) => (card.title ??= card.element.querySelector(".tp-card__title").textContent.trim());
const isSorted = () => Boolean(order) && order.value !== usual;

let standing = usual;
function arrange() {
  const wanted = order?.value ?? usual;
  if (wanted === standing) return;
  standing = wanted;
  shelf.append(...(isSorted() ? [...cards].sort(comparisons[wanted]) : cards).map((card) => card.element));
}

// ---- What the reader is told ----

let nothing = null;
function tell(total) {
  count.textContent = (forms[plurals.select(total)] ?? forms.other).replace("{n}", numbers.format(total));
  if (!total && !nothing) {
    nothing = root.querySelector("[data-nothing]").content.firstElementChild.cloneNode(true);
    shelf.after(nothing);
  }
  if (nothing) nothing.hidden = total > 0;
}

function showChips() {
  const chosen = [...facets.values()].flat().filter((one) => one.input.checked);
  const list = chips.querySelector("ul");
  list.replaceChildren(...chosen.map(({ input, name }) => {
    const item = chips.querySelector("template").content.firstElementChild.cloneNode(true);
    item.querySelector("span").append(...[...name.childNodes].map((node) => node.cloneNode(true)));
    item.querySelector("button").addEventListener("click", () => {
      input.checked = false;
      change();
      (list.querySelector("button") ?? count.parentElement).focus();
    });
    return item;
  }));
  chips.hidden = !chosen.length;
  chosenNumber.hidden = !chosen.length;
  chosenNumber.textContent = numbers.format(chosen.length);
}

function show() {
  const [total, counts] = sift();
  arrange();
  showCards();
  showCounts(counts);
  showChips();
  tell(total);
}

// ---- The address ----

function read() {
  const asked = new URLSearchParams(location.search);
  for (const [name, values] of facets) {
    const chosen = asked.getAll(name);
    for (const { input } of values) input.checked = chosen.includes(input.value);
    const details = values[0].input.closest(".tp-sieve");
    if (details && values.some((one) => one.input.checked)) details.open = true;
  }
  if (order) order.value = [...order.options].some((one) => one.value === asked.get("order")) ? asked.get("order") : usual;
}

function address() {
  const asked = new URLSearchParams(location.search);
  for (const name of [...facets.keys(), "order"]) asked.delete(name);
  for (const [name, values] of facets) for (const { input } of values) if (input.checked) asked.append(name, input.value);
  if (isSorted()) asked.set("order", order.value);
  return String(asked);
}

// The other languages show the same choice: names and values in addresses are alike in all of them.
function leadOn(query) {
  for (const link of document.querySelectorAll(".tp-header a[hreflang]")) link.search = query;
}

function change() {
  const query = address();
  try {
    history.pushState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  } catch {
    // A browser that keeps no history: the choice holds for this page.
  }
  leadOn(query);
  show();
}

function clear() {
  for (const { input } of [...facets.values()].flat()) input.checked = false;
  change();
  count.parentElement.focus();
}

// ---- Beginning ----

form.addEventListener("change", change);
form.addEventListener("submit", (event) => event.preventDefault());
order?.addEventListener("change", change);
root.addEventListener("click", (event) => {
  if (event.target.closest("[data-clear]")) clear();
  if (event.target.closest("[data-done]")) {
    fold.open = false;
    count.parentElement.focus();
  }
});
addEventListener("popstate", () => {
  read();
  leadOn(location.search);
  show();
});

// Beside the cards the filters are always open; above them they wait until they are asked for.
const wide = matchMedia("(min-width: 64rem)");
const unfold = () => {
  fold.open = wide.matches;
};
wide.addEventListener?.("change", unfold);
unfold();

read();
leadOn(location.search);
if (location.search) show();
form.hidden = false;
if (order) order.parentElement.hidden = false;
root.classList.add("is-ready");
