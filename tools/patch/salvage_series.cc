#include <fmt/format.h>

#include "tools/patch/salvage.h"

namespace laio {

void PutResult(const SalvageResult &result, TreeAfter *tree)
{
    for (const SalvagedFile &file : result.files) {
        if (file.grade == Grade::kFailed || !file.checked) {
            continue;
        }
        std::optional<TreeFile> after;
        if (file.after) {
            after = TreeFile{*file.after, file.new_mode};
        }
        tree->Put(file.path, std::move(after));
    }
}

Result<std::vector<SalvageResult>> SalvageSeries(
    const std::vector<Mail> &mails, const Tree &tree,
    const SalvageOptions &options)
{
    std::vector<SalvageResult> results;
    TreeAfter after(tree);
    for (const Mail &mail : mails) {
        if (!HasPatch(mail)) {
            continue;
        }
        Result<SalvageResult> result = Salvage(mail, after, options);
        if (!result) {
            return result.error();
        }
        PutResult(*result, &after);
        results.push_back(std::move(*result));
    }
    if (results.empty()) {
        return BadInput(fmt::format(
            "{}:1: no patch in it: there is no `diff --git` line in {}",
            mails.empty() ? "mail" : mails[0].source,
            mails.size() == 1 ? "this mail" : "these mails"));
    }
    return results;
}

}  // namespace laio
