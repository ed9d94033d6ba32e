#include "tools/report/review_html.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <string>

#include "tools/report/example_report.h"

namespace laio {
namespace {

// The page read by a parser of XML; a page that is none fails.
class Parsed {
 public:
    explicit Parsed(const ReviewReport &report) : text(ReviewHtml(report))
    {
        pugi::xml_parse_result result =
            document.load_buffer(text.data(), text.size(), pugi::parse_full);
        EXPECT_TRUE(result) << result.description() << " at "
                            << text.substr(result.offset, 80);
    }

    pugi::xpath_node_set All(const std::string &path) const
    {
        return document.select_nodes(path.c_str());
    }

    size_t Count(const std::string &path) const { return All(path).size(); }

    std::string Words(const std::string &path) const
    {
        std::string words;
        for (pugi::xpath_node found : All(path)) {
            words += found.node().text().get();
            words += "\n";
        }
        return words;
    }

    std::string text;
    pugi::xml_document document;
};

// What a stranger may put into a mail.
ReviewReport HostileReport()
{
    const std::string evil = "</td></style><script>alert(1)</script>"
                             "<img src=x onerror=alert(2)>\" onload=\"x";
    ReviewReport report = ExampleReport();
    report.input = evil;
    SalvageResult &mail = report.mails[0];
    mail.subject = mail.author = mail.date = mail.message = evil;
    mail.notes = {evil};
    mail.files[0].path = evil;
    mail.files[0].reason = evil;
    mail.comments[0].text = mail.comments[0].author = evil;
    mail.patch.files[0].new_path = evil;
    mail.patch.files[0].hunks[0].section = evil;
    mail.patch.files[0].hunks[0].lines[1].text = evil + "\x1b[2J\xff";
    report.judged->path = evil;
    report.judged->after.compiled->output = evil;
    for (ScenarioResult &scenario : report.judged->after.run->scenarios) {
        scenario.detail = evil;
        for (TraceEvent &event : scenario.trace) {
            event.text = evil;
        }
    }
    report.next_version = {evil};
    report.reproduce = {evil};
    return report;
}

TEST(ReviewHtml, LetsNothingOfAStrangerBecomeMarkup)
{
    Parsed page(HostileReport());

    EXPECT_EQ(page.Count("//script"), 0u);
    EXPECT_EQ(page.Count("//img"), 0u);
    EXPECT_EQ(page.Count("//style"), 1u);
    EXPECT_EQ(page.Count("//@onload | //@onerror"), 0u);
    EXPECT_EQ(page.text.find("<script"), std::string::npos);
    EXPECT_EQ(page.text.find('\x1b'), std::string::npos);
}

TEST(ReviewHtml, LoadsNothingAndRunsNothing)
{
    Parsed page(ExampleReport());

    EXPECT_EQ(page.Count("//script | //link | //iframe | //object | //img"),
              0u);
    EXPECT_EQ(page.Count("//@src"), 0u);
    for (pugi::xpath_node link : page.All("//@href")) {
        EXPECT_EQ(link.attribute().value()[0], '#');
    }
    EXPECT_EQ(page.text.find("url("), std::string::npos);
    EXPECT_EQ(page.text.find("@import"), std::string::npos);
}

TEST(ReviewHtml, EveryLinkAndLabelHasItsTarget)
{
    Parsed page(ExampleSeries());
    std::set<std::string> ids;
    for (pugi::xpath_node id : page.All("//@id")) {
        EXPECT_TRUE(ids.insert(id.attribute().value()).second)
            << id.attribute().value();
    }
    for (pugi::xpath_node link : page.All("//@href")) {
        EXPECT_TRUE(ids.contains(link.attribute().value() + 1))
            << link.attribute().value();
    }
    for (pugi::xpath_node label : page.All("//@aria-labelledby")) {
        std::istringstream names(label.attribute().value());
        for (std::string name; names >> name;) {
            EXPECT_TRUE(ids.contains(name)) << name;
        }
    }
}

TEST(ReviewHtml, HasLandmarksAndHeadingsInOrder)
{
    Parsed page(ExampleReport());

    EXPECT_EQ(page.Count("/html[@lang]/body/main"), 1u);
    EXPECT_EQ(page.Count("/html/body/header/h1"), 1u);
    EXPECT_EQ(page.Count("//h1"), 1u);
    EXPECT_EQ(page.Count("/html/body/nav[@aria-label]"), 1u);
    int level = 1;
    for (pugi::xpath_node heading : page.All("//h2 | //h3 | //h4")) {
        int now = heading.node().name()[1] - '0';
        EXPECT_LE(now, level + 1) << heading.node().text().get();
        level = now;
    }
}

TEST(ReviewHtml, TablesSayWhatTheyAreAndWhatTheirColumnsAre)
{
    Parsed page(ExampleSeries());

    EXPECT_GE(page.Count("//table"), 6u);
    EXPECT_EQ(page.Count("//table[not(caption)]"), 0u);
    EXPECT_EQ(page.Count("//th[not(@scope)]"), 0u);
    EXPECT_EQ(page.Count("//svg[not(@aria-hidden) and not(title) and "
                         "not(ancestor::svg)]"),
              0u);
}

TEST(ReviewHtml, NothingIsSaidByColourAlone)
{
    Parsed page(ExampleReport());

    EXPECT_NE(page.Words("//table[@class='verdicts']//td[@class='bad']")
                  .find("✗ fail"),
              std::string::npos);
    EXPECT_EQ(page.Count("//tr[@class='broken'][not(.//strong)]"), 0u);
    EXPECT_EQ(page.Count("//tr[@class='added'][not(.//span)]"), 0u);
}

TEST(ReviewHtml, DrawsTheChartOfWhatBrokeAndTheRunsThatWereMeasured)
{
    Parsed page(ExampleReport());

    EXPECT_EQ(page.Count("//table[@class='chart']/tbody/tr"), 3u);
    EXPECT_EQ(page.Count("//table[@class='chart']//tr[@class='broken']"), 1u);
    EXPECT_EQ(page.Count("//figure/svg[@role='img']"), 3u);
    // Two engines, two runs each.
    EXPECT_EQ(page.Count("//svg[title[@id='plot-iops-title']]/circle"), 4u);
}

TEST(ReviewHtml, PutsNotesUnderTheLinesOfThePatch)
{
    ReviewReport report = ExampleReport();
    report.style[0].before.findings[0].line = 2;

    Parsed page(report);

    EXPECT_EQ(page.Count("//table[@class='diff']//tr[@class='added'][2]"
                         "/following-sibling::tr[1][@class='note']"),
              1u);
}

TEST(ReviewHtml, WhatWasNotDoneHasNoSection)
{
    ReviewReport report = ExampleReport();
    report.judged.reset();

    Parsed page(report);

    EXPECT_EQ(page.Count("//h2[@id='verdicts']"), 0u);
    EXPECT_EQ(page.Count("//a[@href='#verdicts']"), 0u);
}

}  // namespace
}  // namespace laio
