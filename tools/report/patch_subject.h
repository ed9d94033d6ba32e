// The subject of a patch mail: `[RFC PATCH v2 3/7] linux-aio: ...`.

#ifndef TOOLS_REPORT_PATCH_SUBJECT_H
#define TOOLS_REPORT_PATCH_SUBJECT_H

#include <string>
#include <string_view>

namespace laio {

struct PatchSubject {
    std::string prefix = "PATCH";  // the words before the version: "RFC PATCH"
    int version = 1;
    std::string rest;    // words behind them: "for-2.7"
    int number = 0;      // 3 of 3/7; 0: no series
    int of = 0;
    std::string number_text;  // "03/10", as it was spelled
    std::string title;   // what `git am` makes the first line
};

// Reads replies (`Re: [Qemu-devel] [PATCH] x`) and bare titles as well.
PatchSubject ReadPatchSubject(std::string_view subject);

// "[RFC PATCH v2 for-2.7 3/7] linux-aio: ..."; version 1 is not said.
std::string PrintPatchSubject(const PatchSubject &subject);

// "v2-0003-linux-aio-read-events", as `git format-patch -v2` calls the file,
// without its suffix.
//
//   index  the number when the subject has none, from 1
std::string PatchFileName(const PatchSubject &subject, int index);

}  // namespace laio

#endif  // TOOLS_REPORT_PATCH_SUBJECT_H
