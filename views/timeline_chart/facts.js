// Facts as views/figures.py leaves them: what follows from the rest is not sent.
import { dayInWords } from "./time.js";

/** The facts with every mark's last day, where it is the first, and its date in words, where it is one day. */
export function completed(facts) {
  const { marks } = facts;
  const end = marks.end.map((day, k) => (day === "" ? marks.start[k] : day));
  return { ...facts, marks: { ...marks, end, when: marks.when.map((words, k) => words || dayInWords(marks.start[k])) } };
}
