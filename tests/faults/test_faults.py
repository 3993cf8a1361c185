"""A bounded run of the fault harness; `make faults` plays many more rounds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults import disks, processes
from tests.faults.tally import Tally


def assert_sound(tally: Tally) -> None:
    assert tally.sound, tally
    assert tally.rounds


def test_killed_writers_leave_nothing_half(tmp_path: Path) -> None:
    tally = processes.kills(8, tmp_path)
    assert_sound(tally)
    assert tally.landed


def test_several_writers_and_readers_lose_nothing(tmp_path: Path) -> None:
    assert_sound(processes.crowds(1, tmp_path, writers=3, readers=3))


def test_a_full_disk_is_said_and_costs_nothing(tmp_path: Path) -> None:
    if not disks.can_mount(tmp_path):
        pytest.skip("only root on Linux may mount a small disk")
    tally = disks.full_disks(2, tmp_path)
    assert_sound(tally)
    assert tally.failures


def test_a_permission_taken_is_said_and_costs_nothing(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can write as somebody else")
    tally = disks.permissions(2, tmp_path)
    assert_sound(tally)
    assert tally.failures


def test_a_harmed_file_is_never_shown_as_whole(tmp_path: Path) -> None:
    assert_sound(disks.harms(6, tmp_path))
