#include "tools/patch/salvage_limits.h"

#include <fmt/format.h>

namespace laio {
namespace {

constexpr std::size_t kMaxFiles = 50'000;
constexpr std::size_t kMaxWords = 5'000'000;  // and lines

bool HasTooManyFiles(std::string_view body)
{
    constexpr std::string_view kBegin = "diff --git ";
    std::size_t count = 0;
    for (std::size_t at = body.find(kBegin);
         at != std::string_view::npos && count <= kMaxFiles;
         at = body.find(kBegin, at + kBegin.size())) {
        count++;
    }
    return count > kMaxFiles;
}

bool HasTooManyWords(std::string_view body)
{
    if (body.size() <= kMaxWords) {
        return false;
    }
    std::size_t count = 0;
    bool in_word = false;
    for (char c : body) {
        bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        count += (c == '\n') + (!blank && !in_word);
        in_word = !blank;
    }
    return count > kMaxWords;
}

}  // namespace

bool MayHavePatch(std::string_view body)
{
    for (std::string_view sign : {"--git", "--cc", "--combined", "--- "}) {
        if (body.find(sign) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string TooMuchToRead(std::string_view body)
{
    if (HasTooManyFiles(body)) {
        return fmt::format("a patch to more than {} files is not read; cut "
                           "it into several mails", kMaxFiles);
    }
    if (HasTooManyWords(body)) {
        return fmt::format("a mail of more than {} words and lines is not "
                           "searched for a patch; cut it into several",
                           kMaxWords);
    }
    return "";
}

}  // namespace laio
