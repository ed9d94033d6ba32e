#include "tests/bench/access_stream.h"

#include <map>

namespace laio {
namespace {

const std::map<std::string, AccessPattern> &Patterns()
{
    static const std::map<std::string, AccessPattern> patterns = {
        {"read", {false, 100}},    {"randread", {true, 100}},
        {"write", {false, 0}},     {"randwrite", {true, 0}},
        {"rw", {false, 50}},       {"randrw", {true, 50}},
    };
    return patterns;
}

// `bits` scaled to [0, bound): a division for each request would show.
uint64_t Below(uint64_t bits, uint64_t bound)
{
    return static_cast<uint64_t>(
        static_cast<unsigned __int128>(bits) * bound >> 64);
}

}  // namespace

std::vector<std::string> AccessPatternNames()
{
    std::vector<std::string> names;
    for (const auto &[name, pattern] : Patterns()) {
        names.push_back(name);
    }
    return names;
}

AccessPattern AccessPatternOf(const std::string &name)
{
    return Patterns().at(name);
}

AccessStream::AccessStream(const AccessPattern &pattern, uint64_t blocks,
                           size_t bs, unsigned job, unsigned jobs,
                           uint64_t seed)
    : pattern_(pattern), blocks_(blocks), bs_(bs),
      next_block_(blocks / jobs * job), random_(seed + job)
{
}

Access AccessStream::Next()
{
    Access access;
    if (pattern_.random) {
        access.offset = Below(random_(), blocks_) * bs_;
    } else {
        access.offset = next_block_ * bs_;
        next_block_ = next_block_ + 1 == blocks_ ? 0 : next_block_ + 1;
    }
    if (pattern_.read_percent == 0) {
        access.write = true;
    } else if (pattern_.read_percent < 100) {
        access.write = Below(random_(), 100) >=
                       static_cast<uint64_t>(pattern_.read_percent);
    }
    return access;
}

}  // namespace laio
