// Tabs and blanks that a mail program, an editor or a clipboard has turned
// into one another, turned back.

#ifndef TOOLS_PATCH_BLANK_FORMS_H
#define TOOLS_PATCH_BLANK_FORMS_H

#include <array>
#include <string>
#include <string_view>

namespace laio {

// What the line was before, given what is shown of it.
enum class BlankForm {
    kAsShown,
    kNoTabs,            // tabs are blanks up to columns of 8
    kTabIndent,         // every 8 columns of the indent are a tab
    kTabs,              // and so in the line
    kTabIndentAfterSign,  // columns counted from the + or - on
    kTabsAfterSign,
    kTabForFourInIndent,  // every 4 blanks are a tab
    kTabForFour,
    kTabForEight,
};
constexpr int kBlankForms = 9;

std::string UndoBlanks(BlankForm form, std::string_view shown);

// Which forms fit lines of which it is known how they were.
class BlankVotes {
 public:
    void Learn(std::string_view shown, std::string_view real);

    // Of the lines that could tell.
    int Seen() const { return seen_; }
    bool AlwaysFits(BlankForm form) const
    {
        return failures_[static_cast<int>(form)] == 0;
    }
    // It fits nearly all.
    bool Fits(BlankForm form) const
    {
        return failures_[static_cast<int>(form)] * 5 <= seen_;
    }

    // All forms, those that fit the most lines first.
    std::array<BlankForm, kBlankForms> Ranked() const;

 private:
    int seen_ = 0;
    std::array<int, kBlankForms> failures_{};
};

}  // namespace laio

#endif  // TOOLS_PATCH_BLANK_FORMS_H
