"""QEMU's own unit tests, out of the tree that QEMU_SRC names."""

# In the order in which versions moved them.
_TEST_FOLDERS = ["tests/unit", "tests"]

_FILES = [
    "iothread.c",
    "iothread.h",
    "test-aio-multithread.c",
    "test-aio.c",
    "test-coroutine.c",
    "test-iov.c",
    "test-nested-aio-poll.c",
    "test-thread-pool.c",
]

def _find_tests(rctx, root):
    if not rctx.path(root).exists:
        fail("QEMU_SRC={} does not exist".format(root))
    for folder in _TEST_FOLDERS:
        path = rctx.path("{}/{}".format(root, folder))
        if path.get_child("test-aio.c").exists:
            return path
    fail("QEMU_SRC={} has no test-aio.c in {}: it must be a tree of QEMU".format(
        root,
        " or ".join(_TEST_FOLDERS),
    ))

# Since 2020 (QEMU commit 8c6b0356b5) a context has its bottom halves in
# slices; what users can tell changed with that. Without the header the tree is
# taken for a new one.
def _has_bh_slices(rctx, root):
    header = rctx.path("{}/include/block/aio.h".format(root))
    return not header.exists or "bh_slice_list" in rctx.read(header)

def _qemu_unit_tests_impl(rctx):
    root = rctx.os.environ.get("QEMU_SRC", "")
    found = []
    slices = True
    if root:
        tests = _find_tests(rctx, root)
        slices = _has_bh_slices(rctx, root)
        for name in _FILES:
            if tests.get_child(name).exists:
                rctx.symlink(tests.get_child(name), name)
                found.append(name)
    rctx.file("missing.c", "#error QEMU_SRC is not set, or has no such test\n")
    rctx.file("defs.bzl", "FOUND = {}\nHAS_BH_SLICES = {}\n".format(found, slices))
    rctx.file("BUILD", "exports_files({})\n".format(found + ["missing.c"]))

qemu_unit_tests = repository_rule(
    implementation = _qemu_unit_tests_impl,
    environ = ["QEMU_SRC"],
    local = True,
    doc = "Links to the tests in QEMU_SRC; no tests, and no failure, when it is not set.",
)
