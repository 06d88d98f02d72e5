// SPDX-License-Identifier: Apache-2.0
// Makes the next-step table of C++ from its table of texts. What the texts name and the product does not
// know, or the other way round, does not compile.
#include "domain/text/generator/TextNames.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace {

using Json = nlohmann::ordered_json;

/// A sentence typed here, at `name`, or one kept under "phrases".
std::string text(const Json& entry, const std::string& name)
{
    return "TextId::" +
           (entry.is_string() ? madoguchi::textName("nextStepsPhrases", entry.get<std::string>()) : name);
}

std::string optionalText(const Json& row, const char* key, const std::string& name)
{
    return row.contains(key) ? text(row.at(key), madoguchi::textName(name, key)) : "TextId::None";
}

std::string nextStep(const Json& row, const std::string& name)
{
    using madoguchi::textName;
    std::ostringstream out;
    out << "{.headline = " << optionalText(row, "headline", name)
        << ", .dated = " << optionalText(row, "dated", name)
        << ", .say = " << text(row.at("say"), textName(name, "say")) << ", .stepList = {";
    std::size_t number = 0;
    for (const auto& step : row.at("steps"))
        out << text(step, textName(textName(name, "steps"), std::to_string(number++))) << ", ";
    out << "}, .stepCount = " << number << ", .action = NextAction::" << row.at("action").get<std::string>()
        << ", .claim = " << text(row.at("claim"), textName(name, "claim")) << "}";
    return out.str();
}

/// One table as it is called in C++.
struct Names {
    std::string function, type, key, member, sheet;
};

template<typename Row>
std::string table(const Json& rows, const Names& names, Row row)
{
    const auto list = "k" + names.type + "s";
    std::ostringstream out;
    out << "constexpr " << names.type << ' ' << list << "[] = {\n";
    for (const auto& [name, content] : rows.items())
        out << "    {" << names.key << "::" << name << ", "
            << row(content, madoguchi::textName(names.sheet, name)) << "},\n";
    out << "};\nstatic_assert(inOrder(" << list << ", &" << names.type << "::" << names.member << ", k"
        << names.key << "s), \"one row for each, in its order\");\n\n} // namespace\n\nstd::span<const "
        << names.type << "> " << names.function << "()\n{\n    return " << list << ";\n}\n\nnamespace {\n\n";
    return out.str();
}

constexpr auto kHead = R"(// Generated from resources/texts/next-steps.json: change that.
#include "domain/advice/NextStepTable.h"

namespace madoguchi {
namespace {

constexpr std::size_t kSituations = kSituationCount;
constexpr std::size_t kFaultCodes = static_cast<std::size_t>(FaultCode::Internal) + 1;
constexpr std::size_t kNextActions = kNextActionCount;

template<typename Row, typename Key, std::size_t N>
constexpr bool inOrder(const Row (&rows)[N], Key Row::*key, std::size_t count)
{
    for (std::size_t i = 0; i < N; ++i)
        if (static_cast<std::size_t>(rows[i].*key) != i)
            return false;
    return N == count;
}

)";

std::string generated(const Json& texts)
{
    return kHead +
           table(texts.at("situations"),
                 {"situationRows", "SituationRow", "Situation", "situation", "nextStepsSituations"},
                 nextStep) +
           table(texts.at("faults"),
                 {"faultStepRows", "FaultStepRow", "FaultCode", "code", "nextStepsFaults"}, nextStep) +
           table(texts.at("actions"), {"actionRows", "ActionRow", "NextAction", "action", "nextStepsActions"},
                 text) +
           "} // namespace\n} // namespace madoguchi\n";
}

} // namespace

int main(int argc, char** argv)
{
    try {
        if (argc != 3)
            throw std::runtime_error("usage: TABLE.json OUT.cpp");
        std::ifstream in{argv[1], std::ios::binary};
        std::ofstream out{argv[2], std::ios::binary};
        if (!(out << generated(Json::parse(in))).flush())
            throw std::runtime_error(std::string{"cannot write "} + argv[2]);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "next-step generator: %s\n", error.what());
        return 1;
    }
}
