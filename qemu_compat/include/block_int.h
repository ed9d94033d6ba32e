/* The same as block/block.h, under another of its names. */

#ifndef FORWARD_BLOCK_INT_H
#define FORWARD_BLOCK_INT_H

#include "block/block.h"

#endif /* FORWARD_BLOCK_INT_H */
