#include "tools/report/chart_rows.h"

#include <algorithm>
#include <iterator>

namespace laio {
namespace {

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

}  // namespace

std::vector<ChartRow> ChartRows(const std::vector<TraceEvent> &trace,
                                int max_events)
{
    std::vector<ChartRow> rows;
    Selection selection(trace, static_cast<size_t>(std::max(max_events, 8)));
    int last_step = 0;
    for (size_t i = 0; i < trace.size(); i++) {
        if (!selection.Has(i)) {
            continue;
        }
        // By their numbers: the trace itself may have left out some.
        if (last_step && trace[i].step > last_step + 1) {
            rows.push_back({nullptr, trace[i].step - last_step - 1});
        }
        rows.push_back({&trace[i], 0});
        last_step = trace[i].step;
    }
    if (!trace.empty() && trace.back().step > last_step) {
        rows.push_back({nullptr, trace.back().step - last_step});
    }
    return rows;
}

}  // namespace laio
