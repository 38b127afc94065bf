"""County, township and village profiles."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.base.written import Meant
from generator.records.common import Board
from generator.records.level import Publisher
from generator.records.licences import USUAL, LicenceName
from generator.records.local import LocalItem
from generator.records.values import Count, Day, Flag, Model, Text, wrong

DivisionCode = Annotated[str, Field(pattern=r"^[0-9]{12}$")]
"""12-digit 统计用区划代码."""


Folder = Annotated[str, Field(pattern=r"^[a-z0-9-]+(?:/[a-z0-9-]+)?$")]
"""Of a township or a village: `shidu`, `shidu/liuwan`."""

_ADDRESS = re.compile(r"https?://[a-z0-9.-]+\.[a-z0-9-]+(?::[0-9]+)?(?:/[^\s，。：“”]*)?", re.IGNORECASE)


def _read_address(value: object) -> object:
    text = str(value).strip()
    if _ADDRESS.fullmatch(text) and not text.endswith(("index.html", "index.htm")):
        return text
    plain = unicodedata.normalize("NFKC", text).strip("“”\"' ").replace(" ", "")
    plain = re.sub(r"^(?:https?:?/*)?", "https://", plain, flags=re.IGNORECASE)
    plain = re.sub(r"index\.html?$", "", plain)
    meant = Meant(plain, certain=False) if _ADDRESS.fullmatch(plain) else None
    raise wrong(f"网址“{text}”写法不对", "写全，例如 https://www.example.gov.cn/sanwu/", meant)


SiteAddress = Annotated[str, BeforeValidator(_read_address)]
"""Of the county's site, from https:// to the folder."""


class Officer(Model):
    """A post and its holder. Holders of posts are named, other persons are not."""

    post: Text = Field(alias="职务")
    name: Text | None = Field(None, alias="姓名")
    since: Day | None = Field(None, alias="任职起")


class Body(Model):
    """A body of the place: 村党支部、村民委员会、村务监督委员会、民主理财小组 …"""

    name: Text = Field(alias="名称")
    officers: tuple[Officer, ...] = Field((), alias="成员")


class Contact(Model):
    """An office that people can ask. The number is that of the office and never a private one."""

    post: Text = Field(alias="岗位")
    phone: Text | None = Field(None, alias="办公电话")
    hours: Text | None = Field(None, alias="时间")
    place: Text | None = Field(None, alias="地点")


class Office(Body):
    """An office of the county that publishes: a bureau, a committee of the party. It is no place and has no folder."""

    level: Literal[Publisher.COUNTY, Publisher.PARTY] = Field(Publisher.COUNTY, alias="层级")
    contact: Contact | None = Field(None, alias="联系")
    """Whom to ask about what it published."""


class Contacts(Model):
    """The offices to ask, in this order."""

    office: Contact | None = Field(None, alias="值班")
    supervision: Contact | None = Field(None, alias="监督")
    superior: Contact | None = Field(None, alias="上级")


class Terms(Model):
    """The local words for places, people and bodies: 村/嘎查/社区, 镇/苏木/街道.

    Those of one place (`words_of`) speak of that place: for a township's own records `village` is the township.
    """

    county: Text = Field("县", alias="县级")
    township: Text = Field("镇", alias="乡级")
    village: Text = Field("村", alias="村级")
    villager: Text = Field("村民", alias="村民")
    committee: Text = Field("村民委员会", alias="村民委员会")
    supervisors: Text = Field("村务监督委员会", alias="监督机构")
    affairs: Text = Field("村务", alias="村务")
    assembly: Text = Field("村民会议", alias="村民会议")
    representatives: Text = Field("村民代表会议", alias="村民代表会议")
    government: Text = Field("政务", alias="政务")
    """What the affairs of a township or a county are called: 政务, 镇务."""


USUAL_TERMS = Terms.model_validate({})
_PLACEHOLDERS = {f"{{{field.alias}}}": name for name, field in Terms.model_fields.items()}
_COMMUNITY = {
    "village": "社区",
    "villager": "居民",
    "committee": "居民委员会",
    "supervisors": "居务监督委员会",
    "affairs": "居务",
    "assembly": "居民会议",
    "representatives": "居民代表会议",
}
"""The law on 社区 uses other words."""


class Explanation(Model):
    """The village's own explanation of something late or missing."""

    item: Text = Field(alias="事项")
    period: Text = Field(alias="期间")
    reason: Text = Field(alias="说明")
    owner: Text | None = Field(None, alias="负责")


Headings = dict[str, dict[str, str]]
"""Folder of a kind → heading in the clerk's own sheet → name of the field, or `UNWANTED`."""
HEADINGS = "自己的表里的列名是记录里的哪一项，例如 benefits: {户主姓名: 姓名}"
UNWANTED = "不要"


class Village(Model):
    """village.yml"""

    name: Text = Field(alias="名称")
    code: DivisionCode = Field(alias="区划代码")
    moved_from: Folder | None = Field(None, alias="原地址", description="文件夹改名、移动以前的位置，例如 shidu/liuwan")
    type: Literal["村", "社区"] = Field("村", alias="类型")
    population: Count | None = Field(None, alias="人口")
    households: Count | None = Field(None, alias="户数")
    party_members: Count | None = Field(None, alias="党员数")
    representatives: Count | None = Field(None, alias="村民代表数")
    groups: Count | None = Field(None, alias="村民小组数")
    monthly_accounts: Flag = Field(False, alias="财务每月公开")
    disclosed_since: Day | None = Field(None, alias="开始公开日期")
    """Nothing is counted as missing before this day."""
    bodies: tuple[Body, ...] = Field((), alias="机构")
    contacts: Contacts | None = Field(None, alias="联系")
    board_place: Text | None = Field(None, alias="公开栏位置")
    explanations: tuple[Explanation, ...] = Field((), alias="情况说明")
    parameters: dict[str, str] = Field(default_factory=dict, alias="参数")
    directory: tuple[LocalItem, ...] = Field((), alias="公开目录")
    headings: Headings = Field(default_factory=dict, alias="列对应", description=HEADINGS)


class Township(Model):
    """township.yml"""

    name: Text = Field(alias="名称")
    code: DivisionCode = Field(alias="区划代码")
    moved_from: Folder | None = Field(None, alias="原地址", description="文件夹改名以前的名称，例如 shidu")
    bodies: tuple[Body, ...] = Field((), alias="机构")
    contacts: Contacts | None = Field(None, alias="联系")
    parameters: dict[str, str] = Field(default_factory=dict, alias="参数")
    directory: tuple[LocalItem, ...] = Field((), alias="公开目录")
    headings: Headings = Field(default_factory=dict, alias="列对应", description=HEADINGS)


class Government(Model):
    """Tags and marks of the county's own government website. Printed only where given."""

    site_name: Text | None = Field(None, alias="网站名称")
    site_domain: Text | None = Field(None, alias="网站域名")
    site_code: Text | None = Field(None, alias="网站标识码")
    icp: Text | None = Field(None, alias="ICP备案号")
    police: Text | None = Field(None, alias="公安备案号")
    organiser: Text | None = Field(None, alias="主办单位")


class County(Model):
    """county.yml"""

    name: Text = Field(alias="名称")
    code: DivisionCode = Field(alias="区划代码")
    site_url: SiteAddress | None = Field(None, alias="网址")
    demonstration_day: Day | None = Field(None, alias="演示日期")
    """A demonstration county is always looked at as on this day, so that its site never changes by itself."""
    notice: Text | None = Field(None, alias="页脚说明")
    licence: LicenceName = Field(USUAL, alias="数据许可")
    """The licence of the open data."""
    terms: Terms = Field(default_factory=lambda: Terms.model_validate({}), alias="称谓")
    parameters: dict[str, str] = Field(default_factory=dict, alias="参数")
    directory: tuple[LocalItem, ...] = Field((), alias="公开目录")
    bodies: tuple[Office, ...] = Field((), alias="机构")
    """The offices that publish under `records/`."""
    contacts: Contacts | None = Field(None, alias="联系")
    government: Government | None = Field(None, alias="政府网站")


Profile = Village | Township | County
"""Of a place."""


def level_of(profile: Profile) -> Publisher:
    """The level of a place."""
    match profile:
        case Village():
            return Publisher(profile.type)
        case Township():
            is_street = profile.name.removesuffix("办事处").endswith("街道")
            return Publisher.STREET if is_street else Publisher.TOWNSHIP
        case County():
            return Publisher.COUNTY


def words_of(terms: Terms, profile: Profile | None) -> Terms:
    """The words for one place of a county: a village, a 社区, a township or the county itself."""
    match profile:
        case Village(type="社区"):
            return terms.model_copy(update=_COMMUNITY)
        case Township():
            return _of_government(terms, terms.township)
        case County():
            return _of_government(terms, terms.county)
    return terms


def _of_government(terms: Terms, level: str) -> Terms:
    """The words for a place with a government of its own."""
    street = level == "街道"
    return terms.model_copy(
        update={
            "village": level,
            "villager": "群众",
            "committee": "街道办事处" if street else f"{level}人民政府",
            "supervisors": f"{level}纪工委" if street else f"{level}纪委",
            "affairs": terms.government,
            "assembly": "会议",
            "representatives": "会议",
        }
    )


def filled(text: str, words: Terms) -> str:
    """A text with the words of a place: `{村级}里` becomes 村里, 社区里 or 镇里. Other braces stay."""
    if "{" in text:
        for placeholder, name in _PLACEHOLDERS.items():
            text = text.replace(placeholder, getattr(words, name))
    return text


def called(board: str, words: Terms) -> str:
    """The name of a board in a place: 居务 in a 社区."""
    return words.affairs if board == Board.VILLAGE else str(board)
