// SPDX-License-Identifier: Apache-2.0
// mado_glyph_trainer OUT.cpp
#include "drivers/cardprint/generator/Training.h"
#include "drivers/cardprint/generator/Typefaces.h"

#include <cstdio>
#include <exception>
#include <fstream>

namespace {

using namespace madoguchi::cardface;

constexpr double kEnough = 0.985; ///< of the samples kept back; less means that something is broken

template<typename Layer>
void write(std::ostream& out, const char* type, const char* name, const Layer& layer)
{
    out << "const " << type << ' ' << name << "{{\n";
    for (const auto& row : layer) {
        out << "    {{";
        for (const auto value : row)
            out << value << ',';
        out << "}},\n";
    }
    out << "}};\n";
}

int writeNetwork(const Network& network, const char* file)
{
    std::ofstream out{file};
    out << "// Written by mado_glyph_trainer.\n#include \"drivers/cardprint/GlyphWeights.h\"\n\n"
           "namespace madoguchi::cardface {\n";
    write(out, "std::array<std::array<float, kHidden>, kPatchValues + 1>", "kFirstLayer", network.first);
    write(out, "std::array<std::array<float, kGlyphClasses>, kHidden + 1>", "kSecondLayer", network.second);
    out << "} // namespace madoguchi::cardface\n";
    return out.flush() ? 0 : 1;
}

int run(const char* file)
{
    cv::setNumThreads(1); // pictures of a character are too small to share
    const auto samples = drawSamples({kTrainedTypefaces.begin(), kTrainedTypefaces.end()});
    const std::span all{samples};
    const auto kept = all.first(all.size() / 20);
    const auto network = train(all.subspan(kept.size()));
    const double right = accuracy(network, kept);
    std::printf("%zu samples, %.2f %% of those kept back are recognised\n", samples.size(), 100 * right);
    return right >= kEnough ? writeNetwork(network, file) : 1;
}

} // namespace

int main(int argc, char** argv)
try {
    if (argc != 2) {
        std::fputs("usage: mado_glyph_trainer OUT.cpp\n", stderr);
        return 2;
    }
    return run(argv[1]);
} catch (const std::exception& error) {
    std::fprintf(stderr, "mado_glyph_trainer: %s (are the fonts of packaging/packages.txt installed?)\n",
                 error.what());
    return 1;
}
