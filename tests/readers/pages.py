"""Made-up news pages, each with the kinds of its blocks in order; our own words, the shapes of real pages."""

MID_ARTICLE_BOX = """Minsk Shuts a Border Crossing

The government in Minsk closed the crossing near Grodno on Thursday, Deputy Minister Anna Kavalenka said.

Read also
Swedish Port Workers End Their Strike

Kavalenka did not say when the crossing would open again.

She spoke at a briefing in Grodno."""
MID_ARTICLE_BOX_KINDS = ("headline", "body", "sidebar", "body")

TEASER_WITH_TEXT = """Kavalenka closed the crossing near Grodno on Thursday.

Lithuania protested.

Related stories
Swedish Port Workers End Their Strike

Dockers in Gothenburg went back to work after the Swedish union signed.

Their union in Gothenburg called it a Swedish success.

Kavalenka will visit Grodno next week."""
TEASER_WITH_TEXT_KINDS = ("body", "sidebar", "body")

CAPTIONS = """A Convoy Reaches Brest

Listen to this article
Trucks at the border
Trucks wait at the border near Brest, on the day of the convoy... Jan Novak/Getty Images

The convoy arrived on Sunday.

FILE PHOTO: Drivers rest near Brest in 2021

Drivers, some of them from Gomel, had waited for days.

Minister Ivan Petrov, left, meets drivers in Brest.

He promised help."""
CAPTIONS_KINDS = ("headline", "ui", "caption", "body", "caption", "body", "caption", "body")

TAIL = """Minsk Shuts a Border Crossing

By Anna van Dorn

The crossing near Grodno was closed on Thursday.

What Happens Next

Trucks take the long way round.

The Example Times has contacted the ministry for comment.

Anna van Dorn is a staff reporter based in Vilnius.

Follow her on X @annavandorn

Sign up for our daily newsletter

© 2023 Example Times. All rights reserved."""
TAIL_KINDS = ("headline", "ui", "body", "subheading", "body", "blurb", "ui", "footer")

WIRE = """GRODNO, Belarus (AP) _ The crossing was closed on Thursday, officials told Reuters

Pavel Sapega is a journalist based in Warsaw. He was there when it happened.

The right, left and center parties protested."""
WIRE_KINDS = ("body",)

BULLETS = """Three things changed this week.

• The crossing was closed
• The minister resigned
• Fuel became dearer"""
BULLETS_KINDS = ("body",)

MARKDOWN = """# A Bridge Reopens

The bridge opened on Friday.

## The Costs

It cost a million."""
MARKDOWN_KINDS = ("headline", "body", "subheading", "body")
