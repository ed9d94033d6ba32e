#include "tools/port/compose.h"

#include <algorithm>

namespace laio::port {
namespace {

bool HasBreak(std::string_view gap)
{
    return gap.find('\n') != gap.npos;
}

// Line feeds of `gap`, then `columns` blanks; a comment's stars stay.
std::string Indented(std::string_view gap, int columns)
{
    std::string text(gap.substr(0, gap.rfind('\n') + 1));
    text.append(static_cast<size_t>(std::max(columns, 0)), ' ');
    std::string_view rest = gap.substr(gap.rfind('\n') + 1);
    size_t star = rest.find_first_not_of(" \t");
    return star == rest.npos ? text : text + std::string(rest.substr(star));
}

int ColumnsOf(std::string_view gap)
{
    int columns = 0;
    for (char c : gap.substr(gap.rfind('\n') + 1)) {
        if (c != ' ' && c != '\t') {
            break;
        }
        columns = c == '\t' ? columns / 8 * 8 + 8 : columns + 1;
    }
    return columns;
}

class Composer {
 public:
    Composer(const Units &units, const Edit &edit, const Place &place)
        : units_(units), edit_(edit), place_(place), shift_(Shift())
    {
    }

    Replacement Compose() const
    {
        const LexedText &c = units_.c;
        Replacement result;
        result.begin = place_.begin > 0 ? c.tokens[place_.begin - 1].end : 0;
        result.end = place_.end < c.tokens.size()
                         ? c.tokens[place_.end].begin
                         : c.text.size();
        if (!edit_.Inserts()) {
            result.text = Closed();
            return result;
        }
        result.text = Lead();
        for (size_t i = edit_.b_begin; i < edit_.b_end; i++) {
            if (i > edit_.b_begin) {
                result.text += Shifted(units_.b.GapBefore(i));
            }
            result.text += units_.b.tokens[i].text + FirstArgument(i);
        }
        result.text += Trail();
        return result;
    }

 private:
    // Columns that the target is indented deeper than the text before.
    int Shift() const
    {
        const LexedText &a = units_.a;
        const LexedText &c = units_.c;
        bool after = place_.same_after && place_.end < c.tokens.size() &&
                     edit_.a_end < a.tokens.size();
        if (after && c.IsFirstOnLine(place_.end) &&
            a.IsFirstOnLine(edit_.a_end)) {
            return c.IndentAt(place_.end) - a.IndentAt(edit_.a_end);
        }
        if (place_.begin == 0 || edit_.a_begin == 0) {
            return 0;
        }
        return c.IndentAt(place_.begin - 1) - a.IndentAt(edit_.a_begin - 1);
    }

    std::string Shifted(std::string_view gap) const
    {
        if (!HasBreak(gap)) {
            return std::string(gap);
        }
        return Indented(gap, ColumnsOf(gap) + shift_);
    }

    // Of the call whose list opens at token `i`, if it needs one more here.
    std::string FirstArgument(size_t i) const
    {
        if (i == 0 || !units_.b.tokens[i].Is("(")) {
            return "";
        }
        auto found =
            units_.first_arguments.find(units_.b.tokens[i - 1].text);
        return found == units_.first_arguments.end() ? "" : found->second;
    }

    // The seam before the token at place_.end, as it is in the change.
    std::string SeamOfChange() const
    {
        std::string_view gap = units_.b.GapBefore(edit_.b_end);
        bool same_lines = place_.end < units_.c.tokens.size() &&
                          units_.c.IsFirstOnLine(place_.end) &&
                          edit_.a_end < units_.a.tokens.size() &&
                          edit_.b_end < units_.b.tokens.size() &&
                          HasBreak(gap);
        if (!same_lines) {
            return Shifted(gap);
        }
        return Indented(gap, units_.c.IndentAt(place_.end) +
                                 units_.b.IndentAt(edit_.b_end) -
                                 units_.a.IndentAt(edit_.a_end));
    }

    // That the target has before a statement, and the text before has not.
    std::string BlankLines(std::string_view own) const
    {
        auto breaks = [](std::string_view gap) {
            return std::count(gap.begin(), gap.end(), '\n');
        };
        auto more = breaks(own) - breaks(units_.a.GapBefore(edit_.a_begin));
        bool statements = !edit_.Removes() && breaks(own) > 1 &&
                          breaks(units_.b.GapBefore(edit_.b_begin)) == 1;
        return std::string(statements && more > 0 ? 1 : 0, '\n');
    }

    std::string OwnSeam() const
    {
        return std::string(units_.c.GapBefore(place_.end));
    }

    std::string Closed() const
    {
        if (place_.same_before && place_.same_after) {
            return SeamOfChange();
        }
        bool breaks = HasBreak(units_.c.GapBefore(place_.begin)) ||
                      place_.end >= units_.c.tokens.size();
        return breaks && !HasBreak(OwnSeam())
                   ? std::string(units_.c.GapBefore(place_.begin))
                   : OwnSeam();
    }

    std::string Lead() const
    {
        std::string_view own = units_.c.GapBefore(place_.begin);
        std::string_view brought = units_.b.GapBefore(edit_.b_begin);
        if (place_.same_before || !place_.same_after) {
            std::string blank = place_.same_after ? BlankLines(own) : "";
            return blank + Shifted(brought);
        }
        bool in_a_line = !HasBreak(own) && !HasBreak(brought);
        return std::string(in_a_line ? brought : own);
    }

    std::string Trail() const
    {
        return place_.same_after ? SeamOfChange() : OwnSeam();
    }

    const Units &units_;
    const Edit &edit_;
    const Place &place_;
    int shift_;
};

}  // namespace

Replacement Compose(const Units &units, const Edit &edit, const Place &place)
{
    return Composer(units, edit, place).Compose();
}

bool ComposeGap(const Units &units, size_t a_index, size_t b_index,
                size_t c_index, Replacement *out)
{
    std::string_view a = units.a.GapBefore(a_index);
    std::string_view b = units.b.GapBefore(b_index);
    std::string_view c = units.c.GapBefore(c_index);
    if (a == b || c == b) {
        return false;
    }
    out->begin = c_index > 0 ? units.c.tokens[c_index - 1].end : 0;
    out->end = out->begin + c.size();
    if (a == c) {
        out->text = b;
    } else if (HasBreak(a) && HasBreak(b) && HasBreak(c)) {
        int deeper = ColumnsOf(b) - ColumnsOf(a);
        out->text = Indented(c, ColumnsOf(c) + deeper);
    } else {
        return false;
    }
    return out->text != c;
}

}  // namespace laio::port
