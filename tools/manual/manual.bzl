"""Manual pages and completions, written by a program that has the table."""

def _manual_impl(ctx):
    folder = ctx.actions.declare_directory(ctx.label.name)
    ctx.actions.run(
        outputs = [folder],
        executable = ctx.executable.writer,
        arguments = [folder.path],
        mnemonic = "Manual",
        progress_message = "Writing the manual of %s" % ctx.label,
    )
    return DefaultInfo(
        files = depset([folder]),
        runfiles = ctx.runfiles(files = [folder]),
    )

manual = rule(
    implementation = _manual_impl,
    doc = "A folder that the program `writer` fills, as below PREFIX/share.",
    attrs = {
        # Built as the program is, not a second time as a tool.
        "writer": attr.label(
            cfg = "target",
            executable = True,
            mandatory = True,
        ),
    },
)
