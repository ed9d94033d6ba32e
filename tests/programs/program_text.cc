// Programs as text, and back.

#include <cctype>
#include <charconv>
#include <optional>

#include "tests/programs/program.h"

namespace laio {

namespace {

constexpr const char *kRingNames[] = {"", "other-magic", "incompatible",
                                      "no-address"};

std::string VerbsText(const std::vector<Verb> &verbs)
{
    std::string text;
    for (const Verb &verb : verbs) {
        const VerbShape &shape = ShapeOf(verb.kind);
        text += shape.name;
        if (shape.numbers) {
            text += " " + std::to_string(verb.number);
        }
        if (shape.has_outcome) {
            text += std::string(" ") + OutcomeName(verb.outcome);
        }
        if (!verb.then.empty()) {
            text += " { " + VerbsText(verb.then) + "}";
        }
        text += "; ";
    }
    return text;
}

class Parser {
 public:
    explicit Parser(std::string_view text) : text_(text) { Next(); }

    Result<Program> Parse()
    {
        Program program;
        program.slots = 0;
        if (!Take("ring") || !TakeNumber(3u, 12u, &program.slots)) {
            return Wrong("`ring` and 3 to 12 slots");
        }
        if (Take("start") && !TakeNumber(0u, program.slots - 1,
                                         &program.start)) {
            return Wrong("a slot of the ring");
        }
        program.signals = Take("signals");
        for (int kind = 1; kind < 4; kind++) {
            if (Take(kRingNames[kind])) {
                program.ring = static_cast<RingKind>(kind);
            }
        }
        if (!Take(";")) {
            return Wrong("`;`");
        }
        if (!TakeVerbs(&program.verbs, 0)) {
            return Wrong(wanted_);
        }
        return token_.empty() ? Result<Program>(program) : Wrong("a verb");
    }

 private:
    static constexpr int kDeepest = 8;

    void Next()
    {
        while (at_ < text_.size() && isspace(Byte())) {
            at_++;
        }
        begin_ = at_;
        if (at_ < text_.size() && ispunct(Byte()) && !IsWord()) {
            at_++;
        } else {
            while (at_ < text_.size() && IsWord()) {
                at_++;
            }
        }
        token_ = text_.substr(begin_, at_ - begin_);
    }

    unsigned char Byte() const { return text_[at_]; }

    bool IsWord() const
    {
        return isalnum(Byte()) || Byte() == '_' || Byte() == '-';
    }

    bool Take(std::string_view word)
    {
        if (token_ != word) {
            return false;
        }
        Next();
        return true;
    }

    template <typename Number>
    bool TakeNumber(Number least, Number most, Number *number)
    {
        Number value = 0;
        auto [end, error] = std::from_chars(
            token_.data(), token_.data() + token_.size(), value);
        if (error != std::errc() || end != token_.data() + token_.size() ||
            value < least || value > most) {
            return false;
        }
        *number = value;
        Next();
        return true;
    }

    bool TakeKind(VerbKind *kind)
    {
        for (int i = 0; i < kVerbKinds; i++) {
            *kind = static_cast<VerbKind>(i);
            if (Take(ShapeOf(*kind).name)) {
                return true;
            }
        }
        return Want("a verb");
    }

    bool TakeOutcome(Outcome *outcome)
    {
        for (int i = 0; i < kOutcomes; i++) {
            *outcome = static_cast<Outcome>(i);
            if (Take(OutcomeName(*outcome))) {
                return true;
            }
        }
        return Want("an outcome");
    }

    bool TakeVerb(Verb *verb, int depth)
    {
        if (!TakeKind(&verb->kind)) {
            return false;
        }
        const VerbShape &shape = ShapeOf(verb->kind);
        int most = shape.least + shape.numbers - 1;
        if (shape.numbers &&
            !TakeNumber(shape.least, most, &verb->number)) {
            return Want("a number from " + std::to_string(shape.least) +
                        " to " + std::to_string(most));
        }
        if (shape.has_outcome && !TakeOutcome(&verb->outcome)) {
            return false;
        }
        if (shape.has_then && Take("{")) {
            if (depth == kDeepest || !TakeVerbs(&verb->then, depth + 1)) {
                return Want("fewer `{`");
            }
            if (!Take("}")) {
                return Want("`}`");
            }
        }
        return Take(";") || Want("`;`");
    }

    bool TakeVerbs(std::vector<Verb> *verbs, int depth)
    {
        while (!token_.empty() && token_ != "}") {
            verbs->emplace_back();
            if (!TakeVerb(&verbs->back(), depth)) {
                return false;
            }
        }
        return true;
    }

    bool Want(const std::string &what)
    {
        if (wanted_.empty()) {
            wanted_ = what;
        }
        return false;
    }

    Error Wrong(const std::string &wanted) const
    {
        return BadInput("a program has " + wanted + " at byte " +
                        std::to_string(begin_) + ", not `" +
                        std::string(token_) + "`");
    }

    std::string_view text_;
    std::string_view token_;
    std::string wanted_;
    size_t begin_ = 0;
    size_t at_ = 0;
};

}  // namespace

std::string ProgramText(const Program &program)
{
    std::string text = "ring " + std::to_string(program.slots);
    if (program.start) {
        text += " start " + std::to_string(program.start);
    }
    if (program.signals) {
        text += " signals";
    }
    if (program.ring != RingKind::kKnown) {
        text += std::string(" ") +
                kRingNames[static_cast<int>(program.ring)];
    }
    text += "; " + VerbsText(program.verbs);
    text.pop_back();
    return text;
}

Result<Program> ParseProgram(std::string_view text)
{
    return Parser(text).Parse();
}

}  // namespace laio
