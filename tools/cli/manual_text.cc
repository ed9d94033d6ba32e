#include "tools/cli/manual_text.h"

namespace laio {
namespace {

PageText ReviewText()
{
    return {
        .description =
            {"Takes a patch out of a mail in whatever state it arrived, "
             "applies it, checks and mends its style, compiles the file "
             "before and after the patch, runs the scenarios against both, "
             "measures both, and prints one report.",
             "A series is judged patch by patch, and the first that does not "
             "apply, does not compile or breaks a promise is named.",
             "Without `--tree`, the sources that ship with laio can be "
             "patched as well, so that the example below works anywhere."},
        .files =
            {{"DIR/report.txt", "76 columns, to be pasted into a reply."},
             {"DIR/report.html", "One page for a browser or paper."},
             {"DIR/report.json", "For programs; what `--json` prints."},
             {"DIR/reply.txt",
              "A draft of the reply: the patch quoted, findings beneath."},
             {"DIR/v2-0001-*.patch",
              "The next version, style mended, for `git am`."},
             {"DIR/before, DIR/after",
              "The judged file, for `laio run` and `laio bench`."}},
        .examples =
            {{"laio review /usr/share/doc/laio/examples/ring-v1-reply.mbox",
              "The mail that ships: a patch that completes requests twice."},
             {"laio review --tree ~/qemu.git -o out ~/mail/reply.txt",
              "A mail from the list against a clone of QEMU:"},
             {"b4 am -o- MSGID | laio review --tree ~/qemu.git -",
              "What b4 fetches from the archive of the list:"},
             {"git format-patch --stdout master.. | laio review -",
              "The commits of a branch, before they are sent:"}},
    };
}

PageText SalvageText()
{
    return {
        .description =
            {"Undoes what mail programs do to a patch (encodings, quoting, "
             "wrapped lines, lost blanks and tabs) and prints one that "
             "`git am` takes. Grades and reasons go to stderr.",
             "A file is graded `EXACT` only with proof: its blob id after the "
             "patch is the one that the mail names. `CONSISTENT` fits the "
             "tree without such proof, `GUESSED` has lines that could be "
             "otherwise, and `FAILED` could not be recovered."},
        .examples = {{"laio salvage --tree ~/qemu.git -o fix.patch reply.txt",
                      "From a reply to a patch:"},
                     {"laio salvage --series patches ~/mail/list.mbox",
                      "All patches of a mailbox, reviewers' comments beside "
                      "them:"}},
    };
}

PageText ApplyText()
{
    return {
        .description =
            {"Recovers the patch as `laio-salvage`(1) does and applies it: to "
             "the files of a checkout, to the index too, or as commits. All "
             "files change or none does, and nothing is ever written outside "
             "of the tree."},
        .examples = {{"laio apply --check --tree ~/qemu.git reply.txt",
                      "Whether a patch would apply:"},
                     {"laio apply --commit series.mbox",
                      "A series as commits of the checkout one stands in:"}},
    };
}

PageText StyleText()
{
    return {
        .description =
            {"Finds what QEMU's `checkpatch.pl` finds, and with `--fix` "
             "mends it. The input is a patch, a range of commits, or with "
             "`-f` a source file. Nothing is run; where a fix brings or "
             "takes a token, the source is compiled before and after."},
        .examples =
            {{"laio style HEAD~..HEAD", "The last commit:"},
             {"laio style --fix -o v2.mbox master..", "A mended series:"},
             {"laio style --fix -o v2.patch v1.patch", "A mended patch:"},
             {"laio style --install-hook", "Before each commit from now on:"},
             {"vim -q <(laio style --quickfix HEAD~..HEAD)",
              "The findings in an editor:"}},
    };
}

PageText RunText()
{
    return {
        .description =
            {"Compiles each subject in isolation and plays scenarios against "
             "it on a kernel that does what the scenario says. A verdict is "
             "`pass`, `fail`, `crash`, `hang` or `skip`; a failure is shown "
             "as a chart of caller, loop and kernel.",
             "A subject is `ours`, `getevents` or `ring-v1`, which ship with "
             "laio, a .c or .cc file, or `REV:block/linux-aio.c` of a tree."},
        .exit_status =
            {{"0", "Every verdict is pass or skip."},
             {"1", "A promise is broken."},
             {"2, 3, 4", "As `laio`(1) says."},
             {"125, 130, 132",
              "With `--bisect`: the subject cannot be judged; wrong usage; "
              "the machine lacks something."}},
        .examples =
            {{"laio run --tree ~/qemu.git v9.0.0:block/linux-aio.c",
              "A version of QEMU:"},
             {"laio run --matrix ours getevents ring-v1",
              "What ships, side by side:"},
             {"git bisect run laio run --bisect --filter 'ring/*' "
              "block/linux-aio.c",
              "The commit that broke a promise:"}},
    };
}

PageText BenchText()
{
    return {
        .description =
            {"Measures subjects on a file or device, beside io_getevents(), a "
             "bare loop, fio and qemu-img, whichever are installed. Runs are "
             "interleaved and compared run by run."},
        .examples = {{"laio bench --file /var/tmp/file --create 256M",
                      "Everything that is installed, on a file of its own:"},
                     {"laio bench --file FILE --engine after/linux-aio.c "
                      "--engine before/linux-aio.c",
                      "One version of a file beside another:"}},
    };
}

PageText PortText()
{
    return {
        .description =
            {"Brings a change to another version of the file, function by "
             "function, and not by line numbers. Each hunk ends ported, "
             "already there, or manual with the reason.",
             "The result is compiled and judged: a scenario that failed must "
             "pass, and none may fail that passed before. Without such proof "
             "the patch says so."},
        .examples = {{"laio port --from fix.patch --onto ~/qemu.git@v7.2.0 "
                      "-o ported.patch",
                      "A fix into an older version:"}},
    };
}

}  // namespace

PageText ProgramText()
{
    return {
        .description =
            {"Patches to QEMU's block/linux-aio.c arrive by mail, often "
             "damaged. laio takes the patch out of whatever text it arrived "
             "in, applies it, checks and mends its style, compiles the file "
             "in isolation, runs scenarios against it, measures it, and says "
             "in one report what is true.",
             "The result goes to stdout and talk to stderr; `-` is stdin; "
             "`--json` gives every result to programs.",
             "Compiling and running a patch happens in a sandbox "
             "(`bwrap`(1)): no network, no home, nothing writable but one "
             "folder."},
        .exit_status =
            {{"0", "All is well."},
             {"1", "There are findings or failing verdicts."},
             {"2", "Wrong usage."},
             {"3", "The input cannot be used: a mail, patch, tree or file."},
             {"4", "The machine lacks something: a compiler, a sandbox."}},
        .files =
            {{"PREFIX/lib/laio",
              "What ships with the program, found from where the program is: "
              "the headers a subject is compiled with, the subjects, and the "
              "programs that judge and measure them."},
             {"PREFIX/share/doc/laio/examples/ring-v1-reply.mbox",
              "A mail to try `laio review` on."}},
        .examples =
            {{"laio review --tree ~/qemu.git ~/mail/reply.txt",
              "A mail from the list against a clone of QEMU:"},
             {"git config --global alias.review '!git format-patch --stdout "
              "@{u}.. | laio review -'",
              "`git review`, for the commits that are not upstream:"}},
    };
}

std::map<std::string, PageText> CommandTexts()
{
    return {
        {"apply", ApplyText()},     {"bench", BenchText()},
        {"port", PortText()},       {"review", ReviewText()},
        {"run", RunText()},         {"salvage", SalvageText()},
        {"style", StyleText()},
    };
}

}  // namespace laio
