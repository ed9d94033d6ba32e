// Bytes from a file, a pipe or memory, piece by piece; gzip is undone.

#ifndef TOOLS_MAIL_BYTE_SOURCE_H
#define TOOLS_MAIL_BYTE_SOURCE_H

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "tools/base/result.h"

namespace laio {

// Thread: one at a time.
class ByteSource {
 public:
    virtual ~ByteSource() = default;

    // Appends the next bytes to `out`, about 256 KiB at most.
    //
    // Returns:  false at the end; an Error when they cannot be read, or are
    //           compressed and damaged, or a bomb.
    virtual Result<bool> Read(std::string *out) = 0;

    // Bytes of the input that were read so far, and all of them, or 0 when
    // nobody knows.
    virtual std::size_t position() const = 0;
    virtual std::size_t size() const = 0;
};

// Text does not shrink to a hundredth; what claims to, and is larger than what
// is always allowed, is made to fill the machine.
struct GzipLimits {
    std::size_t always_bytes = 64 << 20;
    std::size_t ratio = 100;
};

// Opens a file, or stdin for "-".
//
//   name     what to call it in messages
// Returns:  an Error when it cannot be opened.
Result<std::unique_ptr<ByteSource>> OpenBytes(const std::string &path,
                                              const std::string &name);

// Keeps:    a view of the bytes.
std::unique_ptr<ByteSource> MemoryBytes(std::string_view bytes,
                                        const std::string &name,
                                        const GzipLimits &limits = {});

}  // namespace laio

#endif  // TOOLS_MAIL_BYTE_SOURCE_H
