// Counting what a process has open.

#ifndef TESTS_SCENARIOS_DESCRIPTORS_H
#define TESTS_SCENARIOS_DESCRIPTORS_H

#include <filesystem>
#include <iterator>

namespace laio {

// Descriptors of this process that are open.
inline int CountDescriptors()
{
    return static_cast<int>(std::distance(
        std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

}  // namespace laio

#endif  // TESTS_SCENARIOS_DESCRIPTORS_H
