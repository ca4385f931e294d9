#include "game/session/workshop.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/base/rng.hpp"
#include "engine/quiz/interactions/raised.hpp"
#include "engine/quiz/scene_question.hpp"
#include "game/session/local_json_file.hpp"

namespace chelate::session {

namespace {

constexpr int votes_a_statement = 2;
constexpr int steps_a_statement = 3; // a vote, the evidence, a vote again

std::filesystem::path workshop_file(const std::filesystem::path& data_folder) { return data_folder / "workshop.json"; }

CarriedWorkshop read_under_way(const json::Value& object) {
    CarriedWorkshop carried;
    quiz::WorkshopView& shown = carried.shown;
    carried.pack = local_json::text_of(object, "pack");
    carried.seed = local_json::seed_of(object, "seed");
    carried.used = {std::int64_t{local_json::number_of(object, "used_seconds", 0, 1000000, 0)} * 1000};
    shown.script.value = local_json::text_of(object, "script");
    shown.scene = static_cast<std::size_t>(local_json::number_of(object, "scene", 0, 10000, 0));
    shown.step = local_json::number_of(object, "step", 0, 10000, 0);
    local_json::each_of(object, "hands", [&](const json::Value& item) {
        const auto place = std::pair(static_cast<std::size_t>(local_json::number_of(item, "scene", 0, 10000, 0)),
                                     static_cast<std::size_t>(local_json::number_of(item, "place", 0, 10000, 0)));
        auto& counts = shown.votes[place];
        local_json::each_of(item, "counts", [&](const json::Value& count) {
            if (count.kind() == json::Kind::integer)
                counts.push_back(static_cast<std::uint16_t>(std::clamp<std::int64_t>(count.as_integer(), 0, 9999)));
        });
    });
    return carried;
}

std::string sells_word(Holder::Sells sells) {
    switch (sells) {
    case Holder::Sells::no: return "no";
    case Holder::Sells::yes: return "yes";
    default: return "unsaid";
    }
}

int steps_in(const content::Pack&, const content::WallScene& wall) {
    return 2 + steps_a_statement * static_cast<int>(wall.statements.size());
}
int steps_in(const content::Pack& pack, const content::ChainScene& chain) {
    return static_cast<int>(pack.mechanisms.at(chain.mechanism).steps.size()) + 1;
}
int steps_in(const content::Pack&, const content::QuestionScene&) { return 2; }
int steps_in(const content::Pack&, const content::PauseScene&) { return 2; }
template <class Body>
int steps_in(const content::Pack&, const Body&) {
    return 1;
}

} // namespace

WorkshopFile load_workshop(const std::filesystem::path& data_folder, std::vector<Error>* told) {
    WorkshopFile file;
    local_json::load(
        workshop_file(data_folder),
        [&](const json::Document& document) {
            const json::Value root = document.root();
            file.holder.name = local_json::text_of(root, "holder");
            const std::string sells = local_json::text_of(root, "sells");
            file.holder.sells = sells == "yes"  ? Holder::Sells::yes
                                : sells == "no" ? Holder::Sells::no
                                                : Holder::Sells::unsaid;
            file.holder.people = local_json::number_of(root, "people", 0, quiz::most_hands, 0);
            if (const auto under_way = root.find("under_way"); under_way && under_way->kind() == json::Kind::object)
                file.under_way = read_under_way(*under_way);
        },
        told);
    return file;
}

Result<void> save_workshop(const std::filesystem::path& data_folder, const WorkshopFile& file) {
    if (file.under_way) return {}; // the file is the only place where that workshop is kept
    json::Writer out;
    out.begin_object().member("holder", file.holder.name).member("sells", sells_word(file.holder.sells));
    out.member("people", file.holder.people);
    out.end_object();
    return local_json::save(workshop_file(data_folder), out);
}

const content::Script* find_script(const content::Pack& pack, const content::ScriptId& id) {
    const auto found = std::find_if(pack.scripts.begin(), pack.scripts.end(),
                                    [&](const content::Script& script) { return script.id == id; });
    return found == pack.scripts.end() ? nullptr : &*found;
}

int steps_of(const content::Pack& pack, const content::Scene& scene) {
    return std::visit([&](const auto& body) { return steps_in(pack, body); }, scene.body);
}

quiz::WorkshopPlan workshop_plan(const content::Pack& pack, const content::Script& script) {
    quiz::WorkshopPlan plan{script.id, {}};
    for (const content::Scene& scene : script.scenes) plan.steps.push_back(steps_of(pack, scene));
    return plan;
}

std::optional<SceneQuestion> scene_question(const content::Pack& pack, const content::QuestionScene& asked,
                                            std::uint64_t seed, std::size_t scene) {
    auto question = quiz::question_of(pack, asked, seed + scene);
    if (!question) return std::nullopt;
    Rng rng(seed + scene);
    quiz::Order display_order = quiz::draw_display_order(*question, rng);
    return SceneQuestion{quiz::QuestionRef(std::move(*question)), std::move(display_order)};
}

WallStep wall_step(const content::WallScene& wall, int step) {
    if (step <= 0) return {WallStep::Part::overview, 0};
    const int inside = step - 1;
    const auto statement = static_cast<std::size_t>(inside / steps_a_statement);
    if (statement >= wall.statements.size()) return {WallStep::Part::outcome, 0};
    constexpr WallStep::Part parts[] = {WallStep::Part::before, WallStep::Part::evidence, WallStep::Part::after};
    return {parts[inside % steps_a_statement], statement};
}

std::size_t place_of_vote(std::size_t statement, bool after) { return statement * votes_a_statement + (after ? 1 : 0); }

std::string holder_line(const content::Script& script, const Holder& holder) {
    if (holder.name.empty() || holder.sells == Holder::Sells::unsaid) return script.interest.unsaid;
    std::string line = holder.sells == Holder::Sells::yes ? script.interest.some : script.interest.none;
    constexpr std::string_view placeholder = "{holder}";
    for (std::size_t at = line.find(placeholder); at != std::string::npos; at = line.find(placeholder, at)) {
        line.replace(at, placeholder.size(), holder.name);
        at += holder.name.size();
    }
    return line;
}

std::vector<std::uint16_t> hands_at(const quiz::WorkshopView& workshop, std::size_t scene, std::size_t place) {
    const auto found = workshop.votes.find({scene, place});
    return found == workshop.votes.end() ? std::vector<std::uint16_t>{} : found->second;
}

Belief belief_of(const std::vector<std::uint16_t>& hands) {
    Belief belief;
    if (hands.size() != vote_options) return belief;
    belief.right = hands[0] + hands[1];
    belief.sure = hands[0] + hands[3];
    belief.all = std::accumulate(hands.begin(), hands.end(), 0);
    return belief;
}

} // namespace chelate::session
