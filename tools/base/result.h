// Result<T>: a value, or an Error that says why there is none.
//
// Expected failures of every stage are values of this type; the command line
// turns the kind of an Error into the exit status.

#ifndef TOOLS_BASE_RESULT_H
#define TOOLS_BASE_RESULT_H

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace laio {

// Whose turn it is to act. The numbers are the exit statuses of laio.
enum class ErrorKind {
    kUsage = 2,        // the caller: a wrong option or argument
    kBadInput = 3,     // the input: a mail, patch, tree or source file
    kEnvironment = 4,  // the machine: no compiler, no kernel AIO, no sandbox
};

struct Error {
    ErrorKind kind = ErrorKind::kBadInput;
    // One sentence: what was tried, on what, why it failed, the way out.
    // Begins with `source:line: ` when it is about a place in an input.
    std::string message;
};

inline Error UsageError(std::string message)
{
    return {ErrorKind::kUsage, std::move(message)};
}

inline Error BadInput(std::string message)
{
    return {ErrorKind::kBadInput, std::move(message)};
}

inline Error EnvironmentError(std::string message)
{
    return {ErrorKind::kEnvironment, std::move(message)};
}

// Requires: value(), operator* and operator-> only when ok(); error() only
// when not.
template <typename T>
class [[nodiscard]] Result {
 public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T &value() &
    {
        assert(ok());
        return std::get<0>(state_);
    }
    const T &value() const &
    {
        assert(ok());
        return std::get<0>(state_);
    }
    T &&value() &&
    {
        assert(ok());
        return std::get<0>(std::move(state_));
    }
    const Error &error() const
    {
        assert(!ok());
        return std::get<1>(state_);
    }

    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

 private:
    std::variant<T, Error> state_;
};

// For functions that succeed with nothing to return.
using Status = Result<std::monostate>;

inline Status Ok()
{
    return std::monostate();
}

}  // namespace laio

#endif  // TOOLS_BASE_RESULT_H
