"""The text of a paragraph's runs, with what stands in it: text boxes and notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storage.sources.docx.names import attribute, child, content_of, is_on, number, value
from storage.sources.docx.styles import Style
from storage.sources.safe_xml import local

_SCRIPTS = {"subscript": "sub", "superscript": "sup"}
_DRAWN = ("drawing", "pict", "object")
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_LONGEST_SCRIPT = 12
# Stands where a note is referred to, until its number is known.
NOTE = "\ue100"


@dataclass(slots=True)
class Runs:
    """A paragraph's text with its look: characters in bold, sizes by characters."""

    parts: list[str] = field(default_factory=list[str])
    bold: int = 0
    length: int = 0
    sizes: dict[float, int] = field(default_factory=dict[float, int])
    boxes: list[Element] = field(default_factory=list[Element])
    notes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    @property
    def text(self) -> str:
        """The text, scripts between tags as in HTML."""
        return "".join(self.parts)

    @property
    def size(self) -> float:
        """The size in points that most characters have."""
        return max(self.sizes, key=lambda size: self.sizes[size], default=0.0)


def read_runs(paragraph: Element, style: Style) -> Runs:
    """Read the runs of a paragraph in their order."""
    runs = Runs()
    for element in content_of(paragraph):
        name = local(element)
        if name == "r":
            _read_run(runs, element, style)
        elif name in ("oMath", "oMathPara"):
            runs.parts += [inner.text or "" for inner in element.iter() if local(inner) == "t"]
    return runs


def _read_run(runs: Runs, run: Element, style: Style) -> None:
    properties = child(run, "rPr")
    if is_on(properties, "vanish"):
        return
    told = is_on(properties, "b")
    bold = style.bold if told is None else told
    size = number(value(properties, "sz")) / 2 or style.size
    text = "".join(_texts(runs, run))
    length = len(text.strip())
    runs.length += length
    runs.bold += length if bold else 0
    runs.sizes[size] = runs.sizes.get(size, 0) + length
    script = _SCRIPTS.get(value(properties, "vertAlign") or "")
    if script and text.strip() and len(text) <= _LONGEST_SCRIPT:
        text = f"<{script}>{text}</{script}>"
    runs.parts.append(text)


def _texts(runs: Runs, run: Element) -> list[str]:
    """What a run shows; text boxes and notes are put aside."""
    texts: list[str] = []
    for element in content_of(run):
        name = local(element)
        if name == "t":
            texts.append(element.text or "")
        elif name in ("tab", "ptab"):
            texts.append("\t")
        elif name in ("br", "cr"):
            texts.append("\n")
        elif name == "noBreakHyphen":
            texts.append("-")
        elif name == "sym":
            texts.append(_symbol(attribute(element, "char")))
        elif name in _NOTES:
            runs.notes.append((_NOTES[name], attribute(element, "id") or ""))
            texts.append(NOTE)
        elif name == "ruby":
            texts += _ruby_base(element)
        elif name in _DRAWN:
            runs.boxes += _boxes(element)
    return texts


def _symbol(code: str | None) -> str:
    """A sign of a symbol font: those of the private area have no character, a box stands for it."""
    try:
        character = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    return "□" if "\ue000" <= character <= "\uf8ff" or character < " " else character


def _ruby_base(ruby: Element) -> list[str]:
    """The characters below a reading."""
    base = child(ruby, "rubyBase")
    if base is None:
        return []
    return [inner.text or "" for inner in base.iter() if local(inner) == "t"]


def _boxes(drawn: Element) -> list[Element]:
    """The text boxes of a drawing, those inside others and second versions left out."""
    found: list[Element] = []
    waiting = list(content_of(drawn))[::-1]
    while waiting:
        element = waiting.pop()
        if local(element) == "txbxContent":
            found.append(element)
        else:
            waiting += list(content_of(element))[::-1]
    return found
