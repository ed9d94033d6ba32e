#include "tools/cli/reproduce.h"

#include <filesystem>

#include "tools/report/breakages.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// A word as a POSIX shell reads it back.
std::string ShellWord(const std::string &word)
{
    bool plain = !word.empty() &&
                 word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"
                                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                        "0123456789-_./:@%+=,") ==
                     std::string::npos;
    if (plain) {
        return word;
    }
    std::string quoted = "'";
    for (char c : word) {
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return quoted + "'";
}

// The judged file of both sides, as it was written to the output folder.
void AddRuns(const ReviewWords &words, const ReviewReport &report,
             std::vector<std::string> &lines)
{
    fs::path name = fs::path(report.judged->path).filename();
    std::string before = ShellWord(fs::path(words.output) / "before" / name);
    std::string after = ShellWord(fs::path(words.output) / "after" / name);
    bool both = report.judged->before.run && report.judged->after.run;
    if (both) {
        lines.push_back("laio run --matrix " + before + " " + after);
    }
    for (const Breakage &breakage : GroupBreakages(Changes(report))) {
        lines.push_back("laio run --filter " +
                        ShellWord(breakage.Example().name) + " " + after);
    }
    if (both) {
        lines.push_back("laio bench --file FILE --engine " + after +
                        " --engine " + before);
    }
}

}  // namespace

std::vector<std::string> HowToReproduce(const ReviewWords &words,
                                        const ReviewReport &report)
{
    std::string where;
    if (!words.tree.empty()) {
        where += " --tree " + ShellWord(words.tree);
    }
    if (!words.base.empty()) {
        where += " --base " + ShellWord(words.base);
    }
    std::string mail = ShellWord(words.mail);
    std::vector<std::string> lines = {
        "laio review" + where + " " + mail,
        "laio salvage" + where + " -o salvaged.patch " + mail,
        "laio style salvaged.patch"};
    if (report.judged && !words.output.empty()) {
        AddRuns(words, report, lines);
    }
    return lines;
}

}  // namespace laio
