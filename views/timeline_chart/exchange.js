// What chart and passage tell each other in the browser, so that a click on the one does not redraw the other's data.

let open = null, asked = null, listen = null, told = null;

/** The passage says how an event of that rank is opened, and closed for null; what was clicked before it could, is opened now. */
export function opens(act) {
  open = act;
  if (asked !== null) act(asked);
  asked = null;
}

/** The chart asks for the passage of an event, by its rank, or for none. */
export function ask(n) {
  if (open) open(n);
  else asked = n;
}

/** The chart wants to know which event is read: {n, dated, published}, or null for none. */
export function listens(act) {
  listen = act;
  if (told !== null) act(told.event);
}

/** The passage says which event is read. */
export function tell(event) {
  told = { event };
  if (listen) listen(event);
}
