#include "tools/patch/segment.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "tools/patch/line_options.h"

namespace laio {
namespace {

constexpr int kMaxLines = 6000;          // per side; deeper is not recursed
constexpr std::size_t kMaxReadings = 8;
constexpr int kMaxExtraCost = 8;

// Where in the text and how far on both sides.
struct State {
    int at = 0;
    int olds = 0;
    int news = 0;

    bool operator==(const State &) const = default;
};

struct StateHash {
    std::size_t operator()(const State &s) const
    {
        std::uint64_t h = std::uint64_t(s.at) * 0x9E3779B97F4A7C15u;
        h ^= (std::uint64_t(s.olds) << 32 | unsigned(s.news)) *
             0xC2B2AE3D27D4EB4Fu;
        return h ^ h >> 29;
    }
};

// What can still come from a state.
struct Outlook {
    int cost = -1;  // of the cheapest way to the end; -1: there is none
    std::uint64_t count = 0;
};

class Segmenter {
 public:
    Segmenter(const WordStream &stream, const SegmentTask &task)
        : options_(stream, task), task_(task)
    {
    }

    SegmentResult Run()
    {
        SegmentResult result;
        if (task_.old_count > kMaxLines || task_.new_count > kMaxLines) {
            result.gave_up = true;
            return result;
        }
        State start{task_.begin, 0, 0};
        Outlook all = Look(start);
        result.count = all.count;
        result.tries = tries_;
        result.gave_up = tries_ >= task_.max_tries;
        for (int extra = 0; all.cost >= 0 && extra <= kMaxExtraCost &&
                            result.readings.size() < kMaxReadings;
             extra++) {
            Segmentation reading;
            reading.cost = all.cost + extra;
            Collect(start, reading.cost, &reading, &result);
        }
        return result;
    }

 private:
    bool Done(const State &s) const
    {
        return s.olds == task_.old_count && s.news == task_.new_count;
    }

    std::vector<LineOption> OptionsAt(const State &s) const
    {
        return options_.At(s.at, s.olds, s.news);
    }

    static State After(const State &s, const LineOption &option)
    {
        State next{option.end, s.olds, s.news};
        if (!option.is_comment) {
            next.olds += option.line.kind != LineKind::kAdded;
            next.news += option.line.kind != LineKind::kRemoved;
        }
        return next;
    }

    Outlook Look(const State &s)
    {
        if (Done(s)) {
            int cost = options_.CostOfEndingAt(s.at);
            return {cost, cost >= 0 ? 1u : 0u};
        }
        auto known = memo_.find(s);
        if (known != memo_.end()) {
            return known->second;
        }
        if (tries_ >= task_.max_tries) {
            return {};
        }
        memo_[s] = {};
        Outlook outlook;
        std::vector<LineOption> options = OptionsAt(s);
        tries_ += 1 + options.size();
        for (const LineOption &option : options) {
            Outlook rest = Look(After(s, option));
            if (rest.cost < 0) {
                continue;
            }
            int cost = option.cost + rest.cost;
            if (outlook.cost < 0 || cost < outlook.cost) {
                outlook.cost = cost;
            }
            outlook.count = std::min<std::uint64_t>(
                outlook.count + rest.count, std::uint64_t(1) << 62);
        }
        memo_[s] = outlook;
        return outlook;
    }

    // Adds every reading that costs exactly `cost` from here on.
    void Collect(const State &s, int cost, Segmentation *reading,
                 SegmentResult *result)
    {
        if (result->readings.size() >= kMaxReadings) {
            return;
        }
        if (Done(s)) {
            if (options_.CostOfEndingAt(s.at) == cost) {
                reading->end = s.at;
                result->readings.push_back(*reading);
            }
            return;
        }
        for (const LineOption &option : OptionsAt(s)) {
            State next = After(s, option);
            Outlook rest = Look(next);
            if (rest.cost < 0 || option.cost + rest.cost > cost) {
                continue;
            }
            Push(option, s, reading);
            Collect(next, cost - option.cost, reading, result);
            Pop(option, reading);
        }
    }

    static void Push(const LineOption &option, const State &s,
                     Segmentation *reading)
    {
        if (option.is_comment) {
            reading->comments.push_back(
                {s.at, option.end, int(reading->lines.size())});
        } else {
            reading->lines.push_back(option.line);
        }
    }

    static void Pop(const LineOption &option, Segmentation *reading)
    {
        if (option.is_comment) {
            reading->comments.pop_back();
        } else {
            reading->lines.pop_back();
        }
    }

    LineOptions options_;
    const SegmentTask &task_;
    std::unordered_map<State, Outlook, StateHash> memo_;
    std::size_t tries_ = 0;
};

}  // namespace

int Segmentation::CostOfLines() const
{
    return cost - kIndentLost * int(std::count_if(
                      lines.begin(), lines.end(),
                      [](const SegmentLine &line) {
                          return line.indent_lost;
                      }));
}

SegmentResult SegmentHunk(const WordStream &stream, const SegmentTask &task)
{
    return Segmenter(stream, task).Run();
}

}  // namespace laio
