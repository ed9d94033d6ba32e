#include "tools/manual/man_page.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

class ManPageTest : public testing::Test {
 protected:
    ManPageTest()
    {
        Command cut{"cut", "Cuts `wood` and other-things"};
        cut.Add("-o,--output FILE", &file_, "Where it goes; not here");
        cut.Add("--saws N", &saws_, "How many saws").Range(1, 9);
        cut.Add("--mode MODE", &mode_, "Which way")
            .OneOf({"along", "across"})
            .Excludes({"--saws"});
        cut.Add("--time TIME", &time_, "How long")
            .In(OptionUnit::kMilliseconds)
            .Range(1, 1000);
        cut.Add("WOOD", &woods_, "What to cut").Required();
        program_.commands.push_back(cut);
    }

    std::string Page(const PageText &text = {})
    {
        return CommandPage(program_, program_.commands[0], text,
                           {"1.2", "2020-01-31"});
    }

    bool Has(const std::string &page, const std::string &line)
    {
        return ("\n" + page).find("\n" + line + "\n") != std::string::npos;
    }

    std::string file_;
    int saws_ = 2;
    std::string mode_ = "along";
    unsigned time_ = 0;
    std::vector<std::string> woods_;
    Command program_{"forest", "All about trees."};
};

TEST_F(ManPageTest, BeginsWithTheNameAndWhatItIs)
{
    std::string page = Page();

    EXPECT_TRUE(page.starts_with(
        ".TH FOREST\\-CUT 1 2020-01-31 \"forest 1.2\"\n"))
        << page;
    EXPECT_TRUE(Has(page, "forest\\-cut \\- Cuts \\(gawood\\(ga and "
                          "other\\-things"))
        << page;
}

TEST_F(ManPageTest, EachOptionHasWhatTheTableKnows)
{
    std::string page = Page();

    EXPECT_TRUE(Has(page, "\\fB\\-o\\fR, \\fB\\-\\-output\\fR \\fIFILE\\fR\n"
                          "Where it goes; not here."))
        << page;
    EXPECT_TRUE(Has(page, "How many saws. From 1 to 9. Default: \\fB2\\fR."))
        << page;
    EXPECT_TRUE(Has(page, "Which way. One of \\fBalong\\fR, \\fBacross\\fR. "
                          "Not with \\fB\\-\\-saws\\fR. Default:\n"
                          "\\fBalong\\fR."))
        << page;
    EXPECT_NE(page.find("\\fB500ms\\fR"), page.npos) << page;
    EXPECT_EQ(page.find("Default: \\fB0\\fR"), page.npos) << page;
    EXPECT_TRUE(Has(page, "\\fIWOOD\\fR\nWhat to cut.")) << page;
}

TEST_F(ManPageTest, ExamplesStandAsTheyAreTyped)
{
    std::string page =
        Page({.examples = {{"forest cut -o 'a b' ~/wood", "At home:"}}});

    EXPECT_TRUE(Has(page, "At home:\n.PP\n.EX\n    forest cut \\-o "
                          "\\(aqa b\\(aq \\(ti/wood\n.EE"))
        << page;
}

TEST_F(ManPageTest, NoLineOfTextIsTakenForAMacro)
{
    std::string page = Page({.description = {".c and `.cc` files"}});

    EXPECT_TRUE(Has(page, "\\&.c and \\fB.cc\\fR files")) << page;
}

TEST_F(ManPageTest, TheProgramNamesThePagesOfItsCommands)
{
    std::string page = ProgramPage(
        program_, {.exit_status = {{"0", "All is well."}}},
        {"1.2", "2020-01-31"});

    EXPECT_NE(page.find("See \\fBforest\\-cut\\fR(1)."), page.npos) << page;
    EXPECT_TRUE(Has(page, ".SH EXIT STATUS\n.TP\n\\fB0\\fR\nAll is well."))
        << page;
}

}  // namespace
}  // namespace laio
