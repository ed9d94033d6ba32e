/* The same as qemu/queue.h, under another of its names. */

#ifndef FORWARD_QEMU_QUEUE_H
#define FORWARD_QEMU_QUEUE_H

#include "qemu/queue.h"

#endif /* FORWARD_QEMU_QUEUE_H */
