"""P16: no text of an attached PDF holds personal data."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """PDF附件里也不能有身份证号、手机号、银行卡号、家庭住址、病情这些；有的，这个附件不放到网上。

    为什么：
        记录里删干净了，附件里还留着，一样泄露；黑框盖住的字，复制一下就出来了。

    怎么查：
        PDF里的字全部读出来（黑框下面的、白色的、页面外的也读），照查记录的规则查；作者、批注这些不放到网上。
        扫描件读不出字，由人看（见A10）。

    怎么改：
        1. 在原来的文档里把它删掉，不要用黑框盖，重新另存为PDF。
        2. 不用放到网上的，写“仅存纸质: 是”，文件不放进来。

    合格：
        # 附件: attachments/2026-q3-canal.pdf 水渠维修380米，用水泥12吨，6000元
        附件:
          - {名称: 水渠维修清单, 文件: attachments/2026-q3-canal.pdf}

    合格：
        # 附件: attachments/2026-q3-canal.pdf 咨询电话0000-612 3307，村委会值班室
        附件:
          - {名称: 水渠维修公告, 文件: attachments/2026-q3-canal.pdf}

    不合格：
        # 附件: attachments/2026-q3-canal.pdf 施工队的电话{手机号}
        附件:
          - {名称: 水渠维修清单, 文件: attachments/2026-q3-canal.pdf}  # <- P16

    不合格：
        # 附件: attachments/2026-q3-butie.pdf 发给王大山临时救助3000元
        附件:
          - 名称: 补贴说明
            文件: attachments/2026-q3-butie.pdf  # <- P16
            已看过: {岗位: 村文书, 日期: 2026-10-09}
    """
    for one in record.attached:
        if one.personal:
            yield Problem(
                (*one.route, "文件"),
                f"附件“{one.attachment.name[:20]}”没有放到网上：{one.personal}",
                "在原来的文档里删掉，重新另存为PDF；不用放到网上的，写“仅存纸质: 是”",
                "有一个附件里有不能公开的个人信息，没有放到网上。",
            )


RULE = Rule(
    code="P16",
    title="附件里没有个人信息",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="附件不放到网上，就不会伤害谁；记录本身村民要看得到，所以照样公开，旁边写明少了附件。",
    basis=("个保法·公开", "个保法·敏感信息"),
    check=check,
)
