"""Every threshold of the pipeline: name, unit, default and why, one file a room. SETTINGS lists them all."""

from __future__ import annotations

from pipeline.settings.coreference import COREFERENCE
from pipeline.settings.events import EVENTS
from pipeline.settings.fetching import FETCHING
from pipeline.settings.language import LANGUAGE
from pipeline.settings.names import NAMES
from pipeline.settings.publication import PUBLICATION
from pipeline.settings.readers import READERS
from pipeline.settings.setting import Setting
from pipeline.settings.store import STORE
from pipeline.settings.timex import TIMEX
from pipeline.settings.versions import VERSIONS

SETTINGS: tuple[Setting, ...] = (
    *LANGUAGE,
    *READERS,
    *PUBLICATION,
    *TIMEX,
    *NAMES,
    *EVENTS,
    *COREFERENCE,
    *STORE,
    *FETCHING,
    *VERSIONS,
)
