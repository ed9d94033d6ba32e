#include "tests/differential/file_model.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(FileModelTest, NoTwoRequestsHaveTheSamePlace)
{
    std::set<long long> places;
    for (int nth = 1; nth <= kMostOfCaller; nth++) {
        places.insert(OffsetOf(nth, true));
        places.insert(OffsetOf(nth, false));
    }
    EXPECT_EQ(places.size(), 2u * kMostOfCaller);
}

TEST(FileModelTest, WritesStayBelowTheReads)
{
    for (int nth = 1; nth <= kMostOfCaller; nth++) {
        EXPECT_LT(OffsetOf(nth, true), OffsetOf(1, false));
    }
}

TEST(FileModelTest, FileEndsInTheFirstReadOverTheEnd)
{
    EXPECT_EQ(OffsetOf(kOverTheEnd, false) + kBytesBeforeEnd, kFileBytes);
    EXPECT_GT(OffsetOf(kOverTheEnd + 4, false), kFileBytes);
}

TEST(FileModelTest, TextTellsTheFilesBytesFromZeros)
{
    const long long at = OffsetOf(1, false);
    const unsigned char *bytes = &FirstImage()[static_cast<size_t>(at)];
    EXPECT_EQ(BytesText(bytes, 512, at), "file 512");
    FileImage half(bytes, bytes + 512);
    std::fill(half.begin() + 100, half.end(), 0);
    EXPECT_EQ(BytesText(half.data(), 512, at), "file 100, zero 412");
}

TEST(FileModelTest, BytesOfAnotherPlaceHaveTheirOwnText)
{
    const long long at = OffsetOf(1, false);
    const auto *first = FirstImage().data();
    const std::string one = BytesText(first + OffsetOf(2, false), 512, at);
    const std::string two = BytesText(first + OffsetOf(5, false), 512, at);
    EXPECT_NE(one.find("other"), std::string::npos) << one;
    EXPECT_NE(one, two);
}

TEST(FileModelTest, OneChangedByteIsSeenInTheImage)
{
    FileImage image = FirstImage();
    const std::string before = ImageText(image);
    image[5000] = 1;
    EXPECT_EQ(ImageText(image).rfind(before, 0), 0u);
    EXPECT_NE(ImageText(image).find("file at 4608: "), std::string::npos);
}

TEST(FileModelTest, LengthOfTheFileIsInItsText)
{
    FileImage image = FirstImage();
    const std::string before = ImageText(image);
    image.pop_back();
    EXPECT_NE(ImageText(image), before);
}

}  // namespace
}  // namespace laio
