#include "game/print/table.hpp"

#include <utility>

#include "engine/base/csv.hpp"
#include "engine/base/text.hpp"

namespace chelate::print {

Document make_table(std::string name, std::vector<std::vector<std::string>> rows) {
    for (std::vector<std::string>& row : rows) {
        for (std::string& cell : row) cell = showable(cell);
    }
    return {"reports", std::move(name), ".csv", write_csv_table(rows)};
}

} // namespace chelate::print
