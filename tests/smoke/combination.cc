#include "tests/smoke/combination.h"

#include <fmt/format.h>

namespace laio {

std::string Combination::Name() const
{
    return fmt::format("{}/{}/{}/{}", coroutine ? "coroutine" : "callback",
                       plugged ? "plugged" : "unplugged",
                       io_poll ? "io-poll" : "no-poll",
                       main_loop ? "main-loop" : "aio-poll");
}

std::string Combination::Sentence() const
{
    return fmt::format(
        "Requests through {}, {}, {} polling, in {}, move the right bytes "
        "between memory and a real file.",
        coroutine ? "coroutines" : "callbacks",
        plugged ? "in batches" : "one by one", io_poll ? "with" : "without",
        main_loop ? "a GMainLoop" : "aio_poll()");
}

std::string Combination::WhyUnfit(const Traits &traits) const
{
    if (!coroutine && !traits.has_submit) {
        return "it has no laio_submit";
    }
    if (coroutine && traits.co_submit == CoSubmitForm::kAbsent) {
        return "it has no laio_co_submit";
    }
    if (plugged && traits.plug == PlugForm::kAbsent) {
        return "it cannot be plugged";
    }
    if (io_poll && !traits.has_io_poll) {
        return "it registers no poll handler";
    }
    return "";
}

std::vector<Combination> AllCombinations()
{
    std::vector<Combination> all;
    for (bool coroutine : {false, true}) {
        for (bool plugged : {false, true}) {
            for (bool io_poll : {false, true}) {
                for (bool main_loop : {false, true}) {
                    all.push_back({coroutine, plugged, io_poll, main_loop});
                }
            }
        }
    }
    return all;
}

}  // namespace laio
