/*
 * Nobody loses typed text: drafts that save themselves, answers that fail, a session that ends while somebody writes.
 *
 *   <form data-autosave hx-post="…/draft" hx-trigger="input delay:800ms, change" hx-sync="this:queue last" hx-swap="none">
 *     with the fragment parts/feedback :: save in it
 */

const words = document.getElementById("words").dataset;
const lost = document.getElementById("session-lost");
const csrf = document.querySelector("meta[name=csrf]");
const QUIET = 10 * 60 * 1000;
const RETRY = 10 * 1000;

let lastHeard = Date.now();
let goOn = null;

const say = (text, tone) => document.dispatchEvent(new CustomEvent("acquis:say", { detail: { text, tone } }));

/** The session's token, or null when nobody is logged in any more. */
const session = async () => {
  const answer = await fetch(words.session, {
    headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
    redirect: "manual",
  });
  return answer.ok ? (await answer.json()).csrf : null;
};

const sessionLost = (then = null) => {
  goOn = then;
  if (!lost.open) {
    lost.querySelector("[data-trouble]").hidden = true;
    lost.showModal();
  }
};

const resume = async () => {
  const trouble = lost.querySelector("[data-trouble]");
  let token = null;
  try {
    token = await session();
  } catch {
    // Said below like a session that is still missing: the reader's next step is the same.
  }
  if (token === null) {
    trouble.textContent = words.stillOut;
    trouble.hidden = false;
    return;
  }
  csrf.content = token;
  for (const field of document.querySelectorAll(`input[type=hidden][name="${csrf.dataset.parameter}"]`)) {
    field.value = token;
  }
  lastHeard = Date.now();
  lost.close();
  say(words.resumed, "ok");
  document.querySelectorAll("form[data-autosave][data-unsaved]").forEach((form) => saveAgain(form));
  goOn?.();
};

lost.querySelector("[data-resume]").addEventListener("click", resume);

/* After a long silence the session is asked for before a form leaves the page: what was typed would be gone with it. */
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const silent = Date.now() - lastHeard > QUIET;
  if (form.method !== "post" || form.hasAttribute("hx-post") || !silent || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const send = () => {
    lastHeard = Date.now();
    form.requestSubmit(event.submitter);
  };
  try {
    if ((await session()) === null) {
      sessionLost(send);
    } else {
      send();
    }
  } catch {
    say(words.network, "bad");
  }
}, true);

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Requested-With"] = "XMLHttpRequest";
  if (csrf && event.detail.verb !== "get") {
    event.detail.headers[csrf.dataset.header] = csrf.content;
  }
});

/* An answer that is the login page is a session that ended, whatever its status. */
document.addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL || location.href).pathname.endsWith("/login")) {
    event.detail.shouldSwap = false;
    sessionLost();
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) {
    lastHeard = Date.now();
  }
});

document.addEventListener("htmx:responseError", (event) => {
  const status = event.detail.xhr.status;
  if (status === 401 || status === 419) {
    sessionLost();
  } else if (status === 403) {
    say(words.refused, "bad");
  } else if (status === 409) {
    say(words.conflict, "warn");
  } else {
    say(words.failed, "bad");
  }
});

document.addEventListener("htmx:sendError", (event) => {
  if (!event.detail.elt.matches("form[data-autosave]")) {
    say(words.network, "bad");
  }
});

/* Drafts */
const status = (form, state) => {
  const place = form.querySelector("[data-save-status]");
  if (place) {
    const clock = new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" });
    place.textContent = place.dataset[state].replace("{time}", clock);
    place.classList.toggle("failed", state === "failed");
  }
};

const inFlight = new WeakSet();
const waiting = new WeakMap();

/* A draft still on its way could arrive after the form and put its older words back: the form leaves when it has landed. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (inFlight.has(form) && !event.defaultPrevented) {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.submitter?.setAttribute("aria-busy", "true");
    waiting.set(form, () => form.requestSubmit(event.submitter));
  }
}, true);

const saveAgain = (form) => window.htmx.trigger(form, "change");

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-autosave]");
  if (form) {
    form.dataset.unsaved = String(Number(form.dataset.unsaved ?? 0) + 1);
    // "Saved at" stands only where every word is saved. A form that saves field by field says so itself.
    if (form.hasAttribute("hx-post")) {
      status(form, "saving");
    }
  }
});

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.matches("form[data-autosave]")) {
    inFlight.add(event.detail.elt);
    event.detail.elt.dataset.saving = event.detail.elt.dataset.unsaved ?? "0";
    status(event.detail.elt, "saving");
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt;
  if (!form.matches("form[data-autosave]")) {
    return;
  }
  inFlight.delete(form);
  if (waiting.has(form)) {
    queueMicrotask(waiting.get(form));
    waiting.delete(form);
  }
  if (event.detail.successful) {
    // What was typed while the answer was on its way is not saved yet.
    if ((form.dataset.unsaved ?? "0") === form.dataset.saving) {
      delete form.dataset.unsaved;
      status(form, "saved");
    }
  } else if (event.detail.xhr.status !== 0 || event.detail.failed) {
    status(form, "failed");
    setTimeout(() => form.isConnected && !lost.open && saveAgain(form), RETRY);
  }
});

window.addEventListener("online", () => document.querySelectorAll("form[data-autosave][data-unsaved]").forEach(saveAgain));

window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-autosave][data-unsaved]:not([data-sent])")) {
    event.preventDefault();
  }
});
