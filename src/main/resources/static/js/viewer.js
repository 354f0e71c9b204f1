/*
 * The viewer works without this file. With it: arrows and letters turn, enlarge and leaf; a link with data-beside opens its
 * piece beside the form, where there is room; a note begun is kept while one looks at another page.
 */

const WIDE = window.matchMedia("(min-width: 68rem)");
const pane = document.querySelector("[data-viewer-pane]");
const ways = { ArrowLeft: "before", ArrowRight: "after", "+": "closer", "-": "farther", r: "turn" };
const begun = new Map();
let opener = null;
let entered = false;

const viewer = () => document.querySelector("[data-viewer]");
const typing = (target) => target.closest("input, textarea, select, dialog[open]");

/** A frame that scrolls sideways keeps its arrows. */
const scrolls = (target, key) => {
  const frame = target.closest?.(".viewer-frame");
  return key.startsWith("Arrow") && frame && frame.scrollWidth > frame.clientWidth;
};

document.addEventListener("keydown", (event) => {
  const way = ways[event.key];
  const letter = !event.key.startsWith("Arrow");
  if (
    !way || !viewer() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target) ||
    scrolls(event.target, event.key) || (letter && document.documentElement.dataset.keys === "off") ||
    (pane && !event.target.closest("[data-viewer]"))
  ) {
    return;
  }
  const control = viewer().querySelector(`[data-way=${way}]`);
  if (control) {
    event.preventDefault();
    control.click();
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-beside]");
  if (link && pane && WIDE.matches && window.htmx && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    opener = link;
    const address = new URL(link.href);
    address.searchParams.set("beside", "true");
    pane.hidden = false;
    entered = true;
    window.htmx.ajax("GET", address.pathname + address.search, { target: "#viewer", swap: "outerHTML", select: "#viewer" });
  }
  if (event.target.closest("[data-viewer-close]")) {
    pane.hidden = true;
    opener?.focus();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && pane && !pane.hidden && event.target.closest("[data-viewer]") && !typing(event.target)) {
    pane.hidden = true;
    opener?.focus();
  }
});

/* Notes begun, by page: leafing loses nothing. */
document.addEventListener("input", (event) => {
  if (event.target.id === "viewer-note") {
    begun.set(viewer().dataset.page, event.target.value);
  }
});

/* Whoever was in the viewer stays in it. At once: a focus that moved later would take the first letters of a note. */
document.addEventListener("htmx:beforeSwap", (event) => {
  entered ||= event.target.id === "viewer" && event.target.contains(document.activeElement);
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "viewer") {
    if (pane && entered && !viewer().contains(document.activeElement)) {
      viewer().querySelector(".viewer-frame, a, button")?.focus();
    }
    entered = false;
  }
  const note = document.getElementById("viewer-note");
  const kept = note && begun.get(viewer().dataset.page);
  if (kept && note.value === "") {
    note.value = kept;
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && event.detail.requestConfig?.verb === "post" && event.target.querySelector?.("#viewer-note")) {
    begun.delete(viewer()?.dataset.page);
    const note = document.getElementById("viewer-note");
    if (note) {
      note.value = "";
    }
  }
});

/* What could not be kept is answered with 422, and shown. */
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422 && event.target.id === "viewer") {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
