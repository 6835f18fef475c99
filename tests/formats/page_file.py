"""The sample as a saved web page: menus, breadcrumb, sidebar, footer, scripts around it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.formats.sample import Item, sample_items

HEAD = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="{charset}">
<title>霁川市人民政府公报2024年第2期_政府公报_霁川市人民政府门户网站</title>
<style>.nav li {{ float: left }}</style>
<script>document.write("<p>脚本写出的字</p>"); var a = 1 < 2;</script></head><body>
<div class="top"><a href="/">霁川市人民政府</a> <a href="/en">English</a> <a>无障碍浏览</a>
<form><input name="q" value="请输入关键词"><button>搜索</button></form></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li>
<li><a href="/fw">政务服务</a></li><li><a href="/hd">互动交流</a></li></ul>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/gb">政府公报</a> &gt; 正文</div>
<div class="wrap"><div class="left">
<div class="info">发布时间：2024-05-06 09:00　来源：市政府办公室
　【字体：大 中 小】　浏览次数：128</div>
<div id="zoom" class="TRS_Editor">
"""
FOOT = """</div>
<div class="share">分享到：<a>微信</a><a>微博</a>
<a href="javascript:window.print()">打印本页</a></div>
<div class="next">上一篇：<a href="1.html">霁川市人民政府公报2024年第1期</a></div></div>
<div class="right"><h3>相关阅读</h3><ul>
<li><a href="2.html">霁川市人民政府办公室关于做好2023年政务公开工作的通知</a></li>
<li><a href="3.html">霁川市人民政府关于印发霁川市数据管理办法的通知</a></li></ul></div></div>
<div class="foot"><p>主办：霁川市人民政府办公室　承办：霁川市大数据局</p>
<p>网站标识码：9901000001　霁ICP备00000001号　霁公网安备99010002000001号</p>
<p>地址：霁川市望汀区清和路1号　<a href="map.html">网站地图</a>
<a href="us.html">联系我们</a></p></div>
</body></html>
"""


def write_sample_page(path: Path, encoding: str = "utf-8") -> Path:
    """Write the sample issue as a saved web page."""
    body = "\n".join(_shown(item) for item in sample_items())
    text = HEAD.format(charset=encoding) + body + FOOT
    path.write_bytes(text.encode(encoding))
    return path


def _shown(item: Item) -> str:
    if item.kind == "table":
        rows = "".join(
            "<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) + "</tr>"
            for row in item.rows
        )
        return f"<table border=1><tbody>{rows}</tbody></table>"
    lines = [escape(line) for line in item.lines]
    if item.kind == "title":
        return f'<h2 style="text-align: center">{"<br>".join(lines)}</h2>'
    if item.kind in ("cover", "number", "chapter"):
        return f'<p align="center">{"<br>".join(lines)}</p>'
    if item.kind == "signature":
        return "".join(f'<p style="text-align:right">{line}</p>' for line in lines)
    if item.kind == "list":
        return f"<p>　　{'<br>　　'.join(lines)}</p>"
    if item.kind == "entry":
        return f"<p>{''.join(lines)}</p>"
    return f"<p>　　{'<br>'.join(lines)}</p>".replace("的", "<span>的</span>")
