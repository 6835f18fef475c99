"""The fields of a notice's head, as the user writes them."""

from __future__ import annotations

from dataclasses import replace

from storage.correcting.applied import Applied
from storage.errors import UserFault
from storage.text import iso_date, normal_number, squeeze
from storage.types import CORRECTED_FIELDS, Notice

LONGEST = 2000


def clean_field(field: str, written: str | None) -> str | None:
    """A field as it is kept; None where nothing was written.

    Dates in ISO form, document numbers in their normal form, titles without white space, as the
    recogniser gives them.
    Raises UserFault: correction-field-unknown, -no-title, -no-date, -field-long.
    """
    if field not in CORRECTED_FIELDS:
        raise UserFault("correction-field-unknown", field=field)
    plain = " ".join((written or "").split())
    if len(plain) > LONGEST:
        raise UserFault("correction-field-long", count=LONGEST)
    if not plain:
        if field == "title":
            raise UserFault("correction-no-title")
        return None
    if field == "date":
        return read_date(plain)
    if field == "number":
        return normal_number(plain)
    return squeeze(plain) if field == "title" else plain


def read_date(plain: str) -> str:
    """A day, or a month where no day is known, in ISO form; a month is written 2023-05 too.

    Raises UserFault("correction-no-date").
    """
    found = iso_date(plain)
    if found is None and len(plain) == len("2023-05"):
        found = iso_date(f"{plain}-01")
        found = found[:7] if found and found[:7] == plain else None
    if found is None:
        raise UserFault("correction-no-date", date=plain[:40])
    return found


def set_field(notice: Notice, field: str, after: str | None) -> Applied:
    """Write a field; a title's genre goes with it."""
    value = clean_field(field, after)
    if field != "title":
        return Applied(replace(notice, **{field: value}))
    title = value or ""
    return Applied(replace(notice, title=title, genre=genre_of_title(title)))


def genre_of_title(title: str) -> str | None:
    """The genre that the recogniser tells from a title."""
    from storage.parse.characters import key_of
    from storage.parse.names import genre_of

    return genre_of(key_of(title))
