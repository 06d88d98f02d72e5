// SPDX-License-Identifier: Apache-2.0
// A desk that forgets nothing: signs in at the terminal, and keeps every byte that a board was ever sent.
// What the search does not find here has never left a visit's group for a desk.
#include "formats/status/BoardMessages.h"
#include "formats/status/DeskMessages.h"
#include "foundation/line/Channel.h"
#include "foundation/line/StopSignal.h"
#include "services/staff/PracticeStaff.h"

#include <iostream>
#include <string>
#include <vector>

using namespace madoguchi;

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    auto channel = Channel::connect(std::filesystem::path{argv[1]} / kBoardSocket);
    if (!channel || !channel->send(encode(SignIn{practiceName(StaffRole::Reception), kPracticePassword, {}})))
        return 1;
    std::vector<std::string> received;
    const StopSignal never;
    bool open = false;
    for (auto message = channel->receive(never); message; message = channel->receive(never)) {
        received.push_back(*message);
        const auto board = decodeBoard(*message);
        if (board && board->session.state == SessionState::Open && !open) {
            open = true;
            std::cout << "the board is open" << std::endl;
        }
    }
    return received.empty() ? 1 : 0; // the terminal has gone
}
