"""Whole texts, every expression of which was checked by eye: histories without a news date, and short messages."""

import datetime as dt

import pytest

from pipeline.timex import resolve_text

BARBAROSSA = """The war began on 1 September 1939, when German troops crossed the Polish border. Two days later
Britain and France declared war. On 17 September the Red Army invaded from the east, and Warsaw fell
on 28 September. In the spring of 1940 the front lay quiet. That April, German forces landed in
Norway; the following month they turned west. By the end of June France had signed an armistice. The
Battle of Britain lasted from July to October 1940. In the early hours of 22 June 1941 Operation
Barbarossa opened. Minsk was taken six days later. Smolensk fell in July, Kyiv in September. The
first snow came in early October. On 5 December the Soviet counter-offensive began, and within a
month the Germans had been thrown back 200 kilometres. The siege of Leningrad, begun on 8 September,
went on for almost 900 days and ended on 27 January 1944."""
LIVONIA = """The Livonian War was fought between 1558 and 1583. In January 1558 Ivan IV sent his army west, and
Narva was taken on 11 May. Dorpat surrendered two months later. In 1561 the Order was dissolved. On
15 February 1563, after a siege of two weeks, Polotsk fell to the tsar. The next year the Muscovites
were beaten on the Ula River. A truce was signed in 1570 and kept for three years. In the late 1570s
Stephen Báthory, elected in December 1575, reformed the army. Polotsk was retaken on 30 August 1579.
The following summer he marched on Velikiye Luki, which fell on 5 September. From August 1581 to
February 1582 he besieged Pskov. The Truce of Yam-Zapolsky was concluded on 15 January 1582 (O.S.).
The war ended a year later. In the 17th century the frontier moved again."""
RIGA = """In the winter of 1917-18 the old army melted away. The armistice of 15 December 1917 held for two
months. Talks at Brest-Litovsk opened on 22 December and broke down on 10 February. Eight days later
the Germans advanced along the whole front; Minsk was occupied on 21 February 1918. On 25 March
independence was proclaimed. The occupation lasted until December. In early 1919 Polish and Soviet
troops clashed. During August 1919 the Poles took Minsk, and in May 1920 they entered Kyiv. The tide
turned on 5 June, when cavalry broke through. On 11 July Minsk changed hands again. The Battle of
Warsaw was decided between 13 and 16 August. Two months later, on 12 October, a ceasefire was
agreed. The Treaty of Riga followed on 18 March 1921. In the 1920s the border divided the country in
two, and in 1939 it vanished."""
VALUES = {
    BARBAROSSA: "1939-09-01 1939-09-03 1939-09-17 1939-09-28 1940-SP 1940-04 1940-05 1940-06 1940-07 1940-10 "
    "1941-06-22TMO 1941-06-28 1941-07 1941-09 1941-10 1941-12-05 P1M 1941-09-08 P900D 1944-01-27",
    LIVONIA: "1558 1583 1558-01 1558-05-11 1558-07 1561 1563-02-15 P2W 1564 1570 P3Y 157 1575-12 1579-08-30 1580-SU "
    "1580-09-05 1581-08 1582-02 1582-01-15 1583 16",
    RIGA: "1917-WI 1917-12-15 P2M 1917-12-22 1918-02-10 1918-02-18 1918-02-21 1918-03-25 1918-12 1919 1919-08 1920-05 "
    "1920-06-05 1920-07-11 1920-08-13 1920-08-16 1920-10 1920-10-12 1921-03-18 192 1939",
}
MESSAGES = [
    ("c u 2moro at 8pm", "2013-03-21T20:00"),
    ("happy new year! see u on jan 3rd", "2014-01-03"),
    ("r u free this weekend?", "2013-W12-WE"),
    ("meeting moved to mon 9am", "2013-03-25T09:00"),
    ("cant do tues, sorry", "2013-03-26"),
    ("was in minsk last sat nite", "2013-03-16TNI"),
    ("party on sat", "2013-03-23"),
    ("call u in 10 mins", "PT10M"),
    ("exam on 14/06/2013", "2013-06-14"),
    ("see u tonite pls", "2013-03-20TNI"),
    ("havent slept since yday", "2013-03-19"),
    ("train leaves fri 6:15 pm", "2013-03-22T18:15"),
    ("ill b there by noon", "2013-03-20T12:00"),
    ("paid him 3 months ago, still nothing this wk", "2012-12 2013-W12"),
    ("lets meet next tue", "2013-03-26"),
    ("he sat in the sun and they wed", ""),
]


@pytest.mark.parametrize("text", VALUES, ids=["1939", "1558", "1917"])
def test_history(text: str) -> None:
    assert " ".join(t.value for t in resolve_text(text, None)) == VALUES[text]


@pytest.mark.parametrize(("text", "values"), MESSAGES, ids=[text for text, _ in MESSAGES])
def test_message(text: str, values: str) -> None:
    assert " ".join(t.value for t in resolve_text(text, dt.date(2013, 3, 20))) == values
