// C or C++ text as a list of definitions and calls, without a compiler.
//
// Enough understanding to read the shape of a linux-aio source file, whatever
// it includes and whether or not it compiles.
// Thread: any, for everything here.

#ifndef TESTS_HARNESS_C_TEXT_H
#define TESTS_HARNESS_C_TEXT_H

#include <string>
#include <string_view>
#include <vector>

namespace laio {

// `text` with comments, literals and preprocessor lines blanked out.
//
// Newlines stay where they are, so offsets and lines are those of the input.
// The directives of conditional inclusion stay as one marker at the start of
// their line: kIf, kElse, kEndif.
std::string BlankOutNonCode(std::string_view text);

inline constexpr char kIf = '\1';
inline constexpr char kElse = '\2';  // #else and #elif
inline constexpr char kEndif = '\3';

// One parameter or argument, blanks squeezed: `QEMUIOVector *qiov`.
using Parameters = std::vector<std::string>;

// A function with a body, outside any other braces than extern "C".
struct Definition {
    std::string name;
    std::string return_type;  // specifiers included: `int coroutine_fn`
    Parameters parameters;    // empty for (void)
    bool is_static = false;
    int line = 0;             // of the name, from 1
};

// Finds the function definitions of what BlankOutNonCode() returned.
//
// Both branches of a conditional inclusion are read.
std::vector<Definition> FindDefinitions(std::string_view code);

// The arguments of every use of `name` followed by a parenthesis, definitions
// and declarations included.
std::vector<Parameters> FindCalls(std::string_view code,
                                  std::string_view name);

// Whether `struct name {` occurs.
bool DefinesStruct(std::string_view code, std::string_view name);

// Every identifier, in order of appearance, repeats included.
std::vector<std::string_view> FindIdentifiers(std::string_view code);

}  // namespace laio

#endif  // TESTS_HARNESS_C_TEXT_H
