#include "tools/report/verdict_matrix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

namespace laio {
namespace {

JudgedSubject Judged(const std::string &name,
                     const std::vector<std::pair<const char *, Verdict>> &all)
{
    JudgedSubject judged{name, "", {name, {}}};
    for (const auto &[scenario, verdict] : all) {
        ScenarioResult result;
        result.name = scenario;
        result.verdict = verdict;
        judged.run.scenarios.push_back(result);
    }
    return judged;
}

TEST(VerdictMatrixTest, RowsAreScenariosAndColumnsSubjects)
{
    std::string text = MatrixText(
        {Judged("one", {{"a/b", Verdict::kPass}, {"c/d", Verdict::kHang}}),
         Judged("two", {{"a/b", Verdict::kCrash}, {"c/d", Verdict::kSkip}})});

    EXPECT_EQ(text,
              "       12\n"
              "  a/b  .C\n"
              "  c/d  H-\n"
              "\n"
              "  . pass  F fail  C crash  H hang  - skip\n"
              "\n"
              "    1  one: 1 pass, 1 hang\n"
              "    2  two: 1 crash, 1 skip\n");
}

TEST(VerdictMatrixTest, ASubjectWithoutVerdictsSaysWhy)
{
    std::string text = MatrixText({Judged("one", {{"a", Verdict::kFail}}),
                                   {"two", "it does not compile", {}}});

    EXPECT_NE(text.find("\n  a  F\n"), std::string::npos) << text;
    EXPECT_NE(text.find("    2  two: it does not compile\n"),
              std::string::npos);
}

TEST(VerdictMatrixTest, ManySubjectsMakeSeveralNarrowTables)
{
    std::vector<JudgedSubject> subjects(
        130, Judged("v", {{"area/situation/promise", Verdict::kPass}}));

    std::istringstream lines(MatrixText(subjects));

    size_t passes = 0;
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 76u) << line;
        if (line.find("promise") != std::string::npos) {
            passes += std::count(line.begin(), line.end(), '.');
        }
    }
    EXPECT_EQ(passes, 130u);
}

TEST(VerdictMatrixTest, JsonHasAVerdictOrNullForEverySubject)
{
    nlohmann::json json = MatrixJson({Judged("one", {{"a", Verdict::kFail}}),
                                      {"two", "it does not compile", {}}});

    EXPECT_EQ(json["scenarios"],
              nlohmann::json::parse(
                  R"([{"name": "a", "verdicts": ["fail", null]}])"));
    EXPECT_EQ(json["subjects"][0]["total"]["fail"], 1);
    EXPECT_EQ(json["subjects"][1]["error"], "it does not compile");
}

}  // namespace
}  // namespace laio
