"""The log file, and Qt's messages in it."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import qDebug, qInstallMessageHandler

from desktop import logs


def test_log_is_written_and_ended(tmp_path: Path) -> None:
    end = logs.start(tmp_path / "log")
    logging.getLogger("antou.test").info("公报收入")
    end()
    logging.getLogger("antou.test").info("not any more")
    written = (tmp_path / "log" / logs.LOG_NAME).read_text(encoding="utf-8")
    assert "antou.test: 公报收入" in written
    assert "not any more" not in written
    assert logs.tail(tmp_path / "log").endswith("公报收入\n")


def test_messages_of_qt_reach_the_log(tmp_path: Path) -> None:
    end = logs.start(tmp_path, logging.DEBUG)
    try:
        qDebug("from qt")
    finally:
        end()
    assert "DEBUG qt: from qt" in logs.tail(tmp_path)


def test_log_is_turned_over(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(logs, "_SIZE", 2000)
    end = logs.start(tmp_path)
    for number in range(200):
        logging.getLogger("antou.test").info("line %s", number)
    end()
    files = sorted(file.name for file in tmp_path.iterdir())
    assert files == ["antou.log", "antou.log.1", "antou.log.2", "antou.log.3"]
    assert "line 199" in logs.tail(tmp_path)


def test_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file")
    end = logs.start(tmp_path / "log")
    logging.getLogger("antou.test").info("said on the terminal")
    end()
    assert logs.tail(tmp_path / "log") == ""
    qInstallMessageHandler(None)
