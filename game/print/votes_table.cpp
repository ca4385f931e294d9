#include "game/print/votes_table.hpp"

#include <array>
#include <utility>

#include "game/print/table.hpp"

namespace chelate::print {

namespace {

constexpr std::array options{"vote.right_sure", "vote.right_unsure", "vote.wrong_unsure", "vote.wrong_sure"};

} // namespace

Document make_votes_table(const text::Language& words, const std::string& script, const std::vector<VotesRow>& rows) {
    std::vector<std::string> head{words.text("votes.statement"), words.text("votes.verdict")};
    for (const char* when : {"wall.before", "wall.after"}) {
        for (const char* option : options)
            head.push_back(words.text("votes.column", {{"when", words.text(when)}, {"option", words.text(option)}}));
    }
    head.push_back(words.text("votes.shift"));
    std::vector<std::vector<std::string>> table{std::move(head)};
    for (const VotesRow& row : rows) {
        std::vector<std::string> line{row.statement, row.verdict};
        for (const auto* hands : {&row.before, &row.after}) {
            for (std::size_t option = 0; option < options.size(); ++option)
                line.push_back(option < hands->size() ? std::to_string((*hands)[option]) : std::string{});
        }
        line.push_back(row.shift ? std::to_string(*row.shift) : std::string{});
        table.push_back(std::move(line));
    }
    return make_table(script, std::move(table));
}

} // namespace chelate::print
