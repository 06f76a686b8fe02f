# Settings: make PREFIX=/usr CC=clang SANITIZE=address,undefined; V=1 shows the compiler's command lines
PREFIX ?= /usr/local
BUILD ?= build
Q := $(if $(V),,@)
CC ?= gcc
CSTD := -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
# sign-conversion is not part of the bar: offsets mix size_t and uint32_t all over, always checked by range
OPT ?= -O3 -g
PKGS := lua5.4 libpcre2-8 libcjson nettle
OPTIONAL := libarchive libxml-2.0 poppler-glib uchardet opencc sqlite3 xlsxwriter libedit friso
HAVE := $(foreach p,$(OPTIONAL),$(if $(shell pkg-config --exists $(p) 2>/dev/null && echo y),$(p)))
# readstat comes without a pkg-config file
READSTAT := $(shell echo '\#include <readstat.h>' | $(CC) -E - >/dev/null 2>&1 && echo -lreadstat)
# gettext: libintl.h is a part of glibc; msgfmt makes the catalogues
LIBINTL := $(shell echo '\#include <libintl.h>' | $(CC) -E - >/dev/null 2>&1 && echo -DHAVE_LIBINTL)
MSGFMT := $(shell command -v msgfmt)
have = $(if $(filter $(1),$(HAVE)),-DHAVE_$(2))
DEFS := $(call have,libarchive,LIBARCHIVE) $(call have,libxml-2.0,LIBXML2) $(call have,poppler-glib,POPPLER) \
        $(call have,uchardet,UCHARDET) $(call have,opencc,OPENCC) \
        $(call have,sqlite3,SQLITE3) $(call have,xlsxwriter,XLSXWRITER) $(call have,libedit,LIBEDIT) $(call have,friso,FRISO) $(if $(READSTAT),-DHAVE_READSTAT) $(LIBINTL)
# Loaded when first wanted (core/text/library.h), by the names that they have here: a definition and a pkg-config name each
LATE := ARCHIVE:libarchive XML:libxml-2.0 UCHARDET:uchardet OPENCC:opencc XLSXWRITER:xlsxwriter POPPLER:poppler-glib EDIT:libedit
library_file = $(shell $(CC) -print-file-name=lib$$(pkg-config --libs-only-l $(1) | sed 's/^ *-l//; s/ .*//').so)
soname = $(shell objdump -p $(call library_file,$(1)) | sed -n 's/^ *SONAME *//p')
LATE_HERE := $(foreach l,$(LATE),$(if $(filter $(lastword $(subst :, ,$(l))),$(HAVE)),$(l)))
DEFS += $(foreach l,$(LATE_HERE),-D$(firstword $(subst :, ,$(l)))_SONAME='"$(call soname,$(lastword $(subst :, ,$(l))))"')
LINKED := $(filter-out $(foreach l,$(LATE),$(lastword $(subst :, ,$(l)))),$(HAVE))
CFLAGS_ALL := $(CSTD) $(OPT) $(WARN) $(DEFS) $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer) \
              -Icore -Ilua $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PKGS) $(HAVE) 2>/dev/null)) $(CFLAGS)
# Lua itself stands in the program where its archive is there: calls into a shared library cost a tenth of a script's time
LUA_ARCHIVE := $(filter /%,$(shell $(CC) -print-file-name=liblua5.4.a))
LIBS := $(patsubst -llua5.4,$(or $(LUA_ARCHIVE),-llua5.4),$(shell pkg-config --libs $(PKGS) $(LINKED) 2>/dev/null)) $(READSTAT) -lm -pthread $(LDFLAGS)

CORE := $(wildcard core/*.c core/*/*.c)
HOST := $(wildcard lua/bridge/*.c lua/host/*.c)
OBJ = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
UNIT := $(wildcard tests/unit/*.c)

# lua/locale/zh_CN.po: the messages in Chinese; without msgfmt they are English
CATALOGUES := $(if $(MSGFMT),$(patsubst lua/locale/%.po,$(BUILD)/locale/%/LC_MESSAGES/yanhu.mo,$(wildcard lua/locale/*.po)))

all: $(BUILD)/yanhu $(CATALOGUES)

$(BUILD)/locale/%/LC_MESSAGES/yanhu.mo: lua/locale/%.po
	@mkdir -p $(@D)
	$(Q)msgfmt $< -o $@

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(if $(Q),@echo 'cc $<')
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/libyanhu.a: $(call OBJ,$(CORE))
	@rm -f $@
	$(Q)ar rcs $@ $^

# The chart library of the page, taken from its Debian package; without it pages have no charts.
CHART := $(wildcard /usr/share/javascript/chart.js/chart.min.js)
$(BUILD)/lua/yanhu/page/chart.js: $(CHART)
	@mkdir -p $(@D)
	@cp $< $@

# The files that stand in the program, Lua (compiled as well) and parts of pages: arrays of bytes, and a table of their
# names.
LUA := $(sort $(wildcard lua/yanhu/*.lua lua/yanhu/*/*.lua lua/yanhu/page/*.css lua/yanhu/page/*.html lua/yanhu/page/*.js \
       scripts/*.lua)) $(if $(CHART),$(BUILD)/lua/yanhu/page/chart.js)
$(BUILD)/lua.list: FORCE
	@mkdir -p $(@D)
	@echo '$(LUA)' | cmp -s - $@ || echo '$(LUA)' > $@

$(BUILD)/embed: $(call OBJ,lua/embed.c)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

$(BUILD)/embedded.c: $(BUILD)/embed $(BUILD)/lua.list $(LUA)
	@$< --strip $(BUILD)/ $(LUA) > $@.new && mv $@.new $@

# Long lists of words (lua/yanhu/lists.lua) stand there as dictionaries that are made.
$(BUILD)/freeze: $(call OBJ,lua/freeze.c $(wildcard lua/bridge/*.c)) $(BUILD)/libyanhu.a
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

$(BUILD)/frozen.c: $(BUILD)/freeze $(BUILD)/lua.list $(wildcard lua/yanhu/*.lua lua/yanhu/rules/*.lua)
	@$< lua > $@.new && mv $@.new $@

$(BUILD)/obj/embedded.o $(BUILD)/obj/frozen.o: $(BUILD)/obj/%.o: $(BUILD)/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -c $< -o $@

EMBEDDED := $(BUILD)/obj/embedded.o $(BUILD)/obj/frozen.o

FORCE:
.PHONY: FORCE

$(BUILD)/yanhu: $(call OBJ,lua/main.c $(HOST)) $(EMBEDDED) $(BUILD)/libyanhu.a
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

# units of the program itself
$(BUILD)/tests/host_%: $(BUILD)/obj/tests/unit/host_%.o $(call OBJ,$(HOST)) $(EMBEDDED) $(BUILD)/libyanhu.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

# they make the archives that they read
ARCHIVER := $(if $(filter libarchive,$(HAVE)),-larchive)
$(BUILD)/tests/%: $(BUILD)/obj/tests/unit/%.o $(BUILD)/libyanhu.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS) $(ARCHIVER)

$(BUILD)/tests/promise: $(BUILD)/obj/tests/promise.o $(BUILD)/libyanhu.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

$(BUILD)/tests/peers: $(BUILD)/obj/tests/peers/recognizers.o $(BUILD)/libyanhu.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

$(BUILD)/obj/tests/peers/%.o: CFLAGS_ALL += -Itests/unit

# runs tests/lua/*.lua with nothing of the host
$(BUILD)/tests/lua-runner: $(call OBJ,tests/lua/runner.c $(wildcard lua/bridge/*.c)) $(BUILD)/libyanhu.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

# docs/lua-api.md and docs/meta/yanhu.lua out of docs/api.lua
api: $(BUILD)/tests/lua-runner
	$< --script docs/generate.lua write

unit: $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(UNIT))

# Fuzz targets: make fuzz SECONDS=600 runs each for so long. They need clang and its libFuzzer.
FUZZ := $(wildcard tests/fuzz/*.c)

$(BUILD)/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/libyanhu.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -fsanitize=fuzzer $^ -o $@ $(LIBS) $(ARCHIVER)

fuzzers: $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(FUZZ))

fuzz:
	BUILD=$(BUILD) SECONDS_EACH=$(or $(SECONDS),60) tests/tiers/fuzz

$(BUILD)/bench/parse: $(BUILD)/obj/tests/bench/parse.o $(BUILD)/libyanhu.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

bench: all $(BUILD)/bench/parse
	BUILD=$(BUILD) tests/bench/run.py

# For a first look: installs what is missing, builds, and shows the facts of a fictional county report. pkg-config is
# asked when make starts, hence the second make.
demo:
	.package/deps build
	$(MAKE) --no-print-directory -j$$(nproc) all
	$(BUILD)/yanhu run facts examples/reports/songya-2025.txt -f table -c indicator,measure,text,value,unit,status,period,line

check:
	.package/deps build test
	$(MAKE) --no-print-directory -j$$(nproc) all
	BUILD=$(BUILD) tests/run

# lua/locale/*.po with every message of the sources, what is new untranslated
messages:
	.package/messages

golden: all
	BUILD=$(BUILD) tests/tiers/golden renew

clean:
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-clang $(BUILD)-fuzz

include .package/install.mk

.PHONY: all unit fuzzers fuzz demo check golden messages clean bench api
.SECONDARY:
-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
