#include "tools/mail/mime.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "tools/mail/flowed.h"
#include "tools/mail/html_text.h"
#include "tools/mail/mbox.h"

namespace laio {
namespace {

struct Unref {
    template <typename T>
    void operator()(T *object) const
    {
        g_object_unref(object);
    }
};

template <typename T>
using Ref = std::unique_ptr<T, Unref>;

void StartLibrary()
{
    static const bool started = (g_mime_init(), true);
    (void)started;
}

std::string Text(const char *text)
{
    return text ? text : "";
}

std::string Lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return text;
}

// A field without encoded words and folding.
std::string Header(GMimeMessage *message, const char *name)
{
    std::string value = Text(
        g_mime_object_get_header(GMIME_OBJECT(message), name));
    std::string unfolded;
    for (char c : value) {
        if (c != '\r' && c != '\n') {
            unfolded += c == '\t' ? ' ' : c;
        }
    }
    char *decoded = g_mime_utils_header_decode_text(nullptr, unfolded.c_str());
    std::string text = Text(decoded);
    g_free(decoded);
    return text;
}

std::string PartBytes(GMimePart *part)
{
    Ref<GMimeStream> stream(g_mime_stream_mem_new());
    if (GMimeDataWrapper *content = g_mime_part_get_content(part)) {
        g_mime_data_wrapper_write_to_stream(content, stream.get());
    }
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(
        GMIME_STREAM_MEM(stream.get()));
    return std::string(reinterpret_cast<const char *>(bytes->data),
                       bytes->len);
}

class Collector {
 public:
    Collector(Mail &mail, std::vector<std::string> *attached)
        : mail_(mail), attached_(attached)
    {
    }

    void Visit(GMimeObject *object)
    {
        if (GMIME_IS_MULTIPART(object)) {
            VisitMultipart(GMIME_MULTIPART(object));
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            Step("message/rfc822");
            Visit(g_mime_message_get_mime_part(g_mime_message_part_get_message(
                GMIME_MESSAGE_PART(object))));
        } else if (GMIME_IS_PART(object)) {
            VisitPart(GMIME_PART(object));
        }
    }

 private:
    void Step(const std::string &what)
    {
        auto &steps = mail_.decoded;
        if (std::find(steps.begin(), steps.end(), what) == steps.end()) {
            steps.push_back(what);
        }
    }

    // Of alternatives the plain text; HTML only when nothing else is there.
    void VisitMultipart(GMimeMultipart *multipart)
    {
        GMimeContentType *type = g_mime_object_get_content_type(
            GMIME_OBJECT(multipart));
        bool choose = g_mime_content_type_is_type(type, "multipart",
                                                  "alternative");
        Step(choose ? "multipart/alternative" : "multipart");
        int count = g_mime_multipart_get_count(multipart);
        for (int i = 0; i < count; i++) {
            GMimeObject *part = g_mime_multipart_get_part(multipart, i);
            GMimeContentType *part_type = g_mime_object_get_content_type(part);
            bool html = g_mime_content_type_is_type(part_type, "text", "html");
            if (!choose || !html || i + 1 == count) {
                std::size_t before = mail_.body.size();
                Visit(part);
                if (choose && mail_.body.size() > before) {
                    return;
                }
            }
        }
    }

    void VisitPart(GMimePart *part)
    {
        GMimeContentType *type = g_mime_object_get_content_type(
            GMIME_OBJECT(part));
        std::string file = Lower(Text(g_mime_part_get_filename(part)));
        bool is_patch = file.ends_with(".patch") || file.ends_with(".diff");
        bool is_text = g_mime_content_type_is_type(type, "text", "*");
        if (!is_text && !is_patch) {
            return;
        }
        NoteEncoding(part);
        std::string text = GMIME_IS_TEXT_PART(part)
                               ? DecodedText(GMIME_TEXT_PART(part))
                               : PartBytes(part);
        if (Lower(Text(g_mime_content_type_get_parameter(type, "format"))) ==
            "flowed") {
            text = UnflowPart(text, type);
        }
        if (g_mime_content_type_is_type(type, "text", "html")) {
            Step("html");
            text = HtmlToText(text);
        }
        if (is_patch || g_mime_part_is_attachment(part)) {
            Step("attachment");
            if (text.starts_with("From ") || HasMailHeader(text)) {
                attached_->push_back(std::move(text));
                return;
            }
        }
        if (!mail_.body.empty() && mail_.body.back() != '\n') {
            mail_.body += '\n';
        }
        if (mail_.body.empty()) {
            mail_.body = std::move(text);
        } else {
            mail_.body += text;
        }
    }

    void NoteEncoding(GMimePart *part)
    {
        GMimeContentEncoding encoding = g_mime_part_get_content_encoding(part);
        if (encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE) {
            Step("quoted-printable");
        } else if (encoding == GMIME_CONTENT_ENCODING_BASE64) {
            Step("base64");
        }
    }

    std::string DecodedText(GMimeTextPart *part)
    {
        std::string charset = Lower(Text(g_mime_text_part_get_charset(part)));
        std::string bytes = PartBytes(GMIME_PART(part));
        if (charset.empty() || charset == "utf-8" || charset == "us-ascii") {
            return bytes;
        }
        char *text = g_mime_text_part_get_text(part);
        if (!text) {
            return bytes;
        }
        std::string result = text;
        g_free(text);
        Step("charset=" + charset);
        return result;
    }

    std::string UnflowPart(std::string text, GMimeContentType *type)
    {
        bool del_sp = Lower(Text(g_mime_content_type_get_parameter(
                          type, "delsp"))) == "yes";
        Step("format=flowed");
        std::erase(text, '\r');
        return Unflow(text, del_sp);
    }

    Mail &mail_;
    std::vector<std::string> *attached_;
};

}  // namespace

Result<Mail> DecodeMime(std::string_view message,
                        std::vector<std::string> *attached)
{
    StartLibrary();
    Ref<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
    Ref<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    Ref<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(),
                                                             nullptr));
    if (!parsed) {
        return BadInput("the mail's header cannot be read");
    }
    Mail mail;
    mail.from = Header(parsed.get(), "From");
    mail.date = Header(parsed.get(), "Date");
    mail.subject = Header(parsed.get(), "Subject");
    mail.message_id = Header(parsed.get(), "Message-Id");
    for (const char *field : {"References", "In-Reply-To"}) {
        std::string ids = Header(parsed.get(), field);
        std::size_t open = ids.find('<');
        if (mail.thread_id.empty() && open != std::string::npos) {
            mail.thread_id = ids.substr(open, ids.find('>', open) + 1 - open);
        }
    }
    if (GMimeObject *part = g_mime_message_get_mime_part(parsed.get())) {
        Collector(mail, attached).Visit(part);
    }
    return mail;
}

}  // namespace laio
