#include "tools/mail/series_order.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

std::vector<std::string> Ordered(const std::vector<std::string> &subjects,
                                 std::vector<std::string> *notes = nullptr)
{
    SeriesOrder order;
    std::vector<std::string> out;
    auto take = [&] {
        while (std::optional<Mail> mail = order.Take()) {
            out.push_back(mail->subject);
        }
    };
    for (const std::string &subject : subjects) {
        Mail mail;
        mail.subject = subject;
        order.Add(std::move(mail));
        take();
    }
    order.Finish();
    take();
    if (notes) {
        *notes = order.TakeNotes();
    }
    return out;
}

using Subjects = std::vector<std::string>;

TEST(ReadSubjectTag, TellsNumbersFromWords)
{
    SubjectTag tag = ReadSubjectTag("Re: [Qemu-devel] [PATCH v2 03/12] a: b");
    EXPECT_EQ(tag.words, "qemu-devel patch v2");
    EXPECT_EQ(tag.number, 3);
    EXPECT_EQ(tag.count, 12);
    EXPECT_TRUE(tag.reply);
    EXPECT_EQ(ReadSubjectTag("block: halve 1/2").count, 0);
    EXPECT_EQ(ReadSubjectTag("[PATCH 1/2] [arm] fix").words, "patch");
}

TEST(SeriesOrder, PutsPatchesInTheirOrder)
{
    EXPECT_EQ(Ordered({"[PATCH 2/3] b", "[PATCH 3/3] c", "[PATCH 0/3] cover",
                       "[PATCH 1/3] a"}),
              (Subjects{"[PATCH 0/3] cover", "[PATCH 1/3] a", "[PATCH 2/3] b",
                        "[PATCH 3/3] c"}));
}

TEST(SeriesOrder, HoldsNothingBackThatIsInOrder)
{
    SeriesOrder order;
    for (const char *subject : {"[PATCH 1/2] a", "single", "[PATCH 2/2] b"}) {
        Mail mail;
        mail.subject = subject;
        order.Add(std::move(mail));
        ASSERT_TRUE(order.Take()) << subject;
    }
}

TEST(SeriesOrder, TellsSeriesApartByVersionAndCount)
{
    EXPECT_EQ(Ordered({"[PATCH v2 2/2] d", "[PATCH 2/2] b", "[PATCH 1/2] a",
                       "[PATCH v2 1/2] c"}),
              (Subjects{"[PATCH 1/2] a", "[PATCH 2/2] b", "[PATCH v2 1/2] c",
                        "[PATCH v2 2/2] d"}));
}

TEST(SeriesOrder, TakesASeriesThatComesAgain)
{
    Subjects twice = {"[PATCH 1/2] a", "[PATCH 2/2] b", "[PATCH 1/2] a",
                      "[PATCH 2/2] b"};
    EXPECT_EQ(Ordered(twice), twice);
}

TEST(SeriesOrder, SaysWhatIsMissing)
{
    Subjects notes;
    EXPECT_EQ(Ordered({"[PATCH 1/3] a", "[PATCH 3/3] c"}, &notes),
              (Subjects{"[PATCH 1/3] a", "[PATCH 3/3] c"}));
    EXPECT_EQ(notes, Subjects{"patch 2/3 of [patch] is missing"});
}

TEST(SeriesOrder, LetsRepliesPass)
{
    EXPECT_EQ(Ordered({"Re: [PATCH 2/2] b", "[PATCH 1/2] a"}),
              (Subjects{"Re: [PATCH 2/2] b", "[PATCH 1/2] a"}));
}

}  // namespace
}  // namespace laio
