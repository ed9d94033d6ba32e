#include "tools/subject/object_sections.h"

#include <elf.h>

#include <cstring>
#include <optional>

namespace laio {
namespace {

constexpr std::string_view kBuildId = ".note.gnu.build-id";

// The bytes [offset, offset + size), or nothing when they are not there.
std::optional<std::string_view> Part(std::string_view file, uint64_t offset,
                                     uint64_t size)
{
    if (offset > file.size() || size > file.size() - offset) {
        return std::nullopt;
    }
    return file.substr(offset, size);
}

template <typename Header>
std::optional<Header> ReadHeader(std::string_view file, uint64_t offset)
{
    std::optional<std::string_view> bytes =
        Part(file, offset, sizeof(Header));
    if (!bytes) {
        return std::nullopt;
    }
    Header header;
    std::memcpy(&header, bytes->data(), sizeof(Header));
    return header;
}

std::optional<std::map<std::string, std::string>> Read(std::string_view file)
{
    auto elf = ReadHeader<Elf64_Ehdr>(file, 0);
    if (!elf || std::memcmp(elf->e_ident, ELFMAG, SELFMAG) != 0 ||
        elf->e_ident[EI_CLASS] != ELFCLASS64 ||
        elf->e_shentsize != sizeof(Elf64_Shdr)) {
        return std::nullopt;
    }
    auto section = [&](unsigned index) {
        return ReadHeader<Elf64_Shdr>(
            file, elf->e_shoff + uint64_t(index) * sizeof(Elf64_Shdr));
    };
    auto names_header = section(elf->e_shstrndx);
    auto names = names_header ? Part(file, names_header->sh_offset,
                                     names_header->sh_size)
                              : std::nullopt;
    std::map<std::string, std::string> sections;
    for (unsigned i = 0; names && i < elf->e_shnum; ++i) {
        auto header = section(i);
        if (!header || header->sh_name >= names->size()) {
            return std::nullopt;
        }
        std::string_view name = names->substr(header->sh_name);
        name = name.substr(0, name.find('\0'));
        if (!(header->sh_flags & SHF_ALLOC) || name == kBuildId) {
            continue;
        }
        bool is_bss = header->sh_type == SHT_NOBITS;
        auto content = Part(file, header->sh_offset,
                            is_bss ? 0 : header->sh_size);
        if (!content) {
            return std::nullopt;
        }
        sections[std::string(name)] +=
            is_bss ? std::to_string(header->sh_size) : std::string(*content);
    }
    return names ? std::optional(std::move(sections)) : std::nullopt;
}

}  // namespace

Result<std::map<std::string, std::string>> ReadObjectSections(
    std::string_view file)
{
    auto sections = Read(file);
    if (!sections) {
        return BadInput("cannot read the compiled object: it is no ELF file "
                        "of 64 bits");
    }
    return *std::move(sections);
}

}  // namespace laio
