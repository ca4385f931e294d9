#include "engine/content/expression.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

#include <muParserBase.h>

#include "engine/base/text.hpp"

namespace chelate::content {
namespace {

constexpr std::string_view name_letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
constexpr std::string_view signs = " .+-*/^(),?:<>=!&|";
constexpr std::size_t longest_name_in_expression = 40;
constexpr std::array<std::string_view, 5> functions{"exp", "log", "pow", "min", "max"};

mu::value_type exponential(mu::value_type number) { return std::exp(number); }
mu::value_type logarithm(mu::value_type number) {
    return number > 0 ? std::log(number) : std::numeric_limits<mu::value_type>::quiet_NaN();
}
mu::value_type power(mu::value_type base, mu::value_type exponent) { return std::pow(base, exponent); }
mu::value_type smaller(mu::value_type a, mu::value_type b) { return std::isnan(b) || b < a ? b : a; }
mu::value_type larger(mu::value_type a, mu::value_type b) { return std::isnan(b) || b > a ? b : a; }
mu::value_type negated(mu::value_type number) { return -number; }

/// Reads a number such as 3.57 or 2e-3. muParser's own reader depends on a locale.
int read_number(const mu::char_type* text, int* at, mu::value_type* number) {
    if (*text != '.' && (*text < '0' || *text > '9')) return 0;
    const auto [end, error] = std::from_chars(text, text + std::char_traits<char>::length(text), *number);
    if (end == text) return 0;
    if (error == std::errc::result_out_of_range) *number = std::numeric_limits<mu::value_type>::quiet_NaN();
    *at += static_cast<int>(end - text);
    return 1;
}

/// A parser with only what Expression promises. muParser's own parser knows more functions, and reads more.
class Arithmetic : public mu::ParserBase {
public:
    Arithmetic() {
        AddValIdent(read_number);
        InitCharSets();
        InitFun();
        InitOprt();
    }
    void InitCharSets() override {
        DefineNameChars(std::string(name_letters).c_str());
        DefineOprtChars("+-*/^?<>=!&|");
        DefineInfixOprtChars("-+");
    }
    void InitFun() override {
        DefineFun("exp", exponential);
        DefineFun("log", logarithm);
        DefineFun("pow", power);
        DefineFun("min", smaller);
        DefineFun("max", larger);
    }
    void InitConst() override {}
    void InitOprt() override { DefineInfixOprt("-", negated); }
};

/// Returns where the text first leaves what an expression may contain, and why; an empty reason: nowhere.
std::pair<std::size_t, std::string> fault_of_characters(const std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (name_letters.find(text[at]) == std::string_view::npos && signs.find(text[at]) == std::string_view::npos)
            return {at, "an expression has only lowercase names, numbers, brackets and arithmetic signs"};
        if (text[at] != '=') continue;
        const bool ends_sign = at > 0 && std::string_view("<>!=").find(text[at - 1]) != std::string_view::npos;
        const bool starts_sign = at + 1 < text.size() && text[at + 1] == '=';
        if (!ends_sign && !starts_sign) return {at, "'=' gives a name a value; to compare, write '=='"};
    }
    return {0, {}};
}

/// Returns what is wrong, as the end of a message.
std::string reason_of(const mu::ParserError& error, const std::vector<std::string>& names) {
    const std::string token = "'" + error.GetToken() + "'";
    switch (error.GetCode()) {
    case mu::ecUNASSIGNABLE_TOKEN: {
        std::vector<std::string> known = names;
        known.insert(known.end(), functions.begin(), functions.end());
        const std::size_t end = error.GetToken().find_first_not_of(name_letters);
        const std::string name = error.GetToken().substr(0, end);
        const auto near = nearest(name, known);
        return "'" + name + "' is no input, no earlier output and no function" +
               (near ? "; did you mean '" + *near + "'?" : "");
    }
    case mu::ecEMPTY_EXPRESSION:
    case mu::ecUNEXPECTED_EOF: return "the expression ends too early";
    case mu::ecUNEXPECTED_PARENS:
    case mu::ecMISSING_PARENS: return "a bracket has no partner or is in the wrong place";
    case mu::ecTOO_MANY_PARAMS: return "there are too many values for a function";
    case mu::ecTOO_FEW_PARAMS: return "there are too few values for a function";
    case mu::ecUNEXPECTED_CONDITIONAL:
    case mu::ecMISSING_ELSE_CLAUSE:
    case mu::ecMISPLACED_COLON: return "'?' and ':' belong together, as in 'a > b ? a : b'";
    default: return error.GetToken().empty() ? "this cannot be calculated" : token + " cannot be here";
    }
}

} // namespace

/// A parser with the values that its names are bound to.
struct Expression::Compiled {
    std::unique_ptr<mu::ParserBase> parser = std::make_unique<Arithmetic>();
    std::vector<double> values{};
    std::vector<std::size_t> used{};
};

bool is_expression_name(const std::string& text) {
    return !text.empty() && text.size() <= longest_name_in_expression && text.front() >= 'a' && text.front() <= 'z' &&
           text.find_first_not_of(name_letters) == std::string::npos &&
           std::find(functions.begin(), functions.end(), text) == functions.end();
}

Result<Expression> Expression::compile(const std::string& text, const std::vector<std::string>& names) {
    const auto refuse = [&](std::size_t at, const std::string& reason) {
        return fail("bad-expression", {{"at", std::to_string(std::min(at, text.size()))}, {"reason", reason}});
    };
    if (text.size() > longest_expression) return refuse(longest_expression, "an expression has at most 500 characters");
    if (const auto [at, reason] = fault_of_characters(text); !reason.empty()) return refuse(at, reason);
    auto compiled = std::make_shared<Compiled>();
    compiled->values.resize(names.size());
    try {
        for (std::size_t i = 0; i < names.size(); ++i) compiled->parser->DefineVar(names[i], &compiled->values[i]);
        compiled->parser->SetExpr(text);
        (void)compiled->parser->Eval(); // reads the whole text
        if (compiled->parser->GetNumResults() != 1) return refuse(0, "an expression has one result");
        for (const auto& [name, value] : compiled->parser->GetUsedVar())
            compiled->used.push_back(static_cast<std::size_t>(value - compiled->values.data()));
    } catch (const mu::ParserError& error) {
        const int at = error.GetPos();
        return refuse(at < 0 ? text.size() : static_cast<std::size_t>(at), reason_of(error, names));
    }
    std::sort(compiled->used.begin(), compiled->used.end());
    Expression made;
    made.compiled_ = std::move(compiled);
    return made;
}

double Expression::value_at(const std::vector<double>& values) const {
    std::copy(values.begin(), values.end(), compiled_->values.begin());
    try {
        return compiled_->parser->Eval();
    } catch (const mu::ParserError&) { // muParser finds some faults only while it evaluates
        return std::numeric_limits<double>::quiet_NaN();
    }
}

const std::vector<std::size_t>& Expression::used() const { return compiled_->used; }

} // namespace chelate::content
