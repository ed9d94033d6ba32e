/*
 * Messages for a person, one line each on stderr. Any thread.
 */

#ifndef QEMU_ERROR_REPORT_H
#define QEMU_ERROR_REPORT_H

#include "qemu/osdep.h"

#ifdef __cplusplus
extern "C" {
#endif

void error_report(const char *fmt, ...) GCC_FMT_ATTR(1, 2);
void error_vreport(const char *fmt, va_list ap) GCC_FMT_ATTR(1, 0);

/* The same with `warning: ` or `info: ` in front. */
void warn_report(const char *fmt, ...) GCC_FMT_ATTR(1, 2);
void info_report(const char *fmt, ...) GCC_FMT_ATTR(1, 2);

#ifdef __cplusplus
}
#endif

#endif /* QEMU_ERROR_REPORT_H */
