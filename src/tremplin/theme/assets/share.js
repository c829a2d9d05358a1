// Passing a page on: with what the device offers, otherwise its address is copied, or shown where that is not allowed.

const answer = document.querySelector("[data-shared]");
const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];

export async function share(button) {
  answer.textContent = "";
  if (!navigator.share) return copy(button);
  try {
    await navigator.share({ title: document.querySelector("h1").textContent.trim(), url: address() });
  } catch (problem) {
    if (problem.name !== "AbortError") await copy(button); // Whoever closed the list has changed their mind.
  }
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(address());
    answer.textContent = button.dataset.copied;
  } catch {
    answer.textContent = address();
    getSelection().selectAllChildren(answer);
  }
}
