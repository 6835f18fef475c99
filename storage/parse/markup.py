"""Marks that an OCR program or a web page left in the text: Markdown, HTML, LaTeX.

A line goes in, plain text comes out. Only markup is taken away: every Chinese character and
every figure that is no part of a tag stays, in its order.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from storage.parse.characters import tidy
from storage.types import Span

_TAG_NAMES = (
    "p|br|sub|sup|b|i|u|em|strong|span|div|font|a|img|center|table|tbody|thead|tfoot|tr|td|th|"
    "ul|ol|li|h[1-6]|hr|o:p|small|big|col|colgroup|caption|section|article"
)
# <td colspan="2">   </p>   <br/>
_TAG = re.compile(rf"<(/?)({_TAG_NAMES})(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
# ## title
_HEADING = re.compile(r"^[ \t\u3000]*(#{1,6})[ \t\u3000]*(?!#)")
# - item   * item
_BULLET = re.compile(r"^[ \t\u3000]*[-*+•][ \t]+(?![0-9]{1,4}[ \t]*[-—])")
# |---|:--:|
_RULE_SIGNS = frozenset(" \t\u3000|:+-—")
# \(   \.   \#
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[\]^_`{|}~])")
# \geq   \times   \text{…}
_COMMAND = re.compile(r"\\([a-zA-Z]+)\s?")
_SYMBOLS = {
    "geq": "≥", "geqslant": "≥", "ge": "≥", "leq": "≤", "leqslant": "≤", "le": "≤", "neq": "≠",
    "times": "×", "div": "÷", "pm": "±", "sim": "~", "approx": "≈", "cdot": "·", "circ": "°",
    "mu": "μ", "alpha": "α", "beta": "β", "rightarrow": "→", "to": "→", "ldots": "…", "cdots": "…",
    "quad": " ", "qquad": " ", "degree": "°", "prime": "′", "lt": "<", "gt": ">", "Delta": "Δ",
    "Omega": "Ω", "infty": "∞", "sum": "∑", "sqrt": "√",
}  # fmt: skip
# $\geq 55\%$
_FORMULA = re.compile(r"\$([^$\n]{1,300})\$")
# PM_{2.5}   m^{3}
_SCRIPT = re.compile(r"([_^])\{([^{}\n]{1,40})\}|\^([0-9])")
_OPEN, _CLOSE = {"sub": "\ue000", "sup": "\ue002"}, {"sub": "\ue001", "sup": "\ue003"}
_KINDS = {"\ue000": "sub", "\ue002": "sup"}
_SIGN = re.compile(r"[<$\\&*_^`#|\t]")


@dataclass(slots=True)
class Plain:
    """A line without its marks; `rows` where it holds cells of a table."""

    text: str
    depth: int = 0
    bullet: bool = False
    bold: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Span, ...] = ()


def make_plain(raw: str) -> Plain:
    """Take the marks off one line."""
    bullet = _BULLET.match(raw)
    text = raw[bullet.end() :] if bullet else raw
    if not _SIGN.search(text):
        return Plain(text, bullet=bullet is not None)
    text = text.translate(_NO_PRIVATE)
    heading = _HEADING.match(text)
    depth = len(heading.group(1)) if heading else 0
    text = text[heading.end() :] if heading else text
    bold = text.lstrip().startswith("**")
    text = _inline(text)
    rows = _rows(text)
    plain = Plain(text, depth=depth, bullet=bullet is not None, bold=bold, rows=rows)
    if rows:
        plain.text = "\n".join("\t".join(row) for row in rows)
    elif "|" in text and _is_rule(text):
        plain.text = ""
    else:
        plain.text, plain.spans = _spans(text.replace("\t", " ").replace("\n", " "))
    return plain


_NO_PRIVATE = dict.fromkeys(range(0xE000, 0xE007))
_MOST_MERGED = 40


def _inline(text: str) -> str:
    """HTML, LaTeX, entities and bold signs become plain text with marks around scripts."""
    if "<" in text:
        text = _TAG.sub(_tag, text)
    if "$" in text:
        text = _FORMULA.sub(_formula, text)
    if "{" in text:
        text = _SCRIPT.sub(_script, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text).replace("&sp;", " ").replace("&nbsp", " ")
    if "\\" in text:
        text = _ESCAPE.sub("", text)
    return text.replace("**", "").replace("`", "")


# &nbsp;   &#65;   &#x4e00   (a longer figure stands for no character, and is no markup)
_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}(?![0-9])|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)


def _entity(found: re.Match[str]) -> str:
    return html.unescape(found.group()).translate(_NO_PRIVATE)


def _tag(found: re.Match[str]) -> str:
    closing, name = found.group(1), found.group(2).lower()
    if name in _OPEN:
        return _CLOSE[name] if closing else _OPEN[name]
    if name in ("td", "th"):
        return "\t" if closing else "\ue004" + _merged(found.group())
    if name == "tr":
        return "\n" if closing else "\ue004"
    return " " if name in ("br", "p", "div", "li") else ""


# colspan="2"   rowspan='3'
_SPAN = re.compile(r"(col|row)span\s*=\s*[\"']?([0-9]{1,2})")


def _merged(tag: str) -> str:
    """Marks for the places that a merged cell takes: to the right, and below."""
    sizes = {kind: min(int(count), _MOST_MERGED) for kind, count in _SPAN.findall(tag.lower())}
    return "\ue005" * (sizes.get("col", 1) - 1) + "\ue006" * (sizes.get("row", 1) - 1)


def _formula(found: re.Match[str]) -> str:
    inside = found.group(1).replace("\\%", "%").replace("\\,", " ").replace("\\ ", " ")
    inside = _COMMAND.sub(lambda command: _SYMBOLS.get(command.group(1), ""), inside)
    return _SCRIPT.sub(_script, inside).replace("{", "").replace("}", "")


def _script(found: re.Match[str]) -> str:
    if found.group(3):
        return _OPEN["sup"] + found.group(3) + _CLOSE["sup"]
    kind = "sub" if found.group(1) == "_" else "sup"
    return _OPEN[kind] + found.group(2) + _CLOSE[kind]


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table that the line holds: HTML cells, pipes or tabs; () where none."""
    if "\ue004" in text:
        rows = [row.replace("\ue004", "") for row in text.split("\n")]
        return tuple(_spread([row.removesuffix("\t").split("\t") for row in rows if row.strip()]))
    stripped = text.strip()
    if stripped.startswith("|") and stripped.count("|") >= 2:
        if _is_rule(stripped):
            return ()
        inner = stripped[1:].removesuffix("|")
        return (tuple(_cell(cell) for cell in inner.split("|")),)
    inner = text.strip(" \u3000\n")
    # One tab before the first character is an indent, not an empty cell.
    if "\t" in inner.removeprefix("\t") and inner.strip():
        return (tuple(_cell(cell) for cell in inner.split("\t")),)
    return ()


def _spread(rows: list[list[str]]) -> list[tuple[str, ...]]:
    """Put empty cells where merged cells reach: to the right, and into the rows below."""
    spread: list[tuple[str, ...]] = []
    below: dict[int, int] = {}
    for row in rows:
        cells: list[str] = []
        for text in row:
            while below.get(len(cells), 0):
                below[len(cells)] -= 1
                cells.append("")
            right, down = text.count("\ue005"), text.count("\ue006")
            for place in range(len(cells), len(cells) + right + 1):
                below[place] = down
            cells += [_cell(text.translate(_NO_PRIVATE)), *[""] * right]
        while below.get(len(cells), 0):
            below[len(cells)] -= 1
            cells.append("")
        spread.append(tuple(cells))
    return spread


def _is_rule(text: str) -> bool:
    """The line that parts head and body of a Markdown table."""
    return "--" in text and _RULE_SIGNS.issuperset(text)


def _cell(text: str) -> str:
    return tidy(_unmarked(text))


def _unmarked(text: str) -> str:
    for mark in (*_OPEN.values(), *_CLOSE.values()):
        text = text.replace(mark, "")
    return text


def _spans(text: str) -> tuple[str, tuple[Span, ...]]:
    """Take the marks of scripts out and say where they were."""
    if "\ue000" not in text and "\ue002" not in text:
        return _unmarked(text), ()
    kept: list[str] = []
    spans: list[Span] = []
    start, kind = 0, ""
    for character in text.strip():
        if character in _KINDS:
            start, kind = len(kept), _KINDS[character]
        elif "\ue000" <= character <= "\ue003":
            if kind and start < len(kept):
                spans.append(Span(start, len(kept), kind))
            kind = ""
        else:
            kept.append(character)
    whole = "".join(kept)
    # Blanks within a script at either end go too.
    front, end = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    placed = (Span(max(s.start, front) - front, min(s.end, end) - front, s.kind) for s in spans)
    return whole.strip(), tuple(span for span in placed if span.start < span.end)
