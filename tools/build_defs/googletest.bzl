"""GoogleTest, from the sources that the distribution installs."""

_SOURCES = "/usr/src/googletest"

def _googletest_sources_impl(rctx):
    if not rctx.path(_SOURCES).exists:
        fail("{} is missing. On Debian or Ubuntu:\n    sudo apt-get install googletest".format(_SOURCES))
    for folder in ["googlemock", "googletest"]:
        rctx.symlink("{}/{}".format(_SOURCES, folder), folder)
    rctx.symlink(Label("//tools/build_defs:googletest.BUILD"), "BUILD")

googletest_sources = repository_rule(
    implementation = _googletest_sources_impl,
    doc = "GoogleTest compiled as everything else here is: same standard, same sanitizer.",
)
