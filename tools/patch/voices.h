// Who says what in a mail of quotes within quotes.

#ifndef TOOLS_PATCH_VOICES_H
#define TOOLS_PATCH_VOICES_H

#include <map>
#include <string>
#include <vector>

#include "tools/mail/mail.h"

namespace laio {

// "On DATE, NAME wrote:" and its like.
struct Attribution {
    std::string name;  // with the address when there is one
    std::string date;  // as spelt
};

// Returns: false when the text does not end in one.
bool ReadAttribution(const std::string &text, Attribution *attribution);

// A stretch of lines that one person wrote.
struct Remark {
    int depth = 0;     // how often it is quoted
    std::string text;  // without quote marks and empty lines around it
    std::string signed_by;  // the name in its last line, or empty
};

// Cuts lines where their depth changes, and leaves out attributions and what
// a mail program puts below "-- ".
std::vector<Remark> SplitRemarks(const std::string &lines);

class Voices {
 public:
    // Keeps:  nothing.
    explicit Voices(const Mail &mail);

    // Who wrote the text that is quoted so often, or empty.
    std::string At(int depth) const;

    // The same for a remark; its signature when nothing else tells.
    std::string AuthorOf(const Remark &remark) const;

 private:
    std::map<int, std::string> names_;
};

}  // namespace laio

#endif  // TOOLS_PATCH_VOICES_H
