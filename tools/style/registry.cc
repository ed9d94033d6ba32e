#include "tools/style/registry.h"

// One line per rule, here only; each is defined in rules/<its_name>.cc.
#define LAIO_STYLE_RULES(RULE)     \
    RULE(kSpdxRequired)            \
    RULE(kSpdxWanted)              \
    RULE(kLicenseBoilerplate)      \
    RULE(kAcpiExpectedFiles)       \
    RULE(kExecutePermission)       \
    RULE(kPython3Interpreter)      \
    RULE(kMangledAuthor)           \
    RULE(kSignoffCase)             \
    RULE(kSignoffSpace)            \
    RULE(kMaintainersUpdate)       \
    RULE(kSpdxUnknown)             \
    RULE(kSpdxSecondChoice)        \
    RULE(kSpdxTag)                 \
    RULE(kCorruptPatch)            \
    RULE(kInvalidUtf8)             \
    RULE(kDoublyEncodedUtf8)       \
    RULE(kCharsetMismatch)         \
    RULE(kLinuxHeaderScript)       \
    RULE(kLinuxHeaderAlone)        \
    RULE(kDosLineEndings)          \
    RULE(kDocsCodeBlock)           \
    RULE(kTrailingWhitespace)      \
    RULE(kTraceHashFlag)           \
    RULE(kTraceHexPrefix)          \
    RULE(kLineOver90)              \
    RULE(kLineOver80)              \
    RULE(kBlankBeforeNewline)      \
    RULE(kFinalNewline)            \
    RULE(kCvsKeyword)              \
    RULE(kCodeIndentTabs)          \
    RULE(kBlockCommentLeading)     \
    RULE(kBlockCommentStar)        \
    RULE(kBlockCommentTrailing)    \
    RULE(kBlockCommentAlign)       \
    RULE(kSwitchCaseIndent)        \
    RULE(kOpenBraceSameLine)       \
    RULE(kSemicolonBody)           \
    RULE(kWhile0Semicolon)         \
    RULE(kDoubleSemicolon)         \
    RULE(kSuspectIndent)           \
    RULE(kIncludePath)             \
    RULE(kC99Comments)             \
    RULE(kInitGlobals)             \
    RULE(kInitStatics)             \
    RULE(kPointerCastSpacing)      \
    RULE(kPointerSpacing)          \
    RULE(kFunctionBrace)           \
    RULE(kStructBrace)             \
    RULE(kStructSpace)             \
    RULE(kNoSpaceBeforeBracket)    \
    RULE(kNoSpaceBeforeCall)       \
    RULE(kSpaceAfterSemicolon)     \
    RULE(kNoSpaceAroundArrow)      \
    RULE(kSpaceAfterComma)         \
    RULE(kSpaceBeforeUnary)        \
    RULE(kNoSpaceAfterUnary)       \
    RULE(kSpaceOneSideOfIncrement) \
    RULE(kNoSpaceBeforeIncrement)  \
    RULE(kSpacesAroundOperator)    \
    RULE(kSpaceBeforeBrace)        \
    RULE(kSpaceAfterBrace)         \
    RULE(kNoSpaceInsideBracket)    \
    RULE(kNoSpaceInsideParen)      \
    RULE(kReturnParentheses)       \
    RULE(kNegativeErrno)           \
    RULE(kQueueHeadTypedef)        \
    RULE(kSpaceBeforeParen)        \
    RULE(kIfAssignment)            \
    RULE(kTrailingStatements)      \
    RULE(kBooleanHex)              \
    RULE(kElseAfterBrace)          \
    RULE(kWhileAfterBrace)         \
    RULE(kBlankBehindBackslash)    \
    RULE(kMacroDoWhile)            \
    RULE(kMacroParentheses)        \
    RULE(kBracesNecessary)         \
    RULE(kBracesSingleStatement)   \
    RULE(kVolatileComment)         \
    RULE(kRedundantIf0)            \
    RULE(kNeedlessFreeCheck)       \
    RULE(kIfdefBlanks)             \
    RULE(kMemoryBarrierComment)    \
    RULE(kArchitectureDefine)      \
    RULE(kStorageClassFirst)       \
    RULE(kInlinePlace)             \
    RULE(kSizeofAddress)           \
    RULE(kNoExternInC)             \
    RULE(kArgumentsFollowName)     \
    RULE(kMallocCast)              \
    RULE(kGccFunctionName)         \
    RULE(kPathFunctions)           \
    RULE(kUnsafeMemdup)            \
    RULE(kStrto)                   \
    RULE(kPortableSignal)          \
    RULE(kUnguardedBh)             \
    RULE(kUnguardedAioBh)          \
    RULE(kNativeEndian)            \
    RULE(kConstOps)                \
    RULE(kFormatCapitalL)          \
    RULE(kFormatHashFlag)          \
    RULE(kQemuSpelling)            \
    RULE(kErrorNewline)            \
    RULE(kNoFfs)                   \
    RULE(kNoFfsl)                  \
    RULE(kNoFfsll)                 \
    RULE(kNoBzero)                 \
    RULE(kPageSize)                \
    RULE(kAssert0)                 \
    RULE(kAssertFalse)             \
    RULE(kNoStrerrorname)          \
    RULE(kGlibAsserts)             \
    RULE(kMissingSignoff)          \
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
