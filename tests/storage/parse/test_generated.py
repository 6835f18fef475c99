"""Issues made up by chance are read as they were made."""

from __future__ import annotations

import pytest

from storage.parse import parse_source
from tests.generated import generated
from tests.labels import differences


@pytest.mark.parametrize("seed", range(70))
def test_the_made_up_issue_is_read_as_made(seed: int) -> None:
    source, labels = generated(seed)
    assert differences(labels, parse_source(source), source.lines) == {}
