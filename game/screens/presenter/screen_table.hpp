// The table of screens: which presenter answers which request. Each folder of screens adds its own rows.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <typeindex>

#include "game/screens/presenter/presenter.hpp"
#include "game/screens/presenter/services.hpp"

namespace chelate::screens {

class ScreenTable {
public:
    /// Adds a row. @param make  makes the presenter from the services, or from the services and the request
    /// @pre the request has no row yet
    template <class Request, class Make>
    void add(Make make) {
        rows_.emplace(typeid(Request),
                      [make](const Services& services, const ScreenRequest& request) -> std::unique_ptr<Presenter> {
                          if constexpr (std::is_invocable_v<Make, const Services&>) return make(services);
                          else return make(services, std::any_cast<const Request&>(request));
                      });
    }

    /// Makes the presenter for a request; null where no row answers it. What the services refer to must outlive it.
    [[nodiscard]] std::unique_ptr<Presenter> make(const Services& services, const ScreenRequest& request) const {
        const auto row = rows_.find(request.type());
        return row == rows_.end() ? nullptr : row->second(services, request);
    }

private:
    std::map<std::type_index, std::function<std::unique_ptr<Presenter>(const Services&, const ScreenRequest&)>> rows_;
};

// One function for each folder, in a source of that folder.
void add_study_screens(ScreenTable& table);
void add_knowledge_screens(ScreenTable& table);
void add_settings_screens(ScreenTable& table);
void add_solo_screens(ScreenTable& table);
void add_classroom_screens(ScreenTable& table);
void add_workshop_screens(ScreenTable& table);

} // namespace chelate::screens
