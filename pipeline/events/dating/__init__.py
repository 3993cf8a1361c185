"""Which temporal expression dates which mention: the rules, in `rules.RULES`, and the trained linker.

- The date at hand: `attach` hangs expressions on words (`attachment` is the record), `hooks`, `moved` and `compared`
  move those hung wrongly, `governed` reads the preposition, `sharing` says which words have one date.
- Taken from elsewhere in the text: `nearby` (the same sentence), `inherited` (the story so far), `report_day` (the
  day that the report tells of), `again` (told before), `occasions`, `toll`, `harm`,
  `casualties`, `crimes`.
- Before or after something: `before_and_after`, `placing`, `offsets`, `stages`, `again_since`.
- Lists of days: `entries`, `headed`. Words: `speech`, `answers`. `recap` tells of days gone by in the present. The
  public record: `public_record`, `chronicled`.
- No word says: `linker` weighs the days in `candidates` by `evidence`; `text_kind` says what kind of text it is.
- `link` holds what all of them see (the scene) and say (a link).
"""
