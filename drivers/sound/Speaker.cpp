// SPDX-License-Identifier: Apache-2.0
#include "drivers/sound/Speaker.h"

#include <alsa/asoundlib.h>

#include <cstdio>
#include <memory>

namespace madoguchi {
namespace {

struct ClosePcm {
    void operator()(snd_pcm_t* pcm) const { snd_pcm_close(pcm); }
};

constexpr unsigned kLatencyMicroseconds = 100'000;

/// Zero, or ALSA's number for what went wrong.
int playOn(const std::string& device, Tone tone)
{
    snd_pcm_t* raw = nullptr;
    if (const int error = snd_pcm_open(&raw, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0); error < 0)
        return error;
    const std::unique_ptr<snd_pcm_t, ClosePcm> pcm{raw};
    if (const int error = snd_pcm_set_params(raw, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                             kToneRate, 1, kLatencyMicroseconds);
        error < 0)
        return error;
    const auto samples = samplesOf(tone);
    for (std::size_t played = 0; played < samples.size();) {
        auto written = snd_pcm_writei(raw, samples.data() + played, samples.size() - played);
        if (written < 0)
            written = snd_pcm_recover(raw, static_cast<int>(written), 1);
        if (written < 0)
            return static_cast<int>(written);
        played += static_cast<std::size_t>(written);
    }
    return snd_pcm_drain(raw);
}

void beQuiet(const char*, int, const char*, int, const char*, ...) {}

} // namespace

void Speaker::play(Tone tone)
{
    worker_.add([this, tone](std::stop_token) {
        snd_lib_error_set_handler(&beQuiet); // a machine without sound is said once, below
        const int error = playOn(device_, tone);
        if (error < 0 && works_.exchange(false))
            std::fprintf(stderr, "madoguchi-desk: no sound (%d)\n", error);
        if (error >= 0)
            works_ = true;
    });
}

} // namespace madoguchi
