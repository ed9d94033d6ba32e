"""A test that headers can be included alone."""

load("@rules_cc//cc:defs.bzl", "cc_library")

def self_contained_headers(name, hdrs, deps, languages = ["cc"]):
    """Compiles a file per header and language that includes nothing else.

    Args:
      name: the target; building it is the test.
      hdrs: include paths as users write them, e.g. "block/aio.h".
      deps: the library that has them.
      languages: "cc", "c" or both.
    """
    srcs = []
    for hdr in hdrs:
        for language in languages:
            src = "{}_{}.{}".format(name, hdr.replace("/", "_").replace(".", "_"), language)
            native.genrule(
                name = src + "_gen",
                outs = [src],
                cmd = "printf '#include \"%s\"\\n#include \"%s\"\\n' {0} {0} > $@".format(hdr),
            )
            srcs.append(src)
    cc_library(name = name, srcs = srcs, deps = deps)
