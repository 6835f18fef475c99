"""Menus, tool bar and shortcuts, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QWidget

from desktop.theme import Dress
from storage.types import MARK_STYLES

_SEPARATOR = "-"
_KEYS_OF_BOXES = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.SelectAll,
)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its name in the code, its label, its keys ("" for none), its icon."""

    name: str
    label: str
    keys: str = ""
    icon: str = ""
    checkable: bool = False


class Actions(QObject):
    """All actions by name; menus and tool bar are made of them."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.groups: list[tuple[str, list[QAction]]] = []
        self._by_name: dict[str, QAction] = {}
        self._icons: dict[str, str] = {}
        for title, specs in (
            (self.tr("&File"), self._file()),
            (self.tr("&Edit"), self._edit()),
            (self.tr("&Go"), self._go()),
            (self.tr("&Mark"), self._mark()),
            (self.tr("&Correct"), self._correct()),
            (self.tr("&View"), self._view()),
            (self.tr("&Help"), self._help()),
        ):
            self._add_menu(title, specs)

    def __getitem__(self, name: str) -> QAction:
        """The action of a name."""
        return self._by_name[name]

    def by_name(self) -> dict[str, QAction]:
        """All actions by their names in the code."""
        return dict(self._by_name)

    def keep_keys_from(self, edits: Iterable[QWidget]) -> None:
        """Let the shortcuts work while the caret is in these boxes.

        Qt's boxes take some for keys of their own, on X11 Ctrl+E for the end of the line.
        """
        for edit in edits:
            edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave a box only its keys for copying and undoing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = any(event.matches(key) for key in _KEYS_OF_BOXES)
            pressed = QKeySequence(event.keyCombination())
            if not own and any(
                pressed in action.shortcuts() and action.isEnabled()
                for action in self._by_name.values()
            ):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def enable(self, names: Sequence[str], on: bool) -> None:
        """Switch actions on or off."""
        for name in names:
            self._by_name[name].setEnabled(on)

    def name_step(self, name: str, step: str) -> None:
        """Say what undo or redo would do; with "" there is nothing to do."""
        plain = self.tr("&Undo") if name == "undo" else self.tr("&Redo")
        self._by_name[name].setText(f"{plain} {step}" if step else plain)
        self._by_name[name].setEnabled(bool(step))

    def name_style(self, style: str, name: str) -> None:
        """Say what a colour stands for behind its name, "" for nothing: 黄色·重点(&Y)."""
        action = self._by_name[f"mark-{style}"]
        plain, bracket, letter = str(action.property("plain") or action.text()).partition("(&")
        action.setProperty("plain", plain + bracket + letter)
        told = f"{plain}·{name.replace('&', '&&')}" if name else plain
        action.setText(told + bracket + letter)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        for name, icon in self._icons.items():
            self._by_name[name].setIcon(dress.icon(icon))
        for style in MARK_STYLES:
            self._by_name[f"mark-{style}"].setIcon(dress.swatch(style))

    def make_tool_bar(self, search: QWidget) -> QToolBar:
        """The bar at the top: where to go, the search box, the rest."""
        bar = QToolBar(self.tr("Tool bar"), self._window)
        bar.setObjectName("toolBar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("back", "forward", _SEPARATOR, "previous-notice", "next-notice"):
            if name == _SEPARATOR:
                bar.addSeparator()
            else:
                bar.addAction(self._by_name[name])
        bar.addWidget(_spring())
        search.setMinimumWidth(420)
        bar.addWidget(search)
        bar.addWidget(_spring())
        for name in ("import", "export", "preferences"):
            bar.addAction(self._by_name[name])
        return bar

    def _add_menu(self, title: str, specs: Sequence[ActionSpec]) -> None:
        menu = self._window.menuBar().addMenu(title)
        made: list[QAction] = []
        for spec in specs:
            if spec.name == _SEPARATOR:
                menu.addSeparator()
                continue
            action = self._make(spec)
            menu.addAction(action)
            made.append(action)
        self.groups.append((title.split("(&")[0].replace("&", ""), made))

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.label, self)
        keys = [QKeySequence(one) for one in spec.keys.split(" ") if one]
        action.setShortcuts(keys)
        action.setCheckable(spec.checkable)
        plain = spec.label.split("(&")[0].replace("&", "").rstrip("…")
        shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        action.setToolTip(f"{plain} ({shown})" if shown else plain)
        self._by_name[spec.name] = action
        if spec.icon:
            self._icons[spec.name] = spec.icon
        return action

    def _file(self) -> list[ActionSpec]:
        return [
            ActionSpec("import", self.tr("&Import…"), "Ctrl+O", "import"),
            ActionSpec("import-folder", self.tr("Import f&older…"), "Ctrl+Shift+O"),
            ActionSpec("export", self.tr("&Export…"), "Ctrl+E", "export"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("open-library", self.tr("Open &library…")),
            ActionSpec("new-library", self.tr("&New library…")),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("read-again", self.tr("&Read sources again…")),
            ActionSpec("delete-issue", self.tr("&Delete this issue…")),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("quit", self.tr("&Quit"), "Ctrl+Q"),
        ]

    def _edit(self) -> list[ActionSpec]:
        return [
            ActionSpec("undo", self.tr("&Undo"), "Ctrl+Z"),
            ActionSpec("redo", self.tr("&Redo"), "Ctrl+Y Ctrl+Shift+Z"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("copy", self.tr("&Copy"), "Ctrl+C", "copy"),
            ActionSpec("cite", self.tr("Copy with c&itation"), "Ctrl+Shift+C", "cite"),
            ActionSpec("cite-reference", self.tr("Copy as &GB/T 7714"), "Ctrl+Shift+G"),
            ActionSpec("cite-notice", self.tr("Copy &title and number")),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("find", self.tr("&Find in this document"), "Ctrl+F", "search"),
            ActionSpec("search", self.tr("&Search the library"), "Ctrl+K Ctrl+Shift+F"),
            ActionSpec("filter", self.tr("Fi&lter the tree"), "Ctrl+L"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("link-version", self.tr("Lin&k with another version…")),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("preferences", self.tr("&Preferences…"), "Ctrl+,", "settings"),
        ]

    def _go(self) -> list[ActionSpec]:
        return [
            ActionSpec("back", self.tr("&Back"), "Alt+Left", "back"),
            ActionSpec("forward", self.tr("&Forward"), "Alt+Right", "forward"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("previous-notice", self.tr("&Previous document"), "Ctrl+PgUp", "up"),
            ActionSpec("next-notice", self.tr("&Next document"), "Ctrl+PgDown", "down"),
            ActionSpec("whole-issue", self.tr("Read the &whole issue"), "Ctrl+Shift+I", "", True),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("go-to", self.tr("&Go to…"), "Ctrl+G"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("next-hit", self.tr("Next &hit"), "F3"),
            ActionSpec("previous-hit", self.tr("P&revious hit"), "Shift+F3"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("proofread", self.tr("Pr&oofread with the source"), "F4", "", True),
            ActionSpec("next-paragraph", self.tr("Ne&xt paragraph"), "Ctrl+Down"),
            ActionSpec("previous-paragraph", self.tr("Previous paragr&aph"), "Ctrl+Up"),
            ActionSpec("next-warning", self.tr("Next warn&ing of the recogniser"), "F5"),
            ActionSpec("previous-warning", self.tr("Previous warning (&Q)"), "Shift+F5"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("beside", self.tr("Read b&eside…"), "F6"),
            ActionSpec("compare-version", self.tr("Compare with the other &version"), "Shift+F6"),
            ActionSpec("next-difference", self.tr("Next &difference"), "F8 Alt+Down"),
            ActionSpec("previous-difference", self.tr("Previous differen&ce"), "Shift+F8 Alt+Up"),
        ]

    def _mark(self) -> list[ActionSpec]:
        return [
            ActionSpec("mark-yellow", self.tr("&Yellow"), "Ctrl+1"),
            ActionSpec("mark-green", self.tr("&Green"), "Ctrl+2"),
            ActionSpec("mark-blue", self.tr("&Blue"), "Ctrl+3"),
            ActionSpec("mark-red", self.tr("&Red"), "Ctrl+4"),
            ActionSpec("mark-purple", self.tr("&Purple"), "Ctrl+5"),
            ActionSpec("mark-underline", self.tr("&Underline"), "Ctrl+6 Ctrl+U"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("note", self.tr("&Note on the selection or paragraph"), "Ctrl+M", "note"),
            ActionSpec("note-notice", self.tr("Note on the do&cument"), "Ctrl+Shift+N"),
            ActionSpec("bookmark", self.tr("Boo&kmark the paragraph"), "Ctrl+D", "bookmark"),
            ActionSpec("bookmark-notice", self.tr("Book&mark the document"), "Ctrl+Shift+B"),
            ActionSpec("notice-tags", self.tr("Tags of the d&ocument…"), "Ctrl+T", "tag"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("open-mark", self.tr("Open t&he mark at the caret"), "F2 Ctrl+Shift+M"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("style-names", self.tr("Names of the colour&s…")),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("mark-longer", self.tr("Mark ends &later"), "Alt+Shift+Right"),
            ActionSpec("mark-shorter", self.tr("Mark &ends earlier"), "Alt+Shift+Left"),
            ActionSpec("mark-earlier", self.tr("Mark begins e&arlier"), "Alt+Shift+Up"),
            ActionSpec("mark-later", self.tr("Mark begins la&ter"), "Alt+Shift+Down"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("check-marks", self.tr("Check doubt&ful marks"), "Ctrl+Shift+K"),
            ActionSpec(
                "put-here", self.tr("Put the checked mark on the select&ion"), "Ctrl+Shift+H"
            ),
            ActionSpec("tags", self.tr("Re&work tags…"), "Ctrl+Shift+T"),
            ActionSpec("bin", self.tr("&Deleted marks…"), "Ctrl+Shift+Del"),
        ]

    def _correct(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                "correct", self.tr("&Words, paragraph or cell…"), "Ctrl+Shift+E F12", "edit"
            ),
            ActionSpec("correct-head", self.tr("&Title, number, date…"), "Ctrl+I"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("kind-paragraph", self.tr("&Plain paragraph"), "Ctrl+Alt+0"),
            ActionSpec("kind-heading-1", self.tr("Heading of level &1"), "Ctrl+Alt+1"),
            ActionSpec("kind-heading-2", self.tr("Heading of level &2"), "Ctrl+Alt+2"),
            ActionSpec("kind-heading-3", self.tr("Heading of level &3"), "Ctrl+Alt+3"),
            ActionSpec("join-paragraphs", self.tr("&Join with the next paragraph"), "Ctrl+J"),
            ActionSpec("cut-paragraph", self.tr("&Cut the paragraph here"), "Ctrl+Shift+J"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("split-notice", self.tr("A&nother document from here"), "Ctrl+Alt+N"),
            ActionSpec("merge-notice", self.tr("M&erge with the next document"), "Ctrl+Alt+J"),
            ActionSpec("move-notice", self.tr("&Move to another issue…")),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("corrections", self.tr("&List of corrections…"), "Ctrl+Shift+R"),
        ]

    def _view(self) -> list[ActionSpec]:
        return [
            ActionSpec("larger", self.tr("&Larger"), "Ctrl+= Ctrl++"),
            ActionSpec("smaller", self.tr("&Smaller"), "Ctrl+-"),
            ActionSpec("usual-size", self.tr("&Usual size"), "Ctrl+0"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("go-library", self.tr("To the library tr&ee"), "Alt+1"),
            ActionSpec("go-results", self.tr("To the &results"), "Alt+2"),
            ActionSpec("go-page", self.tr("To the te&xt"), "Alt+3"),
            ActionSpec("go-outline", self.tr("To the outl&ine"), "Alt+4"),
            ActionSpec("go-marks", self.tr("To the &marks"), "Alt+5"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("theme", self.tr("Light, &dark, sepia"), "Ctrl+Shift+L"),
            ActionSpec(_SEPARATOR, ""),
            ActionSpec("left-side", self.tr("Lib&rary and results"), "F9", "", True),
            ActionSpec("right-side", self.tr("&Outline and marks"), "F10", "", True),
            ActionSpec("caret", self.tr("Select by &keyboard"), "F7", "", True),
            ActionSpec("full-screen", self.tr("&Full screen"), "F11", "", True),
        ]

    def _help(self) -> list[ActionSpec]:
        return [
            ActionSpec("welcome", self.tr("&Welcome: three steps")),
            ActionSpec("shortcuts", self.tr("&Keyboard shortcuts"), "F1"),
            ActionSpec("search-help", self.tr("How to &search"), "Ctrl+F1"),
            ActionSpec("about", self.tr("&About Antou")),
        ]


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring
