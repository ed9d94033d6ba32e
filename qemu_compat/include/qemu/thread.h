/* Where memory barriers used to arrive from; threads are GLib's here. */

#ifndef FORWARD_QEMU_THREAD_H
#define FORWARD_QEMU_THREAD_H

#include "qemu/atomic.h"

#endif /* FORWARD_QEMU_THREAD_H */
