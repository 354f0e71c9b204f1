/*
 * The map of a process: the shipped model drawn in a frame that scrolls like any other part of a page, with a mark on each
 * step where cases stand. A mark is a link; the step under it leads to the same place. Of one case, steps have its colour, and the
 * frame opens where it stands.
 */

const map = document.querySelector("[data-process-map]");
const SMALLEST = 0.35;
const LARGEST = 1.6;
const READABLE = 0.75;
const STEP = 1.25;
const MARGIN = 24;

const draw = async () => {
  const frame = map.querySelector("[data-map-frame]");
  const canvas = map.querySelector("[data-map-canvas]");
  const note = map.querySelector("[data-map-note]");
  const viewer = new globalThis.ProcessViewer.Viewer({
    container: canvas,
    bpmnRenderer: { defaultFillColor: "var(--card)", defaultStrokeColor: "var(--ink-2)", defaultLabelColor: "var(--ink)" },
  });
  const answer = await fetch(map.dataset.drawing, { credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(`the drawing was answered ${answer.status}`);
  }
  await viewer.importXML(await answer.text());
  note.remove();

  const drawing = viewer.get("canvas");
  const svg = canvas.querySelector("svg");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", frame.getAttribute("aria-label"));
  svg.setAttribute("tabindex", "-1");

  const { inner } = drawing.viewbox();
  const fitting = () => Math.min(1, (frame.clientWidth - 2) / (inner.width + 2 * MARGIN));
  let scale = 1;
  const show = (wanted) => {
    scale = Math.min(LARGEST, Math.max(SMALLEST, wanted));
    const box = canvas.querySelector(".djs-container");
    box.style.width = `${Math.ceil((inner.width + 2 * MARGIN) * scale)}px`;
    box.style.height = `${Math.ceil((inner.height + 2 * MARGIN) * scale)}px`;
    drawing.resized();
    drawing.viewbox({
      x: inner.x - MARGIN, y: inner.y - MARGIN, width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN,
    });
  };
  show(Math.max(READABLE, fitting()));

  const registry = viewer.get("elementRegistry");
  const overlays = viewer.get("overlays");
  let here;
  for (const place of map.querySelectorAll("[data-map-marks] > li")) {
    const step = registry.get(place.dataset.step);
    if (step) {
      const mark = place.firstElementChild;
      overlays.add(step, { position: { bottom: 14, left: -4 }, html: mark, show: { minZoom: 0 }, scale: { min: 1, max: 1 } });
      registry.getGraphics(step).setAttribute("data-leads", "");
      if (place.dataset.shade) {
        drawing.addMarker(step, `map-${place.dataset.shade}`);
      }
      here ??= "here" in place.dataset ? step : undefined;
    }
  }
  if (here) {
    const [x, y] = [here.x - inner.x + MARGIN, here.y - inner.y + MARGIN];
    frame.scrollTo(x * scale - frame.clientWidth / 3, y * scale - frame.clientHeight / 3);
  }
  viewer.get("eventBus").on("element.click", ({ element }) => {
    const mark = canvas.querySelector(`.djs-overlays[data-container-id="${element.id}"] .map-mark`);
    mark?.click();
  });

  const bar = map.querySelector("[data-map-bar]");
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-map-zoom]");
    if (button) {
      const way = Number(button.dataset.mapZoom);
      show(way === 0 ? fitting() : scale * STEP ** way);
    }
  });
};

if (map) {
  draw().catch((failed) => {
    const note = map.querySelector("[data-map-note]");
    if (note) {
      note.textContent = map.dataset.failed;
    }
    console.error(failed);
  });
}
