"""A test that plays the scenarios on a subject and compares the verdicts."""

def scenario_test(name, subject, source, expect = {}, default = "pass,skip", size = "medium"):
    """Runs every scenario on one subject, each in a process of its own.

    Args:
      name: the test.
      subject: the subject's shared object, a label.
      source: the file that it was compiled from, a label.
      expect: verdicts by glob over the scenarios' names, such as
        {"ring/nested-poll/*": "fail,crash"}. Of several for one scenario the
        last counts. A glob that matches no name fails the test.
      default: the verdicts expected of all the others.
      size: of the test.
    """
    args = [
        "$(location //tests/harness:runner)",
        "--subject",
        "$(location {})".format(subject),
        "--source",
        "$(location {})".format(source),
        "--jobs",
        "2",
        # A sanitizer on a busy machine.
        "--timeout-ms",
        "60000",
        "--expect",
        "'*={}'".format(default),
    ]
    for glob, verdicts in expect.items():
        args += ["--expect", "'{}={}'".format(glob, verdicts)]
    native.sh_test(
        name = name,
        size = size,
        srcs = ["//tests/scenarios:scenario_test.sh"],
        args = args,
        data = [
            subject,
            source,
            "//tests/harness:runner",
        ],
    )
