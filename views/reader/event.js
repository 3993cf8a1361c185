// What an event is: its kind, title, date in words and names, and where the sources disagree on the date.
import { button, make } from "./elements.js";

/** `open("")` closes the passage. */
export function head(event, open) {
  const top = make("header", "rd-head");
  const line = make("p", "rd-over");
  line.append(make("span", "rd-kind", event.kind), make("span", `rd-fact rd-fact${event.fact}`, event.certainty));
  const close = button("Close", "rd-close", () => open(""), "Close the passage");
  top.append(line, close, make("h2", event.title.length > 130 ? "rd-title rd-long" : "rd-title", event.title), make("p", "rd-when", event.when));
  if (event.apart) top.append(make("p", "rd-apart-note", event.apart));
  if (event.facets.length) {
    const list = make("dl", "rd-facets");
    for (const [name, value] of event.facets) list.append(make("dt", "", name), make("dd", "", value));
    top.append(list);
  }
  return top;
}

/** The dates and who gives them, where the sources do not agree. */
export function conflict(event) {
  if (!event.candidates.length) return [];
  const box = make("section", "rd-conflict");
  box.append(make("h3", "", "The sources disagree on the date"));
  const list = make("ul");
  for (const { when, outlets } of event.candidates) {
    const item = make("li");
    item.append(make("strong", "", when), make("span", "", outlets));
    list.append(item);
  }
  box.append(list);
  return [box];
}
