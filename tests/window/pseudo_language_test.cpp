// Tests with a pseudo-language, whose texts are 40 % longer, that no text is cut in the window.
#include "tests/support/pseudo_language.hpp"

#include "tests/window/bench.hpp"
#include "tests/window/walked_screens.hpp"

using namespace chelate;

namespace {

/// Returns how far texts reach out of the window or of the area that they scroll in, in pixels. Above and below such
/// an area they are only scrolled away.
float cut_off(const std::vector<stage::Layer>& layers, stage::Vec window) {
    float most = 0;
    for (const stage::Layer& layer : layers) {
        const stage::Rect all{0, 0, window.x, window.y};
        const stage::Rect area = layer.clip ? layer.clip->cut(all) : all;
        for (const sf::Vertex& corner : layer.text) {
            most = std::max({most, area.x - corner.position.x, corner.position.x - area.right()});
            if (!layer.clip) most = std::max({most, area.y - corner.position.y, corner.position.y - area.bottom()});
        }
    }
    return most;
}

} // namespace

TEST_CASE("texts that are 40 % longer than in English are not cut at any size") {
    const std::vector<samples::Sample> screens = samples::walked(test::pseudo_language());
    CHECK(screens.size() > 40);
    for (const samples::Sample& one : screens) {
        for (const auto& [size, scale] : {std::pair{stage::Vec{1280, 720}, 1.0F}, {stage::Vec{1024, 768}, 2.0F}}) {
            const window::test::Bench bench(one.ui, size, scale);
            CAPTURE(one.name);
            CAPTURE(scale);
            CHECK(cut_off(bench.layers, size) <= 2);
        }
    }
}
