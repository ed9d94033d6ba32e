// GMainContexts that sleep in the kernel seam.
//
// GLib sleeps in poll(2) by itself. A context made here sleeps in
// io_kernel_current()->poll instead, as aio_poll() does, so that a fake kernel
// sees and steps every sleep.

#ifndef UTIL_G_MAIN_POLL_H
#define UTIL_G_MAIN_POLL_H

#include <glib.h>

// Keeps:   the caller's, until g_main_context_unref().
// Thread:  any.
GMainContext *g_main_context_new_on_io_kernel();

// The same for a context that exists.
// Thread:  any, while nobody iterates it.
void g_main_context_use_io_kernel(GMainContext *context);

#endif  // UTIL_G_MAIN_POLL_H
