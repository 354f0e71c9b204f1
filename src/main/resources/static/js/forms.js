/*
 * A task's form: the viewer shows the file of the models, what it gathers leaves with the page's own form, and what the
 * server found wrong stands beside the fields.
 */

const view = document.querySelector("[data-form-view]");
const sender = document.querySelector("[data-form-send]");

/** The viewer asks for its texts by their English wording. */
const translate = (words) => (text, values = {}) =>
  (words[text] ?? text).replace(/\{([^}]+)\}/g, (whole, name) => values[name] ?? whole);

/** Words the viewer writes without asking. */
const sayInTheReadersLanguage = (words) => {
  writeDatesDayFirst(words);
  // The text itself is changed, never replaced: the viewer writes the reader's choice into it later.
  for (const place of view.querySelectorAll(".fjs-select-display")) {
    if (place.firstChild?.data === "Select") {
      place.firstChild.data = words.Select;
    }
  }
  for (const input of view.querySelectorAll("input[placeholder='Search']")) {
    input.placeholder = words.Search;
  }
  for (const button of view.querySelectorAll("[aria-label^='Remove list item']")) {
    button.setAttribute("aria-label", button.getAttribute("aria-label").replace("Remove list item", words.Remove));
  }
};

/** Months and days of the reader's language, the week from Monday on; the viewer's calendar only knows English. */
const calendarWords = (() => {
  const names = (count, of) => Array.from({ length: count }, (unused, at) => of(at));
  const named = (date, options) => new Intl.DateTimeFormat(document.documentElement.lang, options).format(date);
  const month = (style) => (at) => named(new Date(2023, at, 1), { month: style });
  const weekday = (style) => (at) => named(new Date(2023, 0, 1 + at), { weekday: style });
  return () => ({
    firstDayOfWeek: 1,
    months: { longhand: names(12, month("long")), shorthand: names(12, month("short")) },
    weekdays: { longhand: names(7, weekday("long")), shorthand: names(7, weekday("short")) },
  });
})();

/** Dates are written day first whatever the browser's own language is: 3/4 is never the fourth of March here. */
const writeDatesDayFirst = (words) => {
  for (const input of view.querySelectorAll(".flatpickr-input:not([data-day-first])")) {
    const picker = input._flatpickr;
    if (!picker) {
      continue;
    }
    input.dataset.dayFirst = "";
    input.placeholder = words.DayFirst;
    picker.set("locale", calendarWords());
    picker.set("dateFormat", "d/m/Y");
    if (picker.selectedDates.length) {
      picker.setDate(picker.selectedDates[0], false);
    }
  }
};

/** Errors as the viewer keeps them: by component, inside a repeated group by its numbers. */
const besideFields = (wrong) => {
  const errors = {};
  for (const { id, indexes, message } of wrong) {
    let place = errors;
    const path = [id, ...indexes];
    for (const step of path.slice(0, -1)) {
      place = place[step] ??= {};
    }
    (place[path.at(-1)] ??= []).push(message);
  }
  return errors;
};

const focusFirstError = () => {
  const field = view.querySelector(".fjs-has-errors");
  field?.scrollIntoView({ block: "center" });
  field?.querySelector("input, textarea, select, [tabindex]")?.focus({ preventScroll: true });
};

if (view && sender) {
  const words = JSON.parse(view.dataset.words);
  const viewer = new globalThis.FormViewer.Form({
    container: view,
    additionalModules: [{ translate: ["value", translate(words)] }],
  });
  let asking = false;

  await viewer.importSchema(JSON.parse(view.dataset.schema), JSON.parse(view.dataset.values));
  const wrong = JSON.parse(view.dataset.wrong);
  if (wrong.length) {
    viewer._setState({ errors: besideFields(wrong) });
  }
  sayInTheReadersLanguage(words);
  new MutationObserver(() => sayInTheReadersLanguage(words)).observe(view, { childList: true, subtree: true });

  sender.addEventListener("submit", (event) => {
    asking = true;
    const { data, errors } = viewer.submit();
    asking = false;
    sender.elements.answer.value = JSON.stringify(data);
    if (Object.keys(errors).length) {
      event.preventDefault();
      focusFirstError();
    }
  });

  // Enter inside a field.
  viewer.on("submit", () => {
    if (!asking) {
      sender.requestSubmit();
    }
  });

  let changed = false;
  viewer.on("changed", () => { changed = true; });
  window.addEventListener("beforeunload", (event) => {
    if (changed && sender.dataset.sent === undefined) {
      event.preventDefault();
    }
  });
}
