#include "tools/cli/hand_over.h"

#include <gtest/gtest.h>

#include <fstream>

namespace laio {
namespace {

namespace fs = std::filesystem;
using Places = std::vector<fs::path>;

TEST(HandOver, LooksBesideTheProgramThenWhereItShips)
{
    EXPECT_EQ(FullProgramPlaces("laio", "/usr/bin/laio"),
              (Places{"/usr/bin/laio-full", "/usr/lib/laio/laio-full"}));
}

TEST(HandOver, LooksFirstWhereTheProgramWasCalled)
{
    EXPECT_EQ(FullProgramPlaces("a/laio", "/store/1/laio"),
              (Places{"a/laio-full", "/store/1/laio-full",
                      "/store/lib/laio/laio-full"}));
}

TEST(HandOver, SaysWhereItLookedWhenThereIsNothing)
{
    char name[] = "/nowhere/laio";
    char *argv[] = {name, nullptr};
    Error error =
        StartFirst({"/nowhere/laio-full", "/neither/laio-full"}, argv);
    EXPECT_EQ(error.kind, ErrorKind::kEnvironment);
    for (const char *place : {"/nowhere/laio-full", "/neither/laio-full"}) {
        EXPECT_NE(error.message.find(std::string(place) + ": No such file"),
                  std::string::npos)
            << error.message;
    }
}

TEST(HandOver, PeopleStartTheProgramInBinIfThereIsOne)
{
    fs::path root = fs::path(testing::TempDir()) / "prefix";
    fs::create_directories(root / "bin");
    std::ofstream(root / "bin/laio") << "x";
    EXPECT_EQ(FrontProgram(root / "lib/laio/laio-full"),
              root / "bin/laio");
    EXPECT_EQ(FrontProgram("/nowhere/laio-full"), "/nowhere/laio-full");
    EXPECT_EQ(FrontProgram("/usr/bin/laio"), "/usr/bin/laio");
}

}  // namespace
}  // namespace laio
