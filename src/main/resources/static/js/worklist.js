/*
 * The list beside its case, from 1280 px: the row that has the focus, or is pressed beside its link, shows its case at the
 * right. Without this file each row still leads to its page.
 */

const list = document.querySelector("[data-worklist]");
const pane = document.getElementById("summary");
const wide = matchMedia("(min-width: 80rem)");

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
  htmx.ajax("GET", `/worklist/${task}/summary?back=${encodeURIComponent(list.dataset.back)}`, { target: pane, swap: "innerHTML" });
};

// Walking through by keyboard does not ask for every case on the way.
list?.addEventListener("focusin", (event) => {
  clearTimeout(waiting);
  const row = event.target.closest("[data-row]");
  waiting = setTimeout(() => show(row), 150);
});

list?.addEventListener("click", (event) => {
  if (wide.matches && event.target.matches(".row, .row-main, .row-main *, .row-side") && !event.target.closest("a, button, input, label")) {
    show(event.target.closest("[data-row]"));
  }
});
