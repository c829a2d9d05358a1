// What only some pages need is fetched by those pages: a selector and the program that serves what it finds.
const programs = [
  ["[data-search-page]", "./search-page.js"],
  ["[data-catalogue]", "./catalogue.js"],
];
for (const [selector, program] of programs) {
  if (document.querySelector(selector)) import(program);
}

// What stands further down on a page is fetched when the reader comes near it.
const parts = document.querySelectorAll("[data-film], [data-of], [data-steps], [data-grid], [data-attestation]");
const near = new IntersectionObserver((seen) => {
  if (seen.some((one) => one.isIntersecting)) fetchModule();
}, { rootMargin: "50%" });
for (const one of parts) near.observe(one);

function fetchModule() {
  near.disconnect();
  return import("./module.js");
}

// It makes parts longer, as letters do when they come: whoever jumps to one below them is led there once all have.
async function arrive() {
  if (!parts.length || !location.hash) return;
  await Promise.all([fetchModule(), document.fonts.ready]);
  document.querySelector(":target")?.scrollIntoView();
}
addEventListener("hashchange", arrive);
arrive();
