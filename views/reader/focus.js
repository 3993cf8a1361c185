// The keyboard's place in the reader: what has the focus is drawn anew with every event, and must not lose it.

/** Notes what has the focus; the function it returns gives it to the same button of the new content, or to its title. */
export function kept(root) {
  const focused = document.activeElement, alike = focused?.classList[0];
  if (!alike || !root.contains(focused)) return () => {};
  const place = peers(root, alike).indexOf(focused);
  return () => {
    const same = alike === "rd-event" ? null : peers(root, alike)[place];
    const goal = same && !same.disabled ? same : root.querySelector("h2");
    if (goal.tagName === "H2") goal.tabIndex = -1;
    goal.focus({ preventScroll: true });
  };
}

function peers(root, name) {
  return [...root.getElementsByClassName(name)];
}
