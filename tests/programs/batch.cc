#include "tests/programs/batch.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include "tests/harness/child.h"
#include "tests/harness/child_verdict.h"
#include "tests/harness/world.h"
#include "tests/programs/player.h"

namespace laio {

namespace {

constexpr int kSecondsForOne = 5;
constexpr long kStepBudget = 20'000;
// Unending recursion ends here; ten times what a program needs.
constexpr rlim_t kStackBytes = 2 << 20;

// Where a batch is, in memory shared by both processes.
struct Place {
    long programs;
    long steps;
    uint64_t label;
    char program[8000];
};

struct UnmapPlace {
    void operator()(Place *place) const { munmap(place, sizeof(*place)); }
};

std::unique_ptr<Place, UnmapPlace> MakePlace()
{
    void *memory = mmap(nullptr, sizeof(Place), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return std::unique_ptr<Place, UnmapPlace>(
        memory == MAP_FAILED ? nullptr : static_cast<Place *>(memory));
}

// SIGALRM ends the process if the program does not end in time.
void RestartWatchdog()
{
    struct itimerval time = {{0, 0}, {kSecondsForOne, 0}};
    setitimer(ITIMER_REAL, &time, nullptr);
}

class Stage {
 public:
    Stage(const SubjectFile &subject, SharedReport *report, Place *place)
        : subject_(subject), report_(report), place_(place) {}

    void Load()
    {
        struct rlimit stack = {kStackBytes, kStackBytes};
        setrlimit(RLIMIT_STACK, &stack);
        signal(SIGALRM, SIG_DFL);
        auto api = SubjectApi::Load(subject_.shared_object, subject_.traits);
        if (!api.ok()) {
            report_->SetVerdict(Verdict::kCrash, api.error().message);
            _exit(0);
        }
        api_ = std::move(api).value();
    }

    void PlayAll(ProgramSource *source)
    {
        Load();
        Program program;
        while (source->Next(&program)) {
            place_->label = source->Label();
            source->Passed(PlayOne(program));
            if (!subject_.traits.has_cleanup) {
                break;  // the next one needs a clean process
            }
        }
    }

 private:
    bool PlayOne(const Program &program)
    {
        std::string text = ProgramText(program);
        text.resize(std::min(text.size(), sizeof(place_->program) - 1));
        memcpy(place_->program, text.c_str(), text.size() + 1);
        report_->Clear();
        RestartWatchdog();
        World world(api_.get(), report_);
        world.kernel().set_step_budget(kStepBudget);
        Player player(&world);
        player.Play(program);
        world.Finish();
        place_->programs++;
        place_->steps += player.steps();
        return player.last_verb_counted();
    }

    const SubjectFile &subject_;
    SharedReport *report_;
    Place *place_;
    std::unique_ptr<SubjectApi> api_;
};

ScenarioResult Judge(const ChildEnd &end, SharedReport *report)
{
    ScenarioResult result;
    ChildEnd watched = end;
    watched.timed_out = WIFSIGNALED(end.wait_status) &&
                        WTERMSIG(end.wait_status) == SIGALRM;
    TakeVerdict(watched, std::chrono::seconds(kSecondsForOne), report,
                &result);
    return result;
}

class OneProgram : public ProgramSource {
 public:
    explicit OneProgram(const Program &program) : program_(program) {}

    bool Next(Program *program) override
    {
        *program = program_;
        return !std::exchange(given_, true);
    }

 private:
    const Program &program_;
    bool given_ = false;
};

}  // namespace

BatchResult PlayBatch(const SubjectFile &subject, ProgramSource *source)
{
    constexpr std::chrono::hours kNoLimit{24};
    auto report = SharedReport::Make();
    auto place = MakePlace();
    BatchResult batch;
    if (!report || !place) {
        batch.finding = Finding{};
        batch.finding->result.verdict = Verdict::kSkip;
        batch.finding->result.detail = "no memory for a program's trace";
        return batch;
    }
    RunChildren(
        1, 1, kNoLimit,
        [&](int) {
            report->SetVerdict(Verdict::kPass, "");
            Stage(subject, report.get(), place.get()).PlayAll(source);
        },
        [&](int, const ChildEnd &end) {
            ScenarioResult result = Judge(end, report.get());
            if (result.verdict != Verdict::kPass) {
                Result<Program> program = ParseProgram(place->program);
                batch.finding = Finding{
                    program.ok() ? *program : Program(), std::move(result)};
            }
        });
    batch.programs = place->programs;
    batch.steps = place->steps;
    batch.label = place->label;
    return batch;
}

ScenarioResult PlayAlone(const SubjectFile &subject, const Program &program)
{
    OneProgram source(program);
    BatchResult batch = PlayBatch(subject, &source);
    if (batch.finding) {
        return std::move(batch.finding->result);
    }
    ScenarioResult pass;
    pass.verdict = Verdict::kPass;
    return pass;
}

}  // namespace laio
