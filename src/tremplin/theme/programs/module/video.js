// Films: chapters move the film, the playing one is marked, and a film at another host comes when it is asked for.

for (const figure of document.querySelectorAll("[data-film]")) serve(figure);

function serve(figure) {
  const chapters = [...document.querySelectorAll(`[data-of="${figure.id}"]`)];
  const facade = figure.querySelector("[data-facade]");
  const template = figure.querySelector("template");
  const play = figure.querySelector("[data-play]");
  let film = figure.querySelector("video");
  let from = 0;

  // What the host's page or file begins with; a frame that is there already is loaded anew.
  const show = () => {
    const made = template.content.cloneNode(true);
    const source = made.querySelector("[src]");
    if (from) source.src += template.dataset.moment.replace("{at}", from);
    film = made.querySelector("video");
    if (film) watch();
    figure.querySelector("iframe")?.remove();
    facade.before(made);
    facade.hidden = true;
    (film ?? figure.querySelector("iframe")).focus();
  };

  const go = (seconds) => {
    figure.scrollIntoView({ block: "center" });
    from = seconds;
    if (film) {
      film.currentTime = seconds;
      film.play().catch(() => {});
    } else if (facade.hidden) {
      show();
    } else {
      play.focus({ preventScroll: true });
    }
  };

  const mark = () => {
    const begun = chapters.map((one) => Number(one.dataset.at)).filter((at) => at <= film.currentTime + 0.2);
    const now = String(Math.max(...begun));
    for (const one of chapters) {
      if (one.dataset.at === now) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  };

  // Captions in the reader's language, fetched with the film and not before; a choice that was made already stays.
  const caption = () => {
    const own = film.querySelector("[data-own]");
    if (own && [...film.textTracks].every((one) => one.mode === "disabled")) own.track.mode = "showing";
  };

  const watch = () => {
    const failed = () => {
      if (film.error || film.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) figure.querySelector("[data-fault]").hidden = false;
    };
    film.addEventListener("play", caption, { once: true });
    film.addEventListener("timeupdate", mark);
    film.addEventListener("playing", () => (figure.querySelector("[data-fault]").hidden = true));
    film.addEventListener("error", failed);
    film.querySelector("source").addEventListener("error", () => setTimeout(failed));
    failed(); // The browser may have looked at the format before this program came.
  };

  figure.dataset.film = "ready";
  if (film) watch();
  else if (play) {
    play.hidden = false;
    play.addEventListener("click", show);
  } else return;
  for (const one of chapters) {
    one.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(Number(one.dataset.at));
    });
  }
  // An address may name a moment, as search engines do: `?t=26#film-demonstration`.
  const moment = Number(new URLSearchParams(location.search).get("t"));
  if (moment > 0 && location.hash === `#${figure.id}`) {
    from = moment;
    if (film) film.currentTime = moment;
  }
}
