#include "tools/style/registry.h"

// One line per rule, here only; each is defined in rules/<its_name>.cc.
#define LAIO_STYLE_RULES(RULE)   \
    RULE(kTrailingWhitespace)    \
    RULE(kLineOver80)            \
    RULE(kLineOver90)            \
    RULE(kCodeIndentTabs)        \
    RULE(kBlockCommentLeading)   \
    RULE(kBlockCommentStar)      \
    RULE(kBlockCommentTrailing)  \
    RULE(kBlockCommentAlign)     \
    RULE(kC99Comments)           \
    RULE(kPointerCastSpacing)    \
    RULE(kPointerSpacing)        \
    RULE(kSpaceAfterComma)       \
    RULE(kReturnParentheses)     \
    RULE(kSpaceBeforeParen)      \
    RULE(kBracesNecessary)       \
    RULE(kBracesSingleStatement) \
    RULE(kMemoryBarrierComment)  \
    RULE(kMissingSignoff)        \
    RULE(kNotAPatch)

namespace laio::style {

#define DECLARE_RULE(rule) extern const Rule rule;
LAIO_STYLE_RULES(DECLARE_RULE)
#undef DECLARE_RULE

const std::vector<const Rule *> &AllRules()
{
#define LIST_RULE(rule) &rule,
    static const std::vector<const Rule *> rules{
        LAIO_STYLE_RULES(LIST_RULE)};
#undef LIST_RULE
    return rules;
}

}  // namespace laio::style
