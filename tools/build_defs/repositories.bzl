"""All repositories of laio, for WORKSPACE and for MODULE.bazel."""

load(":distro_rules.bzl", "distro_rules_cc")
load(":googletest.bzl", "googletest_sources")
load(":qemu_file.bzl", "qemu_file")
load(":qemu_source.bzl", "qemu_unit_tests")
load(":system_libraries.bzl", "system_libraries")

def repositories():
    """Declares them; none of their rules reaches for the network."""
    distro_rules_cc(name = "rules_cc")
    googletest_sources(name = "googletest")
    system_libraries()

    # QEMU's own unit tests, if QEMU_SRC says where; see tests/qemu_unit.
    qemu_unit_tests(name = "qemu_unit_tests")

    # @qemu_src//:linux_aio_c, likewise; see tests/scenarios.
    qemu_file(name = "qemu_src")
