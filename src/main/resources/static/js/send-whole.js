// Sending whole files to a room's own address with progress and cancel, one request per file. Without it the form works as it is.
// Pieces of a case come in parts instead: upload.js.

const csrf = document.querySelector("meta[name=csrf]");

function line(list, file, words) {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = file.name;
  const progress = document.createElement("progress");
  progress.max = file.size;
  progress.value = 0;
  progress.setAttribute("aria-label", file.name);
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "button";
  cancel.textContent = words.cancel;
  cancel.setAttribute("aria-label", `${words.cancel} ${file.name}`);
  item.append(name, " ", progress, " ", cancel);
  list.append(item);
  return {
    progress, cancel,
    say(text, tone) {
      const said = document.createElement("span");
      said.textContent = text;
      item.className = tone;
      item.replaceChildren(name, " ", said);
    },
  };
}

function send(form, file, list) {
  const words = form.dataset;
  const shown = line(list, file, words);
  if (file.size > Number(words.most)) {
    shown.say(words.tooLarge, "error");
    return Promise.resolve();
  }
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("kind", form.elements.kind.value);
    body.append("file", file);
    request.upload.addEventListener("progress", (event) => { shown.progress.value = event.loaded; });
    shown.cancel.addEventListener("click", () => request.abort());
    request.addEventListener("abort", () => { shown.say(words.cancelled, "quiet"); done(); });
    request.addEventListener("error", () => { shown.say(words.failed, "error"); done(); });
    request.addEventListener("load", () => {
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      const refusals = answer.querySelector("[data-upload-refusals]");
      if (request.status === 200 && refusals) {
        shown.say(words.taken, "quiet");
      } else {
        shown.say(refusals?.querySelector("span")?.textContent ?? words.failed, "error");
      }
      done();
    });
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "upload");
    if (csrf) {
      request.setRequestHeader(csrf.dataset.header, csrf.content);
    }
    request.send(body);
  });
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
  stays.querySelector(`#${CSS.escape(form.id)}`).replaceWith(form);
  card.replaceWith(stays);
  window.htmx?.process(stays);
  focused?.focus();
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-upload]");
  if (!form) {
    return;
  }
  event.preventDefault();
  const list = form.querySelector("[data-upload-progress]");
  list.replaceChildren();
  const files = [...form.elements.file.files];
  form.elements.file.value = "";
  // One after the other: on a phone's line, files sent together all arrive late.
  for (const file of files) {
    await send(form, file, list);
  }
  await refresh(form);
});
