// Where a search leads nowhere: what may have been meant, what the other languages say in full, titles that fit, and ways on.
// Fetched only then. What records say is only ever put into text nodes.

import { asked, fold, isAnswer, make, view, wordsOf } from "./search-board.js";

const PAUSE = 500; // milliseconds before the full texts of other languages are fetched
const MOST = 8; // words in which misspelt ones are looked for
const LONGEST = 40; // letters that such a word may have
const SHORTEST = 4; // letters with which a word can be misspelt rather than be another word
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const NAMES = /\/(countries|partners|projects)\//;

// Nothing says it. What was surely meant is searched for at once, unless the reader means what is typed.
export async function nothing(board, text, isLate, views) {
  const titles = await titlesOf(board.search).catch(() => []);
  const { near, isSure } = await guesses(board, text, titles);
  if (isLate()) return;
  const found = isSure && !board.isMeant ? await board.look(near[0]) : undefined;
  if (isLate()) return;
  if (found?.hits.length && isAnswer(found.views, near[0])) await corrected(board, text, near[0], found, isLate);
  else around(board, text, titles, near, views);
  await new Promise((done) => setTimeout(done, PAUSE));
  if (isLate() || text.length < 3) return;
  const others = await elsewhere(board, text, titles).catch(() => []);
  if (!isLate() && others.length) abroad(board, text, others);
}

async function corrected(board, text, instead, found, isLate) {
  const { say } = board;
  await board.show(instead, found, isLate, board.sentence(say.instead, text, instead));
  const keep = make("button", { type: "button", class: "tp-guess", onclick: () => board.retype(text, { isMeant: true }) }, board.sentence(say.keep, text));
  board.place.prepend(make("p", { class: "tp-guesses" }, keep));
  board.place.append(make("div", { "data-elsewhere": true }));
}

// What may have been meant, what comes close, titles, and ways on.
function around(board, text, titles, near, views) {
  const { say } = board;
  const close = views.filter((one) => one.isNear(text));
  const rest = close.length ? board.groups(close) : [titled(say, fitting(text, titles).slice(0, 12)), board.browse()];
  board.tell(board.sentence(close.length ? say.closest : say.nothing, text));
  board.place.replaceChildren(...[board.wayOut(), near.length ? suggestions(board, near) : "", make("div", { "data-elsewhere": close.length ? "close" : "" }), ...rest].filter(Boolean));
}

// What the texts of other languages say, above what only comes close.
function abroad(board, text, found) {
  const { say, search } = board;
  const place = board.place.querySelector("[data-elsewhere]");
  const section = make("section", { class: "tp-hits" }, make("h2", {}, say.elsewhere), make("ul", {}, ...found.map((one) => board.hit(one))));
  place.replaceChildren(section, place.dataset.elsewhere ? make("p", { class: "tp-closest" }, say.closer) : "");
  if (!place.nextElementSibling) return; // It stands below the results of another question, which the status tells of.
  board.tell(board.sentence(board.count(found.length, search.words.foreign), text));
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

// How words are written in titles, by what is left of them without accents and case. A first word begins with a capital for no reason of
// its own, but in German, and in names.
function spellings(titles, tag) {
  const known = new Map();
  for (const { title, href } of titles) {
    const isKept = tag === "de" || NAMES.test(href);
    for (const [n, word] of (title.match(WORD) ?? []).entries()) {
      if (word.length < SHORTEST) continue;
      const isFirst = !n && !isKept && word.slice(1) === word.slice(1).toLowerCase();
      if (!isFirst || !known.has(fold(word))) known.set(fold(word), isFirst ? word.toLowerCase() : word);
    }
  }
  return known;
}

// How a word may be meant, nearest first: how far it is, and as the texts write it.
function nearest(word, known) {
  const limit = word.length > 6 ? 2 : 1;
  const near = [...known].map(([folded, other]) => [distance(word, folded, limit) + (folded[0] === word[0] ? 0 : 0.5), other]).filter(([far]) => far <= limit);
  return near.sort((a, b) => a[0] - b[0]).slice(0, 3);
}

async function isSpelt(board, word) {
  const { hits } = await board.search.ask(word);
  return isAnswer(await board.views(hits.slice(0, 3)), word);
}

// Who has no key for `ä` writes `ae`, which is two letters in other words too: `neue`, `bauen`.
const withUmlauts = (text) => text.replace(/(?<![aeiouqäöü])([aou])e/gi, "$1\u0308").normalize("NFC");

// The question with its misspelt words as titles write them: the nearest guesses first, and whether there is no doubt about the first.
// Words that some text says stay as they are typed.
async function guesses(board, text, titles) {
  const typed = text.normalize("NFC").match(WORD) ?? [];
  if (typed.length > MOST || typed.some((word) => word.length > LONGEST)) return { near: [], isSure: false };
  const spelt = board.search.tag === "de" ? withUmlauts(text) : text;
  if (spelt !== text && await isSpelt(board, spelt).catch(() => false)) return { near: [spelt], isSure: true };
  const known = spellings(titles, board.search.tag);
  const options = await Promise.all(typed.map(async (word) => {
    const folded = fold(word);
    if (word.length < SHORTEST || known.has(folded) || (typed.length > 1 && await isSpelt(board, word).catch(() => false))) return undefined;
    return nearest(folded, known);
  }));
  const wrong = options.filter(Boolean);
  const isSure = wrong.length > 0 && wrong.every(([first, second]) => first && Number.isInteger(first[0]) && !(second?.[0] <= first[0]));
  const variants = Array.from({ length: Math.max(0, ...wrong.map((near) => near.length)) }, (_, n) => {
    let at = -1;
    return text.normalize("NFC").replace(WORD, (word) => {
      at += 1;
      const [, other] = options[at]?.[n] ?? options[at]?.[0] ?? [0, word];
      return /^\p{Lu}/u.test(word) ? other[0].toUpperCase() + other.slice(1) : other;
    });
  });
  return { near: [...new Set(variants)].filter((one) => fold(one) !== fold(text)), isSure };
}

function suggestions(board, near) {
  const buttons = near.map((word) => make("button", { type: "button", class: "tp-guess", onclick: () => board.retype(word) }, word));
  return make("p", { class: "tp-guesses" }, `${board.say.suggest} `, ...buttons);
}

// ---- The full texts of the other languages ----

// Only their words are fetched, not their stemmers.
// What stands on the screen already is not found again.
async function elsewhere({ search, place }, text, titles) {
  search.others ??= others(search);
  const seen = new Set([...place.querySelectorAll(".tp-hit [data-hit]")].map((one) => one.href));
  const { results } = await (await search.others).search(asked(text));
  const found = new Map();
  for (const hit of results.slice(0, 12)) {
    const data = await hit.data();
    const one = view(search, hit, data);
    const tag = one.language ?? data.url.split("/")[1]; // An edition may show a text of another language.
    if (!one.isTrue(text) || found.has(one.href) || seen.has(one.href)) continue;
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
