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
  const hint = make("p", "rd-hint", events.length ? "Click a mark on the timeline to read where it comes from. Or start with what matters most here:" : "Nothing to read under these filters.");
  return [make("h2", "rd-over", "The passage"), hint, list];
}
