"""A09: a file beside a record is a photo or a PDF that opens."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.media.medium import Unfit
from generator.records.read import Record
from generator.rules.rule import Context, Problem, Rule, Scope


def check(record: Record, context: Context) -> Iterator[Problem]:
    """附件要放到网上的，是照片（jpg、png、webp）或者PDF，打得开，不太大。

    为什么：
        坏了的、太大的、手机上打不开的文件，放上去村民也看不了。

    怎么查：
        看文件里面是什么，不看后缀。照片最多5000万像素、20MB，放到网上时自动缩小，拍摄时间、地点都去掉；
        PDF最多5MB、200页，不能加密码，里面的批注、表单、作者这些都去掉，只留页面。
        有名单的记录、写着“王某某”这样的名字的PDF，不放：名单到期要撤下，PDF里撤不掉。

    怎么改：
        1. 照片另存为jpg；苹果手机的HEIC也要另存。
        2. Word、Excel、WPS的文件，另存为PDF。
        3. 不用放到网上的，写“仅存纸质: 是”，文件不放进来。

    合格：
        # 附件: attachments/2026-q3-canal.jpg
        附件:
          - {名称: 水渠维修照片, 文件: attachments/2026-q3-canal.jpg, 已看过: {岗位: 村文书, 日期: 2026-10-09}}

    合格：
        # 附件: attachments/2026-q3-canal.pdf 水渠维修380米，用水泥12吨
        附件:
          - {名称: 水渠维修清单, 文件: attachments/2026-q3-canal.pdf}

    不合格：
        # 附件: attachments/2026-q3-canal.jpg 坏的
        # 附件: attachments/2026-q3-canal.docx
        附件:
          - {名称: 水渠维修照片, 文件: attachments/2026-q3-canal.jpg}  # <- A09
          - {名称: 水渠维修方案, 文件: attachments/2026-q3-canal.docx}  # <- A09

    不合格：
        # 附件: attachments/2026-q3-mingdan.pdf 张某某 120
        # 附件: attachments/2026-q3-shuoming.pdf 高龄津贴每月80元
        附件:
          - {名称: 发放名单, 文件: attachments/2026-q3-mingdan.pdf}  # <- A09
        # 文件: benefits/sample.yml
        附件:
          - {名称: 发放说明, 文件: attachments/2026-q3-shuoming.pdf}  # <- A09
    """
    for one in record.attached:
        if isinstance(one.what, Unfit):
            yield Problem(
                (*one.route, "文件"),
                f"附件“{one.attachment.name[:20]}”不能放到网上：{one.what.message}",
                one.what.remedy,
                "有一个附件放不到网上。",
            )


RULE = Rule(
    code="A09",
    title="附件要打得开",
    scope=Scope.RECORD,
    effect=Effect.FLAG,
    effect_reason="附件打不开，记录本身还是要让村民看到；所以照样公开，只是不放这个附件，旁边写明。",
    basis=("本网站",),
    check=check,
)
