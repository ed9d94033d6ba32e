"""Which folders may see which: qemu_compat <- util <- block <- tests; tools."""

# A target takes the group of its own layer as visibility; whoever is not in
# the group is refused by Bazel at analysis.
_MAY_USE = {
    "qemu_compat": ["util", "block", "tests"],
    "util": ["block", "tests"],
    "block": ["tests"],
    "tests": ["tools/subject", "tools/report", "tools/cli", "tools/dev"],
}

def declare_layers():
    """Declares //:users_of_<layer> for every layer; for the root BUILD only."""
    for layer, users in _MAY_USE.items():
        native.package_group(
            name = "users_of_" + layer,
            packages = ["//{}/...".format(u) for u in [layer] + users],
        )

def layer_arrow_test(name, user, used, allowed):
    """Tests whether Bazel lets one target depend on another.

    Asks Bazel's own visibility through a query, so a target that forgets its
    layer's group, or a group that admits too much, fails here.

    Args:
      name: the test.
      user: the label that would have the dependency.
      used: the label that it would depend on.
      allowed: whether it may.
    """
    native.genquery(
        name = name + "_visible",
        expression = "visible({}, {})".format(user, used),
        scope = [user, used],
        testonly = True,
    )
    native.sh_test(
        name = name,
        size = "small",
        srcs = ["//tools/build_defs:layer_arrow_test.sh"],
        args = [
            "$(location :{}_visible)".format(name),
            used,
            "allowed" if allowed else "refused",
        ],
        data = [":{}_visible".format(name)],
    )
