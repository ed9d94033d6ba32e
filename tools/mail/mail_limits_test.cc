#include "tools/mail/mail_limits.h"

#include <gtest/gtest.h>

#include "tools/mail/mail.h"

namespace laio {
namespace {

constexpr MailLimits kSmall{100, 3};

// Why it is refused; empty: it is not.
std::string Refusal(const std::string &text, const MailLimits &limits = kSmall)
{
    Status status = CheckMailLimits({text, 7}, "in", limits);
    return status ? "" : status.error().message;
}

std::string Repeat(const std::string &text, int count)
{
    std::string out;
    for (int i = 0; i < count; i++) {
        out += text;
    }
    return out;
}

const std::string kMixed = "Content-Type: multipart/mixed; boundary=\"b\"\n\n";

TEST(MailLimits, BoundTheHeader)
{
    EXPECT_EQ(Refusal("Subject: a\n\n" + Repeat("a: b\n", 100)), "");
    EXPECT_EQ(Refusal(Repeat("X: y\n", 50) + "\n"),
              "in:27: cannot decode: this header is larger than 100 bytes");
    EXPECT_NE(Refusal("Subject: a\n" + Repeat(" b\n", 50) + "\n"), "");
}

TEST(MailLimits, BoundTheHeadersOfParts)
{
    EXPECT_NE(Refusal(kMixed + "--b\n" + Repeat("X: y\n", 50)), "");
    EXPECT_NE(Refusal("Content-Type: MESSAGE/RFC822\n\n" +
                      Repeat("X: y\n", 50)), "");
}

TEST(MailLimits, BoundTheNumberOfParts)
{
    EXPECT_EQ(Refusal(kMixed + Repeat("--b\n\nx\n", 2) + "--b--\n"), "");
    EXPECT_EQ(Refusal(kMixed + Repeat("--b\n\nx\n", 4)),
              "in:18: cannot decode: this mail has more than 3 parts");
    EXPECT_EQ(Refusal(kMixed + Repeat("--i;\n", 10)), "");
}

TEST(MailLimits, BoundPartsWhoseBoundaryIsGivenInPieces)
{
    EXPECT_NE(Refusal("Content-Type: multipart/mixed;\n boundary*0=b;\n"
                      " boundary*1=c\n\n" + Repeat("--bc\n\nx\n", 4)), "");
}

TEST(MailLimits, AreThoseOfDecodeMail)
{
    auto mails = DecodeMail(kMixed + Repeat("--b\n\nx\n", 20'000), "in");
    ASSERT_FALSE(mails);
    EXPECT_NE(mails.error().message.find("more than 10000 parts"),
              std::string::npos);
}

}  // namespace
}  // namespace laio
