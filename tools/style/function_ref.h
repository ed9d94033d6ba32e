// A callable that is lent for the time of a call.
// Keeps: nothing; the callable stays the caller's.
// Thread: any.

#ifndef TOOLS_STYLE_FUNCTION_REF_H
#define TOOLS_STYLE_FUNCTION_REF_H

#include <type_traits>

namespace laio::style {

template <typename Signature>
class FunctionRef;

template <typename Result, typename... Args>
class FunctionRef<Result(Args...)> {
 public:
    template <typename Callable,
              typename = std::enable_if_t<!std::is_same_v<
                  std::remove_cv_t<std::remove_reference_t<Callable>>,
                  FunctionRef>>>
    FunctionRef(Callable &&callable)  // implicit: that is its use
        : object_(const_cast<void *>(static_cast<const void *>(&callable))),
          call_([](void *object, Args... args) -> Result {
              return (*static_cast<std::remove_reference_t<Callable> *>(
                  object))(args...);
          })
    {
    }

    Result operator()(Args... args) const { return call_(object_, args...); }

 private:
    void *object_;
    Result (*call_)(void *, Args...);
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_FUNCTION_REF_H
