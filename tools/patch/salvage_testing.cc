#include "tools/patch/salvage_testing.h"

#include <gtest/gtest.h>

namespace laio {

MemoryTree Files(std::map<std::string, std::string> files)
{
    return MemoryTree(std::move(files));
}

const char *const kBefore =
    "#include \"a.h\"\n\nint first(int a)\n{\n    if (a > 0) {\n"
    "        return a;\n    }\n    return 0;\n}\n";
const char *const kAfter =
    "#include \"a.h\"\n\nint first(int a)\n{\n    if (a > 0) {\n"
    "        call(a,\n             2);\n        return a + 1;\n    }\n"
    "    return 0;\n}\n";

std::string Diff(const std::string &before, const std::string &after)
{
    return "diff --git a/a.c b/a.c\nindex " + BlobId(before).substr(0, 7) +
           ".." + BlobId(after).substr(0, 7) +
           " 100644\n--- a/a.c\n+++ b/a.c\n"
           "@@ -4,5 +4,7 @@ int first(int a)\n {\n     if (a > 0) {\n"
           "-        return a;\n+        call(a,\n+             2);\n"
           "+        return a + 1;\n     }\n     return 0;\n";
}

std::string Replace(std::string text, const std::string &what,
                    const std::string &by)
{
    std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

std::string Quoted(const std::string &text, const std::string &mark)
{
    std::string out = mark;
    for (char c : text.substr(0, text.size() - 1)) {
        out += c;
        if (c == '\n') {
            out += mark;
        }
    }
    return out + "\n";
}

std::string Flat(const std::string &text)
{
    std::string out;
    bool blank = false;
    for (char c : text) {
        bool is_blank = c == ' ' || c == '\n' || c == '\t';
        if (blank && !is_blank && !out.empty()) {
            out += ' ';
        }
        blank = is_blank;
        if (!is_blank) {
            out += c;
        }
    }
    return out + "\n";
}

Result<SalvageResult> Try(const std::string &text, const Tree &tree,
                          const SalvageOptions &options)
{
    auto mails = DecodeMail(text, "mail");
    EXPECT_TRUE(mails);
    return Salvage(mails->front(), tree, options);
}

SalvagedFile File(const std::string &text, const Tree &tree,
                  const SalvageOptions &options)
{
    auto result = Try(text, tree, options);
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result ? result->files.at(0) : SalvagedFile();
}

}  // namespace laio
