// Any bytes are mails or an error that names the input, in any pieces.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tools/mail/mail.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    std::string_view bytes(reinterpret_cast<const char *>(data), size);
    auto mails = laio::DecodeMail(bytes, "in");
    if (!mails.ok()) {
        if (!mails.error().message.starts_with("in:")) {
            abort();
        }
        return 0;
    }
    for (const laio::Mail &mail : *mails) {
        if (mail.body.find('\0') != std::string::npos) {
            abort();
        }
    }
    return mails->empty() ? (abort(), 0) : 0;
}
