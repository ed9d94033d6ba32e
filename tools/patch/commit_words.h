// What the commit of a mailed patch says, as `git am` would have it say.

#ifndef TOOLS_PATCH_COMMIT_WORDS_H
#define TOOLS_PATCH_COMMIT_WORDS_H

#include <string>
#include <string_view>

#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/patch/salvage.h"

namespace laio {

// The author, date and message of a mail whose lines are whole.
//
//   preamble   the body before its first diff
CommitWords WordsOfMail(const Mail &mail, std::string_view preamble);

// The same of a mail that had to be salvaged.
CommitWords WordsOfSalvage(const SalvageResult &result);

// A subject without "Re:" and without what stands in brackets before it.
std::string CleanSubject(std::string_view subject);

// Without blanks at line ends, empty lines around it, and runs of them.
std::string CleanMessage(std::string_view message);

// "Name <address>" of a From field in any of its spellings.
std::string CleanAuthor(std::string_view from);

}  // namespace laio

#endif  // TOOLS_PATCH_COMMIT_WORDS_H
