"""XML of strangers: no document type, no entities, no external references, no endless depth."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree as _safe
from defusedxml.common import DefusedXmlException

from storage.errors import UserFault

_DEEPEST = 200


def parse_xml(data: bytes, name: str) -> Element:
    """Parse a part of a file that is shown as `name`.

    Raises UserFault: source-unsafe (entities, a document type, nested too deeply), or
    source-damaged (no XML).
    """
    try:
        root = _safe.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as fault:
        raise UserFault("source-unsafe", path=name) from fault
    except (ParseError, ValueError, LookupError) as fault:
        raise UserFault("source-damaged", path=name) from fault
    _refuse_depth(root, name)
    return root


def _refuse_depth(root: Element, name: str) -> None:
    layer = [root]
    for _ in range(_DEEPEST):
        layer = [child for element in layer for child in element]
        if not layer:
            return
    raise UserFault("source-unsafe", path=name)


def local(element: Element) -> str:
    """The name of an element without its name space."""
    return element.tag.rpartition("}")[2]
