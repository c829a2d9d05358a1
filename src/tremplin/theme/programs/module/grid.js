// The trainer's grid: whether a gesture is acquired is worked out while it is marked. Nothing is kept.

for (const grid of document.querySelectorAll("[data-grid]")) assess(grid);

function assess(grid) {
  const paper = document.querySelector("[data-attestation]");
  const says = grid.dataset;
  const gestures = [...grid.querySelectorAll("[data-gesture]")];
  const attempts = new Map();
  const possible = Number(says.attempts ?? Infinity); // Nobody has to say how many there are.

  const fill = (text, values) => text.replace(/{(\w+)}/g, (gap, name) => values[name] ?? gap);

  // Only the criteria that count decide: one that was not seen is enough to fail, and what is not applicable is left aside.
  function judged(gesture) {
    const marks = [...gesture.querySelectorAll("[data-counts]")].map((row) => row.querySelector(":checked")?.value);
    const left = marks.filter((mark) => !mark).length;
    if (marks.includes("unseen")) return { state: "failed", text: says.failed };
    if (!gesture.querySelector(":checked")) return { state: "open", text: says.open };
    if (left) return { state: "open", text: fill(says.left, { n: left }) };
    return marks.includes("seen") ? { state: "acquired", text: says.acquired } : { state: "open", text: says.open };
  }

  function tell() {
    for (const gesture of gestures) {
      const { state, text } = judged(gesture);
      const number = attempts.get(gesture) ?? 1;
      const output = gesture.querySelector("output");
      gesture.dataset.state = state;
      if (output.textContent !== text) output.textContent = text;
      gesture.querySelector("[data-attempt-number]").textContent = fill(says.attempt, { n: number, all: says.attempts });
      gesture.querySelector("[data-next]").hidden = state !== "failed" || number >= possible;
      paper.querySelector(`[data-gesture="${gesture.dataset.gesture}"]`).hidden = state !== "acquired";
    }
    const isEmpty = gestures.every((gesture) => gesture.dataset.state !== "acquired");
    paper.querySelector("[data-none]").hidden = !isEmpty;
    paper.querySelector("[data-print]").disabled = isEmpty;
  }

  for (const gesture of gestures) {
    gesture.querySelector("[data-next]").addEventListener("click", () => {
      attempts.set(gesture, (attempts.get(gesture) ?? 1) + 1);
      for (const mark of gesture.querySelectorAll(":checked")) mark.checked = false;
      tell();
      gesture.querySelector("input").focus();
    });
  }
  grid.addEventListener("change", tell);
  grid.querySelector("form").addEventListener("reset", () => {
    attempts.clear();
    // The names belong to the learner who has just left.
    for (const line of paper.querySelectorAll("input")) line.value = "";
    setTimeout(tell); // The boxes are empty when the event is over.
  });

  tell();
  for (const one of document.querySelectorAll("[data-live]")) one.hidden = false;
}
