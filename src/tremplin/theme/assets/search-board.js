// Searching, and what readers see of it: what the dialog (search.js) and the search page (search-page.js) have in common.
// What there is to say where nothing was found, or where the index does not come, stands in search-lost.js.
// What records say is only ever put into text nodes. Every word that the script says comes from the site, in its language.

const WAIT = 140; // milliseconds without a key before a search
const LONGEST_WAIT = 700;
const PAUSED = 2000; // milliseconds after which a letter tells nothing of how fast somebody types
const SHORT = 3; // letters before which somebody is likely to go on
const FIRST = 4; // results that are fetched at once
const LONGEST = 150; // signs of a question that are searched for
const STROKES = { l: "ł", L: "Ł", o: "ø", O: "Ø", d: "đ", D: "Đ" };

export const fold = (text) => text.toLowerCase().replace(/ł/g, "l").replace(/ø/g, "o").replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
// Pagefind folds what Unicode takes apart: `ł` is handed over in two parts, in the index and here.
const taken = (text) => text.replace(/[łŁøØđĐ]/g, (letter) => `${fold(letter)}\u0335`);
const shown = (text) => text.replace(/([lodLOD])\u0335/g, (_, letter) => STROKES[letter]).replace(/(\p{L})'(?=\p{L})/gu, "$1’").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
// Of `l'emploi` readers mean the second part; `don't` is one word.
export const asked = (text) => taken(text.replace(/(?<=^|\s)\p{L}{1,4}['’](?=\p{L}{3})/gu, "").replace(/['’]/g, " ").replace(/\s+/g, " ").trim());

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
    this.all = new URL(words.all, base);
    this.tag = words.language.split("-")[0].toLowerCase(); // with which Pagefind begins its names
    this.at = new URL(words.index || "index/", base);
  }

  load() {
    this.loading ??= this.start().catch((error) => {
      this.loading = undefined; // The next question tries again.
      throw error;
    });
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

  async json(name, options = {}) {
    const answer = await fetch(new URL(name, this.at), options);
    if (!answer.ok) throw new Error(name);
    return answer.json();
  }

  // The same question with a term of the glossary in other words: LTU, CLD, chômage de longue durée.
  variants(text) {
    const padded = ` ${wordsOf(text).join(" ")} `;
    const found = [];
    for (const [own, foreign] of this.synonyms) {
      const hit = [...own, ...foreign].map((label) => [label, ` ${wordsOf(label).join(" ")} `]).filter(([, label]) => padded.includes(label))[0];
      if (hit) found.push(...own.filter((label) => label !== hit[0]).map((label) => [label, padded.replace(hit[1], ` ${label} `).trim()]));
    }
    return found.slice(0, 2); // Each is a search of its own, with pieces of its own to fetch.
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

  isBroken() {
    return performance.getEntriesByType("resource").some((one) => one.name.startsWith(this.at.href) && one.responseStatus >= 400);
  }
}

// What is shown of a result: its best part in the reader's language, or what another language calls it.
export function view(search, hit, data) {
  const address = data.raw_url.replace(/^\//, "");
  const language = data.anchors.find((one) => one.id.startsWith("lang-"))?.id.slice(5);
  const weight = (part) => part.weighted_locations.reduce((sum, one) => sum + one.balanced_score, 0);
  const parts = data.sub_results.filter((part) => part.excerpt.includes("<mark>"));
  const own = parts.filter((part) => !part.anchor?.id.startsWith("in-")).sort((a, b) => weight(b) - weight(a))[0];
  const foreign = own || hit.matchedMetaFields?.includes("title") ? undefined : parts[0];
  const words = data.content.split(/\s+/);
  const start = data.anchors.filter((one) => /^h\d$/.test(one.element))[0]?.location ?? Infinity;
  const lead = words.slice(0, Math.min(start, 26)).join(" ");
  const hits = data.locations.flatMap((n) => formsOf(words[n] ?? ""));
  if (hit.matchedMetaFields?.includes("title")) hits.push(...formsOf(data.meta.title ?? ""));
  return {
    id: hit.id, href: new URL(address, search.home).href, title: shown(data.meta.title ?? address), language, kind: kindOf(search, address),
    excerpt: withoutTitle(own?.excerpt ?? lead.replace(/</g, "&lt;"), data.meta.title ?? ""), foreign: foreign && [foreign.anchor.id.slice(3), foreign.excerpt],
    isTrue: (text) => Boolean(hit.isVariant) || isSaid(text, hits),
    isNear: (text) => isSaid(text, hits, (word, other) => isLike(word, other) || (other.length > 3 && word.startsWith(other.slice(0, Math.max(3, word.length >> 1))))),
  };
}

// The page of a name begins with that name, which stands above the excerpt already.
function withoutTitle(excerpt, title) {
  const words = excerpt.split(" ");
  const length = title.split(/\s+/).length;
  const start = words.slice(0, length).join(" ").replace(/<\/?mark>/g, "").replace(/\.$/, ""); // Pagefind ends paragraphs.
  return start === title.replace(/</g, "&lt;").replace(/>/g, "&gt;") ? words.slice(length).join(" ") : excerpt;
}

const kindOf = (search, address) => search.words.kinds[address.split("/")[0]] ?? search.words.page;

// What says the words themselves comes before what only begins like them.
export const truest = (views, text) => (text ? [...views].sort((a, b) => b.isTrue(text) - a.isTrue(text)) : views);

// Whether something says the words themselves.
export const isAnswer = (views, text) => !text || views.some((one) => one.isTrue(text));

const wantedIn = (text) => wordsOf(asked(text).replace(/\u0335/g, ""));

// `l'emploi` is `l`, `emploi` and `lemploi`.
const formsOf = (text) => {
  const words = wordsOf(shown(text));
  return words.length > 1 ? [...words, words.join("")] : words;
};

// Pagefind also finds what only begins alike. A word counts as said if a hit begins with nearly all of it.
function isSaid(text, hits, like = isLike) {
  return wantedIn(text).every((word) => hits.some((other) => like(word, other) || (word.length > 3 && other.includes(word))));
}

// ---- What readers see ----

export class Board {
  // The part of the screen that shows results, and says aloud how many there are.
  constructor(search, { status, place, retype }) {
    Object.assign(this, { search, status, place, retype, turn: 0 });
    this.say = search.words.say;
    this.plural = new Intl.PluralRules(search.words.language);
  }

  count(n, forms = this.search.words.results) {
    return (forms[this.plural.select(n)] ?? forms.other).replace("{n}", n.toLocaleString(this.search.words.language));
  }

  tell(...said) {
    this.status.replaceChildren(...said);
  }

  // One search after another: what comes late is dropped. Somebody who means what is typed (`isMeant`) is not corrected.
  async run(whole, { isMeant = false, ...options } = {}) {
    const text = whole.length > LONGEST ? whole.slice(0, LONGEST).replace(/(?<=\s)\S*$/, "").trim() : whole;
    this.turn += 1;
    this.isMeant = isMeant;
    this.options = options;
    const turn = this.turn;
    const isLate = () => turn !== this.turn;
    const waiting = setTimeout(() => isLate() || this.tell(this.say.busy), 400);
    try {
      await this.search.load();
      const found = await this.look(text);
      clearTimeout(waiting);
      if (!isLate()) await this.show(text, found, isLate);
    } catch (error) {
      if (!isLate()) await this.fail(text, isLate);
    } finally {
      clearTimeout(waiting);
    }
  }

  // What there is, as far as it is kept, and the first of it.
  async look(text) {
    const { keep = (all) => all, total = FIRST } = this.options;
    const { hits, also } = text ? await this.search.ask(text) : { hits: undefined, also: [] };
    const kept = await keep(hits);
    return { hits: kept, views: truest(await this.views(kept.slice(0, total)), text), also };
  }

  async views(hits) {
    const made = await Promise.allSettled(hits.map(async (hit) => view(this.search, hit, await hit.data())));
    return made.filter((one) => one.status === "fulfilled").map((one) => one.value);
  }

  // `note` says why these are the results of another question.
  async show(text, { hits, views, also }, isLate, note = "") {
    this.text = text;
    if (!hits.length || !isAnswer(views, text)) return this.nothing(text, views, isLate);
    this.tell(note, note && " ", this.count(hits.length), also.length ? ` · ${this.say.also.replace("{words}", also.join(", "))}` : "");
    return this.place.replaceChildren(...this.groups(views));
  }

  // What stands in a gap is a text of its own.
  sentence(pattern, query, instead) {
    const gaps = { "{query}": query, "{instead}": instead };
    return make("span", {}, ...pattern.split(/(\{query\}|\{instead\})/).map((part) => (part in gaps ? make("b", {}, gaps[part]) : part)));
  }

  // Results under the name of their kind; the kind of the best result comes first.
  groups(views) {
    const kinds = new Map();
    for (const one of views) kinds.set(one.kind[0], [...(kinds.get(one.kind[0]) ?? []), one]);
    return [...kinds.values()].map((members) => this.group(members));
  }

  group(members, [name, title] = members[0].kind) {
    const id = `tp-hits-${name}`;
    const list = make("ul", {}, ...members.map((one) => this.hit(one)));
    return make("section", { class: "tp-hits", "aria-labelledby": id }, make("h2", { id }, title), list);
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

  // What stands above results that are not what was asked for.
  wayOut() {
    return "";
  }

  browse() {
    const way = (href, label) => make("li", {}, make("a", { href, "data-hit": true }, label));
    const ways = this.search.words.ways.map(([address, label]) => way(new URL(address, this.search.home).href, label));
    return make("section", { class: "tp-hits tp-hits--browse" }, make("h2", {}, this.say.browse), make("ul", {}, ...ways, way(this.search.all.href, this.say.index)));
  }

  // Nothing says it.
  nothing(text, views, isLate) {
    return this.lost("nothing", text, isLate, views);
  }

  // There is no index, or parts of it do not come.
  fail(text, isLate) {
    return this.lost("fail", text, isLate);
  }

  async lost(name, text, isLate, views) {
    const program = await import("./search-lost.js").catch(() => undefined);
    if (isLate()) return undefined;
    if (program) return program[name](this, text, isLate, views);
    this.tell(this.say.failed);
    return this.place.replaceChildren(this.browse());
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

// Runs `action` once nobody has typed for a while, which is longer for those who type slowly: what only begins like a word need not be fetched.
export function later(box, action) {
  let timer;
  let before = 0;
  box.addEventListener("input", () => {
    const now = performance.now();
    const pace = now - before < PAUSED ? 1.5 * (now - before) : 0;
    before = now;
    const { length } = box.value.trim();
    clearTimeout(timer);
    timer = setTimeout(action, Math.min(LONGEST_WAIT, Math.max(WAIT, pace, length && length < SHORT ? LONGEST_WAIT : 0)));
  });
}
