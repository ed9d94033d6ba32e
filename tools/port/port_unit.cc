#include "tools/port/port_unit.h"

#include <algorithm>

namespace laio::port {
namespace {

// Lines between two steps of one hunk.
constexpr int kNear = 3;
constexpr int kShownAround = 3;

struct Step {
    Edit edit;
    Place place;
};

using Group = std::vector<Step>;

int LastLine(const LexedText &text, size_t begin, size_t end)
{
    return text.LineOf(end > begin ? end - 1 : begin);
}

bool IsComment(const Units &units, const Edit &edit)
{
    auto all = [](const LexedText &text, size_t begin, size_t end) {
        return std::all_of(
            text.tokens.begin() + begin, text.tokens.begin() + end,
            [](const Token &t) { return t.kind == TokenKind::kComment; });
    };
    return all(units.a, edit.a_begin, edit.a_end) &&
           all(units.b, edit.b_begin, edit.b_end);
}

bool Overlap(const Replacement &x, const Replacement &y)
{
    bool same_point = x.begin == y.begin && x.end == y.end;
    return same_point || (x.begin < y.end && y.begin < x.end);
}

class UnitPorter {
 public:
    explicit UnitPorter(const Units &units) : units_(units), placer_(units) {}

    PortedUnit Port()
    {
        std::vector<Edit> edits =
            FindEdits(units_.a, units_.a_unit.begin, units_.a_unit.end,
                      units_.b, units_.b_unit.begin, units_.b_unit.end);
        for (const Group &group : Groups(edits)) {
            PortGroup(group);
        }
        PortGaps(edits);
        return std::move(result_);
    }

 private:
    std::vector<Group> Groups(const std::vector<Edit> &edits) const
    {
        std::vector<Group> groups;
        std::vector<Group> comments;
        int last = -kNear - 1;
        for (const Edit &edit : edits) {
            Step step{edit, {}};
            step.place = FindPlace(edit);
            Place rest = step.place.state == State::kAlready
                             ? Place{}
                             : placer_.FindRest(step.edit);
            if (rest.state == State::kPorted) {
                step.place = rest;
            }
            // A comment that has no place holds up nothing but itself.
            if (step.place.state == State::kManual &&
                IsComment(units_, edit)) {
                comments.push_back({step});
                continue;
            }
            if (groups.empty() ||
                units_.a.LineOf(edit.a_begin) - last > kNear) {
                groups.emplace_back();
            }
            groups.back().push_back(step);
            last = LastLine(units_.a, edit.a_begin, edit.a_end);
        }
        groups.insert(groups.end(), comments.begin(), comments.end());
        return groups;
    }

    Place FindPlace(const Edit &edit) const
    {
        Place place = placer_.Find(edit);
        if (place.state != State::kManual) {
            return place;
        }
        Place found = place;
        for (Range range : units_.elsewhere) {
            Place there = placer_.FindIn(edit, range);
            if (there.state == State::kPorted) {
                if (found.state == State::kPorted) {
                    return place;
                }
                found = there;
            }
        }
        if (found.state == State::kManual) {
            Place anchor = placer_.FindAnchor(edit);
            return anchor.state == State::kPorted ? anchor : found;
        }
        return found;
    }

    void PortGroup(const Group &group)
    {
        PortedHunk hunk;
        std::vector<Replacement> replacements;
        hunk.state = State::kAlready;
        for (const Step &step : group) {
            if (step.place.state == State::kManual) {
                hunk.state = State::kManual;
                hunk.reason = step.place.reason;
                break;
            }
            if (step.place.state == State::kAlready) {
                continue;
            }
            hunk.state = State::kPorted;
            hunk.reason = hunk.reason.empty() ? step.place.reason
                                              : hunk.reason;
            Replacement next = Compose(units_, step.edit, step.place);
            if (Clashes(next, replacements)) {
                hunk.state = State::kManual;
                hunk.reason = "two steps of the change want one place here";
                break;
            }
            replacements.push_back(std::move(next));
        }
        if (hunk.state != State::kManual) {
            for (const Step &step : group) {
                result_.brought.push_back(
                    {step.edit.b_begin, step.edit.b_end});
            }
            std::move(replacements.begin(), replacements.end(),
                      std::back_inserter(result_.replacements));
        }
        Describe(group, hunk);
        result_.hunks.push_back(std::move(hunk));
    }

    bool Clashes(const Replacement &next,
                 const std::vector<Replacement> &others) const
    {
        auto clashes = [&](const Replacement &r) { return Overlap(next, r); };
        return std::any_of(others.begin(), others.end(), clashes) ||
               std::any_of(result_.replacements.begin(),
                           result_.replacements.end(), clashes);
    }

    void Describe(const Group &group, PortedHunk &hunk) const
    {
        const Edit &first = group.front().edit;
        const Edit &last = group.back().edit;
        hunk.line = units_.a.LineOf(first.a_begin);
        hunk.change =
            MarkedLines(units_.a, hunk.line,
                        LastLine(units_.a, first.a_begin, last.a_end), "-") +
            MarkedLines(units_.b, units_.b.LineOf(first.b_begin),
                        LastLine(units_.b, first.b_begin, last.b_end), "+");
        int c_index = -1;
        for (size_t i = first.a_begin; i > units_.a_unit.begin; i--) {
            c_index = placer_.InTarget(i - 1);
            if (c_index >= 0) {
                break;
            }
        }
        if (hunk.state == State::kPorted) {
            c_index = static_cast<int>(group.front().place.begin);
        }
        if (c_index < 0 || units_.c_unit.end == units_.c_unit.begin) {
            return;
        }
        hunk.target_line = units_.c.LineOf(static_cast<size_t>(c_index));
        if (hunk.state == State::kManual) {
            hunk.here = MarkedLines(units_.c, hunk.target_line - 1,
                                    hunk.target_line + kShownAround, " ");
        }
    }

    // Lines that the change indents otherwise, where all else of it is in.
    void PortGaps(const std::vector<Edit> &edits)
    {
        bool ported = !result_.replacements.empty();
        for (const PortedHunk &hunk : result_.hunks) {
            ported = ported && hunk.state != State::kManual;
        }
        if (!edits.empty() && !ported) {
            return;
        }
        size_t changes = 0;
        size_t a = units_.a_unit.begin;
        size_t b = units_.b_unit.begin;
        for (size_t i = 0; i <= edits.size(); i++) {
            size_t stop = i < edits.size() ? edits[i].a_begin
                                           : units_.a_unit.end;
            for (a++, b++; a < stop; a++, b++) {
                changes += PortGap(a, b, edits.empty());
            }
            if (i < edits.size()) {
                a = edits[i].a_end;
                b = edits[i].b_end;
            }
        }
        if (edits.empty()) {
            PortedHunk hunk;
            hunk.line = units_.a.LineOf(units_.a_unit.begin);
            hunk.state = changes ? State::kPorted : State::kAlready;
            hunk.reason = "blanks alone";
            result_.hunks.push_back(std::move(hunk));
        }
    }

    bool PortGap(size_t a, size_t b, bool exact)
    {
        int at = placer_.InTarget(a);
        if (at <= 0 || placer_.InTarget(a - 1) + 1 != at ||
            (exact && units_.a.GapBefore(a) !=
                          units_.c.GapBefore(static_cast<size_t>(at)))) {
            return false;
        }
        Replacement gap;
        if (!ComposeGap(units_, a, b, static_cast<size_t>(at), &gap) ||
            Clashes(gap, {})) {
            return false;
        }
        result_.replacements.push_back(std::move(gap));
        return true;
    }

    Units units_;
    Placer placer_;
    PortedUnit result_;
};

}  // namespace

PortedUnit PortUnit(const Units &units)
{
    return UnitPorter(units).Port();
}

std::string MarkedLines(const LexedText &text, int from, int to,
                        const char *mark)
{
    std::string shown;
    int line = 1;
    size_t begin = 0;
    while (begin < text.text.size() && line <= to) {
        size_t end = std::min(text.text.find('\n', begin), text.text.size());
        if (line >= from) {
            shown += mark + text.text.substr(begin, end - begin) + "\n";
        }
        begin = end + 1;
        line++;
    }
    return shown;
}

}  // namespace laio::port
