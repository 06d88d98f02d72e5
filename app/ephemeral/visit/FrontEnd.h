// SPDX-License-Identifier: Apache-2.0
// A program that shows the visit's screens and sends what the patient does: the kiosk, and in practice a
// scripted patient beside it. When it ends, the visit ends: a terminal without a screen serves nobody.
#pragma once

#include "domain/record/Screen.h"
#include "foundation/line/Channel.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace madoguchi {

class FrontEnd {
public:
    using Sink = std::function<void(const PatientInput&)>;

    /// Starts `program` with --channel FD (and `arguments`, and `inherited` descriptors). `sink` is called on
    /// a thread of the front end, `ended` once when the program is gone.
    static Result<std::unique_ptr<FrontEnd>> start(const std::filesystem::path& program,
                                                   std::vector<std::string> arguments,
                                                   std::vector<int> inherited, Sink sink,
                                                   std::function<void()> ended);

    void show(const Screen& screen);

private:
    FrontEnd(Channel channel, Sink sink, std::function<void()> ended);
    void listen(std::stop_token stop, const Sink& sink, const std::function<void()>& ended);

    Channel channel_;
    std::jthread listener_;
};

} // namespace madoguchi
