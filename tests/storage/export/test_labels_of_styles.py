"""The user's own names of the colours stand in exports too."""

from __future__ import annotations

from pathlib import Path

from tests import factories


def test_own_names_of_colours_stand_in_an_export(tmp_path: Path):
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
        uuid = library.notices()[0].uuid
        library.new_mark(uuid, 0, 4, "green")
        library.set_style_names({"green": "政策依据"})
        target = library.export(library.excerpts(), tmp_path / "out.md", "md", "摘录")
        assert "绿色·政策依据" in target.read_text(encoding="utf-8")
