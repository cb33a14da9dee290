# onebook: what a person or a machine does with this project. `make` alone lists it.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules --no-print-directory

TOOL := .build/release/onebook
SWIFT_FILES := Package.swift $(shell find Sources -type f 2>/dev/null)
SWIFT_STYLE := --recursive Sources Tests Package.swift
# Made when the program was last built, and when the checkers were last installed.
BUILT := .build/release-built
CHECKERS := .build/checks/installed
PORT ?= 8000

BOOK_PACKAGES := libxml2-dev zlib1g-dev libqrencode-dev libqpdf-dev libcurl4-openssl-dev pkg-config
PRINT_PACKAGES := chromium-headless-shell fonts-noto-cjk
TEST_PACKAGES := $(PRINT_PACKAGES) poppler-utils libxml2-utils nginx apache2-bin

# $(call install,PACKAGES): installs the Debian packages that are not there yet; says nothing if all are.
define install
if ! command -v dpkg-query >/dev/null; then \
  echo "This is not a Debian system: see yourself that these are there: $(strip $(1))" >&2; \
else \
  missing=(); \
  for package in $(1); do \
    [[ $$(dpkg-query -W -f='$${db:Status-Status}' "$$package" 2>/dev/null) == installed ]] || missing+=("$$package"); \
  done; \
  if (($${#missing[@]})); then \
    as_root=(); \
    if ((EUID)); then \
      command -v sudo >/dev/null || { \
        echo "Not root and no sudo: ask an administrator for: apt-get install $${missing[*]}" >&2; exit 1; }; \
      as_root=(sudo); \
    fi; \
    echo "Installing $${missing[*]}"; \
    mkdir -p .build; \
    "$${as_root[@]}" apt-get update -qq >.build/packages.log 2>&1 && \
    "$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      "$${missing[@]}" >>.build/packages.log 2>&1 || { cat .build/packages.log >&2; exit 1; }; \
  fi; \
fi
endef

# $(call quietly,LOG,COMMAND): shows the command's progress on a terminal; elsewhere its words only if it fails.
define quietly
if [[ -t 1 ]]; then $(2); else $(2) >$(1) 2>&1 || { cat $(1) >&2; exit 1; }; fi
endef

.PHONY: help
help: ## list these targets
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | while IFS=$$'\t' read -r target text; do \
	  printf '  make %-8s %s\n' "$$target" "$$text"; done

.PHONY: book
book: $(BUILT) ## build the program and assemble services/ into output/
	@$(TOOL) build services -o output

.PHONY: test
test: $(BUILT) checkers ## unit tests, then every check over the real book
	@echo "Unit tests"
	@$(call quietly,.build/test-build.log,swift build --build-tests)
	@swift test --skip-build --parallel >.build/test.log 2>&1 || { cat .build/test.log >&2; exit 1; }
	@grep -E 'Test run with|Executed [0-9]+ test' .build/test.log | tail -2 || tail -2 .build/test.log
	@$(MAKE) book
	@echo "Checks, first on samples that are broken on purpose"
	@Tests/checks/self-test
	@Tests/checks/command $(TOOL)
	@Tests/checks/run output
	@echo "The published book"
	@Tests/checks/publish $(TOOL)
	@echo "The printed book"
	@Tests/checks/print-self-test
	@$(TOOL) print services -o output --edition-kind book --edition-kind large --edition-kind hall
	@$(TOOL) print services -o output --scenario new-car
	@Tests/checks/print output --except complete

.PHONY: check
check: $(BUILT) ## check services/, and how the sources are written
	@$(TOOL) check services
	@swift format lint --strict $(SWIFT_STYLE)
	@echo "The sources are written as .swift-format says."

.PHONY: feed
feed: book ## build the edition and publish it to TARGET=/var/www/…; without TARGET, say what would be published and how
	@if [[ -n "$${TARGET:-}" ]]; then \
	  $(TOOL) publish "$$TARGET" --from output $(OPTIONS); \
	else \
	  edition=$$(sed -n 's/^  "edition" : "\(.*\)",$$/\1/p' output/edition.json); \
	  echo "Edition $$edition is in output/ and is not published. To put it onto a portal's document root:"; \
	  echo "  make feed TARGET=/var/www/…          # the first time with OPTIONS=--first"; \
	  echo "The configuration of the web server, to be put in once (docs/publishing.md):"; \
	  echo "  $(TOOL) publish /var/www/… --config nginx"; \
	fi

.PHONY: print
print: $(BUILT) ## build the edition and print it: book, notices, posters and the rest, into output/
	-@$(call install,$(PRINT_PACKAGES))
	@$(TOOL) print services -o output

.PHONY: bench
bench: $(BUILT) ## time a whole build, the merge, and a large scenario: medians of five
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	Tests/checks/stress "$$folder/large"; \
	timed() { \
	  for run in 1 2 3 4 5; do \
	    rm -rf "$$folder/book"; start=$$(date +%s%N); \
	    "$${@:2}" >/dev/null 2>&1 || true; \
	    echo $$(($$(date +%s%N) - start)); \
	  done | sort -n | awk -v what="$$1" '{ ms[NR] = $$1 / 1e6 } \
	    END { printf "%s: %.0f ms, the median of %d (%.0f to %.0f ms)\n", what, ms[3], NR, ms[1], ms[NR] }'; \
	}; \
	timed "whole build" $(TOOL) build services -o "$$folder/book"; \
	timed "18 scenarios merged in every situation" $(TOOL) check services; \
	timed "12 members, 60 requirements, 8 questions, 256 situations" $(TOOL) check "$$folder/large"; \
	timed "the same, one situation" $(TOOL) plan s --catalogue "$$folder/large"

.PHONY: serve
serve: book ## show the book at a local address
	@echo "The book is at http://127.0.0.1:$(PORT)/ until you press Ctrl-C."
	@python3 -m http.server --bind 127.0.0.1 --directory output $(PORT)

.PHONY: format
format: ## rewrite the sources as .swift-format says
	@swift format --in-place $(SWIFT_STYLE)

.PHONY: clean
clean: ## remove everything that was built or installed here
	@rm -rf .build
	@find output -mindepth 1 -not -path output/README.md -delete

.PHONY: checkers
checkers: $(CHECKERS)
	@$(call install,$(TEST_PACKAGES) $$(java -version >/dev/null 2>&1 || echo default-jre-headless))

$(CHECKERS): Tests/checks/requirements.txt
	@echo "Installing the checkers"
	@$(call install,$$(python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv))
	@rm -rf $(@D)/venv && mkdir -p $(@D)
	@python3 -m venv $(@D)/venv
	@PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 $(@D)/venv/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

.PHONY: packages
packages:
	@$(call install,$(BOOK_PACKAGES))

$(BUILT): $(SWIFT_FILES) $(if $(wildcard $(TOOL)),,missing) | packages
	@command -v swift >/dev/null || { echo "Swift 6.2 or newer is needed, and no \`swift\` is on the PATH." >&2; exit 1; }
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p'); \
	[[ $$(printf '%s\n' 6.2 "$$version" | sort -V | head -n 1) == 6.2 ]] \
	  || { echo "Swift 6.2 or newer is needed; this is $${version:-of no known version}." >&2; exit 1; }
	@mkdir -p .build
	@echo "Compiling onebook (a few minutes the first time)"
	@$(call quietly,.build/release.log,swift build -c release --product onebook)
	@touch $@

.PHONY: missing
missing:
