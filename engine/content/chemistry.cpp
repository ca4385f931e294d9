#include "engine/content/chemistry.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace chelate::content {
namespace {

struct Element {
    std::string_view symbol;
    double weight; ///< g/mol
};

/// The five-digit "Abridged standard atomic weights 2021" of the IUPAC Commission on Isotopic Abundances and Atomic
/// Weights, sorted by symbol. Elements without a standard weight (technetium, polonium, ...) are not listed.
constexpr std::array elements = std::to_array<Element>({
    {"Ag", 107.87}, {"Al", 26.982}, {"Ar", 39.95},  {"As", 74.922}, {"Au", 196.97}, {"B", 10.81},   {"Ba", 137.33},
    {"Be", 9.0122}, {"Bi", 208.98}, {"Br", 79.904}, {"C", 12.011},  {"Ca", 40.078}, {"Cd", 112.41}, {"Ce", 140.12},
    {"Cl", 35.45},  {"Co", 58.933}, {"Cr", 51.996}, {"Cs", 132.91}, {"Cu", 63.546}, {"Dy", 162.50}, {"Er", 167.26},
    {"Eu", 151.96}, {"F", 18.998},  {"Fe", 55.845}, {"Ga", 69.723}, {"Gd", 157.25}, {"Ge", 72.630}, {"H", 1.0080},
    {"He", 4.0026}, {"Hf", 178.49}, {"Hg", 200.59}, {"Ho", 164.93}, {"I", 126.90},  {"In", 114.82}, {"Ir", 192.22},
    {"K", 39.098},  {"Kr", 83.798}, {"La", 138.91}, {"Li", 6.94},   {"Lu", 174.97}, {"Mg", 24.305}, {"Mn", 54.938},
    {"Mo", 95.95},  {"N", 14.007},  {"Na", 22.990}, {"Nb", 92.906}, {"Nd", 144.24}, {"Ne", 20.180}, {"Ni", 58.693},
    {"O", 15.999},  {"Os", 190.23}, {"P", 30.974},  {"Pa", 231.04}, {"Pb", 207.2},  {"Pd", 106.42}, {"Pr", 140.91},
    {"Pt", 195.08}, {"Rb", 85.468}, {"Re", 186.21}, {"Rh", 102.91}, {"Ru", 101.07}, {"S", 32.06},   {"Sb", 121.76},
    {"Sc", 44.956}, {"Se", 78.971}, {"Si", 28.085}, {"Sm", 150.36}, {"Sn", 118.71}, {"Sr", 87.62},  {"Ta", 180.95},
    {"Tb", 158.93}, {"Te", 127.60}, {"Th", 232.04}, {"Ti", 47.867}, {"Tl", 204.38}, {"Tm", 168.93}, {"U", 238.03},
    {"V", 50.942},  {"W", 183.84},  {"Xe", 131.29}, {"Y", 88.906},  {"Yb", 173.05}, {"Zn", 65.38},  {"Zr", 91.224},
});
static_assert(std::is_sorted(elements.begin(), elements.end(),
                             [](const Element& a, const Element& b) { return a.symbol < b.symbol; }));

const Element* find_element(std::string_view symbol) {
    const auto found = std::lower_bound(elements.begin(), elements.end(), symbol,
                                        [](const Element& e, std::string_view s) { return e.symbol < s; });
    return found != elements.end() && found->symbol == symbol ? &*found : nullptr;
}

/// The mass of a part of a formula, and of one element in it, in g/mol.
struct Mass {
    double total = 0;
    double of_element = 0;

    void add(const Mass& part, double times) {
        total += part.total * times;
        of_element += part.of_element * times;
    }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Parses a formula and adds up its mass. The grammar is:
/// formula = part {dot part}; part = [count] group {group}; group = (symbol | "(" group {group} ")") [count]
class FormulaReader {
public:
    FormulaReader(std::string_view formula, std::string_view element) : formula_(formula), element_(element) {}

    Result<Mass> read() {
        Mass whole;
        do {
            const double times = count();
            auto part = groups(0);
            if (!part) return part;
            whole.add(*part, times);
        } while (skip_dot());
        if (at_ != formula_.size()) return syntax_error();
        return whole;
    }

private:
    static constexpr int max_brackets = 8;

    [[nodiscard]] char here() const { return at_ < formula_.size() ? formula_[at_] : '\0'; }

    [[nodiscard]] tl::unexpected<Error> syntax_error() const {
        return fail("formula-syntax", {{"formula", std::string(formula_)}, {"position", std::to_string(at_ + 1)}});
    }

    bool skip_dot() {
        constexpr std::string_view middle_dot = "\xC2\xB7";
        if (here() == '.') {
            ++at_;
            return true;
        }
        if (!formula_.substr(at_).starts_with(middle_dot)) return false;
        at_ += middle_dot.size();
        return true;
    }

    /// Reads a count of at most four digits that does not start with 0. Returns 1 when there is no count. Any further
    /// digits stay unread, so the next read reports a syntax error.
    double count() {
        if (!is_digit(here()) || here() == '0') return 1;
        int number = 0;
        for (int digits = 0; digits < 4 && is_digit(here()); ++digits) number = number * 10 + (formula_[at_++] - '0');
        return number;
    }

    Result<Mass> groups(int brackets) {
        Mass sum;
        const std::size_t begin = at_;
        while (is_upper(here()) || here() == '(') {
            auto group = here() == '(' ? bracket(brackets) : symbol();
            if (!group) return group;
            sum.add(*group, count());
        }
        if (at_ == begin) return syntax_error();
        return sum;
    }

    Result<Mass> bracket(int brackets) {
        if (brackets == max_brackets) return syntax_error();
        ++at_;
        auto inside = groups(brackets + 1);
        if (!inside) return inside;
        if (here() != ')') return syntax_error();
        ++at_;
        return inside;
    }

    Result<Mass> symbol() {
        const std::size_t begin = at_++;
        while (is_lower(here())) ++at_;
        const std::string_view name = formula_.substr(begin, at_ - begin);
        const Element* element = find_element(name);
        if (element == nullptr) {
            return fail("unknown-element", {{"formula", std::string(formula_)}, {"element", std::string(name)}});
        }
        return Mass{element->weight, name == element_ ? element->weight : 0};
    }

    std::string_view formula_;
    std::string_view element_;
    std::size_t at_ = 0;
};

} // namespace

Result<double> molar_mass(std::string_view formula) {
    return FormulaReader(formula, "").read().map([](const Mass& mass) { return mass.total; });
}

Result<double> mass_share(std::string_view formula, std::string_view element) {
    if (find_element(element) == nullptr) {
        return fail("unknown-element", {{"formula", std::string(formula)}, {"element", std::string(element)}});
    }
    return FormulaReader(formula, element).read().map([](const Mass& mass) {
        return 100.0 * mass.of_element / mass.total;
    });
}

} // namespace chelate::content
