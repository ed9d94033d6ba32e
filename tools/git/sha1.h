// SHA-1 with a state that can be copied: hash a common beginning once and
// finish it in many ways.

#ifndef TOOLS_GIT_SHA1_H
#define TOOLS_GIT_SHA1_H

#include <nettle/sha1.h>

#include <string>
#include <string_view>

namespace laio {

// A value type: a copy goes on from where the original is.
class Sha1 {
 public:
    Sha1() { sha1_init(&state_); }

    void Update(std::string_view bytes)
    {
        sha1_update(&state_, bytes.size(),
                    reinterpret_cast<const unsigned char *>(bytes.data()));
    }

    // The digest of what was given so far, 40 hex digits; more may follow.
    std::string HexDigest() const;

    // The first 4 bytes of the digest, most significant first: enough to rule
    // out nearly every wrong candidate without printing it.
    unsigned First32Bits() const;

 private:
    sha1_ctx state_;
};

}  // namespace laio

#endif  // TOOLS_GIT_SHA1_H
