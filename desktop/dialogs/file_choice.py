"""Choosing files: the system's own dialog where there is one, else Qt's in readable columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QDateTime,
    QFileInfo,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

_SIZE, _KIND, _CHANGED = 1, 2, 3
# Words of Qt's dialog that its own Chinese catalogue lacks or has wrong.
_QT_WORDS = (
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QFileSystemModel", "Size"),
    # Buttons of every dialog: Qt's Chinese ones have no letter to press.
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
)


def files_to_open(parent: QWidget, title: str, folder: str, kinds: str) -> list[str]:
    """Ask for files that exist; [] where the user cancels. `kinds` as in QFileDialog."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def file_to_open(parent: QWidget, title: str, folder: str, kinds: str) -> str:
    """Ask for one file that exists; "" where the user cancels."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), "")


def folder_to_open(parent: QWidget, title: str, folder: str) -> str:
    """Ask for a folder that exists; "" where the user cancels."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), "")


def file_to_write(parent: QWidget, title: str, folder: str, kinds: str, name: str = "") -> str:
    """Ask for a file to write, `name` proposed; "" where the user cancels."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(name)
    return next(iter(_chosen(dialog)), "")


def _dialog(parent: QWidget, title: str, folder: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder)
    dialog.setNameFilters(kinds.split(";;"))
    return dialog


def _chosen(dialog: QFileDialog) -> list[str]:
    widen(dialog)
    accepted = dialog.exec()
    files = dialog.selectedFiles() if accepted else []
    dialog.deleteLater()
    return files


def widen(dialog: QFileDialog) -> None:
    """Give Qt's own dialog columns that can be read; the system's has none of these parts."""
    listing = dialog.findChild(QTreeView, "treeView")
    if not isinstance(listing, QTreeView):
        return
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.resize(900, 580)
    header = listing.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in ((_SIZE, 90), (_KIND, 120), (_CHANGED, 150)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(column, width)
    columns = FileColumns(dialog)
    listing.setItemDelegateForColumn(_SIZE, columns)
    listing.setItemDelegateForColumn(_CHANGED, columns)


class FileColumns(QStyledItemDelegate):
    """Sizes and dates in the program's language: Qt takes the machine's, often English."""

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the words of a file's size or date in place of Qt's."""
        super().initStyleOption(option, index)
        shown: Any = option
        path = (
            index.model()
            .sibling(index.row(), 0, index)
            .data(QFileSystemModel.Roles.FilePathRole.value)
        )
        if not isinstance(path, str):
            return
        file = QFileInfo(path)
        if index.column() == _CHANGED:
            shown.text = _when(file.lastModified())
        elif index.column() == _SIZE:
            shown.text = "" if file.isDir() else size_words(file.size())


def size_words(size: int) -> str:
    """A size in bytes as offices write it: 812 B, 12.4 KB, 25 MB."""
    return QLocale(QLocale.Language.English).formattedDataSize(
        size, 1 if size >= 1024 else 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )


def _when(time: QDateTime) -> str:
    return time.toString("yyyy-MM-dd HH:mm")
