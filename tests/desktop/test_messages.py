"""Messages wait for a window and keep their order."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.messages import Message, Messages


class Bar(QObject):
    """Stands where the message bar listens."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Message] = []

    def show_message(self, message: Message) -> None:
        self.shown.append(message)


def test_messages_wait_until_somebody_listens(qtbot) -> None:
    messages, bar = Messages(), Bar()
    messages.show("first")
    messages.show("second", "do this", "warning")
    messages.message.connect(bar.show_message)
    messages.show("third", level="error")
    assert [message.text for message in bar.shown] == ["first", "second", "third"]
    assert [message.level for message in bar.shown] == ["info", "warning", "error"]
    assert bar.shown[1].advice == "do this"


def test_messages_wait_again_when_the_listener_left(qtbot) -> None:
    messages, bar = Messages(), Bar()
    messages.message.connect(bar.show_message)
    messages.message.disconnect(bar.show_message)
    messages.show("kept")
    assert bar.shown == []
    messages.message.connect(bar.show_message)
    assert [message.text for message in bar.shown] == ["kept"]


def test_unknown_level_is_plain_information(qtbot) -> None:
    messages, bar = Messages(), Bar()
    messages.message.connect(bar.show_message)
    messages.show("said", level="loud")
    assert bar.shown[0].level == "info"
