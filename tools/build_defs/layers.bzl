"""Which folders may see which: qemu_compat <- util <- block <- tests; tools."""

# A target takes the group of its own layer as visibility; whoever is not in
# the group is refused by Bazel at analysis.
_MAY_USE = {
    "qemu_compat": ["util", "block", "tests"],
    "util": ["block", "tests"],
    "block": ["tests"],
    "tests": ["tools/subject", "tools/cli"],
}

def declare_layers():
    """Declares //:users_of_<layer> for every layer; for the root BUILD only."""
    for layer, users in _MAY_USE.items():
        native.package_group(
            name = "users_of_" + layer,
            packages = ["//{}/...".format(u) for u in [layer] + users],
        )
