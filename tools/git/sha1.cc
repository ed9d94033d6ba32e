#include "tools/git/sha1.h"

namespace laio {

std::string Sha1::HexDigest() const
{
    static const char kHex[] = "0123456789abcdef";
    unsigned char digest[SHA1_DIGEST_SIZE];
    sha1_ctx state = state_;
    sha1_digest(&state, sizeof(digest), digest);
    std::string text;
    for (unsigned char byte : digest) {
        text += kHex[byte >> 4];
        text += kHex[byte & 15];
    }
    return text;
}

unsigned Sha1::First32Bits() const
{
    unsigned char digest[4];
    sha1_ctx state = state_;
    sha1_digest(&state, sizeof(digest), digest);
    return unsigned(digest[0]) << 24 | unsigned(digest[1]) << 16 |
           unsigned(digest[2]) << 8 | unsigned(digest[3]);
}

}  // namespace laio
