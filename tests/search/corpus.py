"""Synthetic records that read like real ones: months of accounts, decisions, notices, lists of masked names, contracts."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.search.documents import SearchDocument

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴莫孔向汤"
GIVEN = "伟芳娜敏静秀英丽强磊军洋勇艳杰娟涛明超兰霞平刚桂怡垚志远小梅德顺建国建华玉兰玉珍凤英春花秋菊文斌海燕永红永福长青长顺福贵来喜金水银凤翠莲桂香淑芬淑珍国庆援朝卫东向阳红梅雪梅冬生夏生宝田满仓有才有田守业立新泽瑞子涵雨桐欣怡佳琪浩然宇轩梓𬇙喆堃淼"
PLACES = "柳湾 上堰 石桥 河口 大坪 东岭 西沟 南冲 北塘 青山 白杨 黄泥 梅林 竹园 桃花 双井 三岔 五星 新民 永丰 团结 前进 红旗 向阳 幸福 和平 太平 长安 兴隆 金鸡 凤凰 龙潭 虎跳 马鞍 牛角 羊山 鹿鸣 鹤岭 燕窝 莲塘".split()
WORKS = "村口至三组道路硬化|上下塘清淤|五组排水渠维修|村小学围墙加固|饮水管网改造|太阳能路灯安装|垃圾池新建|公厕改造|文化广场铺装|河堤护坡加固|机耕路拓宽|泵站电机更换|卫生室屋顶防水|老年活动室装修|防火隔离带清理|水库溢洪道疏通|坡地梯田整治|茶园喷灌设备购置|蔬菜大棚骨架更换|村务公开栏翻新".split(
    "|"
)
PAYERS = "保洁员工资|护林员补助|村报账员误工补贴|水电费|办公用品购置|打印复印费|会议伙食补助|报刊订阅费|慰问困难老人|防汛物资购置|农机燃油费|网络通信费|车辆租赁费|培训差旅费|审计服务费|广告制作费|苗木款|化肥农药款|零星用工工钱|病虫害统防统治费".split(
    "|"
)
INCOMES = "鱼塘承包费|林地租金|门面房租金|光伏发电收益|上级转移支付|一事一议奖补|村级公益事业补助|存款利息|废旧物资变卖收入|机动地发包收入|砂石资源占用费|合作社分红|征地补偿款划入|社会捐赠款".split(
    "|"
)
FIRMS_A = "禾川 宏达 百信 润泽 天顺 诚安 兴农 绿源 恒通 金穗 华远 瑞丰 中正 永固 鑫磊 广厦 惠民 乾坤".split()
FIRMS_B = "路桥工程有限公司 建筑安装有限公司 招标代理有限公司 农业机械专业合作社 园林绿化工程队 水利工程服务中心 建材经营部 五金机电商行 广告图文社 物业保洁服务部".split()
CLAUSES = "经村党支部提议|村“两委”会议商议|党员大会审议通过|村民代表会议表决同意|按照“四议两公开”程序办理|由村务监督委员会全程监督|公示期内没有收到不同意见|资金从村集体经营收入中列支|不足部分由乡镇财政补助|质保金在一年后无质量问题时支付|三家单位参加比选，最低价中选|施工期间请过往群众注意安全|村民可以到村委会查阅原始凭证|对账目有疑问的，可向村务监督委员会反映|雨天停工两天，工期顺延|因材料涨价，单价调整0.5%|已由第三方审计，出具审计报告|占用承包地的，按每亩标准补偿|优先聘用本村脱贫户务工|结算以实际工程量为准|发票、合同、验收单齐全|经群众代表现场查看，质量合格|下一步将继续完善管护办法|请各组组长通知到户|逾期不办的视为自动放弃|名额有限，先报先得|低保户、五保户、残疾人家庭优先|外出务工人员可委托亲属代办|原件退还本人，复印件存档|如有错漏，请在十日内提出".split(
    "|"
)
PARTY = "收缴党费|召开组织生活会|主题党日活动|发展对象公示|预备党员转正|党员积分评议|民主评议党员|慰问老党员|流动党员联系|党支部换届准备|廉洁提醒谈话|志愿清扫街道".split(
    "|"
)
KINDS = {
    "finance": ("财务收支", "财务"), "decisions": ("四议两公开", "村务"), "notices": ("公示公告", "村务"),
    "commitments": ("承诺", "党务"), "questions": ("问和答", "村务"),
}  # fmt: skip
MASKS = ("某某", "某", "**", "××")


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a county is made."""

    townships: int
    villages: int
    """In each township."""
    documents: int
    """In each village and year."""
    years: tuple[int, ...] = (2026,)
    seed: int = 20260301


def townships(shape: Shape) -> Iterator[tuple[str, str, list[SearchDocument]]]:
    """Slug, name and documents of each township."""
    rng = random.Random(shape.seed)
    names = [f"{a}{b}" for a in PLACES for b in ("", "新", "老")]
    for township in range(shape.townships):
        slug, name = f"t{township + 1:02d}", f"{PLACES[township]}镇"
        writer = Writer(random.Random(rng.random()))
        documents = []
        for village in range(shape.villages):
            place = f"{names[(township * 7 + village * 3) % len(names)]}村"
            for year in shape.years:
                for number in range(shape.documents):
                    documents.append(writer.document(slug, name, f"v{village + 1:02d}", place, year, number))
        yield slug, name, documents


class Writer:
    """Writes records, each from the same stream of chance."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.money: list[Decimal] = []

    def person(self) -> str:
        given = "".join(self.rng.choice(GIVEN) for _ in range(self.rng.choice((1, 2, 2))))
        return self.rng.choice(SURNAMES) + given

    def firm(self) -> str:
        return "澄安县" + self.rng.choice(FIRMS_A) + self.rng.choice(FIRMS_B)

    def amount(self, most: int = 90_000) -> str:
        cents = self.rng.choice((self.rng.randrange(5_000, most * 100), self.rng.randrange(1, most // 100) * 10_000))
        self.money.append(Decimal(cents) / 100)
        return f"{self.money[-1]:,.2f}"

    def day(self, around: date) -> str:
        day = around - timedelta(days=self.rng.randrange(28))
        return self.rng.choice((day.isoformat(), f"{day.year}年{day.month}月{day.day}日"))

    def prose(self, sentences: int) -> str:
        return "\n".join("，".join(self.rng.sample(CLAUSES, self.rng.randrange(2, 5))) + "。" for _ in range(sentences))

    def document(self, slug: str, name: str, village: str, place: str, year: int, number: int) -> SearchDocument:
        self.money = []
        kind = self.rng.choices(list(KINDS), (4, 2, 3, 2, 1))[0]
        day = date(year, 1, 1) + timedelta(days=self.rng.randrange(365))
        parts: dict[str, Callable[[date, str], tuple[str, str]]] = {
            "finance": self.finance, "decisions": self.decision, "notices": self.notice,
            "commitments": self.commitment, "questions": self.question,
        }  # fmt: skip
        title, text = parts[kind](day, place)
        url = f"{slug}/{village}/{kind}/{day.isoformat()}-{number:03d}.html"
        own = self.rng.random() < 0.02
        return SearchDocument(
            url=url.replace(f"/{village}/", "/records/") if own else url,
            title=title,
            day=day,
            township=slug,
            township_name=name,
            village=None if own else village,
            village_name=None if own else place,
            kind=kind,
            kind_name=KINDS[kind][0],
            board=KINDS[kind][1],
            text=text,
            amounts=tuple(self.money),
        )

    def finance(self, day: date, place: str) -> tuple[str, str]:
        lines = [f"期初余额{self.amount()}元，期末余额{self.amount()}元"]
        for number in range(self.rng.randrange(25, 65)):
            paid = self.rng.random() < 0.8
            what = self.rng.choice(PAYERS + WORKS) if paid else self.rng.choice(INCOMES)
            who = self.rng.choice((self.firm(), f"{self.person()[0]}某某", "村民代表多人"))
            cells = [self.day(day), f"{'支' if paid else '收'}-{number + 1}", what, self.amount(), who]
            if self.rng.random() < 0.5:
                cells.append(f"经手：{self.person()}")
            lines.append(" ".join(cells))
        return f"{day.year}年{day.month}月财务收支", "\n".join(lines)

    def decision(self, day: date, place: str) -> tuple[str, str]:
        work = self.rng.choice(WORKS)
        expected = self.rng.randrange(28, 60)
        lines = [
            f"{place}{work}，花费不超过{self.rng.randrange(2, 60)}.{self.rng.randrange(10)}万元",
            *(f"{self.day(day)} {step}，应到{expected}人，实到{self.rng.randrange(20, expected)}人"
              for step in ("党组织提议", "两委商议", "党员大会审议", "村民代表会议决议")),
            f"承办单位：{self.firm()}，合同价{self.amount(200_000)}元，负责人{self.person()}",
            f"登记号：HT-{day.year}-{self.rng.randrange(1000):03d}，G{self.rng.randrange(100, 400)}国道旁",
            self.prose(self.rng.randrange(20, 34)),
        ]  # fmt: skip
        return f"{place}{work}", "\n".join(lines)

    def notice(self, day: date, place: str) -> tuple[str, str]:
        subject = self.rng.choice(("低保对象", "临时救助", "粮食直补发放", "危房改造", "医保代缴", "残疾人两项补贴"))
        lines = [f"{place}{subject}名单公示，时间{self.day(day)}起7天"]
        for _ in range(self.rng.randrange(60, 140)):
            name = self.rng.choice(SURNAMES) + self.rng.choice(MASKS)
            lines.append(f"{name} {self.rng.randrange(1, 9)}组 {self.amount(3_000)}")
        lines.append(f"受理：{self.person()}，0990-{self.rng.randrange(1_000_000, 9_999_999)}")
        lines.append(self.prose(8))
        return f"{subject}公示（第{self.rng.randrange(1, 9)}批）", "\n".join(lines)

    def commitment(self, day: date, place: str) -> tuple[str, str]:
        what = self.rng.choice(PARTY)
        lines = [
            f"{self.day(day)}前完成{what}，责任人{self.person()}，核实人{self.person()}",
            self.prose(self.rng.randrange(24, 36)),
        ]
        return f"{what}（{day.year}年第{self.rng.randrange(1, 5)}季度）", "\n".join(lines)

    def question(self, day: date, place: str) -> tuple[str, str]:
        work = self.rng.choice(WORKS)
        lines = [
            f"村民问：{work}为什么还没有完工？",
            f"答复（{self.day(day)}）：{self.person()}已到现场查看",
            self.prose(12),
        ]
        return f"{work}的答复", "\n".join(lines)
