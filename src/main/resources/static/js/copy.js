// A button that takes what stands in a field to the clipboard; where the browser does not allow it, the text is selected.
const say = (text, tone) => document.dispatchEvent(new CustomEvent("acquis:say", { detail: { text, tone } }));

for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      say(button.dataset.copied, "ok");
    } catch {
      field.focus();
      field.select();
      say(button.dataset.selected, "warn");
    }
  });
}
