#include "tools/report/compiler_messages.h"

#include <charconv>
#include <optional>
#include <sstream>

namespace laio {
namespace {

bool Take(std::string_view &text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

std::optional<int> TakeNumber(std::string_view &text)
{
    int number = 0;
    auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    return number;
}

std::optional<CompilerMessage> Read(std::string_view line,
                                    std::string_view path)
{
    if (!Take(line, path) || !Take(line, ":")) {
        return std::nullopt;
    }
    std::optional<int> number = TakeNumber(line);
    if (!number || !Take(line, ":")) {
        return std::nullopt;
    }
    if (TakeNumber(line)) {
        Take(line, ":");
    }
    Take(line, " ");
    Take(line, "fatal ");
    for (const char *level : {"error", "warning"}) {
        if (Take(line, level) && Take(line, ": ")) {
            return CompilerMessage{*number, level, std::string(line)};
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<CompilerMessage> CompilerMessages(std::string_view output,
                                              std::string_view path)
{
    std::vector<CompilerMessage> messages;
    std::istringstream lines{std::string(output)};
    for (std::string line; std::getline(lines, line);) {
        if (std::optional<CompilerMessage> message = Read(line, path)) {
            messages.push_back(*std::move(message));
        }
    }
    return messages;
}

}  // namespace laio
