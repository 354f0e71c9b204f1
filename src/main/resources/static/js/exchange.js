// How much room is left beside what is being written, once it matters. The length itself is checked by the server.

const NEAR = 500;

for (const field of document.querySelectorAll("[data-thread-form] textarea[data-longest]")) {
  const room = field.parentElement.querySelector("[data-room]");
  const most = Number(field.dataset.longest);
  const say = () => {
    const left = most - field.value.trim().length;
    const words = left < 0 ? room.dataset.over : left < NEAR ? room.dataset.left : "";
    room.textContent = words.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
    room.classList.toggle("error", left < 0);
  };
  field.addEventListener("input", say);
  say();
}
