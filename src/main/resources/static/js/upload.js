/*
 * Files sent in parts by the tus protocol: what has arrived stays when the line breaks or the page goes, and the queue goes on
 * by itself. A file chosen again is recognised by its content. Without this file the form works as it is.
 */

const csrf = document.querySelector("meta[name=csrf]");
const PART = 8 * 1024 * 1024;
const MOST_PARTS = 8;
const QUICK = 4 * 1000;
const AT_ONCE = 1024 * 1024;
const EDGE = 64 * 1024;
const SILENCE = 60 * 1000;
const LONGEST_PAUSE = 30 * 1000;
const queues = new WeakMap();
let underWay = 0;

class Refused extends Error {}

/** One request; headers of the answer by name. What is silent for a minute counts as broken. */
function ask(item, method, url, headers, body = null) {
  return new Promise((answer, broken) => {
    const request = new XMLHttpRequest();
    let timer;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), SILENCE);
    };
    item.stop = () => request.abort();
    request.upload.addEventListener("progress", (event) => { heard(); item.sent(event.loaded); });
    for (const end of ["error", "abort", "timeout"]) {
      request.addEventListener(end, () => { clearTimeout(timer); broken(new Error(end)); });
    }
    request.addEventListener("load", () => { clearTimeout(timer); answer(request); });
    request.open(method, url);
    const all = { "Tus-Resumable": "1.0.0", "X-Requested-With": "XMLHttpRequest", [csrf.dataset.header]: csrf.content, ...headers };
    Object.entries(all).forEach(([name, value]) => request.setRequestHeader(name, value));
    heard();
    request.send(body);
  });
}

/** What the answer means: the offset it tells, or the trouble. */
function offset(request) {
  const away = new URL(request.responseURL || location.href).pathname.endsWith("/login");
  if (request.status === 401 || request.status === 419 || away) {
    document.dispatchEvent(new CustomEvent("htmx:responseError", { detail: { xhr: { status: 401 } } }));
    throw new Error("nobody is logged in");
  }
  if (request.status === 409 || request.status >= 500 || request.status === 429) {
    throw new Error(`answered ${request.status}`);
  }
  if (request.status >= 400) {
    let said = null;
    try {
      said = JSON.parse(request.responseText).message;
    } catch {
      // Not an answer of ours: said in general words.
    }
    throw Object.assign(new Refused(said ?? ""), { gone: request.status === 404 });
  }
  return Number(request.getResponseHeader("Upload-Offset"));
}

async function fingerprint(file) {
  const parts = [`${file.size}`, `${file.lastModified}`, file.slice(0, EDGE), file.slice(-EDGE)];
  if (!crypto.subtle) {
    return `${file.size}-${file.lastModified}-${file.name.length}`;
  }
  const hash = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** A telephone's own format, where this browser can read it; elsewhere the server converts, or says how to. */
async function readable(file) {
  if (!/\.hei[cf]$/i.test(file.name)) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file);
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
    canvas.getContext("2d").drawImage(picture, 0, 0);
    const jpeg = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.9); });
    return new File([jpeg], file.name.replace(/\.hei[cf]$/i, ".jpg"), { type: "image/jpeg", lastModified: file.lastModified });
  } catch {
    return file;
  }
}

/** Begins or finds the file on the server, then sends what is missing. */
async function advance(item, form) {
  if (!item.url) {
    const values = {
      filename: item.file.name, filetype: item.file.type, kind: form.elements.kind.value, fingerprint: item.fingerprint,
      others: String(form.elements.others?.checked ?? false), replaces: form.dataset.replaces ?? "", for: form.dataset.for ?? "",
    };
    const metadata = Object.entries(values).map(([name, value]) => `${name} ${base64(value)}`).join(",");
    const short = item.file.size <= AT_ONCE;
    const headers = { "Upload-Length": item.file.size, "Upload-Metadata": metadata };
    if (short) {
      headers["Content-Type"] = "application/offset+octet-stream";
    }
    item.at = 0;
    const request = await ask(item, "POST", form.dataset.upload, headers, short ? item.file : null);
    item.at = offset(request);
    item.url = request.getResponseHeader("Location");
    item.done = request.getResponseHeader("Acquis-Piece");
    if (item.at > 0 && !item.done) {
      item.say("resumed");
    }
  } else {
    const request = await ask(item, "HEAD", item.url, {});
    item.at = offset(request);
    item.done = request.getResponseHeader("Acquis-Piece");
  }
  // A quick line gets more parts at a time: the server stores one while the next is on its way. A slow or breaking one does not.
  let parts = 1;
  while (!item.done) {
    const end = Math.min(item.at + parts * PART, item.file.size);
    const begun = performance.now();
    item.say(end === item.file.size ? "checking" : "sending");
    const request = await ask(item, "PATCH", item.url, {
      "Content-Type": "application/offset+octet-stream", "Upload-Offset": item.at,
    }, item.file.slice(item.at, end));
    item.at = offset(request);
    item.done = request.getResponseHeader("Acquis-Piece");
    item.sent(0);
    parts = performance.now() - begun < QUICK ? Math.min(parts * 2, MOST_PARTS) : 1;
  }
}

/** Waits a while, or until the line or the session is back. */
const pause = (time) => new Promise((on) => {
  setTimeout(on, time);
  window.addEventListener("online", on, { once: true });
  document.getElementById("session-lost")?.addEventListener("close", on, { once: true });
});

async function send(item, form) {
  if (item.file.size > Number(form.dataset.most)) {
    item.end(form.dataset.tooLarge, "error");
    return;
  }
  item.say("sending");
  item.file = await readable(item.file);
  item.fingerprint = await fingerprint(item.file);
  let wait = 1000;
  while (!item.cancelled && !item.done) {
    const before = item.at;
    try {
      await advance(item, form);
    } catch (trouble) {
      if (trouble instanceof Refused && !(trouble.gone && item.url)) {
        item.end(trouble.message || form.dataset.wordsFailed, "error");
        return;
      }
      if (trouble.gone) {
        // Given up elsewhere, or its time was over: it begins anew.
        item.url = null;
      }
      if (!item.cancelled) {
        item.say("waiting");
        wait = item.at > before ? 1000 : Math.min(wait * 2, LONGEST_PAUSE);
        await pause(wait);
      }
    }
  }
  if (item.cancelled) {
    if (item.url && !item.done) {
      await ask(item, "DELETE", item.url, {}).catch(() => null);
    }
    item.end(form.dataset.wordsCancelled, "quiet");
  } else {
    item.end(form.dataset.wordsTaken, "quiet");
  }
}

const element = (name, text, className = "") => Object.assign(document.createElement(name), { textContent: text, className });

/** A line of the list: the file, where it stands, what can be done with it. */
function line(form, file) {
  const words = form.dataset;
  const shown = element("li", "", "upload-file");
  const name = element("strong", file.name);
  const size = element("span", ` ${Math.max(0.1, file.size / 1048576).toFixed(1)} ${words.wordsSize}`, "small quiet");
  const state = element("p", words.wordsReady, "small");
  const bar = element("progress", "");
  const cancel = element("button", words.wordsCancel, "button");
  const hide = element("button", words.wordsBlur, "button");
  const acts = element("p", "", "cluster");
  const item = {
    file, url: null, at: 0, done: null, cancelled: false, stop() {},
    say(key) { state.textContent = words[`words${key[0].toUpperCase()}${key.slice(1)}`]; bar.hidden = key === "ready"; },
    sent(more) { bar.value = this.at + more; },
    end(text, tone) { state.textContent = text; state.className = tone === "error" ? "error" : `small ${tone}`; bar.remove(); acts.remove(); },
  };
  bar.max = file.size || 1;
  bar.value = 0;
  bar.hidden = true;
  bar.setAttribute("aria-label", file.name);
  for (const button of [cancel, hide]) {
    button.type = "button";
    button.setAttribute("aria-label", `${button.textContent} ${file.name}`);
  }
  cancel.addEventListener("click", () => {
    item.cancelled = true;
    item.stop();
    if (shown.dataset.waits !== undefined) {
      shown.remove();
      form.elements.file?.[0]?.focus();
    }
  });
  hide.addEventListener("click", async () => {
    const jpeg = await hidden(form, item.file);
    if (jpeg) {
      item.file = jpeg;
      name.textContent = jpeg.name;
      bar.max = jpeg.size;
      state.textContent = words.wordsBlurred;
    }
    hide.focus();
  });
  acts.append(cancel);
  if (/^image\/(jpeg|png)$/.test(file.type) && form.querySelector("[data-blur-dialog]")) {
    acts.append(hide);
  }
  item.leave = () => { hide.remove(); delete shown.dataset.waits; };
  shown.dataset.waits = "";
  const title = element("p", "");
  title.append(name, size);
  shown.append(title, bar, state, acts);
  form.querySelector("[data-upload-files]").append(shown);
  return item;
}

async function hidden(form, file) {
  const module = await import(form.dataset.blur);
  const blob = await module.blur(file, form.querySelector("[data-blur-dialog]"));
  return blob && new File([blob], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" });
}

function choose(form, files) {
  const queue = queues.get(form) ?? [];
  queues.set(form, queue);
  form.querySelector("[data-upload-none]").hidden = true;
  for (const file of files) {
    queue.push(line(form, file));
  }
}

// Takes over what the server now says of this card. The form itself stays: what is chosen in it meanwhile, and what was said
// of each file, must not be lost.
async function refresh(form) {
  const text = await fetch(location.href).then((answer) => answer.text());
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const counted of document.querySelectorAll("[data-upload-after]")) {
    counted.textContent = page.getElementById(counted.id)?.textContent ?? counted.textContent;
  }
  const fresh = page.getElementById(form.id)?.closest("[data-upload-card]");
  const card = form.closest("[data-upload-card]");
  if (!fresh || !card) {
    return;
  }
  const focused = card.contains(document.activeElement) ? document.activeElement : null;
  const stays = document.adoptNode(fresh);
  const room = stays.querySelector(`#${CSS.escape(form.id)}-hint`);
  if (room) {
    form.querySelector(`#${CSS.escape(form.id)}-hint`).replaceWith(room);
  }
  stays.querySelector(`#${CSS.escape(form.id)}`).replaceWith(form);
  card.replaceWith(stays);
  window.htmx?.process(stays);
  focused?.focus();
}

// One after the other: on a phone's line, files sent together all arrive late.
async function run(form) {
  const queue = queues.get(form) ?? [];
  underWay++;
  try {
    for (let item = queue.shift(); item; item = queue.shift()) {
      item.leave();
      if (!item.cancelled) {
        await send(item, form);
      }
    }
  } finally {
    underWay--;
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-upload]");
  if (!form) {
    return;
  }
  event.preventDefault();
  const waiting = (queues.get(form) ?? []).some((item) => !item.cancelled);
  if (!waiting) {
    const none = form.querySelector("[data-upload-none]");
    none.textContent = form.dataset.wordsNone;
    none.hidden = false;
    return;
  }
  await run(form);
  if (form.elements.others) {
    form.elements.others.checked = false;
  }
  delete form.dataset.first;
  await refresh(form);
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-upload]");
  if (form && event.target.type === "file") {
    choose(form, event.target.files);
    event.target.value = "";
  }
});

/* The first file of a case is chosen after the warning was read. */
function warned(form, then) {
  if (form.dataset.first === undefined) {
    return true;
  }
  const dialog = form.querySelector("[data-upload-first]");
  dialog.querySelector("[data-understood]").addEventListener("click", () => {
    delete form.dataset.first;
    dialog.close();
    then();
  }, { once: true });
  dialog.showModal();
  return false;
}

document.addEventListener("click", (event) => {
  const field = event.target.closest("form[data-upload] input[type=file]");
  if (field && !warned(field.form, () => field.click())) {
    event.preventDefault();
  }
});

for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const form = event.target.closest?.("form.upload");
    if (!form || !event.dataTransfer?.types.includes("Files")) {
      return;
    }
    event.preventDefault();
    form.classList.toggle("dropping", type === "dragover");
    if (type === "drop") {
      const files = [...event.dataTransfer.files];
      if (warned(form, () => choose(form, files))) {
        choose(form, files);
      }
    }
  });
}

window.addEventListener("beforeunload", (event) => {
  if (underWay > 0) {
    event.preventDefault();
  }
});

for (const form of document.querySelectorAll("form.upload")) {
  form.querySelector("input[type=file]").closest(".field").append(element("p", form.dataset.wordsDrop, "hint upload-drop"));
}

/* A photo that is there already, replaced by one with hidden zones. */
for (const form of document.querySelectorAll("form[data-blur-piece]")) {
  const button = form.querySelector("[data-blur-now]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const answer = await fetch(form.dataset.blurPiece);
    const photo = answer.ok && new File([await answer.blob()], form.dataset.name, { type: answer.headers.get("Content-Type") });
    const jpeg = photo && await hidden(form, photo);
    if (jpeg) {
      const item = line(form, jpeg);
      queues.set(form, [item]);
      await run(form);
      if (item.done) {
        location.assign(form.dataset.then);
      }
    }
  });
}
