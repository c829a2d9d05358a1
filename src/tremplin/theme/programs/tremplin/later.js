// What only some pages need is fetched by those pages: a selector and the program that serves what it finds.
const programs = [
  ["[data-search-page]", "./search-page.js"],
  ["[data-catalogue]", "./catalogue.js"],
];
for (const [selector, program] of programs) {
  if (document.querySelector(selector)) import(program);
}

// What stands further down on a page is fetched when the reader comes near it.
const near = new IntersectionObserver((seen) => {
  if (!seen.some((one) => one.isIntersecting)) return;
  near.disconnect();
  import("./module.js");
}, { rootMargin: "50%" });
for (const one of document.querySelectorAll("[data-film], [data-of], [data-steps], [data-grid], [data-attestation]")) near.observe(one);
