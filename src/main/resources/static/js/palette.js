/*
 * The command palette, by Ctrl K or ⌘ K: verbs of the page, pages, saved views. A button of the page is a verb when it
 * stands in the chosen row, beside it, or says data-command.
 */

const dialog = document.getElementById("palette");
const field = dialog.querySelector("input");
const list = dialog.querySelector("[role=listbox]");

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const options = () => [...list.querySelectorAll("[role=option]")].filter((option) => !option.closest("li").hidden);
const chosen = () => list.querySelector("[aria-selected=true]");

const choose = (option) => {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", option?.id ?? "");
};

const filter = () => {
  const words = folded(field.value).split(/\s+/);
  for (const option of list.querySelectorAll("[role=option]")) {
    const text = folded(option.textContent);
    option.closest("li").hidden = !words.every((word) => text.includes(word));
  }
  choose(options()[0]);
  dialog.querySelector("[data-nothing]").hidden = options().length > 0;
};

const verbs = () => {
  const row = document.querySelector("[data-row]:focus-within") ?? document.querySelector("[data-row].shown");
  const buttons = [
    ...(row?.querySelectorAll("button[type=submit]") ?? []),
    ...document.querySelectorAll("#summary button[type=submit][data-watch], [data-command]"),
  ];
  const name = row?.querySelector("[data-open]")?.textContent;
  return buttons.filter((button) => button.offsetParent !== null).map((button) => {
    const item = document.createElement("li");
    item.setAttribute("role", "none");
    const option = document.createElement("button");
    option.type = "button";
    option.tabIndex = -1;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = row?.contains(button) ? `${button.textContent.trim()} · ${name}` : button.textContent.trim();
    option.addEventListener("click", () => {
      dialog.close();
      button.click();
    });
    item.append(option);
    return item;
  });
};

const open = async () => {
  const acts = verbs();
  const answer = await fetch(dialog.dataset.commands, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  list.replaceChildren(...acts, ...page.querySelectorAll("li"));
  list.querySelectorAll("[role=option]").forEach((option, n) => { option.id = `command-${n}`; });
  field.value = "";
  dialog.showModal();
  field.focus();
  filter();
};

/** Opens the palette, or closes it. */
export const toggle = () => (dialog.open ? dialog.close() : open());

field.addEventListener("input", filter);
field.addEventListener("keydown", (event) => {
  const all = options();
  const here = all.indexOf(chosen());
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(all[(here + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    chosen()?.click();
  }
});
