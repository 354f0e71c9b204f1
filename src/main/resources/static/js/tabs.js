// Where a bar of tabs is narrower than its tabs, the one being read stands in sight. The page itself does not move.
for (const bar of document.querySelectorAll(".tab-list")) {
  const current = bar.querySelector("[aria-current]");
  if (current && bar.scrollWidth > bar.clientWidth) {
    const [tab, room] = [current.getBoundingClientRect(), bar.getBoundingClientRect()];
    bar.scrollLeft += tab.left - room.left - (room.width - tab.width) / 2;
  }
}
