#include "tools/report/sequence_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "tools/report/chart_rows.h"
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
    Chart chart(options.indent);
    chart.Header();
    for (const ChartRow &row : ChartRows(trace, options.max_events)) {
        if (row.event) {
            chart.Event(*row.event);
        } else {
            chart.Gap(row.left_out);
        }
    }
    return std::move(chart).Text();
}

}  // namespace laio
