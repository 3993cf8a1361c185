// Elements of the page. Texts become text, whatever stands in them.

/** An element of that tag and class. */
export function make(tag, name, text) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined && text !== null) node.textContent = text;
  return node;
}

/** A button; `label` says what it does where its text alone does not. */
export function button(text, name, act, label) {
  const node = make("button", name, text);
  node.type = "button";
  if (label) node.setAttribute("aria-label", label);
  node.addEventListener("click", act);
  return node;
}
