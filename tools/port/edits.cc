#include "tools/port/edits.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "tools/port/align.h"

namespace laio::port {
namespace {

// Equal tokens between two changes that do not keep them apart.
constexpr size_t kMaxJoin = 2;

bool OnlyPunctuation(std::span<const Token> tokens)
{
    return std::all_of(tokens.begin(), tokens.end(), [](const Token &token) {
        return token.kind == TokenKind::kPunctuator && !token.Is(";") &&
               !token.Is("{") && !token.Is("}");
    });
}

bool EndsStatement(const Token &token)
{
    return token.Is(";") || token.Is("{") || token.Is("}") ||
           token.text == "*/";
}

std::vector<Edit> Raw(const std::vector<int> &map, size_t b_size)
{
    std::vector<Edit> edits;
    Edit now;
    for (size_t i = 0; i <= map.size(); i++) {
        if (i < map.size() && map[i] < 0) {
            continue;
        }
        now.a_end = i;
        now.b_end = i < map.size() ? static_cast<size_t>(map[i]) : b_size;
        if (now.Removes() || now.Inserts()) {
            edits.push_back(now);
        }
        now.a_begin = i + 1;
        now.b_begin = now.b_end + 1;
    }
    return edits;
}

std::vector<Edit> Joined(const std::vector<Edit> &edits,
                         std::span<const Token> a)
{
    std::vector<Edit> joined;
    for (const Edit &edit : edits) {
        if (!joined.empty()) {
            Edit &last = joined.back();
            size_t between = edit.a_begin - last.a_end;
            if (between <= kMaxJoin &&
                OnlyPunctuation(a.subspan(last.a_end, between))) {
                last.a_end = edit.a_end;
                last.b_end = edit.b_end;
                continue;
            }
        }
        joined.push_back(edit);
    }
    return joined;
}

// How well a run of tokens that comes or goes would begin at `begin`; without
// it, what follows is at `behind` of the other text.
int SlideScore(const LexedText &text, size_t begin, size_t end,
               const LexedText &other, size_t behind)
{
    int score = text.IsFirstOnLine(begin) ? 4 : 0;
    score += begin > 0 && EndsStatement(text.tokens[begin - 1]) ? 2 : 0;
    score += text.tokens[end - 1].Is(";") || text.tokens[end - 1].Is("}");
    score += text.GapBefore(end) == other.GapBefore(behind);
    score += begin > 0 && behind > 0 &&
             text.GapBefore(begin - 1) == other.GapBefore(behind - 1);
    // Not the end of one block and the beginning of the next.
    return score - 2 * text.tokens[begin].Is("}");
}

// Moves an edit of one side by whole tokens to where it reads best.
void Slide(const LexedText &text, size_t low, size_t high, size_t &begin,
           size_t &end, const LexedText &other_text, size_t &other)
{
    size_t first = begin;
    size_t last = end;
    while (first > low &&
           SameToken(text.tokens[first - 1], text.tokens[last - 1])) {
        first--;
        last--;
    }
    size_t best = begin;
    int best_score = SlideScore(text, begin, end, other_text, other);
    for (size_t at = first;; at++) {
        size_t stop = at + (end - begin);
        int score =
            SlideScore(text, at, stop, other_text, other + at - begin);
        if (score > best_score) {
            best = at;
            best_score = score;
        }
        if (stop >= high || !SameToken(text.tokens[at], text.tokens[stop])) {
            break;
        }
    }
    size_t length = end - begin;
    other = other + best - begin;
    begin = best;
    end = best + length;
}

bool IsName(const Token &token)
{
    return token.kind == TokenKind::kWord &&
           !std::isdigit(static_cast<unsigned char>(token.text[0]));
}

std::set<std::string> Names(std::span<const Token> tokens)
{
    std::set<std::string> names;
    for (const Token &token : tokens) {
        if (IsName(token)) {
            names.insert(token.text);
        }
    }
    return names;
}

}  // namespace

std::vector<Edit> FindEdits(const LexedText &a, size_t a_begin, size_t a_end,
                            const LexedText &b, size_t b_begin, size_t b_end)
{
    auto a_span = std::span(a.tokens).subspan(a_begin, a_end - a_begin);
    auto b_span = std::span(b.tokens).subspan(b_begin, b_end - b_begin);
    std::vector<Edit> edits =
        Joined(Raw(Align(a_span, b_span), b_span.size()), a_span);
    size_t a_low = a_begin;
    size_t b_low = b_begin;
    for (size_t i = 0; i < edits.size(); i++) {
        Edit &edit = edits[i];
        edit = {edit.a_begin + a_begin, edit.a_end + a_begin,
                edit.b_begin + b_begin, edit.b_end + b_begin};
        bool last = i + 1 == edits.size();
        size_t a_high = last ? a_end : edits[i + 1].a_begin + a_begin;
        size_t b_high = last ? b_end : edits[i + 1].b_begin + b_begin;
        if (!edit.Removes()) {
            Slide(b, b_low, b_high, edit.b_begin, edit.b_end, a,
                  edit.a_begin);
            edit.a_end = edit.a_begin;
        } else if (!edit.Inserts()) {
            Slide(a, a_low, a_high, edit.a_begin, edit.a_end, b,
                  edit.b_begin);
            edit.b_end = edit.b_begin;
        }
        a_low = edit.a_end;
        b_low = edit.b_end;
    }
    return edits;
}

void CountRenames(std::span<const Token> a, std::span<const Token> c,
                  const std::vector<int> &map, Votes &votes)
{
    for (size_t i = 1; i + 1 < a.size(); i++) {
        int before = map[i - 1];
        if (map[i] < 0 && before >= 0 && map[i + 1] == before + 2 &&
            IsName(a[i]) && IsName(c[before + 1])) {
            votes[a[i].text][c[before + 1].text]++;
        }
    }
}

Renames TakeRenames(const Votes &votes, int least, std::span<const Token> a,
                    std::span<const Token> c)
{
    std::set<std::string> in_a = Names(a);
    std::set<std::string> in_c = Names(c);
    Renames renames;
    for (const auto &[from, candidates] : votes) {
        auto best = std::max_element(
            candidates.begin(), candidates.end(),
            [](auto &x, auto &y) { return x.second < y.second; });
        if (best->second >= least && candidates.size() == 1 &&
            !in_c.count(from) && !in_a.count(best->first)) {
            renames[from] = best->first;
        }
    }
    return renames;
}

void ApplyRenames(const Renames &renames, std::span<Token> tokens)
{
    for (Token &token : tokens) {
        auto found = renames.find(token.text);
        if (token.kind == TokenKind::kWord && found != renames.end()) {
            token.text = found->second;
        }
    }
}

}  // namespace laio::port
