// What a mark says when it is pointed at: title, date in words, how sure, who, which outlets. Texts stay text.

/** Numbers of names, the last one negative where names were left out: "A, B and 3 more". */
function listed(numbers, names) {
  const parts = numbers.map((number) => (number < 0 ? `${-number} more` : names[number]));
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/** The lines for mark `i`, with `here` others at the very same place. */
export function lines({ marks, facts }, i, here) {
  return [
    ["tl-tip-title", marks.title[i]],
    ["tl-tip-when", `${marks.when[i]} · ${facts[marks.fact[i]].label.toLowerCase()}`],
    ["tl-tip-who", listed(marks.who[i], marks.names)],
    ["tl-tip-by", listed(marks.by[i], marks.names)],
    ["tl-tip-hand", [marks.starred.includes(i) && "Starred", marks.corrected.includes(i) && "Corrected by hand"].filter(Boolean).join(" · ")],
    ["tl-tip-here", here > 0 && `${here} more here: press J and K to step through them`],
  ].filter(([, text]) => text);
}

/** Shows the lines at a place of the plot, below it where there is room. */
export function show(tip, texts, { x, y, left, right, bottom }) {
  tip.replaceChildren(...texts.map(([name, text]) => {
    const line = document.createElement("div");
    line.className = name;
    line.textContent = text;
    return line;
  }));
  tip.hidden = false;
  tip.style.left = `${Math.min(right - tip.offsetWidth, Math.max(left, x - tip.offsetWidth / 2))}px`;
  const below = y + 18;
  tip.style.top = `${below + tip.offsetHeight > bottom ? y - tip.offsetHeight - 14 : below}px`;
}
