// The search page: results with filters, in an address that can be shared.

import { Board, Search, later, make, truest, walk } from "./search-board.js";

const NEXT = 10; // results that a button adds to a kind
const AT_ONCE = 3; // kinds of which results are fetched at once; the others say how many there are
const LEADS = 3; // results of the best kind

function startPage(page) {
  const form = page.querySelector("[data-search-form]");
  const box = form.querySelector("input");
  const place = page.querySelector("[data-search-results]");
  const ways = page.querySelector("[data-search-ways]");
  const base = new URL(location.pathname, location.href);
  const search = new Search(base, JSON.parse(page.querySelector("[data-search-words]").textContent));
  const board = new PageBoard(search, form, box, place, ways);
  board.start();
}

class PageBoard extends Board {
  constructor(search, form, box, place, ways) {
    const status = make("p", { role: "status", class: "tp-search__status" });
    const results = make("div", { class: "tp-search__results" });
    super(search, { status, place: results, retype: (word, options) => { box.value = word; box.focus(); this.go({ isStep: true, ...options }); } });
    Object.assign(this, { form, box, outer: place, ways, chosen: new Map() });
  }

  start() {
    later(this.box, () => this.go({}));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ isStep: true });
    });
    this.form.closest("[data-search-page]").addEventListener("keydown", (event) => walk(event, this.box, this.place));
    addEventListener("popstate", () => this.read());
    const facets = this.drawFacets();
    this.outer.replaceChildren(this.status, make("div", { class: "tp-search__columns" }, facets, this.place));
    this.keepTyped();
    this.read();
  }

  // What was typed while this program was on its way is asked too.
  keepTyped() {
    const typed = this.box.value.trim();
    if (!typed) return;
    const asked_ = new URLSearchParams(location.search);
    asked_.set("q", typed);
    history.replaceState(null, "", `?${asked_}`);
  }

  // The address says what is asked: it can be shared, and the back button leads back.
  read() {
    const asked_ = new URLSearchParams(location.search);
    this.box.value = asked_.get("q") ?? "";
    for (const input of this.inputs) input.checked = asked_.getAll(input.name).includes(input.value);
    return this.go({ isRead: true });
  }

  go({ isStep = false, isRead = false, isMeant = false }) {
    const text = this.box.value.trim();
    this.chosen = new Map(this.search.words.facets.map(([name]) => [name, this.inputs.filter((one) => one.name === name && one.checked).map((one) => one.value)]));
    const values = new URLSearchParams(text ? [["q", text]] : []);
    for (const [name, each] of this.chosen) for (const value of each) values.append(name, value);
    const address = values.size || [...values].length ? `?${values}` : location.pathname;
    if (!isRead) history[isStep ? "pushState" : "replaceState"](null, "", address);
    const isAsked = Boolean(text) || this.isNarrowed();
    this.outer.hidden = !isAsked;
    this.ways.hidden = isAsked;
    this.clear.hidden = !this.isNarrowed();
    if (!isAsked) {
      this.turn += 1;
      this.tell();
      return undefined;
    }
    return this.run(text, { keep: (hits) => this.keep(hits), total: 0, isMeant });
  }

  isNarrowed() {
    return [...this.chosen.values()].some((each) => each.length);
  }

  drawFacets() {
    this.inputs = [];
    this.rows = new Map();
    const groups = this.search.words.facets.map(([name, title, values]) => {
      const rows = Object.entries(values).map(([value, label]) => {
        const input = make("input", { type: "checkbox", name, value, onchange: () => this.go({ isStep: true }) });
        const number = make("span", { class: "tp-facet__count" });
        const row = make("label", { class: "tp-facet" }, input, make("span", {}, label), " ", number);
        this.inputs.push(input);
        this.rows.set(`${name}:${value}`, { row, number, input });
        return row;
      });
      return make("fieldset", {}, make("legend", {}, title), ...rows);
    });
    const { say } = this.search.words;
    this.clear = this.clearing();
    this.facetBox = make("details", { class: "tp-facets" }, make("summary", {}, say.narrow), this.clear, ...groups);
    this.facetBox.open = matchMedia("(min-width: 64rem)").matches;
    return this.facetBox;
  }

  clearing() {
    return make("button", { type: "button", class: "tp-search__clear", onclick: () => this.unchoose() }, this.say.clear);
  }

  unchoose() {
    for (const input of this.inputs) input.checked = false;
    this.go({ isStep: true });
    this.box.focus();
  }

  // What is left of the hits, and how many each filter would leave. Where no facets come, filters cannot be kept.
  async keep(hits) {
    const facets = await this.facets();
    this.kinds = undefined;
    this.isInTheWay = false;
    if (!facets) {
      if (hits && !this.isNarrowed()) return hits;
      throw new Error("facets.json");
    }
    const sorted = (hits ?? [...facets.keys()].map((id) => this.page(id))).map((hit) => ({ hit, has: facets.get(hit.id) ?? [] }));
    const fits = ({ has }, but) => [...this.chosen].every(([name, wanted]) => name === but || !wanted.length || has.some(([n, value]) => n === name && wanted.includes(value)));
    const counts = new Map();
    for (const [name] of this.chosen) {
      for (const one of sorted.filter((each) => fits(each, name))) {
        for (const [n, value] of one.has) if (n === name) counts.set(`${n}:${value}`, (counts.get(`${n}:${value}`) ?? 0) + 1);
      }
    }
    this.tick(counts);
    const left = sorted.filter((one) => fits(one));
    this.isInTheWay = sorted.length > 0 && !left.length;
    this.kinds = new Map(left.map(({ hit, has }) => [hit.id, has.find(([n]) => n === "kind")?.[1] ?? "page"]));
    return left.map(({ hit }) => hit);
  }

  tick(counts) {
    for (const [key, { row, number, input }] of this.rows) {
      const n = counts.get(key) ?? 0;
      number.textContent = n.toLocaleString(this.search.words.language);
      row.hidden = !n && !input.checked;
    }
    for (const set of this.facetBox.querySelectorAll("fieldset")) set.hidden = !set.querySelector("label:not([hidden])");
  }

  // What each page has, by the page's name; nothing where it does not come.
  facets() {
    this.facetting ??= this.fetchFacets().catch(() => {
      this.facetting = undefined;
    });
    return this.facetting;
  }

  // Each line begins like the one before.
  async fetchFacets() {
    const { values, pages } = await this.search.json("facets.json");
    const found = new Map();
    let has = [];
    for (const [shared, ...line] of pages) {
      const names = line.pop().split(" ");
      has = [...has.slice(0, shared), ...line.map((n) => values[n])];
      for (const name of names) found.set(`${this.search.tag}_${name}`, has);
    }
    return found;
  }

  // A page that nobody asked for by a word.
  page(id) {
    return { id, score: 0, isVariant: true, data: () => this.fragment(id) };
  }

  async fragment(id) {
    const answer = await fetch(new URL(`fragment/${id}.pf_fragment`, this.search.at));
    const whole = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
    const data = JSON.parse(whole.slice(whole.indexOf("{")));
    return { ...data, raw_url: data.url, sub_results: [], locations: [] };
  }

  async look(text) {
    const { hits, also } = await super.look(text);
    const sets = await this.beginnings(hits, text);
    const views = sets ? sets.flatMap((one) => one.views) : truest(await this.views(hits.slice(0, NEXT)), text);
    return { hits, views, also, sets };
  }

  // The first results of each kind. The best kind shows most, the next ones something.
  async beginnings(hits, text) {
    if (!this.kinds) return undefined;
    const kinds = new Map();
    for (const hit of hits) {
      const kind = this.kinds.get(hit.id);
      kinds.set(kind, [...(kinds.get(kind) ?? []), hit]);
    }
    const sets = await Promise.all([...kinds].map(async ([kind, members], n) => {
      const share = kinds.size === 1 ? NEXT : n ? Number(n < AT_ONCE) : LEADS;
      return { kind, members, views: truest(await this.views(members.slice(0, share)), text) };
    }));
    const rank = ({ views: [first] }) => (first ? 1 + Boolean(!text || first.isTrue(text)) : 0);
    return sets.sort((a, b) => rank(b) - rank(a));
  }

  async show(text, found, isLate, note) {
    this.sets = found.sets;
    this.facetBox.hidden = !found.sets;
    return super.show(text, found, isLate, note);
  }

  groups(views) {
    return this.sets ? this.sets.map((one) => this.set(one)) : super.groups(views);
  }

  // A kind: how many results it has, the first of them, and a button for the others.
  set({ kind, members, views }) {
    const section = this.group(views, views[0]?.kind ?? this.titleOf(kind));
    section.querySelector("h2").append(" ", make("small", {}, members.length.toLocaleString(this.search.words.language)));
    if (!views.length) section.classList.add("tp-hits--waiting");
    const rest = members.slice(views.length);
    if (rest.length) section.append(this.more(section.querySelector("ul"), section.querySelector("h2").id, rest));
    return section;
  }

  titleOf(kind) {
    return Object.values(this.search.words.kinds).find(([name]) => name === kind) ?? this.search.words.page;
  }

  more(list, id, rest) {
    const button = make("button", { type: "button", class: "tp-more", "aria-describedby": id }, this.say.more);
    button.addEventListener("click", async () => {
      const views = await this.views(rest.splice(0, NEXT));
      button.closest("section").classList.remove("tp-hits--waiting");
      list.append(...views.map((one) => this.hit(one)));
      list.querySelectorAll("[data-hit]")[list.children.length - views.length]?.focus();
      if (!rest.length) button.remove();
    });
    return button;
  }

  // Where a filter leaves nothing, it is the filter that is in the way. Where nothing is found, there is nothing to narrow down.
  nothing(text, views, isLate) {
    this.facetBox.hidden = !this.isInTheWay;
    if (this.isInTheWay) {
      this.tell(this.count(0));
      return this.place.replaceChildren(this.clearing());
    }
    this.sets = undefined;
    return super.nothing(text, views, isLate);
  }

  wayOut() {
    return this.isNarrowed() ? this.clearing() : "";
  }

  fail(text, isLate) {
    this.facetBox.hidden = true;
    return super.fail(text, isLate);
  }
}

const page = document.querySelector("[data-search-page]");
if (page) startPage(page);
