#include "tools/port/align.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

namespace laio::port {
namespace {

constexpr int kRunBonus = 2;
// Tokens at the ends of what is equal that may have a better partner.
constexpr size_t kLoose = 16;
// Characters of a name beyond which more of them say nothing.
constexpr size_t kLong = 16;
// What a name is worth more that comes once.
constexpr int kSingle = 8;
constexpr int kNever = -1'000'000;

enum Step : std::uint8_t {
    kSkipA = 1,   // the best of [0, i) x [0, j) leaves out a[i - 1]
    kSkipB = 2,   // ... b[j - 1]
    kPair = 3,    // ... pairs them
    kInRun = 4,   // a pair here is best as the next of a run
};

// How often each name comes.
std::map<std::string_view, int> CountNames(std::span<const Token> tokens)
{
    std::map<std::string_view, int> counts;
    for (const Token &token : tokens) {
        counts[token.text] += Weight(token) > 1;
    }
    return counts;
}

// What pairing each token of `a` is worth. As Weight(), but a long name says
// more than a short one, since there are many variables called `s`, and one
// that comes once in both texts says most.
std::vector<int> Worth(std::span<const Token> a, std::span<const Token> b)
{
    std::map<std::string_view, int> in_a = CountNames(a);
    std::map<std::string_view, int> in_b = CountNames(b);
    std::vector<int> worth;
    for (const Token &token : a) {
        size_t length = std::min(token.text.size(), kLong);
        bool single = in_a[token.text] == 1 && in_b[token.text] == 1;
        worth.push_back(Weight(token) == 1
                            ? 1
                            : 2 + static_cast<int>(length / 4) +
                                  (single ? kSingle : 0));
    }
    return worth;
}

// The table of best sums, two rows of it, and the way through all of it.
class Table {
 public:
    Table(std::span<const Token> a, std::span<const Token> b)
        : a_(a), b_(b), worth_(Worth(a, b)), width_(b.size() + 1),
          steps_((a.size() + 1) * width_), best_(width_), above_(width_),
          pair_(width_, kNever), pair_above_(width_, kNever)
    {
        // The two ends of both are pairs as well.
        pair_[0] = 0;
        for (size_t i = 1; i <= a.size(); i++) {
            best_.swap(above_);
            pair_.swap(pair_above_);
            best_[0] = 0;
            pair_[0] = kNever;
            FillRow(i);
        }
    }

    void Trace(std::vector<int> &map, int a_shift, int b_shift) const
    {
        size_t i = a_.size();
        size_t j = b_.size();
        bool run = false;
        while (i > 0 && j > 0) {
            std::uint8_t step = steps_[i * width_ + j];
            if (run || (step & 3) == kPair) {
                run = step & kInRun;
                map[--i + a_shift] = static_cast<int>(--j) + b_shift;
            } else if ((step & 3) == kSkipA) {
                i--;
            } else {
                j--;
            }
        }
    }

 private:
    void FillRow(size_t i)
    {
        for (size_t j = 1; j < width_; j++) {
            std::uint8_t step = 0;
            pair_[j] = kNever;
            if (SameToken(a_[i - 1], b_[j - 1])) {
                // A statement's end stays with the statement.
                int in_run = pair_above_[j - 1] + kRunBonus +
                             a_[i - 1].Is(";");
                bool run = in_run >= above_[j - 1];
                pair_[j] = worth_[i - 1] + std::max(in_run, above_[j - 1]);
                step = run ? kInRun : 0;
                bool corner = i == a_.size() && j == b_.size();
                pair_[j] += corner ? kRunBonus : 0;
            }
            bool skip_a = above_[j] >= best_[j - 1];
            best_[j] = skip_a ? above_[j] : best_[j - 1];
            if (pair_[j] > best_[j]) {
                best_[j] = pair_[j];
                step |= kPair;
            } else {
                step |= skip_a ? kSkipA : kSkipB;
            }
            steps_[i * width_ + j] = step;
        }
    }

    std::span<const Token> a_;
    std::span<const Token> b_;
    std::vector<int> worth_;
    size_t width_;
    std::vector<std::uint8_t> steps_;
    std::vector<int> best_;
    std::vector<int> above_;
    std::vector<int> pair_;  // when a[i - 1] and b[j - 1] are a pair
    std::vector<int> pair_above_;
};

}  // namespace

int Weight(const Token &token)
{
    bool name = token.kind == TokenKind::kWord ||
                token.kind == TokenKind::kLiteral;
    return name ? 3 : 1;
}

bool SameToken(const Token &a, const Token &b)
{
    return a.text == b.text &&
           (a.kind == TokenKind::kComment) == (b.kind == TokenKind::kComment);
}

std::vector<int> Align(std::span<const Token> a, std::span<const Token> b)
{
    std::vector<int> map(a.size(), -1);
    size_t head = 0;
    while (head < a.size() && head < b.size() &&
           SameToken(a[head], b[head])) {
        head++;
    }
    size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           SameToken(a[a.size() - 1 - tail], b[b.size() - 1 - tail])) {
        tail++;
    }
    bool all = head + tail == a.size() && head + tail == b.size();
    head -= all ? 0 : std::min(head, kLoose);
    tail -= all ? 0 : std::min(tail, kLoose);
    for (size_t i = 0; i < head; i++) {
        map[i] = static_cast<int>(i);
    }
    for (size_t i = 1; i <= tail; i++) {
        map[a.size() - i] = static_cast<int>(b.size() - i);
    }
    auto a_rest = a.subspan(head, a.size() - head - tail);
    auto b_rest = b.subspan(head, b.size() - head - tail);
    if (!a_rest.empty() && !b_rest.empty() &&
        a_rest.size() <= kMaxCells / b_rest.size()) {
        int shift = static_cast<int>(head);
        Table(a_rest, b_rest).Trace(map, shift, shift);
    }
    return map;
}

double Similarity(std::span<const Token> a, std::span<const Token> b)
{
    int shared = 0;
    int total = 0;
    std::vector<int> map = Align(a, b);
    for (size_t i = 0; i < a.size(); i++) {
        shared += map[i] >= 0 ? 2 * Weight(a[i]) : 0;
        total += Weight(a[i]);
    }
    for (const Token &token : b) {
        total += Weight(token);
    }
    return total ? static_cast<double>(shared) / total : 1;
}

}  // namespace laio::port
