// Printing one sheet of a page and nothing else: styles see on the root which one a button asks for.

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.dataset.print = button.dataset.print;
    print();
  });
}
addEventListener("afterprint", () => delete document.documentElement.dataset.print);
