// What stands around the marks in words: names of lanes, what is left out, that nothing is here.

/** The names of the lanes at their places; those without an event in view step back. */
export function nameLanes(box, lanes, places, busy, head) {
  box.replaceChildren(...lanes.map((lane, k) => {
    const row = document.createElement("div");
    row.className = busy.has(k) ? "tl-lane" : "tl-lane tl-idle";
    row.style.top = `${head + places[k].top}px`;
    row.style.height = `${places[k].height}px`;
    const name = document.createElement("span");
    name.className = "tl-lane-name";
    name.textContent = lane.name;
    name.title = lane.name;
    const count = document.createElement("span");
    count.className = "tl-lane-count";
    count.textContent = lane.events.toLocaleString("en");
    row.append(name, count);
    return row;
  }));
}

/** What the chart leaves out, and the button that brings in what lies outside even of "All". */
export function sayMore(box, { note, outside }, { opened, wide }) {
  const button = box.querySelector("button");
  box.querySelector("span").textContent = [opened && "Showing the busiest years; All shows the others too.", note].filter(Boolean).join(" ");
  button.hidden = !outside || opened; // its count is of what lies outside "All", and would be too low here
  button.textContent = wide ? "Back to the busy years" : `${outside} more outside these years`;
}
