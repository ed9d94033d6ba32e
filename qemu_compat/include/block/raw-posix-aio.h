/* The same as block/raw-aio.h, under another of its names. */

#ifndef FORWARD_BLOCK_RAW_POSIX_AIO_H
#define FORWARD_BLOCK_RAW_POSIX_AIO_H

#include "block/raw-aio.h"

#endif /* FORWARD_BLOCK_RAW_POSIX_AIO_H */
