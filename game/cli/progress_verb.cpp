#include "game/cli/progress_verb.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

#include "engine/base/folders.hpp"
#include "engine/base/person_name.hpp"
#include "engine/base/text.hpp"
#include "engine/runner/memory_updater.hpp"
#include "engine/runner/runner.hpp"
#include "engine/store/backup.hpp"
#include "engine/study/calendar.hpp"
#include "game/cli/progress_folder.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/session/game.hpp"
#include "game/session/profile_exchange.hpp"

namespace chelate::cli {

namespace {

namespace fs = std::filesystem;

Millis wall_now() { return runner::SystemClock().wall(); }

class ProgressVerb {
public:
    ProgressVerb(const ProgressCommand& command, const fs::path& folder, const text::Language& words, Streams to)
        : command_(command), file_(folder / progress_file), words_(words), to_(to) {}

    int run() {
        using Act = ProgressCommand::Act;
        if (command_.act == Act::restore) return restore();
        if (command_.act == Act::import_all) return import_all();
        const auto there = is_there(file_);
        if (!there) return refuse(words_.sentence(there.error()));
        if (!*there) return say(words_.text("kept.none", {{"folder", file_.parent_path().string()}}));
        auto store = open_unless_emptied(file_);
        if (!store) return trouble(store.error());
        switch (command_.act) {
        case Act::check:
        case Act::rebuild: return count(*store);
        case Act::backup: return back_up(*store);
        case Act::export_one: return export_one(*store);
        default: return erase(*store);
        }
    }

private:
    int say(const std::string& sentence) {
        to_.out << sentence << '\n';
        return 0;
    }

    int refuse(const std::string& sentence) {
        to_.err << "chelate: " << sentence << '\n';
        return 1;
    }

    /// Prints what is wrong and what the user can do about it. Returns exit code 1.
    int trouble(const Error& error) {
        (void)refuse(words_.sentence(error));
        if (!backup_helps(error)) return 1;
        if (const auto backup = store::newest_sound(store::backup_folder(file_))) {
            to_.err << words_.text("kept.restore_helps", {{"file", backup->file.filename().string()}}) << '\n';
        }
        return 1;
    }

    void say_remembered(const std::string& name, const study::LearnerModel& learner) {
        to_.out << words_.text(
                       "kept.person",
                       {{"name", name},
                        {"answers", words_.plural("kept.answers", learner.answers())},
                        {"things", words_.plural("kept.things", static_cast<std::int64_t>(learner.records().size()))}})
                << '\n';
    }

    /// Counts one person's answers again. @return whether what is stored agrees with the journal
    Result<bool> count_one(store::Store& store, const store::Profile& profile) {
        if (command_.act == ProgressCommand::Act::rebuild) {
            auto learner = runner::recount(store, profile.id);
            if (!learner) return tl::unexpected(learner.error());
            say_remembered(profile.name, *learner);
            return true;
        }
        auto counted = runner::count(store, profile.id);
        if (!counted) return tl::unexpected(counted.error());
        say_remembered(profile.name, counted->learner);
        if (!counted->is_kept) (void)refuse(words_.text("kept.differs", {{"name", profile.name}}));
        return counted->is_kept;
    }

    int count(store::Store& store) {
        bool fine = true;
        const auto people = store.profiles();
        if (!people) return trouble(people.error());
        for (const store::Profile& profile : *people) {
            const auto well = count_one(store, profile);
            if (!well) return trouble(well.error());
            fine = fine && *well;
        }
        // Classes and workshops have no learner model, but their journals have results too.
        const auto classes = store.profiles(store::ProfileKind::classroom);
        if (!classes) return trouble(classes.error());
        const auto workshops = store.profiles(store::ProfileKind::workshop);
        if (!workshops) return trouble(workshops.error());
        const bool keep = command_.act == ProgressCommand::Act::rebuild;
        for (const auto& everybody : {*people, *classes, *workshops}) {
            for (const store::Profile& profile : everybody) {
                const auto others = store.recount_results(profile.id, keep);
                if (!others) return trouble(others.error());
                if (*others == 0 || keep) continue;
                (void)refuse(words_.plural("kept.other_results", *others, {{"name", profile.name}}));
                fine = false;
            }
        }
        (void)say(words_.text(fine ? "kept.fine" : "kept.rebuild_helps"));
        return fine ? 0 : 1;
    }

    int back_up(store::Store& store) {
        const auto made = store.back_up(store::backup_folder(file_), wall_now());
        return made ? say(showable_line(made->string())) : trouble(made.error());
    }

    int restore() {
        const auto backups = store::backups_in(store::backup_folder(file_));
        if (command_.file.empty()) {
            if (backups.empty()) return say(words_.text("kept.no_backups"));
            for (const store::Backup& backup : backups) (void)say(showable_line(backup.file.filename().string()));
            return say(words_.text("kept.choose_backup"));
        }
        fs::path backup = command_.file;
        if (command_.file == "newest") {
            const auto newest = store::newest_sound(store::backup_folder(file_));
            if (!newest) return refuse(words_.text("kept.no_backups"));
            backup = newest->file;
        }
        const auto there = is_there(backup);
        if (!there) return refuse(words_.sentence(there.error()));
        if (!*there) backup = store::backup_folder(file_) / command_.file; // it was named without its folder
        const auto aside = session::restore_progress(backup, file_, wall_now());
        if (!aside) return refuse(words_.sentence(aside.error()));
        (void)say(words_.text("kept.restored", {{"file", backup.filename().string()}}));
        return *aside ? say(words_.text("kept.set_aside") + '\n' + showable_line((*aside)->string())) : 0;
    }

    /// Returns the person that the user named, or the only one; nothing when that is unclear, after printing why.
    std::optional<store::Profile> person(const store::Store& store) {
        const auto people = store.profiles();
        if (!people) {
            (void)trouble(people.error());
            return std::nullopt;
        }
        if (command_.name.empty() && people->size() == 1) return people->front();
        std::string names;
        for (const store::Profile& one : *people) {
            if (!command_.name.empty() && is_same_name(one.name, command_.name)) return one;
            names += (names.empty() ? "" : ", ") + one.name;
        }
        (void)refuse(people->empty() ? words_.text("kept.nobody")
                                     : words_.text(command_.name.empty() ? "kept.which" : "kept.unknown",
                                                   {{"name", command_.name}, {"names", names}}));
        return std::nullopt;
    }

    int export_one(store::Store& store) {
        const auto one = person(store);
        if (!one) return 1;
        const auto written = store.export_profile(one->id, command_.file);
        return written ? say(words_.text("kept.exported", {{"name", one->name}, {"path", command_.file}}))
                       : trouble(written.error());
    }

    int import_all() {
        int code = 1;
        const auto seen = session::open_foreign(command_.file, file_, wall_now(),
                                                [&](const store::Store& theirs) { code = import_from(theirs); });
        return seen ? code : refuse(words_.sentence(seen.error()));
    }

    int import_from(const store::Store& theirs) {
        auto store = store::Store::open(file_);
        if (!store) return trouble(store.error());
        const auto people = theirs.profiles();
        if (!people) return refuse(words_.sentence(people.error()));
        if (people->empty()) return refuse(words_.text("kept.nobody"));
        std::vector<store::Profile> chosen = *people;
        std::string as;
        if (!command_.name.empty() || !command_.as.empty()) {
            const auto one = person(theirs);
            if (!one) return 1;
            chosen = {*one};
        }
        if (!command_.as.empty()) {
            auto name = person_name(command_.as);
            if (!name) return refuse(words_.sentence(name.error()));
            as = std::move(*name);
        }
        std::vector<session::ImportChoice> choices;
        for (const store::Profile& one : chosen) choices.push_back({one, {as, command_.same_person}});
        const auto imported = session::import_people(*store, file_, theirs, choices, wall_now());
        if (!imported) return trouble(imported.error());
        for (const session::NameClash& clash : imported->clashes) (void)say_clash(clash);
        if (!imported->clashes.empty()) return 1;
        for (const session::ImportedProfile& one : imported->people) {
            const store::Merged& merged = one.merged;
            (void)say(words_.plural(
                merged.is_new ? "kept.imported" : "kept.merged", merged.events,
                {{"name", merged.profile.name}, {"sessions", words_.plural("kept.sessions", merged.sessions)}}));
            say_remembered(merged.profile.name, one.learner);
        }
        return 0;
    }

    int say_clash(const session::NameClash& clash) {
        (void)refuse(words_.text("kept.same_name", {{"name", clash.here.profile.name},
                                                    {"path", command_.file},
                                                    {"here", summary_text(clash.here)},
                                                    {"there", summary_text(clash.there)}}));
        to_.err << words_.text("kept.same_name_options", {{"name", clash.there.profile.name}}) << '\n';
        return 1;
    }

    [[nodiscard]] std::string summary_text(const session::PersonSummary& person) const {
        const std::string answers = words_.plural("import_profiles.answers", person.answers);
        if (person.profile.last_played == Millis{}) return answers;
        // The calendar's day, which starts at midnight, and not the study day.
        const auto day_of = [zone = runner::SystemClock().zone()](Millis wall) { return study::day_of(wall, zone, 0); };
        const std::string day = screens::day_text(words_, day_of(person.profile.last_played), day_of(wall_now()));
        return words_.text("import_profiles.summary", {{"answers", answers}, {"day", day}});
    }

    int erase(store::Store& store) {
        if (command_.name.empty()) return refuse(words_.text("kept.name_needed"));
        const auto one = person(store);
        if (!one) return 1;
        const auto rounds = store.history(one->id);
        if (!rounds) return trouble(rounds.error());
        if (!command_.sure)
            return refuse(
                words_.plural("kept.really", static_cast<std::int64_t>(rounds->size()), {{"name", one->name}}));
        if (const auto gone = store.remove(one->id); !gone) return trouble(gone.error());
        (void)say(words_.text("kept.erased", {{"name", one->name}}));
        const fs::path backups = store::backup_folder(file_);
        return store::backups_in(backups).empty()
                   ? 0
                   : say(words_.text("kept.still_in_backups", {{"folder", backups.string()}, {"name", one->name}}));
    }

    const ProgressCommand& command_;
    fs::path file_;
    const text::Language& words_;
    Streams to_;
};

} // namespace

int look_after_progress(const ProgressCommand& command, const fs::path& folder, const text::Language& words,
                        Streams to) {
    return ProgressVerb(command, folder, words, to).run();
}

} // namespace chelate::cli
