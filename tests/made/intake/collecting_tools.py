"""Tables that collecting tools export, 腾讯文档, 金山表单, 问卷星: the questions are the heads, and there are columns of the tool."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Sent = dict[str, bytes]
SETTLED = {
    "tools_settled": {
        "2. 你们单位": "所在单位",
        "3. 带头的人": "领衔人",
        "4. 还想说的": "不读",
        "5. 由谁推荐": "推荐单位",
        "1. 叫什么": "工作室名称",
    }
}


def of_tencent() -> Sent:
    """腾讯文档: numbers and whether one must answer."""
    return _csv(
        ["提交者（自动）", "提交时间（自动）", "1.工作室名称（必填）", "2.所在单位（必填）", "3.领衔人姓名", "4.所属区域（必填）", "5.您的联系电话"],
        ["某某", "2026年2月1日 12:30", "周示例职工创新工作室", "大连示例机械有限公司", "周示例", "中山区", "13800138000"],
    )  # fmt: skip


def of_kingsoft() -> Sent:
    """金山表单: stars, and brackets that say how to answer."""
    return _csv(
        ["序号", "提交者", "提交时间", "*工作室名称（格式：×××劳模（职工）创新工作室）", "* 所在单位 [填空题]", "*学历【单选】", "领衔人荣誉（可多选）："],
        ["1", "某某", "2026/2/1 12:30:11", "周示例职工创新工作室", "大连示例机械有限公司", "大学本科", "大连市劳动模范┋辽宁五一劳动奖章"],
    )  # fmt: skip


def of_wenjuanxing() -> Sent:
    """问卷星: where the answer came from, and questions as questions."""
    return _csv(
        ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、请填写工作室名称", "2、您的所在单位是", "3、领衔人是？", "总分"],
        ["1", "2026/2/1 12:30:11", "98秒", "微信", "N/A", "127.0.0.1(辽宁-大连)", "周示例职工创新工作室", "大连示例机械有限公司", "周示例", "0"],
    )  # fmt: skip


def words_of_its_own() -> Sent:
    """Heads that nothing is called, some near to what is meant: the file that would settle them is shown."""
    return _csv(
        ["提交时间", "一、工作室名称", "二、所在单位", "三、领衔人", "四、推荐你们的工会", "五、有成员多少人", "六、还想说的"],
        ["2026/2/1", "周示例职工创新工作室", "大连示例机械有限公司", "周示例", "中山区总工会", "15", "无"],
    )  # fmt: skip


def nothing_is_understood() -> Sent:
    """No head is known: it is no table of ours, and the file that would make it one is shown."""
    return _csv(
        ["1. 叫什么", "2. 你们单位", "3. 带头的人", "4. 还想说的", "5. 由谁推荐"], ["周示例职工创新工作室", "大连示例机械有限公司", "周示例", "无", "中山区总工会"]
    )  # fmt: skip


def settled() -> Sent:
    """The same, read with that file."""
    return nothing_is_understood()


def one_column_means_another() -> Sent:
    """A head that is a label of ours with more words is not taken for it: the unit's union is no unit."""
    return _csv(
        ["工作室名称", "所在单位", "领衔人", "所在单位工会主席", "领衔人的徒弟人数"],
        ["周示例职工创新工作室", "大连示例机械有限公司", "周示例", "赵某某", "3"],
    )


def _csv(*rows: Sequence[str]) -> Sent:
    made = io.StringIO(newline="")
    csv.writer(made).writerows(rows)
    return {"收集表.csv": made.getvalue().encode("utf-8-sig")}
