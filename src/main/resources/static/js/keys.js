/*
 * Single letters, for who has them on (the account menu): "/" goes to the search, "?" tells the letters; on a list
 * j and k move, o opens, a takes.
 *
 *   data-rows on the list, data-row on each row, data-open on its link, data-take on its button
 */

const typing = (target) => target.isContentEditable || target.closest("input, textarea, select, dialog[open]");

const rows = () => [...document.querySelectorAll("[data-rows] [data-row]")];
const current = () => document.activeElement?.closest("[data-row]") ?? null;

const move = (step) => {
  const all = rows();
  if (all.length === 0) {
    return;
  }
  const here = all.indexOf(current());
  const next = here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1);
  const link = all[next].querySelector("[data-open]");
  link.focus();
  link.scrollIntoView({ block: "nearest" });
};

const actions = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  "?": () => document.getElementById("keys").showModal(),
  j: () => move(1),
  k: () => move(-1),
  o: () => current()?.querySelector("[data-open]").click(),
  a: () => current()?.querySelector("[data-take]")?.click(),
};

/* Ctrl K or ⌘ K: the palette, fetched when it is first asked for. */
let palette = null;

document.addEventListener("keydown", (event) => {
  const dialog = document.getElementById("palette");
  if (dialog && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    palette ??= import(dialog.dataset.script);
    palette.then((module) => module.toggle());
  }
});

document.addEventListener("keydown", (event) => {
  const off = document.documentElement.dataset.keys === "off";
  const action = actions[event.key];
  if (off || !action || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) {
    return;
  }
  event.preventDefault();
  action();
});
