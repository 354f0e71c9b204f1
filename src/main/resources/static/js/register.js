// Sends the register's file as the body of the request, with progress and cancel: as long as it is. Without it the form works
// for files a form may hold.

const csrf = document.querySelector("meta[name=csrf]");

function say(form, text) {
  const said = form.querySelector("[data-register-said]");
  said.textContent = text;
  said.hidden = !text;
}

function show(form, sending) {
  form.querySelector("[data-register-sending]").hidden = !sending;
  form.querySelector("button[type=submit]").hidden = sending;
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-register]");
  if (!form) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const file = form.elements.file.files[0];
  if (!file) {
    say(form, form.dataset.none);
    return;
  }
  say(form, "");
  show(form, true);
  const bar = form.querySelector("progress");
  bar.max = file.size;
  bar.value = 0;
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (sent) => { bar.value = sent.loaded; });
  form.querySelector("[data-register-cancel]").addEventListener("click", () => request.abort(), { once: true });
  request.addEventListener("abort", () => { show(form, false); say(form, form.dataset.cancelled); });
  request.addEventListener("error", () => { show(form, false); say(form, form.dataset.failed); });
  request.addEventListener("load", () => {
    if (request.status === 201) {
      location.assign(request.getResponseHeader("Location"));
      return;
    }
    show(form, false);
    say(form, request.status === 409 ? request.responseText : form.dataset.failed);
  });
  request.open("POST", form.action);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
  request.setRequestHeader("X-Requested-With", "upload");
  if (csrf) {
    request.setRequestHeader(csrf.dataset.header, csrf.content);
  }
  request.send(file);
}, { capture: true });
