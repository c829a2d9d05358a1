// Two helps for readers: the short page in plain words, and a voice that reads it. Both stay hidden where they would not work.

const article = document.querySelector(".tp-record");
const bar = document.querySelector("[data-reading]");
const plain = bar?.querySelector("[data-plain-button]");
const aloud = bar?.querySelector("[data-aloud-button]");

const remember = (value) => {
  try {
    localStorage.setItem("tremplin-plain", value);
  } catch {
    // The choice holds for this page.
  }
};
const remembered = () => {
  try {
    return localStorage.getItem("tremplin-plain");
  } catch {
    return null;
  }
};

const [facts, words, whole] = [".tp-glance", ".tp-plain", "[data-whole]"].map((one) => article?.querySelector(one));
const place = document.createComment("facts and plain words");

// In the short page the plain words stand first and the facts last. They are moved, so that keyboards and voices meet them where eyes do.
function show(isPlain) {
  plain.setAttribute("aria-pressed", String(isPlain));
  article.toggleAttribute("data-plain", isPlain);
  whole.hidden = !isPlain;
  if (isPlain) {
    article.querySelector(".tp-head").after(words);
    whole.before(facts);
  } else place.after(facts, words);
}

// The name in the address, which anybody may have written: `#%` is none.
function named() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

// Whoever follows a link to a part that the short page leaves out wants to see it.
function meet() {
  const wanted = document.getElementById(named());
  if (!wanted || wanted.getClientRects().length) return;
  show(false);
  wanted.scrollIntoView();
}

function choose(isPlain) {
  remember(isPlain ? "1" : "");
  show(isPlain);
}

if (plain && words) {
  plain.hidden = false;
  facts.before(place);
  if (remembered() === "1") show(true);
  meet();
  plain.addEventListener("click", () => choose(plain.getAttribute("aria-pressed") !== "true"));
  whole.firstElementChild.addEventListener("click", () => {
    choose(false);
    plain.focus();
  });
  addEventListener("hashchange", meet);
}

// The browser's own voices; no text leaves the device with those that are local.
const PARTS = "h1, h2, h3, h4, p, li, dt, dd, th, td";
const SKIPPED = "[data-reading], .tp-sources, .tp-foot, .tp-notice, [hidden], [aria-hidden='true'], details:not([open]) > :not(summary)";

const voiceFor = (language) => speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language.toLowerCase().slice(0, 2)));

function passages() {
  const found = [];
  for (const part of article.querySelectorAll(PARTS)) {
    if (part.closest(SKIPPED) || part.querySelector(PARTS) || !part.checkVisibility?.()) continue;
    const text = part.textContent.replace(/\s+/g, " ").trim();
    if (text) found.push([text, part.closest("[lang]").lang, part]);
  }
  return found;
}

function stop() {
  speechSynthesis.cancel();
  aloud.setAttribute("aria-pressed", "false");
  for (const part of article.querySelectorAll(".is-read")) part.classList.remove("is-read");
}

function read() {
  aloud.setAttribute("aria-pressed", "true");
  for (const [text, language, part] of passages()) {
    const voice = voiceFor(language);
    if (!voice) continue;
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.onstart = () => part.classList.add("is-read");
    speech.onend = () => {
      part.classList.remove("is-read");
      if (!speechSynthesis.pending && !speechSynthesis.speaking) stop();
    };
    speechSynthesis.speak(speech);
  }
}

if (aloud && "speechSynthesis" in window) {
  const offer = () => {
    aloud.hidden = !voiceFor(document.documentElement.lang);
  };
  offer();
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  aloud.addEventListener("click", () => (aloud.getAttribute("aria-pressed") === "true" ? stop() : read()));
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
