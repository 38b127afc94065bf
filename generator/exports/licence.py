"""Under which terms the data may be used."""

from __future__ import annotations

NAME = "CC-BY-4.0"
TITLE = "知识共享署名 4.0 国际许可协议"
ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.zh-hans"
