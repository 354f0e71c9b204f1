/*
 * What every page has: passing notices, dialogs, menus, forms that cannot be sent twice. Works on attributes, told in
 * docs/ui.md; without this file every page still works. Other scripts speak through the event "acquis:say" {text, tone}.
 */

const say = (text, tone = "brand") => {
  const region = document.getElementById("toasts");
  const toast = document.getElementById("toast-model").content.firstElementChild.cloneNode(true);
  toast.classList.add(`tone-${tone}`);
  toast.querySelector("p").textContent = text;
  const close = () => toast.remove();
  toast.querySelector("[data-close]").addEventListener("click", close);
  region.append(toast);
  // Bad news stays until it is closed.
  if (tone !== "bad") {
    let timer = setTimeout(close, 7000);
    toast.addEventListener("pointerenter", () => clearTimeout(timer));
    toast.addEventListener("focusin", () => clearTimeout(timer));
    toast.addEventListener("pointerleave", () => { timer = setTimeout(close, 3000); });
  }
};

document.addEventListener("acquis:say", (event) => say(event.detail.text, event.detail.tone));

/** Asks in the page's own dialog; answers true or false. */
const ask = (question, title, action, danger) => {
  const dialog = document.getElementById("confirm");
  const heading = dialog.querySelector("#confirm-title");
  const agree = dialog.querySelector("[data-agree]");
  heading.textContent = title || heading.dataset.default;
  agree.textContent = action || agree.dataset.default;
  agree.classList.toggle("danger", danger);
  dialog.querySelector("#confirm-text").textContent = question;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => answer(dialog.returnValue === "agreed"), { once: true });
  });
};

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== except) {
      menu.open = false;
    }
  }
};

document.addEventListener("click", (event) => {
  closeMenus(event.target.closest("details[data-menu]"));
  const dialog = event.target.closest("dialog");
  if (dialog && event.target.closest("[data-close]")) {
    dialog.close();
  } else if (dialog && event.target.closest("[data-agree]")) {
    dialog.close("agreed");
  }
  const speaker = event.target.closest("[data-say]");
  if (speaker) {
    say(speaker.dataset.text, speaker.dataset.say);
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest("details[data-menu][open]");
  if (event.key === "Escape" && menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

const agreed = new WeakSet();

/* Order matters: first whoever must be asked, then the session (session.js, later on the same event), then the lock. */
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const button = event.submitter;
  if (form.dataset.sent !== undefined) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (button?.dataset.confirm && !agreed.delete(button)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await ask(button.dataset.confirm, button.dataset.confirmTitle, button.dataset.confirmAction, button.matches(".danger"))) {
      agreed.add(button);
      form.requestSubmit(button);
    }
  }
}, true);

/* On the window, after everybody else had a say: what is really sent is sent once. */
window.addEventListener("submit", (event) => {
  const form = event.target;
  const leaves = !event.defaultPrevented && form.method !== "dialog"
    && (event.submitter?.formTarget || form.target) !== "_blank";
  if (leaves && form.dataset.again === undefined) {
    form.dataset.sent = "";
    event.submitter?.setAttribute("aria-busy", "true");
  }
});

/* Coming back by the browser's history: the form may be sent again. */
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) {
    return;
  }
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

document.addEventListener("htmx:confirm", (event) => {
  if (!event.detail.question) {
    return;
  }
  event.preventDefault();
  const asking = event.detail.elt;
  ask(event.detail.question, asking.dataset.confirmTitle, asking.dataset.confirmAction, asking.matches(".danger")).then((yes) => {
    if (yes) {
      event.detail.issueRequest(true);
    }
  });
});

document.querySelector("[data-focus]")?.focus();

const back = document.querySelector("button[data-back]");
if (back && history.length > 1) {
  back.hidden = false;
  back.addEventListener("click", () => history.back());
}
