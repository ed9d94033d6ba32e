// A temporary file whose every byte is known: the subject has one descriptor
// of it, with O_DIRECT where the file system can, and whoever looks at what it
// did has another.
//
// Thread: one.

#ifndef TESTS_SMOKE_SMOKE_FILE_H
#define TESTS_SMOKE_SMOKE_FILE_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

class SmokeFile {
 public:
    // Makes it in `folder`, without a name.
    //
    // Returns:  an Error of kind kEnvironment when the folder cannot be
    //           written to.
    static Result<std::unique_ptr<SmokeFile>> Make(const std::string &folder);

    ~SmokeFile();
    SmokeFile(const SmokeFile &) = delete;
    SmokeFile &operator=(const SmokeFile &) = delete;

    int fd() const { return fd_; }  // the subject's
    bool direct() const { return direct_; }
    // What offsets, lengths and addresses of requests are multiples of.
    size_t block_bytes() const { return block_bytes_; }
    // How long the file is to be.
    uint64_t bytes() const { return expected_.size(); }
    // Writes anew, `bytes` in all, as generation `salt` has them.
    Status Fill(size_t bytes, uint32_t salt);

    // What the file is to contain from now on at a place: generation `salt`.
    void Expect(uint64_t offset_bytes, size_t bytes, uint32_t salt);

    // Reads the file by pread(2) on the other descriptor and compares.
    //
    // Returns:  the first byte that is wrong, in words; empty for none.
    std::string Check() const;

    // What is expected at a place; zeros behind the end.
    std::vector<unsigned char> Expected(uint64_t offset_bytes,
                                        size_t bytes) const;

 private:
    SmokeFile() = default;

    void TryDirect(const std::string &path);

    int fd_ = -1;
    int check_fd_ = -1;
    bool direct_ = false;
    size_t block_bytes_ = 512;
    std::vector<unsigned char> expected_;
};

// The byte of a generation at an offset: any two places differ soon.
unsigned char SmokeByte(uint32_t salt, uint64_t offset_bytes);

}  // namespace laio

#endif  // TESTS_SMOKE_SMOKE_FILE_H
