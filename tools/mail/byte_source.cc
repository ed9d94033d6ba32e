#include "tools/mail/byte_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "tools/base/inflate.h"

namespace laio {
namespace {

constexpr std::size_t kPiece = 256 << 10;

class FdBytes : public ByteSource {
 public:
    FdBytes(int fd, std::string name) : fd_(fd), name_(std::move(name))
    {
        struct stat about;
        if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode)) {
            size_ = std::size_t(about.st_size);
        }
    }
    ~FdBytes() override
    {
        if (fd_ > STDERR_FILENO) {
            close(fd_);
        }
    }
    FdBytes(const FdBytes &) = delete;
    FdBytes &operator=(const FdBytes &) = delete;

    Result<bool> Read(std::string *out) override
    {
        std::size_t before = out->size();
        out->resize(before + kPiece);
        ssize_t n;
        do {
            n = read(fd_, out->data() + before, kPiece);
        } while (n < 0 && errno == EINTR);
        out->resize(before + std::size_t(std::max<ssize_t>(n, 0)));
        if (n < 0) {
            return BadInput(fmt::format("cannot read {}: {}", name_,
                                        std::strerror(errno)));
        }
        position_ += std::size_t(n);
        return n > 0;
    }

    std::size_t position() const override { return position_; }
    std::size_t size() const override { return size_; }

 private:
    int fd_;
    std::string name_;
    std::size_t position_ = 0;
    std::size_t size_ = 0;
};

class ViewBytes : public ByteSource {
 public:
    explicit ViewBytes(std::string_view bytes) : bytes_(bytes) {}

    Result<bool> Read(std::string *out) override
    {
        std::string_view piece = bytes_.substr(position_, kPiece);
        out->append(piece);
        position_ += piece.size();
        return !piece.empty();
    }

    std::size_t position() const override { return position_; }
    std::size_t size() const override { return bytes_.size(); }

 private:
    std::string_view bytes_;
    std::size_t position_ = 0;
};

// Passes bytes on, inflated when they begin as gzip does.
class MaybeGzip : public ByteSource {
 public:
    MaybeGzip(std::unique_ptr<ByteSource> below, std::string name,
              const GzipLimits &limits)
        : below_(std::move(below)), name_(std::move(name)), limits_(limits),
          inflater_(DeflateFormat::kGzip)
    {
    }

    Result<bool> Read(std::string *out) override
    {
        if (!known_) {
            Result<bool> seen = Look();
            if (!seen) {
                return seen;
            }
        }
        if (gzip_) {
            return Inflate(out);
        }
        if (!pending_.empty()) {
            out->append(std::exchange(pending_, ""));
            return true;
        }
        return below_->Read(out);
    }

    std::size_t position() const override { return below_->position(); }
    std::size_t size() const override { return below_->size(); }

 private:
    Result<bool> Look()
    {
        while (pending_.size() < 2) {
            Result<bool> more = below_->Read(&pending_);
            if (!more) {
                return more;
            }
            if (!*more) {
                break;
            }
        }
        known_ = true;
        gzip_ = pending_.starts_with("\x1f\x8b");
        return true;
    }

    Error Fault(const std::string &what) const
    {
        return BadInput(fmt::format("{}:1: cannot decode: {}", name_, what));
    }

    Result<bool> Inflate(std::string *out)
    {
        std::size_t before = out->size();
        while (out->size() == before) {
            if (pending_.size() < kPiece / 4 && !ended_) {
                Result<bool> more = below_->Read(&pending_);
                if (!more) {
                    return more;
                }
                ended_ = !*more;
            }
            if (pending_.empty()) {
                return inside_ ? Result<bool>(Fault("the gzip data end early"))
                               : Result<bool>(false);
            }
            Result<bool> step = Step(out);
            if (!step) {
                return step;
            }
        }
        inflated_ += out->size() - before;
        if (inflated_ > limits_.always_bytes &&
            inflated_ / limits_.ratio > below_->position()) {
            return Fault(fmt::format(
                "its gzip data unpack to more than {} times their size; no "
                "text does",
                limits_.ratio));
        }
        return true;
    }

    // One call of the inflater; gzip files may hold many streams.
    Result<bool> Step(std::string *out)
    {
        std::string_view input = pending_;
        std::size_t had = out->size();
        Result<bool> end = inflater_.Inflate(&input, kPiece, out);
        if (!end) {
            return Fault(end.error().message);
        }
        bool progress = input.size() < pending_.size() || out->size() > had;
        pending_.erase(0, pending_.size() - input.size());
        inside_ = !*end;
        if (*end) {
            inflater_.Reset();
            if (!pending_.starts_with("\x1f")) {
                pending_.clear();
            }
        } else if (!progress && ended_) {
            return Fault("the gzip data end early");
        }
        return true;
    }

    std::unique_ptr<ByteSource> below_;
    std::string name_;
    const GzipLimits limits_;
    Inflater inflater_;
    std::string pending_;  // read from below, not yet passed on
    bool known_ = false;
    bool gzip_ = false;
    bool ended_ = false;   // of what is below
    bool inside_ = false;  // a gzip stream
    std::size_t inflated_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> OpenBytes(const std::string &path,
                                              const std::string &name)
{
    int fd = path == "-" ? STDIN_FILENO
                         : open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return BadInput(fmt::format("cannot read {}: {}", name,
                                    std::strerror(errno)));
    }
    return std::unique_ptr<ByteSource>(std::make_unique<MaybeGzip>(
        std::make_unique<FdBytes>(fd, name), name, GzipLimits()));
}

std::unique_ptr<ByteSource> MemoryBytes(std::string_view bytes,
                                        const std::string &name,
                                        const GzipLimits &limits)
{
    return std::make_unique<MaybeGzip>(std::make_unique<ViewBytes>(bytes),
                                       name, limits);
}

}  // namespace laio
