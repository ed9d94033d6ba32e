// For the tests of commands from outside: a folder of the test's own, what a
// user types there, and a git that knows no configuration but its own.

#ifndef TOOLS_CLI_COMMAND_TESTING_H
#define TOOLS_CLI_COMMAND_TESTING_H

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tools/base/process.h"

namespace laio {

// The path of a file that the test has in its `data`.
std::string Runfile(const std::string &name);

std::string ReadAll(const std::filesystem::path &file);

// What a command printed; a failure of the test when it is no JSON.
nlohmann::json Json(const ProcessResult &result);

class CommandTest : public testing::Test {
 protected:
    CommandTest();

    // Paths are below the folder, in which all programs run.
    void Put(const std::string &name, const std::string &text);
    std::string Read(const std::string &name);
    ProcessResult Run(const std::vector<std::string> &argv,
                      const std::string &input = "");

    // The built program, which the test has in its `data`.
    ProcessResult Laio(std::vector<std::string> arguments);
    ProcessResult Style(std::vector<std::string> arguments);

    // git as A <a@example.org>; Git() must succeed and gives what it printed.
    ProcessResult TryGit(std::vector<std::string> arguments,
                         const std::string &input = "");
    std::string Git(std::vector<std::string> arguments,
                    const std::string &input = "");

    // A repository with the `getevents` subject as block/linux-aio.c.
    void MakeTree();

    static bool Has(const std::string &text, const std::string &part)
    {
        return text.find(part) != text.npos;
    }

    std::filesystem::path folder_;
    std::string laio_;
};

}  // namespace laio

#endif  // TOOLS_CLI_COMMAND_TESTING_H
