// The table by itself; command_line.cc reads arguments by it.

#include <algorithm>
#include <sstream>

#include "tools/base/command_line.h"

namespace laio {
namespace {

std::string Join(const std::vector<std::string> &words, const char *between)
{
    std::string text;
    for (const std::string &word : words) {
        text += (text.empty() ? "" : between) + word;
    }
    return text;
}

struct ValueText {
    std::string operator()(const bool *) const { return ""; }

    std::string operator()(const std::string *text) const { return *text; }

    template <typename T>
    std::string operator()(const std::vector<T> *values) const
    {
        std::vector<std::string> words;
        for (const T &value : *values) {
            words.push_back((*this)(&value));
        }
        return Join(words, " ");
    }

    template <typename T>
    std::string operator()(const T *number) const
    {
        std::ostringstream text;
        text << *number;
        return text.str();
    }
};

}  // namespace

Option &Option::Required()
{
    required = true;
    return *this;
}

Option &Option::OneOf(std::vector<std::string> all_words)
{
    words = std::move(all_words);
    return *this;
}

Option &Option::Range(double least, double most)
{
    range = {least, most};
    return *this;
}

Option &Option::In(OptionUnit of_value)
{
    unit = of_value;
    return *this;
}

Option &Option::Excludes(std::vector<std::string> others)
{
    excludes = std::move(others);
    return *this;
}

bool Option::repeats() const
{
    return std::holds_alternative<std::vector<std::string> *>(target) ||
           std::holds_alternative<std::vector<int> *>(target);
}

std::string Option::Spelling() const
{
    std::string text = Join(names, ", ");
    if (!text.empty() && !value_name.empty()) {
        text += " ";
    }
    return text + value_name;
}

std::string Option::Value() const
{
    return std::visit(ValueText(), target);
}

Option &Command::Add(const std::string &spelling, OptionTarget target,
                     std::string help)
{
    Option option;
    std::string names = spelling;
    if (spelling[0] != '-') {
        option.value_name = spelling;
        names.clear();
    } else if (size_t blank = spelling.find(' '); blank != spelling.npos) {
        option.value_name = spelling.substr(blank + 1);
        names.resize(blank);
    }
    while (!names.empty()) {
        size_t comma = std::min(names.find(','), names.size());
        option.names.push_back(names.substr(0, comma));
        names.erase(0, comma + 1);
    }
    option.target = target;
    option.help = std::move(help);
    options.push_back(std::move(option));
    return options.back();
}

std::string Command::Synopsis() const
{
    std::vector<std::string> words;
    std::vector<std::string> arguments;
    for (const Option &option : options) {
        std::string word = option.value_name;
        if (!option.is_argument()) {
            word = option.names[0] + (word.empty() ? "" : " ") + word;
        }
        word = option.required ? word : "[" + word + "]";
        (option.is_argument() ? arguments : words)
            .push_back(word + (option.repeats() ? "..." : ""));
    }
    words.insert(words.end(), arguments.begin(), arguments.end());
    if (!commands.empty()) {
        words.push_back("COMMAND ...");
    }
    return Join(words, " ");
}

}  // namespace laio
