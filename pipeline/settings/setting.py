"""What a setting is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A number or name that someone might want to change, and the reason for its default."""

    name: str
    default: float | str
    unit: str
    why: str

    @property
    def number(self) -> float:
        """The default as a number.

        Raises:
            TypeError: when the setting is not a number.
        """
        if isinstance(self.default, str):
            raise TypeError(f"setting {self.name} is not a number: {self.default!r}")
        return self.default
