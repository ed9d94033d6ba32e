// What a rule is, what it sees and how it answers.
//
// A rule is one constant of type Rule in one file under rules/, with its test
// beside it and one line in registry.cc. It keeps no state: everything that it
// may know comes in, everything that it finds goes to the Report.
// Thread: one at a time (a HunkView remembers scanned statements).

#ifndef TOOLS_STYLE_RULE_H
#define TOOLS_STYLE_RULE_H

#include <climits>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/style/file_kind.h"
#include "tools/style/finding.h"
#include "tools/style/header_lines.h"
#include "tools/style/operators.h"
#include "tools/style/patch_text.h"
#include "tools/style/sanitise.h"
#include "tools/style/statement.h"
#include "tools/style/types.h"

namespace laio::style {

// The post-image of a hunk. Lines count from 0 and keep their diff marker.
struct HunkView {
    HunkView(const PatchText &patch, const Hunk &hunk);
    HunkView(const HunkView &) = delete;
    HunkView &operator=(const HunkView &) = delete;

    size_t size() const { return raw.size(); }
    bool added(size_t line) const;
    // The text of [begin, end) of the masked hunk.
    std::string_view Text(size_t begin, size_t end) const;
    // The same with the diff markers blanked.
    std::string_view Code(size_t begin, size_t end) const;
    // The statement that starts a line; its position, also in Code().
    Statement StatementAt(size_t line) const;
    // What `compute` says of this hunk, computed once for all rules.
    template <typename T>
    const T &Shared(T (*compute)(const HunkView &)) const;

    const PatchText &patch;
    std::string_view path;
    std::vector<size_t> patch_index;  // per line: index in patch.lines
    std::vector<std::string_view> raw;
    HunkText text;                       // masked, see sanitise.h
    std::vector<std::string_view> code;  // its lines
    std::string blank;                   // it, markers blanked
    mutable StatementScanner statements;

 private:
    struct SharedValue {
        void (*compute)();  // the function, whatever its type
        std::shared_ptr<const void> value;
    };
    mutable std::vector<SharedValue> shared_;
};

template <typename T>
const T &HunkView::Shared(T (*compute)(const HunkView &)) const
{
    auto key = reinterpret_cast<void (*)()>(compute);
    for (const SharedValue &known : shared_) {
        if (known.compute == key) {
            return *static_cast<const T *>(known.value.get());
        }
    }
    auto value = std::make_shared<const T>(compute(*this));
    shared_.push_back({key, value});
    return *value;
}

// One line of a hunk with what came before it.
struct LineView {
    const HunkView &hunk;
    size_t line;
    std::string_view raw, code;
    std::string_view bare;  // `code` without its // comment
    // The post-image line before it; empty at the start of a file.
    std::string_view previous_raw, previous_code;
    bool added;
    const TypeNames &types;  // what has been learnt up to this line
    const std::vector<Operator> &operators;  // of `bare`, if added and C

    // The statement that starts with the line, none on a blank line, and its
    // two parts.
    std::string_view StatementText() const;
    std::string_view Condition() const;
    std::string_view Body() const;
};

// Columns of white space before the text of a line, TABs expanded.
size_t IndentOf(std::string_view line);

// A change to added lines of a hunk that mends a finding.
struct Edit {
    struct Change {
        size_t line;  // in the hunk; of AddAt(), in the patch
        // What stands in its place, with diff markers: one line or more.
        std::vector<std::string> with;
    };
    std::vector<Change> changes;
    // C tokens that it brings or takes away; all others stay as they are.
    std::vector<std::string> inserted_tokens, removed_tokens;
};

// An edit of one line: `length` bytes at `column` become `text`.
Edit ReplaceInLine(const LineView &view, size_t column, size_t length,
                   std::string_view text);

struct Rule;

// Where rules put what they find.
class Report {
 public:
    // Without a hunk, `line` counts the lines of the patch from 1; 0 is the
    // patch as a whole.
    using Sink = std::function<void(const HunkView *, size_t line,
                                    size_t column, std::string message,
                                    std::optional<Edit>)>;

    explicit Report(Sink sink) : sink_(std::move(sink)) {}

    // A finding at `column` (bytes, the marker is 0) of the line.
    void Add(const LineView &view, size_t column, std::string message,
             std::optional<Edit> edit = std::nullopt) const
    {
        sink_(&view.hunk, view.line, column, std::move(message),
              std::move(edit));
    }

    void Add(const HunkView &hunk, size_t line, size_t column,
             std::string message,
             std::optional<Edit> edit = std::nullopt) const
    {
        sink_(&hunk, line, column, std::move(message), std::move(edit));
    }

    // A finding at a line of the patch that may lie outside hunks.
    //
    //   index  in PatchText::lines
    //   edit   of that line alone
    void AddAt(size_t index, std::string message,
               std::optional<Edit> edit = std::nullopt) const
    {
        sink_(nullptr, index + 1, 0, std::move(message), std::move(edit));
    }

    // A finding about the patch as a whole.
    void AddToPatch(std::string message) const
    {
        sink_(nullptr, 0, 0, std::move(message), std::nullopt);
    }

 private:
    Sink sink_;
};

// How a rule was in versions of QEMU before one; what is null is as it is now.
struct RulePast {
    int until = 0;  // the first version that has it otherwise
    std::optional<StyleLevel> level = std::nullopt;
    const char *message = nullptr;  // in place of the one that it reports
    const char *needs = nullptr;
    std::optional<Gate> gate = std::nullopt;
    void (*check_line)(const LineView &, const Report &) = nullptr;
    void (*check_hunk)(const HunkView &, const Report &) = nullptr;
    void (*check_patch)(const PatchView &, const Report &) = nullptr;
};

struct Rule {
    const char *name;  // lower case, hyphens
    StyleLevel level;
    Gate gate;            // the files that it looks at
    // Words with blanks between them; lines without any of them need not be
    // shown to check_line. Empty: all lines must be.
    const char *needs = "";
    const char *summary = "";  // one sentence
    const char *bad = "";      // an example that it reports
    const char *good = "";     // the same as it should be
    const char *source = "";   // commit of QEMU that brought it in this form
    int since = 0;        // versions of QEMU that have it, as in StyleOptions
    int until = INT_MAX;  // the first that has it no more
    int warning_until = 0;  // before that version it only warned
    std::span<const RulePast> past = {};  // the oldest first, for RuleAt()
    const char *message = nullptr;  // says it in place of what is reported
    bool has_fix = false;
    // Its fix brings other code: it calls another function, or moves data.
    bool changes_object = false;
    bool asks_for_signoff = false;  // silent when no sign-off is required
    // One of several rules about one thing, whose findings go by column.
    bool by_column = false;
    // A check_line that also looks at lines that were there before.
    bool reads_old = false;
    // A check_patch that also looks at files.
    bool reads_files = false;
    // What it looks at: any of the three.
    void (*check_line)(const LineView &, const Report &) = nullptr;
    void (*check_hunk)(const HunkView &, const Report &) = nullptr;
    void (*check_patch)(const PatchView &, const Report &) = nullptr;
};

// Whether a version of QEMU has the rule.
bool Exists(const Rule &rule, int qemu_version);
// Whether that version has it as it is now, and if not, how it has it.
bool IsAsNow(const Rule &rule, int qemu_version);
Rule RuleAt(const Rule &rule, int qemu_version);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULE_H
