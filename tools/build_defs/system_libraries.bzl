"""System libraries as repositories: @glib, @gmime, ... one cc_library each."""

def _split_flags(text, prefix):
    return [f[len(prefix):] for f in text.split(" ") if f.startswith(prefix)]

def _pkg_config(rctx, *args):
    result = rctx.execute(["pkg-config"] + list(args) + [rctx.attr.module])
    if result.return_code:
        fail("The system library {} is missing. On Debian or Ubuntu:\n    sudo apt-get install {}\n{}".format(
            rctx.attr.module,
            rctx.attr.package,
            result.stderr,
        ))
    return result.stdout.strip()

def _link_includes(rctx, directories):
    includes = []
    for i, directory in enumerate(directories):
        if directory == "/usr/include":
            continue
        rctx.symlink(directory, "include/{}".format(i))
        includes.append("include/{}".format(i))
    return includes

# As it was declared: of a module's repository, rctx.name has more before that.
def _own_name(rctx):
    return rctx.name.replace("+", "~").split("~")[-1]

def _pkg_config_library_impl(rctx):
    cflags = _pkg_config(rctx, "--cflags")
    libs = _pkg_config(rctx, "--libs")
    includes = _link_includes(rctx, _split_flags(cflags, "-I"))
    rctx.file("BUILD", """\
load("@rules_cc//cc:defs.bzl", "cc_library")

cc_library(
    name = "{name}",
    hdrs = glob(["include/**"], allow_empty = True),
    defines = {defines},
    includes = {includes},
    linkopts = {linkopts},
    visibility = ["//visibility:public"],
)

# Headers alone: for shared objects whose symbols the loading program has.
cc_library(
    name = "headers",
    hdrs = glob(["include/**"], allow_empty = True),
    defines = {defines},
    includes = {includes},
    visibility = ["//visibility:public"],
)
""".format(
        name = _own_name(rctx),
        defines = _split_flags(cflags, "-D"),
        includes = includes,
        linkopts = [f for f in libs.split(" ") if f],
    ))

pkg_config_library = repository_rule(
    implementation = _pkg_config_library_impl,
    attrs = {
        "module": attr.string(mandatory = True),
        "package": attr.string(mandatory = True),
    },
    doc = "A cc_library for a pkg-config module; `package` is named when it is missing.",
)

def _header_library_impl(rctx):
    if not rctx.path(rctx.attr.header).exists:
        fail("{} is missing. On Debian or Ubuntu:\n    sudo apt-get install {}".format(
            rctx.attr.header,
            rctx.attr.package,
        ))
    rctx.file("BUILD", """\
load("@rules_cc//cc:defs.bzl", "cc_library")

cc_library(
    name = "{name}",
    linkopts = {linkopts},
    visibility = ["//visibility:public"],
)
""".format(name = _own_name(rctx), linkopts = rctx.attr.linkopts))

header_library = repository_rule(
    implementation = _header_library_impl,
    attrs = {
        "header": attr.string(mandatory = True),
        "linkopts": attr.string_list(),
        "package": attr.string(mandatory = True),
    },
    doc = "A library without a pkg-config module, its headers in /usr/include.",
)

def system_libraries():
    """Declares every system library the project uses, each under its own name."""
    pkg_config_library(name = "glib", module = "glib-2.0", package = "libglib2.0-dev")
    pkg_config_library(name = "gio", module = "gio-2.0", package = "libglib2.0-dev")
    pkg_config_library(name = "gmime", module = "gmime-3.0", package = "libgmime-3.0-dev")
    pkg_config_library(name = "libgit2", module = "libgit2", package = "libgit2-dev")
    pkg_config_library(name = "fmt", module = "fmt", package = "libfmt-dev")
    pkg_config_library(name = "nettle", module = "nettle", package = "nettle-dev")
    pkg_config_library(name = "pugixml", module = "pugixml", package = "libpugixml-dev")
    pkg_config_library(name = "benchmark", module = "benchmark", package = "libbenchmark-dev")

    # Only the structures and inline helpers: the five calls are the kernel seam's.
    header_library(name = "libaio", header = "/usr/include/libaio.h", package = "libaio-dev")
    header_library(name = "boost_context", header = "/usr/include/boost/context/fiber.hpp", linkopts = ["-lboost_context"], package = "libboost-context-dev")
    header_library(name = "cli11", header = "/usr/include/CLI/CLI.hpp", package = "libcli11-dev")
    header_library(name = "json", header = "/usr/include/nlohmann/json.hpp", package = "nlohmann-json3-dev")
