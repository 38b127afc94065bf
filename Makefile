# make 列出能做的事。只需要 Python 3.11 或更新的（Debian 12 的 python3、python3-venv 就行）；其余由锁定的版本文件安装。

PYTHON ?= python3
BIN := .venv/bin
AS_OF ?=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve check needs quick test bench bench-county bench-growth bench-search oldbrowser golden corpus real mutate shots privacy race audit clean

help: ## 列出能做的事
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# 两个环境同在 .venv：先装运行要的，测试时再补上测试要的。
.venv/site.stamp: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "缺少 python3-venv：apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: requirements-dev.lock .venv/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

site: .venv/site.stamp ## 检查 content/，生成 site/
	$(BIN)/disclose build --xlsx $(if $(AS_OF),--as-of $(AS_OF))

serve: .venv/site.stamp ## 在本机打开网站，边改边看
	$(BIN)/disclose serve

check: .venv/test.stamp ## 查代码：格式、类型、分层、用字
	$(BIN)/ruff format --check generator tests benchmarks
	$(BIN)/ruff check generator tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.lint_wording
	$(BIN)/python -m tests.lint_templates

needs: .venv/test.stamp
	@$(BIN)/python -m tests.support.needs

quick: check ## 查代码，再跑不用浏览器、也不慢的测试，一分半钟
	$(BIN)/python -m pytest -n auto -m "not browser and not slow" --hypothesis-profile quick

test: needs check ## 先说明会跳过什么，查代码，再跑全部测试
	$(BIN)/python -m pytest -n auto

bench: .venv/test.stamp ## 量一量快慢，和 Hugo、MkDocs 比（20个村，2分钟）
	$(BIN)/python -m benchmarks small

bench-county: .venv/test.stamp ## 同上，全县400个村，约15分钟
	$(BIN)/python -m benchmarks county

bench-growth: .venv/test.stamp ## 四千个村时一页要花多少
	$(BIN)/python -m benchmarks growth

bench-search: .venv/test.stamp ## 量一量搜索
	$(BIN)/python -m benchmarks.search 2400

oldbrowser: .venv/test.stamp ## 在 Chromium 78（旧微信内核）里试搜索，要联网装包
	$(BIN)/python -m tests.old_browser

golden: .venv/test.stamp ## 重新生成对照页面，然后用 git diff 看
	$(BIN)/python -m tests.golden

corpus: .venv/test.stamp ## 规则改了以后，哪些村的提示变了
	$(BIN)/python -m tests.corpus

real: .venv/test.stamp ## 真实公开过的原件：写不写得下，毛病提没提出来，初稿查几遍改好
	$(BIN)/python -m tests.real

mutate: .venv/test.stamp ## 把每条规则改坏一处，看例子能不能发现
	$(BIN)/python -m tests.mutate

shots: .venv/test.stamp ## 给主要页面拍照（360、1280 像素和打印）
	$(BIN)/python -m tests.shots

race: .venv/test.stamp ## 抢着公开、公开到一半被杀掉，各试很多次，约15分钟
	$(BIN)/python -m tests.publish.races 50
	$(BIN)/python -m tests.publish.kills 100

privacy: .venv/test.stamp ## 试一试个人信息拦住了多少、误报了多少
	$(BIN)/python -m tests.rules.privacy

audit: .venv/test.stamp ## 量每一种页面：无障碍、HTML、横滚、字号、断链、大小、快慢
	$(BIN)/python -m tests.audit

clean: ## 删掉生成的东西（不动 content/ 和 ledger/）
	rm -rf site .site build .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
