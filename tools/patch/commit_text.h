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
    std::vector<std::string> comments;  // a reviewer's, in order
    std::string reviewer;  // who wrote what is not quoted; empty: unknown
    std::vector<std::string> notes;
};

// Reads items [0, end) of the stream of `mail`.
CommitText ReadCommitText(const Mail &mail, const WordStream &stream, int end);

// The name a comment is signed with in its last line, or empty.
std::string SignatureOf(const std::string &comment);

// "On DATE, NAME wrote:" and its like.
struct Attribution {
    std::string name;  // with the address when there is one
    std::string date;  // as spelt
};

// Returns: false when the text does not end in one.
bool ReadAttribution(const std::string &text, Attribution *attribution);

}  // namespace laio

#endif  // TOOLS_PATCH_COMMIT_TEXT_H
