// The section about style, before and after what can be mended by machine.

#include <fmt/format.h>

#include <map>
#include <utility>

#include "tools/report/review_sections.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

constexpr size_t kMostFindings = 12;

struct Counts {
    int before = 0;
    int after = 0;
};

std::string Row(const std::string &name, const Counts &counts)
{
    return fmt::format("  {:<52.52} {:>7} {:>7}\n", name, counts.before,
                       counts.after);
}

std::string FindingText(const Finding &finding)
{
    std::string place = finding.file.empty()
                            ? ""
                            : fmt::format("{}:{}: ", finding.file,
                                          finding.line);
    return Paragraph("    ", fmt::format("{}{}: {}", place,
                                         StyleLevelName(finding.level),
                                         finding.message));
}

std::map<std::string, Counts> CountByRule(const ReviewReport &report)
{
    std::map<std::string, Counts> rules;
    for (const FixResult &style : report.style) {
        for (const Finding &finding : style.before.findings) {
            rules[finding.rule].before++;
        }
        for (const Finding &finding : style.after.findings) {
            rules[finding.rule].after++;
        }
    }
    return rules;
}

std::string WhatIsLeft(const ReviewReport &report)
{
    std::string text;
    size_t shown = 0;
    for (const FixResult &style : report.style) {
        for (const Finding &finding : style.after.findings) {
            if (shown++ < kMostFindings) {
                text += FindingText(finding);
            }
        }
    }
    if (shown > kMostFindings) {
        text += fmt::format("    (and {} more)\n", shown - kMostFindings);
    }
    return text.empty() ? "" : "  left for the author:\n" + text;
}

}  // namespace

std::string StyleSection(const ReviewReport &report)
{
    if (report.style.empty()) {
        return "";
    }
    Counts errors;
    Counts warnings;
    for (const FixResult &style : report.style) {
        errors.before += style.before.errors;
        errors.after += style.after.errors;
        warnings.before += style.before.warnings;
        warnings.after += style.after.warnings;
    }
    std::string text = Heading("Style");
    text += fmt::format("  {:<52} {:>7} {:>7}\n", "", "before", "--fix");
    text += Row("errors", errors) + Row("warnings", warnings);
    for (const auto &[rule, counts] : CountByRule(report)) {
        text += Row("  " + rule, counts);
    }
    return text + WhatIsLeft(report);
}

}  // namespace laio
