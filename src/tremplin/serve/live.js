// Keeps a page of the preview up to date and shows the faults of the base. Only `tremplin serve` adds it to pages; it is in no file of the site.
{
  const loaded = document.currentScript.dataset;
  const KEPT_PLACE = "tremplin:place";
  const DISMISSED = "tremplin:dismissed";
  let styles = loaded.styles;
  let source = null;
  let shown = null;

  // The server sends the whole state each time, so that nothing is missed while a page sleeps or the server starts again.
  const apply = (state) => {
    if (String(state.pages) !== loaded.pages) return reload();
    if (String(state.styles) !== styles) refreshStyles((styles = String(state.styles)));
    showPanel(state.panel);
  };

  const reload = () => {
    disconnect();
    sessionStorage.setItem(KEPT_PLACE, JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  };

  const returnToPlace = () => {
    const [path, x, y] = JSON.parse(sessionStorage.getItem(KEPT_PLACE) || "[]");
    sessionStorage.removeItem(KEPT_PLACE);
    if (path === location.pathname) scrollTo({ left: x, top: y, behavior: "instant" });
  };

  // The old sheet stays until the new one is there, so that the page never stands without styles.
  const refreshStyles = (version) => {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("tremplin", version);
      const fresh = old.cloneNode();
      fresh.href = address;
      fresh.addEventListener("load", () => old.remove());
      fresh.addEventListener("error", () => fresh.remove());
      old.after(fresh);
    }
  };

  const STYLE = `
    :host { all: initial }
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 50vh; overflow: auto; padding: 1rem 1.25rem; box-sizing: border-box;
      background: #2b1216; color: #fff; border-top: 4px solid #ff9a8a; font: 16px/1.5 system-ui, sans-serif; text-align: start }
    header { display: flex; gap: 1rem; align-items: center; justify-content: space-between }
    h2 { margin: 0; font-size: 1.25rem }
    button { font: inherit; padding: .5rem 1rem; min-height: 44px; color: inherit; background: none; border: 2px solid #ff9a8a; border-radius: .5rem; cursor: pointer }
    button:focus-visible, section:focus-visible { outline: 3px solid #fff; outline-offset: -3px }
    ul { margin: .75rem 0 0; padding: 0; list-style: none; display: grid; gap: .75rem }
    code { display: block; color: #ffc9c0; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, monospace }
    p { margin: .75rem 0 0 } .hint { color: #ffe9b8 }
    @media print { section { display: none } }`;

  const element = (name, text = "", attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text; // Never markup: what stands in a record must not run here.
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const faultItem = (fault) => {
    const item = element("li");
    if (fault.place) item.append(element("code", fault.place, { dir: "ltr" }));
    item.append(element("span", fault.message));
    if (fault.hint) item.append(element("br"), element("span", fault.hint, { class: "hint" }));
    return item;
  };

  const panelOf = (panel) => {
    const section = element("section", "", { "aria-label": panel.title, tabindex: "0", lang: panel.language, dir: panel.direction });
    const header = element("header");
    const close = element("button", panel.close, { type: "button" });
    close.addEventListener("click", dismiss);
    header.append(element("h2", panel.title), close);
    const list = element("ul");
    list.append(...panel.faults.map(faultItem));
    section.append(header, list, ...[panel.more, panel.leftOut].filter(Boolean).map((line) => element("p", line)));
    return section;
  };

  // The host stays in the page and only its content comes and goes: readers of the screen announce what changes in a live region that was there before.
  const host = element("tremplin-faults", "", { role: "status" });
  const root = host.attachShadow({ mode: "open" });
  root.append(element("style", STYLE));

  const showPanel = (panel) => {
    const text = JSON.stringify(panel);
    if (text === shown) return;
    shown = text;
    root.querySelector("section")?.remove();
    if (panel.faults && sessionStorage.getItem(DISMISSED) !== text) root.append(panelOf(panel));
    if (!panel.faults) sessionStorage.removeItem(DISMISSED);
  };

  const dismiss = () => {
    sessionStorage.setItem(DISMISSED, shown);
    root.querySelector("section")?.remove();
  };

  const connect = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/__tremplin__/events?language=${encodeURIComponent(document.documentElement.lang)}`);
    source.addEventListener("message", (event) => apply(JSON.parse(event.data)));
  };

  const disconnect = () => {
    source?.close();
    source = null;
  };

  document.body.append(host);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && root.querySelector("section")) dismiss();
  });
  // A browser opens six connections to a server; pages that nobody looks at must not hold one.
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  if (document.readyState === "complete") returnToPlace();
  else addEventListener("load", returnToPlace);
  connect();
}
