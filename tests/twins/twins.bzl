"""Broken twins of ours: shared objects that differ from it by one patch."""

load("@bazel_tools//tools/build_defs/cc:action_names.bzl", "CPP_COMPILE_ACTION_NAME")
load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")

def _compiler_and_flags(ctx):
    toolchain = find_cpp_toolchain(ctx)
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = toolchain,
        requested_features = ctx.features,
        # There is no target, so no module, of which the layers could be checked.
        unsupported_features = ctx.disabled_features + ["layering_check"],
    )
    context = ctx.attr.headers[CcInfo].compilation_context
    variables = cc_common.create_compile_variables(
        cc_toolchain = toolchain,
        feature_configuration = features,
        include_directories = context.includes,
        preprocessor_defines = context.defines,
        quote_include_directories = context.quote_includes,
        system_include_directories = context.system_includes,
        use_pic = True,
        user_compile_flags = ctx.fragments.cpp.copts + ctx.fragments.cpp.cxxopts,
    )
    compiler = cc_common.get_tool_for_action(
        action_name = CPP_COMPILE_ACTION_NAME,
        feature_configuration = features,
    )
    flags = cc_common.get_memory_inefficient_command_line(
        action_name = CPP_COMPILE_ACTION_NAME,
        feature_configuration = features,
        variables = variables,
    )
    inputs = depset(transitive = [context.headers, toolchain.all_files])
    return compiler, flags + ctx.fragments.cpp.linkopts, inputs

def _twins_impl(ctx):
    compiler, flags, inputs = _compiler_and_flags(ctx)
    folder = ctx.actions.declare_directory(ctx.label.name)
    arguments = ctx.actions.args()
    arguments.add(compiler)
    arguments.add_all([folder], expand_directories = False)
    arguments.add(ctx.file.source)
    arguments.add(ctx.file.ring)
    arguments.add_all(ctx.files.patches)
    arguments.add("--")
    arguments.add_all(flags)
    ctx.actions.run(
        arguments = [arguments],
        executable = ctx.executable._make_twins,
        inputs = depset(
            [ctx.file.source, ctx.file.ring, ctx.file.header] + ctx.files.patches,
            transitive = [inputs],
        ),
        mnemonic = "MakeTwins",
        outputs = [folder],
        progress_message = "Making %d twins" % len(ctx.files.patches),
        use_default_shell_env = True,
    )
    return [DefaultInfo(
        files = depset([folder]),
        runfiles = ctx.runfiles(files = [folder]),
    )]

# One action for all of them, since they share what takes the time: the headers
# are compiled once.
twins = rule(
    implementation = _twins_impl,
    attrs = {
        "header": attr.label(allow_single_file = True, mandatory = True),
        "headers": attr.label(mandatory = True, providers = [CcInfo]),
        "patches": attr.label_list(allow_files = [".patch"], mandatory = True),
        "ring": attr.label(allow_single_file = True, mandatory = True),
        "source": attr.label(allow_single_file = True, mandatory = True),
        "_cc_toolchain": attr.label(default = "@bazel_tools//tools/cpp:current_cc_toolchain"),
        "_make_twins": attr.label(
            cfg = "exec",
            default = "//tests/twins:make_twins",
            executable = True,
        ),
    },
    doc = """A folder with TWIN.so and TWIN/linux_aio.cc for every TWIN.patch.

    A patch that does not apply without fuzz, or does not compile, fails the
    build.
    """,
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)
