// Discarding from a vector in a way that can be taken back.

#include "qemu/iov.h"

size_t iov_discard_front_undoable(struct iovec **iov, unsigned int *iov_cnt,
                                  size_t bytes, IOVDiscardUndo *undo)
{
    size_t before = 0;

    *undo = {};
    for (unsigned int i = 0; i < *iov_cnt; i++) {
        struct iovec *element = *iov + i;

        // Only the one that is cut in two will be changed.
        if (bytes < before + element->iov_len) {
            *undo = {element, *element};
            break;
        }
        before += element->iov_len;
    }
    return iov_discard_front(iov, iov_cnt, bytes);
}

size_t iov_discard_back_undoable(struct iovec *iov, unsigned int *iov_cnt,
                                 size_t bytes, IOVDiscardUndo *undo)
{
    size_t behind = 0;

    *undo = {};
    for (unsigned int i = *iov_cnt; i-- > 0;) {
        if (bytes < behind + iov[i].iov_len) {
            *undo = {&iov[i], iov[i]};
            break;
        }
        behind += iov[i].iov_len;
    }
    return iov_discard_back(iov, iov_cnt, bytes);
}

void iov_discard_undo(IOVDiscardUndo *undo)
{
    if (undo->modified_iov) {
        *undo->modified_iov = undo->orig;
    }
}
