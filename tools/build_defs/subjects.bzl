"""Subjects as targets: from a file, or from a file and a mail with a patch.

    load("//tools/build_defs:subjects.bzl", "patched_subject", "subject")
    load("//tests/scenarios:scenario_test.bzl", "scenario_test")

    patched_subject(
        name = "someone-v2",
        base = "linux-aio-9.0.c",
        mail = "someone-v2.mbox",
    )

    scenario_test(
        name = "someone-v2_test",
        expect = {"loop/fairness/*": "fail"},
        subject = ":someone-v2",
    )
"""

load("@rules_cc//cc:defs.bzl", "cc_binary")

def subject(name, src, hdrs = [], deps = [], visibility = None, **kwargs):
    """Compiles a linux-aio file against the contract.

    Args:
      name: the target, which is the source; NAME.so is the shared object. The
        symbols of util/ stay undefined in it: the program that loads it has
        the runtime.
      src: a .c or .cc file, a label.
      hdrs: what it includes beside the contract.
      deps: libraries whose headers it includes.
      visibility: of both.
      **kwargs: of cc_binary.
    """
    native.filegroup(
        name = name,
        srcs = [src],
        visibility = visibility,
    )
    cc_binary(
        name = name + ".so",
        srcs = [src] + hdrs,
        linkshared = True,
        visibility = visibility,
        deps = ["//qemu_compat:headers"] + deps,
        **kwargs
    )

def patched_subject(name, base, mail, path = "block/linux-aio.c", **kwargs):
    """A subject that is another file with the patch of a mail on it.

    The patch is salvaged as `laio salvage` would. The build fails when it
    cannot be, or does not apply, or changes other files too.

    Args:
      name: of the subject.
      base: the file, a label.
      mail: an mbox, a mail or a patch, a label. Several mails of one series
        are applied in their order.
      path: what the patch calls the file.
      **kwargs: of subject().
    """
    source = name + path[path.rindex("."):]
    native.genrule(
        name = name + "_source",
        # A tool that is built as the tests are: as one of `tools` all of it
        # would be compiled once more.
        srcs = [
            base,
            mail,
            "//tools/build_defs:patched_file",
        ],
        outs = [source],
        cmd = "$(location //tools/build_defs:patched_file) " +
              "$(location {}) $(location {}) {} > $@".format(mail, base, path),
    )

    # Whatever its author's compiler does not say is no defect here.
    subject(name = name, src = source, copts = ["-w"], **kwargs)
