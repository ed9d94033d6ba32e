#include "tools/dev/versions_text.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>
#include <sstream>

namespace laio {
namespace {

constexpr size_t kBlobDigits = 10;
constexpr size_t kSubjectColumns = 40;
constexpr int kOutputLines = 6;

std::string CoSubmitWord(CoSubmitForm form)
{
    switch (form) {
    case CoSubmitForm::kAbsent:
        return "";
    case CoSubmitForm::kStateSectors:
        return "co(sectors)";
    case CoSubmitForm::kStateBytes:
        return "co(bytes)";
    case CoSubmitForm::kStateBytesBatch:
        return "co(batch)";
    case CoSubmitForm::kThreadBytesBatch:
        return "co(thread)";
    case CoSubmitForm::kThreadBytesFlags:
        return "co(flags)";
    }
    return "";
}

std::string PlugWord(const Traits &traits)
{
    switch (traits.unplug) {
    case UnplugForm::kAbsent:
        break;
    case UnplugForm::kStateBool:
        return "plug(bool)";
    case UnplugForm::kState:
        return "plug(state)";
    case UnplugForm::kStateBatch:
        return "plug(batch)";
    case UnplugForm::kThreadBatch:
        return "plug(thread)";
    }
    return traits.plug == PlugForm::kBlkPlug ? "blk_plug"
           : traits.plug == PlugForm::kDefer ? "defer"
                                             : "";
}

// The committer's day, as git shows it.
std::string Date(const FileVersion &version)
{
    const std::time_t local = version.committed_s + 60 * version.zone_minutes;
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(local));
}

// Cut at a whole character of UTF-8.
std::string Cut(const std::string &text, size_t columns)
{
    if (text.size() <= columns) {
        return text;
    }
    size_t end = columns - 2;
    while (end > 0 && (text[end] & 0xc0) == 0x80) {
        end--;
    }
    return text.substr(0, end) + "..";
}

const char *CompileWord(const JudgedVersion &judged)
{
    return judged.compiles()      ? "ok"
           : !judged.compiled.ok ? "ERROR"
                                  : "WARNS";
}

std::string SmokeWord(const JudgedVersion &judged)
{
    int pass = 0;
    int bad = 0;
    for (const ScenarioResult &way : judged.smoke.scenarios) {
        pass += way.verdict == Verdict::kPass;
        bad += way.verdict != Verdict::kPass && way.verdict != Verdict::kSkip;
    }
    return bad              ? fmt::format("{} OF {} BAD", bad, bad + pass)
           : judged.works() ? fmt::format("{} pass", pass)
                            : "NOT RUN";
}

// What is said below a version's line.
std::string Details(const JudgedVersion &judged, bool verbose)
{
    std::string text;
    const auto add = [&text](const std::string &line) {
        text += "       " + line + "\n";
    };
    std::istringstream output(judged.compiled.output);
    std::string line;
    for (int i = 0; i < kOutputLines && std::getline(output, line); i++) {
        add(line);
    }
    if (!judged.problem.empty()) {
        add(judged.problem);
    }
    for (const ScenarioResult &way : judged.smoke.scenarios) {
        const bool good = way.verdict == Verdict::kPass ||
                          way.verdict == Verdict::kSkip;
        if (verbose || !good) {
            add(fmt::format("{:5}  {}: {}", VerdictName(way.verdict), way.name,
                            way.detail));
        }
    }
    return text;
}

size_t CountGood(const std::vector<JudgedVersion> &versions)
{
    return static_cast<size_t>(std::count_if(
        versions.begin(), versions.end(),
        [](const JudgedVersion &judged) { return judged.good(); }));
}

}  // namespace

std::vector<std::string> ShortTraits(const Traits &traits)
{
    std::vector<std::string> words;
    const auto add = [&words](bool has, const std::string &word) {
        if (has && !word.empty()) {
            words.push_back(word);
        }
    };
    add(true, traits.init_takes_errp ? "errp"
              : traits.typed_state   ? "typed"
                                     : "untyped");
    add(traits.has_attach, "attach");
    add(traits.has_cleanup, "cleanup");
    add(traits.has_submit, "cb");
    add(true, CoSubmitWord(traits.co_submit));
    add(true, PlugWord(traits));
    add(traits.reaps_from_ring, "ring");
    add(traits.has_io_poll, "poll");
    add(traits.wakes_by_aio_co_wake, "wake");
    add(traits.has_fdsync, "fdsync");
    add(traits.has_fua, "fua");
    return words;
}

std::string VersionsText(const std::vector<JudgedVersion> &versions,
                         bool verbose)
{
    size_t widest = 6;
    for (const JudgedVersion &judged : versions) {
        widest = std::max(
            widest,
            fmt::format("{}", fmt::join(ShortTraits(judged.traits), " "))
                .size());
    }
    std::string text = fmt::format(
        "{:>4}  {:10}  {:{}}  {:{}}  {:{}}  {:7}  {}\n", "#", "date", "blob",
        kBlobDigits, "first commit", kSubjectColumns, "traits", widest,
        "compile", "smoke");
    int number = 0;
    for (const JudgedVersion &judged : versions) {
        const FileVersion &version = judged.version;
        text += fmt::format(
            "{:4}  {}  {}  {:{}}  {:{}}  {:7}  {}\n", ++number,
            Date(version), version.blob.substr(0, kBlobDigits),
            Cut(version.subject, kSubjectColumns), kSubjectColumns,
            fmt::format("{}", fmt::join(ShortTraits(judged.traits), " ")),
            widest, CompileWord(judged), SmokeWord(judged));
        text += Details(judged, verbose);
    }
    return text +
           fmt::format("{} of {}\n", CountGood(versions), versions.size());
}

nlohmann::json VersionsJson(const std::vector<JudgedVersion> &versions)
{
    nlohmann::json list = nlohmann::json::array();
    for (const JudgedVersion &judged : versions) {
        const FileVersion &version = judged.version;
        list.push_back(
            {{"number", list.size() + 1},
             {"date", Date(version)},
             {"blob", version.blob},
             {"commit", version.commit},
             {"subject", version.subject},
             {"path", version.path},
             {"traits", ShortTraits(judged.traits)},
             {"compile",
              {{"verdict", judged.compiles() ? "pass" : "fail"},
               {"warnings", judged.compiled.warnings},
               {"output", judged.compiled.output}}},
             {"smoke", ToJson(judged.smoke)},
             {"problem", judged.problem},
             {"good", judged.good()}});
    }
    return {{"versions", list},
            {"total",
             {{"versions", versions.size()}, {"good", CountGood(versions)}}}};
}

}  // namespace laio
