#include "tools/cli/plain_style.h"

#include <unistd.h>

#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "tools/base/in_order.h"
#include "tools/base/read_file.h"
#include "tools/cli/style_text.h"
#include "tools/style/findings_text.h"
#include "tools/style/style.h"

namespace laio {
namespace {

// Bytes. What is larger has time to start laio-full, which gives memory back.
constexpr uintmax_t kLargest = uintmax_t{1} << 20;

struct PlainCall {
    bool terse = false;
    bool is_file = false;
    bool no_signoff = false;
    std::vector<std::string> names;

    // Returns: whether that can be part of a plain call.
    bool Take(const std::string &argument)
    {
        bool *flag = argument == "--terse"        ? &terse
                     : argument == "--no-signoff" ? &no_signoff
                     : argument == "-f" || argument == "--file"
                         ? &is_file
                         : nullptr;
        if (flag) {
            return !std::exchange(*flag, true);
        }
        // Other first bytes may be special.
        unsigned char first = argument[0];
        names.push_back(argument);
        return (std::isalnum(first) || first == '/' || first == '.') &&
               !IsRange(argument);
    }
};

std::optional<PlainCall> ReadCall(int argc, const char *const *argv)
{
    PlainCall call;
    if (argc < 2 || std::string_view(argv[1]) != "style" ||
        std::getenv("BUILD_WORKING_DIRECTORY")) {
        return std::nullopt;
    }
    for (int i = 2; i < argc; ++i) {
        if (!call.Take(argv[i])) {
            return std::nullopt;
        }
    }
    return call.names.empty() ? std::nullopt : std::optional(call);
}

// Whether laio-full can still read all of it afterwards, unlike from a pipe.
bool IsSmallFile(const std::string &name)
{
    std::error_code error;
    uintmax_t size = std::filesystem::file_size(name, error);
    return !error && size <= kLargest;
}

struct Checked {
    StyleResult result;
    bool is_file = false;
};

std::optional<Checked> Check(const StyleChecker &checker,
                             const std::string &name, bool is_file)
{
    if (!IsSmallFile(name)) {
        return std::nullopt;
    }
    Result<std::string> text = ReadFile(name, name);
    if (!text.ok()) {
        return std::nullopt;
    }
    Result<StyleInput> input = AsStyleInput(name, *std::move(text), is_file);
    if (!input.ok()) {
        return std::nullopt;
    }
    Checked checked{input->is_file ? checker.CheckFile(input->text, name)
                                   : checker.CheckPatch(input->text, name),
                    input->is_file};
    return checked.result.is_patch ? std::optional(std::move(checked))
                                   : std::nullopt;
}

}  // namespace

std::optional<PlainAnswer> AnswerPlainStyle(int argc, const char *const *argv)
{
    std::optional<PlainCall> call = ReadCall(argc, argv);
    if (!call) {
        return std::nullopt;
    }
    StyleOptions options;
    options.require_signoff = !call->no_signoff;
    StyleChecker checker(options);
    size_t count = call->names.size();
    bool color = !call->terse && isatty(STDOUT_FILENO);
    bool is_plain = true;
    PlainAnswer answer;
    StyleResult total;
    MakeInOrder(
        count, count > 1 ? ThreadsFor(0) : 1,
        [&](size_t i) {
            return Check(checker, call->names[i], call->is_file);
        },
        [&](size_t, const std::optional<Checked> &checked) {
            is_plain = is_plain && checked;
            if (is_plain) {
                const StyleResult &result = checked->result;
                total.Count(result);
                answer.text += call->terse
                                   ? ToTerse(result)
                                   : FindingsOfOne(result,
                                                   count > 1 &&
                                                       !checked->is_file,
                                                   color);
            }
        });
    if (!is_plain) {
        return std::nullopt;
    }
    answer.text += call->terse ? "" : StyleTotal(total) + "\n";
    bool fails = call->terse ? IsFailure(total, options.qemu_version)
                             : !total.clean();
    answer.exit_status = fails ? 1 : 0;
    return answer;
}

}  // namespace laio
