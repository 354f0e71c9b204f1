/*
 * The list. From 1280 px the case stands beside it: the row that has the focus, or is pressed beside its link, shows its case
 * at the right. Open pages are told what moved: rows are marked, never moved. Without this file each row still leads to its
 * page and each form works.
 */

const list = document.querySelector("[data-worklist]");
const pane = document.getElementById("summary");
const bulk = document.getElementById("bulk-form");
const news = document.getElementById("news");
const wide = matchMedia("(min-width: 80rem)");

/* The case beside. */
let shown = null;
let waiting = 0;

const show = (row) => {
  const task = row?.dataset.task;
  if (!task || !wide.matches || task === shown) {
    return;
  }
  shown = task;
  for (const other of list.querySelectorAll(".shown")) {
    other.classList.remove("shown");
  }
  row.classList.add("shown");
  htmx.ajax("GET", `/worklist/${task}/summary?back=${encodeURIComponent(list.dataset.query)}`, { target: pane, swap: "innerHTML" });
};

// Walking through by keyboard does not ask for every case on the way.
list?.addEventListener("focusin", (event) => {
  clearTimeout(waiting);
  const row = event.target.closest("[data-row]");
  waiting = setTimeout(() => show(row), 150);
});

list?.addEventListener("click", (event) => {
  if (wide.matches && !event.target.closest("a, button, input, label")) {
    show(event.target.closest("[data-row]"));
  }
});

/* The selection. */
const picks = () => [...document.querySelectorAll("[data-pick]")];
const whole = bulk?.querySelector("[name=whole]");

const count = () => {
  const chosen = picks().filter((pick) => pick.checked).length;
  bulk.querySelector("[data-count]").textContent = bulk.dataset.chosen.replace("{n}", chosen);
  bulk.querySelector("[data-go]").disabled = chosen === 0 && !whole.checked;
};

const needs = () => {
  const verb = bulk.querySelector("[name=verb]").selectedOptions[0].dataset;
  bulk.querySelector("[data-receiver]").hidden = verb.needs !== "receiver";
  bulk.querySelector("[data-words]").hidden = verb.needs !== "words";
};

if (bulk) {
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-pick-all]")) {
      picks().forEach((pick) => { pick.checked = event.target.checked; });
    }
    if (event.target.matches("[data-pick], [data-pick-all], [name=whole]")) {
      count();
    }
    if (event.target.matches("[name=verb]")) {
      needs();
    }
  });
  count();
  needs();
}

/* Single letters besides those of every list. */
const current = () => document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row].shown");

const acts = {
  x: () => current()?.querySelector("[data-pick]")?.click(),
  r: () => current()?.querySelector("[data-give-back]")?.click(),
  v: () => current()?.querySelector("[data-acknowledge]")?.click(),
  s: () => pane?.focus(),
  l: () => (list?.querySelector(".shown [data-open]") ?? list?.querySelector("[data-open]"))?.focus(),
  f: () => { document.getElementById("filter").open = true; document.getElementById("stage").focus(); },
  b: () => {
    if (bulk) {
      bulk.closest("details").open = true;
      bulk.querySelector("[name=verb]").focus();
    }
  },
  n: () => news && !news.hidden && news.querySelector("a").click(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.isContentEditable || event.target.closest("textarea, select, dialog[open], input:not([type=checkbox])");
  const act = acts[event.key];
  if (!act || typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.documentElement.dataset.keys === "off") {
    return;
  }
  event.preventDefault();
  act();
});

/*
 * A verb answers with the list anew: whoever was on a row is on it again, or on the one that took its place.
 */
const HERE = "worklist-here";

document.addEventListener("submit", (event) => {
  const task = event.target.closest("[data-row], #summary [data-task]")?.dataset.task;
  if (task) {
    const place = [...list.querySelectorAll("[data-row]")].findIndex((row) => row.dataset.task === task);
    sessionStorage.setItem(HERE, JSON.stringify({ task, place }));
  }
});

const left = JSON.parse(sessionStorage.getItem(HERE));
sessionStorage.removeItem(HERE);
if (left && list) {
  const rows = [...list.querySelectorAll("[data-row]")];
  const row = rows.find((one) => one.dataset.task === left.task) ?? rows[Math.min(Math.max(left.place, 0), rows.length - 1)];
  row?.querySelector("[data-open]")?.focus();
}

/* What moved elsewhere. */
const says = { TAKEN: "taken", FREED: "freed", CHANGED: "changed", GONE: "gone" };
let fresh = 0;

const mark = ({ task, what, by }) => {
  const row = list?.querySelector(`[data-task="${task}"]`);
  if (row && says[what]) {
    row.classList.add("marked");
    row.querySelector("[data-mark]").textContent = news.dataset[says[what]].replace("{name}", by ?? "—");
  } else if (what === "NEW" || what === "FREED") {
    fresh += 1;
    const link = news.querySelector("a");
    link.textContent = fresh === 1 ? news.dataset.one : news.dataset.many.replace("{n}", fresh);
    news.hidden = false;
  }
};

let stream = null;

// A browser opens six ways to a site at most: a page nobody looks at gives its own back.
const listen = () => {
  if (document.hidden) {
    stream?.close();
    stream = null;
  } else if (!stream) {
    stream = new EventSource(news.dataset.live);
    stream.addEventListener("rows", (event) => JSON.parse(event.data).rows.forEach(mark));
    stream.addEventListener("open", () => { document.documentElement.dataset.live = "on"; });
  }
};

if (news) {
  listen();
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => stream?.close());
}
