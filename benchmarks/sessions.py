"""Many readers at once: each filters, thinks, filters again, over the socket that the page in a browser would use.

What is measured is the server's part: from the words sent to the last message of the answer. Browsers draw by
themselves, each on its own machine, so fifty of them on this one would measure nothing but each other.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

THINKING = (3.0, 5.0)
"""Seconds between an answer and the next filter, drawn evenly."""


@dataclass
class Reader:
    """One session: its socket, the search box it found on the page, and what it keeps of the messages, as a browser."""

    socket: websockets.ClientConnection
    box: str = ""
    fragment: str = ""
    kept: set[str] = field(default_factory=set)

    async def ask(self, words: str | None) -> float:
        """Sends words, or None to open the page; the seconds until the page is whole."""
        message = BackMsg()
        message.rerun_script.SetInParent()
        if words is not None:
            message.rerun_script.widget_states.widgets.add(id=self.box, string_value=words)
            message.rerun_script.fragment_id = self.fragment
            message.rerun_script.cached_message_hashes.extend(sorted(self.kept))
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        async for data in self.socket:
            answer = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
            self._note(answer)
            if answer.WhichOneof("type") == "script_finished":
                break
        return time.perf_counter() - start

    def _note(self, answer: ForwardMsg) -> None:
        if answer.metadata.cacheable:
            self.kept.add(answer.hash)
        if answer.delta.new_element.HasField("text_input"):
            self.box, self.fragment = answer.delta.new_element.text_input.id, answer.delta.fragment_id


async def _read(
    url: str, dice: random.Random, words: list[str], rounds: int, thinking: tuple[float, float]
) -> list[float]:
    async with websockets.connect(f"ws{url.removeprefix('http')}/_stcore/stream", max_size=None) as socket:
        reader = Reader(socket)
        await reader.ask(None)
        taken = []
        for _ in range(rounds):
            await asyncio.sleep(dice.uniform(*thinking))
            taken.append(await reader.ask(dice.choice(words)))
        return taken


def measured(
    url: str,
    *,
    words: Iterable[str],
    sessions: int = 50,
    rounds: int = 6,
    thinking: tuple[float, float] = THINKING,
) -> list[float]:
    """Seconds that each filter of each session took, without the first of each, while others were still arriving."""

    async def all_of_them() -> list[list[float]]:
        listed = list(words)
        readers = (_read(url, random.Random(seed), listed, rounds, thinking) for seed in range(sessions))  # noqa: S311
        return await asyncio.gather(*readers)

    with ThreadPoolExecutor(1) as aside:  # a thread of its own, for the browser's driver may hold a loop in this one
        found = aside.submit(lambda: asyncio.run(all_of_them())).result()
    return [one for taken in found for one in taken[1:]]
