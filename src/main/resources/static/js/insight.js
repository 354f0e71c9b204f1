/*
 * A page of numbers stands as it is while it is read: from time to time it asks for the numbers of now, and says how many
 * differ. The reader reloads it when they want.
 */

const stale = document.querySelector("[data-insight-stale]");
const EVERY = 30_000;

const shown = () => Object.fromEntries([...stale.querySelectorAll("[data-name]")].map((one) => [one.dataset.name, Number(one.dataset.number)]));

const differing = (before, now) => [...new Set([...Object.keys(before), ...Object.keys(now)])]
  .filter((name) => (before[name] ?? 0) !== (now[name] ?? 0)).length;

const look = async () => {
  if (document.hidden) {
    return;
  }
  const answer = await fetch(stale.dataset.address, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) {
    return;
  }
  const count = differing(shown(), await answer.json());
  stale.hidden = count === 0;
  stale.querySelector("[data-insight-stale-text]").textContent =
    count === 1 ? stale.dataset.one : stale.dataset.many.replace("{n}", count);
};

if (stale) {
  stale.querySelector("[data-insight-reload]").addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}
