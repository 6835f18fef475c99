"""What the actions of menus, tool bar and keys do: each by its name the slot of a desk."""

from __future__ import annotations

from collections.abc import Callable

from desktop.desk_address import AddressDesk
from desktop.desk_compare import CompareDesk
from desktop.desk_copying import CopyingDesk
from desktop.desk_files import FilesDesk
from desktop.desk_focus import FocusDesk
from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.desk_search import SearchDesk
from desktop.desk_view import ViewDesk
from desktop.desk_welcome import WelcomeDesk
from desktop.panels.compare_panel import ComparePanel
from desktop.panels.reader_panel import ReaderPanel

OfWindow = tuple[FilesDesk, CopyingDesk, AddressDesk, FocusDesk, ViewDesk, WelcomeDesk]
OfText = tuple[ReadingDesk, SearchDesk, CompareDesk, MarkingDesk]


def action_slots(
    of_window: OfWindow, of_text: OfText, pages: tuple[ReaderPanel, ComparePanel]
) -> dict[str, Callable[..., object]]:
    """The slots by the names of the actions, but for those of the window itself."""
    files, copying, address, focus, view, welcome = of_window
    reading, searching, comparing, marking = of_text
    reader, compared = pages
    return {
        "import": files.ask_import,
        "import-folder": files.ask_import_folder,
        "open-library": files.ask_open_library,
        "new-library": files.ask_new_library,
        "copy": copying.copy,
        "cite": copying.copy_cited,
        "cite-reference": copying.copy_referenced,
        "cite-notice": copying.copy_title,
        "find": reader.open_find,
        "go-to": address.open,
        "search": focus.search,
        "filter": focus.filter,
        "go-library": focus.library,
        "go-results": focus.results,
        "go-page": focus.page,
        "go-outline": focus.outline,
        "go-marks": focus.marks,
        "preferences": view.show_preferences,
        "back": reading.back,
        "forward": reading.forward,
        "previous-notice": reading.previous_notice,
        "next-notice": reading.next_notice,
        "next-hit": searching.next_hit,
        "previous-hit": searching.previous_hit,
        "beside": comparing.ask,
        "next-difference": compared.next_difference,
        "previous-difference": compared.previous_difference,
        "undo": marking.undo,
        "redo": marking.redo,
        "larger": view.larger,
        "smaller": view.smaller,
        "usual-size": view.usual_size,
        "theme": view.next_theme,
        "welcome": welcome.show,
        "shortcuts": view.show_shortcuts,
        "about": view.show_about,
    }
