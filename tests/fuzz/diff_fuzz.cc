// Any text is a patch or says why not; what is read and printed is the same
// patch, and whatever a mail says, recovering it ends.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/patch/parse.h"
#include "tools/patch/salvage.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    std::string text(reinterpret_cast<const char *>(data), size);
    auto patch = laio::ParsePatch(text, "fuzz");
    if (patch && laio::PrintPatch(*patch) != text) {
        auto again = laio::ParsePatch(laio::PrintPatch(*patch), "fuzz");
        if (!again || again->files != patch->files) {
            abort();
        }
    }
    laio::Mail mail;
    mail.body = text;
    laio::MemoryTree tree;
    tree.Put("a.c", "int a;\n\nint f(void)\n{\n    a++;\n    return a;\n}\n");
    auto result = laio::Salvage(mail, tree, {.max_candidates = 200});
    if (result && result->Worst() == laio::Grade::kExact) {
        for (const laio::SalvagedFile &file : result->files) {
            if (file.after && !file.result_id.starts_with(file.post)) {
                abort();
            }
        }
    }
    return 0;
}
