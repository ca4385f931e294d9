// Measures what grows during a very long day of kiosk mode: visitors play rounds of 20 and walk away, again and again.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "engine/content/reader.hpp"
#include "game/screens/app/app.hpp"
#include "game/screens/workshop/kiosk.hpp"

namespace {

using namespace chelate;
using namespace chelate::screens;

constexpr int answers = 100000;
constexpr int first = 10000; ///< by then everything that is made only once has been made
constexpr int a_round = 20;

double resident_MiB() {
    std::ifstream statm("/proc/self/statm");
    long all = 0;
    long resident = 0;
    statm >> all >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

long bytes_in(const std::filesystem::path& folder) {
    long bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        bytes += entry.is_regular_file() ? static_cast<long>(entry.file_size()) : 0;
    return bytes;
}

} // namespace

int main() {
    const std::filesystem::path source = CHELATE_SOURCE_DIR;
    content::Pack pack = std::move(*content::read_pack(content::default_pack_folder(source / "content").value()).pack);
    content::Round round;
    round.id = content::RoundId{"twenty"};
    round.name = "Twenty";
    round.count = a_round;
    round.pool.kinds = {content::Kind::single, content::Kind::true_false, content::Kind::compare,
                        content::Kind::odd_one_out}; // kinds that one key answers
    pack.rounds.insert(pack.rounds.begin(), round);
    const content::Script script = pack.scripts.front();

    std::string name = (std::filesystem::temp_directory_path() / "chelate-kiosk-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) return 1;
    const std::filesystem::path folder = name;
    const auto words = text::Language::load(source / "assets" / "i18n" / "en.json").value();
    runner::ManualClock clock{{1000000}};
    std::uint64_t seed = 1;
    session::Game game(
        std::move(pack), clock,
        {.store = store::Store::open(folder / "progress.db").value(), .file = folder / "progress.db"},
        session::LocalFiles(folder),
        {[&seed] { return seed++; }, [&seed] { return quiz::SessionId{"visitor-" + std::to_string(seed)}; }});
    (void)game.submit(session::PlayAs{"Host"});
    (void)game.submit(session::PrepareKiosk{script, "nobody"});
    (void)game.submit(session::EnterKiosk{"Visitor"});
    App app(game, words, {.version = "bench"}, {});
    const long before = bytes_in(folder);
    double memory = 0;
    int given = 0;
    while (given < answers) {
        app.handle(UserActivity{});
        app.handle(Press{0});
        for (int guard = 0; guard < 10 * a_round && !std::holds_alternative<ResultModel>(app.ui().screens.back());
             ++guard) {
            if (std::holds_alternative<QuestionModel>(app.ui().screens.back())) {
                app.handle(Choose{1 + given % 2});
                if (++given == first) memory = resident_MiB();
            } else {
                app.handle(Activate{});
            }
        }
        clock.advance(kiosk_asks_after);
        app.tick();
        clock.advance(kiosk_resets_after);
        app.tick();
        if (!app.ui().by_itself) {
            std::fprintf(stderr, "the kiosk did not reset after %d answers\n", given);
            return 1;
        }
    }
    std::printf("{\"bench\":\"kiosk\",\"answers\":%d,\"first\":%d,\"ratio\":%.3f,\"grown_MiB\":%.2f,"
                "\"files_grew\":%ld}\n",
                given, first, resident_MiB() / memory, resident_MiB() - memory, bytes_in(folder) - before);
    std::filesystem::remove_all(folder);
    return 0;
}
