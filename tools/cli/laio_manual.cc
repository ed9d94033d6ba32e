// laio_manual FOLDER: manual pages and completions of laio, from its command
// table, under the names that they have below PREFIX/share.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "tools/cli/commands.h"
#include "tools/cli/manual_text.h"
#include "tools/cli/session.h"
#include "tools/cli/version.h"
#include "tools/manual/completion.h"
#include "tools/manual/man_page.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// Returns:  a text per file, or none for a file that nobody wrote a text for.
std::map<std::string, std::string> Files(const Command &program)
{
    const PageEdition edition{kVersion, kVersionDate};
    const PageText about = ProgramText();
    std::map<std::string, std::string> files = {
        {"man/man1/laio.1", ProgramPage(program, about, edition)},
        {"bash-completion/completions/laio", BashCompletion(program)},
        {"zsh/site-functions/_laio", ZshCompletion(program)},
        {"fish/vendor_completions.d/laio.fish", FishCompletion(program)},
    };
    std::map<std::string, PageText> texts = CommandTexts();
    for (const Command &command : program.commands) {
        PageText &text = texts[command.name];
        if (text.exit_status.empty()) {
            text.exit_status = about.exit_status;
        }
        files["man/man1/laio-" + command.name + ".1"] =
            text.description.empty()
                ? ""
                : CommandPage(program, command, text, edition);
    }
    return files;
}

int Main(const fs::path &folder)
{
    Session session{{}, {}, std::cout, std::cerr, {}, 0};
    for (const auto &[name, text] : Files(LaioProgram(session))) {
        if (text.empty()) {
            std::cerr << "tools/cli/manual_text.cc has no text for " << name
                      << "\n";
            return 1;
        }
        fs::create_directories((folder / name).parent_path());
        std::ofstream out(folder / name, std::ios::binary);
        if (!(out << text).flush()) {
            std::cerr << "cannot write " << name << "\n";
            return 1;
        }
    }
    return 0;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::cerr << "usage: laio_manual FOLDER\n";
        return 2;
    }
    return laio::Main(argv[1]);
}
