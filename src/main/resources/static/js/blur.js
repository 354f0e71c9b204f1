/*
 * Zones of a photo made unrecognisable before it leaves the browser: each becomes a few flat squares. Zones are drawn with a
 * finger or the mouse, or added and moved by keyboard; they are buttons over the picture.
 */

const CELLS = 6;
const STEP = 0.02;
const SMALLEST = 0.02;
const MOST_PIXELS = 12e6;

/** A few flat squares, whose colours are the means of what was there. */
function hide(context, picture, { x, y, w, h }) {
  const { width, height } = context.canvas;
  const box = [x * width, y * height, w * width, h * height].map(Math.round);
  const cell = Math.max(box[2], box[3]) / CELLS || 1;
  const few = document.createElement("canvas");
  few.width = Math.max(1, Math.round(box[2] / cell));
  few.height = Math.max(1, Math.round(box[3] / cell));
  const small = few.getContext("2d");
  small.imageSmoothingQuality = "high";
  const scale = picture.width / width;
  small.drawImage(picture, ...box.map((value) => value * scale), 0, 0, few.width, few.height);
  context.imageSmoothingEnabled = false;
  context.drawImage(few, ...box);
  context.imageSmoothingEnabled = true;
}

const within = (value, most) => Math.min(Math.max(value, 0), most);

/** Answers a JPEG with its zones hidden, or null when the person leaves it as it is. */
export async function blur(file, dialog) {
  const picture = await createImageBitmap(file);
  const stage = dialog.querySelector("[data-blur-stage]");
  const canvas = stage.querySelector("canvas");
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext("2d");
  const zones = [];
  let current = null;

  const draw = () => {
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const zone of zones) {
      hide(context, picture, zone);
      Object.assign(zone.button.style, {
        left: `${zone.x * 100}%`, top: `${zone.y * 100}%`, width: `${zone.w * 100}%`, height: `${zone.h * 100}%`,
      });
    }
    dialog.querySelector("[data-blur-keep]").disabled = zones.length === 0;
    dialog.querySelector("[data-blur-remove]").disabled = !current;
  };

  const choose = (zone) => { current = zone; draw(); };

  const add = (x, y, w, h) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "blur-zone";
    const zone = { x, y, w, h, button };
    button.addEventListener("focus", () => choose(zone));
    button.addEventListener("keydown", (event) => press(zone, event));
    zones.push(zone);
    zones.forEach((one, n) => one.button.setAttribute("aria-label", `${dialog.dataset.zone} ${n + 1}`));
    stage.append(button);
    choose(zone);
    return zone;
  };

  const remove = (zone) => {
    zones.splice(zones.indexOf(zone), 1);
    zone.button.remove();
    choose(null);
    dialog.querySelector("[data-blur-add]").focus();
  };

  const press = (zone, event) => {
    const move = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (event.key === "Delete" || event.key === "Backspace") {
      remove(zone);
    } else if (move && event.shiftKey) {
      zone.w = Math.max(SMALLEST, within(zone.w + move[0], 1 - zone.x));
      zone.h = Math.max(SMALLEST, within(zone.h + move[1], 1 - zone.y));
    } else if (move) {
      zone.x = within(zone.x + move[0], 1 - zone.w);
      zone.y = within(zone.y + move[1], 1 - zone.h);
    } else {
      return;
    }
    event.preventDefault();
    draw();
  };

  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [within((event.clientX - box.left) / box.width, 1), within((event.clientY - box.top) / box.height, 1)];
  };

  const done = new AbortController();
  const on = (target, type, act) => target.addEventListener(type, act, { signal: done.signal });
  let drawn = null;
  on(stage, "pointerdown", (event) => {
    const [x, y] = place(event);
    const held = zones.find((zone) => zone.button === event.target);
    drawn = held ? { zone: held, dx: x - held.x, dy: y - held.y } : { zone: add(x, y, 0, 0), from: [x, y] };
    stage.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  on(stage, "pointermove", (event) => {
    if (!drawn) {
      return;
    }
    const [x, y] = place(event);
    const { zone, from, dx, dy } = drawn;
    if (from) {
      Object.assign(zone, { x: Math.min(x, from[0]), y: Math.min(y, from[1]), w: Math.abs(x - from[0]), h: Math.abs(y - from[1]) });
    } else {
      Object.assign(zone, { x: within(x - dx, 1 - zone.w), y: within(y - dy, 1 - zone.h) });
    }
    draw();
  });
  on(stage, "pointerup", () => {
    if (drawn && (drawn.zone.w < SMALLEST || drawn.zone.h < SMALLEST)) {
      remove(drawn.zone);
    }
    drawn = null;
  });
  on(dialog.querySelector("[data-blur-add]"), "click", () => add(0.4, 0.4, 0.2, 0.2).button.focus());
  on(dialog.querySelector("[data-blur-remove]"), "click", () => current && remove(current));
  on(dialog.querySelector("[data-blur-leave]"), "click", () => dialog.close());
  on(dialog.querySelector("[data-blur-keep]"), "click", () => dialog.close("kept"));

  dialog.returnValue = "";
  draw();
  dialog.showModal();
  return new Promise((answer) => {
    on(dialog, "close", () => {
      done.abort();
      zones.forEach((zone) => zone.button.remove());
      const kept = dialog.returnValue === "kept";
      if (kept) {
        canvas.toBlob(answer, "image/jpeg", 0.9);
      } else {
        answer(null);
      }
      picture.close();
    });
  });
}
