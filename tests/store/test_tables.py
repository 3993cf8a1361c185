"""What the disk and Delta Lake raise is told in one line, with the way out."""

import errno
from pathlib import Path

import pytest
from deltalake.exceptions import DeltaError

from pipeline.store import StoreError
from pipeline.store.attempts import failures

WRAPPED = "Generic LocalFileSystem error: Unable to copy data to file: {} (os error {})"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full; make room"),
        (DeltaError(WRAPPED.format("No space left on device", errno.ENOSPC)), "the disk is full; make room"),
        (OSError(errno.EACCES, "Permission denied"), "cannot be read or written here (Permission denied)"),
        (DeltaError(WRAPPED.format("Permission denied", errno.EACCES)), "here (Permission denied); check the path"),
        (DeltaError("\x1b[31mInvalid table\x1b[0m version"), "here (Invalid table version); check the path"),
    ],
)
def test_a_failure_is_one_line_with_its_remedy(error: Exception, told: str) -> None:
    with pytest.raises(StoreError) as raised, failures(Path("some/store")):
        raise error
    assert str(raised.value).startswith("some/store: ")
    assert told in str(raised.value)
    assert "os error" not in str(raised.value) and "\n" not in str(raised.value)
