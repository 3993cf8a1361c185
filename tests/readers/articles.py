"""Made-up articles with what a reader must find in them. All names and events are our own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `body` is its paragraphs."""

    slug: str
    title: str
    author: str
    outlet: str
    day: dt.date
    body: tuple[str, ...]

    @property
    def url(self) -> str:
        return f"https://news.example/{self.day:%Y/%m/%d}/{self.slug}"

    @property
    def moment(self) -> str:
        return f"{self.day.isoformat()}T09:30:00+03:00"


ARTICLES = (
    Article(
        "crossing-shut",
        "Minsk shuts the crossing near Grodno for a month",
        "Anna van Dorn",
        "Example Times",
        dt.date(2022, 7, 12),
        (
            "The government in Minsk closed the crossing near Grodno on Monday, Deputy Minister Anna Kavalenka said at "
            "a briefing that lasted less than ten minutes.",
            "Kavalenka did not say when the crossing would open again, and she took no questions from the journalists "
            "who had waited in the hall since the morning.",
            "Lithuania protested, and its foreign ministry called the closure a step that would be answered in kind "
            "before the end of August.",
        ),
    ),
    Article(
        "bridge-reopens",
        "The bridge over the Pripyat reopens after repairs",
        "Ivan Petrov",
        "River Gazette",
        dt.date(2021, 11, 4),
        (
            "The bridge over the Pripyat opened to traffic on Wednesday, two years after a barge had struck one of its "
            "piers, the regional council announced.",
            "Repairs cost eleven million roubles, according to the council, which had promised in May 2020 that they "
            "would take no more than a year.",
            "Drivers queued for three kilometres on the first evening, and police asked them to take the old ferry "
            "until the weekend.",
        ),
    ),
    Article(
        "harvest-talks",
        "Farm ministers fail to agree on the grain levy",
        "Olga Hrynko",
        "Steppe Courier",
        dt.date(2023, 9, 28),
        (
            "Talks between the farm ministers of three countries ended in Gomel on Thursday without an agreement on "
            "the grain levy, officials from two of the delegations said.",
            "The levy, which came into force on September 1, has halved exports through the river ports, traders told "
            "the Steppe Courier.",
            "A further meeting is planned for October 10 in Smolensk, where the finance ministers are expected to "
            "take part for the first time.",
        ),
    ),
    Article(
        "orchestra-tour",
        "An orchestra from Vitebsk cancels its tour of the south",
        "Marta Lis",
        "Northern Stage",
        dt.date(2019, 2, 15),
        (
            "The city orchestra of Vitebsk has called off a tour of nine southern towns, its director wrote to the "
            "organisers on Tuesday.",
            "The letter gives no reason, but two musicians said that the buses had been requisitioned for the winter "
            "exercises that began last week.",
            "Tickets will be refunded until March 31, and the director hopes that the concerts can be given in the "
            "autumn of the same year.",
        ),
    ),
    Article(
        "mine-rescue",
        "Nine miners are brought up alive in Soligorsk",
        "Pavel Sapega",
        "Example Times",
        dt.date(2024, 1, 9),
        (
            "Rescuers brought nine miners up alive from a potash mine in Soligorsk on Tuesday, two days after a "
            "gallery had flooded, the emergency ministry said.",
            "Three of the men are in hospital with broken bones, and the youngest, who is nineteen, walked to the "
            "ambulance without help.",
            "Prosecutors opened an investigation on Monday, and the company suspended work in two neighbouring "
            "galleries until the end of January.",
        ),
    ),
)
