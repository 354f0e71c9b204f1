/*
 * Keeps each answer of a skill while it is written, one field at a time. A field that somebody, or another window, changed
 * meanwhile is never overwritten: both texts stay in sight until the reader chooses. Without this file the form works as it is.
 */

const form = document.querySelector("form[data-answers]");
const csrf = document.querySelector("meta[name=csrf]");
const PAUSE = 800;
const RETRY = 10 * 1000;

const status = (state, time = "") => {
  const place = form.querySelector("[data-save-status]");
  place.textContent = place.dataset[state].replace("{time}", time);
  place.classList.toggle("failed", state === "failed");
};

const dirty = new Set();

const settle = (field, time) => {
  dirty.delete(field);
  if (dirty.size === 0) {
    delete form.dataset.unsaved;
    status("saved", time);
  }
};

/** Both texts in sight; nothing is sent until one is chosen. */
const disagree = (field, stands) => {
  const notice = field.querySelector("[data-conflict]");
  notice.querySelector("[data-theirs]").textContent = stands.text;
  notice.querySelector("[data-scripted]").hidden = false;
  notice.hidden = false;
  notice.dataset.version = stands.version;
  status("failed");
};

const disagreeing = (field) => !field.querySelector("[data-conflict]").hidden;

const save = async (field) => {
  if (field.dataset.sending !== undefined || disagreeing(field)) {
    return;
  }
  const area = field.querySelector("textarea");
  const version = field.querySelector("[data-version]");
  const text = area.value;
  field.dataset.sending = "";
  status("saving");
  try {
    const answer = await fetch(form.dataset.answers, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "X-Requested-With": "XMLHttpRequest",
        [csrf.dataset.header]: csrf.content,
      },
      body: JSON.stringify({ question: field.dataset.question, text, version: Number(version.value) }),
      redirect: "manual",
    });
    if (answer.status === 401 || answer.type === "opaqueredirect") {
      // The same dialog as everywhere: log in elsewhere, come back, nothing is lost.
      document.dispatchEvent(new CustomEvent("htmx:responseError", { detail: { xhr: { status: 401 } } }));
      throw new Error("nobody is logged in");
    }
    if (answer.status === 409 && answer.headers.get("Content-Type")?.includes("json")) {
      disagree(field, await answer.json());
      return;
    }
    if (!answer.ok) {
      throw new Error(`answered ${answer.status}`);
    }
    const kept = await answer.json();
    version.value = kept.version;
    if (area.value === text) {
      settle(field, kept.savedAt);
    } else {
      later(field);
    }
  } catch {
    status("failed");
    setTimeout(() => save(field), RETRY);
  } finally {
    delete field.dataset.sending;
  }
};

const timers = new WeakMap();

const later = (field) => {
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => save(field), PAUSE));
};

if (form) {
  form.addEventListener("input", (event) => {
    const field = event.target.closest("[data-answer]");
    if (field) {
      dirty.add(field);
      status(disagreeing(field) ? "failed" : "saving");
      later(field);
    }
  });

  /* From a field that was left, or from the session coming back: everything that waits. */
  form.addEventListener("change", () => dirty.forEach(save));

  form.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-keep], [data-take]");
    if (!chosen) {
      return;
    }
    const field = chosen.closest("[data-answer]");
    const notice = field.querySelector("[data-conflict]");
    const area = field.querySelector("textarea");
    if (notice.dataset.version !== undefined) {
      field.querySelector("[data-version]").value = notice.dataset.version;
    }
    if (chosen.matches("[data-take]")) {
      area.value = notice.querySelector("[data-theirs]").textContent;
    }
    notice.hidden = true;
    area.removeAttribute("aria-invalid");
    area.focus();
    dirty.add(field);
    save(field);
  });

  for (const choice of form.querySelectorAll("[data-conflict]:not([hidden]) [data-scripted]")) {
    choice.hidden = false;
  }
}
