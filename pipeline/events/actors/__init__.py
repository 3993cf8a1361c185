"""Who does it, to whom and where: names, and whom pronouns and descriptions mean.

- `participants` gathers all of a mention: `heads` (with `noun_heads`, `affected`, `locations`) finds the phrases,
  `stand_for` turns them into names, or with `groups` into the text's `own_words`.
- `names` finds who is named, with `full_names`, `namesakes`, `misread`, `unlabelled`, `apposition`, `gender`.
- `referents` says whom any phrase of the text means, and asks in turn: `personal` (he, she), `impersonal` (it),
  `plural` (they), `pairs` (the two), `relative` (who), `addressed` (you), `ahead` (in his speech, he), `roles` (the
  minister; with `offices`, `leaders`, `home`, `own_state`, `same_body`), and `named_next`, `counted_named_next` and
  `identified`, for those whom the text names only afterwards. `seen` keeps who was spoken of.
"""
