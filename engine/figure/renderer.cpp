#include "engine/figure/renderer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <dlfcn.h>
#include <librsvg/rsvg.h>

#include "engine/figure/composition.hpp"

#ifdef __SANITIZE_ADDRESS__
// Fontconfig, which librsvg uses, keeps its settings until the process ends. LeakSanitizer looks for this name.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
#endif

namespace chelate::figure {
namespace {

/// The functions of librsvg and cairo that are used here.
struct Library {
    decltype(&::rsvg_handle_new_from_data) handle_new_from_data = nullptr;
    decltype(&::rsvg_handle_set_stylesheet) handle_set_stylesheet = nullptr;
    decltype(&::rsvg_handle_render_document) handle_render_document = nullptr;
    decltype(&::rsvg_handle_render_layer) handle_render_layer = nullptr;
    decltype(&::rsvg_handle_get_geometry_for_layer) handle_get_geometry_for_layer = nullptr;
    decltype(&::g_object_unref) object_unref = nullptr;
    decltype(&::cairo_image_surface_create) image_surface_create = nullptr;
    decltype(&::cairo_image_surface_get_data) image_surface_get_data = nullptr;
    decltype(&::cairo_image_surface_get_stride) image_surface_get_stride = nullptr;
    decltype(&::cairo_surface_flush) surface_flush = nullptr;
    decltype(&::cairo_surface_status) surface_status = nullptr;
    decltype(&::cairo_surface_destroy) surface_destroy = nullptr;
    decltype(&::cairo_surface_write_to_png_stream) surface_write_to_png_stream = nullptr;
    decltype(&::cairo_create) create = nullptr;
    decltype(&::cairo_destroy) destroy = nullptr;

    /// Returns the library, or null when it is not installed.
    static const Library* get() {
        static const Library library = load();
        return library.complete_ ? &library : nullptr;
    }

private:
    bool complete_ = false;

    static Library load() {
        Library library;
        // Both stay loaded: librsvg registers types that cannot be taken back. Cairo and GObject come with it.
        void* const rsvg = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
        if (rsvg == nullptr) return library;
        library.complete_ = true;
        const auto find = [&](auto& function, const char* name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(rsvg, name));
            library.complete_ = library.complete_ && function != nullptr;
        };
        find(library.handle_new_from_data, "rsvg_handle_new_from_data");
        find(library.handle_set_stylesheet, "rsvg_handle_set_stylesheet");
        find(library.handle_render_document, "rsvg_handle_render_document");
        find(library.handle_render_layer, "rsvg_handle_render_layer");
        find(library.handle_get_geometry_for_layer, "rsvg_handle_get_geometry_for_layer");
        find(library.object_unref, "g_object_unref");
        find(library.image_surface_create, "cairo_image_surface_create");
        find(library.image_surface_get_data, "cairo_image_surface_get_data");
        find(library.image_surface_get_stride, "cairo_image_surface_get_stride");
        find(library.surface_flush, "cairo_surface_flush");
        find(library.surface_status, "cairo_surface_status");
        find(library.surface_destroy, "cairo_surface_destroy");
        find(library.surface_write_to_png_stream, "cairo_surface_write_to_png_stream");
        find(library.create, "cairo_create");
        find(library.destroy, "cairo_destroy");
        return library;
    }
};

/// Pixels of cairo and what draws into them.
class Page {
public:
    Page(const Library& library, unsigned width, unsigned height)
        : library_(library),
          width_(width),
          height_(height),
          surface_(
              library.image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height))),
          pen_(library.create(surface_)) {}
    ~Page() {
        library_.destroy(pen_);
        library_.surface_destroy(surface_);
    }
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    [[nodiscard]] bool usable() const { return library_.surface_status(surface_) == CAIRO_STATUS_SUCCESS; }
    [[nodiscard]] cairo_t* pen() const { return pen_; }

    [[nodiscard]] Bitmap bitmap() const {
        library_.surface_flush(surface_);
        Bitmap bitmap{width_, height_, std::vector<std::uint8_t>(std::size_t{4} * width_ * height_)};
        const unsigned char* row = library_.image_surface_get_data(surface_);
        const int stride = library_.image_surface_get_stride(surface_);
        std::size_t at = 0;
        for (unsigned y = 0; y < height_; ++y, row += stride) {
            for (unsigned x = 0; x < width_; ++x) {
                std::uint32_t pixel = 0;
                std::copy_n(row + std::size_t{4} * x, 4, reinterpret_cast<unsigned char*>(&pixel));
                const std::uint32_t alpha = pixel >> 24;
                for (const int shift : {16, 8, 0}) {
                    const std::uint32_t colour = (pixel >> shift) & 255U;
                    bitmap.rgba[at++] =
                        static_cast<std::uint8_t>(alpha == 0 ? 0 : std::min(255U, (colour * 255 + alpha / 2) / alpha));
                }
                bitmap.rgba[at++] = static_cast<std::uint8_t>(alpha);
            }
        }
        return bitmap;
    }

    [[nodiscard]] Result<std::string> png() const {
        library_.surface_flush(surface_);
        std::string bytes;
        const auto add = [](void* closure, const unsigned char* part, unsigned length) {
            static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(part), length);
            return CAIRO_STATUS_SUCCESS;
        };
        if (library_.surface_write_to_png_stream(surface_, add, &bytes) != CAIRO_STATUS_SUCCESS)
            return fail("drawing-not-drawn");
        return bytes;
    }

private:
    const Library& library_;
    unsigned width_;
    unsigned height_;
    cairo_surface_t* surface_;
    cairo_t* pen_;
};

struct Unref {
    const Library* library;
    void operator()(RsvgHandle* handle) const { library->object_unref(handle); }
};
using HandlePointer = std::unique_ptr<RsvgHandle, Unref>;

HandlePointer handle_of(const Library& library, std::string_view svg) {
    return {library.handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr),
            Unref{&library}};
}

/// Draws a whole file into pixels of its own shape.
Result<std::unique_ptr<Page>> page_of(std::string_view svg, unsigned width, unsigned height) {
    const Library* library = Library::get();
    if (library == nullptr) return fail("no-librsvg");
    const HandlePointer handle = handle_of(*library, svg);
    const unsigned w = std::clamp(width, 1U, longest_side);
    const unsigned h = std::clamp(height, 1U, longest_side);
    auto page = std::make_unique<Page>(*library, w, h);
    const RsvgRectangle all{0, 0, static_cast<double>(w), static_cast<double>(h)};
    if (!handle || !page->usable() || !library->handle_render_document(handle.get(), page->pen(), &all, nullptr))
        return fail("drawing-not-drawn");
    return page;
}

} // namespace

struct Renderer::Handle {
    Handle(RsvgHandle* svg_in, content::Drawing drawing_in) : svg(svg_in), drawing(std::move(drawing_in)) {}
    ~Handle() { Library::get()->object_unref(svg); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    RsvgHandle* svg;
    content::Drawing drawing; ///< a copy, so that the renderer may outlive the pack
};

Renderer::Renderer(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

Result<Renderer> Renderer::open(const content::Drawing& drawing, const std::string& style) {
    const Library* library = Library::get();
    if (library == nullptr) return fail("no-librsvg");
    HandlePointer svg = handle_of(*library, svg_of(drawing));
    if (!svg || !library->handle_set_stylesheet(svg.get(), reinterpret_cast<const guint8*>(style.data()), style.size(),
                                                nullptr))
        return fail("drawing-not-drawn");
    Renderer renderer(std::make_unique<Handle>(svg.release(), drawing));
    const RsvgRectangle all{0, 0, drawing.width, drawing.height};
    for (const content::DrawingPart& part : drawing.parts) {
        RsvgRectangle ink{};
        RsvgRectangle logical{};
        if (!library->handle_get_geometry_for_layer(renderer.handle_->svg, ('#' + part.id).c_str(), &all, &ink,
                                                    &logical, nullptr))
            ink = logical = {};
        renderer.boxes_.push_back({{logical.x, logical.y}, logical.width, logical.height});
        renderer.inks_.push_back({{ink.x, ink.y}, ink.width, ink.height});
    }
    return renderer;
}

PartPlace Renderer::place(std::size_t index, double scale) const {
    const Box& ink = inks_[index];
    if (ink.width <= 0 && ink.height <= 0) return {};
    // One pixel more on each side, for smooth edges.
    const double left = std::floor(ink.corner.x * scale) - 1;
    const double top = std::floor(ink.corner.y * scale) - 1;
    const double right = std::ceil((ink.corner.x + ink.width) * scale) + 1;
    const double bottom = std::ceil((ink.corner.y + ink.height) * scale) + 1;
    const auto side = [](double length) {
        return static_cast<unsigned>(std::clamp(length, 1.0, double{longest_side}));
    };
    return {static_cast<int>(left), static_cast<int>(top), side(right - left), side(bottom - top)};
}

Bitmap Renderer::part(std::size_t index, double scale) const {
    const PartPlace at = place(index, scale);
    if (at.width == 0) return {};
    const content::Drawing& drawing = handle_->drawing;
    const Library& library = *Library::get();
    const Page page(library, at.width, at.height);
    const RsvgRectangle all{-static_cast<double>(at.x), -static_cast<double>(at.y), drawing.width * scale,
                            drawing.height * scale};
    if (!page.usable() ||
        !library.handle_render_layer(handle_->svg, page.pen(), ('#' + drawing.parts[index].id).c_str(), &all, nullptr))
        return {};
    return page.bitmap();
}

Result<Bitmap> draw(std::string_view svg, unsigned width, unsigned height) {
    auto page = page_of(svg, width, height);
    if (!page) return tl::unexpected(page.error());
    return (*page)->bitmap();
}

Result<std::string> png_of(std::string_view svg, unsigned width, unsigned height) {
    auto page = page_of(svg, width, height);
    if (!page) return tl::unexpected(page.error());
    return (*page)->png();
}

} // namespace chelate::figure
