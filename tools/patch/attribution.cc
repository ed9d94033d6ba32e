#include <cctype>

#include "tools/patch/commit_text.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

std::string Trim(std::string text)
{
    std::size_t begin = text.find_first_not_of(" \t\r\n,");
    std::size_t end = text.find_last_not_of(" \t\r\n,:");
    return begin == std::string::npos ? ""
                                      : text.substr(begin, end - begin + 1);
}

// Cuts off "wrote:" or "writes:" and what follows on the line.
bool CutVerb(std::string *text)
{
    for (const char *verb : {" wrote:", " writes:"}) {
        std::size_t at = text->rfind(verb);
        if (at != std::string::npos) {
            text->erase(at);
            return true;
        }
    }
    return false;
}

bool IsNameWord(std::string_view word)
{
    if (word.empty() || !std::isupper(static_cast<unsigned char>(word[0]))) {
        return false;
    }
    for (unsigned char c : word) {
        if (!std::isalpha(c) && c != '-' && c != '\'' && c < 0x80) {
            return false;
        }
    }
    return true;
}

std::string LastLine(const std::string &text)
{
    TextLines lines = SplitLines(text);
    while (!lines.lines.empty() && IsBlank(lines.lines.back())) {
        lines.lines.pop_back();
    }
    return lines.lines.empty() ? "" : lines.lines.back();
}

}  // namespace

bool ReadAttribution(const std::string &text, Attribution *attribution)
{
    std::string line;
    for (std::string_view word : SplitWords(text)) {
        line += line.empty() ? "" : " ";
        line += word;
    }
    if (!CutVerb(&line)) {
        return false;
    }
    std::size_t on = line.rfind("On ");
    std::size_t comma = line.rfind(", ");
    if (on != std::string::npos && comma != std::string::npos && comma > on) {
        attribution->date = Trim(line.substr(on + 3, comma - on - 3));
        attribution->name = Trim(line.substr(comma + 2));
    } else {
        attribution->name = Trim(line);
    }
    return !attribution->name.empty() && attribution->name.size() < 120;
}

std::string SignatureOf(const std::string &comment)
{
    std::string last = LastLine(comment);
    std::vector<std::string_view> words = SplitWords(last);
    if (words.empty() || !IsNameWord(words.back())) {
        return "";
    }
    bool alone = words.size() <= 2 && IsNameWord(words[0]);
    if (alone) {
        return Trim(last);
    }
    // Where line ends are lost, a name after the last full stop.
    char before = words[words.size() - 2].back();
    bool after_sentence = before == '.' || before == '!' || before == '?';
    return after_sentence ? std::string(words.back()) : "";
}

}  // namespace laio
