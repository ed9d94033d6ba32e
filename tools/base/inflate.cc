#include "tools/base/inflate.h"

#include <gio/gio.h>

#include <algorithm>
#include <string>

namespace laio {

struct Inflater::State {
    GZlibDecompressor *converter = nullptr;
    ~State() { g_object_unref(converter); }
};

Inflater::Inflater(DeflateFormat format) : state_(std::make_unique<State>())
{
    state_->converter = g_zlib_decompressor_new(
        format == DeflateFormat::kGzip ? G_ZLIB_COMPRESSOR_FORMAT_GZIP
                                       : G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
}

Inflater::~Inflater() = default;

void Inflater::Reset()
{
    g_converter_reset(G_CONVERTER(state_->converter));
}

Result<bool> Inflater::Inflate(std::string_view *input, std::size_t max_bytes,
                               std::string *out)
{
    while (max_bytes > 0 && !input->empty()) {
        char buffer[1 << 16];
        gsize read = 0;
        gsize written = 0;
        GError *error = nullptr;
        GConverterResult result = g_converter_convert(
            G_CONVERTER(state_->converter), input->data(), input->size(),
            buffer, std::min(sizeof(buffer), max_bytes),
            G_CONVERTER_NO_FLAGS, &read, &written, &error);
        if (result == G_CONVERTER_ERROR) {
            bool hungry =
                g_error_matches(error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
            std::string why = error->message;
            g_error_free(error);
            if (hungry) {
                return false;
            }
            return BadInput("the compressed data are damaged: " + why);
        }
        input->remove_prefix(read);
        out->append(buffer, written);
        max_bytes -= written;
        if (result == G_CONVERTER_FINISHED) {
            return true;
        }
    }
    return false;
}

Result<std::string> InflateZlib(std::string_view data, std::size_t size)
{
    Inflater inflater(DeflateFormat::kZlib);
    std::string out;
    Result<bool> ended = inflater.Inflate(&data, size + 1, &out);
    if (!ended) {
        return ended.error();
    }
    if (!*ended || out.size() != size) {
        return BadInput("the compressed data are not as long as announced");
    }
    return out;
}

}  // namespace laio
