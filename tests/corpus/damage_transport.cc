// What mail servers and mail programs do to every text.

#include <algorithm>
#include <array>

#include "tests/corpus/damage_kinds.h"

namespace laio {
namespace {

constexpr std::size_t kEncodedLine = 76;
constexpr std::size_t kFlowedLine = 72;

std::string Base64(std::string_view text)
{
    static constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        std::array<unsigned, 3> bytes{};
        std::size_t count = std::min<std::size_t>(3, text.size() - at);
        for (std::size_t i = 0; i < count; i++) {
            bytes[i] = static_cast<unsigned char>(text[at + i]);
        }
        unsigned bits = bytes[0] << 16 | bytes[1] << 8 | bytes[2];
        for (std::size_t i = 0; i < 4; i++) {
            out += i <= count ? kDigits[bits >> (18 - 6 * i) & 63] : '=';
        }
        column += 4;
        if (column >= kEncodedLine) {
            out += '\n';
            column = 0;
        }
    }
    return column > 0 ? out + "\n" : out;
}

std::string HexByte(unsigned char c)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return std::string("=") + kDigits[c >> 4] + kDigits[c & 15];
}

std::string QuotedPrintable(std::string_view text)
{
    std::string out;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size(); at++) {
        unsigned char c = static_cast<unsigned char>(text[at]);
        if (c == '\n') {
            out += '\n';
            column = 0;
            continue;
        }
        bool ends = at + 1 == text.size() || text[at + 1] == '\n';
        bool plain = c != '=' && ((c > 32 && c < 127) ||
                                  ((c == ' ' || c == '\t') && !ends));
        std::string piece = plain ? std::string(1, char(c)) : HexByte(c);
        if (column + piece.size() >= kEncodedLine) {
            out += "=\n";
            column = 0;
        }
        out += piece;
        column += piece.size();
    }
    return out;
}

// Empty when the text has a character that ISO 8859-1 does not have.
std::string Latin1(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); at++) {
        unsigned char c = static_cast<unsigned char>(text[at]);
        if (c < 0x80) {
            out += char(c);
        } else if ((c == 0xC2 || c == 0xC3) && at + 1 < text.size()) {
            out += char((c & 3) << 6 |
                        (static_cast<unsigned char>(text[++at]) & 63));
        } else {
            return "";
        }
    }
    return out;
}

void EncodeBase64(CorpusMail *mail, const std::string &line_end)
{
    std::string body;
    for (const std::string &line : LinesOf(mail->body)) {
        body += line + line_end;
    }
    mail->transfer_encoding = "base64";
    mail->encoded = Base64(body);
}

// One line as format=flowed has it: broken where it is long.
void FlowLine(std::string line, bool delete_blank, std::string *out)
{
    while (!line.empty() && line.back() == ' ' && line != "-- ") {
        line.pop_back();
    }
    for (;;) {
        bool stuff = line.starts_with(' ') || line.starts_with('>') ||
                     line.starts_with("From ");
        if (stuff) {
            *out += ' ';
        }
        std::size_t first = line.find_first_not_of(' ');
        std::size_t cut = line.size() > kFlowedLine
                              ? line.rfind(' ', kFlowedLine)
                              : std::string::npos;
        if (cut == std::string::npos || first == std::string::npos ||
            cut <= first) {
            *out += line + "\n";
            return;
        }
        *out += line.substr(0, cut + 1) + (delete_blank ? " \n" : "\n");
        line.erase(0, cut + 1);
    }
}

}  // namespace

void EncodeForTransport(CorpusMail *mail, Random *random)
{
    std::string latin1 = Latin1(mail->body);
    switch (random->Below(3)) {
    case 0:
        EncodeBase64(mail, "\n");
        return;
    case 1:
        if (!latin1.empty() &&
            mail->content_type == "text/plain; charset=UTF-8") {
            mail->content_type = "text/plain; charset=ISO-8859-1";
            mail->encoded = latin1;
            return;
        }
        break;
    default:
        break;
    }
    mail->transfer_encoding = "quoted-printable";
    mail->encoded = QuotedPrintable(mail->body);
}

void ChangeLineEnds(CorpusMail *mail, Random *random)
{
    switch (random->Below(3)) {
    case 0:
        mail->line_end = "\r\n";
        break;
    case 1:
        mail->line_end = "\r\r\n";
        break;
    default:
        if (mail->encoded.empty() && !mail->bare) {
            EncodeBase64(mail, "\r\n");
        } else {
            mail->line_end = "\r\n";
        }
        break;
    }
}

void FlowText(CorpusMail *mail, Random *random)
{
    bool delete_blank = random->OneIn(2);
    std::string out;
    for (const std::string &line : LinesOf(mail->body)) {
        FlowLine(line, delete_blank, &out);
    }
    mail->body = std::move(out);
    if (mail->content_type.starts_with("text/plain")) {
        mail->content_type += "; format=flowed";
        mail->content_type += delete_blank ? "; delsp=yes" : "";
    }
}

}  // namespace laio
