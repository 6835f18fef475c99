"""Marks and the text they stand in: making one, and putting it back after the text changed."""

from storage.anchors.making import MarkMaker as MarkMaker
from storage.anchors.making import accept_mark as accept_mark
from storage.anchors.making import make_mark as make_mark
from storage.anchors.making import place_at as place_at
from storage.anchors.making import put_by_hand as put_by_hand
from storage.anchors.paths import path_at as path_at
from storage.anchors.placing import place_mark as place_mark
from storage.anchors.placing import place_marks as place_marks
