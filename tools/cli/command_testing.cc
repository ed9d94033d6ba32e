#include "tools/cli/command_testing.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "tools/cpp/runfiles/runfiles.h"

namespace laio {

namespace fs = std::filesystem;

std::string Runfile(const std::string &name)
{
    using bazel::tools::cpp::runfiles::Runfiles;
    std::string why;
    std::unique_ptr<Runfiles> runfiles(Runfiles::CreateForTest(&why));
    EXPECT_TRUE(runfiles) << why;
    return runfiles->Rlocation("laio/" + name);
}

std::string ReadAll(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

nlohmann::json Json(const ProcessResult &result)
{
    auto parsed = nlohmann::json::parse(result.out, nullptr, false);
    EXPECT_FALSE(parsed.is_discarded()) << result.out << result.err;
    return parsed;
}

CommandTest::CommandTest()
    : folder_(fs::path(testing::TempDir()) /
              testing::UnitTest::GetInstance()->current_test_info()->name()),
      laio_(Runfile("tools/cli/laio"))
{
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
}

void CommandTest::Put(const std::string &name, const std::string &text)
{
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
}

std::string CommandTest::Read(const std::string &name)
{
    return ReadAll(folder_ / name);
}

ProcessResult CommandTest::Run(const std::vector<std::string> &argv,
                               const std::string &input)
{
    ProcessOptions options;
    options.directory = folder_;
    options.input = input;
    // A review judges two files; one that crashes often takes TSan minutes.
    options.timeout = std::chrono::minutes(10);
    Result<ProcessResult> result = RunProcess(argv, options);
    EXPECT_TRUE(result.ok());
    return result.ok() ? *std::move(result) : ProcessResult{};
}

ProcessResult CommandTest::Laio(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), laio_);
    return Run(arguments);
}

ProcessResult CommandTest::Style(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "style");
    return Laio(std::move(arguments));
}

ProcessResult CommandTest::TryGit(std::vector<std::string> arguments,
                                  const std::string &input)
{
    arguments.insert(arguments.begin(), {"git", "-c", "user.name=A", "-c",
                                         "user.email=a@example.org"});
    return Run(arguments, input);
}

std::string CommandTest::Git(std::vector<std::string> arguments,
                             const std::string &input)
{
    ProcessResult result = TryGit(std::move(arguments), input);
    EXPECT_EQ(result.exit_status, 0) << result.err;
    return result.out;
}

void CommandTest::MakeTree()
{
    Git({"init", "-q", "-b", "main", "."});
    Put("block/linux-aio.c", ReadAll(Runfile("block/subjects/getevents.c")));
    Put("notes.c", "int notes;\n");
    Git({"add", "."});
    Git({"commit", "-q", "-m", "start"});
}

}  // namespace laio
