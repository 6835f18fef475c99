"""Lists of persons: 组 长：某某 某局局长, one a line."""

from __future__ import annotations

import re

from storage.parse.lines import Line

# 组长   副组长   成员   第一召集人   办公室主任
_ROLE_WORDS = (
    "组长|组员|成员|主任|委员|联络员|秘书长|总指挥|指挥长|指挥|召集人|会长|理事长|主席|领导|负责人|"
    "局长|校长|院长|队长|责任人|团长|主任委员|司令|政委"
)
# 副组长:   领导小组组长:   办公室主任:   配合县区领导:
_ROLE = re.compile(rf"^[\u3400-\u9fff]{{0,10}}(?:{_ROLE_WORDS}):")
# 王 璘   张三丰   欧阳某某   阿不都·某某
_NAME = r"(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff] [\u3400-\u9fff]|[\u3400-\u9fff·]{4,12})"
_PERSON = re.compile(rf"^{_NAME} +[\u3400-\u9fff]")
_OFFICE = re.compile(
    r"(?:长|主任|书记|委员|经理|员|干部|代表|教授|院士|董事|总工|总工程师|专员|负责人|领导|政委|司令|"
    r"主席|督学|巡视员|秘书|参谋|顾问|总裁|工程师|医师|人员|总监|首席|督查|专家|成员|理事)"
    r"(?:\([^()]*\))?[、;。]?$"
)
_LONGEST = 50


def has_role(line: Line) -> bool:
    """The line begins with an office in the group: 副组长：…"""
    return len(line.key) <= _LONGEST and _ROLE.match(line.key) is not None


def is_person(line: Line) -> bool:
    """The line names a person and an office, or a body, and no more."""
    if not line.key or len(line.key) > _LONGEST or line.rows or line.form:
        return False
    if "。" in line.key[:-1] or "," in line.key:
        return has_role(line)
    if has_role(line):
        return True
    return _PERSON.match(line.text) is not None


def office_is_whole(line: Line) -> bool:
    """The office on the line is not cut off."""
    return _OFFICE.search(line.key) is not None
