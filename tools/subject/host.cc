#include "tools/subject/host.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

namespace laio {
namespace {

// The value of the first `model name : ...` line of procfs.
std::string ProcessorName()
{
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        size_t colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) {
            return line.substr(colon + 2);
        }
    }
    return "";
}

}  // namespace

Host ThisHost()
{
    utsname names{};
    uname(&names);
    return {names.release, names.machine, ProcessorName(),
            std::thread::hardware_concurrency()};
}

std::string Describe(const Host &host)
{
    return fmt::format(
        "{} x {}, Linux {}", host.processors,
        host.processor.empty() ? host.machine : host.processor, host.kernel);
}

nlohmann::json ToJson(const Host &host)
{
    return {{"kernel", host.kernel},
            {"machine", host.machine},
            {"processor", host.processor},
            {"processors", host.processors}};
}

}  // namespace laio
