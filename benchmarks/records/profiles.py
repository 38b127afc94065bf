"""county.yml, township.yml and village.yml."""

from __future__ import annotations

from benchmarks.records.village import SINCE, Township, Village

COUNTY = """\
名称: 澄安县
区划代码: 990123000000
网址: https://sanwu.example/
演示日期: 2026-11-18
页脚说明: 量速度用的县：地名、人名、单位和数字全部是编的。
参数:
  财务公开期限: 15
  村务公开期限: 20
  大额支出: 10000
联系:
  值班:
    岗位: 澄安县农业农村局 农村经济经营指导站
    办公电话: 0000-610 2280
"""


def township_profile(township: Township) -> str:
    """The text of township.yml."""
    return f"""\
名称: {township.name}
区划代码: 990123{100 + township.number}000
机构:
  - 名称: {township.name}党委
    成员:
      - {{职务: 书记, 姓名: {township.party_secretary}, 任职起: 2024-03-15}}
      - {{职务: 组织委员, 姓名: {township.organiser}, 任职起: 2024-06-20}}
  - 名称: {township.name}农村三资代理中心
    成员:
      - {{职务: 主任}}
联系:
  值班:
    岗位: {township.name}党政办公室
    办公电话: 0000-{612 + township.number} 0001
    时间: 周一至周五 8:30—12:00，14:30—17:30
    地点: {township.name}政府一楼
  监督:
    岗位: {township.name}纪委
    办公电话: 0000-{612 + township.number} 0012
"""


def village_profile(village: Village) -> str:
    """The text of village.yml."""
    return f"""\
名称: {village.name}
区划代码: 990123{100 + village.township.number}{200 + village.number}
类型: 村
人口: {village.population}
户数: {village.households}
党员数: {village.members}
村民代表数: {village.representatives}
村民小组数: {village.groups}
财务每月公开: 是
开始公开日期: {SINCE}
机构:
  - 名称: {village.name}党支部
    成员:
      - {{职务: 书记, 姓名: {village.head}, 任职起: 2024-12-18}}
      - {{职务: 组织委员, 姓名: {village.officers[1]}, 任职起: 2024-12-18}}
  - 名称: {village.name}村民委员会
    成员:
      - {{职务: 主任, 姓名: {village.head}, 任职起: 2024-12-25}}
      - {{职务: 委员, 姓名: {village.officers[0]}, 任职起: 2024-12-25}}
      - {{职务: 委员、文书, 姓名: {village.clerk}, 任职起: 2024-12-25}}
  - 名称: {village.name}村务监督委员会
    成员:
      - {{职务: 主任, 姓名: {village.supervisor}, 任职起: 2024-12-25}}
  - 名称: {village.name}经济合作社
    成员:
      - {{职务: 报账员, 姓名: {village.accountant}, 任职起: 2025-01-14}}
联系:
  值班:
    岗位: 村委会值班室
    办公电话: {village.phone}
    时间: 每天 8:00—11:30，14:00—17:00
    地点: {village.name}村部一楼
  监督:
    岗位: 村务监督委员会 主任 {village.supervisor}
    办公电话: {village.phone[:-1]}6
公开栏位置: 村部大门旁公开栏
"""
