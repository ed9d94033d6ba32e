"""QEMU's linux-aio.c, out of the tree that QEMU_SRC names."""

# In the order in which versions moved it.
_PLACES = ["block/linux-aio.c", "linux-aio.c"]

def _qemu_file_impl(rctx):
    root = rctx.os.environ.get("QEMU_SRC", "")
    if root:
        found = [
            path
            for path in [rctx.path("{}/{}".format(root, place)) for place in _PLACES]
            if path.exists
        ]
        if not found:
            fail("QEMU_SRC={} has no block/linux-aio.c: it must be a tree of QEMU".format(root))
        rctx.symlink(found[0], "linux-aio.c")
    else:
        rctx.file("linux-aio.c", "#error QEMU_SRC is not set: it must name a tree of QEMU\n")
    rctx.file("BUILD", """\
filegroup(
    name = "linux_aio_c",
    srcs = ["linux-aio.c"],
    visibility = ["//visibility:public"],
)
""")

qemu_file = repository_rule(
    implementation = _qemu_file_impl,
    environ = ["QEMU_SRC"],
    local = True,
    doc = "A link to the file in QEMU_SRC; one that does not compile when it is not set.",
)
