#include <gtest/gtest.h>

#include "tools/patch/salvage.h"

namespace laio {
namespace {

constexpr const char *kBefore = "int one;\nint two;\nint three;\n";
constexpr const char *kAfter = "int one;\nint two;\nint more;\nint three;\n";
constexpr const char *kOther = "not\nthe\nfile\n";

// A store in which all blobs have the name that is asked for.
class Alike : public MemoryTree {
 public:
    explicit Alike(std::vector<std::string> contents)
        : contents_(std::move(contents))
    {
    }

    Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &, const std::string &) const override
    {
        std::vector<FoundBlob> blobs;
        for (const std::string &content : contents_) {
            blobs.push_back({BlobId(content), content, ""});
        }
        return blobs;
    }

 private:
    std::vector<std::string> contents_;
};

SalvagedFile SalvageOn(const Tree &tree, const std::string &after)
{
    Mail mail;
    mail.body = "diff --git a/a.c b/a.c\nindex 1234567.." +
                BlobId(after).substr(0, 7) +
                " 100644\n--- a/a.c\n+++ b/a.c\n"
                "@@ -2,2 +2,3 @@\n int two;\n+int more;\n int three;\n";
    Result<SalvageResult> result = Salvage(mail, tree);
    EXPECT_TRUE(result) << result.error().message;
    return result ? result->files.at(0) : SalvagedFile();
}

TEST(ChooseBase, TakesTheBlobThatTheHunksFit)
{
    SalvagedFile file = SalvageOn(Alike({kOther, kBefore}), kAfter);
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.before, kBefore);
    EXPECT_EQ(file.after, kAfter);
}

TEST(ChooseBase, TakesTheBlobWhoseResultHasTheIdGiven)
{
    std::string like = kBefore + std::string("int four;\n");
    SalvagedFile file = SalvageOn(Alike({like, kBefore}), kAfter);
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.before, kBefore);
}

TEST(ChooseBase, ProvesNothingWhereSeveralFitAndNoneHasTheIdGiven)
{
    std::string like = kBefore + std::string("int four;\n");
    SalvagedFile file = SalvageOn(Alike({like, kBefore}), kOther);
    EXPECT_EQ(file.grade, Grade::kConsistent);
    EXPECT_EQ(file.before, like);
    EXPECT_NE(file.base.find("as do 1 more"), std::string::npos) << file.base;
}

TEST(ChooseBase, FailsWhereNoneFits)
{
    SalvagedFile file = SalvageOn(Alike({kOther, "nor\nthis\n"}), kAfter);
    EXPECT_EQ(file.grade, Grade::kFailed);
    EXPECT_NE(file.reason, "");
}

}  // namespace
}  // namespace laio
