#include "tools/style/annotate.h"

#include <algorithm>

#include "tools/style/chars.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

// Bytes that a token that counts may start with, beside words.
constexpr ByteSet kMayMatter("#\\(){}[];,?:<>=!~&|^+-*/%");

}  // namespace

char Annotator::Pop()
{
    if (saved_.empty()) {
        return 'E';
    }
    char top = saved_.back();
    saved_.pop_back();
    return top;
}

const LineValues &Annotator::Read(std::string_view code,
                                  const TypeNames &types)
{
    text_.assign(code);
    if (!text_.empty()) {
        text_[0] = ' ';
    }
    text_ += '\n';
    line_.values.resize(text_.size());
    line_.variants.assign(text_.size(), '_');
    for (size_t pos = 0; pos < text_.size();) {
        if (saved_.empty()) {
            saved_.push_back('E');
        }
        size_t end = Step(text_, pos, types);
        line_.values[pos] = type_;
        if (end > pos + 1) {
            std::fill(line_.values.begin() + pos + 1,
                      line_.values.begin() + end, type_);
        }
        pos = end;
    }
    return line_;
}

size_t Annotator::Step(std::string_view text, size_t pos,
                       const TypeNames &types)
{
    char c = text[pos];
    if (IsSpace(c)) {
        size_t end = SkipSpace(text, pos);
        if (in_directive_ &&
            text.substr(pos, end - pos).find('\n') != kNone) {
            type_ = Pop();
            in_directive_ = false;
        }
        return end;
    }
    if (IsWord(c)) {
        return StepWord(text, pos, types);
    }
    if (!kMayMatter.Has(c)) {
        return pos + 1;  // comments and quotes change nothing
    }
    size_t end = 0;
    if (c == '(' && pending_ == '_') {
        end = StepCast(text, pos, types);
    } else if (c == '#') {
        end = StepDirective(text, pos);
    } else if (At(text, pos, "\\\n")) {
        end = pos + 2;
    }
    return end ? end : StepOperator(text, pos);
}

size_t Annotator::StepWord(std::string_view text, size_t pos,
                           const TypeNames &types)
{
    if (IsDigit(text[pos])) {
        return StepNumber(text, pos);
    }
    size_t end = WordEnd(text, pos);
    size_t found = 0;
    if (types.MayStart(text, pos, end)) {
        found = StepTypes(text, pos, types);
    }
    if (found == 0) {
        found = StepKeyword(text, pos, end);
    }
    return found ? found : StepName(text, pos, end);
}

size_t Annotator::StepCast(std::string_view text, size_t pos,
                           const TypeNames &types)
{
    size_t found = 0;
    types.ReadType(text, SkipSpace(text, pos + 1), [&](size_t end) {
        found = SkipSpace(text, end);
        return found < text.size() && text[found] == ')';
    });
    if (found == 0 || found >= text.size() || text[found] != ')') {
        return 0;
    }
    saved_.push_back(type_);
    type_ = 'C';
    return found;
}

// Types before what they declare, modifiers.
size_t Annotator::StepTypes(std::string_view text, size_t pos,
                            const TypeNames &types)
{
    size_t found = 0;
    bool declares = types.ReadType(text, pos, [&](size_t end) {
        found = end;
        size_t next = SkipSpace(text, end);
        return next >= text.size() || IsWordStart(text[next]) ||
               std::string_view(",)(").find(text[next]) != kNone;
    });
    declares = declares || types.ReadModifier(text, pos, [&](size_t end) {
        found = end;
        return true;
    });
    if (!declares) {
        return 0;
    }
    type_ = 'T';
    return found;
}

size_t Annotator::EnterDirective(size_t end, bool starts_arm)
{
    in_directive_ = true;
    if (starts_arm) {
        type_ = 'E';
    }
    return end;
}

size_t Annotator::StepDirective(std::string_view text, size_t pos)
{
    size_t word = SkipSpace(text, pos + 1);
    for (std::string_view name : {"define", "undef"}) {
        size_t start = SkipSpace(text, word + name.size());
        size_t end = At(text, word, name) ? IdentEnd(text, start) : kNone;
        if (end == kNone) {
            continue;
        }
        saved_.push_back(type_);
        bool defines = name == "define";
        if (defines && end < text.size() && text[end] == '(') {
            pending_ = 'N';
        }
        return EnterDirective(end, defines);
    }
    if (size_t end = word + 7;
        At(text, word, "include") && WordEnd(text, word) == end) {
        saved_.push_back(type_);
        return EnterDirective(end, false);
    }
    for (std::string_view name : {"ifdef", "ifndef", "if"}) {
        if (At(text, word, name)) {
            saved_.insert(saved_.end(), 2, type_);
            return EnterDirective(word + name.size(), true);
        }
    }
    for (std::string_view name : {"else", "elif"}) {
        if (At(text, word, name)) {
            saved_.push_back(saved_.back());
            return EnterDirective(word + name.size(), true);
        }
    }
    if (At(text, word, "endif")) {
        // All arms are taken to end like this one.
        Pop();
        saved_.push_back(type_);
        return EnterDirective(word + 5, true);
    }
    return 0;
}

}  // namespace laio::style
