"""The codes of what is wrong with the finished pages: P. One row each, see codes.Code."""

from __future__ import annotations

Row = tuple[str, str, str, str, str, str]

# fmt: off
PAGE_CODES: tuple[Row, ...] = (
    ("P501", "错误", "工作室的页面和记录对不上",
     "每份记录要有一个页面，没有记录就不该有页面；对不上说明程序有缺陷。",
     "有记录 DL0008，却没有 workshops/DL0008/index.html", "请告诉维护者。"),
    ("P502", "错误", "链接没有去处",
     "点开会看到“找不到页面”。",
     "某页链接到 notices/naming-2032/，没有这一页", "检查模板或页面里的地址。"),
    ("P503", "错误", "页面会向别的网站请求",
     "读者一打开页面，别的网站就知道他来过；那个网站关了，页面也会坏。",
     "<img src=\"https://example.com/a.png\">", "把所用的文件放进本站。"),
    ("P504", "错误", "有没见过的内嵌脚本",
     "页面里的脚本都要有人读过，才能防止有人借记录或主题夹带脚本。",
     "主题升级后多了一段 <script>", "读过新脚本再写进 generator/site/verify.py；不是升级引起的，立即查明来历。"),
    ("P505", "错误", "有两份内容要写到同一个地址",
     "后写的会盖掉先写的。",
     "两个词条的网址用名都是 zhongshan", "检查编号和网址用名有没有重复。"),
    ("P506", "错误", "区划界线没有审图号",
     "《地图管理条例》第十五条、第二十二条：向社会公开的地图应当送审，并标明审图号；没有审图号不得画区划界线。",
     "mkdocs.yml 写了 map_districts: true，没有写 map_approval_no",
     "先向主管部门送审，把审图号写进 mkdocs.yml；没有审图号就去掉 map_districts。"),
    ("P507", "错误", "天地图的设置不全",
     "用天地图作底图，要有密钥，还要标明天地图自己的审图号。",
     "mkdocs.yml 写了 map_tianditu_key，没有写 map_tianditu_no",
     "密钥从天地图的控制台原样复制；审图号印在天地图网站的页脚，每年会换，照抄。"),
    ("P508", "错误", "文件要写到网站以外",
     "网站的文件只能写在网站的文件夹里，名字里不能有上一级（..）、盘符、反斜线和控制字符。",
     "某个产出的地址是 districts/../../x/index.html", "检查编号、名称和网址用名；查不到的请告诉维护者。"),
)
# fmt: on
