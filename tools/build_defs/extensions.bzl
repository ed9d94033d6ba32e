"""The repositories of the distribution's packages, for MODULE.bazel."""

load(":repositories.bzl", "repositories")

# Bazel 4.2 knows no module extensions and never loads this file.
distribution = module_extension(
    implementation = lambda mctx: repositories(),
    doc = "Declares what WORKSPACE declares.",
)
