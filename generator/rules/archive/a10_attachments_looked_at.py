"""A10: somebody looked at every photo and scan before it is published."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """照片、扫描件要有人看过，写上“已看过”，才放到网上；没有写的，不放。

    为什么：
        照片里的人脸、门牌、证件、病历、孩子，程序看不出来，放到网上就收不回来。

    怎么查：
        照片都要写“已看过”（岗位和日期）；PDF里有扫描的页、有图的页、写着村民姓名的，也要。
        文字都读得出来、没有人名的PDF，不用写。已看过的日期还没有到的，不算。

    怎么改：
        1. 打开看一遍：有没有认得出来的人（尤其是孩子、病人）、门牌号、证件、银行卡、车牌、签名。
        2. 没有的，写“已看过: {岗位: 村文书, 日期: 2026-12-01}”。
        3. 有的，遮住再放；不用放到网上的，不写“已看过”就是。

    合格：
        # 附件: attachments/2026-q3-canal.jpg
        附件:
          - 名称: 水渠维修照片
            文件: attachments/2026-q3-canal.jpg
            已看过: {岗位: 村文书, 日期: 2026-10-09}

    合格：
        # 附件: attachments/2026-q3-canal.pdf 水渠维修380米，村文书何秀英经手
        附件:
          - {名称: 水渠维修清单, 文件: attachments/2026-q3-canal.pdf}

    合格：
        附件:
          - {名称: 签到表, 仅存纸质: 是}

    不合格：
        # 附件: attachments/2026-q3-canal.jpg
        # 附件: attachments/2026-q3-saomiao.pdf
        # 附件: attachments/2026-q3-renming.pdf 水渠边上是王大山的地
        附件:
          - {名称: 水渠维修照片, 文件: attachments/2026-q3-canal.jpg}  # <- A10
          - {名称: 验收单, 文件: attachments/2026-q3-saomiao.pdf}  # <- A10
          - {名称: 占地情况, 文件: attachments/2026-q3-renming.pdf}  # <- A10

    不合格：
        # 附件: attachments/2026-q3-canal.jpg
        # 文件: projects/sample.yml
        进展:
          - 日期: 2026-09-10
            阶段: 施工
            情况: 砌好240米
            照片:
              - 名称: 砌渠照片
                文件: attachments/2026-q3-canal.jpg  # <- A10
                已看过: {岗位: 村文书, 日期: 2027-09-10}
    """
    for one in record.attached:
        if one.unlooked:
            today = context.as_of.isoformat()
            yield Problem(
                (*one.route, "文件"),
                f"附件“{one.attachment.name[:20]}”没有放到网上：{one.unlooked}还没有人看过",
                f"看过没有个人信息，写“已看过: {{岗位: 村文书, 日期: {today}}}”；不用放到网上的，不用管",
            )


RULE = Rule(
    code="A10",
    title="照片有人看过才放",
    scope=Scope.RECORD,
    effect=Effect.HINT,
    effect_reason="不是每份附件都要放到网上，签到表这样的本来就不该放；所以只告诉文书。",
    basis=("个保法·公开",),
    check=check,
)
