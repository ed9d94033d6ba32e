// Who wrote the patch, when, and why: what stands before the first diff.

#ifndef TOOLS_PATCH_COMMIT_TEXT_H
#define TOOLS_PATCH_COMMIT_TEXT_H

#include <string>
#include <vector>

#include "tools/mail/mail.h"
#include "tools/patch/word_stream.h"

namespace laio {

struct CommitText {
    std::string author;
    std::string date;  // as a Date field
    std::string subject;  // empty: unknown
    std::string message;  // without the subject
    std::vector<std::string> others;  // lines less quoted than the patch
    std::vector<std::string> notes;
};

// Reads items [0, end) of the stream of `mail`.
CommitText ReadCommitText(const Mail &mail, const WordStream &stream, int end);

}  // namespace laio

#endif  // TOOLS_PATCH_COMMIT_TEXT_H
