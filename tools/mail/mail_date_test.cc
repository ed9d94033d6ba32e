#include "tools/mail/mail_date.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(ParseMailDate, PrintsBackWhatAMailSays)
{
    for (const char *text : {"Tue, 12 Jul 2016 17:25:00 +0200",
                             "Thu, 1 Dec 2016 00:05:09 -0330"}) {
        auto date = ParseMailDate(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(FormatMailDate(*date), text);
        EXPECT_TRUE(date->zone_known);
    }
}

TEST(ParseMailDate, KnowsZonesByName)
{
    auto date = ParseMailDate("Tue Jul  2 17:25:00 CEST 2016");
    ASSERT_TRUE(date);
    EXPECT_EQ(FormatMailDate(*date), "Sat, 2 Jul 2016 17:25:00 +0200");
    EXPECT_TRUE(date->zone_known);
}

TEST(ParseMailDate, ReadsWhatMailProgramsQuote)
{
    struct {
        const char *text;
        const char *means;
    } const kRows[] = {
        {"12/07/2016 17:25", "Tue, 12 Jul 2016 17:25:00 +0000"},
        {"13/07/2016 17:25", "Wed, 13 Jul 2016 17:25:00 +0000"},
        {"7/13/2016 5:25 PM", "Wed, 13 Jul 2016 17:25:00 +0000"},
        {"7/12/2016 12:25 AM", "Tue, 12 Jul 2016 00:25:00 +0000"},
        {"2016-07-12 17:25", "Tue, 12 Jul 2016 17:25:00 +0000"},
        {"Jul 12, 2016 at 5:25 PM", "Tue, 12 Jul 2016 17:25:00 +0000"},
        {"July 12, 2016, 5:25 p.m.", "Tue, 12 Jul 2016 17:25:00 +0000"},
        {"Tue Jul 12 17:25:00 2016", "Tue, 12 Jul 2016 17:25:00 +0000"},
        {"Tue, 12 Jul 2016 at 17:25", "Tue, 12 Jul 2016 17:25:00 +0000"},
    };
    for (const auto &row : kRows) {
        auto date = ParseMailDate(row.text);
        ASSERT_TRUE(date) << row.text;
        EXPECT_EQ(FormatMailDate(*date), row.means) << row.text;
        EXPECT_FALSE(date->zone_known);
    }
}

TEST(ParseMailDate, SaysWhenDayAndMonthMayBeSwapped)
{
    EXPECT_FALSE(ParseMailDate("12/07/2016 17:25")->order_known);
    EXPECT_TRUE(ParseMailDate("13/07/2016 17:25")->order_known);
}

TEST(ParseMailDate, RefusesWhatIsNoDate)
{
    for (const char *text : {"", "yesterday", "45/45/2016 17:25",
                             "12 Foo 2016 17:25", "2016-13-40 99:99"}) {
        EXPECT_FALSE(ParseMailDate(text)) << text;
    }
}

}  // namespace
}  // namespace laio
