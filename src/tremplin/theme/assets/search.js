// Searching, fetched when somebody asks for it: the dialog of every page, and what search-page.js has in common with it.
// What records say is only ever put into text nodes. Every word that the script says comes from the site, in its language.

const WAIT = 140; // milliseconds without a key before a search
export const FIRST = 6; // results that are fetched at once
const PAUSE = 500; // milliseconds before the full texts of other languages are fetched
const STROKES = { l: "ł", L: "Ł", o: "ø", O: "Ø", d: "đ", D: "Đ" };

const fold = (text) => text.toLowerCase().replace(/ł/g, "l").replace(/ø/g, "o").replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
// Pagefind folds what Unicode takes apart: `ł` is handed over in two parts, in the index and here.
const taken = (text) => text.replace(/[łŁøØđĐ]/g, (letter) => `${fold(letter)}\u0335`);
const shown = (text) => text.replace(/([lodLOD])\u0335/g, (_, letter) => STROKES[letter]).replace(/(\p{L})'(?=\p{L})/gu, "$1’").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
// Of `l'emploi` readers mean the second part; `don't` is one word.
const asked = (text) => taken(text.replace(/(?<=^|\s)\p{L}{1,4}['’](?=\p{L}{3})/gu, "").replace(/['’]/g, " ").replace(/\s+/g, " ").trim());

export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((one) => one !== undefined && one !== ""));
  return made;
}

// Text with its hits: what Pagefind sends is cut at its own marks, and nothing of it is read as HTML.
function marked(excerpt, attributes = {}) {
  const parts = excerpt.replace(/^[·\s]+/, "").split(/<mark>|<\/mark>/);
  const end = /[.!?…]\s*(<\/mark>)?$/.test(excerpt) ? "" : " …";
  return make("p", { class: "tp-hit__text", ...attributes }, ...parts.map((part, n) => (n % 2 ? make("mark", {}, shown(part)) : shown(part))), end);
}

// Whether a word of a text is one that was asked for, in another form perhaps.
function isLike(word, other) {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  return same === word.length || same >= Math.max(4, word.length - 3) || (same === other.length && same > 2 && same >= word.length - 2);
}

function titled(title, wanted) {
  return title.split(/([\p{L}\p{N}\p{M}]+)/u).map((part, n) => (n % 2 && wanted.some((word) => isLike(word, fold(part))) ? make("mark", {}, part) : part));
}

// ---- The index ----

export class Search {
  constructor(base, words) {
    this.base = base;
    this.home = new URL("../", base);
    this.words = words;
    this.at = new URL(words.index || "index/", base);
  }

  load() {
    this.loading ??= this.start();
    return this.loading;
  }

  async start() {
    if (!this.words.index) throw new Error("There is no index.");
    const quiet = (event) => event.preventDefault(); // Pagefind leaves a promise alone that it has broken.
    addEventListener("unhandledrejection", quiet);
    try {
      const synonyms = this.json("synonyms.json").catch(() => []);
      this.pagefind = await import(new URL("pagefind.js", this.at));
      await this.pagefind.options({ noWorker: true, baseUrl: "/", excerptLength: 26, ranking: { metaWeights: { title: 6 } } });
      await this.pagefind.filters(); // There are none: it ends when everything is there that a search needs.
      this.synonyms = await synonyms;
    } finally {
      setTimeout(() => removeEventListener("unhandledrejection", quiet), 1000);
    }
  }

  async json(name) {
    const answer = await fetch(new URL(name, this.at));
    if (!answer.ok) throw new Error(name);
    return answer.json();
  }

  facets() {
    this.facetting ??= this.json("facets.json");
    return this.facetting;
  }

  // The same question with a term of the glossary in other words: LTU, CLD, chômage de longue durée.
  variants(text) {
    const padded = ` ${wordsOf(text).join(" ")} `;
    const found = [];
    for (const [own, foreign] of this.synonyms) {
      const hit = [...own, ...foreign].map((label) => [label, ` ${wordsOf(label).join(" ")} `]).filter(([, label]) => padded.includes(label))[0];
      if (hit) found.push(...own.filter((label) => label !== hit[0]).map((label) => [label, padded.replace(hit[1], ` ${label} `).trim()]));
    }
    return found.slice(0, 3);
  }

  async ask(text) {
    const main = await this.pagefind.search(asked(text));
    const found = new Map(main.results.map((one) => [one.id, one]));
    const also = [];
    for (const [label, variant] of this.variants(text)) {
      const { results } = await this.pagefind.search(asked(variant));
      if (results.length) also.push(label);
      for (const one of results) {
        const score = (one.score * 0.8) / wordsOf(label).length; // Pagefind adds up the scores of words.
        if (!(found.get(one.id)?.score >= score)) found.set(one.id, { ...one, score, isVariant: true });
      }
    }
    if (!found.size && this.isBroken()) throw new Error("Parts of the index are missing.");
    return { hits: [...found.values()].sort((a, b) => b.score - a.score), also };
  }

  // The full texts of the other languages. Only their words are fetched, not their stemmers.
  async elsewhere(text, titles) {
    if (!this.others) {
      this.others = await this.pagefind.createInstance({ basePath: this.at.pathname, noWorker: true, baseUrl: "/", excerptLength: 26 });
      const others = this.words.editions.filter(([tag]) => tag !== this.words.language);
      await Promise.allSettled(others.map(([tag, segment]) => this.others.mergeIndex(new URL(`../${segment}/${this.at.pathname.slice(this.home.pathname.length)}`, this.home).pathname, { language: tag.toLowerCase(), baseUrl: `/${tag}` })));
    }
    const { results } = await this.others.search(asked(text));
    const found = new Map();
    for (const hit of results.slice(0, 12)) {
      const data = await hit.data();
      const one = view(this, hit, data);
      const tag = data.url.split("/")[1];
      if (!one.isTrue(text) || found.has(one.href)) continue;
      const own = titles.find(({ href }) => href === one.href);
      found.set(one.href, { ...one, title: own?.title ?? one.title, language: own ? own.language : tag, excerpt: "", foreign: [tag, one.excerpt] });
    }
    return [...found.values()].slice(0, 6);
  }

  isBroken() {
    return performance.getEntriesByType("resource").some((one) => one.name.startsWith(this.at.href) && one.responseStatus >= 400);
  }

  // Everything on the list from A to Z, which stands on the search page.
  titles() {
    this.listing ??= (async () => {
      let list = document.querySelector("[data-search-index]");
      let from = document.baseURI;
      if (!list) {
        const answer = await fetch(this.base);
        if (!answer.ok) throw new Error("search page");
        list = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-search-index]");
        from = this.base;
      }
      return [...list.querySelectorAll("li")].map((one) => {
        const link = one.querySelector("a");
        const language = link.querySelector("[lang]")?.lang;
        return { href: new URL(link.getAttribute("href"), from).href, title: link.textContent, kind: one.querySelector("small")?.textContent ?? "", language };
      });
    })();
    return this.listing;
  }
}

// What is shown of a result: its best part in the reader's language, or what another language calls it.
function view(search, hit, data) {
  const address = data.raw_url.replace(/^\//, "");
  const language = data.anchors.find((one) => one.id.startsWith("lang-"))?.id.slice(5);
  const weight = (part) => part.weighted_locations.reduce((sum, one) => sum + one.balanced_score, 0);
  const parts = data.sub_results.filter((part) => part.excerpt.includes("<mark>"));
  const own = parts.filter((part) => !part.anchor?.id.startsWith("in-")).sort((a, b) => weight(b) - weight(a))[0];
  const foreign = own || hit.matchedMetaFields?.includes("title") ? undefined : parts[0];
  const start = data.anchors.filter((one) => /^h\d$/.test(one.element))[0]?.location ?? Infinity;
  const lead = data.content.split(/\s+/).slice(0, Math.min(start, 26)).join(" ");
  return {
    id: hit.id, href: new URL(address, search.home).href, title: shown(data.meta.title ?? address), language, kind: kindOf(search, address),
    excerpt: own?.excerpt ?? lead.replace(/</g, "&lt;"), foreign: foreign && [foreign.anchor.id.slice(3), foreign.excerpt],
    isTrue: (text) => Boolean(hit.isVariant) || isSaid(text, data, parts, hit),
    isNear: (text) => isSaid(text, data, parts, hit, (word, other) => isLike(word, other) || (other.length > 3 && word.startsWith(other.slice(0, Math.max(3, word.length >> 1))))),
  };
}

const kindOf = (search, address) => search.words.kinds[address.split("/")[0]] ?? search.words.page;

// What says the words themselves comes before what only begins like them.
export const truest = (views, text) => (text ? [...views].sort((a, b) => b.isTrue(text) - a.isTrue(text)) : views);

const wantedIn = (text) => wordsOf(asked(text).replace(/\u0335/g, ""));

// Pagefind also finds what only begins alike. A word counts as said if a hit begins with nearly all of it.
function isSaid(text, data, parts, hit, like = isLike) {
  const hits = parts.flatMap((part) => [...part.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((one) => wordsOf(shown(one[1]))).flatMap((words) => [...words, words.join("")]));
  if (hit.matchedMetaFields?.includes("title")) hits.push(...wordsOf(shown(data.meta.title ?? "")));
  return wantedIn(text).every((word) => hits.some((other) => like(word, other) || (word.length > 3 && other.includes(word))));
}

// ---- Where a word is misspelt ----

function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}

// Words of titles that are spelt nearly like those asked for, nearest first.
function guesses(text, titles) {
  const known = new Map();
  for (const { title } of titles) for (const word of title.match(/[\p{L}\p{N}]+/gu) ?? []) if (word.length > 3) known.set(fold(word), word.toLowerCase());
  const options = wordsOf(text).map((word) => {
    if (word.length < 4 || known.has(word)) return [[0, word]];
    const limit = word.length > 6 ? 2 : 1;
    const near = [...known].map(([folded, other]) => [distance(word, folded, limit) + (folded[0] === word[0] ? 0 : 0.5), other]).filter(([far]) => far <= limit);
    return near.length ? near.sort((a, b) => a[0] - b[0]).slice(0, 3) : [[0, word]];
  });
  if (options.every((near) => near[0][0] === 0)) return [];
  const most = Math.max(...options.map((near) => near.length));
  return [...new Set(Array.from({ length: most }, (_, n) => options.map((near) => (near[n] ?? near[0])[1]).join(" ")))].filter((one) => fold(one) !== fold(text));
}

const fitting = (text, titles) => {
  const wanted = wordsOf(text);
  const fits = (one) => wanted.length && wanted.every((word) => fold(one.title).includes(word));
  const nearly = (one) => wanted.some((word) => word.length > 3 && fold(one.title).includes(word.slice(0, Math.max(4, word.length - 2))));
  const found = titles.filter(fits);
  return found.length ? found : titles.filter(nearly);
};

// ---- What readers see ----

export class Board {
  // The part of the screen that shows results, and says aloud how many there are.
  constructor(search, { status, place, retype }) {
    Object.assign(this, { search, status, place, retype, turn: 0 });
    this.say = search.words.say;
    this.plural = new Intl.PluralRules(search.words.language);
  }

  count(n) {
    const forms = this.search.words.results;
    return (forms[this.plural.select(n)] ?? forms.other).replace("{n}", n.toLocaleString(this.search.words.language));
  }

  tell(...said) {
    this.status.replaceChildren(...said);
  }

  // One search after another: what comes late is dropped.
  async run(text, { keep = (hits) => hits, total = FIRST } = {}) {
    this.turn += 1;
    this.text = text;
    const turn = this.turn;
    const isLate = () => turn !== this.turn;
    const waiting = setTimeout(() => isLate() || this.tell(this.say.busy), 400);
    try {
      await this.search.load();
      const { hits, also } = text ? await this.search.ask(text) : { hits: undefined, also: [] };
      const kept = await keep(hits);
      if (isLate()) return;
      const views = truest(await this.views(kept.slice(0, total)), text);
      if (isLate()) return;
      clearTimeout(waiting);
      await this.show(text, kept, views, also, isLate);
    } catch (error) {
      if (!isLate()) await this.fail(text, isLate);
    } finally {
      clearTimeout(waiting);
    }
  }

  async views(hits) {
    const made = await Promise.allSettled(hits.map(async (hit) => view(this.search, hit, await hit.data())));
    return made.filter((one) => one.status === "fulfilled").map((one) => one.value);
  }

  async show(text, hits, views, also, isLate) {
    const isSaid = !text || views.some((one) => one.isTrue(text));
    if (!hits.length || !isSaid) return this.nothing(text, views, isLate);
    this.tell(this.count(hits.length), also.length ? ` · ${this.say.also.replace("{words}", also.join(", "))}` : "");
    return this.place.replaceChildren(...this.groups(views));
  }

  // Nothing says it: what may have been meant, what the other languages say in full, what comes close, titles, and ways on.
  async nothing(text, views, isLate) {
    const titles = await this.search.titles().catch(() => []);
    if (isLate()) return;
    const near = guesses(text, titles);
    const close = views.filter((one) => one.isNear(text));
    const notes = [near.length ? this.suggestions(near) : "", make("div", { "data-elsewhere": true })];
    const rest = close.length ? this.groups(close) : [this.titled(fitting(text, titles).slice(0, 12)), this.browse()];
    this.tell(this.sentence(close.length ? this.say.closest : this.say.nothing, text));
    this.place.replaceChildren(...[...notes, ...rest].filter(Boolean));
    await new Promise((done) => setTimeout(done, PAUSE));
    if (isLate() || text.length < 3) return;
    const found = await this.search.elsewhere(text, titles).catch(() => []);
    if (isLate() || !found.length) return;
    const section = make("section", { class: "tp-hits" }, make("h2", {}, this.say.elsewhere), make("ul", {}, ...found.map((one) => this.hit(one))));
    this.tell(this.sentence(this.say.elsewhere.replace(/:?$/, " {query}"), text));
    this.place.querySelector("[data-elsewhere]").replaceChildren(section);
  }

  sentence(pattern, text) {
    const [before, after] = pattern.split("{query}");
    return make("span", {}, before, make("b", {}, text), after ?? "");
  }

  suggestions(near) {
    const buttons = near.map((word) => make("button", { type: "button", class: "tp-guess", onclick: () => this.retype(word) }, word));
    return make("p", { class: "tp-guesses" }, `${this.say.suggest} `, ...buttons);
  }

  // Results under the name of their kind; the kind of the best result comes first.
  groups(views) {
    const kinds = new Map();
    for (const one of views) kinds.set(one.kind[0], [...(kinds.get(one.kind[0]) ?? []), one]);
    return [...kinds.values()].map((members) => this.group(members));
  }

  group(members, more) {
    const id = `tp-hits-${members[0].kind[0]}`;
    const list = make("ul", {}, ...members.map((one) => this.hit(one)));
    return make("section", { class: "tp-hits", "aria-labelledby": id }, make("h2", { id }, members[0].kind[1]), list, more ?? "");
  }

  hit(one) {
    const language = one.language && { lang: one.language };
    const link = make("a", { href: one.href, "data-hit": true, ...language }, ...titled(one.title, wantedIn(this.text ?? "")));
    const foreign = one.foreign && make("p", { class: "tp-hit__foreign" }, `${this.search.words.languages[one.foreign[0]] ?? one.foreign[0]}: `, ...marked(one.foreign[1]).childNodes);
    if (foreign) {
      const text = make("span", { lang: one.foreign[0] }, ...[...foreign.childNodes].slice(1));
      foreign.append(text);
    }
    return make("li", { class: "tp-hit" }, link, one.excerpt ? marked(one.excerpt, language || {}) : "", foreign ?? "");
  }

  titled(titles) {
    if (!titles.length) return "";
    const items = titles.map((one) => make("li", { class: "tp-hit" }, make("a", { href: one.href, "data-hit": true, lang: one.language }, one.title), " ", make("small", {}, one.kind)));
    return make("section", { class: "tp-hits" }, make("h2", {}, this.say.titles), make("ul", {}, ...items));
  }

  browse() {
    const kinds = Object.entries(this.search.words.kinds).map(([folder, [, label]]) => make("li", {}, make("a", { href: new URL(`${folder}/`, this.search.home).href, "data-hit": true }, label)));
    const all = make("li", {}, make("a", { href: this.search.base.href, "data-hit": true }, this.say.index));
    return make("section", { class: "tp-hits tp-hits--browse" }, make("h2", {}, this.say.browse), make("ul", {}, ...kinds, all));
  }

  // Without an index there are still the titles.
  async fail(text, isLate) {
    const titles = await this.search.titles().catch(() => []);
    if (isLate()) return;
    this.tell(this.search.words.index ? this.say.failed : "");
    this.place.replaceChildren(text ? this.titled(fitting(text, titles).slice(0, 50)) : "", text && fitting(text, titles).length ? "" : this.browse());
  }
}

// Arrow keys lead from the box through the results and back.
export function walk(event, box, place) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...place.querySelectorAll("[data-hit]")];
  const at = links.indexOf(document.activeElement);
  if (at < 0 && document.activeElement !== box) return;
  const next = event.key === "ArrowDown" ? links[at + 1] : at > 0 ? links[at - 1] : box;
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function later(action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), WAIT);
  };
}

// ---- The dialog ----

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
  const board = new Board(search, { status, place, retype: (word) => { box.value = word; box.focus(); change(); } });
  const change = () => {
    const text = box.value.trim();
    all.hidden = !text;
    if (text) return board.run(text);
    board.turn += 1;
    status.replaceChildren(say.hint);
    place.replaceChildren(board.browse());
    return search.load().catch(() => undefined);
  };
  box.addEventListener("input", later(change));
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return walk(event, box, place);
    event.preventDefault(); // A search box would first empty itself.
    return window.close();
  });
  window.addEventListener("click", (event) => event.target === window && window.close());
  document.body.append(window);
  return { box, window };
}
