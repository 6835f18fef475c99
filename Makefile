# 案头 Antou. `make run` and `make test` need nothing done before: each sets up what it wants.
# Wanted: Debian 12 or a relative of it, python3 (3.11 or newer), git, make, apt (root or sudo).

SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SYSTEM := .venv/.system
CATALOGUE := resources/translations/zh_CN.qm

# What Qt's xcb platform loads at run time, and fontconfig to look for a Chinese font.
SYSTEM_PACKAGES := fontconfig libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 \
	libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 \
	libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 \
	libxcb-xinerama0 libxcb-xkb1
# Debian's own Python (/usr/bin/python3.11) has its shared library in a package of its own.
PYTHON_LIBRARY := $(patsubst /usr/bin/%,lib%,$(filter /usr/bin/%,$(shell readlink -f "$$(command -v $(PYTHON))")))
# What the bundle and its smoke test need: PyInstaller's binutils and Python's library, a virtual
# display, a way to press keys.
BUNDLE_PACKAGES := binutils $(PYTHON_LIBRARY) xvfb xdotool
CJK_FONT := fonts-noto-cjk

# $(call install,PACKAGES): install what of PACKAGES is missing, through apt where there is one.
define install
	@missing=""; for package in $(1); do \
		dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' \
			|| missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		if ! command -v apt-get >/dev/null; then \
			echo "请用本机的软件管理工具安装 / please install by hand:$$missing" >&2; \
		else \
			as_root=""; [ "$$(id -u)" = 0 ] || as_root="sudo"; \
			export DEBIAN_FRONTEND=noninteractive; \
			$$as_root apt-get update -q && $$as_root apt-get install -y -q --no-install-recommends $$missing; \
		fi; \
	fi
endef

.PHONY: setup run test lint format shots bundle smoke bench fuzz translations lock clean

setup: $(READY) $(CATALOGUE)

$(SYSTEM): Makefile
	$(call install,$(SYSTEM_PACKAGES))
	@if ! fc-list :lang=zh 2>/dev/null | grep -q .; then $(MAKE) --no-print-directory font; fi
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory venv-package
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@touch $@

.PHONY: font venv-package
font:
	$(call install,$(CJK_FONT))

venv-package:
	$(call install,python3-venv)

$(READY): $(SYSTEM) requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --config-settings editable_mode=compat \
		--editable . >.venv/install.log 2>&1 || { cat .venv/install.log; exit 1; }
	@touch $@

$(CATALOGUE): resources/translations/zh_CN.ts $(READY)
	$(BIN)/pyside6-lrelease -silent $< -qm $@

run: setup
	$(BIN)/antou --sample

# What measures frames runs behind the others, with both processors to itself.
test: setup
	$(BIN)/pytest -n 2 -m "not bundle and not fuzz and not alone"
	$(BIN)/pytest -m alone

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

translations: setup
	$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none $$(git ls-files 'desktop/*.py') -ts resources/translations/zh_CN.ts

shots: setup
	$(BIN)/python -m tests.shots

bundle: setup
	$(call install,$(BUNDLE_PACKAGES))
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec

smoke: setup
	$(BIN)/pytest -m bundle tests/test_bundle.py

bench: setup
	$(BIN)/python -m tests.benchmarks

fuzz: setup
	$(BIN)/pytest -n 2 -m fuzz

lock: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-tools
	$(BIN)/pip-compile --quiet --extra test --generate-hashes --allow-unsafe --strip-extras \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv build dist shots $(CATALOGUE)
