#include "tools/style/types.h"

#include <algorithm>
#include <climits>

#include "tools/style/chars.h"
#include "tools/style/type_words.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr std::string_view kInline = "inline";

// What ## pastes together is a type if its last part ends like one.
bool ReadPasted(std::string_view text, size_t pos, size_t end,
                int qemu_version, Then then)
{
    return ReadIdent(text, pos, [&](size_t ident_end) {
        size_t start = ident_end;
        while (start > end && IsWord(text[start - 1])) {
            --start;
        }
        return ident_end > end &&
               IsKnownTypeWord(text.substr(start, ident_end - start),
                               qemu_version) &&
               text.find('_', start) < ident_end && then(ident_end);
    });
}

// An attribute, and the versions of QEMU that know it: [since, until).
struct Attribute {
    const char *name;
    int since = 0;
    int until = INT_MAX;
};

constexpr Attribute kAttributes[] = {
    {"const"},
    {"volatile"},
    {"QEMU_NORETURN", 0, 70100},
    {"G_NORETURN", 70100},  // 8905770b27
    {"QEMU_WARN_UNUSED_RESULT", 0, 70000},
    {"G_GNUC_WARN_UNUSED_RESULT", 70000},  // c08401793a
    {"QEMU_SENTINEL", 0, 70000},
    {"G_GNUC_NULL_TERMINATED", 70000},  // 887ce500ef
    {"QEMU_ARTIFICIAL", 0, 40000},      // 78751ea855
    {"QEMU_PACKED"},
    {"GCC_FMT_ATTR", 0, 70000},
    {"G_GNUC_PRINTF", 70000},  // 9edc6313da
    {"__force"}};

}  // namespace

TypeNames::TypeNames(int qemu_version) : qemu_version_(qemu_version)
{
    for (const Attribute &attribute : kAttributes) {
        if (attribute.since <= qemu_version &&
            qemu_version < attribute.until) {
            AddModifier(attribute.name);
        }
    }
}

void TypeNames::AddModifier(std::string modifier)
{
    int first = (modifier[0] & 31) << 5;
    if (modifier.size() == 1) {
        std::fill_n(modifier_starts_.begin() + first, 32, true);
    } else {
        modifier_starts_[first | (modifier[1] & 31)] = true;
    }
    modifiers_.push_back(std::move(modifier));
}

bool TypeNames::MayStartModifier(std::string_view text, size_t pos) const
{
    char second = pos + 1 < text.size() ? text[pos + 1] : '\0';
    return modifier_starts_[(text[pos] & 31) << 5 | (second & 31)];
}

bool TypeNames::ReadModifier(std::string_view text, size_t pos,
                             Then then) const
{
    if (pos >= text.size() || !IsWord(text[pos]) ||
        !MayStartModifier(text, pos)) {
        return false;
    }
    for (const std::string &modifier : modifiers_) {
        if (At(text, pos, modifier) && then(pos + modifier.size())) {
            return true;
        }
    }
    return false;
}

bool TypeNames::HasModifier(std::string_view text) const
{
    for (size_t pos = 0; pos < text.size(); ++pos) {
        if (MayStartModifier(text, pos) &&
            ReadModifier(text, pos, [](size_t) { return true; })) {
            return true;
        }
    }
    return false;
}

bool TypeNames::IsTypeWord(std::string_view word) const
{
    return IsQemuTypeName(word, qemu_version_) ||
           IsKnownTypeWord(word, qemu_version_) ||
           types_.Holds(word);
}

bool TypeNames::MayStart(std::string_view text, size_t pos,
                         size_t end) const
{
    std::string_view word = text.substr(pos, end - pos);
    return MayStartModifier(text, pos) || StartsTypeOfWords(word) ||
           IsTypeWord(word) || At(text, SkipSpace(text, end), "##");
}

bool TypeNames::ReadCore(std::string_view text, size_t pos, Then then) const
{
    if (pos >= text.size() || !IsWord(text[pos])) {
        return false;
    }
    bool may_be_typeof = text[pos] == 't' || text[pos] == '_';
    size_t type_of = may_be_typeof ? TypeofEnd(text, pos) : kNone;
    if (type_of != kNone && then(type_of)) {
        return true;
    }
    if (ReadTypeOfWords(text, pos, then)) {
        return true;
    }
    size_t end = WordEnd(text, pos);
    if (At(text, SkipSpace(text, end), "##") &&
        ReadPasted(text, pos, end, qemu_version_, then)) {
        return true;
    }
    std::string_view word = text.substr(pos, end - pos);
    return word != "unsigned" && word != "long" && IsTypeWord(word) &&
           then(end);
}

bool TypeNames::ReadAfterCore(std::string_view text, size_t pos,
                              Then then) const
{
    size_t next = SkipSpace(text, pos);
    if (next > pos && ReadModifier(text, next, [&](size_t end) {
            return ReadAfterCore(text, end, then);
        })) {
        return true;
    }
    return then(pos);
}

bool TypeNames::ReadNonPointer(std::string_view text, size_t pos,
                               Then then) const
{
    bool found = ReadModifier(text, pos, [&](size_t end) {
        size_t next = SkipSpace(text, end);
        return next > end && ReadNonPointer(text, next, then);
    });
    return found || ReadCore(text, pos, [&](size_t end) {
        return ReadAfterCore(text, end, then);
    });
}

bool TypeNames::ReadTail(std::string_view text, size_t pos, Then then) const
{
    size_t next = SkipSpace(text, pos);
    if (next > pos && next < text.size()) {
        if (At(text, next, kInline) &&
            ReadTail(text, next + kInline.size(), then)) {
            return true;
        }
        if (ReadModifier(text, next, [&](size_t end) {
                return ReadTail(text, end, then);
            })) {
            return true;
        }
    }
    return then(pos);
}

bool TypeNames::ReadStars(std::string_view text, size_t pos, Then then) const
{
    size_t run = pos;
    while (run < text.size() && (text[run] == '*' || IsSpace(text[run]))) {
        ++run;
    }
    if (run > pos && At(text, run, "const") &&
        ReadTail(text, run + 5, then)) {
        return true;
    }
    for (size_t end = run; end > pos; --end) {
        if (ReadTail(text, end, then)) {
            return true;
        }
    }
    std::vector<size_t> ends;
    for (size_t end = pos;;) {
        size_t open = SkipSpace(text, end);
        size_t close = At(text, open, "[") ? SkipSpace(text, open + 1) : kNone;
        if (close == kNone || !At(text, close, "]")) {
            break;
        }
        ends.push_back(end = close + 1);
    }
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        if (ReadTail(text, *end, then)) {
            return true;
        }
    }
    return ReadTail(text, pos, then);
}

bool TypeNames::ReadType(std::string_view text, size_t pos, Then then) const
{
    return ReadNonPointer(text, pos, [&](size_t end) {
        return ReadStars(text, end, then);
    });
}

bool TypeNames::IsModifier(std::string_view text) const
{
    return ReadModifier(text, 0,
                        [&](size_t end) { return end == text.size(); });
}

bool TypeNames::IsType(std::string_view text) const
{
    return ReadType(text, 0, [&](size_t end) { return end == text.size(); });
}

bool TypeNames::FindType(std::string_view text, Then then) const
{
    for (size_t pos = 0; pos < text.size(); ++pos) {
        if (IsWord(text[pos]) && MayStart(text, pos, WordEnd(text, pos)) &&
            ReadType(text, pos, then)) {
            return true;
        }
    }
    return false;
}

}  // namespace laio::style
