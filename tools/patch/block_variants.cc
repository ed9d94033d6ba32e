#include "tools/patch/block_variants.h"

#include <algorithm>
#include <map>

#include "tools/patch/block_layout.h"
#include "tools/patch/block_shifts.h"
#include "tools/patch/line_deviations.h"
#include "tools/patch/line_layout.h"

namespace laio {
namespace {

// What each choice costs, in the order of its enumeration. The unit is about
// one bit of surprise.
constexpr int kIndentCost[] = {0, 2, 3, 4};
constexpr int kDeclarationCost[] = {0, 1, 1, 2, 3};
constexpr int kCommentCost[] = {0, 1, 1, 1, 2, 3};
constexpr int kHangCost = 1;
constexpr int kSentenceCost = 1;
constexpr int kAlignCost = 1;
constexpr int kMovedCost = 1;
constexpr int kOperandCost[] = {0, 1, 1};
constexpr int kContinuationCost[] = {0, 1, 2, 2};
constexpr int kFormCost = 1;
constexpr int kMaxPairCost = 9;
constexpr std::size_t kMaxPairs = 1000;  // per block and style
constexpr int kAgainstHabit = 3;  // a block that differs from the others

// Each style so far, with each value of one more choice.
template <typename Choice>
void Multiply(std::vector<LayoutStyle> *styles, bool open,
              Choice LayoutStyle::*member, int count)
{
    std::vector<LayoutStyle> result;
    for (int i = 0; open && i < count; i++) {
        for (LayoutStyle style : *styles) {
            style.*member = static_cast<Choice>(i);
            result.push_back(style);
        }
    }
    if (open) {
        *styles = std::move(result);
    }
}

int IndentCost(IndentStyle indent)
{
    return kIndentCost[static_cast<int>(indent)];
}

}  // namespace

std::vector<PatchHabits> AllHabits(const FileStyle &file)
{
    std::vector<PatchHabits> all;
    for (int own = 0; own < 4; own++) {
        for (int inner = 0; inner < 4; inner++) {
            for (int rest = 0; rest < 4; rest++) {
                PatchHabits habits;
                habits.own_indent = static_cast<IndentStyle>(own);
                habits.inner_indent = static_cast<IndentStyle>(inner);
                habits.hang = static_cast<DocHang>(rest & 1);
                habits.two_after_sentence = rest & 2;
                habits.cost = kIndentCost[own] +
                              (inner == own ? 0 : kIndentCost[inner]) +
                              (rest & 1 ? kHangCost : 0) +
                              (habits.two_after_sentence !=
                                       file.two_after_sentence
                                   ? kSentenceCost
                                   : 0);
                all.push_back(habits);
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const PatchHabits &a, const PatchHabits &b) {
                         return a.cost < b.cost;
                     });
    return all;
}

void BlockLayouts::OpenChoices::Add(const CodeState &state,
                                    const RecoveredLine &line)
{
    const std::vector<std::string> &words = line.words;
    bool in_comment = state.InComment();
    auto gap_is_open = [&](std::size_t word) {
        return word > 0 && !(word < line.gaps.size() && line.gaps[word]);
    };
    bool indent_open = !line.column_zero &&
                       (line.gaps.empty() || !line.gaps[0]);
    indent = indent || indent_open;
    operand = operand || (indent_open && !in_comment && !state.InParens() &&
                          state.InStatement() && state.OperandColumn() > 0);
    parens = parens || (indent_open && !in_comment && state.InParens());
    align = align || (indent_open &&
                      (state.InParens() ||
                       (in_comment && state.CommentAfterCode())));
    if (!in_comment) {
        declaration = declaration || gap_is_open(DeclaredName(words));
        comment = comment || gap_is_open(TrailingComment(words));
    }
    hang = hang || (in_comment && (indent_open || gap_is_open(1)));
    bool prose = in_comment || words[0].starts_with("/*") ||
                 TrailingComment(words) > 0;
    for (std::size_t w = 1; w < words.size(); w++) {
        table = table || gap_is_open(w);
    }
    for (std::size_t w = 1; prose && w < words.size(); w++) {
        sentence = sentence || (gap_is_open(w) && StartsSentence(words, w));
    }
}

BlockLayouts::OpenChoices BlockLayouts::FindChoices(const Block &block,
                                                    const PostImage &image)
{
    OpenChoices open;
    CodeState state = block.state;
    for (std::size_t i = block.begin; i < block.end; i++) {
        const PostLine &post = image.lines[i];
        const std::vector<std::string> &words = post.line.words;
        if (!post.known && !post.line.forms.empty()) {
            open.forms = std::max(open.forms, int(post.line.forms.size()));
        } else if (!post.known && !words.empty()) {
            open.Add(state, post.line);
            open.moved = open.moved || image.Moved(post.line);
        }
        state.Advance(post.text);
    }
    return open;
}

std::vector<LayoutStyle> BlockLayouts::StylesFor(const OpenChoices &open)
{
    std::vector<LayoutStyle> styles(1);
    Multiply(&styles, open.indent, &LayoutStyle::indent, 4);
    std::vector<LayoutStyle> tables = styles;
    std::vector<LayoutStyle> hanging = styles;
    Multiply(&styles, open.declaration, &LayoutStyle::declaration, 5);
    Multiply(&styles, open.comment, &LayoutStyle::comment, 6);
    Multiply(&styles, open.hang, &LayoutStyle::hang, 2);
    Multiply(&styles, open.sentence, &LayoutStyle::two_after_sentence, 2);
    Multiply(&styles, open.align, &LayoutStyle::align_with_tabs, 2);
    Multiply(&styles, open.forms > 1, &LayoutStyle::form, open.forms);
    // Whoever makes tables of lines does not align them in another way too.
    Multiply(&tables, open.table, &LayoutStyle::table, 6);
    Multiply(&hanging, open.parens, &LayoutStyle::continuation, 4);
    Multiply(&hanging, open.operand, &LayoutStyle::operand, 3);
    if (open.moved) {
        LayoutStyle moved;
        moved.moved = true;
        styles.push_back(moved);
    }
    if (open.parens || open.operand) {
        styles.insert(styles.end(), hanging.begin(), hanging.end());
    }
    if (open.table) {
        styles.insert(styles.end(), tables.begin(), tables.end());
    }
    return styles;
}

BlockLayouts::BlockLayouts(const Block &block, const PostImage &image,
                           const FileStyle &file)
    : block_(block), open_(FindChoices(block, image)), image_(image),
      file_(file)
{
    for (const LayoutStyle &style : StylesFor(open_)) {
        StyledBlock layout;
        layout.style = style;
        layout.text = Keep(LayOutBlock(block.state, image, block.begin,
                                       block.end, file, style));
        layouts_.push_back(std::move(layout));
    }
}

int BlockLayouts::CostOf(const LayoutStyle &style,
                         const PatchHabits &habits) const
{
    IndentStyle usual = block_.own_style ? habits.own_indent
                                         : habits.inner_indent;
    int cost = kDeclarationCost[static_cast<int>(style.declaration)] +
               kCommentCost[static_cast<int>(style.comment)] +
               (style.align_with_tabs ? kAlignCost : 0) +
               (style.moved ? kMovedCost : 0) +
               kOperandCost[static_cast<int>(style.operand)] +
               kContinuationCost[static_cast<int>(style.continuation)] +
               static_cast<int>(style.table) +
               (style.form > 0 ? kFormCost + style.form / 3 : 0);
    if (open_.indent && style.indent != usual) {
        cost += kAgainstHabit + IndentCost(style.indent);
    }
    if (open_.hang && style.hang != habits.hang) {
        cost += kAgainstHabit;
    }
    if (open_.sentence &&
        style.two_after_sentence != habits.two_after_sentence) {
        cost += kAgainstHabit;
    }
    return cost;
}

std::size_t BlockLayouts::Keep(std::vector<std::string> lines)
{
    auto [place, is_new] = index_.emplace(std::move(lines), texts_.size());
    if (is_new) {
        texts_.push_back(place->first);
    }
    return place->second;
}

const std::vector<BlockVariant> &BlockLayouts::Deviations(StyledBlock *layout)
{
    if (layout->has_deviations) {
        return layout->deviations;
    }
    layout->has_deviations = true;
    const std::vector<std::string> lines = texts_[layout->text];
    std::vector<LineDeviation> single;
    for (std::size_t i = 0; i < lines.size(); i++) {
        for (Deviation &other :
             DeviationsOf(image_, block_.begin, lines, i, file_)) {
            std::vector<std::string> deviated = lines;
            deviated[i] = other.text;
            layout->deviations.push_back(
                {other.cost, Keep(std::move(deviated))});
            single.push_back({i, std::move(other)});
        }
    }
    AddPairs(layout, single, lines);
    for (ShiftedBlock &shifted :
         ShiftsOf(image_, block_.begin, lines, file_)) {
        layout->deviations.push_back(
            {shifted.cost, Keep(std::move(shifted.lines))});
    }
    return layout->deviations;
}

// Two lines of the block laid out otherwise, the likeliest of all pairs.
void BlockLayouts::AddPairs(StyledBlock *layout,
                            const std::vector<LineDeviation> &single,
                            const std::vector<std::string> &lines)
{
    std::size_t pairs = 0;
    for (int cost = 4; cost <= kMaxPairCost; cost++) {
        for (std::size_t a = 0; a < single.size(); a++) {
            for (std::size_t b = a + 1; b < single.size(); b++) {
                bool fits = single[a].line != single[b].line &&
                            single[a].other.cost + single[b].other.cost ==
                                cost;
                if (!fits || pairs >= kMaxPairs) {
                    continue;
                }
                pairs++;
                std::vector<std::string> deviated = lines;
                deviated[single[a].line] = single[a].other.text;
                deviated[single[b].line] = single[b].other.text;
                layout->deviations.push_back(
                    {cost, Keep(std::move(deviated))});
            }
        }
    }
}

std::vector<BlockVariant> BlockLayouts::Variants(const PatchHabits &habits)
{
    std::map<std::size_t, int> costs;
    auto add = [&](std::size_t text, int cost) {
        int &known = costs.emplace(text, cost).first->second;
        known = std::min(known, cost);
    };
    for (StyledBlock &layout : layouts_) {
        int cost = CostOf(layout.style, habits);
        add(layout.text, cost);
        if (cost > kMaxDeviatedStyle) {
            continue;
        }
        for (const BlockVariant &other : Deviations(&layout)) {
            add(other.text, cost + other.cost);
        }
    }
    std::vector<BlockVariant> variants;
    for (const auto &[text, cost] : costs) {
        variants.push_back({cost, text});
    }
    std::stable_sort(variants.begin(), variants.end(),
                     [](const BlockVariant &a, const BlockVariant &b) {
                         return a.cost < b.cost;
                     });
    return variants;
}

}  // namespace laio
