# The front door. `make` builds, `make run` shows the library at work, `make test` runs every test.
# Each installs what it needs and finds missing, with apt where it may; else it names what is missing.

PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DATADIR ?= $(PREFIX)/share
SBINDIR ?= $(PREFIX)/sbin
DESTDIR ?=

VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# libvirt.so.0.12008.0 for 12.8.0, as libvirt numbers its files.
FILE_VERSION := $(shell echo $(VERSION) | awk -F. '{ printf "0.%d.%d", $$1 * 1000 + $$2, $$3 }')
# What is installed comes from here; `make install PROFILE=debug` takes a debug build.
PROFILE ?= release
BUILT := target/$(PROFILE)
LIBRARIES := libvirt libvirt-qemu libvirt-lxc libvirt-admin
# Where the tables and instruments lie that the project is measured with.
FERROVIRT_SHARED ?= $(abspath ../shared)
export FERROVIRT_SHARED

.PHONY: all build run test soak kills bench fuzz conformance install needs-build needs-run needs-test

all: build

needs-build needs-run needs-test: needs-%:
	@tools/setup $*

build: needs-build
	cargo build --release --workspace
	@tools/library-dir $(BUILT) target/lib
	@echo 'Built. LD_LIBRARY_PATH=$(CURDIR)/target/lib puts the library in place of libvirt.'

run: needs-run build
	@tests/demo/run target/lib

test: needs-test
	cargo test --workspace
	tests/python/upstream-suite

# The C programs at full length: sixteen threads for a minute, documents of a million attributes, 200 forks.
soak: needs-test
	VIRT_LONG=1 VIRT_SECONDS=60 cargo test --release --test c

# The owner of guests killed 200 times at random moments of its work; `make test` does it ten times.
kills: needs-run build
	LD_LIBRARY_PATH=target/lib /usr/bin/python3 tests/guest/kills.py 200

bench: needs-test build
	tests/bench/run
	tests/bench/qemu

fuzz:
	tests/fuzz/run

conformance: build
	$(FERROVIRT_SHARED)/conformance/conformance --quick --libdir $(abspath target/lib)

install:
	@test -e $(BUILT)/libvirt.so || $(MAKE) build
	install -d $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(INCLUDEDIR)/libvirt $(DESTDIR)$(DATADIR)/libvirt/api
	for name in $(LIBRARIES); do \
	    install -m 755 $(BUILT)/$$(echo $$name | tr - _).so $(DESTDIR)$(LIBDIR)/$$name.so.$(FILE_VERSION) && \
	    ln -sf $$name.so.$(FILE_VERSION) $(DESTDIR)$(LIBDIR)/$$name.so.0 && \
	    ln -sf $$name.so.0 $(DESTDIR)$(LIBDIR)/$$name.so && \
	    sed -e 's|@prefix@|$(PREFIX)|' -e 's|@libdir@|$(LIBDIR)|' -e 's|@includedir@|$(INCLUDEDIR)|' \
	        -e 's|@datadir@|$(DATADIR)|' -e 's|@version@|$(VERSION)|' pkgconfig/$$name.pc.in \
	        > $(DESTDIR)$(LIBDIR)/pkgconfig/$$name.pc || exit 1; \
	done
	install -m 755 $(BUILT)/libvirt_preload.so $(DESTDIR)$(LIBDIR)/libvirt-preload.so
	install -d $(DESTDIR)$(SBINDIR)
	install -m 755 $(BUILT)/libvirtd $(DESTDIR)$(SBINDIR)/libvirtd
	install -m 644 include/libvirt/*.h $(DESTDIR)$(INCLUDEDIR)/libvirt
	install -m 644 target/api/*-api.xml $(DESTDIR)$(DATADIR)/libvirt/api
