// Attaching files with progress and cancel, one request per file. Without it the form works as it is.

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
    item, progress, cancel,
    say(text) {
      const said = document.createElement("span");
      said.textContent = text;
      item.replaceChildren(name, " ", said);
    },
  };
}

function send(form, file, list) {
  const words = form.dataset;
  const shown = line(list, file, words);
  if (file.size > Number(words.most)) {
    shown.say(words.tooLarge);
    return Promise.resolve();
  }
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("kind", form.elements.kind.value);
    body.append("file", file);
    request.upload.addEventListener("progress", (event) => { shown.progress.value = event.loaded; });
    shown.cancel.addEventListener("click", () => request.abort());
    request.addEventListener("abort", () => { shown.say(words.cancelled); done(); });
    request.addEventListener("error", () => { shown.say(words.failed); done(); });
    request.addEventListener("load", () => {
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      const fresh = answer.querySelector("[data-upload-list]");
      if (!fresh) {
        shown.say(words.failed);
      } else {
        form.closest("[data-upload]").querySelector("[data-upload-list]").replaceWith(fresh);
        shown.item.remove();
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

for (const form of document.querySelectorAll("[data-upload] form[enctype]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const list = form.querySelector("[data-upload-progress]");
    const files = [...form.elements.file.files];
    form.elements.file.value = "";
    // One after the other: on a phone's line, files sent together all arrive late.
    for (const file of files) {
      await send(form, file, list);
    }
  });
}
