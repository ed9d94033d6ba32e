#include "tools/report/sequence_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "tools/report/wrap.h"

namespace laio {
namespace {

constexpr const char *kBrokenMark = "<-- broken here";
constexpr size_t kLaneOf[] = {3, 11, 18};  // caller, loop, kernel
constexpr size_t kLanesWidth = 20;
constexpr int kDeepestIndent = 10;

size_t Lane(Actor actor)
{
    return kLaneOf[static_cast<int>(actor)];
}

std::string EmptyLanes()
{
    std::string lanes(kLanesWidth, ' ');
    for (size_t lane : kLaneOf) {
        lanes[lane] = '|';
    }
    return lanes;
}

std::string Lanes(const TraceEvent &event)
{
    std::string lanes = EmptyLanes();
    size_t from = Lane(event.from);
    size_t to = Lane(event.to);
    if (from == to) {
        lanes[from] = '*';
        return lanes;
    }
    size_t left = std::min(from, to);
    size_t right = std::max(from, to);
    std::fill(lanes.begin() + left + 1, lanes.begin() + right, '-');
    lanes[from < to ? right - 1 : left + 1] = from < to ? '>' : '<';
    return lanes;
}

// Whether the events at both ends of a long trace and around the broken step
// include this one.
class Selection {
 public:
    Selection(const std::vector<TraceEvent> &trace, size_t max_events)
    {
        if (trace.size() <= max_events) {
            head_end_ = trace.size();
            return;
        }
        head_end_ = max_events / 4;
        size_t window = max_events - head_end_;
        auto broken = std::find_if(trace.begin(), trace.end(),
                                   [](auto &event) { return event.broken; });
        size_t last = broken == trace.end()
                          ? trace.size()
                          : std::min<size_t>(
                                std::distance(trace.begin(), broken) + 1 +
                                    window / 8,
                                trace.size());
        window_end_ = std::max(last, max_events);
        window_begin_ = window_end_ - window;
    }

    bool Has(size_t i) const
    {
        return i < head_end_ || (i >= window_begin_ && i < window_end_);
    }

 private:
    size_t head_end_ = 0;
    size_t window_begin_ = 0;
    size_t window_end_ = 0;
};

class Chart {
 public:
    explicit Chart(const std::string &indent) : indent_(indent) {}

    void Header()
    {
        Line("step", "caller   loop  kernel", "");
    }

    void Gap(int steps)
    {
        Line("", EmptyLanes(), fmt::format("... {} steps ...", steps));
    }

    void Event(const TraceEvent &event)
    {
        size_t nested = static_cast<size_t>(
            std::clamp(event.depth, 0, kDeepestIndent)) * 2;
        size_t before = indent_.size() + 8 + kLanesWidth + nested;
        size_t room = kReportWidth - std::min(before, kReportWidth - 16);
        std::vector<std::string> words = WrapLine(event.text, room);
        if (event.broken) {
            Mark(words, room);
        }
        std::string label = fmt::format("{} {:>3}", event.broken ? '!' : ' ',
                                        event.step);
        std::string lanes = Lanes(event);
        for (const std::string &line : words) {
            Line(label, lanes, std::string(nested, ' ') + line);
            label.clear();
            lanes = EmptyLanes();
        }
    }

    std::string Text() && { return std::move(text_); }

 private:
    // The mark stays in one piece: behind the text, or on a line of its own.
    static void Mark(std::vector<std::string> &words, size_t room)
    {
        std::string marked = words.back() + "  " + kBrokenMark;
        if (marked.size() <= room) {
            words.back() = marked;
        } else {
            words.push_back(kBrokenMark);
        }
    }

    void Line(const std::string &label, const std::string &lanes,
              const std::string &words)
    {
        std::string line =
            fmt::format("{}{:<6}{:<20}  {}", indent_, label, lanes, words);
        line.erase(line.find_last_not_of(' ') + 1);
        text_ += line + "\n";
    }

    std::string indent_;
    std::string text_;
};

}  // namespace

std::string SequenceChart(const std::vector<TraceEvent> &trace,
                          const ChartOptions &options)
{
    if (trace.empty()) {
        return "";
    }
    Selection selection(trace,
                        static_cast<size_t>(std::max(options.max_events, 8)));
    Chart chart(options.indent);
    chart.Header();
    int last_step = 0;
    for (size_t i = 0; i < trace.size(); i++) {
        if (!selection.Has(i)) {
            continue;
        }
        // By their numbers: the trace itself may have left out some.
        if (last_step && trace[i].step > last_step + 1) {
            chart.Gap(trace[i].step - last_step - 1);
        }
        chart.Event(trace[i]);
        last_step = trace[i].step;
    }
    if (trace.back().step > last_step) {
        chart.Gap(trace.back().step - last_step);
    }
    return std::move(chart).Text();
}

}  // namespace laio
