// Builds packs of any size in memory, for tests and benchmarks of how work grows with a pack.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "engine/content/pack.hpp"

namespace chelate::test {

/// Returns a pack with one source, one topic and one number for each of some things, which are called "thing 0" and so
/// on. Every number may be asked.
/// @param values  the numbers, in the order of the things
inline content::Pack pack_of_values(const std::vector<double>& values) {
    content::Pack pack;
    pack.id = "large";
    pack.language = "en";
    pack.words.true_word = "True";
    pack.words.false_word = "False";
    pack.topics = {{content::TopicId{"t"}, "Topic"}};
    content::Source source;
    source.id = content::SourceId{"s"};
    source.title = "Source";
    source.checked = content::Checked::whole;
    pack.sources.emplace(source.id, source);
    content::Attribute attribute;
    attribute.id = content::AttributeId{"v"};
    attribute.name = "value";
    attribute.unit = "%";
    pack.attributes.emplace(attribute.id, attribute);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string number = std::to_string(i);
        content::Subject subject;
        subject.id = content::SubjectId{"s" + number};
        subject.group = "g";
        subject.name = "thing " + number;
        subject.short_name = "t" + number;
        pack.subjects.emplace(subject.id, subject);
        content::Fact fact;
        fact.id = content::FactId{"s" + number + ".v"};
        fact.subject = subject.id;
        fact.attribute = attribute.id;
        fact.topic = content::TopicId{"t"};
        fact.value = values[i];
        fact.askable = true;
        fact.sources = {source.id};
        pack.facts.emplace(fact.id, std::move(fact));
    }
    return pack;
}

/// Returns the values 1, 2, ... `count`.
inline std::vector<double> rising(std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<double>(i + 1));
    return values;
}

/// Adds a template for the values of such a pack and a round that asks only it. Returns the round.
inline const content::Round& add_template(content::Pack& pack, content::TemplateKind kind, int count = 4) {
    content::Template made;
    made.id = content::TemplateId{std::string(content::row_of(kind).name)};
    made.kind = kind;
    made.prompt = "Which: {value}{threshold}?";
    made.explanation = "{ranking}{value}.";
    made.option = "{amount} of {subject}";
    made.group = "g";
    made.attribute = content::AttributeId{"v"};
    made.count = count;
    made.to = 1e6;
    made.unit = "mg";
    content::Round round;
    round.id = content::RoundId{made.id.value};
    round.name = "Round";
    round.templates = {made.id};
    pack.templates.emplace(made.id, std::move(made));
    pack.rounds.push_back(std::move(round));
    return pack.rounds.back();
}

} // namespace chelate::test
