#include "tools/patch/id_search.h"

#include <algorithm>
#include <set>

#include "tools/git/sha1.h"

namespace laio {

// One walk over the choices of one total cost.
class IdSearch::Walk {
 public:
    Walk(const SearchSpace &space, const std::string &wanted_id, int cost,
         std::uint64_t *budget)
        : space_(space), wanted_id_(wanted_id), cost_(cost), budget_(budget),
          lengths_(space.pieces.size() + 1)
    {
        std::string first = wanted_id.substr(0, 8);
        int unknown_bits = int(8 - first.size()) * 4;
        mask_ = unknown_bits < 32 ? ~0u << unknown_bits : 0;
        first.resize(8, '0');
        wanted_bits_ = unsigned(std::stoul(first, nullptr, 16));
        for (auto &by_cost : lengths_) {
            by_cost.resize(cost + 1);
        }
    }

    std::optional<std::vector<std::size_t>> Run()
    {
        FillLengths();
        std::size_t known = space_.tail.size();
        for (const SearchPiece &piece : space_.pieces) {
            known += piece.known.size();
        }
        const std::vector<bool> &lengths = lengths_[0][cost_];
        for (std::size_t length = 0; length < lengths.size(); length++) {
            if (!lengths[length]) {
                continue;
            }
            Sha1 hash;
            hash.Update("blob " +
                        std::to_string(known + shortest_[0] + length));
            hash.Update(std::string_view("\0", 1));
            if (Descend(0, cost_, shortest_[0] + length, hash)) {
                return choice_;
            }
        }
        return std::nullopt;
    }

 private:
    // lengths_[i][c][n]: pieces i.. can add up to shortest_[i] + n bytes at
    // cost c.
    void FillLengths()
    {
        std::size_t count = space_.pieces.size();
        lengths_[count][0] = {true};
        shortest_.assign(count + 1, 0);
        for (std::size_t i = count; i-- > 0;) {
            FillPiece(i);
        }
    }

    void FillPiece(std::size_t i)
    {
        std::set<std::pair<int, std::size_t>> kinds;  // cost and length
        for (const Variant &variant : space_.pieces[i].variants) {
            if (variant.cost <= cost_) {
                kinds.insert({variant.cost, variant.text.size()});
            }
        }
        std::size_t shortest = std::string::npos;
        for (const auto &[cost, size] : kinds) {
            shortest = std::min(shortest, size);
        }
        shortest = kinds.empty() ? 0 : shortest;
        shortest_[i] = shortest_[i + 1] + shortest;
        for (const auto &[cost, size] : kinds) {
            for (int c = cost; c <= cost_; c++) {
                Merge(lengths_[i + 1][c - cost], size - shortest,
                      &lengths_[i][c]);
            }
        }
    }

    static void Merge(const std::vector<bool> &from, std::size_t shift,
                      std::vector<bool> *to)
    {
        if (to->size() < from.size() + shift) {
            to->resize(from.size() + shift);
        }
        for (std::size_t n = 0; n < from.size(); n++) {
            if (from[n]) {
                (*to)[n + shift] = true;
            }
        }
    }

    bool Reachable(std::size_t i, int cost, std::size_t length) const
    {
        const std::vector<bool> &lengths = lengths_[i][cost];
        return length >= shortest_[i] &&
               length - shortest_[i] < lengths.size() &&
               lengths[length - shortest_[i]];
    }

    bool Descend(std::size_t i, int cost, std::size_t length,
                 const Sha1 &before)
    {
        if (i == space_.pieces.size()) {
            return Finish(before);
        }
        const SearchPiece &piece = space_.pieces[i];
        Sha1 hash = before;
        hash.Update(piece.known);
        for (std::size_t v = 0; v < piece.variants.size() && *budget_ > 0;
             v++) {
            const Variant &variant = piece.variants[v];
            if (variant.cost > cost) {
                break;
            }
            if (variant.text.size() > length ||
                !Reachable(i + 1, cost - variant.cost,
                           length - variant.text.size())) {
                continue;
            }
            Sha1 next = hash;
            next.Update(variant.text);
            choice_.push_back(v);
            if (Descend(i + 1, cost - variant.cost,
                        length - variant.text.size(), next)) {
                return true;
            }
            choice_.pop_back();
        }
        return false;
    }

    bool Finish(Sha1 hash)
    {
        if (*budget_ == 0) {
            return false;
        }
        --*budget_;
        hash.Update(space_.tail);
        return ((hash.First32Bits() ^ wanted_bits_) & mask_) == 0 &&
               hash.HexDigest().starts_with(wanted_id_);
    }

    const SearchSpace &space_;
    const std::string &wanted_id_;
    int cost_;
    std::uint64_t *budget_;
    unsigned wanted_bits_ = 0;
    unsigned mask_ = 0;
    std::vector<std::vector<std::vector<bool>>> lengths_;
    std::vector<std::size_t> shortest_;
    std::vector<std::size_t> choice_;
};

IdSearch::IdSearch(const SearchSpace &space, std::string wanted_id)
    : space_(space), wanted_id_(std::move(wanted_id))
{
}

std::optional<std::vector<std::size_t>> IdSearch::Try(int cost,
                                                      std::uint64_t *budget)
{
    return Walk(space_, wanted_id_, cost, budget).Run();
}

int IdSearch::MaxCost() const
{
    int total = 0;
    for (const SearchPiece &piece : space_.pieces) {
        int most = 0;
        for (const Variant &variant : piece.variants) {
            most = std::max(most, variant.cost);
        }
        total += most;
    }
    return total;
}

}  // namespace laio
