"""Tests that play the scenarios on a subject and compare the verdicts."""

def _test(name, object, source, args, size, **kwargs):
    native.sh_test(
        name = name,
        size = size,
        srcs = ["//tests/scenarios:scenario_test.sh"],
        args = [
            "$(location //tests/harness:runner)",
            "--subject",
            "$(location {})".format(object),
            "--source",
            "$(location {})".format(source),
            "--jobs",
            "2",
            # A sanitizer on a busy machine.
            "--timeout-ms",
            "60000",
        ] + args,
        data = [
            object,
            source,
            "//tests/harness:runner",
        ],
        **kwargs
    )

def scenario_test(name, subject, expect = {}, size = "medium", **kwargs):
    """Runs every scenario on one subject, each in a process of its own.

    What is not expected to break must pass. A scenario that is expected to
    fail and passes is a failure of the test, too: the line is out of date.

    Args:
      name: the test.
      subject: a subject() or patched_subject(), a label with a colon.
      expect: verdicts by glob over the scenarios' names, such as
        {"ring/nested-poll/*": "fail,crash", "cancel/*": "skip"}. Of several
        for one scenario the last counts. A glob that matches no name fails
        the test.
      size: of the test.
      **kwargs: of sh_test.
    """
    args = ["--expect", "'*=pass'"]
    for glob, verdicts in expect.items():
        args += ["--expect", "'{}={}'".format(glob, verdicts)]
    _test(name, subject + ".so", subject, args, size, **kwargs)

def area_tests(object, source, scenarios):
    """Runs the scenarios on one subject, with a test per area.

    Each must pass, or be skipped as one that the subject cannot express.

    Args:
      object: the shared object, a label.
      source: what it was compiled from, a label.
      scenarios: the files, AREA/WHAT.cc; the test of an area is AREA_test.
    """
    areas = {}
    for file in scenarios:
        area = file.split("/")[0]
        areas[area] = areas.get(area, 0) + 1
    for area, count in areas.items():
        _test(
            name = area + "_test",
            object = object,
            source = source,
            args = [
                "--filter",
                "'{}/*'".format(area),
                "--expect",
                "'*=pass,skip'",
            ],
            shard_count = (count + 7) // 8,
            size = "medium",
        )
