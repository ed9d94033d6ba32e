/*
 * Error: why something failed, for a person.
 *
 * A function that can fail takes `Error **errp`: NULL when the caller does not
 * want to know, &error_abort or &error_fatal when failure is the end, else the
 * address of a pointer that is NULL. On failure it gets a new Error, owned by
 * the caller.
 */

#ifndef QAPI_ERROR_H
#define QAPI_ERROR_H

#include "qemu/osdep.h"

#ifdef __cplusplus
extern "C" {
#endif

extern Error *error_abort;
extern Error *error_fatal;

/* error_setg(errp, "cannot open %s", name) */
#define error_setg(errp, ...) \
    error_setg_internal(errp, __FILE__, __LINE__, __func__, 0, __VA_ARGS__)

/* The same, followed by `: ` and strerror(os_errno) unless that is 0. */
#define error_setg_errno(errp, os_errno, ...)                               \
    error_setg_internal(errp, __FILE__, __LINE__, __func__, os_errno,       \
                        __VA_ARGS__)

void error_setg_internal(Error **errp, const char *file, int line,
                         const char *function, int os_errno,
                         const char *format, ...) GCC_FMT_ATTR(6, 7);

/*
 * The message.
 *
 * Keeps:  valid until the Error is changed or freed.
 */
const char *error_get_pretty(const Error *err);

Error *error_copy(const Error *err);

/* Frees it; NULL is fine. */
void error_free(Error *err);

/*
 * Hands `local_err` to the caller's `errp`; it is freed when nobody wants it.
 * NULL is no error and changes nothing.
 */
void error_propagate(Error **errp, Error *local_err);

/* Puts text before the message. `errp` or `*errp` may be NULL. */
void error_prepend(Error **errp, const char *format, ...) GCC_FMT_ATTR(2, 3);

/* Prints the message on stderr and frees the Error. */
void error_report_err(Error *err);

/* The same with text before the message. */
void error_reportf_err(Error *err, const char *format, ...)
    GCC_FMT_ATTR(2, 3);

#ifdef __cplusplus
}
#endif

#endif /* QAPI_ERROR_H */
