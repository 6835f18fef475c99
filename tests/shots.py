"""`make shots`: drives the real window and saves pictures of its main states in ./shots.

`python -m tests.shots --gazettes` takes the shared gazettes instead of the sample.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.panels.query_help import QueryHelp
from storage.types import Choice

ROOT = Path(__file__).resolve().parents[1]
SHOTS = ROOT / "shots"
SIZES = {"1280x800": (1280, 800), "1920x1080": (1920, 1080), "1024x768": (1024, 768)}
WAIT = 60.0


class Shooter:
    """One running window, driven step by step."""

    def __init__(self, home: Path, files: list[Path]) -> None:
        os.environ["ANTOU_HOME"] = str(home)
        from desktop.app import App
        from desktop.paths import places
        from storage.words import Words

        here = places()
        self.application = QApplication.instance() or QApplication(sys.argv[:1])
        self.app = App(self.application, here, Words(here.messages, "zh"))
        self.window = self.app.window
        self.files = files
        self.library = home / "shots.antoudb"

    def pause(self, milliseconds: int = 150) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, met: Callable[[], object], what: str) -> None:
        end = time.monotonic() + WAIT
        while not met():
            if time.monotonic() > end:
                raise SystemExit(f"never: {what}")
            self.pause(20)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        self.pause(250)
        (widget or self.window).grab().save(str(SHOTS / f"{name}.png"))
        print(name)

    def open(self, at: int) -> None:
        notices = self.window.library.model.notices()
        notice = notices[at % len(notices)]
        self.window.reading.open(notice.uuid)
        self.until(lambda: self.window.reader.uuid == notice.uuid, "notice open")
        self.pause()

    def dialog(self, kind: type) -> QWidget:
        self.until(lambda: self._dialogs(kind), kind.__name__)
        return self._dialogs(kind)[-1]

    def _dialogs(self, kind: type) -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]


def begin(shooter: Shooter) -> None:
    """Empty state, import, report."""
    from desktop.dialogs.import_report import ImportReportDialog

    window = shooter.window
    window.resize(*SIZES["1280x800"])
    window.show()
    shooter.app.jobs.open_library(shooter.library, create=True)
    shooter.until(lambda: shooter.app.jobs.library_path, "library open")
    shooter.shoot("01-empty")
    window.files.import_files(shooter.files)
    shooter.until(window.progress.isVisible, "progress")
    shooter.shoot("02-importing")
    dialog = shooter.dialog(ImportReportDialog)
    shooter.shoot("03-import-report", dialog)
    dialog.close()
    shooter.until(lambda: window.library.model.notices(), "tree")


def longest_with(shooter: Shooter, kind: str) -> int:
    """The place of the notice with most text in blocks of a kind."""
    best, most = 0, -1
    for at, summary in enumerate(shooter.window.library.model.notices()):
        found: list[object] = []
        shooter.app.jobs.open_notice(summary.uuid, shooter.window, found.append)
        shooter.until(lambda found=found: found, "notice")
        blocks = found[0][0].notice.blocks
        size = sum(len(block.text) for block in blocks if block.kind == kind)
        if size > most:
            best, most = at, size
    return best


def read_and_mark(shooter: Shooter, prefix: str) -> None:
    """A notice, a selection, marks with notes, a table."""
    window = shooter.window
    page, reader = window.reader.page, window.reader
    long = longest_with(shooter, "paragraph")
    shooter.open(long)
    shooter.shoot(f"{prefix}-reading")
    paragraphs = [
        (at, block)
        for at, block in places_of(reader.stored.notice)
        if block.kind in ("paragraph", "list_item") and len(block.text) > 60
    ]
    for (at, _), style in zip(
        paragraphs[:12:2], ("yellow", "green", "blue", "red", "purple", "underline"), strict=False
    ):
        reader.marking.mark_wanted.emit(at + 4, at + 44, style, False)
    at = paragraphs[0][0]
    reader.marking.mark_wanted.emit(at + 30, at + 60, "blue", False)
    shooter.until(lambda: len(page.painter.marks) >= 4, "marks")
    mark = page.painter.marks[0]
    note = "与去年的方案对照，截止时间提前了一个月，请核对。"
    reader.card.note_written.emit(mark.uuid, note, "")
    shooter.until(lambda: any(one.note for one in page.painter.marks), "note")
    window.right.setCurrentWidget(window.marks)
    page.scroll_to(paragraphs[0][0], 0.2)
    shooter.shoot(f"{prefix}-marks")
    page.select_span(paragraphs[1][0] + 10, paragraphs[1][0] + 34)
    shooter.pause(400)
    shooter.shoot(f"{prefix}-selection")
    page.clear_selection()
    shown = next(one for one in page.painter.marks if one.note)
    reader.marking.open_card(shown)
    shooter.shoot(f"{prefix}-note")
    reader.card.dismiss()
    window.right.setCurrentWidget(window.outline)
    shooter.open(longest_with(shooter, "table"))
    tables = [at for at, block in places_of(reader.stored.notice) if block.kind == "table"]
    if tables:
        page.scroll_to(tables[0], 0.1)
        shooter.shoot(f"{prefix}-table")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    shooter.shoot(f"{prefix}-end")


def search(shooter: Shooter, prefix: str, query: str) -> None:
    """Results, a hit opened, a saved search."""
    window = shooter.window
    wide = window.width() > 1600
    before = window.splitter.sizes()
    if wide:  # the facets beside the results
        window.splitter.setSizes([660, window.width() - 960, 300])
    window.searching.search(query)
    shooter.until(lambda: window.searching.settled, "results")
    window.searching.next_hit()
    shooter.pause(400)
    shooter.shoot(f"{prefix}-results")
    facet = next(one for one in window.results.model.result.facets if one.name == "genre")
    window.results.narrowed.emit((Choice("genre", (facet.values[0].value,)),))
    shooter.until(lambda: window.searching.settled, "narrowed")
    window.searching.next_hit()
    shooter.shoot(f"{prefix}-narrowed")
    type_query(shooter, f"{prefix}-wrong-query", f"标题:({query} AND")
    type_query(shooter, f"{prefix}-completions", "标")
    window.search_box.show_help()
    guide = next(one for one in window.findChildren(QueryHelp) if one.isVisible())
    shooter.shoot(f"{prefix}-query-help", guide)
    guide.close()
    window.splitter.setSizes(before)
    shooter.app.jobs.saved_searches.save(query, query)
    shooter.until(lambda: window.library.model.nodes(), "tree")
    window.left.setCurrentWidget(window.library)
    shooter.pause(400)
    window.reader.open_find()
    window.reader.find_bar.words.setText("工作")
    shooter.shoot(f"{prefix}-saved-and-find")
    window.reader.find_bar.dismiss()


def type_query(shooter: Shooter, name: str, query: str) -> None:
    """A query as it is while one types."""
    box = shooter.window.search_box
    shooter.window.activateWindow()
    shooter.window.actions_["search"].trigger()
    box.setText(query)
    box.textEdited.emit(query)
    shooter.pause(900)
    shooter.shoot(name)
    box.show_query(query)


def places_of(notice: object) -> list[tuple[int, object]]:
    """Each block of a notice with its offset."""
    found, offset = [], 0
    for block in notice.blocks:
        found.append((offset, block))
        offset += len(block.text) + 1
    return found


def side_by_side(shooter: Shooter) -> None:
    """Two versions beside each other, and the choice of the second one."""
    from desktop.dialogs.beside import BesideDialog
    from desktop.dialogs.import_report import ImportReportDialog
    from tests.versions import NAME, TITLE, later_version

    window = shooter.window
    file = shooter.library.parent / NAME
    file.write_text(later_version(), encoding="utf-8")
    window.files.import_files([file])
    shooter.dialog(ImportReportDialog).close()
    model = window.library.model
    shooter.until(lambda: [one.title for one in model.notices()].count(TITLE) == 2, "import")
    old, new = (one.uuid for one in model.notices() if one.title == TITLE)
    window.reading.open(old)
    shooter.until(lambda: window.reader.uuid == old, "notice open")
    window.actions_["beside"].trigger()
    dialog = shooter.dialog(BesideDialog)
    shooter.until(lambda: "\n其他版本" in dialog.list.item(0).text(), "likely ones")
    shooter.shoot("15-beside", dialog)
    dialog.close()
    window.comparing.compare(old, new)
    shooter.until(lambda: window.comparing.is_open, "comparison")
    for _ in range(4):
        window.actions_["next-difference"].trigger()
    shooter.shoot("15-side-by-side")
    window.comparing.close()


def proofread(shooter: Shooter, prefix: str) -> None:
    """The source beside the text, and a warning of the recogniser."""
    window = shooter.window
    proof, lines = window.actions_["proofread"], window.reader.source.lines
    shooter.open(longest_with(shooter, "paragraph"))
    proof.setChecked(True)
    shooter.until(lambda: lines.source is not None, "source")
    for _ in range(8):
        window.actions_["next-paragraph"].trigger()
    shooter.shoot(f"{prefix}-proofreading")
    window.actions_["next-warning"].trigger()
    shooter.shoot(f"{prefix}-proofreading-warning")
    window.reader.warning.dismiss()
    proof.setChecked(False)


def proofread_pdf(shooter: Shooter, prefix: str) -> None:
    """The page of a PDF beside the text."""
    from desktop.dialogs.import_report import ImportReportDialog
    from tests.formats.pdf_file import write_sample_pdf

    window, file = shooter.window, shooter.library.parent / "2024年第2期.pdf"
    if not file.exists():
        window.files.import_files([write_sample_pdf(file)])
        shooter.dialog(ImportReportDialog).close()
    sample = "充电基础设施"
    model = window.library.model
    shooter.until(lambda: any(sample in one.title for one in model.notices()), "tree")
    notice = next(one for one in model.notices() if sample in one.title)
    window.reading.open(notice.uuid)
    shooter.until(lambda: window.reader.uuid == notice.uuid, "notice open")
    window.actions_["proofread"].setChecked(True)
    picture = window.reader.source.picture
    shooter.until(lambda: picture.frames, "frames")
    while "指导思想" not in window.reader.text[slice(*window.reader.page.painter.framed)]:
        window.actions_["next-paragraph"].trigger()
    shooter.pause(1500)
    shooter.shoot(f"{prefix}-proofreading-pdf")
    window.actions_["proofread"].setChecked(False)


def dialogs(shooter: Shooter) -> None:
    """Preferences, shortcuts, about, export."""
    from desktop.dialogs.about import AboutDialog
    from desktop.dialogs.export import ExportDialog
    from desktop.dialogs.preferences import PreferencesDialog
    from desktop.dialogs.shortcuts import ShortcutsDialog

    for name, kind in (
        ("preferences", PreferencesDialog),
        ("shortcuts", ShortcutsDialog),
        ("about", AboutDialog),
        ("export", ExportDialog),
    ):
        shooter.window.actions_[name].trigger()
        dialog = shooter.dialog(kind)
        shooter.shoot(f"20-{name}", dialog)
        dialog.close()


def small_screen(shooter: Shooter) -> None:
    """A small laptop, and an error in the message bar."""
    set_theme(shooter, "light", "1024x768")
    shooter.app.messages.show(
        "磁盘已满，没有写入：/home/user/摘录.docx", "请腾出空间后再导出一次。", "error"
    )
    shooter.shoot("30-light-1024-error")


def set_theme(shooter: Shooter, name: str, size: str, points: int = 16) -> None:
    """Another theme and window size."""
    shooter.app.settings.theme = name
    shooter.app.settings.font_size = points
    shooter.window.apply_settings()
    shooter.window.resize(*SIZES[size])
    shooter.pause(300)


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gazettes", action="store_true")
    parser.add_argument("--query", default="")
    options = parser.parse_args()
    from tests.shared_texts import gazettes

    files = gazettes() if options.gazettes else sorted((ROOT / "resources/sample").glob("*.txt"))
    SHOTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        shooter = Shooter(Path(home), files)
        try:
            begin(shooter)
            set_theme(shooter, "light", "1280x800")
            read_and_mark(shooter, "10-light-1280")
            search(shooter, "10-light-1280", options.query or "充电")
            dialogs(shooter)
            if not options.gazettes:
                side_by_side(shooter)
            set_theme(shooter, "dark", "1920x1080", 18)
            read_and_mark(shooter, "11-dark-1920")
            search(shooter, "11-dark-1920", "“实施方案”")
            proofread(shooter, "11-dark-1920")
            proofread_pdf(shooter, "11-dark-1920")
            set_theme(shooter, "light", "1280x800")
            proofread(shooter, "10-light-1280")
            proofread_pdf(shooter, "10-light-1280")
            set_theme(shooter, "sepia", "1280x800", 21)
            read_and_mark(shooter, "12-sepia-1280")
            small_screen(shooter)
        finally:
            shooter.window.close()
            shooter.app.end()


if __name__ == "__main__":
    main()
