#include "tools/manual/man_page.h"

#include <cctype>
#include <cstdlib>
#include <sstream>

#include "tools/manual/roff.h"

namespace laio {
namespace {

std::string Joined(const std::vector<std::string> &words, const char *between)
{
    std::string text;
    for (const std::string &word : words) {
        text += (text.empty() ? "" : between) + word;
    }
    return text;
}

std::string Number(double number)
{
    std::ostringstream text;
    text.precision(15);
    text << number;
    return text.str();
}

std::string Upper(std::string text)
{
    for (char &c : text) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return text;
}

// `-o, --output FILE`: names in bold, the value in italics.
std::string Term(const Option &option)
{
    std::vector<std::string> names;
    for (const std::string &name : option.names) {
        names.push_back(RoffBold(name));
    }
    std::string term = Joined(names, ", ");
    if (!option.value_name.empty()) {
        term += (term.empty() ? "" : " ") + RoffItalic(option.value_name);
    }
    return term;
}

std::string Sentence(const std::string &text)
{
    bool ended = text.ends_with('.') || text.ends_with('!') ||
                 text.ends_with('?') || text.ends_with(':');
    return ended ? text : text + ".";
}

// A number that could not be given stands for no value.
bool HasDefault(const Option &option)
{
    std::string value = option.Value();
    if (option.is_flag() || option.required || value.empty()) {
        return false;
    }
    double number = std::strtod(value.c_str(), nullptr);
    return !option.range || (number >= option.range->first &&
                             number <= option.range->second);
}

// Help, and what the table knows of values.
std::string Meaning(const Option &option)
{
    std::string text = Sentence(option.help);
    if (!option.words.empty()) {
        text += " One of `" + Joined(option.words, "`, `") + "`.";
    }
    if (option.range) {
        text += " From " + Number(option.range->first) + " to " +
                Number(option.range->second) + ".";
    }
    if (option.unit == OptionUnit::kBytes) {
        text += " Bytes, or with a unit: `4k`, `1MB`.";
    } else if (option.unit == OptionUnit::kMilliseconds) {
        text += " Milliseconds, or with a unit: `500ms`, `30s`, `2min`.";
    }
    if (option.repeats() && !option.is_argument()) {
        text += " May be given several times.";
    }
    if (!option.excludes.empty()) {
        text += " Not with `" + Joined(option.excludes, "`, `") + "`.";
    }
    if (HasDefault(option)) {
        text += " Default: `" + option.Value() + "`.";
    }
    return RoffText(text);
}

void AddEntries(RoffPage &page, const char *section,
                const std::vector<PageEntry> &entries)
{
    if (entries.empty()) {
        return;
    }
    page.Section(section);
    for (const PageEntry &entry : entries) {
        page.Entry(RoffBold(entry.term), RoffText(entry.text));
    }
}

void AddOptions(RoffPage &page, const Command &command)
{
    page.Section("OPTIONS");
    for (const Option &option : command.options) {
        page.Entry(Term(option), Meaning(option));
    }
    page.Entry(RoffBold("-h") + ", " + RoffBold("--help"),
               "Print a summary of the options and exit.");
    if (!command.commands.empty()) {
        page.Entry(RoffBold("--help-all"), "The same for every command.");
    }
    if (!command.version.empty()) {
        page.Entry(RoffBold("--version"), "Print the version and exit.");
    }
}

void AddExamples(RoffPage &page, const std::vector<PageEntry> &examples)
{
    if (examples.empty()) {
        return;
    }
    page.Section("EXAMPLES");
    for (const PageEntry &example : examples) {
        page.Paragraph(RoffText(example.text));
        page.Typed(example.term);
    }
}

void AddDescription(RoffPage &page, const PageText &text)
{
    page.Section("DESCRIPTION");
    for (const std::string &paragraph : text.description) {
        page.Paragraph(RoffText(paragraph));
    }
}

std::string Reference(const std::string &name)
{
    return RoffBold(name) + "(1)";
}

void AddName(RoffPage &page, const std::string &name,
             const std::string &summary)
{
    page.Section("NAME");
    std::string line = summary;
    if (!line.empty() && line.back() == '.') {
        line.pop_back();
    }
    page.Paragraph(RoffLiteral(name) + " \\- " + RoffLiteral(line));
}

}  // namespace

std::string ProgramPage(const Command &program, const PageText &text,
                        const PageEdition &edition)
{
    RoffPage page(Upper(program.name), edition.date,
                  program.name + " " + edition.version);
    AddName(page, program.name, program.summary);
    page.Section("SYNOPSIS");
    page.Paragraph(RoffBold(program.name) + " " + RoffItalic("COMMAND") +
                   " [" + RoffItalic("OPTION") + "]...");
    AddDescription(page, text);
    page.Section("COMMANDS");
    std::vector<std::string> pages;
    for (const Command &command : program.commands) {
        std::string name = program.name + "-" + command.name;
        page.Entry(RoffBold(program.name + " " + command.name),
                   RoffText(Sentence(command.summary)) + " See " +
                       Reference(name) + ".");
        pages.push_back(Reference(name));
    }
    AddOptions(page, program);
    AddEntries(page, "EXIT STATUS", text.exit_status);
    AddEntries(page, "FILES", text.files);
    AddExamples(page, text.examples);
    page.Section("SEE ALSO");
    page.Paragraph(Joined(pages, ", "));
    return page.text();
}

std::string CommandPage(const Command &program, const Command &command,
                        const PageText &text, const PageEdition &edition)
{
    std::string name = program.name + "-" + command.name;
    RoffPage page(Upper(name), edition.date,
                  program.name + " " + edition.version);
    AddName(page, name, command.summary);
    page.Section("SYNOPSIS");
    page.Paragraph(RoffBold(program.name + " " + command.name) + " " +
                   RoffLiteral(command.Synopsis()));
    AddDescription(page, text);
    AddOptions(page, command);
    AddEntries(page, "EXIT STATUS", text.exit_status);
    AddEntries(page, "FILES", text.files);
    AddExamples(page, text.examples);
    page.Section("SEE ALSO");
    page.Paragraph(Reference(program.name));
    return page.text();
}

}  // namespace laio
