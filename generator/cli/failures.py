"""What a command that was not done says, and with which exit code it ends."""

from __future__ import annotations

import errno
import traceback

DATA, OURS, NOTHING = 1, 2, 3
"""Exit codes. 1: the records are wrong. 2: a fault of ours, or wrong usage. 3: there is nothing to look at."""


def explained(error: Exception) -> int:
    """Print what went wrong and return the exit code. A traceback is printed only for a fault of ours."""
    from generator.build.asked import NoSuchPath
    from generator.build.host import HostError
    from generator.build.parts import OtherProgram
    from generator.build.since import NoBase
    from generator.build.survey import CountyUnreadable, NothingFound
    from generator.build.township import GateClosed
    from generator.engine.executor import NoCluster, WorkerLost
    from generator.engine.release import Busy, Unfinished
    from generator.pipeline import NoSuchTownship, NotOurSite, PartMissing
    from generator.publish.ledger import LedgerError
    from generator.report.console import say
    from generator.report.text import listing
    from generator.starter.folder import NotStarted
    from generator.workbook.intake import NotRead

    match error:
        case NothingFound():
            say(str(error), err=True)
            return NOTHING
        case CountyUnreadable():
            say(*listing(error.findings), err=True)
            say("县的资料文件（county.yml）要先改好。网站没有动。", err=True)
            return DATA
        case Busy():
            say("另一个生成正在进行，等它做完再来。网站没有动。", err=True)
        case WorkerLost():
            say(f"处理 {error} 的进程被系统停掉了，多半是内存不够；加上 --jobs 1 再试。", err=True)
        case NoCluster():
            say(
                f"连不上 Dask 集群 {error}：地址要写成 tcp://10.0.0.1:8786，调度程序和工作进程都要开着。网站没有动。",
                err=True,
            )
        case OtherProgram():
            say(f"集群里 {error} 上的程序和这里的不一样：更新以后重新启动那里的工作进程。网站没有动。", err=True)
        case ModuleNotFoundError(name="distributed"):
            say(
                "没有安装 Dask：运行 pip install 'village-disclosure[cluster]'，或者去掉 --scheduler。网站没有动。",
                err=True,
            )
        case Unfinished():
            cause = _system_error(error.__cause__)
            say(f"发布到一半停下了：{cause}。每一页都是完整的，排除以后再运行一次，会接着做完。", err=True)
        case OSError():
            say(f"没有做成，网站没有动：{_system_error(error)}", err=True)
        case LedgerError() | HostError() | ValueError() | GateClosed():
            say(f"没有做成，网站没有动：{error}", err=True)
        case NotStarted() | NotRead() | NoBase() | NoSuchPath():
            say(str(error), err=True)
        case NotOurSite() | NoSuchTownship() | PartMissing():
            say(f"没有做成，网站没有动：{error}", err=True)
        case _:
            say(*"".join(traceback.format_exception(error)).splitlines(), err=True)
            say("程序出错了，不是记录的问题。请把上面的内容发给维护的人。网站没有动。", err=True)
    return OURS


def _system_error(error: BaseException | None) -> str:
    """The words for an error of the operating system that a clerk understands."""
    where = f"（{error.filename}）" if isinstance(error, OSError) and error.filename else ""
    match getattr(error, "errno", None):
        case errno.ENOSPC | errno.EFBIG | errno.EDQUOT:
            return f"磁盘满了，写不下{where}"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"没有权限{where}"
    return str(error)
