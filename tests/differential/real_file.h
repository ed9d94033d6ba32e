// A temporary file that is FirstImage() whenever a program begins.
//
// Thread: one.

#ifndef TESTS_DIFFERENTIAL_REAL_FILE_H
#define TESTS_DIFFERENTIAL_REAL_FILE_H

#include <memory>
#include <string>

#include "tests/differential/file_model.h"
#include "tools/base/result.h"

namespace laio {

class RealFile {
 public:
    // Makes it in `folder`, without a name.
    //
    // Returns:  an Error of kind kEnvironment when the folder cannot be
    //           written to or, with `direct`, blocks of 512 bytes cannot be
    //           read with O_DIRECT.
    static Result<std::unique_ptr<RealFile>> Make(const std::string &folder,
                                                  bool direct);
    ~RealFile();
    RealFile(const RealFile &) = delete;
    RealFile &operator=(const RealFile &) = delete;

    int fd() const { return fd_; }  // the subject's
    // What another descriptor finds; aborts when it cannot be read.
    FileImage Read() const;
    // Makes it FirstImage() again where it is as `image`.
    void Restore(const FileImage &image);

 private:
    RealFile() = default;

    int fd_ = -1;
    int check_fd_ = -1;
};

}  // namespace laio

#endif  // TESTS_DIFFERENTIAL_REAL_FILE_H
