// SPDX-License-Identifier: Apache-2.0
// In the place of madoguchi-face --card-number: does what the name of its settings says.
#include "formats/record/FaceMessages.h"
#include "foundation/line/Channel.h"

#include <cstdlib>
#include <map>
#include <string>
#include <unistd.h>

using namespace madoguchi;

namespace {

std::string faultOf(FaultCode code)
{
    return encodeCardNumber(Fault{code, FaultSpace::None, 0, "test"});
}

const std::map<std::string, std::string> kAnswers{
    {"number", encodeCardNumber(SecurityNumber{"55021720352285"})},
    {"thirteen digits", R"({"card_number":"5502172035228"})"},
    {"fifteen digits", R"({"card_number":"550217203522855"})"},
    {"letters", R"({"card_number":"5502172035228A"})"},
    {"a number", R"({"card_number":55021720352285})"},
    {"number and fault", R"({"card_number":"55021720352285","fault":"everything"})"},
    {"more than asked", R"({"card_number":"55021720352285","pin":"1234"})"},
    {"nonsense", "\xFF\xFE{"},
    {"a flood", std::string(Channel::kMaxMessage, '{')},
    {"no camera", faultOf(FaultCode::CameraMissing)},
    {"wrong number", faultOf(FaultCode::SecurityNumberWrong)},
    {"clone", faultOf(FaultCode::CardCloned)},
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5)
        return 2;
    const std::string behaviour{argv[4]};
    auto channel = Channel::adopt(std::atoi(argv[2]));
    if (!channel || behaviour == "dies")
        return 2;
    if (const auto answer = kAnswers.find(behaviour); answer != kAnswers.end())
        if (!channel->send(answer->second))
            return 1;
    for (;;) // whoever started it has to end it
        ::pause();
}
