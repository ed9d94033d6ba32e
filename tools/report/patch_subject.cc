#include "tools/report/patch_subject.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <sstream>
#include <utility>

namespace laio {
namespace {

constexpr size_t kLongestName = 52;  // git's, without number and suffix

std::string Lower(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return lower;
}

std::string_view WithoutBlanks(std::string_view text)
{
    size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    return text.substr(begin,
                       text.find_last_not_of(" \t") + 1 - begin);
}

bool AllDigits(std::string_view text)
{
    return !text.empty() && text.size() < 7 &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return std::isdigit(c) != 0;
           });
}

void Append(std::string &words, const std::string &word)
{
    words += (words.empty() ? "" : " ") + word;
}

bool ReadVersion(const std::string &word, PatchSubject &subject)
{
    if (Lower(word)[0] != 'v' || !AllDigits(word.substr(1))) {
        return false;
    }
    subject.version = std::max(std::stoi(word.substr(1)), 1);
    return true;
}

bool ReadNumber(const std::string &word, PatchSubject &subject)
{
    size_t slash = word.find('/');
    if (slash == std::string::npos || !AllDigits(word.substr(0, slash)) ||
        !AllDigits(word.substr(slash + 1))) {
        return false;
    }
    subject.number = std::stoi(word.substr(0, slash));
    subject.of = std::stoi(word.substr(slash + 1));
    subject.number_text = word;
    return true;
}

// The words between the brackets, when they are about a patch.
void ReadTag(const std::string &tag, PatchSubject &subject)
{
    std::istringstream words(tag);
    std::string before;
    std::string behind;
    bool seen = false;
    for (std::string word; words >> word;) {
        if (!word.empty() && word.back() == ',') {
            word.pop_back();
        }
        if (word.empty() || ReadVersion(word, subject) ||
            ReadNumber(word, subject)) {
            continue;
        }
        Append(seen ? behind : before, word);
        seen = seen || Lower(word).find("patch") != std::string::npos;
    }
    // [PATCHv2]
    size_t joined = Lower(before).rfind("patchv");
    if (joined != std::string::npos && joined + 6 < before.size() &&
        ReadVersion(before.substr(joined + 5), subject)) {
        before.resize(joined + 5);
    }
    subject.prefix = before;
    subject.rest = behind;
}

// Takes "[...]" or "Re:" from the front; nullopt when there is neither.
std::optional<std::string> TakeTag(std::string_view &text)
{
    text = WithoutBlanks(text);
    for (std::string_view reply : {"re:", "fwd:", "fw:", "aw:"}) {
        if (Lower(text.substr(0, reply.size())) == reply) {
            text.remove_prefix(reply.size());
            return "";
        }
    }
    size_t end = text.find(']');
    if (text.empty() || text[0] != '[' || end == std::string_view::npos) {
        return std::nullopt;
    }
    std::string tag(text.substr(1, end - 1));
    text.remove_prefix(end + 1);
    return tag;
}

}  // namespace

PatchSubject ReadPatchSubject(std::string_view text)
{
    PatchSubject subject;
    while (std::optional<std::string> tag = TakeTag(text)) {
        if (Lower(*tag).find("patch") != std::string::npos) {
            ReadTag(*tag, subject);
        } else if (Lower(*tag) == "rfc") {
            subject.prefix = "RFC PATCH";
        }
    }
    subject.title = std::string(WithoutBlanks(text));
    return subject;
}

std::string PrintPatchSubject(const PatchSubject &subject)
{
    std::string tag = subject.prefix;
    if (subject.version > 1) {
        Append(tag, fmt::format("v{}", subject.version));
    }
    if (!subject.rest.empty()) {
        Append(tag, subject.rest);
    }
    if (subject.number) {
        Append(tag, subject.number_text);
    }
    return fmt::format("[{}] {}", tag, subject.title);
}

std::string PatchFileName(const PatchSubject &subject, int index)
{
    std::string name;
    for (unsigned char c : subject.title) {
        bool plain = c < 0x80 && (std::isalnum(c) || c == '.' || c == '_');
        if (plain && !(c == '.' && name.ends_with('.'))) {
            name += static_cast<char>(c);
        } else if (!plain && !name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    name.resize(std::min(name.size(), kLongestName));
    name.erase(name.find_last_not_of("-.") + 1);
    std::string version = subject.version > 1
                              ? fmt::format("v{}-", subject.version)
                              : "";
    return fmt::format("{}{:04}-{}", version,
                       subject.number ? subject.number : index, name);
}

}  // namespace laio
