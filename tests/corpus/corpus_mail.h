// A patch as it is sent, before and after things happened to it on its way.

#ifndef TESTS_CORPUS_CORPUS_MAIL_H
#define TESTS_CORPUS_CORPUS_MAIL_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace laio {

// Numbers that depend on the seed alone, on every machine.
class Random {
 public:
    // `of` tells series of the same seed apart.
    explicit Random(std::uint64_t seed, std::string_view of = "");

    std::uint64_t Next();
    // From 0 to `count` - 1. Requires: count > 0.
    int Below(int count);
    bool OneIn(int count) { return Below(count) == 0; }

    template <typename T>
    const T &Choose(const std::vector<T> &values)
    {
        return values[Below(int(values.size()))];
    }

 private:
    std::uint64_t state_;
};

struct CorpusMail {
    // "Name: value", folded ones with their line feeds; nothing about MIME.
    std::vector<std::string> headers;
    std::string body;  // UTF-8, every line with its line feed
    // How the body goes over the wire.
    std::string content_type = "text/plain; charset=UTF-8";
    std::string transfer_encoding = "8bit";
    std::string encoded;       // the body in that encoding; empty: as it is
    std::string line_end = "\n";
    bool bare = false;  // the body alone arrives, without any header
};

// Takes apart what `git format-patch --stdout` writes for one commit.
CorpusMail ReadFormatPatch(std::string_view text);

// The bytes that arrive.
std::string Wire(const CorpusMail &mail);

// Lines without their line feeds, and back.
std::vector<std::string> LinesOf(std::string_view text);
std::string TextOf(const std::vector<std::string> &lines);

// What a line of the body is to the diff in it.
enum class BodyLine {
    kText,     // the message, the diffstat, the signature
    kHeader,   // `diff --git` up to `+++`
    kHunk,     // @@
    kContext,
    kAdded,
    kRemoved,
    kNote,     // "\ No newline at end of file"
};

// One for each line.
std::vector<BodyLine> ClassifyLines(const std::vector<std::string> &lines);

}  // namespace laio

#endif  // TESTS_CORPUS_CORPUS_MAIL_H
