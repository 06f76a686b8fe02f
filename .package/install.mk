# install.mk: the shared library, make install, make uninstall and make deb. PREFIX and DESTDIR as everywhere.
VERSION := $(shell sed -n 's/^\#define YH_VERSION "\(.*\)"/\1/p' core/yanhu.h)
SONAME := libyanhu.so.0
# Debian's multiarch folder under /usr, plain lib elsewhere
LIBDIR ?= $(PREFIX)/lib$(if $(filter /usr,$(PREFIX)),/$(shell $(CC) -print-multiarch 2>/dev/null))
CORE_PKGS := libpcre2-8 libcjson $(LINKED)

# Only what core/yanhu.h declares is seen from outside: everything is compiled with -fvisibility=hidden.
$(BUILD)/$(SONAME): $(call OBJ,$(CORE))
	$(Q)$(CC) $(CFLAGS_ALL) -shared -Wl,-z,defs -Wl,-soname,$(SONAME) $^ -o $@ $(shell pkg-config --libs $(CORE_PKGS) 2>/dev/null) -lm

# `require "yanhu"` for a stock Lua 5.4, which brings the symbols of the Lua library itself
$(BUILD)/yanhu.so: $(call OBJ,lua/module.c $(wildcard lua/bridge/*.c) $(CORE))
	$(Q)$(CC) $(CFLAGS_ALL) -shared $^ -o $@ $(filter-out -llua% $(LUA_ARCHIVE),$(LIBS))

$(BUILD)/yanhu.pc: core/yanhu.h .package/install.mk Makefile
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$(PREFIX)/include' '' 'Name: yanhu' \
	  'Description: Chinese government work reports as a tree with numbers and periods' 'Version: $(VERSION)' \
	  'Requires.private: $(CORE_PKGS)' 'Libs: -L$${libdir} -lyanhu' 'Libs.private: -lm' 'Cflags: -I$${includedir}' > $@

TO := $(DESTDIR)$(PREFIX)
install: all $(BUILD)/$(SONAME) $(BUILD)/yanhu.so $(BUILD)/yanhu.pc
	install -D -m 755 $(BUILD)/yanhu $(TO)/bin/yanhu
	install -D -m 644 core/yanhu.h $(TO)/include/yanhu.h
	install -D -m 644 $(BUILD)/libyanhu.a $(DESTDIR)$(LIBDIR)/libyanhu.a
	install -D -m 644 $(BUILD)/$(SONAME) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libyanhu.so
	install -D -m 644 $(BUILD)/yanhu.so $(DESTDIR)$(LIBDIR)/lua/5.4/yanhu.so
	install -D -m 644 docs/meta/yanhu.lua $(TO)/share/yanhu/meta/yanhu.lua
	install -D -m 644 $(BUILD)/yanhu.pc $(DESTDIR)$(LIBDIR)/pkgconfig/yanhu.pc
	install -D -m 644 docs/yanhu.1 $(TO)/share/man/man1/yanhu.1
	install -D -m 644 docs/yanhu.zh_CN.1 $(TO)/share/man/zh_CN/man1/yanhu.1
	install -D -m 644 .package/completion/yanhu.bash $(TO)/share/bash-completion/completions/yanhu
	install -D -m 644 .package/completion/_yanhu $(TO)/share/zsh/vendor-completions/_yanhu
	install -D -m 644 .package/completion/yanhu.fish $(TO)/share/fish/vendor_completions.d/yanhu.fish
	for mo in $(patsubst $(BUILD)/%,%,$(CATALOGUES)); do install -D -m 644 $(BUILD)/$$mo $(TO)/share/$$mo || exit 1; done
	install -D -m 644 -t $(TO)/share/doc/yanhu LICENSE .package/copyright README.md $(wildcard README.zh.md docs/*.md)
	install -D -m 644 -t $(TO)/share/doc/yanhu/examples/reports examples/reports/*
	install -D -m 644 -t $(TO)/share/doc/yanhu/examples/rules $(wildcard examples/rules/*)

uninstall:
	rm -rf $(TO)/share/doc/yanhu $(TO)/share/yanhu/meta
	rm -f $(patsubst $(BUILD)/%,$(TO)/share/%,$(CATALOGUES))
	rm -f $(TO)/bin/yanhu $(TO)/include/yanhu.h $(addprefix $(DESTDIR)$(LIBDIR)/,libyanhu.a $(SONAME) libyanhu.so lua/5.4/yanhu.so \
	  pkgconfig/yanhu.pc) $(addprefix $(TO)/share/,man/man1/yanhu.1 man/zh_CN/man1/yanhu.1 bash-completion/completions/yanhu \
	  zsh/vendor-completions/_yanhu fish/vendor_completions.d/yanhu.fish)

# A package of what make install installs, for the Debian that it was built on; wants dpkg-dev. What it depends on is
# read from the libraries that it is linked with.
deb:
	rm -rf $(BUILD)/deb
	$(MAKE) --no-print-directory install PREFIX=/usr DESTDIR=$(BUILD)/deb
	BUILD=$(BUILD) VERSION=$(VERSION) LATE_FILES="$(foreach l,$(LATE_HERE),$(call library_file,$(lastword $(subst :, ,$(l)))))" .package/deb

.PHONY: install uninstall deb
