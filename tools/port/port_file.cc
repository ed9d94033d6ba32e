#include "tools/port/port_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "tools/port/arguments.h"
#include "tools/port/compose.h"
#include "tools/port/match_units.h"
#include "tools/port/port_unit.h"
#include "tools/port/replacement_set.h"

namespace laio::port {
namespace {

using Arguments = std::map<std::string, std::string>;

class FilePorter {
 public:
    FilePorter(const std::string &before, const std::string &after,
               const std::string &target)
        : v_(before, after, target), units_(MatchUnits(v_))
    {
        Renames renames = LearnGlobalRenames(v_, units_);
        ApplyRenames(renames, v_.a.tokens);
        ApplyRenames(renames, v_.b.tokens);
        for (const Unit &unit : v_.c_units) {
            if (unit.IsFunction() && !FindUnit(v_.a_units, unit.name)) {
                elsewhere_.push_back(RangeOf(&unit));
            }
        }
    }

    PortedFile Port()
    {
        for (size_t i = 0; i < units_.size(); i++) {
            const MatchedUnit &unit = units_[i];
            if (unit.a && unit.b && unit.changed) {
                Change(unit);
            } else if (!unit.a) {
                Add(i);
            } else if (!unit.b) {
                Remove(unit);
            }
        }
        BringHelpers();
        result_.after = replacements_.Applied(v_.c.text);
        return std::move(result_);
    }

 private:
    // Functions and macros that what was ported uses, and that only the
    // target lacks, come along; so does what those use.
    void BringHelpers()
    {
        std::set<std::string> known;
        for (const Token &token : v_.c.tokens) {
            known.insert(token.text);
        }
        for (size_t i = 0; i < brought_.size(); i++) {
            for (size_t k = brought_[i].begin; k < brought_[i].end; k++) {
                const Token &token = v_.b.tokens[k];
                if (token.kind == TokenKind::kWord &&
                    known.insert(token.text).second) {
                    BringHelper(token.text);
                }
            }
        }
    }

    void BringHelper(const std::string &name)
    {
        for (size_t i = 0; i < units_.size(); i++) {
            const MatchedUnit &unit = units_[i];
            bool here = unit.b && unit.a && !unit.c &&
                        unit.b->ShortName() == name &&
                        (unit.b->IsFunction() ||
                         unit.b->name.starts_with("macro "));
            if (!here) {
                continue;
            }
            PortedHunk hunk;
            hunk.function = name;
            hunk.state = State::kPorted;
            hunk.reason = "not here, but needed";
            hunk.change = MarkedLines(v_.b, v_.b.LineOf(unit.b->begin),
                                      v_.b.LineOf(unit.b->end - 1), "+");
            TakeFor(hunk, BeforeItsUsers(name, NewUnit(i)));
            brought_.push_back(RangeOf(unit.b));
            result_.hunks.push_back(std::move(hunk));
        }
    }

    // `helper`, or the same before the first unit that something was ported to
    // which uses it.
    Replacement BeforeItsUsers(const std::string &name,
                               Replacement helper) const
    {
        for (const Unit &unit : v_.c_units) {
            size_t begin = v_.c.tokens[unit.begin].begin;
            size_t end = v_.c.tokens[unit.end - 1].end;
            if (begin >= helper.begin) {
                break;
            }
            for (const Replacement &r : replacements_.all()) {
                if (r.begin >= begin && r.begin < end &&
                    r.text.find(name) != r.text.npos) {
                    size_t text = helper.text.find_first_not_of('\n');
                    return {begin, begin, helper.text.substr(text) + "\n\n"};
                }
            }
        }
        return helper;
    }

    static Range RangeOf(const Unit *unit)
    {
        return unit ? Range{unit->begin, unit->end} : Range{};
    }

    static std::span<Token> TokensOf(LexedText &text, const Unit &unit)
    {
        return std::span(text.tokens)
            .subspan(unit.begin, unit.end - unit.begin);
    }

    void Change(const MatchedUnit &unit)
    {
        if (unit.c && unit.c->IsFunction()) {
            Renames renames = LearnLocalRenames(v_, unit);
            ApplyRenames(renames, TokensOf(v_.a, *unit.a));
            ApplyRenames(renames, TokensOf(v_.b, *unit.b));
        }
        PortedUnit ported =
            PortUnit({v_.a, v_.b, v_.c, RangeOf(unit.a), RangeOf(unit.b),
                      RangeOf(unit.c), elsewhere_,
                      unit.c ? FirstArguments(v_, *unit.c) : Arguments()});
        for (PortedHunk &hunk : ported.hunks) {
            hunk.function = std::string(unit.a->ShortName());
            if (!unit.c && hunk.state == State::kManual) {
                hunk.reason = hunk.function + " is not here";
            } else if (unit.c && unit.c->name != unit.a->name &&
                       hunk.state != State::kManual) {
                hunk.reason = "called " + std::string(unit.c->ShortName()) +
                              " here";
            }
            result_.hunks.push_back(std::move(hunk));
        }
        for (Replacement &replacement : ported.replacements) {
            TakeFor(result_.hunks.back(), std::move(replacement));
        }
        brought_.insert(brought_.end(), ported.brought.begin(),
                        ported.brought.end());
    }

    void Add(size_t index)
    {
        const MatchedUnit &unit = units_[index];
        PortedHunk hunk;
        hunk.function = std::string(unit.b->ShortName());
        hunk.change = MarkedLines(v_.b, v_.b.LineOf(unit.b->begin),
                                  v_.b.LineOf(unit.b->end - 1), "+");
        if (unit.c) {
            hunk.target_line = v_.c.LineOf(unit.c->begin);
            bool same = SameTokens(v_.b, *unit.b, *unit.c);
            hunk.state = same ? State::kAlready : State::kManual;
            if (!same) {
                hunk.reason = "there is another one of this name here";
                hunk.here = MarkedLines(v_.c, hunk.target_line,
                                        v_.c.LineOf(unit.c->end - 1), " ");
            }
        } else {
            hunk.state = State::kPorted;
            TakeFor(hunk, NewUnit(index));
            brought_.push_back(RangeOf(unit.b));
        }
        result_.hunks.push_back(std::move(hunk));
    }

    // Behind the unit that precedes it in the change, if the target has that.
    Replacement NewUnit(size_t index) const
    {
        const Unit &b = *units_[index].b;
        std::string text(v_.b.GapBefore(b.begin));
        for (size_t i = b.begin; i < b.end; i++) {
            text += i > b.begin ? v_.b.GapBefore(i) : std::string_view();
            text += v_.b.tokens[i].text;
        }
        for (size_t i = index; i > 0; i--) {
            if (const Unit *before = units_[i - 1].c) {
                size_t at = v_.c.tokens[before->end - 1].end;
                bool crowded = text.starts_with('\n') && text[1] != '\n' &&
                               v_.c.GapBefore(before->end).starts_with("\n\n");
                bool comment = v_.b.tokens[b.begin].kind ==
                               TokenKind::kComment;
                return {at, at, (crowded && comment ? "\n" : "") + text};
            }
        }
        return {0, 0, text + "\n\n"};
    }

    void Remove(const MatchedUnit &unit)
    {
        PortedHunk hunk;
        hunk.function = std::string(unit.a->ShortName());
        hunk.line = v_.a.LineOf(unit.a->begin);
        hunk.change = MarkedLines(v_.a, hunk.line,
                                  v_.a.LineOf(unit.a->end - 1), "-");
        if (!unit.c) {
            hunk.state = State::kAlready;
        } else if (SameTokens(v_.a, *unit.a, *unit.c)) {
            hunk.state = State::kPorted;
            TakeOut(hunk, *unit.c);
        } else {
            hunk.reason = "what it takes out reads otherwise here";
            hunk.target_line = v_.c.LineOf(unit.c->begin);
            hunk.here = MarkedLines(v_.c, hunk.target_line,
                                    v_.c.LineOf(unit.c->end - 1), " ");
        }
        result_.hunks.push_back(std::move(hunk));
    }

    // Of the blanks on both sides, those with more lines stay; when a
    // neighbour goes as well, those that it leaves.
    void TakeOut(PortedHunk &hunk, const Unit &c)
    {
        const Tokens &tokens = v_.c.tokens;
        std::string_view above = v_.c.GapBefore(c.begin);
        std::string_view below = v_.c.GapBefore(c.end);
        bool longer = std::count(above.begin(), above.end(), '\n') >
                      std::count(below.begin(), below.end(), '\n');
        size_t from = c.begin > 0 ? tokens[c.begin - 1].end : 0;
        size_t end = tokens[c.end - 1].end;
        bool last = c.end == tokens.size();
        if (longer && !last &&
            replacements_.Take(
                {from, tokens[c.end].begin, std::string(above)})) {
            return;
        }
        if (!replacements_.Take({from, end, ""})) {
            TakeFor(hunk, {tokens[c.begin].begin, end, ""});
        }
    }

    // Whether a unit is the target's, but for its comments.
    bool SameTokens(const LexedText &text, const Unit &unit,
                    const Unit &c) const
    {
        auto code = [](const LexedText &of, const Unit &range) {
            std::vector<std::string> words;
            for (size_t i = range.begin; i < range.end; i++) {
                if (of.tokens[i].kind != TokenKind::kComment) {
                    words.push_back(of.tokens[i].text);
                }
            }
            return words;
        };
        return code(text, unit) == code(v_.c, c);
    }

    void TakeFor(PortedHunk &hunk, Replacement replacement)
    {
        if (!replacements_.Take(std::move(replacement))) {
            hunk.state = State::kManual;
            hunk.reason = "another part of the change wants its place here";
        }
    }

    ThreeVersions v_;
    std::vector<MatchedUnit> units_;
    std::vector<Range> elsewhere_;
    std::vector<Range> brought_;  // tokens of b that are now in the target
    ReplacementSet replacements_;
    PortedFile result_;
};

}  // namespace

bool PortedFile::Complete() const
{
    return std::none_of(hunks.begin(), hunks.end(), [](const PortedHunk &h) {
        return h.state == State::kManual;
    });
}

PortedFile PortFile(const std::string &before, const std::string &after,
                    const std::string &target)
{
    return FilePorter(before, after, target).Port();
}

}  // namespace laio::port
