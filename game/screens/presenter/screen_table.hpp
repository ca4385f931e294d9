// The table of screens: which presenter answers which request. Each folder of screens adds its own rows.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <typeindex>

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class ScreenTable {
public:
    /// Adds a row whose presenter is made by a function of the context and the request. @pre the request has no row yet
    template <class Request, class Make>
    void add(Make make) {
        rows_.emplace(typeid(Request),
                      [make](Context& context, const ScreenRequest& request) -> std::unique_ptr<Presenter> {
                          return make(context, std::any_cast<const Request&>(request));
                      });
    }
    /// Adds a row whose presenter needs the context alone, or the context and the request.
    template <class Request, class Screen>
    void add() {
        add<Request>([](Context& context, const Request& request) {
            if constexpr (std::is_constructible_v<Screen, Context&, const Request&>)
                return std::make_unique<Screen>(context, request);
            else return std::make_unique<Screen>(context);
        });
    }

    /// Makes the presenter for a request; null where no row answers it. The context must outlive it.
    [[nodiscard]] std::unique_ptr<Presenter> make(Context& context, const ScreenRequest& request) const {
        const auto row = rows_.find(request.type());
        return row == rows_.end() ? nullptr : row->second(context, request);
    }

private:
    std::map<std::type_index, std::function<std::unique_ptr<Presenter>(Context&, const ScreenRequest&)>> rows_;
};

// One function for each folder, in a source of that folder.
void add_study_screens(ScreenTable& table);
void add_knowledge_screens(ScreenTable& table);
void add_settings_screens(ScreenTable& table);
void add_solo_screens(ScreenTable& table);
void add_classroom_screens(ScreenTable& table);
void add_workshop_screens(ScreenTable& table);

} // namespace chelate::screens
