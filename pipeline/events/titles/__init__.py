"""A headline for every mention.

- `title` tries the ways to tell it, best first: `clauses` (a verb with its `subject`, `complements`, `inflection`),
  `frames` (a noun as a verb: X dies), `content` and `quoted` (what is said), `placed` (where, when nobody is named).
- Its words: `phrases` and `shown` write them, `named_short` the surnames, `articles` the articles; `definite`,
  `definite_names`, `other_noun`, `place_named`, `taken_up` and `some_of` say what "the plan" or "they" was;
  `named_in_full` does so for the finished line, by what was `told_before` or `listed`, `by_deed`, and `of_what` an
  open noun is.
- What stays when room is short: `one_line`, `fitting`, `exchange`, `ending` and `quote_ends`; `bound`, `restrictive`,
  `turning`, `asides` and `days` say what may go.
- `alone` refuses a title that does not stand alone, `pronouns` a clause that is open; `unreal` marks plans, `doubted`
  what is only alleged; `wording` is the last touch.
"""
