// Passing a page on: with what the device offers, otherwise its address is copied, or shown where that is not allowed.

const sharer = document.querySelector("[data-share]");
const answer = document.querySelector("[data-shared]");
const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];

async function share() {
  answer.textContent = "";
  if (!navigator.share) return copy();
  try {
    await navigator.share({ title: document.querySelector("h1").textContent.trim(), url: address() });
  } catch (problem) {
    if (problem.name !== "AbortError") await copy(); // Whoever closed the list has changed their mind.
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address());
    answer.textContent = sharer.dataset.copied;
  } catch {
    answer.textContent = address();
    getSelection().selectAllChildren(answer);
  }
}

sharer?.addEventListener("click", share);
if (sharer) for (const one of [sharer, answer]) one.hidden = false;
