#include "qapi/error.h"

#include <string>

struct Error {
    std::string message;
};

Error *error_abort;
Error *error_fatal;

static std::string format_message(const char *format, va_list args)
{
    g_autofree char *text = g_strdup_vprintf(format, args);

    return text;
}

// For the two callers that do not go on after a failure.
static void stop_if_wanted(Error **errp, const Error &err, const char *where)
{
    if (errp == &error_abort) {
        fprintf(stderr, "unexpected error %s%s\n", where, err.message.c_str());
        abort();
    }
    if (errp == &error_fatal) {
        fprintf(stderr, "%s\n", err.message.c_str());
        exit(1);
    }
}

void error_setg_internal(Error **errp, const char *file, int line,
                         const char *function, int os_errno,
                         const char *format, ...)
{
    int saved_errno = errno;
    va_list args;

    if (!errp) {
        return;
    }
    va_start(args, format);
    Error err{format_message(format, args)};
    va_end(args);
    if (os_errno) {
        err.message += std::string(": ") + g_strerror(os_errno);
    }
    std::string where = std::string("in ") + function + "(), " + file + ":" +
                        std::to_string(line) + ": ";
    stop_if_wanted(errp, err, where.c_str());
    if (*errp) {
        fprintf(stderr, "an Error was already set, %s%s\n", where.c_str(),
                err.message.c_str());
        abort();
    }
    *errp = new Error(std::move(err));
    errno = saved_errno;
}

const char *error_get_pretty(const Error *err)
{
    return err->message.c_str();
}

Error *error_copy(const Error *err)
{
    return new Error(*err);
}

void error_free(Error *err)
{
    delete err;
}

void error_propagate(Error **errp, Error *local_err)
{
    if (!local_err) {
        return;
    }
    stop_if_wanted(errp, *local_err, "");
    if (errp && !*errp) {
        *errp = local_err;
    } else {
        error_free(local_err);
    }
}

void error_prepend(Error **errp, const char *format, ...)
{
    va_list args;

    if (!errp || !*errp) {
        return;
    }
    va_start(args, format);
    (*errp)->message.insert(0, format_message(format, args));
    va_end(args);
}

void error_report_err(Error *err)
{
    fprintf(stderr, "%s\n", err->message.c_str());
    error_free(err);
}

void error_reportf_err(Error *err, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    err->message.insert(0, format_message(format, args));
    va_end(args);
    error_report_err(err);
}
