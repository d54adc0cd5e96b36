# Latchkey: two commands do everything on a fresh Debian or Ubuntu with Rust and Node 20+.
#   make demo   builds, makes a made-up phone and opens the app on it
#   make test   every check, one summary
.DEFAULT_GOAL := help
SHELL := /bin/bash

PROFILE := ci
# A build cache outside the clone is used when there is one (continuous integration makes it).
BUILD_CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/latchkey-build
ifneq ($(wildcard $(BUILD_CACHE)),)
export CARGO_TARGET_DIR ?= $(BUILD_CACHE)/target
endif
TARGET := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)
export LATCHKEY_BIN_DIR = $(TARGET)/$(PROFILE)
export PATH := $(BUILD_CACHE)/tools/bin:$(CURDIR)/.tools/bin:$(PATH)
DEMO_PHONE ?= $(CURDIR)/demo-phone

.PHONY: help
help:
	@echo "make demo         build, make a made-up phone, open the app on it"
	@echo "make test         every check, one summary"
	@echo "make package      build the deb"
	@echo "make screenshots  rewrite the pictures in docs/"
	@echo "make bench        measure, and write docs/benchmarks.md"
	@echo "make bench-window measure the window, up to a million messages (an hour)"
	@echo "make soak         measure 10,000,000 messages (needs 12 GB of disk)"
	@echo "make advisories   look for known vulnerabilities (needs the network)"

.PHONY: deps deps-build
# What building and running need; `deps` adds what the tests need.
deps-build:
	@.ci/system-packages build
deps:
	@.ci/system-packages build test

.PHONY: ui
ui: ui/node_modules/.installed
	@npm --prefix ui run --silent build

ui/node_modules/.installed: ui/package-lock.json
	@npm --prefix ui ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: build
build: deps-build ui
	cargo build --profile $(PROFILE) --locked --workspace

.PHONY: demo
demo: build
	@tests/demo.sh "$(DEMO_PHONE)"

.PHONY: test
test: deps
	@tests/run.sh

.PHONY: package
# What people install is a release build; the tests try the same package with their own build.
package: PROFILE := release
package: build
	src-tauri/linux/package.sh

.PHONY: screenshots
screenshots: deps build
	tests/screenshots.sh

.PHONY: bench soak
# Figures are those of a release build; the window is not measured, so it is not built.
bench soak: PROFILE := release
bench soak: deps bench-build
bench:
	tests/bench.sh
# Hours on a slow disk: ten million messages.
soak:
	tests/soak.sh

.PHONY: bench-window
bench-window: deps build
	tests/bench/window.sh

.PHONY: bench-build
bench-build: PROFILE := release
bench-build: deps-build
	cargo build --release --locked -p latchkey-cli -p latchkey-backup -p latchkey-index --bins --examples

.PHONY: advisories
advisories: deps
	cargo deny check advisories
