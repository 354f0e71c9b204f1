/*
 * Speaking instead of typing, where the browser can hear, and beginning an answer from a question. What is said or begun is
 * typed into the field like anything else: it is saved by the same way, and can be corrected before and after.
 */

const fields = document.querySelectorAll("form[data-answers] [data-answer]");
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

/** Types at the end of a field and leaves the caret there. */
const type = (area, text) => {
  const gap = area.value === "" || /\s$/.test(area.value) ? "" : " ";
  area.value = `${area.value}${gap}${text}`.slice(0, area.maxLength);
  area.dispatchEvent(new Event("input", { bubbles: true }));
};

let hearing = null;

const hear = (button, area) => {
  const place = button.parentElement.querySelector("[data-heard]");
  const recognition = new Recognition();
  recognition.lang = "fr-FR";
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.onresult = (event) => {
    let passing = "";
    for (const result of [...event.results].slice(event.resultIndex)) {
      if (result.isFinal) {
        type(area, result[0].transcript.trim());
      } else {
        passing += result[0].transcript;
      }
    }
    place.textContent = passing || button.dataset.listening;
  };
  recognition.onerror = (event) => {
    place.dataset.failed = event.error === "not-allowed" ? button.dataset.refused : button.dataset.failed;
  };
  recognition.onend = () => {
    hearing = null;
    button.setAttribute("aria-pressed", "false");
    button.textContent = button.dataset.begin;
    place.textContent = place.dataset.failed ?? "";
    delete place.dataset.failed;
    area.focus();
  };
  button.setAttribute("aria-pressed", "true");
  button.textContent = button.dataset.end;
  place.textContent = button.dataset.listening;
  recognition.start();
  return recognition;
};

if (Recognition) {
  for (const notice of document.querySelectorAll("[data-dictation]")) {
    notice.hidden = false;
  }
  for (const field of fields) {
    const button = field.querySelector("[data-dictate]");
    button.addEventListener("click", () => {
      if (hearing) {
        hearing.stop();
      } else {
        hearing = hear(button, field.querySelector("textarea"));
      }
    });
  }
}

const told = document.querySelector("[data-answer][data-question=ACTION] textarea");
if (told) {
  for (const button of document.querySelectorAll("[data-begin-answer]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      type(told, `${button.dataset.beginAnswer} `);
      told.focus();
      told.setSelectionRange(told.value.length, told.value.length);
    });
  }
}
