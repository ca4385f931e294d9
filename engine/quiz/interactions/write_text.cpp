#include "engine/quiz/interactions/write_text.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "engine/base/text.hpp"
#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

namespace {

constexpr std::size_t longest_text = 200; ///< characters; no real answer is longer

/// Greek small letters as they are after folding, with their names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> greek{{
    {"α", "alpha"},   {"β", "beta"}, {"γ", "gamma"}, {"δ", "delta"},  {"ε", "epsilon"}, {"ζ", "zeta"}, {"η", "eta"},
    {"θ", "theta"},   {"ι", "iota"}, {"κ", "kappa"}, {"λ", "lambda"}, {"μ", "mu"},      {"ν", "nu"},   {"ξ", "xi"},
    {"ο", "omicron"}, {"π", "pi"},   {"ρ", "rho"},   {"σ", "sigma"},  {"ς", "sigma"},   {"τ", "tau"},  {"υ", "upsilon"},
    {"φ", "phi"},     {"χ", "chi"},  {"ψ", "psi"},   {"ω", "omega"},
}};

/// Characters that people leave out or write differently: blanks, hyphens, dashes and the minus sign.
constexpr std::array<std::string_view, 7> left_out{" ", "-", "‐", "‑", "–", "—", "−"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

/// Returns the number of edits between two texts (optimal string alignment). An edit inserts, removes or replaces a
/// letter, or swaps two neighbours.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> least(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                least[i][j] = i + j;
                continue;
            }
            least[i][j] = std::min(
                {least[i - 1][j] + 1, least[i][j - 1] + 1, least[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                least[i][j] = std::min(least[i][j], least[i - 2][j - 2] + 1);
        }
    }
    return least[a.size()][b.size()];
}

} // namespace

const std::vector<Option>& options_of(const WriteText&) {
    static const std::vector<Option> none;
    return none;
}

bool is_sound(const WriteText& interaction) {
    const bool all_say_something =
        std::all_of(interaction.accepted.begin(), interaction.accepted.end(), [](const AcceptedText& accepted) {
            return accepted.percent >= 1 && accepted.percent <= 100 && !comparable(accepted.text).empty();
        });
    return all_say_something && std::any_of(interaction.accepted.begin(), interaction.accepted.end(),
                                            [](const AcceptedText& accepted) { return accepted.percent == 100; });
}

bool fits(const Written& response, const WriteText&) {
    return !first_invalid_utf8(response.text) && code_points(response.text) <= longest_text;
}

std::string comparable(std::string_view text) {
    const std::string plain = folded(text);
    std::string result;
    for (std::size_t at = 0; at < plain.size();) {
        const std::string_view rest = std::string_view(plain).substr(at);
        const auto begins = [&](std::string_view mark) { return rest.substr(0, mark.size()) == mark; };
        if (const auto* mark = std::find_if(left_out.begin(), left_out.end(), begins); mark != left_out.end()) {
            at += mark->size();
        } else if (const auto* letter =
                       std::find_if(greek.begin(), greek.end(), [&](const auto& l) { return begins(l.first); });
                   letter != greek.end()) {
            result += letter->second;
            at += letter->first.size();
        } else {
            result += plain[at++];
        }
    }
    return result;
}

std::string bare_answer(std::string_view typed) {
    constexpr std::array<std::string_view, 8> end_marks{".", ",", ";", ":", "!", "?", "…", " "};
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> quotes{{
        {"\"", "\""},
        {"'", "'"},
        {"“", "”"},
        {"„", "“"},
        {"„", "”"},
        {"‘", "’"},
        {"«", "»"},
        {"»", "«"},
        {"”", "”"},
    }};
    std::string text = tidied(typed);
    std::string_view bare = text;
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::string_view mark : end_marks) {
            if (!bare.ends_with(mark)) continue;
            bare.remove_suffix(mark.size());
            changed = true;
        }
        for (const auto& [opening, closing] : quotes) {
            if (bare.size() <= opening.size() + closing.size() || !bare.starts_with(opening) ||
                !bare.ends_with(closing))
                continue;
            bare.remove_prefix(opening.size());
            bare.remove_suffix(closing.size());
            changed = true;
        }
    }
    bare = bare.substr(std::min(bare.find_first_not_of(' '), bare.size()));
    return bare.empty() ? text : std::string(bare);
}

bool is_slip(std::string_view typed, std::string_view wanted) {
    const std::size_t allowed = wanted.size() >= 9 ? 2 : wanted.size() >= 5 ? 1 : 0;
    const std::size_t longer = std::max(typed.size(), wanted.size());
    if (allowed == 0 || longer - std::min(typed.size(), wanted.size()) > allowed) return false;
    return digits_of(typed) == digits_of(wanted) && edits(typed, wanted) <= allowed;
}

const AcceptedText* taken_for(std::string_view typed, const WriteText& interaction) {
    const std::string given = comparable(typed);
    if (given.empty()) return nullptr;
    for (const AcceptedText& accepted : interaction.accepted) {
        if (comparable(accepted.text) == given) return &accepted;
    }
    for (const AcceptedText& accepted : interaction.accepted) {
        if (comparable(bare_answer(accepted.text)) == given) return &accepted;
    }
    for (const AcceptedText& accepted : interaction.accepted) {
        const std::string wanted = comparable(accepted.text);
        if (!is_slip(given, wanted)) continue;
        // If the text is as close to the name of something else, that may be what was meant.
        const std::size_t distance = edits(given, wanted);
        const bool another =
            std::any_of(interaction.others.begin(), interaction.others.end(),
                        [&](const std::string& other) { return edits(given, comparable(other)) <= distance; });
        if (!another) return &accepted;
    }
    return nullptr;
}

Fraction credit_of(const Written& response, const WriteText& interaction, const Order&) {
    const AcceptedText* accepted = taken_for(response.text, interaction);
    return accepted == nullptr ? Fraction::zero() : Fraction{accepted->percent, 100};
}

Written key_of(const WriteText& interaction, const Order&) { return {key_text(interaction)}; }

Written wrong_of(const WriteText&, const Order&) { return {"?"}; }

Written random_of(const WriteText& interaction, const Order&, Rng& rng) {
    const std::size_t draw = rng.below(interaction.accepted.size() + interaction.others.size() + 1);
    if (draw < interaction.accepted.size()) return {interaction.accepted[draw].text};
    if (draw < interaction.accepted.size() + interaction.others.size())
        return {interaction.others[draw - interaction.accepted.size()]};
    return {"?"};
}

TextView view_of(const WriteText&, const Order&) { return {}; }

std::string key_text(const WriteText& interaction) {
    const auto full = std::find_if(interaction.accepted.begin(), interaction.accepted.end(),
                                   [](const AcceptedText& a) { return a.percent == 100; });
    return full == interaction.accepted.end() ? std::string{} : full->text;
}

bool rekey(const Written& response, WriteText& interaction, Order&) {
    WriteText right{{{response.text, 100}}, interaction.others};
    const std::string given = comparable(response.text);
    std::erase_if(right.others, [&](const std::string& other) { return comparable(other) == given; });
    if (!is_sound(right)) return false;
    interaction = std::move(right);
    return true;
}

void write(json::Writer& out, const WriteText& interaction) {
    out.key("accepted").begin_array();
    for (const AcceptedText& accepted : interaction.accepted) {
        out.begin_object().member("text", accepted.text).member("percent", accepted.percent).end_object();
    }
    out.end_array().key("others").begin_array();
    for (const std::string& other : interaction.others) out.string(other);
    out.end_array();
}

void read(const json::Value& object, WriteText& interaction) {
    coding::each(coding::member(object, "accepted"), [&](const json::Value& item) {
        interaction.accepted.push_back(
            {coding::text(item, "text"), static_cast<int>(coding::whole(item, "percent", 1, 100))});
    });
    coding::each(coding::member(object, "others"),
                 [&](const json::Value& item) { interaction.others.push_back(coding::text(item)); });
}

void write(json::Writer& out, const Written& response) { out.string(response.text); }

void read(const json::Value& value, Written& response) {
    // What somebody typed once must not make a journal unreadable, so signs that cannot be shown are left out.
    if (value.kind() != json::Kind::string) throw coding::Broken{"a text is missing"};
    response.text = without_unshowable(value.as_string());
}

} // namespace chelate::quiz
