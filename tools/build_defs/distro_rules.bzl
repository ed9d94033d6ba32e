"""The distribution's copy of rules_cc, made loadable by Bazel 4.2."""

_DISTRO_PATH = "/usr/share/bazel/rules/cc"

# Two private files load a symbol that only Bazel 5 has; Bazel 4.2 carries the
# same rules under @bazel_tools.
_REEXPORTED = {
    "cc/private/rules_impl/cc_flags_supplier.bzl": "cc_flags_supplier",
    "cc/private/rules_impl/compiler_flag.bzl": "compiler_flag",
}

def _distro_rules_cc_impl(rctx):
    if not rctx.path(_DISTRO_PATH).exists:
        fail("rules_cc is missing in {}: run `sudo tools/setup.sh`, or\n".format(_DISTRO_PATH) +
             "    sudo apt-get install bazel-rules-cc")

    # A copy: the re-exports below must not be written through a symlink.
    result = rctx.execute(["cp", "-R", _DISTRO_PATH + "/.", "."])
    if result.return_code:
        fail("cannot copy {}: {}".format(_DISTRO_PATH, result.stderr))
    for path, rule in _REEXPORTED.items():
        rctx.file(path, 'load("@bazel_tools//tools/cpp:{rule}.bzl", _{rule} = "{rule}")\n\n{rule} = _{rule}\n'.format(rule = rule))

distro_rules_cc = repository_rule(
    implementation = _distro_rules_cc_impl,
    doc = "Copies rules_cc from the distribution and mends its two Bazel 5 loads.",
)
