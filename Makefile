# What can be done here: `make help`. Each step is a small script in .ci, or one command.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run page test test-native test-wasm test-package test-page test-cms test-onsite pkg check-pkg schema bench size setup clean

help: ## Show what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: ## Serve the page, and the demo site beside it at /demo/; it needs Node.js and no Rust
	@.ci/setup.sh page
	@cd www && exec npm start -- --host 127.0.0.1

page: ## Build the page: www/dist, a folder for any static host, and www/dist-single/leadscore.html, which opens by double click
	@.ci/setup.sh page
	@cd www && npm run --silent check && npm run --silent build
	@echo "www/dist: copy this folder to any static host, under any address"
	@echo "www/dist-single/leadscore.html: the same as one file, which opens by double click"

test: test-native test-wasm test-package test-page test-cms test-onsite ## Run every test; what is missing is installed first

test-native: ## Format, lints, dependencies, unit, integration and documentation tests
	@.ci/setup.sh native
	@.ci/test-native.sh

test-wasm: ## pkg/dist against its sources, and what only runs as WebAssembly, in Chromium
	@.ci/setup.sh wasm browser
	@.ci/check-pkg.sh
	@.ci/test-wasm.sh

test-package: ## The package's size against its budget; packed, in Node.js, TypeScript, Chromium, and every bundler and runtime it is for
	@.ci/setup.sh native tests consumers browser
	@node .ci/check-size.mjs
	@.ci/test-package.sh

test-page: ## What the page may know, and the page in Chromium, as a user sees it
	@.ci/setup.sh page browser
	@cd www && npm test

test-cms: ## The recipes for putting the embed into a site, in Chromium: a real WordPress among them
	@.ci/setup.sh cms browser
	@.ci/test-cms.sh

test-onsite: ## The embed as it is delivered, in Chromium: hostile pages, storage, tabs, time, networks, the same scores as natively, its cost
	@.ci/setup.sh page tests browser
	@.ci/test-onsite.sh

pkg: ## Rebuild pkg/dist and the ruleset's JSON Schema
	@.ci/setup.sh wasm
	@.ci/build-wasm.sh pkg/dist
	@.ci/write-schema.sh

check-pkg: ## Whether pkg/dist is what the sources give
	@.ci/setup.sh wasm
	@.ci/check-pkg.sh

bench: ## Measure speed, memory and size beside peers (some ten minutes) and write it into README.md
	@.ci/setup.sh native bench
	@.ci/bench.sh

size: ## What takes the space in the package's module
	@.ci/setup.sh wasm
	@.ci/size-report.sh

setup: ## Install what all of the above needs
	@.ci/setup.sh native wasm tests consumers bench page browser cms

clean: ## Remove everything that was built or installed here
	rm -rf target target-wasm target-tools pkg/node_modules tests/node_modules tests/consumers/{*/{node_modules,dist},vite/*/dist} tests/bench/node_modules tests/.cache www/node_modules www/dist www/dist-single
