/* The same as block/aio.h, under another of its names. */

#ifndef FORWARD_QEMU_AIO_H
#define FORWARD_QEMU_AIO_H

#include "block/aio.h"

#endif /* FORWARD_QEMU_AIO_H */
