#include "tools/report/review_text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

#include "tools/cpp/runfiles/runfiles.h"
#include "tools/report/example_report.h"

namespace laio {
namespace {

using bazel::tools::cpp::runfiles::Runfiles;

std::string Golden(const std::string &name)
{
    std::string why;
    std::unique_ptr<Runfiles> runfiles(Runfiles::CreateForTest(&why));
    EXPECT_TRUE(runfiles) << why;
    std::ifstream in(
        runfiles->Rlocation("laio/tools/report/testdata/" + name));
    return std::string(std::istreambuf_iterator<char>(in), {});
}

// To write them anew, in this folder:
// LAIO_WRITE_GOLDENS=$PWD/testdata bazel run :review_test
void ExpectGolden(const std::string &text, const std::string &name)
{
    if (const char *folder = std::getenv("LAIO_WRITE_GOLDENS")) {
        std::ofstream(std::string(folder) + "/" + name) << text;
        FAIL() << "wrote " << name;
    }
    EXPECT_EQ(text, Golden(name));
}

TEST(ReviewText, SaysEverythingThatWasFoundOut)
{
    ExpectGolden(ReviewText(ExampleReport()), "everything.txt");
}

TEST(ReviewText, SaysWhatWasNotDoneAndWhy)
{
    ReviewReport report = ExampleReport();
    report.judged.reset();
    report.style.clear();
    report.next_version.clear();
    report.apply_problem =
        "block/linux-aio.c: hunk 2 does not match line 33 or any other";
    report.notes = {"nothing was compiled, run or measured: the patch does "
                    "not apply"};

    ExpectGolden(ReviewText(report), "does_not_apply.txt");
}

TEST(ReviewText, ShowsTheCompilersWordsWhenThePatchBreaksTheBuild)
{
    ReviewReport report = ExampleReport();
    report.judged->after.compiled =
        Compiled{false, "", "block/linux-aio.c:14:9: error: expected ';'\n",
                 0, 1};
    report.judged->after.run.reset();
    report.judged->bench.reset();
    report.judged->bench_note =
        "not measured: it takes both sides to compare";

    ExpectGolden(ReviewText(report), "does_not_compile.txt");
}

TEST(ReviewText, NoLineIsWiderThanAMailCarries)
{
    std::istringstream lines(ReviewText(ExampleReport()));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 76u) << line;
    }
}

TEST(ReviewText, BreaksCommandsBetweenWords)
{
    ReviewReport report = ExampleReport();
    report.reproduce = {"laio review --tree " + std::string(40, 't') + " " +
                        std::string(40, 'm')};

    std::string text = ReviewText(report);

    EXPECT_NE(text.find("  laio review --tree " + std::string(40, 't') +
                        " \\\n      " + std::string(40, 'm') + "\n"),
              std::string::npos)
        << text;
}

TEST(ReviewText, NamesTheFirstPatchOfASeriesThatBreaks)
{
    ReviewReport report = ExampleSeries();

    std::string text = ReviewText(report);

    EXPECT_EQ(FirstBreakingStep(report), 1u);
    EXPECT_NE(text.find("the first patch that breaks something is 2 of 3"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("<-- the first that"), std::string::npos) << text;
}

TEST(HasFindings, ASeriesThatMendsItselfLaterStillHasThem)
{
    ReviewReport report = ExampleSeries();
    report.judged->after.run = ExampleVerdicts(Verdict::kPass);
    report.steps[2].after = report.judged->after;
    report.style = {};

    EXPECT_TRUE(HasFindings(report));
}

TEST(HasFindings, TellsACleanReviewFromOneThatIsNot)
{
    ReviewReport clean = ExampleReport();
    clean.style = {FixResult{}};
    clean.judged->after.run = ExampleVerdicts(Verdict::kPass);
    EXPECT_FALSE(HasFindings(clean));

    ReviewReport style = clean;
    style.style = {ExampleStyle()};
    EXPECT_TRUE(HasFindings(style));

    ReviewReport worse = clean;
    worse.judged->after.run = ExampleVerdicts(Verdict::kHang);
    EXPECT_TRUE(HasFindings(worse));

    ReviewReport build = clean;
    build.judged->after.compiled->ok = false;
    EXPECT_TRUE(HasFindings(build));

    ReviewReport apply = clean;
    apply.apply_problem = "hunk 1 does not match";
    EXPECT_TRUE(HasFindings(apply));
}

}  // namespace
}  // namespace laio
