// A set of words, made for being asked about words that are not in it.
// Thread: any while nothing is added.

#ifndef TOOLS_STYLE_WORD_SET_H
#define TOOLS_STYLE_WORD_SET_H

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>

namespace laio::style {

class WordSet {
 public:
    WordSet() = default;
    WordSet(std::initializer_list<std::string_view> words)
    {
        for (std::string_view word : words) {
            Add(word);
        }
    }

    void Add(std::string_view word)
    {
        shapes_[ShapeOf(word)] = true;
        words_.emplace(word);
    }

    bool Holds(std::string_view word) const
    {
        return shapes_[ShapeOf(word)] && words_.count(word) > 0;
    }

 private:
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view word) const
        {
            return std::hash<std::string_view>()(word);
        }
    };

    // Told apart by how they start and end, most words need no more.
    static size_t ShapeOf(std::string_view word)
    {
        return word.empty() ? 0
                            : (word.front() & 31) << 5 | (word.back() & 31);
    }

    std::array<bool, 1024> shapes_{};
    std::unordered_set<std::string, Hash, std::equal_to<>> words_;
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_WORD_SET_H
