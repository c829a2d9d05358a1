// The search page: results with filters, in an address that can be shared.

import { Board, FIRST, Search, later, make, truest, walk } from "./search.js";

const NEXT = 10; // results that a button adds to a kind

function startPage(page) {
  const form = page.querySelector("[data-search-form]");
  const box = form.querySelector("input");
  const place = page.querySelector("[data-search-results]");
  const index = page.querySelector("[data-search-index]");
  const base = new URL(location.pathname, location.href);
  const search = new Search(base, JSON.parse(page.querySelector("[data-search-words]").textContent));
  const board = new PageBoard(search, form, box, place, index);
  board.start();
}

class PageBoard extends Board {
  constructor(search, form, box, place, index) {
    const status = make("p", { role: "status", class: "tp-search__status" });
    const results = make("div", { class: "tp-search__results" });
    super(search, { status, place: results, retype: (word) => { box.value = word; box.focus(); this.go({ isStep: true }); } });
    Object.assign(this, { form, box, outer: place, index, chosen: new Map(), ids: [] });
  }

  start() {
    const later_ = later(() => this.go({}));
    this.box.addEventListener("input", later_);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ isStep: true });
    });
    this.form.closest("[data-search-page]").addEventListener("keydown", (event) => walk(event, this.box, this.place));
    addEventListener("popstate", () => this.read());
    const facets = this.drawFacets();
    this.outer.replaceChildren(this.status, make("div", { class: "tp-search__columns" }, facets, this.place));
    this.read();
  }

  // The address says what is asked: it can be shared, and the back button leads back.
  read() {
    const asked_ = new URLSearchParams(location.search);
    this.box.value = asked_.get("q") ?? "";
    for (const input of this.inputs) input.checked = asked_.getAll(input.name).includes(input.value);
    return this.go({ isRead: true });
  }

  go({ isStep = false, isRead = false }) {
    const text = this.box.value.trim();
    this.chosen = new Map(this.search.words.facets.map(([name]) => [name, this.inputs.filter((one) => one.name === name && one.checked).map((one) => one.value)]));
    const values = new URLSearchParams(text ? [["q", text]] : []);
    for (const [name, each] of this.chosen) for (const value of each) values.append(name, value);
    const address = values.size || [...values].length ? `?${values}` : location.pathname;
    if (!isRead) history[isStep ? "pushState" : "replaceState"](null, "", address);
    const isAsked = Boolean(text) || this.isNarrowed();
    this.outer.hidden = !isAsked;
    this.index.hidden = isAsked;
    this.clear.hidden = !this.isNarrowed();
    if (!isAsked) {
      this.turn += 1;
      this.tell();
      return undefined;
    }
    return this.run(text, { keep: (hits) => this.keep(hits), total: 0 });
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
    this.clear = make("button", { type: "button", class: "tp-search__clear", onclick: () => this.unchoose() }, say.clear);
    this.facetBox = make("details", { class: "tp-facets" }, make("summary", {}, say.narrow), this.clear, ...groups);
    this.facetBox.open = matchMedia("(min-width: 64rem)").matches;
    return this.facetBox;
  }

  unchoose() {
    for (const input of this.inputs) input.checked = false;
    this.go({ isStep: true });
    this.box.focus();
  }

  // What is left of the hits, and how many each filter would leave.
  async keep(hits) {
    const facets = await this.search.facets();
    const of = (id) => (facets.pages[id.slice(id.lastIndexOf("_") + 1)] ?? []).map((n) => facets.values[n]);
    const all = hits ?? Object.keys(facets.pages).map((id) => this.page(id));
    const sorted = all.map((hit) => ({ hit, has: of(hit.id) }));
    const fits = ({ has }, but) => [...this.chosen].every(([name, wanted]) => name === but || !wanted.length || has.some(([n, value]) => n === name && wanted.includes(value)));
    const counts = new Map();
    for (const [name] of this.chosen) {
      for (const one of sorted.filter((each) => fits(each, name))) {
        for (const [n, value] of one.has) if (n === name) counts.set(`${n}:${value}`, (counts.get(`${n}:${value}`) ?? 0) + 1);
      }
    }
    for (const [key, { row, number, input }] of this.rows) {
      const n = counts.get(key) ?? 0;
      number.textContent = n.toLocaleString(this.search.words.language);
      row.hidden = !n && !input.checked;
    }
    for (const set of this.facetBox.querySelectorAll("fieldset")) set.hidden = !set.querySelector("label:not([hidden])");
    const left = sorted.filter((one) => fits(one));
    this.kinds = new Map(left.map(({ hit, has }) => [hit.id, has.find(([n]) => n === "kind")?.[1] ?? "page"]));
    return left.map(({ hit }) => hit);
  }

  // A page that nobody asked for by a word.
  page(id) {
    const name = `${this.search.words.language.split("-")[0].toLowerCase()}_${id}`;
    return { id: name, score: 0, isVariant: true, data: () => this.fragment(name) };
  }

  async fragment(name) {
    const answer = await fetch(new URL(`fragment/${name}.pf_fragment`, this.search.at));
    const whole = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
    const data = JSON.parse(whole.slice(whole.indexOf("{")));
    return { ...data, raw_url: data.url, sub_results: [] };
  }

  async show(text, hits, _, also, isLate) {
    const kinds = new Map();
    for (const hit of hits) {
      const kind = this.kinds.get(hit.id);
      kinds.set(kind, [...(kinds.get(kind) ?? []), hit]);
    }
    // The best kind shows most, and every kind something.
    let left = Math.max(FIRST, kinds.size);
    const sets = await Promise.all([...kinds.values()].map(async (members, n) => {
      const share = kinds.size === 1 ? NEXT : Math.min(members.length, n ? 1 : 3, left);
      left -= share;
      return { members, views: truest(await this.views(members.slice(0, Math.max(1, share))), text) };
    }));
    if (isLate()) return;
    const isTrue = ({ views }) => Boolean(!text || views[0].isTrue(text));
    this.sets = sets.filter((one) => one.views.length).sort((a, b) => isTrue(b) - isTrue(a));
    await super.show(text, hits, sets.flatMap((one) => one.views), also, isLate);
  }

  groups(views) {
    return this.sets.filter((one) => one.views.some((each) => views.includes(each))).map(({ members, views }) => {
      const rest = members.slice(views.length);
      const section = this.group(views);
      section.querySelector("h2").append(" ", make("small", {}, members.length.toLocaleString(this.search.words.language)));
      if (rest.length) section.append(this.more(section.querySelector("ul"), section.querySelector("h2").id, rest));
      return section;
    });
  }

  more(list, id, rest) {
    const button = make("button", { type: "button", class: "tp-more", "aria-describedby": id }, this.say.more);
    button.addEventListener("click", async () => {
      const views = await this.views(rest.splice(0, NEXT));
      list.append(...views.map((one) => this.hit(one)));
      list.querySelectorAll("[data-hit]")[list.children.length - views.length]?.focus();
      if (!rest.length) button.remove();
    });
    return button;
  }

  async fail(text, isLate) {
    this.facetBox.hidden = true;
    await super.fail(text, isLate);
    if (!isLate()) this.index.hidden = Boolean(text);
  }
}

const page = document.querySelector("[data-search-page]");
if (page) startPage(page);
