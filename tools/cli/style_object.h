// Whether mended sources compile to the same objects as the unmended ones.
// Thread: any, for everything here.

#ifndef TOOLS_CLI_STYLE_OBJECT_H
#define TOOLS_CLI_STYLE_OBJECT_H

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/cli/style_input.h"
#include "tools/cli/style_options.h"
#include "tools/cli/workbench.h"
#include "tools/style/style.h"

namespace laio {

// A source as its author wrote it, and mended.
struct SourcePair {
    std::string path;
    std::string written;
    std::string mended;
};

// The sources that the fix changes: the file itself, or what a patch makes of
// the files that it names, in the repository of --tree or around the caller.
//
// Returns:  an Error when that has no such files.
Result<std::vector<SourcePair>> FindSources(
    const Session &session, const StyleCommandOptions &options,
    const StyleInput &input, const FixResult &fixed);

struct ObjectVerdict {
    // Nothing when they could not be compared; `why` says why.
    std::optional<bool> same;
    std::string why;
};

class ObjectComparer {
 public:
    // Keeps:    the session.
    explicit ObjectComparer(const Session &session) : session_(session) {}

    // Compiles both in the sandbox, by themselves, against the contract's
    // headers. Line numbers that code asks for are 0, as mending moves lines.
    ObjectVerdict Compare(const SourcePair &pair);

 private:
    using Sections = std::map<std::string, std::string>;

    Result<Sections> CompileOne(const std::string &path,
                                const std::string &text);
    Result<std::filesystem::path> Prepare(Language language);

    const Session &session_;
    std::mutex mutex_;  // for Prepare()
    std::unique_ptr<Workbench> bench_;
    std::optional<Error> failed_;  // there is no bench on this machine
};

using ObjectCheck = std::function<ObjectVerdict(const FixResult &)>;

// Takes back the fixes of rules by which the object changes, one rule after
// the other, and lists what they would have mended in `dropped`.
//
//   fixed  with token_rules; its objects differ by `check`
FixResult TakeBackUntilSame(const StyleInput &input, const FixResult &fixed,
                            StyleOptions style, const ObjectCheck &check);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_OBJECT_H
