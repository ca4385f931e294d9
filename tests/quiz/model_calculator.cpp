#include "tests/quiz/model_calculator.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace chelate::test {
namespace {

/// Calculates while it reads, one function for each level of precedence, the loosest first.
class Calculator {
public:
    Calculator(const std::string& text, const std::map<std::string, double>& values) : text_(text), values_(values) {}

    double whole() {
        const double value = choice();
        skip_blanks();
        if (at_ != text_.size()) throw std::runtime_error("the expression goes on after its end");
        return value;
    }

private:
    double choice() {
        const double condition = any_of();
        if (!takes("?")) return condition;
        const double yes = choice();
        needs(":");
        const double no = choice();
        return condition != 0 ? yes : no;
    }
    double any_of() {
        double value = all_of();
        while (takes("||")) {
            const double other = all_of();
            value = value != 0 || other != 0 ? 1 : 0;
        }
        return value;
    }
    double all_of() {
        double value = comparison();
        while (takes("&&")) {
            const double other = comparison();
            value = value != 0 && other != 0 ? 1 : 0;
        }
        return value;
    }
    double comparison() {
        const double left = sum();
        for (const std::string_view sign : {"<=", ">=", "==", "!=", "<", ">"}) {
            if (!takes(sign)) continue;
            const double right = sum();
            const bool is_less = left < right;
            const bool is_equal = left == right;
            if (sign == "<=") return is_less || is_equal ? 1 : 0;
            if (sign == ">=") return !is_less ? 1 : 0;
            if (sign == "==") return is_equal ? 1 : 0;
            if (sign == "!=") return !is_equal ? 1 : 0;
            return (sign == "<" ? is_less : !is_less && !is_equal) ? 1 : 0;
        }
        return left;
    }
    double sum() {
        double value = product();
        while (true) {
            if (takes("+")) value += product();
            else if (takes("-")) value -= product();
            else return value;
        }
    }
    double product() {
        double value = signed_power();
        while (true) {
            if (takes("*")) value *= signed_power();
            else if (takes("/")) value /= signed_power();
            else return value;
        }
    }
    double signed_power() {
        if (takes("-")) return -signed_power();
        if (takes("+")) return signed_power();
        const double base = atom();
        return takes("^") ? std::pow(base, signed_power()) : base;
    }
    double atom() {
        if (takes("(")) {
            const double value = choice();
            needs(")");
            return value;
        }
        skip_blanks();
        if (at_ < text_.size() && (std::isdigit(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '.')) {
            std::size_t length = 0;
            const double value = std::stod(text_.substr(at_), &length);
            at_ += length;
            return value;
        }
        return named();
    }
    double named() {
        const std::size_t from = at_;
        while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_'))
            ++at_;
        const std::string name = text_.substr(from, at_ - from);
        if (!takes("(")) return values_.at(name);
        std::vector<double> given{choice()};
        while (takes(",")) given.push_back(choice());
        needs(")");
        if (name == "exp") return std::exp(given.at(0));
        if (name == "log") return std::log(given.at(0));
        if (name == "pow") return std::pow(given.at(0), given.at(1));
        if (name == "min") return std::min(given.at(0), given.at(1));
        if (name == "max") return std::max(given.at(0), given.at(1));
        throw std::runtime_error("no function " + name);
    }

    void skip_blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    bool takes(std::string_view sign) {
        skip_blanks();
        if (!std::string_view(text_).substr(at_).starts_with(sign)) return false;
        at_ += sign.size();
        return true;
    }
    void needs(std::string_view sign) {
        if (!takes(sign)) throw std::runtime_error("a sign is missing");
    }

    const std::string& text_;
    const std::map<std::string, double>& values_;
    std::size_t at_ = 0;
};

} // namespace

double calculated(const std::string& expression, const std::map<std::string, double>& values) {
    return Calculator(expression, values).whole();
}

std::map<std::string, double> calculated(const content::Model& model, std::map<std::string, double> values) {
    std::map<std::string, double> outputs;
    for (const content::ModelOutput& output : model.outputs) {
        const double value = calculated(output.expression, values);
        values[output.id] = value;
        if (std::isfinite(value)) outputs[output.id] = value;
    }
    return outputs;
}

} // namespace chelate::test
