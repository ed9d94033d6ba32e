// Undoing deflate, in bounded memory: gzip files and zlib data, by GIO.

#ifndef TOOLS_BASE_INFLATE_H
#define TOOLS_BASE_INFLATE_H

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "tools/base/result.h"

namespace laio {

enum class DeflateFormat { kZlib, kGzip };

// A stream that is inflated piece by piece.
class Inflater {
 public:
    explicit Inflater(DeflateFormat format);
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    // Inflates from the front of `input`, which is shortened by what was
    // used, and appends no more than `max_bytes` to `out`.
    //
    // Returns:  whether the end of the data was met; an Error when they are
    //           damaged. No progress and no end: more input is needed.
    Result<bool> Inflate(std::string_view *input, std::size_t max_bytes,
                         std::string *out);

    // Makes ready for another stream, as gzip files may have many.
    void Reset();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

// Inflates zlib data whose size is known.
// Returns:  an Error when they are damaged or of another size.
Result<std::string> InflateZlib(std::string_view data, std::size_t size);

}  // namespace laio

#endif  // TOOLS_BASE_INFLATE_H
