// What the salvage and apply commands have in common: a mail, and the tree it
// is for.

#ifndef TOOLS_CLI_PATCH_INPUT_H
#define TOOLS_CLI_PATCH_INPUT_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/patch/salvage.h"

namespace laio {

// All mails of what the command line names, "-" for stdin, patches of a
// series in their order.
Result<std::vector<Mail>> ReadMails(const Session &session,
                                    const std::string &path);

// Opens --tree, or the checkout that the caller is in when it is empty.
Result<std::shared_ptr<GitRepository>> OpenTree(const Session &session,
                                                const std::string &tree);

// Grades, reasons, comments and notes, for stderr.
void DescribeSalvage(const SalvageResult &result, std::ostream &out);

}  // namespace laio

#endif  // TOOLS_CLI_PATCH_INPUT_H
