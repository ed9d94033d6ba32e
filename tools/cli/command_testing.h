// A folder and programs that run in it, for tests of the command line.

#ifndef TOOLS_CLI_COMMAND_TESTING_H
#define TOOLS_CLI_COMMAND_TESTING_H

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "tools/base/process.h"
#include "tools/cpp/runfiles/runfiles.h"

namespace laio {

class CommandTest : public testing::Test {
 protected:
    CommandTest()
        : folder_(std::filesystem::path(testing::TempDir()) /
                  testing::UnitTest::GetInstance()
                      ->current_test_info()->name()),
          laio_(Program("laio"))
    {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    }

    // A program of tools/cli that the test has in its data.
    static std::string Program(const std::string &name)
    {
        using bazel::tools::cpp::runfiles::Runfiles;
        std::string why;
        std::unique_ptr<Runfiles> runfiles(Runfiles::CreateForTest(&why));
        EXPECT_TRUE(runfiles) << why;
        return runfiles->Rlocation("laio/tools/cli/" + name);
    }

    void Put(const std::string &name, const std::string &text)
    {
        std::filesystem::path file = folder_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }

    std::string Read(const std::filesystem::path &name)
    {
        std::ifstream in(folder_ / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }

    ProcessResult Run(const std::vector<std::string> &argv,
                      const std::string &input = "")
    {
        ProcessOptions options;
        options.directory = folder_;
        options.input = input;
        Result<ProcessResult> result = RunProcess(argv, options);
        EXPECT_TRUE(result.ok());
        return result.ok() ? *std::move(result) : ProcessResult{};
    }

    ProcessResult Git(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), "git");
        return Run(arguments);
    }

    ProcessResult Style(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {laio_, "style"});
        return Run(arguments);
    }

    static bool Has(const std::string &text, const std::string &part)
    {
        return text.find(part) != text.npos;
    }

    std::filesystem::path folder_;
    std::string laio_;
};

}  // namespace laio

#endif  // TOOLS_CLI_COMMAND_TESTING_H
