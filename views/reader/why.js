// Why the event has this date: every step of the reasoning, as the pipeline kept it.
import { make } from "./elements.js";

function steps(list) {
  const box = make("ol", "rd-steps");
  for (const step of list) {
    const item = make("li");
    item.append(make("strong", "", step.choice), make("span", "", step.because));
    box.append(item);
  }
  return box;
}

/** The steps to the date, to the day of publication, and how the rest was read. */
export function why(event) {
  const box = make("section", "rd-why");
  box.append(make("h3", "", "Why this date?"), make("p", "rd-note", `In short: ${event.dating}.`));
  if (event.why_in) box.append(make("p", "rd-note", event.why_in));
  if (event.why.length) box.append(steps(event.why));
  if (event.moves) box.append(make("p", "rd-note", event.moves));
  const published = event.articles[0]?.published_why ?? [];
  if (published.length) box.append(make("h4", "", "Why this publication date?"), steps(published));
  if (event.rest.length) {
    const rest = make("details", "rd-rest");
    rest.append(make("summary", "", "How the other details were found"), steps(event.rest));
    box.append(rest);
  }
  return box;
}
