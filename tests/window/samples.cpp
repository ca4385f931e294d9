#include "tests/window/samples.hpp"

namespace chelate::samples {
namespace {

using namespace screens;

const Look glycinate{1, "circle", "Gl"};
const Look citrate{2, "diamond", "Ci"};
const Look oxide{3, "square", "Ox"};
const Look threonate{4, "hexagon", "Th"};

const char* disclaimer =
    "For learning only. Chelate gives no medical advice; ask a professional before you take anything.";

HomeModel home() {
    HomeModel m;
    m.title = "Chelate";
    m.tagline = "What magnesium does, which form does what, and how well anyone knows.";
    m.greeting = "Playing as Ada Lovelace-Żółć";
    m.resume = Button{"Continue", "Forms of magnesium, question 4 of 10", true};
    m.rounds_heading = "Rounds";
    m.rounds = {{"Forms of magnesium", "How much magnesium is in it, how it dissolves, what it was tested for.",
                 "10 questions", "Best 8,600 of 10,000"},
                {"Mechanisms", "Put the steps in order: from the NMDA receptor to Ca²⁺ and back.", "8 questions",
                 "Best 5,120 of 8,000"},
                {"Claims and evidence", "Supported, mixed, weak or contradicted? What the sources really say.",
                 "12 questions", ""},
                {"Everything", "A bit of each, newly shuffled every time.", "20 questions", ""}};
    m.corner = {"Your own round", "Compare", "Look up", "Players", "Settings", "Keys"};
    m.looks = {glycinate, citrate, oxide, threonate};
    m.look_names = {"glycinate", "citrate", "oxide", "L-threonate"};
    m.disclaimer = disclaimer;
    m.focus = 0;
    return m;
}

QuestionModel question() {
    QuestionModel m;
    m.round = "Forms of magnesium";
    m.counter = "Question 3 of 10";
    m.progress = 0.2;
    m.score = "2,000 points";
    m.topic = "Mechanisms";
    m.prompt = "At resting potential, why does glutamate alone not open the NMDA receptor to Ca²⁺?";
    m.instruction = "Choose one";
    m.answer = ChoiceModel{{{"1", "The receptor needs two glycine ions, not glutamate", {}},
                            {"2", "A Mg²⁺ ion blocks the pore until ΔV ≥ +30 mV", {}},
                            {"3", "Na⁺ has to leave through AMPA receptors first", {}},
                            {"4", "β-subunits close the gate at µM Ca²⁺ levels", {}}}};
    m.focus = 1;
    return m;
}

ImageModel picture(const char* file, const char* alt) {
    return {std::string(CHELATE_SOURCE_DIR "/tests/support/pictures/pictures/") + file, alt};
}

QuestionModel pictured_question(const char* file) {
    QuestionModel m = question();
    m.image = picture(file, "A green leaf with a red line along its middle");
    return m;
}

QuestionModel pictured_choices() {
    QuestionModel m = question();
    m.answer =
        ChoiceModel{{{"1", "Its main vein", {}, {}, picture("triangle.png", "A green triangle")},
                     {"2", "A crack that is described at some length here", {}, {}, picture("leaf.jpg", "A leaf")},
                     {"3", "A shadow", {}, {}, picture("tall.png", "A tall hexagon")},
                     {"4", "An insect", glycinate, {}, picture("missing.png", "A beetle with six legs")}}};
    return m;
}

QuestionModel pictured_card() {
    QuestionModel m = pictured_question("tall.png");
    m.answer = ReadModel{};
    m.instruction.clear();
    m.check = "Continue";
    return m;
}

QuestionModel subject_question() {
    QuestionModel m = question();
    m.topic = "Chemistry";
    m.prompt = "Which form is 60.3 % magnesium by mass?";
    m.answer = ChoiceModel{{{"1", "magnesium bisglycinate", glycinate},
                            {"2", "magnesium citrate", citrate},
                            {"3", "magnesium oxide", oxide},
                            {"4", "magnesium L-threonate", threonate}}};
    m.focus = 2;
    return m;
}

QuestionModel long_question() {
    QuestionModel m = question();
    m.topic = "Evidence";
    m.prompt = "Adults with mild sleep complaints took 250 mg of elemental magnesium as bisglycinate for four weeks. "
               "What did the randomised, "
               "placebo-controlled trial find for the Insomnia Severity Index?";
    m.answer = ChoiceModel{{{"1",
                             "A small but statistically significant improvement against placebo, of about one and a "
                             "half points on a scale that runs from 0 to 28",
                             {}},
                            {"2", "No difference at all between the groups at any time", {}},
                            {"3",
                             "A large effect, comparable to that of prescribed sleep medicines, which appeared within "
                             "the first two nights",
                             {}},
                            {"4", "An effect in people under thirty alone", {}},
                            {"5", "It was stopped early because of harm", {}}}};
    m.focus = 4;
    return m;
}

QuestionModel compare_question() {
    QuestionModel m = question();
    m.topic = "Chemistry";
    m.prompt = "Which has more magnesium by mass?";
    m.answer = ChoiceModel{{{"1", "anhydrous magnesium bisglycinate", glycinate}, {"2", "magnesium oxide", oxide}}};
    m.focus = 0;
    return m;
}

QuestionModel true_false() {
    QuestionModel m = question();
    m.topic = "Basics";
    m.prompt = "Magnesium is a cofactor in more than 300 enzyme systems of the human body.";
    m.instruction = "True or false?";
    m.answer = ChoiceModel{{{"1", "True", {}}, {"2", "False", {}}}};
    m.focus = 0;
    return m;
}

QuestionModel order_question() {
    QuestionModel m;
    m.round = "Mechanisms";
    m.counter = "Question 7 of 8";
    m.progress = 0.75;
    m.score = "5,120 points";
    m.topic = "Neuron";
    m.prompt = "How the plug in the NMDA receptor lets calcium in";
    m.instruction = "Put what happens first at the top";
    m.answer = OrderModel{{{"1", "Strong depolarisation pushes the Mg²⁺ ion out", {}},
                           {"2", "A Mg²⁺ ion sits in the pore at rest", {}},
                           {"3", "Calcium and sodium enter", {}},
                           {"4", "Glutamate and glycine bind, little current flows", {}},
                           {"5", "The membrane repolarises, the plug returns", {}}},
                          "First",
                          "Last"};
    m.check_focus = 5;
    m.check = "Check the order";
    m.focus = 1;
    return m;
}

QuestionModel tick_question() {
    QuestionModel m = question();
    m.instruction = "Tick all that are right";
    m.answer = TickModel{std::get<ChoiceModel>(m.answer).choices, {false, true, false, true}};
    m.check = "Check the ticks";
    m.check_focus = 4;
    return m;
}

QuestionModel assign_question() {
    QuestionModel m = question();
    m.prompt = "Match each pure compound with its magnesium by mass.";
    m.answer = AssignModel{{{"", "magnesium bisglycinate", glycinate}, {"", "magnesium oxide", oxide}},
                           {1, -1},
                           {{"1", "60.3 %", {}}, {"2", "14.1 %", {}}},
                           1};
    m.check = "Check the pairs";
    m.check_focus = 4;
    return m;
}

QuestionModel number_question() {
    QuestionModel m = question();
    m.answer = NumberModel{{"41", 2, ""}, "%", "0 %", "100 %", 0.41};
    m.keys = Keys::slide;
    m.check = "Check the number";
    m.check_focus = 1;
    m.focus = 0;
    return m;
}

QuestionModel text_question() {
    QuestionModel m = number_question();
    m.answer = TextModel{{"glycine", 4, ""}};
    m.keys = Keys::type;
    m.check = "Check the answer";
    return m;
}

RevealModel reveal() {
    RevealModel m;
    m.round = "Forms of magnesium";
    m.counter = "Question 3 of 10";
    m.progress = 0.3;
    m.score = "2,640 points";
    m.outcome = Mark::right;
    m.verdict = "Right";
    m.award = "640 = 1,000 × 0.64";
    m.saved = true;
    m.saved_text = "Saved";
    m.prompt = "At resting potential, why does glutamate alone not open the NMDA receptor to Ca²⁺?";
    m.answer = MarkedChoices{
        {{{"1", "The receptor needs two glycine ions, not glutamate", {}},
          Mark::none,
          false,
          "",
          "Glycine is a co-agonist, and no ion."},
         {{"2", "A Mg²⁺ ion blocks the pore until ΔV ≥ +30 mV", {}}, Mark::right, true, "Your answer, right", ""},
         {{"3", "Na⁺ has to leave through AMPA receptors first", {}},
          Mark::none,
          false,
          "",
          "Na⁺ enters through AMPA receptors; it does not leave."},
         {{"4", "β-subunits close the gate at µM Ca²⁺ levels", {}}, Mark::none, false, "", ""}}};
    m.why_heading = "Why";
    m.why = "At rest a magnesium ion from outside the cell sits in the channel's pore. Glutamate and glycine open the "
            "gate, but only a strong "
            "depolarisation pushes the plug out so that Ca²⁺ can enter.";
    m.badges = {{"Certainty", "high", "Further work is very unlikely to change this."},
                {"Seen in", "cells", "Single-channel recordings, repeated in many laboratories."},
                {"Applies to", "magnesium in general", "No form is meant; the ion is the same."}};
    m.graded_question = "Graded: does extracellular Mg²⁺ block the NMDA receptor at rest?";
    m.sources_heading = "Sources (3)";
    m.sources = {"Mayer ML, Westbrook GL, Guthrie PB. Voltage-dependent block by Mg²⁺ of NMDA responses in spinal cord "
                 "neurones. Nature 309:261–263, 1984.",
                 "Nowak L, Bregestovski P, Ascher P et al. Magnesium gates glutamate-activated channels in mouse "
                 "central neurones. Nature 307:462–465, 1984.",
                 "Linus Pauling Institute. Magnesium. Oregon State University, 2019."};
    m.next = "Next question";
    m.focus = 1;
    return m;
}

RevealModel wrong_reveal() {
    RevealModel m = reveal();
    m.outcome = Mark::wrong;
    m.verdict = "Not this time";
    m.award = "0 points";
    m.prompt = "Which form is 60.3 % magnesium by mass?";
    m.answer = MarkedChoices{
        {{{"1", "magnesium bisglycinate", glycinate},
          Mark::wrong,
          true,
          "Your answer",
          "It is 14.1 % magnesium: two glycinate ions outweigh the metal."},
         {{"2", "magnesium citrate", citrate}, Mark::none, false, "", "16.2 % as the anhydrous trimagnesium salt."},
         {{"3", "magnesium oxide", oxide}, Mark::missed, false, "Right answer", ""},
         {{"4", "magnesium L-threonate", threonate}, Mark::none, false, "", "8.3 %."}}};
    m.why = "Oxygen is light, so most of magnesium oxide is the metal. How much of it is taken up is another question.";
    m.badges = {{"Seen in", "chemistry", "Follows from the formula."}};
    m.graded_question.clear();
    m.sources_open = true;
    m.saved_text = "Not saved: the folder cannot be written";
    m.saved = false;
    m.focus = 0;
    return m;
}

RevealModel order_reveal() {
    RevealModel m = reveal();
    m.outcome = Mark::missed;
    m.verdict = "Partly right";
    m.award = "600 = 1,000 × 0.6";
    m.prompt = "How the plug in the NMDA receptor lets calcium in";
    m.answer = MarkedOrder{
        "Your order",
        "Right order",
        {{{"1", "A Mg²⁺ ion sits in the pore at rest", {}}, Mark::right, true, "in its place", ""},
         {{"2", "Strong depolarisation pushes the Mg²⁺ ion out", {}}, Mark::wrong, true, "comes third", ""},
         {{"3", "Glutamate and glycine bind, little current flows", {}}, Mark::wrong, true, "comes second", ""},
         {{"4", "Calcium and sodium enter", {}}, Mark::right, true, "in its place", ""},
         {{"5", "The membrane repolarises, the plug returns", {}}, Mark::right, true, "in its place", ""}},
        {{"A Mg²⁺ ion sits in the pore at rest", "The inside of the cell is negative and draws the ion in."},
         {"Glutamate and glycine bind, little current flows", "Both have to bind before the channel can open."},
         {"Strong depolarisation pushes the Mg²⁺ ion out", "The inside is no longer negative enough to hold it."},
         {"Calcium and sodium enter", "The pore is free."},
         {"The membrane repolarises, the plug returns", "The inside is negative again."}}};
    return m;
}

ResultModel result() {
    ResultModel m;
    m.round = "Forms of magnesium";
    m.heading = "8 of 10 right";
    m.points = 8640;
    m.possible = 10000;
    m.points_text = "8,640 of 10,000 points";
    m.losses = "You got 8 of 10 right and earned 9,240 points; you were sure of 1 wrong answer, which cost 600 points.";
    m.terms_heading = "Question by question";
    const char* prompts[] = {"Which form is 60.3 % magnesium by mass?",
                             "Why does glutamate alone not open the NMDA receptor?",
                             "Magnesium citrate dissolves better in water than magnesium oxide",
                             "Put the forms in order of molar mass",
                             "What did the 2024 trial find for sleep?",
                             "Which has more magnesium by mass?"};
    int i = 0;
    for (const char* prompt : prompts) {
        ++i;
        m.terms.push_back({prompt, "",
                           i % 3 == 0 ? "0"
                           : i == 4   ? "640 = 1,000 × 0.64"
                                      : "1,000",
                           i % 3 == 0 ? Mark::wrong
                           : i == 4   ? Mark::missed
                                      : Mark::right});
    }
    m.known_heading = "What you now know";
    m.known = {"Magnesium oxide is 60.3 % magnesium by mass.", "A Mg²⁺ ion plugs the NMDA receptor at rest.",
               "Citrate → more soluble than oxide."};
    m.mistakes_heading = "To look at again";
    m.mistakes = {{"Magnesium citrate dissolves better in water than magnesium oxide",
                   "True: oxide is almost insoluble in water.", "", Mark::wrong},
                  {"Which has more magnesium by mass?", "Magnesium oxide, 60.3 % against 14.1 %.", "", Mark::wrong}};
    m.saved_text = "Saved";
    m.buttons = {{"Home"}, {"Review 2 mistakes"}, {"Play again", {}, true}};
    m.focus = 2;
    return m;
}

SettingsModel settings() {
    SettingsModel m;
    m.title = "Settings";
    m.rows = {{"Theme", {"Dark", "Light"}, 0, "The laboratory at dusk, or paper."},
              {"Text size", {"100 %", "125 %", "150 %", "175 %", "200 %"}, 0, "Of all text, everywhere."},
              {"Motion", {"Full", "Reduced"}, 0, "Reduced: fades instead of movement."},
              {"Full screen", {"Off", "On"}, 0, "F11 does the same."}};
    m.about_heading = "About";
    m.about = {"Chelate 0.1.0", "Progress is kept in /home/ada/.local/share/chelate", disclaimer};
    m.done = "Done";
    m.focus = 1;
    return m;
}

SettingsModel own_round() {
    SettingsModel m;
    m.title = "Put a round together";
    SettingRow mechanism{"Mechanism", {"Any"}, 3, "Only questions on it."};
    for (int i = 1; i <= 12; ++i)
        mechanism.options.push_back("Absorption in the gut, mechanism number " + std::to_string(i));
    m.rows = {mechanism,
              {"Length",
               {"10 questions", "5 questions", "20 questions", "40 questions", "5 minutes", "10 minutes"},
               4,
               "Minutes end on time."}};
    m.about = {"186 questions to draw from"};
    m.done = "Play";
    return m;
}

SettingsModel weighing() {
    SettingsModel m;
    m.title = "What would change this grade?";
    m.intro = "Graded question: Do older adults with poor sleep fall asleep faster with magnesium than with a placebo?";
    m.badges = {{"Certainty", "Low → Moderate", "Probably so; new studies could change it.", "●●●○"},
                {"Size of the effect", "Small", "A small difference.", "▲"},
                {"Applies to", "This form", "The studies used the form named.", "◉"}};
    m.rows = {{"Add a made-up study",
               {"None", "A trial", "A review of trials", "An observation", "Animals"},
               1,
               "Nothing of it is kept."},
              {"People", {"50", "200", "500", "2,000", "20,000"}, 2, "Few people cost a point or two."}};
    m.about_heading = "How the grade is counted, from 2 study rows";
    m.about = {"Begins at 4: trials, or reviews of trials.", "−1: the risk of bias is not low.", "651 people count.",
               "Score 3: Moderate."};
    m.done = "Done";
    return m;
}

KnownRow known(const Look& look, const char* title, const char* value, Span bar) {
    return {.look = look,
            .title = title,
            .about = "as a pure compound",
            .cells = {{{}, value, {}}},
            .bar = bar,
            .details = {"From the formula."},
            .sources = {"IUPAC/CIAAW: Standard atomic weights. 2021."}};
}

KnowledgeModel compare_bars() {
    KnowledgeModel m;
    m.title = "Compare";
    m.chips = {{"What", {"glycinate, citrate, …", "almonds, spinach, …"}, {0}},
               {"As", {"Bars", "Table", "Face to face"}, {0}},
               {"By",
                {"magnesium by mass", "molar mass", "compound that holds 200 mg of magnesium", "effect on the gut"},
                {0}}};
    m.caveat = "A share by mass says nothing about absorption.";
    m.rows = {known(oxide, "Oxide", "60.3 %", {0, 1}),
              known(citrate, "Citrate", "11–16 %", {0.18, 0.26}),
              known(glycinate, "Glycinate", "14.1 %", {0, 0.23}),
              {.look = threonate, .title = "L-threonate", .cells = {{{}, "no data", {}}}, .no_data = true}};
    m.rows[1].open = true;
    m.sources_heading = "Sources";
    m.last_line = "A number is no recommendation.";
    m.focus = 10;
    return m;
}

KnowledgeModel compare_faces() {
    KnowledgeModel m = compare_bars();
    m.chips[1].chosen = {2};
    m.chips[2] = {"Which two", {"glycinate", "citrate", "oxide", "L-threonate"}, {0, 2}};
    m.rows = {{.title = "magnesium by mass", .cells = {{glycinate, "14.1 %", "Glycinate"}, {oxide, "60.3 %", "Oxide"}}},
              {.title = "effect on the gut",
               .cells = {{glycinate, "Low. Better tolerated than oxide in one small study.", "Glycinate"},
                         {oxide, "no data", "Oxide"}}}};
    return m;
}

KnowledgeModel progress(ChartKind kind) {
    KnowledgeModel m;
    m.title = "Your progress";
    m.pages = true;
    m.chips = {{"Show",
                {"Today", "By topic", "By thing", "What comes when", "How memory fades", "The year",
                 "How sure, how right", "What you mix up", "Rounds so far"},
                {3}}};
    m.legend = {{Filling::solid, "solid"},
                {Filling::striped, "fading"},
                {Filling::dotted, "being learnt"},
                {Filling::none, "new"}};
    ChartModel chart{.kind = kind, .top = "12", .goal = 0.9, .goal_text = "Dashed: 90 %"};
    const int count = kind == ChartKind::days ? 371 : kind == ChartKind::columns ? 30 : 40;
    for (int i = 0; i < count; ++i) {
        const double share = static_cast<double>((i * 7) % 13) / 12;
        chart.points.push_back({.text = "In 5 days: 7 come back",
                                .label = i % 7 == 0 ? "4 December" : "",
                                .value = kind == ChartKind::line ? 1 - i / 60.0 : share,
                                .x = i / 39.0,
                                .row = i % 3,
                                .now = i == count - 3});
    }
    m.chart = chart;
    m.rows = {
        {.title = "Chemistry",
         .about = "9 solid · 3 fading · 4 being learnt · 2 new",
         .cells = {{{}, "16 of 18 met", {}}},
         .parts = {{0.5, Filling::solid}, {0.17, Filling::striped}, {0.22, Filling::dotted}, {0.11, Filling::none}}},
        known(citrate, "Citrate", "84 %", {0, 0.84}),
        known(oxide, "Oxide", "61 %", {0, 0.61})};
    m.focus = 10;
    return m;
}

KnowledgeModel search() {
    KnowledgeModel m = compare_bars();
    m.title = "Look up";
    m.field = FieldModel{"oxide", 5, ""};
    m.chips = {{"In", {"Everything", "Claims", "Facts", "Mechanisms", "Misconceptions", "Words"}, {0}}};
    m.caveat = "2 entries";
    m.rows = {{.title = "Magnesium oxide is about 60 % magnesium by mass.",
               .about = "Supported",
               .details = {"It follows from the formula."},
               .sources = {"IUPAC/CIAAW: Standard atomic weights. 2021."}},
              {.title = "Oxide and citrate differ on absorption.", .about = "Mixed"}};
    m.last_line.clear();
    m.focus = 6;
    return m;
}

SimulationModel simulation() {
    SimulationModel m;
    m.title = "Models";
    m.models = {"Choose a model", {"How much of a meal’s magnesium is absorbed", "Forgetting", "A trial"}, {0}};
    m.about = "Two routes at once: one that fills up, and one that takes in 7 % of any amount.";
    m.sliders = {
        {.name = "Magnesium in one meal",
         .value = "10.0 mmol",
         .from = "0.0 mmol",
         .to = "60.0 mmol",
         .share = 0.17,
         .usual = Span{0.1, 0.3},
         .valid = {0.08, 0.67}},
        {.name = "Amount that half fills the first route", .value = "2.0", .from = "1.0", .to = "3.0", .share = 0.5}};
    m.curve = {.heading = "Share absorbed",
               .top = "50 %",
               .bottom = "0 %",
               .x_name = "magnesium in one meal",
               .x_from = "0.0 mmol",
               .x_to = "60.0 mmol",
               .lines = {{{0.1, 0.6}, {0.2, 0.4}, {0.4, 0.3}, {0.67, 0.22}}},
               .now = PlotPoint{0.17, 0.43},
               .before = PlotPoint{0.3, 0.35},
               .usual = Span{0.1, 0.3},
               .usual_text = "Shaded: usual, 6.0 mmol to 18.0 mmol",
               .text = "10.0 mmol: 21 %"};
    m.results = {{"Absorbed in all", "2.1 mmol", true, false},
                 {"Share absorbed", "21 %", true, true},
                 {"Left", "not known", false, false}};
    m.outcome = "Right: “share absorbed” goes from 18 % to 21 %.";
    m.mark = Mark::right;
    m.reset = "Start again";
    m.badges = {
        {"How well established", "Measured in healthy volunteers; the curve is our fit", "How sure science is."}};
    m.leaves_out_heading = "What this model leaves out";
    m.leaves_out = {"Other meals, other salts and other people differ; coated tablets were absorbed much less.",
                    "How soon the first route fills up is not in what we read."};
    m.sources_heading = "Sources";
    m.sources = {"Fine KD, Santa Ana CA, Porter JL, Fordtran JS. Intestinal absorption of magnesium. 1991."};
    m.focus = m.first_slider();
    return m;
}

SimulationModel simulation_asks() {
    SimulationModel m = simulation();
    m.ask = "Predict first: “magnesium in one meal” goes from 10.0 mmol to 17.0 mmol. What does “share absorbed” do?";
    m.choices = {{"1", "It goes up", {}}, {"2", "It goes down", {}}, {"3", "It stays the same", {}}};
    m.outcome.clear();
    m.curve.lines.clear();
    m.curve.hint = "Change an input and predict. Then the curve appears.";
    m.focus = m.first_choice();
    return m;
}

SimulationModel simulation_typed() {
    SimulationModel m = simulation();
    m.sliders[0].field = FieldModel{"70", 2, "“70” is outside 0.0 mmol to 60.0 mmol"};
    return m;
}

const std::vector<KeyHint> question_keys{
    {"1–4", "choose"}, {"↑ ↓", "move"}, {"Enter", "answer"}, {"F1", "keys"}, {"Esc", "back"}};

UiModel ui(ScreenModel screen, std::vector<KeyHint> footer = question_keys) {
    static std::uint64_t next = 100;
    UiModel g;
    g.screens.push_back(std::move(screen));
    g.footer = std::move(footer);
    g.screen_id = ++next;
    return g;
}

UiModel covered(ScreenModel below, ScreenModel top, std::vector<KeyHint> footer) {
    UiModel g = ui(std::move(below), std::move(footer));
    g.screens.push_back(std::move(top));
    return g;
}

} // namespace

std::vector<Sample> all() {
    const std::vector<KeyHint> simple{{"Enter", "choose"}, {"Esc", "back"}, {"F1", "keys"}};
    std::vector<Sample> out;
    out.push_back(
        {"home",
         ui(home(),
            {{"Enter", "continue"}, {"Tab", "next"}, {"F1", "keys"}, {"F11", "full screen"}, {"Esc", "quit"}})});
    HomeModel twelve = home();
    twelve.looks.clear();
    int slot = 0;
    for (const char* shape : {"circle", "square", "triangle", "diamond", "hexagon", "pentagon", "star", "cross", "ring",
                              "drop", "crescent", "shield"}) {
        ++slot;
        twelve.looks.push_back({slot, shape, std::string(1, static_cast<char>('A' + slot)) + "x"});
    }
    out.push_back({"home_twelve", ui(twelve)});
    HomeModel first = home();
    first.resume.reset();
    first.focus = 1;
    UiModel warned = ui(first, simple);
    warned.banner.text =
        "Progress is not being saved: another Chelate has your profile open. Close it and start again to save.";
    out.push_back({"home_banner", warned});
    out.push_back({"question", ui(question())});
    out.push_back({"question_subjects", ui(subject_question())});
    out.push_back({"question_image", ui(pictured_question("leaf.jpg"))});
    out.push_back({"question_image_tall", ui(pictured_question("tall.png"))});
    out.push_back({"question_image_missing", ui(pictured_question("missing.png"))});
    out.push_back({"question_image_choices", ui(pictured_choices())});
    out.push_back({"question_image_card", ui(pictured_card(), {{"Enter", "go on"}})});
    UiModel banner_question = ui(long_question());
    banner_question.banner = warned.banner;
    out.push_back({"question_long", banner_question});
    out.push_back({"question_compare", ui(compare_question())});
    out.push_back({"question_true_false", ui(true_false())});
    out.push_back({"question_order",
                   ui(order_question(), {{"Space", "pick up"}, {"↑ ↓", "move"}, {"Enter", "check"}, {"Esc", "back"}})});
    QuestionModel held = order_question();
    std::get<OrderModel>(held.answer).held = 1;
    held.keys = Keys::carry;
    out.push_back({"question_ticks", ui(tick_question(), {{"1 – 4", "tick"}})});
    out.push_back({"question_pairs", ui(assign_question(), {{"1 – 2", "give it"}})});
    out.push_back({"question_number", ui(number_question(), {{"Digits", "type"}})});
    out.push_back({"question_text", ui(text_question(), {{"Letters", "type"}})});
    QuestionModel point = question();
    PointModel places{{0.55F,
                       {{ShapeModel::Form::box, ShapeModel::Tone::quiet, 0.05F, 0.2F, 0.95F, 0.35F, "Membrane"},
                        {ShapeModel::Form::round, ShapeModel::Tone::strong, 0.4F, 0.1F, 0.6F, 0.45F, ""},
                        {ShapeModel::Form::arrow, ShapeModel::Tone::plain, 0.5F, 0.02F, 0.5F, 0.1F, ""},
                        {ShapeModel::Form::label, ShapeModel::Tone::plain, 0.5F, 0.5F, 0, 0, "Receptor"}}},
                      {{"1", 0.5F, 0.27F, Mark::none}, {"2", 0.2F, 0.27F, Mark::none}, {"3", 0.8F, 0.48F, Mark::none}}};
    point.answer = places;
    point.focus = 0;
    out.push_back({"question_point", ui(point, {{"1 – 3", "answer"}})});
    RevealModel pointed = wrong_reveal();
    places.spots[0].mark = Mark::missed;
    places.spots[1].mark = Mark::wrong;
    pointed.answer = MarkedPoint{places.picture, places.spots, std::get<MarkedChoices>(pointed.answer)};
    out.push_back({"reveal_point", ui(pointed, simple)});
    out.push_back({"question_order_held", ui(held, {{"Space", "put down"}, {"↑ ↓", "carry"}, {"Esc", "let go"}})});
    RevealModel pictured = reveal();
    pictured.image = picture("leaf.jpg", "A green leaf");
    for (MarkedChoice& choice : std::get<MarkedChoices>(pictured.answer).choices)
        choice.card.image = picture("triangle.png", "A green triangle");
    out.push_back({"reveal_image", ui(pictured, simple)});
    out.push_back({"reveal_right", ui(reveal(), {{"Enter", "next question"}, {"Tab", "sources"}, {"Esc", "leave"}})});
    out.push_back(
        {"reveal_wrong", ui(wrong_reveal(), {{"Enter", "next question"}, {"Tab", "sources"}, {"Esc", "leave"}})});
    out.push_back(
        {"reveal_order", ui(order_reveal(), {{"Enter", "next question"}, {"Tab", "sources"}, {"Esc", "leave"}})});
    out.push_back({"result", ui(result(), simple)});
    out.push_back({"settings", covered(home(), settings(), {{"← →", "change"}, {"↑ ↓", "row"}, {"Esc", "done"}})});
    out.push_back({"weighing", covered(home(), weighing(), {{"← →", "change"}, {"Esc", "done"}})});
    out.push_back({"own_round", covered(home(), own_round(), {{"← →", "change"}, {"Esc", "done"}})});
    out.push_back({"compare_bars", ui(compare_bars(), simple)});
    out.push_back({"compare_faces", ui(compare_faces(), simple)});
    out.push_back({"search", ui(search(), simple)});
    out.push_back({"simulation", ui(simulation(), simple)});
    out.push_back({"simulation_asks", ui(simulation_asks(), simple)});
    out.push_back({"simulation_typed", ui(simulation_typed(), simple)});
    out.push_back({"progress_columns", ui(progress(ChartKind::columns), simple)});
    out.push_back({"progress_line", ui(progress(ChartKind::line), simple)});
    out.push_back({"progress_days", ui(progress(ChartKind::days), simple)});
    QuestionModel timed = question();
    timed.clock = ClockModel{"12 s", 0.6};
    out.push_back({"question_clock", ui(timed)});
    out.push_back({"keys", covered(question(),
                                   KeysModel{"Keys",
                                             {{"1 … 9", "choose an answer"},
                                              {"↑ ↓ ← →", "move the focus"},
                                              {"Enter", "answer, next"},
                                              {"Space", "pick up or put down an item"},
                                              {"F1", "this page"},
                                              {"F11", "full screen"},
                                              {"Esc", "back"}},
                                             "Close"},
                                   simple)});
    out.push_back(
        {"words", covered(question(),
                          WordsModel{"Words",
                                     {{"Supported", "Sources that were read show what the statement says."},
                                      {"NMDA receptor", "A channel in the wall of a nerve cell that glutamate opens."},
                                      {"depolarisation", "The inside of a cell becomes less negative."}},
                                     "Close"},
                          simple)});
    out.push_back({"confidence",
                   covered(question(),
                           ConfidenceModel{"How sure are you?",
                                           "In this round you say how sure you are of each answer.",
                                           "If wrong",
                                           "If right",
                                           {{"A guess", "pays best below 67 %", "+100", "0", 1.0 / 6, 0},
                                            {"I think so", "pays best at 67–80 %", "+200", "−200", 1.0 / 3, 1.0 / 3},
                                            {"I am sure", "pays best above 80 %", "+300", "−600", 0.5, 1}},
                                           "Start"},
                           simple)});
    out.push_back(
        {"name",
         covered(home(), NameModel{"Your name", "It stays on this computer.", "Ada", "", "Save", "Cancel"}, simple)});
    out.push_back({"name_problem", covered(home(),
                                           NameModel{"Your name", "It stays on this computer.", "",
                                                     "A name needs at least one letter.", "Save", "Cancel"},
                                           simple)});
    out.push_back({"dialog", covered(question(),
                                     DialogModel{"Leave the round?",
                                                 "Your place is kept. You can go on from here at any time.",
                                                 {{"Stay", {}, true}, {"Leave", {}, false}},
                                                 0},
                                     simple)});
    for (Sample& sample : of_mechanisms()) out.push_back(std::move(sample));
    return out;
}

} // namespace chelate::samples
