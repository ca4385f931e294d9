#include "engine/figure/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace chelate::figure {
namespace {

using content::ChangeKind;
using content::Figure;
using content::FigureChange;

constexpr double fade = 0.25;           // seconds that a part takes to appear or vanish
constexpr double gauge_time = 0.7;      // seconds that a gauge takes to its new reading
constexpr double travel_speed = 260;    // units of the drawing a second
constexpr double shortest_travel = 0.5; // seconds
constexpr double longest_travel = 2.2;  // seconds
constexpr double widest_copies = 0.3;   // seconds between two copies of a flow
constexpr double glow_rise = 0.4;       // seconds to full light
constexpr double glow_settle = 1.2;     // seconds until it has settled
constexpr double glow_rest = 0.55;      // light that stays until the step ends
constexpr double lane = 15;             // units that the marks of a flow keep beside its path
constexpr double stray = 16;            // units that copies stray from their path at its ends

/// The state between steps.
struct State {
    std::vector<char> shown;
    std::vector<Point> moved;
    std::vector<double> gauges;
    std::map<std::string, std::string> labels;
};

double ease(double share) {
    const double left = 1 - std::clamp(share, 0.0, 1.0);
    return 1 - left * left * left;
}

double length(const std::vector<Point>& path) {
    double total = 0;
    for (std::size_t i = 1; i < path.size(); ++i)
        total += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    return total;
}

/// Returns the point at a share of a path's length, 0..1.
Point along(const std::vector<Point>& path, double share) {
    double left = std::clamp(share, 0.0, 1.0) * length(path);
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double piece = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
        if (left <= piece && piece > 0) {
            const double t = left / piece;
            return {path[i - 1].x + (path[i].x - path[i - 1].x) * t, path[i - 1].y + (path[i].y - path[i - 1].y) * t};
        }
        left -= piece;
    }
    return path.back();
}

/// Returns how many seconds something takes along a path. @param most  seconds that there are
double travel_time(const std::vector<Point>& path, double most) {
    return std::min(std::clamp(length(path) / travel_speed, shortest_travel, longest_travel), std::max(most, fade));
}

/// One flow of a step, with its times.
struct Flow {
    std::size_t part = 0;
    std::vector<Point> path;
    int many = 1;
    double begins = 0;
    double travel = 0;
    double apart = 0; ///< seconds between two copies
    [[nodiscard]] double ends() const { return begins + travel + apart * (many - 1); }
};

class Step {
public:
    Step(const Figure& figure, const std::vector<Box>& boxes, const Playing& playing, std::size_t step)
        : figure_(figure), drawing_(*figure.drawing), boxes_(boxes), playing_(playing) {
        before_ = start();
        for (std::size_t i = 0; i + 1 < step; ++i) before_ = after(before_, changes(i));
        after_ = before_;
        if (step == 0) return;
        now_ = changes(step - 1);
        after_ = after(before_, now_);
        seconds_ = figure.step_of(playing.variant, step - 1).seconds;
        plan_flows();
    }

    [[nodiscard]] double seconds() const { return seconds_; }
    [[nodiscard]] const State& end() const { return after_; }

    [[nodiscard]] Frame frame(double seconds) const {
        const double t = std::clamp(seconds, 0.0, seconds_);
        Frame frame;
        frame.moving = t < seconds_ && !now_.empty();
        frame.labels = after_.labels;
        const double share = playing_.reduced_motion ? 1 : ease(t / gauge_time);
        for (std::size_t i = 0; i < after_.gauges.size(); ++i)
            frame.gauges.push_back(before_.gauges[i] + (after_.gauges[i] - before_.gauges[i]) * share);
        for (std::size_t i = 0; i < drawing_.parts.size(); ++i) {
            if (drawing_.parts[i].is_template()) add_copies(frame, i, t);
            else add_part(frame, i, t);
        }
        for (const Flow& flow : flows_) {
            const double since = t - (playing_.reduced_motion ? 0 : flow.ends());
            if (since > 0) frame.flows.push_back({flow.path, std::min(1.0, since / fade)});
        }
        return frame;
    }

private:
    std::vector<FigureChange> changes(std::size_t index) const {
        return figure_.step_of(playing_.variant, index).changes;
    }

    State start() const {
        State state;
        for (const content::DrawingPart& part : drawing_.parts) state.shown.push_back(part.hidden ? 0 : 1);
        state.moved.resize(drawing_.parts.size());
        for (const content::FigureGauge& gauge : figure_.gauges)
            state.gauges.push_back(gauge.usual.value_or(gauge.from));
        state.labels = figure_.labels;
        return after(std::move(state), figure_.start_of(playing_.variant));
    }

    State after(State state, const std::vector<FigureChange>& changes) const {
        for (const FigureChange& change : changes) {
            for (const std::string& name : change.names) apply(state, change, name);
        }
        return state;
    }

    void apply(State& state, const FigureChange& change, const std::string& name) const {
        switch (change.kind) {
        case ChangeKind::show: state.shown[drawing_.find(name)] = 1; break;
        case ChangeKind::hide: state.shown[drawing_.find(name)] = 0; break;
        case ChangeKind::open:
        case ChangeKind::close: {
            const bool opens = change.kind == ChangeKind::open;
            state.shown[drawing_.find(name + "-open")] = opens ? 1 : 0;
            state.shown[drawing_.find(name + "-closed")] = opens ? 0 : 1;
            break;
        }
        case ChangeKind::move: {
            const std::size_t part = drawing_.find(name);
            const Point home = boxes_[part].centre();
            const Point target = drawing_.anchors.at(change.to);
            state.moved[part] = {target.x - home.x, target.y - home.y};
            break;
        }
        case ChangeKind::gauge: state.gauges[figure_.gauge(name)] = change.level; break;
        case ChangeKind::label: state.labels[name] = change.text; break;
        case ChangeKind::flow:
        case ChangeKind::glow: break;
        }
    }

    std::vector<Point> path_of_move(const FigureChange& change) const {
        const std::size_t part = drawing_.find(change.names.front());
        const Point home = boxes_[part].centre();
        std::vector<Point> path{{home.x + before_.moved[part].x, home.y + before_.moved[part].y}};
        if (!change.via.empty()) path.push_back(drawing_.anchors.at(change.via));
        path.push_back(drawing_.anchors.at(change.to));
        return path;
    }

    void plan_flows() {
        std::vector<const FigureChange*> sources;
        for (const FigureChange& change : now_) {
            if (change.kind != ChangeKind::flow) continue;
            Flow flow{drawing_.find(change.names.front()), {drawing_.anchors.at(change.from)}, change.many};
            if (!change.via.empty()) flow.path.push_back(drawing_.anchors.at(change.via));
            flow.path.push_back(drawing_.anchors.at(change.to));
            // A flow that starts where another ends waits for the first copy to arrive.
            for (std::size_t i = 0; i < sources.size(); ++i) {
                if (sources[i]->to == change.from)
                    flow.begins = std::max(flow.begins, flows_[i].begins + flows_[i].travel);
            }
            // Where time is short, the copies travel faster and follow one another more closely.
            const double left = std::max(fade, seconds_ - fade - flow.begins);
            flow.travel = travel_time(flow.path, flow.many > 1 ? left / 2 : left);
            if (flow.many > 1) flow.apart = std::clamp((left - flow.travel) / (flow.many - 1), 0.0, widest_copies);
            sources.push_back(&change);
            flows_.push_back(std::move(flow));
        }
    }

    double glow_of(std::size_t part, double t) const {
        for (const FigureChange& change : now_) {
            if (change.kind != ChangeKind::glow) continue;
            for (const std::string& name : change.names) {
                if (drawing_.find(name) != part) continue;
                if (playing_.reduced_motion) return glow_rest;
                if (t < glow_rise) return ease(t / glow_rise);
                return 1 - (1 - glow_rest) * ease((t - glow_rise) / (glow_settle - glow_rise));
            }
        }
        return 0;
    }

    void add_part(Frame& frame, std::size_t part, double t) const {
        PlacedPart placed{part, after_.moved[part], after_.shown[part] ? 1.0 : 0.0, glow_of(part, t)};
        double fades_at = 0;
        for (const FigureChange& change : now_) {
            if (change.kind != ChangeKind::move || drawing_.find(change.names.front()) != part) continue;
            const std::vector<Point> path = path_of_move(change);
            const double time = travel_time(path, seconds_ - 2 * fade);
            // A part that moves and vanishes in one step vanishes when it arrives.
            if (!after_.shown[part]) fades_at = time;
            if (playing_.reduced_motion) continue;
            const Point at = along(path, ease(t / time));
            const Point home = boxes_[part].centre();
            placed.moved = {at.x - home.x, at.y - home.y};
        }
        if (before_.shown[part] != after_.shown[part]) {
            const double share = std::clamp((t - fades_at) / fade, 0.0, 1.0);
            placed.opacity = after_.shown[part] ? share : 1 - share;
        }
        if (playing_.reduced_motion && before_.shown[part] && before_.moved[part] != after_.moved[part] && t < fade) {
            // A cross-fade: it vanishes where it was and appears where it goes.
            frame.parts.push_back({part, before_.moved[part], 1 - t / fade, 0});
            placed.opacity *= t / fade;
        }
        if (placed.opacity > 0) frame.parts.push_back(placed);
    }

    /// Returns a number from -1 to 1 that is always the same for a copy.
    static double stray_of(std::size_t part, int copy) {
        std::uint64_t hash =
            (static_cast<std::uint64_t>(part) * 131 + static_cast<std::uint64_t>(copy)) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 31;
        return static_cast<double>(hash % 2001) / 1000 - 1;
    }

    void add_copies(Frame& frame, std::size_t part, double t) const {
        if (playing_.reduced_motion) return;
        const Point home = boxes_[part].centre();
        for (const Flow& flow : flows_) {
            if (flow.part != part) continue;
            for (int copy = 0; copy < flow.many; ++copy) {
                const double since = t - flow.begins - flow.apart * copy;
                if (since <= 0 || since >= flow.travel) continue;
                const double share = since / flow.travel;
                Point at = along(flow.path, share);
                // Copies stray at both ends of the path and meet in the middle, where a pore may be.
                const double away = stray * std::abs(2 * share - 1);
                at.x += away * stray_of(part, copy);
                at.y += away * stray_of(part, copy + 97);
                const double edge = std::min(since, flow.travel - since) / (fade / 2);
                frame.parts.push_back({part, {at.x - home.x, at.y - home.y}, std::min(1.0, edge), 0});
            }
        }
    }

    const Figure& figure_;
    const content::Drawing& drawing_;
    const std::vector<Box>& boxes_;
    Playing playing_;
    State before_;
    State after_;
    std::vector<FigureChange> now_;
    std::vector<Flow> flows_;
    double seconds_ = 0;
};

} // namespace

std::vector<FlowMark> marks_of(const FlowPath& flow) {
    std::vector<FlowMark> marks;
    if (length(flow.points) <= 0) return marks;
    for (const double share : {0.25, 0.5, 0.75}) {
        const Point before = along(flow.points, share - 0.02);
        const Point beyond = along(flow.points, share + 0.02);
        const double turn = std::atan2(beyond.y - before.y, beyond.x - before.x);
        // Each flow keeps to its right, so that two that meet on one path have their own lanes.
        Point at = along(flow.points, share);
        at.x -= std::sin(turn) * lane;
        at.y += std::cos(turn) * lane;
        marks.push_back({at, turn * 180 / std::numbers::pi});
    }
    return marks;
}

Frame frame_at(const Figure& figure, const std::vector<Box>& boxes, const Playing& playing, std::size_t step,
               double seconds) {
    return Step(figure, boxes, playing, step).frame(seconds);
}

Frame still_of(const Figure& figure, const std::vector<Box>& boxes, const Playing& playing, std::size_t step) {
    const Step whole(figure, boxes, playing, step);
    return whole.frame(whole.seconds());
}

double seconds_of(const Figure& figure, const Playing& playing, std::size_t step) {
    return step == 0 ? 0 : figure.step_of(playing.variant, step - 1).seconds;
}

std::vector<double> readings_of(const Figure& figure, const Playing& playing, std::size_t step) {
    const std::vector<Box> nowhere(figure.drawing->parts.size());
    return Step(figure, nowhere, playing, step).end().gauges;
}

} // namespace chelate::figure
