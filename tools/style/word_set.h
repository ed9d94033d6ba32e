// A set of words, made for being asked about words that are not in it.
// Thread: any while nothing is added.

#ifndef TOOLS_STYLE_WORD_SET_H
#define TOOLS_STYLE_WORD_SET_H

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

namespace laio::style {

inline constexpr size_t kWordShapes = 1024;

// How a word starts and ends: most words are told apart by no more.
constexpr size_t WordShape(std::string_view word)
{
    return word.empty() ? 0 : (word.front() & 31) << 5 | (word.back() & 31);
}

class WordSet {
 public:
    void Add(std::string_view word)
    {
        shapes_[WordShape(word)] = true;
        words_.emplace(word);
    }

    bool Holds(std::string_view word) const
    {
        return shapes_[WordShape(word)] && words_.count(word) > 0;
    }

 private:
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view word) const
        {
            return std::hash<std::string_view>()(word);
        }
    };

    std::array<bool, kWordShapes> shapes_{};
    std::unordered_set<std::string, Hash, std::equal_to<>> words_;
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_WORD_SET_H
