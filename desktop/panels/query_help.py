"""The query language on one small page, with examples that a click puts into the box."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget


class QueryHelp(QFrame):
    """A popup: Escape or a click beside it closes it, Tab goes from example to example."""

    example_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("queryHelp")
        self.setAccessibleName(self.tr("How to search"))
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        title = QLabel(self.tr("How to search"), self)
        title.setObjectName("headTitle")
        grid.addWidget(title, 0, 0, 1, 2)
        self.examples: list[QPushButton] = []
        for row, (examples, meaning) in enumerate(self._rows(), 1):
            for column, example in enumerate(examples):
                grid.addWidget(self._example(example), row, column)
            told = QLabel(meaning, self)
            told.setObjectName("caption")
            grid.addWidget(told, row, 2)

    def show_below(self, widget: QWidget) -> None:
        """Show it below a widget, inside the screen, the keyboard on the first example."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 3))
        room = widget.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        self.move(max(left, room.left()), place.y())
        self.show()
        self.examples[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _example(self, example: str) -> QPushButton:
        button = QPushButton(example, self)
        button.setProperty("flat", True)
        button.setAutoDefault(True)
        button.setAccessibleName(self.tr("Put in: {example}").format(example=example))
        button.clicked.connect(self._choose)
        self.examples.append(button)
        return button

    def _choose(self) -> None:
        button = self.sender()
        self.close()
        if isinstance(button, QPushButton):
            self.example_wanted.emit(button.text())

    def _rows(self) -> list[tuple[tuple[str, ...], str]]:
        """Examples, which are Chinese in either language, and what they find."""
        return [
            (("充电桩 补贴",), self.tr("both words, where a word starts or ends")),
            (("“煤矿智能化”",), self.tr("exactly these characters, wherever they stand")),
            (("充电桩 OR 充电站", "充电桩 或 充电站"), self.tr("one or the other")),
            (("通知 NOT 转发", "通知 非 转发"), self.tr("one without the other")),
            (("(救助 OR 补助) 资金",), self.tr("brackets put together")),
            (("充电*设施", "第?条"), self.tr("* some characters, ? exactly one")),
            (
                ("资金 同句 拨付", "资金 NEAR/10 拨付"),
                self.tr("in one sentence; 10 characters apart"),
            ),
            (("资金 同段 拨付", "资金 同条 拨付"), self.tr("in one paragraph, in one article")),
            (("标题:充电桩", "发文机关:财政局"), self.tr("in the title; issued by")),
            (("文号:〔2024〕6号", "主送:各县"), self.tr("document number; addressed to")),
            (("栏目:市政府文件", "种类:通知"), self.tr("section and genre")),
            (("日期:2022-03..2023", "日期:>2022"), self.tr("date of issue, from and to")),
            (("年:2024", "期:2"), self.tr("year and issue of the gazette")),
            (("标签:重要", "标签:*"), self.tr("your tags; any tag")),
            (("批注:催办", "标注:黄"), self.tr("your notes; marked yellow")),
        ]
