#include "game/app/progress_verb.hpp"

#include <ostream>

#include "engine/runner/learning.hpp"

namespace chelate::app {

namespace {

/// Says how much is remembered of somebody.
void say_remembered(std::ostream& out, const text::Language& words, const std::string& name, const study::Ledger& ledger) {
    out << words.text("kept.person", {{"name", name}, {"answers", words.plural("kept.answers", ledger.answers())},
                                          {"things", words.plural("kept.things", static_cast<std::int64_t>(ledger.traces().size()))}})
        << '\n';
}

/// Counts one person again. @return whether all is well with them
Result<bool> look_after(store::Store& store, const store::Profile& profile, ProgressCommand::Act act, const text::Language& words, Streams to) {
    if (act == ProgressCommand::Act::rebuild) {
        auto ledger = runner::recount(store, profile.id);
        if (!ledger) return tl::unexpected(ledger.error());
        say_remembered(to.out, words, profile.name, *ledger);
        return true;
    }
    auto counted = runner::count(store, profile.id);
    if (!counted) return tl::unexpected(counted.error());
    say_remembered(to.out, words, profile.name, counted->ledger);
    if (!counted->is_kept) to.err << "chelate: " << words.text("kept.differs", {{"name", profile.name}}) << '\n';
    return counted->is_kept;
}

} // namespace

int look_after_progress(const ProgressCommand& command, const std::filesystem::path& folder, const text::Language& words, Streams to) {
    const auto trouble = [&](const Error& error) {
        to.err << "chelate: " << words.sentence(error) << '\n';
        return 1;
    };
    const std::filesystem::path file = folder / progress_file;
    std::error_code none;
    if (!std::filesystem::exists(file, none)) {
        to.out << words.text("kept.none", {{"folder", folder.string()}}) << '\n';
        return 0;
    }
    auto store = store::Store::open(file);
    if (!store) return trouble(store.error());
    bool fine = true;
    const auto people = store->profiles();
    if (!people) return trouble(people.error());
    for (const store::Profile& profile : *people) {
        const auto well = look_after(*store, profile, command.act, words, to);
        if (!well) return trouble(well.error());
        fine = fine && *well;
    }
    // Of classes nothing is remembered, but their journals are read.
    const auto rooms = store->profiles(store::Who::room);
    if (!rooms) return trouble(rooms.error());
    for (const store::Profile& room : *rooms) {
        if (const auto read = store->each_session(room.id, [](store::SessionLog&&) { return Result<void>{}; }); !read) return trouble(read.error());
    }
    to.out << words.text(fine ? "kept.fine" : "kept.rebuild_helps") << '\n';
    return fine ? 0 : 1;
}

} // namespace chelate::app
