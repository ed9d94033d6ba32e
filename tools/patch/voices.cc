#include "tools/patch/voices.h"

#include <cctype>

#include "tools/patch/text_lines.h"
#include "tools/patch/word_stream.h"

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

// One past the colon of the first "wrote:"; flat text goes on after it.
std::size_t EndOfVerb(const std::string &text)
{
    std::size_t wrote = text.find(" wrote:");
    std::size_t writes = text.find(" writes:");
    return wrote < writes ? wrote + 7 : writes + 8;
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

constexpr int kMaxDepth = 50;

std::string LastLine(const std::string &text)
{
    TextLines lines = SplitLines(text);
    while (!lines.lines.empty() && IsBlank(lines.lines.back())) {
        lines.lines.pop_back();
    }
    return lines.lines.empty() ? "" : lines.lines.back();
}

// The name a comment is signed with in its last line, or empty.
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

namespace {

// Leaves what was said above the "-- " that mail programs put before a
// signature (RFC 3676, section 4.3). Without its blank, as other programs leave
// it, it may be a line that somebody drew: then little stands below it.
void CutSignature(std::string *text)
{
    constexpr int kLinesOfSignature = 6;
    std::vector<std::string> lines = SplitLines(*text).lines;
    int below = int(lines.size());
    std::size_t at = 0;
    for (const std::string &line : lines) {
        below--;
        if (line == "-- " || (line == "--" && below <= kLinesOfSignature)) {
            text->erase(at);
            return;
        }
        at += line.size() + 1;
    }
}

// Leaves what was said before the attribution that ends the text.
void CutAttribution(std::string *text)
{
    std::size_t on = text->rfind("On ");
    bool own_line = on != std::string::npos &&
                    (on == 0 || (*text)[on - 1] == '\n');
    std::size_t last_line = text->rfind('\n');
    text->erase(own_line ? on
                         : last_line == std::string::npos ? 0 : last_line);
    while (!text->empty() && text->back() == '\n') {
        text->pop_back();
    }
}

std::string WithoutEnd(std::string text)
{
    while (!text.empty() && IsBlank(text.substr(text.size() - 1))) {
        text.pop_back();
    }
    return text;
}

// Lines of one depth, joined, without empty ones at the ends.
class RemarkMaker {
 public:
    void Add(int depth, std::string_view line)
    {
        if (depth != remark_.depth && !IsBlank(line)) {
            Flush();
            remark_.depth = depth;
        }
        if (!remark_.text.empty() || !IsBlank(line)) {
            remark_.text += line;
            remark_.text += '\n';
        }
    }

    std::vector<Remark> Finish()
    {
        Flush();
        return std::move(remarks_);
    }

 private:
    void Flush()
    {
        std::string &text = remark_.text;
        remark_.signed_by = SignatureOf(text);
        CutSignature(&text);
        text = WithoutEnd(text);
        Attribution ignored;
        if (ReadAttribution(text, &ignored)) {
            CutAttribution(&text);
        }
        if (!IsBlank(text)) {
            remarks_.push_back(remark_);
        }
        text.clear();
    }

    Remark remark_;
    std::vector<Remark> remarks_;
};

}  // namespace

std::vector<Remark> SplitRemarks(const std::string &lines)
{
    RemarkMaker maker;
    for (const std::string &line : SplitLines(lines).lines) {
        int depth = 0;
        std::string_view text = StripQuotes(line, kMaxDepth, &depth);
        maker.Add(depth, text);
    }
    return maker.Finish();
}

Voices::Voices(const Mail &mail)
{
    names_[0] = mail.from;
    std::string before;
    for (const std::string &line : SplitLines(mail.body).lines) {
        int depth = 0;
        std::string text(StripQuotes(line, kMaxDepth, &depth));
        bool verb = text.find("wrote:") != std::string::npos ||
                    text.find("writes:") != std::string::npos;
        Attribution attribution;
        // An attribution may be cut in two lines.
        bool cut = verb && text.find("On ") == std::string::npos &&
                   before.find("On ") != std::string::npos;
        std::string whole = cut ? before + " " + text : text;
        if (verb && whole.size() < 100'000 &&
            ReadAttribution(whole.substr(0, EndOfVerb(whole)),
                            &attribution)) {
            names_.emplace(depth + 1, attribution.name);
        }
        before = std::move(text);
    }
}

std::string Voices::At(int depth) const
{
    auto name = names_.find(depth);
    return name == names_.end() ? "" : name->second;
}

std::string Voices::AuthorOf(const Remark &remark) const
{
    std::string name = At(remark.depth);
    return name.empty() ? remark.signed_by : name;
}

}  // namespace laio
