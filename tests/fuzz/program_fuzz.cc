// Any bytes make a program, and any text is a program or says why not.

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "tests/programs/alphabet.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    std::vector<uint8_t> bytes(data, data + size);
    laio::Program program =
        laio::DecodeProgram(bytes, laio::AllAlphabets().back());
    auto read = laio::ParseProgram(laio::ProgramText(program));
    if (!read.ok() || !(*read == program)) {
        abort();
    }
    std::string_view text(reinterpret_cast<const char *>(data), size);
    auto parsed = laio::ParseProgram(text);
    if (parsed.ok() &&
        laio::ParseProgram(laio::ProgramText(*parsed)).value() != *parsed) {
        abort();
    }
    return 0;
}
