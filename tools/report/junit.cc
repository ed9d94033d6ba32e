#include "tools/report/junit.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "tools/report/verdict_changes.h"
#include "tools/report/verdicts_text.h"

namespace laio {
namespace {

constexpr int kChartEvents = 32;

// XML has no way to write most control characters.
std::string Printable(std::string text)
{
    std::replace_if(
        text.begin(), text.end(),
        [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\t'; },
        '?');
    return text;
}

void AddCase(pugi::xml_node suite, const ScenarioResult &scenario)
{
    pugi::xml_node node = suite.append_child("testcase");
    size_t slash = scenario.name.find('/');
    std::string area = scenario.name.substr(0, slash);
    node.append_attribute("classname") = area.c_str();
    node.append_attribute("name") = scenario.name.c_str();
    if (scenario.verdict == Verdict::kSkip) {
        node.append_child("skipped").append_attribute("message") =
            Printable(scenario.detail).c_str();
    }
    if (!IsFailing(scenario.verdict)) {
        return;
    }
    bool broken = scenario.verdict == Verdict::kFail;
    pugi::xml_node why = node.append_child(broken ? "failure" : "error");
    why.append_attribute("message") = Printable(scenario.detail).c_str();
    why.append_attribute("type") = VerdictName(scenario.verdict);
    why.text() =
        Printable(ScenarioText(scenario, "", kChartEvents)).c_str();
}

void AddSuite(pugi::xml_node root, const RunResult &run)
{
    auto count = [&run](auto &&matches) {
        return static_cast<unsigned>(std::count_if(
            run.scenarios.begin(), run.scenarios.end(),
            [&](const ScenarioResult &s) { return matches(s.verdict); }));
    };
    pugi::xml_node suite = root.append_child("testsuite");
    suite.append_attribute("name") = Printable(run.subject).c_str();
    suite.append_attribute("tests") =
        static_cast<unsigned>(run.scenarios.size());
    suite.append_attribute("failures") =
        count([](Verdict v) { return v == Verdict::kFail; });
    suite.append_attribute("errors") = count(
        [](Verdict v) { return v == Verdict::kCrash || v == Verdict::kHang; });
    suite.append_attribute("skipped") =
        count([](Verdict v) { return v == Verdict::kSkip; });
    for (const ScenarioResult &scenario : run.scenarios) {
        AddCase(suite, scenario);
    }
}

// `  text` lines of a TAP diagnostic, a YAML block scalar.
std::string Indented(const std::string &text)
{
    std::istringstream lines(text);
    std::string indented;
    for (std::string line; std::getline(lines, line);) {
        indented += "    " + line + "\n";
    }
    return indented;
}

// A '#' would begin a directive.
std::string TapName(const std::string &subject, const std::string &scenario)
{
    std::string name = Printable(subject + ": " + scenario);
    std::replace(name.begin(), name.end(), '#', '?');
    std::replace(name.begin(), name.end(), '\n', '?');
    return name;
}

}  // namespace

std::string JunitXml(const std::vector<RunResult> &runs)
{
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    pugi::xml_node root = document.append_child("testsuites");
    root.append_attribute("name") = "laio";
    for (const RunResult &run : runs) {
        AddSuite(root, run);
    }
    std::ostringstream text;
    document.save(text, "  ");
    return std::move(text).str();
}

std::string TapText(const std::vector<RunResult> &runs)
{
    std::string text;
    int number = 0;
    for (const RunResult &run : runs) {
        for (const ScenarioResult &scenario : run.scenarios) {
            bool failing = IsFailing(scenario.verdict);
            text += std::string(failing ? "not ok " : "ok ") +
                    std::to_string(++number) + " - " +
                    TapName(run.subject, scenario.name);
            if (scenario.verdict == Verdict::kSkip) {
                text += " # SKIP " + TapName("", scenario.detail).substr(2);
            }
            text += "\n";
            if (failing) {
                text += "  ---\n  verdict: " +
                        std::string(VerdictName(scenario.verdict)) +
                        "\n  report: |\n" +
                        Indented(ScenarioText(scenario, "", kChartEvents)) +
                        "  ...\n";
            }
        }
    }
    return "TAP version 13\n1.." + std::to_string(number) + "\n" + text;
}

}  // namespace laio
