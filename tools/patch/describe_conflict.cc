#include "tools/patch/describe_conflict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <unordered_map>

namespace laio {
namespace {

// Lines of a hunk that are compared and shown, columns of one.
constexpr std::size_t kMaxLines = 60;
constexpr std::size_t kMaxColumns = 100;
// Places in the file where one line of the hunk may be.
constexpr std::size_t kMaxPlaces = 1000;

std::string Shown(std::string_view line)
{
    return std::string(line.substr(0, kMaxColumns)) +
           (line.size() > kMaxColumns ? "..." : "");
}

class Describer {
 public:
    Describer(const Hunk &hunk, const std::vector<std::string> &file,
              int stated)
        : file_(file), stated_(stated)
    {
        for (const PatchLine &line : hunk.lines) {
            if (line.kind != LineKind::kAdded && old_.size() < kMaxLines) {
                old_.push_back(line.text);
            }
        }
    }

    std::string Run()
    {
        if (old_.empty() || file_.empty()) {
            return file_.empty() ? "    the file is empty\n" : "";
        }
        FindBest();
        if (agreeing_ == 0) {
            return "    no line of it is in the file\n";
        }
        std::string text = fmt::format(
            "    nearest place: line {}, where {} of {} lines agree\n",
            best_ + 1, agreeing_, old_.size());
        return text + Compare();
    }

 private:
    // Every line that is equal votes for the place where both would meet.
    void FindBest()
    {
        std::unordered_map<std::string_view, std::vector<int>> wanted;
        for (std::size_t i = 0; i < old_.size(); i++) {
            if (old_[i].find_first_not_of(" \t{}") != std::string::npos) {
                wanted[old_[i]].push_back(int(i));
            }
        }
        std::unordered_map<std::string_view, std::size_t> used;
        std::unordered_map<int, int> votes;
        for (std::size_t at = 0; at < file_.size(); at++) {
            auto found = wanted.find(file_[at]);
            if (found == wanted.end() ||
                ++used[found->first] > kMaxPlaces) {
                continue;
            }
            for (int i : found->second) {
                votes[int(at) - i]++;
            }
        }
        int most = 0;
        for (const auto &[place, count] : votes) {
            bool nearer = std::abs(place - stated_) < std::abs(best_ - stated_);
            if (count > most || (count == most && nearer)) {
                most = count;
                best_ = place;
            }
        }
        best_ = std::max(best_, 0);
        Align();
    }

    // The longest common subsequence of the hunk and the window.
    void Align()
    {
        std::size_t begin = std::size_t(best_);
        std::size_t end = std::min(file_.size(), begin + old_.size() + 8);
        window_.assign(file_.begin() + std::min(begin, file_.size()),
                       file_.begin() + end);
        std::size_t rows = old_.size();
        std::size_t columns = window_.size();
        common_.assign(rows + 1, std::vector<int>(columns + 1, 0));
        for (std::size_t i = rows; i-- > 0;) {
            for (std::size_t j = columns; j-- > 0;) {
                common_[i][j] =
                    old_[i] == window_[j]
                        ? common_[i + 1][j + 1] + 1
                        : std::max(common_[i + 1][j], common_[i][j + 1]);
            }
        }
        agreeing_ = common_[0][0];
    }

    std::string Compare() const
    {
        std::string text;
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < old_.size()) {
            bool more = j < window_.size();
            if (more && old_[i] == window_[j]) {
                text += Line(j++, "       ", old_[i++]);
                continue;
            }
            bool none_left = common_[i][j] == 0;
            if (more && (none_left || common_[i][j + 1] == common_[i][j])) {
                text += Line(j, "there: ", window_[j]);
                j++;
                more = none_left;
            } else {
                more = true;
            }
            if (more) {
                text += Line(file_.size(), "wanted:", old_[i++]);
            }
        }
        return text;
    }

    // "  12 there:  text"; without a number when it is of no line of the file.
    std::string Line(std::size_t at, const char *what,
                     const std::string &line) const
    {
        std::string number =
            at < file_.size() ? fmt::format("{}", std::size_t(best_) + at + 1)
                              : "";
        return fmt::format("    {:>7} {}  {}\n", number, what, Shown(line));
    }

    const std::vector<std::string> &file_;
    int stated_;
    std::vector<std::string> old_;
    int best_ = 0;
    int agreeing_ = 0;
    std::vector<std::string> window_;
    std::vector<std::vector<int>> common_;
};

}  // namespace

std::string DescribeConflict(const Hunk &hunk,
                             const std::vector<std::string> &file, int stated)
{
    return Describer(hunk, file, stated).Run();
}

}  // namespace laio
