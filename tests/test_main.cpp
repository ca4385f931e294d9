// The main function of every test executable. It also writes the list of its cases for ctest.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <filesystem>
#include <iostream>
#include <string>

namespace {

std::string in_brackets(const std::string& text) { return "[====[" + text + "]====]"; }

/// A reporter that says nothing.
class SilentReporter : public doctest::IReporter {
public:
    void report_query(const doctest::QueryData&) override {}
    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats&) override {}
    void test_case_start(const doctest::TestCaseData&) override {}
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override {}
    void test_case_exception(const doctest::TestCaseException&) override {}
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData&) override {}
    void log_message(const doctest::MessageData&) override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}
};

/// Writes one add_test() for each listed case, named after its module and its sentence. doctest's own script for this
/// takes a semicolon in a sentence for the end of a name.
class CtestReporter : public SilentReporter {
public:
    explicit CtestReporter(const doctest::ContextOptions& options) : out_(*options.cout) {}

    void report_query(const doctest::QueryData& query) override {
        const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe");
        const std::string module = program.filename().string().substr(std::string("test_").size());
        for (unsigned i = 0; i < query.num_data; ++i) {
            const std::string sentence = query.data[i]->m_name;
            std::string filter; // doctest splits a filter at commas
            for (const char c : sentence) filter += c == ',' ? std::string("\\,") : std::string(1, c);
            const std::string name = in_brackets(module + ": " + sentence);
            out_ << "add_test(" << name << ' ' << in_brackets(program.string()) << ' '
                 << in_brackets("--test-case=" + filter) << ")\n"
                 << "set_tests_properties(" << name << " PROPERTIES TIMEOUT 1800 WORKING_DIRECTORY "
                 << in_brackets(std::filesystem::current_path().string()) << ")\n";
        }
    }

private:
    std::ostream& out_;
};

/// Counts the cases that ran. A filter that fits none would otherwise look like a success.
class CaseCounter : public SilentReporter {
public:
    static inline unsigned cases = 0;

    explicit CaseCounter(const doctest::ContextOptions&) {}

    void test_run_end(const doctest::TestRunStats& run) override { cases = run.numTestCasesPassingFilters; }
};

REGISTER_REPORTER("ctest", 1, CtestReporter);
REGISTER_LISTENER("cases", 1, CaseCounter);

} // namespace

int main(int count, char** arguments) {
    doctest::Context context(count, arguments);
    const int failed = context.run();
    if (context.shouldExit()) return failed;
    if (CaseCounter::cases == 0) {
        std::cerr << "no test case has this name\n";
        return 1;
    }
    return failed;
}
