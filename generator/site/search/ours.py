"""The site's own pages, by the words with which people ask for them: 怎样申报, 表格下载."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class OwnPage(NamedTuple):
    """A page of the site: its address, its title as it stands there, what it is for, and the words it answers."""

    path: str
    title: str
    about: str
    words: str


OWN_PAGES = (
    OwnPage(
        "notices/",
        "通知公告",
        "推荐通知：谁可以申报、什么时候截止；命名通报",
        "申报 申请 报名 推荐 参评 评选 评审 评定 创建 条件 要求 流程 程序 步骤 手续 材料 时间 日期 截止 截止日期 截止时间 期限 开始 "
        "通知 公告 通报 公示 命名 文件 政策 办法 资助 补助 奖励",
    ),
    OwnPage(
        "forms/",
        "表格下载",
        "申报表、汇总表等空白表格，也可以在线填写",
        "表格 下载 申报表 申请表 推荐表 汇总表 登记表 空白表 附件 模板 样表 填写 填表 填报 在线填写 打印 Word Excel WPS",
    ),
    OwnPage(
        "v/",
        "核验",
        "一个工作室的命名现在是否有效，二维码怎么看",
        "核验 验证 核实 查证 真伪 真假 是真的 有效 失效 二维码 扫码 扫一扫 牌匾 铜牌 牌子 证书 标签 编号",
    ),
    OwnPage(
        "corrections/",
        "更正与反馈",
        "写错了、缺了的，怎样告诉我们",
        "更正 纠正 纠错 改正 错误 写错 错了 不对 反馈 投诉 举报 意见 建议 留言 联系 联系方式 联系我们 电话 客服 管理员",
    ),
    OwnPage(
        "edit/",
        "新增/更正",
        "在网页上补录一个工作室，或者更正",
        "新增 添加 增加 补录 收录 录入 登记 提交 修改 编辑 更正 上传",
    ),
    OwnPage(
        "data/",
        "开放数据",
        "全部记录，下载成表格自己用",
        "数据 开放数据 数据下载 下载 导出 Excel CSV JSON 接口 API 数据库 许可 授权 转载 引用",
    ),
    OwnPage("map/", "地图", "工作室在哪里，离我近的有哪些", "地图 位置 地点 地址 附近 周边 最近的 离我最近 导航 坐标 分布 参观"),
    OwnPage("statistics/", "统计", "各区域、行业、级别、年度有多少", "统计 统计图 图表 数量 总数 多少 几个 多少个 工作室 比例 排名 趋势 汇总"),
    OwnPage("achievements/", "成果", "工作室的成果，按种类、行业、区域和年度", "成果 成绩 成效 业绩 获奖 专利 论文"),
    OwnPage("changes/", "更新动态", "名册最近改了什么，怎样订阅", "更新 动态 最新 新增的 最近更新 新闻 变化 修改记录 历史 订阅 RSS 提醒"),
    OwnPage("editions/", "年度名录", "按年度印的名录（PDF）", "名录 年鉴 册子 手册 名册 打印 印刷 纸质 PDF"),
    OwnPage("todo/", "待完善", "各推荐工会还缺哪些内容，填报用的台账", "待完善 缺少 不全 补充 完善 补齐 台账 帮忙"),
    OwnPage("version/", "版本与校验", "网站是哪一天、由哪一份记录生成的", "版本 校验 校验码 生成时间 更新时间 最后更新"),
    OwnPage("about/", "关于本站", "这个网站是什么，由谁维护", "关于 网站 本站 官网 官方 介绍 说明 帮助 使用说明 维护 主办"),
    OwnPage("privacy/", "个人信息", "写了哪些个人信息、为什么，怎样撤下", "个人信息 隐私 保护 撤下 下架 删除 删掉 撤回 同意 姓名"),
    OwnPage("workshops/", "全部工作室", "全部工作室的名单，可以筛选", "全部 所有 名单 列表 目录 筛选 工作室"),
    OwnPage("districts/", "按区域", "各区市县的工作室", "区域 地区 各区 区县 区市县 行政区"),
    OwnPage("industries/", "按行业", "各行业的工作室", "行业 产业 工种 专业 领域"),
    OwnPage("years/", "按年度", "各年度命名的工作室", "年度 年份 历年 哪年 每年"),
    OwnPage("levels/", "按级别", "各级别的工作室", "级别 等级 层级"),
    OwnPage("categories/", "按类别", "劳模创新工作室和职工创新工作室", "类别 分类 种类 区别 劳模 职工"),
    OwnPage("statuses/", "按状态", "在册、整改中、已撤销、已终止的", "状态 在册 整改 撤销 取消 终止 摘牌"),
    OwnPage("recommenders/", "按推荐工会", "各工会推荐的工作室", "工会 推荐工会 推荐单位 总工会"),
    OwnPage("units/", "按单位", "各单位的工作室", "单位 企业 公司"),
    OwnPage("zones/", "按开放先导区", "各开放先导区的工作室", "开放先导区 先导区 功能区 园区"),
)  # fmt: skip


def own_pages() -> Iterator[dict[str, object]]:
    """Yield them as links of search, as JSON values."""
    for page in OWN_PAGES:
        yield {
            "title": page.title,
            "path": page.path,
            "facts": [page.about],
            "names": page.words.split(),
        }
