#include "tools/style/operators.h"

#include <algorithm>
#include <array>

#include "tools/style/chars.h"
#include "tools/style/sanitise.h"

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

constexpr ByteSet kMayStart("<>=!~&|,^+-*/%?:;");
constexpr ByteSet kMayGoOn("<>=&|+-:");

constexpr auto kLonger = std::to_array<std::string_view>(
    {"<<=", ">>=", "<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "%=",
     "^=",  "|=",  "&=", "=>", "->", "<<", ">>", "&&", "||", "++", "--",
     "::"});

// Bytes of the operator at `pos`, or 0.
size_t OperatorLength(std::string_view text, size_t pos)
{
    if (!kMayStart.Has(text[pos])) {
        return 0;
    }
    bool may_be_longer = pos + 1 < text.size() &&
                         kMayGoOn.Has(text[pos + 1]);
    if (!may_be_longer) {
        return 1;
    }
    for (std::string_view op : kLonger) {
        if (At(text, pos, op)) {
            return op.size();
        }
    }
    return 1;
}

//   first  where the line's first visible byte is
char KindBefore(std::string_view bare, size_t column, size_t text_begin,
                size_t first)
{
    if (first >= column) {
        return 'E';
    }
    if (text_begin == column) {
        return 'O';
    }
    char c = bare[column - 1];
    if (c == '[' || c == '(') {
        return 'B';
    }
    return c == kCommentByte ? 'C' : IsSpace(c) ? 'W' : 'V';
}

char KindAfter(std::string_view bare, size_t begin, size_t text_end)
{
    if (begin == text_end) {
        return text_end == bare.size() ? 'E' : 'O';
    }
    if (Trim(bare.substr(begin, text_end - begin)) == "\\") {
        return 'E';
    }
    char c = bare[begin];
    if (c == ')' || c == ']') {
        return 'B';
    }
    return c == kCommentByte ? 'C' : IsSpace(c) ? 'W' : 'V';
}

bool IsCpp(std::string_view path)
{
    return EndsWith(path, ".cpp") || EndsWith(path, ".h");
}

// `<a@b>` around the operator that is one of its brackets.
bool IsMailBracket(const Operator &op, std::string_view bare)
{
    size_t open = op.column;
    if (op.text == "<") {
        size_t stop = open + 1;
        while (stop < bare.size() && !IsSpace(bare[stop])) {
            ++stop;
        }
        std::string_view word = bare.substr(open + 1, stop - open - 1);
        size_t sign = word.find('@', 1);
        size_t close = word.rfind('>');
        return sign != kNone && close != kNone && sign + 1 < close;
    }
    if (op.text != ">") {
        return false;
    }
    size_t start = op.column;
    while (start > 0 && !IsSpace(bare[start - 1])) {
        --start;
    }
    std::string_view word = bare.substr(start, op.column - start);
    size_t bracket = word.find('<');
    size_t sign = word.rfind('@');
    return bracket != kNone && sign != kNone && sign > bracket + 1 &&
           sign + 1 < word.size();
}

// What would be asked of it if nothing excused it.
OperatorRole RoleOf(const Operator &op, char variant)
{
    std::string_view text = op.text;
    if (text == ";") {
        return OperatorRole::kSemicolon;
    }
    if (text == "->" || (text == ":" && variant == 'B')) {
        return OperatorRole::kTight;
    }
    if (text == ",") {
        return OperatorRole::kComma;
    }
    if (text == "*" && variant == '_') {
        return OperatorRole::kNone;
    }
    bool may_be_unary =
        text == "*" || text == "-" || text == "&" || text == "&&";
    if (text == "!" || text == "~" || (may_be_unary && variant == 'U')) {
        return OperatorRole::kUnary;
    }
    if (text == "++" || text == "--") {
        return OperatorRole::kIncrement;
    }
    if (text == ":" && (variant == 'C' || variant == 'L')) {
        return OperatorRole::kLabelColon;
    }
    return OperatorRole::kSpaced;
}

bool MayStandUnspaced(const Operator &op, char variant, std::string_view bare,
                      std::string_view path)
{
    size_t end = op.column + op.text.size();
    // Any file whose name holds .cpp counts.
    if (Contains(path, ".cpp") || EndsWith(path, ".h")) {
        size_t open = bare.find('<');
        bool angles = open != kNone && bare.find('>', open) != kNone;
        if (((op.text == "<" || op.text == ">") && angles) ||
            op.text == "::") {
            return true;
        }
    }
    bool elvis = (op.text == ":" && variant == 'O' &&
                  bare[op.column - 1] == '?') ||
                 (op.text == "?" && end < bare.size() && bare[end] == ':');
    return elvis;
}

bool IsParameter(const Operator &op, char value, std::string_view bare)
{
    size_t next = SkipSpace(bare, op.column + op.text.size());
    return value != 'V' && (op.column == 1 ||
                            IsSpace(bare[op.column - 1])) &&
           next < bare.size() && bare[next] == ',';
}

OperatorRole Judge(const Operator &op, char value, char variant,
                   std::string_view bare, std::string_view path)
{
    if (IsParameter(op, value, bare)) {
        return OperatorRole::kNone;
    }
    OperatorRole role = RoleOf(op, variant);
    if (role == OperatorRole::kTight && op.text == ":" && op.before == 'W' &&
        op.IsAfter("WE") && Contains(bare, "class") && IsCpp(path)) {
        return OperatorRole::kNone;
    }
    if (role == OperatorRole::kSpaced &&
        MayStandUnspaced(op, variant, bare, path)) {
        return OperatorRole::kNone;
    }
    return role;
}

}  // namespace

std::string Operator::Described() const
{
    std::string result = " that '";
    result += text;
    result += "' (ctx:";
    result += {before, 'x', after, ')'};
    return result;
}

void ReadOperators(std::string_view bare, const LineValues &values,
                   std::string_view path, std::vector<Operator> &found)
{
    found.clear();
    for (size_t pos = 1; pos < bare.size();) {
        size_t length = OperatorLength(bare, pos);
        if (length == 0) {
            ++pos;
            continue;
        }
        Operator &op = found.emplace_back();
        op.column = pos;
        op.text = bare.substr(pos, length);
        pos += length;
    }
    size_t first = SkipSpace(bare, 1);
    bool has_mail = Contains(bare, "@");
    for (size_t i = 0; i < found.size(); ++i) {
        Operator &op = found[i];
        size_t end = op.column + op.text.size();
        size_t begin =
            i ? found[i - 1].column + found[i - 1].text.size() : 0;
        size_t next = i + 1 < found.size() ? found[i + 1].column
                                           : bare.size();
        op.before = KindBefore(bare, op.column, begin, first);
        op.after = KindAfter(bare, end, next);
        op.role = Judge(op, values.values[op.column],
                        values.variants[op.column], bare, path);
        bool may_be_mail = has_mail && op.role == OperatorRole::kSpaced;
        if (may_be_mail && IsMailBracket(op, bare)) {
            op.role = OperatorRole::kNone;
        }
    }
}

}  // namespace laio::style
