#include "tools/mail/mail_reader.h"

#include <gio/gio.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace laio {
namespace {

namespace fs = std::filesystem;

class MailReaderTest : public testing::Test {
 protected:
    MailReaderTest()
        : folder_(fs::path(testing::TempDir()) /
                  testing::UnitTest::GetInstance()
                      ->current_test_info()->name())
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }

    std::string Put(const std::string &name, const std::string &text)
    {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return (folder_ / name).string();
    }

    static std::string MailOf(const std::string &subject)
    {
        return "From: a@example.org\nSubject: " + subject + "\n\nbody\n\n";
    }

    static std::string BoxOf(int count)
    {
        std::string box;
        for (int i = 0; i < count; i++) {
            box += "From a Mon Sep 17 00:00:00 2001\n" +
                   MailOf(std::to_string(i));
        }
        return box;
    }

    // As gzip would, by the library that has to undo it.
    static std::string Gzip(const std::string &text)
    {
        GConverter *compressor = G_CONVERTER(
            g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
        std::string out(text.size() / 2 + 1000, '\0');
        gsize read = 0;
        gsize written = 0;
        g_converter_convert(compressor, text.data(), text.size(), out.data(),
                            out.size(), G_CONVERTER_INPUT_AT_END, &read,
                            &written, nullptr);
        g_object_unref(compressor);
        out.resize(written);
        return out;
    }

    // Subjects of all mails, or the message of the error that ended it.
    static std::vector<std::string> Read(const std::string &path)
    {
        std::vector<std::string> subjects;
        auto reader = MailReader::Open(path, "in");
        if (!reader) {
            return {reader.error().message};
        }
        while (true) {
            auto mail = (*reader)->Next();
            if (!mail) {
                subjects.push_back(mail.error().message);
                return subjects;
            }
            if (!*mail) {
                return subjects;
            }
            subjects.push_back((*mail)->subject);
        }
    }

    fs::path folder_;
};

using Subjects = std::vector<std::string>;

TEST_F(MailReaderTest, GivesOneMailAfterAnother)
{
    EXPECT_EQ(Read(Put("box", BoxOf(3))), (Subjects{"0", "1", "2"}));
}

TEST_F(MailReaderTest, CutsWhereThePiecesItReadsEnd)
{
    std::string large = MailOf("large") + std::string(300'000, 'x') + "\n\n";
    std::string box = "From a Mon Sep 17 00:00:00 2001\n" + large;
    EXPECT_EQ(Read(Put("box", box + box + BoxOf(1))),
              (Subjects{"large", "large", "0"}));
}

TEST_F(MailReaderTest, UndoesGzip)
{
    EXPECT_EQ(Read(Put("box.gz", Gzip(BoxOf(200)))).size(), 200u);
    EXPECT_EQ(Read(Put("two.gz", Gzip(BoxOf(1)) + Gzip(BoxOf(1)))),
              (Subjects{"0", "0"}));
}

TEST_F(MailReaderTest, SaysThatGzipDataAreDamaged)
{
    std::string packed = Gzip(BoxOf(200));
    std::string why =
        Read(Put("cut.gz", packed.substr(0, packed.size() / 2))).back();
    EXPECT_TRUE(why.starts_with("in:1: cannot decode: the gzip")) << why;
    packed[packed.size() / 2] ^= 0x55;
    EXPECT_NE(Read(Put("bad.gz", packed)).back().find("in:1: cannot decode"),
              std::string::npos);
}

TEST_F(MailReaderTest, RefusesABomb)
{
    std::string lines;
    while (lines.size() < 1 << 20) {
        lines += "From a\nA: b\n\n";
    }
    std::string bomb = Gzip(lines);
    std::unique_ptr<ByteSource> source = MemoryBytes(bomb, "in", {1000, 100});
    std::string out;
    Result<bool> read = source->Read(&out);
    while (read && *read) {
        read = source->Read(&out);
    }
    ASSERT_FALSE(read);
    EXPECT_TRUE(read.error().message.starts_with("in:1: cannot decode: "));
    EXPECT_LT(out.size(), lines.size());
}

TEST_F(MailReaderTest, ReadsAMaildirByDelivery)
{
    Put("new/1002.b", MailOf("second"));
    Put("cur/1001.a:2,S", MailOf("first"));
    Put("tmp/1000.x", MailOf("half written"));
    EXPECT_EQ(Read(folder_.string()), (Subjects{"first", "second"}));
}

TEST_F(MailReaderTest, ReadsTheFilesOfAFolderByName)
{
    Put("0002-b.patch", MailOf("b"));
    Put("0001-a.patch", MailOf("a"));
    EXPECT_EQ(Read(folder_.string()), (Subjects{"a", "b"}));
}

TEST_F(MailReaderTest, SaysWhatCannotBeRead)
{
    EXPECT_NE(Read("/nonexistent/mail").back().find("cannot read in: No such"),
              std::string::npos);
    EXPECT_NE(Read(Put("empty", "\n\n")).back().find("in:1: cannot decode"),
              std::string::npos);
    EXPECT_NE(Read(folder_.string() + "/empty").back().find("is empty"),
              std::string::npos);
}

TEST_F(MailReaderTest, BoundsLinesAndMails)
{
    std::string text = BoxOf(2) + std::string(2000, 'x') + "\n";
    std::unique_ptr<ByteSource> source = MemoryBytes(text, "in");
    MboxSplitter lines(*source, "in", {5000, 500});
    ASSERT_TRUE(lines.Next());
    EXPECT_FALSE(lines.Next());

    source = MemoryBytes(text, "in");
    MboxSplitter mails(*source, "in", {1000, 5000});
    ASSERT_TRUE(mails.Next());
    auto second = mails.Next();
    ASSERT_FALSE(second);
    EXPECT_TRUE(second.error().message.starts_with("in:8: "))
        << second.error().message;
}

}  // namespace
}  // namespace laio
