// Where a search leads nowhere: what may have been meant, what the other languages say in full, titles that fit, and ways on.
// Fetched only then. What records say is only ever put into text nodes.

import { asked, fold, make, view, wordsOf } from "./search-board.js";

const PAUSE = 500; // milliseconds before the full texts of other languages are fetched
const MOST = 8; // words in which misspelt ones are looked for
const LONGEST = 40; // letters that such a word may have

// Nothing says it: what may have been meant, what the other languages say in full, what comes close, titles, and ways on.
export async function nothing(board, text, isLate, views) {
  const { say, search } = board;
  const titles = await titlesOf(search).catch(() => []);
  if (isLate()) return;
  const near = guesses(text, titles);
  const close = views.filter((one) => one.isNear(text));
  const notes = [near.length ? suggestions(board, near) : "", make("div", { "data-elsewhere": true })];
  const rest = close.length ? board.groups(close) : [titled(say, fitting(text, titles).slice(0, 12)), board.browse()];
  board.tell(board.sentence(close.length ? say.closest : say.nothing, text));
  board.place.replaceChildren(...[...notes, ...rest].filter(Boolean));
  await new Promise((done) => setTimeout(done, PAUSE));
  if (isLate() || text.length < 3) return;
  const found = await elsewhere(search, text, titles).catch(() => []);
  if (isLate() || !found.length) return;
  const section = make("section", { class: "tp-hits" }, make("h2", {}, say.elsewhere), make("ul", {}, ...found.map((one) => board.hit(one))));
  board.tell(board.sentence(say.elsewhere.replace(/:?$/, " {query}"), text));
  board.place.querySelector("[data-elsewhere]").replaceChildren(section);
}

// Without an index there are still the titles.
export async function fail(board, text, isLate) {
  const titles = text ? await titlesOf(board.search).catch(() => []) : [];
  if (isLate()) return;
  const found = fitting(text, titles).slice(0, 50);
  board.tell(board.search.words.index ? board.say.failed : found.length || !text ? "" : board.sentence(board.say.nothing, text));
  board.place.replaceChildren(found.length ? titled(board.say, found) : "", found.length ? "" : board.browse());
}

// ---- Titles: the list from A to Z ----

function titlesOf(search) {
  search.listing ??= list(search).catch((error) => {
    search.listing = undefined; // The next question asks again.
    throw error;
  });
  return search.listing;
}

async function list(search) {
  const answer = await fetch(search.all);
  if (!answer.ok) throw new Error("list");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("[data-search-all] li")].map((one) => {
    const link = one.querySelector("a");
    const language = link.querySelector("[lang]")?.lang;
    return { href: new URL(link.getAttribute("href"), search.all).href, title: link.textContent, kind: one.querySelector("small")?.textContent ?? "", language };
  });
}

function fitting(text, titles) {
  const wanted = wordsOf(text);
  const fits = (one) => wanted.length && wanted.every((word) => fold(one.title).includes(word));
  const nearly = (one) => wanted.some((word) => word.length > 3 && fold(one.title).includes(word.slice(0, Math.max(4, word.length - 2))));
  const found = titles.filter(fits);
  return found.length ? found : titles.filter(nearly);
}

function titled(say, titles) {
  if (!titles.length) return "";
  const items = titles.map((one) => make("li", { class: "tp-hit" }, make("a", { href: one.href, "data-hit": true, lang: one.language }, one.title), " ", make("small", {}, one.kind)));
  return make("section", { class: "tp-hits" }, make("h2", {}, say.titles), make("ul", {}, ...items));
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
  const wanted = wordsOf(text);
  if (wanted.length > MOST || wanted.some((word) => word.length > LONGEST)) return [];
  const known = new Map();
  for (const { title } of titles) for (const word of title.match(/[\p{L}\p{N}]+/gu) ?? []) if (word.length > 3) known.set(fold(word), word.toLowerCase());
  const options = wanted.map((word) => {
    if (word.length < 4 || known.has(word)) return [[0, word]];
    const limit = word.length > 6 ? 2 : 1;
    const near = [...known].map(([folded, other]) => [distance(word, folded, limit) + (folded[0] === word[0] ? 0 : 0.5), other]).filter(([far]) => far <= limit);
    return near.length ? near.sort((a, b) => a[0] - b[0]).slice(0, 3) : [[0, word]];
  });
  if (options.every((near) => near[0][0] === 0)) return [];
  const most = Math.max(...options.map((near) => near.length));
  return [...new Set(Array.from({ length: most }, (_, n) => options.map((near) => (near[n] ?? near[0])[1]).join(" ")))].filter((one) => fold(one) !== fold(text));
}

function suggestions(board, near) {
  const buttons = near.map((word) => make("button", { type: "button", class: "tp-guess", onclick: () => board.retype(word) }, word));
  return make("p", { class: "tp-guesses" }, `${board.say.suggest} `, ...buttons);
}

// ---- The full texts of the other languages ----

// Only their words are fetched, not their stemmers.
async function elsewhere(search, text, titles) {
  search.others ??= others(search);
  const { results } = await (await search.others).search(asked(text));
  const found = new Map();
  for (const hit of results.slice(0, 12)) {
    const data = await hit.data();
    const one = view(search, hit, data);
    const tag = data.url.split("/")[1];
    if (!one.isTrue(text) || found.has(one.href)) continue;
    const own = titles.find(({ href }) => href === one.href);
    found.set(one.href, { ...one, title: own?.title ?? one.title, language: own ? own.language : tag, excerpt: "", foreign: [tag, one.excerpt] });
  }
  return [...found.values()].slice(0, 6);
}

async function others(search) {
  const made = await search.pagefind.createInstance({ basePath: search.at.pathname, noWorker: true, baseUrl: "/", excerptLength: 26 });
  const path = search.at.pathname.slice(search.home.pathname.length);
  const editions = search.words.editions.filter(([tag]) => tag !== search.words.language);
  await Promise.allSettled(editions.map(([tag, segment]) => made.mergeIndex(new URL(`../${segment}/${path}`, search.home).pathname, { language: tag.toLowerCase(), baseUrl: `/${tag}` })));
  return made;
}
