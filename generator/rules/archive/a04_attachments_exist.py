"""A04: every attachment that a record names is there and unchanged, or is said to exist on paper only."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.finding import Effect
from generator.base.suggest import closest
from generator.records.layout import is_attachment
from generator.rules.rule import Context, PlaceCase, Problem, Rule, Scope


def check(case: PlaceCase, context: Context) -> Iterator[Problem]:
    """记录里写了的附件，文件要真的在；只有纸质的，写明“仅存纸质: 是”。

    为什么：
        写着有签到表、有票据，要看的时候却拿不出来，等于没有。

    怎么查：
        “文件”从本村的文件夹算起，例如 attachments/2026-10-photo.jpg；
        写成从记录所在的文件夹算起的，也找一遍。没有“文件”的，要有“仅存纸质: 是”。
        写了 sha256 的，再核对文件有没有换过；不看里面写的是什么。

    怎么改：
        1. 把文件放进 attachments 文件夹，文件名和记录里写的一个字不差。
        2. 只有纸质的，写“仅存纸质: 是”。
        3. 文件换过的，找回原来那一份；确实要换的，把 sha256 改成提示里的。

    合格：
        # 附件: attachments/2026-q3-canal.jpg
        附件:
          - {名称: 水渠维修照片, 文件: attachments/2026-q3-canal.jpg}

    合格：
        附件:
          - {名称: 第三季度公开栏照片, 仅存纸质: 是}

    合格：
        # 附件: attachments/2026-q3-canal.jpg
        附件:
          - 名称: 水渠维修照片
            文件: attachments/2026-q3-canal.jpg
            sha256: "{校验值}"

    不合格：
        # 附件: attachments/2026-q3-canal.jpg
        附件:
          - 名称: 水渠维修照片
            文件: attachments/2026-q3-canal.jpg
            sha256: 0000000000000000000000000000000000000000000000000000000000000000  # <- A04

    不合格：
        # 附件: attachments/2026-q3-canal.jpg
        附件:
          - {名称: 水渠维修照片, 文件: attachments/2026-q3-cannal.jpg}  # <- A04
          - {名称: 10月的账, 文件: finance/2026-10.yml}  # <- A04

    不合格：
        # 文件: decisions/2026-04-road.yml
        步骤:
          - 步骤: 决议
            日期: 2026-04-25
            会议: 村民代表会议
            应到: 42
            实到: 36
            同意: 36
            附件:
              - 名称: 签到表  # <- A04
          # 其余步骤照样本
        # 文件: projects/2026-qu.yml
        进展:
          - 日期: 2026-09-10
            阶段: 施工
            情况: 砌好240米
            照片:
              - 名称: 砌渠照片  # <- A04
    """
    home = case.place.folder
    found = [(record, one) for record in case.records for one in record.attached]
    used = {one.path for _, one in found}
    # A misspelt name can only mean a file that no record names.
    unused = sorted(case.files - used) if any(not one.path for _, one in found) else []
    spare = [path.removeprefix(f"{home}/") for path in unused if is_attachment(path)]
    for record, one in found:
        name, file = one.attachment.name[:20], one.attachment.file
        if file is None:
            if not one.attachment.paper_only:
                yield Problem(
                    (*one.route, "名称"),
                    f"附件“{name}”没有写文件，也没有写只存纸质",
                    "写“文件: attachments/…”，或者写“仅存纸质: 是”",
                    "记录里写的附件，还有没存进来的。",
                    record.path,
                )
        elif not one.path:
            meant = closest(file.replace("\\", "/"), spare)
            yield Problem(
                (*one.route, "文件"),
                f"附件“{name}”的文件找不到",
                f"是不是“{meant}”？改过来" if meant else f"把文件放到 {home}/attachments/，名称照记录里写的",
                "记录里写的附件，还有没存进来的。",
                record.path,
            )
        elif not one.digest:
            yield Problem(
                (*one.route, "文件"),
                f"附件“{name}”的文件打不开",
                "看看文件的权限，让运行程序的人能读",
                "有一个附件的文件打不开。",
                record.path,
            )
        elif one.is_changed:
            yield Problem(
                (*one.route, "sha256"),
                f"附件“{name}”的文件和登记时的不一样，换过了",
                f"找回原来的文件；确实要换的，改成：{one.digest}",
                "有一个附件的文件和登记时的不一样。",
                record.path,
            )


RULE = Rule(
    code="A04",
    title="附件要真的在",
    scope=Scope.PLACE,
    effect=Effect.FLAG,
    effect_reason="少了附件，记录本身还是要让村民看到；所以照样公开，旁边写明有附件没有存进来。",
    basis=("本网站",),
    check=check,
)
