// Practise: a box before each step. What is ticked stays in this browser, under the page's path without its language.

for (const panel of document.querySelectorAll("[data-checklist]")) practise(panel);

function practise(panel) {
  const [count, erase, bar, kept, lost] = ["output", "[data-erase]", "progress", "[data-kept]", "[data-lost]"].map((one) => panel.querySelector(one));
  const record = panel.dataset.checklist;
  const before = location.pathname.split(`/${record}`)[0];
  const key = `tremplin:${before.slice(0, before.lastIndexOf("/"))}/${record}`;
  const boxes = [...document.querySelectorAll("[data-steps] > ol > li")].map(boxed);

  const fill = (text, values) => text.replace(/{(\w+)}/g, (gap, name) => values[name] ?? gap);
  const told = () => {
    const done = boxes.filter((box) => box.checked).length;
    Object.assign(bar, { max: boxes.length, value: done });
    count.textContent = fill(panel.dataset.count, { done, all: boxes.length });
    erase.hidden = !done;
  };

  // A browser may forbid to keep anything, or be full: the ticks then hold for this visit.
  const store = (change) => {
    try {
      return change(localStorage);
    } catch {
      kept.hidden = true;
      lost.hidden = false;
      return null;
    }
  };
  const remembered = () => {
    try {
      return [JSON.parse(store((storage) => storage.getItem(key)))].flat();
    } catch {
      return []; // Somebody else wrote there.
    }
  };

  const ticked = new Set(remembered());
  for (const box of boxes) {
    box.checked = ticked.has(box.value);
    box.addEventListener("change", () => {
      store((storage) => storage.setItem(key, JSON.stringify(boxes.filter((one) => one.checked).map((one) => one.value))));
      told();
    });
  }
  erase.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    store((storage) => storage.removeItem(key));
    told();
    count.textContent = panel.dataset.erased;
    boxes[0].focus();
  });
  told();
  panel.hidden = false;
}

// A step becomes the label of its box.
function boxed(step) {
  const list = step.parentElement;
  const number = [...list.children].indexOf(step) + 1;
  const box = Object.assign(document.createElement("input"), { type: "checkbox", value: `${list.parentElement.dataset.steps}.${number}`, autocomplete: "off" });
  const label = document.createElement("label");
  const words = document.createElement("span");
  words.append(...step.childNodes);
  label.append(box, words);
  step.append(label);
  list.classList.add("tp-ticks");
  return box;
}
