#include "tools/patch/find_blocks.h"

#include <algorithm>

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

bool EndsItem(const CodeState &state, const std::string &text)
{
    return state.BraceDepth() == 0 && !state.InComment() &&
           !state.InParens() && !state.InStatement() &&
           (IsBlank(text) || text.starts_with('}') || text.ends_with("*/"));
}

// Cuts a run of added lines after each thing at the top level.
void CutRun(const PostImage &image, std::size_t begin, std::size_t end,
            CodeState *state, std::vector<Block> *blocks)
{
    Block block{begin, begin, *state, state->BraceDepth() == 0};
    for (std::size_t i = begin; i < end; i++) {
        state->Advance(image.lines[i].text);
        bool blank_next = i + 1 < end && IsBlank(image.lines[i + 1].text);
        if (EndsItem(*state, image.lines[i].text) && !blank_next) {
            block.end = i + 1;
            blocks->push_back(block);
            block = {i + 1, i + 1, *state, true};
        }
    }
    if (block.begin < end) {
        block.end = end;
        block.own_style = block.own_style && state->BraceDepth() == 0;
        blocks->push_back(block);
    }
}

bool AllKnown(const Block &block, const PostImage &image)
{
    return std::all_of(image.lines.begin() + block.begin,
                       image.lines.begin() + block.end,
                       [](const PostLine &line) { return line.known; });
}

}  // namespace

std::vector<Block> FindBlocks(const PostImage &image)
{
    std::vector<Block> blocks;
    CodeState state;
    std::size_t at = 0;
    while (at < image.lines.size()) {
        if (!image.lines[at].added) {
            state.Advance(image.lines[at++].text);
            continue;
        }
        std::size_t end = at;
        while (end < image.lines.size() && image.lines[end].added) {
            end++;
        }
        CutRun(image, at, end, &state, &blocks);
        at = end;
    }
    std::erase_if(blocks, [&](const Block &block) {
        return AllKnown(block, image);
    });
    return blocks;
}

}  // namespace laio
