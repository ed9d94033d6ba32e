// The machine that measurements were taken on.

#ifndef TOOLS_SUBJECT_HOST_H
#define TOOLS_SUBJECT_HOST_H

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace laio {

struct Host {
    std::string kernel;     // release, as uname -r prints it
    std::string machine;    // "x86_64"
    std::string processor;  // model name; empty when the system does not tell
    unsigned processors = 0;
};

Host ThisHost();

// "4 x Some Processor, Linux 6.1.0".
std::string Describe(const Host &host);

// {"kernel","machine","processor","processors"}
nlohmann::json ToJson(const Host &host);

}  // namespace laio

#endif  // TOOLS_SUBJECT_HOST_H
