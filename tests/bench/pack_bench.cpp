// Measures the time and memory needed to read and check a pack of 100,000 facts and questions, compared with a bare
// parse of the same bytes by nlohmann::json. Each run is a process of its own, because peak memory is measured per
// process.
//
//   pack_bench                      makes the pack, runs both ways, prints times, peaks and ratios as one line of JSON
//   pack_bench make <folder>        makes the pack and stops
//   pack_bench reader|dom <folder>  makes one run; prints milliseconds, peak kB and kB before the run
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/base/rng.hpp"
#include "engine/content/reader.hpp"
#include "engine/json/document.hpp"

namespace {

namespace fs = std::filesystem;

constexpr int questions = 16'000;
constexpr int knowledge = 84'000; ///< facts
constexpr int runs = 5;

/// Returns a text of about `length` bytes. One word in 40 is not ASCII, as in a real pack.
std::string prose(chelate::Rng& rng, std::size_t length) {
    static constexpr std::array<std::string_view, 10> words{"magnesium", "the",    "absorbed", "of",    "transport",
                                                            "kidney",    "slowly", "holds",    "share", "compound"};
    std::string text;
    while (text.size() < length) {
        if (!text.empty()) text += ' ';
        text += rng.below(40) == 0 ? std::string_view("Mg\u00b2\u207a") : words[rng.below(words.size())];
    }
    return text;
}

/// Writes items into files of at most 1 MiB and remembers their names for the manifest.
class PackFolder {
public:
    explicit PackFolder(fs::path folder) : folder_(std::move(folder)) { fs::create_directories(folder_); }

    void add(const std::string& array, const std::string& item) {
        if (array != array_ || text_.size() + item.size() + 16 > chelate::json::max_bytes) {
            close_file();
            array_ = array;
            text_ = "{\n  \"" + array + "\": [\n";
        } else {
            text_ += ",\n";
        }
        text_ += item;
    }

    void finish(std::string manifest) {
        close_file();
        std::string list;
        for (const std::string& name : files_) list += (list.empty() ? "\"" : ", \"") + name + '"';
        manifest += "  \"files\": [" + list + "]\n}\n";
        write("pack.json", manifest);
    }

private:
    void close_file() {
        if (text_.empty()) return;
        const std::string name = "part" + std::to_string(files_.size() + 1) + ".json";
        write(name, text_ + "\n  ]\n}\n");
        files_.push_back(name);
        text_.clear();
    }
    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

    fs::path folder_;
    std::string array_;
    std::string text_;
    std::vector<std::string> files_;
};

std::string question(chelate::Rng& rng, int number) {
    const std::string n = std::to_string(number);
    const auto any_fact = [&] { return "\"fact" + std::to_string(rng.below(knowledge)) + "\""; };
    std::string text = "    {\n      \"id\": \"question/" + n +
                       "\",\n      \"kind\": \"single\",\n      \"topic\": \"t" + std::to_string(number % 8) +
                       "\",\n      \"prompt\": \"" + prose(rng, 110) + " " + n + "?\",\n      \"choices\": [\n";
    const auto right = rng.below(4);
    for (std::uint64_t i = 0; i < 4; ++i) {
        text += "        {\"text\": \"" + prose(rng, 32) + " " + std::to_string(i) + "\", ";
        if (i == right) text += "\"right\": true}";
        else text += "\"why\": \"" + prose(rng, 70) + ".\", \"fact\": " + any_fact() + "}";
        text += i < 3 ? ",\n" : "\n      ],\n";
    }
    text += "      \"explanation\": \"" + prose(rng, 230) +
            ".\\nSee \\\"notes\\\".\",\n      \"difficulty\": " + std::to_string(1 + rng.below(3)) +
            ",\n      \"facts\": [" + any_fact() + "]\n    }";
    return text;
}

void make_pack(const fs::path& folder) {
    chelate::Rng rng{20'26};
    PackFolder pack(folder);
    pack.add("sources", R"(    {"id": "s", "kind": "reference", "authors": "A", "title": "T", "checked": "whole"})");
    pack.add("attributes", R"(    {"id": "a", "name": "share", "unit": "%", "type": "number", "decimals": 1})");
    for (int i = 0; i < 200; ++i) {
        const std::string n = std::to_string(i);
        pack.add("subjects", R"(    {"id": "subject)" + n + R"(", "group": "g", "name": "subject )" + n +
                                 R"(", "short": "s)" + n + "\"}");
    }
    for (int i = 0; i < knowledge; ++i) {
        pack.add("facts", R"(    {"id": "fact)" + std::to_string(i) + R"(", "subject": "subject)" +
                              std::to_string(i % 200) + R"(", "attribute": "a", "topic": "t)" + std::to_string(i % 8) +
                              R"(", "value": )" + std::to_string(i) + R"(.5, "askable": true, "sources": ["s"]})");
    }
    for (int i = 0; i < questions; ++i) pack.add("questions", question(rng, i));
    std::string topics;
    for (int i = 0; i < 8; ++i) {
        topics += std::string(i == 0 ? "" : ", ") + R"({"id": "t)" + std::to_string(i) + R"(", "name": "Topic"})";
    }
    pack.finish("{\n  \"format\": 1,\n  \"id\": \"bench\",\n  \"name\": \"Bench\",\n  \"version\": \"1\",\n"
                "  \"language\": \"en\",\n  \"about\": \"Made by pack_bench.\",\n  \"disclaimer\": \"None.\",\n"
                "  \"words\": {\"true\": \"True\", \"false\": \"False\", \"supported\": \"S\", \"mixed\": \"M\", "
                "\"weak\": \"W\", \"contradicted\": \"C\", \"traditional\": \"T\"},\n  \"topics\": [" +
                topics + "],\n");
}

/// Returns the most memory this process has used so far, in kB (VmHWM of proc(5)).
long peak_kb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::strtol(line.c_str() + 6, nullptr, 10);
    }
    return 0;
}

bool run_reader(const fs::path& folder) {
    const auto reading = chelate::content::read_pack(folder);
    return reading.pack && reading.problems.empty() && reading.pack->questions.size() == questions;
}

bool run_dom(const fs::path& folder) {
    std::vector<nlohmann::json> kept;
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::string text(fs::file_size(entry.path()), '\0');
        file.read(text.data(), static_cast<std::streamsize>(text.size()));
        kept.push_back(nlohmann::json::parse(text));
    }
    return !kept.empty();
}

int run_once(const std::string& how, const fs::path& folder) {
    const long before = peak_kb();
    const auto begin = std::chrono::steady_clock::now();
    const bool good = how == "reader" ? run_reader(folder) : run_dom(folder);
    const auto time = std::chrono::steady_clock::now() - begin;
    std::cout << std::chrono::duration<double, std::milli>(time).count() << ' ' << peak_kb() << ' ' << before << '\n';
    return good ? 0 : 1;
}

struct Measured {
    double milliseconds = 0;
    double peak_kb = 0;  ///< of the whole process
    double grown_kb = 0; ///< above what the process used before
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Measured measure(const std::string& plan, const std::string& how, const fs::path& folder) {
    std::vector<double> times;
    std::vector<double> peaks;
    std::vector<double> grown;
    for (int i = 0; i < runs; ++i) {
        std::FILE* pipe = ::popen(("'" + plan + "' " + how + " '" + folder.string() + "'").c_str(), "r");
        double time = 0;
        double peak = 0;
        double before = 0;
        const bool read = pipe != nullptr && std::fscanf(pipe, "%lf %lf %lf", &time, &peak, &before) == 3;
        if (pipe == nullptr || ::pclose(pipe) != 0 || !read) {
            std::cerr << how << " failed\n";
            std::exit(1);
        }
        times.push_back(time);
        peaks.push_back(peak);
        grown.push_back(peak - before);
    }
    return {median(times), median(peaks), median(grown)};
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (args.size() == 2 && args[0] == "make") {
        make_pack(args[1]);
        return 0;
    }
    if (args.size() == 2) return run_once(args[0], args[1]);
    std::string name = (fs::temp_directory_path() / "chelate-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) return 1;
    const fs::path folder = name;
    make_pack(folder);
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(folder)) bytes += fs::file_size(entry.path());
    const std::string plan = fs::canonical("/proc/self/exe").string();
    const Measured dom = measure(plan, "dom", folder);
    const Measured reader = measure(plan, "reader", folder);
    fs::remove_all(folder);
    std::printf("{\"bench\":\"read_pack\",\"questions\":%d,\"megabytes\":%.1f,\"reader_ms\":%.1f,\"dom_ms\":%.1f,"
                "\"time_ratio\":%.3f,"
                "\"reader_peak_kb\":%.0f,\"dom_peak_kb\":%.0f,\"peak_ratio\":%.3f}\n",
                questions, static_cast<double>(bytes) / 1e6, reader.milliseconds, dom.milliseconds,
                reader.milliseconds / dom.milliseconds, reader.peak_kb, dom.peak_kb, reader.peak_kb / dom.peak_kb);
    return 0;
}
