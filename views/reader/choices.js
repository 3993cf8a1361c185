// What to read first, while no event is chosen.
import { button, make } from "./elements.js";

/** A hint and a button for each of the events {id, title, when}. */
export function choices(events, open) {
  const list = make("ol", "rd-start");
  for (const event of events) {
    const item = make("li");
    const choice = button("", "rd-choice", () => open(event.id));
    choice.append(make("span", "rd-choice-when", event.when), make("span", "rd-choice-title", event.title));
    item.append(choice);
    list.append(item);
  }
  const hint = make("p", "rd-hint", events.length ? "Click an event on the timeline to read its source, or start with the most important ones:" : "No event matches these filters.");
  return [make("h2", "rd-over", "The passage"), hint, list];
}
