#include "tools/subject/subject.h"

#include <gtest/gtest.h>

#include "tools/subject/work_folder.h"

namespace laio {
namespace {

class FindSubjectTest : public testing::Test {
 protected:
    FindSubjectTest() : work_(*WorkFolder::Make())
    {
        Put("shipped.cc", "shipped text");
        Put("linux-aio.c", "text of a file");
        kit_.shipped = {{"ours", "block/linux_aio.cc",
                         work_.path() / "shipped.cc",
                         work_.path() / "ours.so"}};
    }

    void Put(const std::string &name, const std::string &text)
    {
        ASSERT_TRUE(WriteFile(work_.path() / name, text).ok());
    }

    Result<Subject> Find(const std::string &name)
    {
        return FindSubject(name, kit_, {work_.path(), {}});
    }

    WorkFolder work_;
    Kit kit_;
};

TEST_F(FindSubjectTest, AShippedOneIsReadyMade)
{
    Result<Subject> subject = Find("ours");

    ASSERT_TRUE(subject.ok());
    EXPECT_EQ(subject->source.name, "block/linux_aio.cc");
    EXPECT_EQ(subject->source.text, "shipped text");
    EXPECT_EQ(subject->object, work_.path() / "ours.so");
}

TEST_F(FindSubjectTest, APathIsTheCallers)
{
    Result<Subject> subject = Find("./linux-aio.c");

    ASSERT_TRUE(subject.ok());
    EXPECT_EQ(subject->source.name, "./linux-aio.c");
    EXPECT_EQ(subject->source.text, "text of a file");
    EXPECT_TRUE(subject->object.empty());
}

TEST_F(FindSubjectTest, AnUnknownNameIsToldWhatThereIs)
{
    Result<Subject> subject = Find("theirs");

    ASSERT_FALSE(subject.ok());
    EXPECT_EQ(subject.error().kind, ErrorKind::kBadInput);
    EXPECT_EQ(subject.error().message,
              "cannot find the subject theirs: it is neither shipped (ours) "
              "nor a file, nor REV:path of a tree");
}

TEST_F(FindSubjectTest, AVersionNeedsATree)
{
    Result<Subject> subject = Find("v2.6.0:block/linux-aio.c");

    ASSERT_FALSE(subject.ok());
    EXPECT_EQ(subject.error().kind, ErrorKind::kBadInput);
}

TEST_F(FindSubjectTest, AFolderIsNoSubject)
{
    Result<Subject> subject = Find(".");

    ASSERT_FALSE(subject.ok());
    EXPECT_EQ(subject.error().message, "cannot read .: it is a directory");
}

}  // namespace
}  // namespace laio
