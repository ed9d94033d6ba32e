#include "tools/report/verdict_matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "tools/report/verdict_changes.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

using Subjects = std::vector<JudgedSubject>;

char Letter(std::optional<Verdict> verdict)
{
    if (!verdict) {
        return ' ';
    }
    switch (*verdict) {
    case Verdict::kPass:
        return '.';
    case Verdict::kFail:
        return 'F';
    case Verdict::kCrash:
        return 'C';
    case Verdict::kHang:
        return 'H';
    case Verdict::kSkip:
        return '-';
    }
    return '?';
}

// Scenario -> verdict, for each subject.
using Table = std::vector<std::map<std::string, Verdict>>;

Table Tabulate(const Subjects &subjects)
{
    Table table(subjects.size());
    for (size_t i = 0; i < subjects.size(); i++) {
        for (const ScenarioResult &scenario : subjects[i].run.scenarios) {
            table[i][scenario.name] = scenario.verdict;
        }
    }
    return table;
}

std::set<std::string> AllNames(const Table &table)
{
    std::set<std::string> names;
    for (const auto &column : table) {
        for (const auto &[name, verdict] : column) {
            names.insert(name);
        }
    }
    return names;
}

std::optional<Verdict> At(const Table &table, size_t subject,
                          const std::string &name)
{
    auto found = table[subject].find(name);
    return found == table[subject].end() ? std::nullopt
                                         : std::optional(found->second);
}

// A blank after every fifth column, so that the eye finds its way.
std::string Cells(size_t begin, size_t end, auto &&cell)
{
    std::string cells;
    for (size_t i = begin; i < end; i++) {
        cells += (i > begin && (i - begin) % 5 == 0 ? " " : "");
        cells += cell(i);
    }
    return cells;
}

std::string WithoutBlanksAtEnd(std::string line)
{
    return line.erase(line.find_last_not_of(' ') + 1) + "\n";
}

// The subjects' numbers, from the top down.
std::string Heading(size_t begin, size_t end, size_t name_width)
{
    std::string heading;
    for (size_t unit = 100; unit > 0; unit /= 10) {
        std::string digits = Cells(begin, end, [&](size_t i) {
            size_t number = i + 1;
            return number < unit ? ' '
                                 : static_cast<char>('0' + number / unit % 10);
        });
        if (digits.find_first_not_of(' ') != std::string::npos) {
            heading += WithoutBlanksAtEnd(
                fmt::format("  {:<{}}  {}", "", name_width, digits));
        }
    }
    return heading;
}

std::string Legend(const Subjects &subjects)
{
    std::string legend;
    for (size_t i = 0; i < subjects.size(); i++) {
        const JudgedSubject &subject = subjects[i];
        legend += Paragraph(
            fmt::format("{:5}  ", i + 1),
            subject.name + ": " + (subject.error.empty()
                                       ? CountVerdicts(subject.run)
                                       : subject.error));
    }
    return legend;
}

size_t Longest(const std::set<std::string> &names)
{
    size_t longest = 0;
    for (const std::string &name : names) {
        longest = std::max(longest, name.size());
    }
    return longest;
}

// Columns that fit beside the names: five take six characters.
size_t ColumnsBeside(size_t name_width)
{
    size_t used = name_width + 4;
    size_t room = used + 12 > kReportWidth ? 12 : kReportWidth - used;
    return room / 6 * 5;
}

}  // namespace

std::string MatrixText(const Subjects &subjects)
{
    Table table = Tabulate(subjects);
    std::set<std::string> names = AllNames(table);
    size_t name_width = Longest(names);
    size_t columns = ColumnsBeside(name_width);
    std::string text;
    for (size_t begin = 0; begin < subjects.size(); begin += columns) {
        size_t end = std::min(begin + columns, subjects.size());
        text += Heading(begin, end, name_width);
        for (const std::string &name : names) {
            text += WithoutBlanksAtEnd(fmt::format(
                "  {:<{}}  {}", name, name_width,
                Cells(begin, end, [&](size_t i) {
                    return Letter(At(table, i, name));
                })));
        }
        text += "\n";
    }
    return text + "  . pass  F fail  C crash  H hang  - skip\n\n" +
           Legend(subjects);
}

nlohmann::json MatrixJson(const Subjects &subjects)
{
    Table table = Tabulate(subjects);
    nlohmann::json json = {{"subjects", nlohmann::json::array()},
                           {"scenarios", nlohmann::json::array()}};
    for (const JudgedSubject &subject : subjects) {
        json["subjects"].push_back({{"name", subject.name},
                                    {"error", subject.error},
                                    {"total", ToJson(subject.run)["total"]}});
    }
    for (const std::string &name : AllNames(table)) {
        nlohmann::json verdicts = nlohmann::json::array();
        for (size_t i = 0; i < subjects.size(); i++) {
            auto verdict = At(table, i, name);
            verdicts.push_back(verdict ? nlohmann::json(VerdictName(*verdict))
                                       : nlohmann::json());
        }
        json["scenarios"].push_back({{"name", name}, {"verdicts", verdicts}});
    }
    return json;
}

}  // namespace laio
