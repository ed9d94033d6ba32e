// The layouts that a stretch of added lines may have, each with a cost.

#ifndef TOOLS_PATCH_BLOCK_VARIANTS_H
#define TOOLS_PATCH_BLOCK_VARIANTS_H

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "tools/patch/file_style.h"
#include "tools/patch/find_blocks.h"
#include "tools/patch/line_deviations.h"
#include "tools/patch/post_image.h"

namespace laio {

// What stays the same all over a patch, as its author is one person. A block
// may differ, at a price.
struct PatchHabits {
    int cost = 0;
    IndentStyle own_indent = IndentStyle::kFile;  // of blocks with own_style
    IndentStyle inner_indent = IndentStyle::kFile;  // of code in old code
    DocHang hang = DocHang::kBlank;
    bool two_after_sentence = false;
};

// All of them, cheapest first, for a patch to a file of that style.
std::vector<PatchHabits> AllHabits(const FileStyle &file);

// One of the texts of a block, by its index.
struct BlockVariant {
    int cost = 0;
    std::size_t text = 0;
};

// A block in every style that makes a difference to it, and with single lines
// laid out otherwise.
class BlockLayouts {
 public:
    // Keeps:  references to `image` and `file`.
    BlockLayouts(const Block &block, const PostImage &image,
                 const FileStyle &file);

    // What the block may look like when its author has these habits:
    // cheapest first, each text once.
    std::vector<BlockVariant> Variants(const PatchHabits &habits);

    const std::vector<std::string> &Lines(std::size_t text) const
    {
        return texts_[text];
    }

 private:
    // Which choices the words of the block leave open.
    struct OpenChoices {
        bool indent = false;
        bool declaration = false;
        bool comment = false;
        bool hang = false;
        bool sentence = false;
        bool align = false;
        bool table = false;
        bool parens = false;
        bool operand = false;
        bool moved = false;
        int forms = 0;  // of lines that the mail shows

        // Those of one more line.
        void Add(const CodeState &state, const RecoveredLine &line);
    };

    // A style, the text it gives, and the texts that differ from that in one
    // line, made when they are asked for.
    struct StyledBlock {
        LayoutStyle style;
        std::size_t text = 0;
        bool has_deviations = false;
        std::vector<BlockVariant> deviations;
    };

    struct LineDeviation {
        std::size_t line = 0;
        Deviation other;
    };

    static OpenChoices FindChoices(const Block &block, const PostImage &image);
    static std::vector<LayoutStyle> StylesFor(const OpenChoices &open);
    std::size_t Keep(std::vector<std::string> lines);
    const std::vector<BlockVariant> &Deviations(StyledBlock *layout);
    void AddPairs(StyledBlock *layout,
                  const std::vector<LineDeviation> &single,
                  const std::vector<std::string> &lines);
    int CostOf(const LayoutStyle &style, const PatchHabits &habits) const;

    Block block_;
    OpenChoices open_;
    const PostImage &image_;
    const FileStyle &file_;
    std::deque<std::vector<std::string>> texts_;  // each once
    std::map<std::vector<std::string>, std::size_t> index_;
    std::vector<StyledBlock> layouts_;
};

}  // namespace laio

#endif  // TOOLS_PATCH_BLOCK_VARIANTS_H
