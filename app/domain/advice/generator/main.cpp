// SPDX-License-Identifier: Apache-2.0
// Makes the next-step table of C++ from its table of texts. What the texts name and the product does not
// know, or the other way round, does not compile.
#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace {

using Json = nlohmann::ordered_json;

/// Two texts, typed here or kept once under "phrases".
std::string text(const Json& entry, const Json& phrases)
{
    const Json& pair = entry.is_string() ? phrases.at(entry.get<std::string>()) : entry;
    if (pair.size() != 2)
        throw std::runtime_error("not two texts: " + pair.dump());
    return "Text{" + pair[0].dump() + ", " + pair[1].dump() + "}";
}

std::string optionalText(const Json& row, const char* key, const Json& phrases)
{
    return row.contains(key) ? text(row.at(key), phrases) : "Text{}";
}

std::string nextStep(const Json& row, const Json& phrases)
{
    std::ostringstream out;
    out << "{.headline = " << optionalText(row, "headline", phrases)
        << ", .dated = " << optionalText(row, "dated", phrases) << ", .say = " << text(row.at("say"), phrases)
        << ", .stepList = {";
    for (const auto& step : row.at("steps"))
        out << text(step, phrases) << ", ";
    out << "}, .stepCount = " << row.at("steps").size()
        << ", .action = NextAction::" << row.at("action").get<std::string>()
        << ", .claim = " << text(row.at("claim"), phrases) << "}";
    return out.str();
}

/// One table as it is called in C++.
struct Names {
    std::string function, type, key, member;
};

template<typename Row>
std::string table(const Json& rows, const Names& names, Row row)
{
    const auto list = "k" + names.type + "s";
    std::ostringstream out;
    out << "constexpr " << names.type << ' ' << list << "[] = {\n";
    for (const auto& [name, content] : rows.items())
        out << "    {" << names.key << "::" << name << ", " << row(content) << "},\n";
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
    const auto& phrases = texts.at("phrases");
    const auto step = [&](const Json& row) { return nextStep(row, phrases); };
    const auto label = [&](const Json& words) { return text(words, phrases); };
    return kHead +
           table(texts.at("situations"), {"situationRows", "SituationRow", "Situation", "situation"}, step) +
           table(texts.at("faults"), {"faultStepRows", "FaultStepRow", "FaultCode", "code"}, step) +
           table(texts.at("actions"), {"actionRows", "ActionRow", "NextAction", "action"}, label) +
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
