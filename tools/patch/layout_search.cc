#include "tools/patch/layout_search.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "tools/patch/block_variants.h"
#include "tools/patch/id_search.h"
#include "tools/patch/file_style.h"

namespace laio {
namespace {

// Costlier layouts are not worth their hashes.
constexpr int kMaxCost = 24;
// What is hashed per file in all; long files get fewer candidates.
constexpr std::uint64_t kMaxBytes = 1'500'000'000;
constexpr std::size_t kMaxAlternatives = 4;

std::string Joined(const std::vector<std::string> &lines, bool final_newline)
{
    std::string text;
    for (const std::string &line : lines) {
        text += line + '\n';
    }
    if (!final_newline) {
        text.pop_back();
    }
    return text;
}

class LayoutSearcher {
 public:
    LayoutSearcher(PostImage *image, const TextLines &before,
                   const std::string &wanted_id, std::uint64_t max_candidates)
        : image_(image), file_(LearnFileStyle(before.lines)),
          wanted_id_(wanted_id), budget_(max_candidates),
          max_candidates_(max_candidates)
    {
    }

    LayoutSearch Run()
    {
        for (const Block &block : FindBlocks(*image_)) {
            blocks_.push_back({block, BlockLayouts(block, *image_, file_), {}});
        }
        LimitWork();
        std::vector<World> worlds;
        for (const PatchHabits &habits : AllHabits(file_)) {
            worlds.push_back({habits, {}, {}});
        }
        for (int cost = 0; cost <= kMaxCost && budget_ > 0; cost++) {
            for (World &world : worlds) {
                if (world.habits.cost <= cost &&
                    TryWorld(&world, cost - world.habits.cost)) {
                    return {true, max_candidates_ - budget_};
                }
            }
        }
        return {false, max_candidates_ - budget_};
    }

 private:
    struct SearchedBlock {
        Block block;
        BlockLayouts layouts;
        std::map<std::size_t, std::string> texts;  // of variants, joined
    };

    // All choices that go with one author's habits.
    struct World {
        PatchHabits habits;
        std::vector<std::vector<BlockVariant>> variants;  // per block
        SearchSpace space;
    };

    // Each candidate is hashed from its first block on, at most.
    void LimitWork()
    {
        std::size_t bytes = 1;
        if (!blocks_.empty()) {
            bytes += Text(blocks_[0].block.begin, image_->lines.size()).size();
        }
        budget_ = max_candidates_ =
            std::min(max_candidates_, kMaxBytes / bytes);
    }

    void Fill(World *world)
    {
        std::size_t at = 0;
        for (SearchedBlock &searched : blocks_) {
            SearchPiece piece;
            piece.known = Text(at, searched.block.begin);
            at = searched.block.end;
            world->variants.push_back(
                searched.layouts.Variants(world->habits));
            for (const BlockVariant &variant : world->variants.back()) {
                piece.variants.push_back(
                    {variant.cost, TextOf(&searched, variant.text)});
            }
            world->space.pieces.push_back(std::move(piece));
        }
        world->space.tail = Text(at, image_->lines.size());
    }

    const std::string &TextOf(SearchedBlock *searched, std::size_t text)
    {
        auto [place, is_new] = searched->texts.emplace(text, "");
        if (is_new) {
            bool ends_file = searched->block.end == image_->lines.size();
            place->second = Joined(searched->layouts.Lines(text),
                                   !ends_file || image_->final_newline);
        }
        return place->second;
    }

    std::string Text(std::size_t begin, std::size_t end) const
    {
        if (begin >= end) {
            return "";
        }
        std::vector<std::string> lines;
        for (std::size_t i = begin; i < end; i++) {
            lines.push_back(image_->lines[i].text);
        }
        return Joined(lines,
                      end < image_->lines.size() || image_->final_newline);
    }

    bool TryWorld(World *world, int cost)
    {
        if (world->space.pieces.empty()) {
            Fill(world);
        }
        auto choice = IdSearch(world->space, wanted_id_).Try(cost, &budget_);
        if (!choice) {
            return false;
        }
        for (std::size_t b = 0; b < blocks_.size(); b++) {
            const std::vector<std::string> &lines = blocks_[b].layouts.Lines(
                world->variants[b][(*choice)[b]].text);
            for (std::size_t i = 0; i < lines.size(); i++) {
                image_->lines[blocks_[b].block.begin + i].text = lines[i];
            }
        }
        return true;
    }

    PostImage *image_;
    FileStyle file_;
    const std::string &wanted_id_;
    std::uint64_t budget_;
    std::uint64_t max_candidates_;
    std::vector<SearchedBlock> blocks_;
};

}  // namespace

double ExpectedFalsePositives(std::uint64_t candidates, std::size_t digits)
{
    return double(candidates) * std::pow(16.0, -double(digits));
}

LayoutSearch SearchLayout(PostImage *image, const TextLines &before,
                          const std::string &wanted_id,
                          std::uint64_t max_candidates)
{
    return LayoutSearcher(image, before, wanted_id, max_candidates).Run();
}

std::vector<UncertainLine> UncertainLines(const PostImage &image,
                                          const TextLines &before)
{
    FileStyle file = LearnFileStyle(before.lines);
    std::vector<UncertainLine> uncertain;
    for (const Block &block : FindBlocks(image)) {
        BlockLayouts layouts(block, image, file);
        std::vector<BlockVariant> variants = layouts.Variants({});
        for (std::size_t i = block.begin; i < block.end; i++) {
            if (image.lines[i].known) {
                continue;
            }
            UncertainLine line{int(i) + 1, image.lines[i].text, {}};
            for (const BlockVariant &variant : variants) {
                const std::string &text =
                    layouts.Lines(variant.text)[i - block.begin];
                bool is_new = text != line.text &&
                              std::find(line.alternatives.begin(),
                                        line.alternatives.end(),
                                        text) == line.alternatives.end();
                if (is_new && line.alternatives.size() < kMaxAlternatives) {
                    line.alternatives.push_back(text);
                }
            }
            uncertain.push_back(std::move(line));
        }
    }
    return uncertain;
}

}  // namespace laio
