// SPDX-License-Identifier: Apache-2.0
#include "tool/support/EmbeddingFile.h"
#include "tool/support/FaceJobs.h"
#include "tool/support/PictureCrew.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <fstream>
#include <ostream>

namespace madoguchi {

namespace {

/// Rows in any order into their places.
class RowWriter {
public:
    explicit RowWriter(const std::filesystem::path& file) : stream_{file, std::ios::binary | std::ios::trunc}
    {
    }

    bool write(std::size_t row, const std::optional<Embedding>& face)
    {
        const Embedding numbers = face.value_or(Embedding(kRowNumbers));
        stream_.seekp(static_cast<std::streamoff>(row * kRowNumbers * sizeof(float)));
        stream_.write(reinterpret_cast<const char*>(numbers.data()), kRowNumbers * sizeof(float));
        return stream_.good();
    }

    bool close()
    {
        stream_.close();
        return stream_.good();
    }

private:
    std::ofstream stream_;
};

} // namespace

int runFaceEmbed(const FaceOptions& options, const std::filesystem::path& list,
                 const std::filesystem::path& out, std::ostream& summary, std::ostream& errors)
{
    std::vector<ListLine> lines;
    if (!readList(list, lines, errors))
        return 1;
    std::vector<std::filesystem::path> files;
    for (const ListLine& line : lines)
        files.emplace_back(line.text);
    RowWriter rows{out};
    bool written = true;
    std::size_t unreadable = 0;
    std::size_t faceless = 0;
    const auto start = std::chrono::steady_clock::now();
    const auto looked = lookAtAll(options.models, files, [&](std::size_t number, const Seen& seen) {
        if (!seen.readable) {
            ++unreadable;
            complain(errors,
                     lines[number].place + ": " + lines[number].text + ": no picture that can be read");
        } else if (!seen.face) {
            ++faceless;
            complain(errors, lines[number].place + ": " + lines[number].text + ": no face was found");
        }
        return written = rows.write(number, seen.face);
    });
    if (!looked)
        return complain(errors, options.models.string() + ": the models cannot be loaded", looked.fault());
    if (!written || !rows.close())
        return complain(errors, out.string() + ": cannot be written");
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    summary << nlohmann::ordered_json{{"pictures", files.size()},
                                      {"unreadable", unreadable},
                                      {"without_face", faceless},
                                      {"seconds", seconds.count()},
                                      {"pictures_per_second",
                                       static_cast<double>(files.size()) / seconds.count()}}
                   .dump()
            << '\n';
    return unreadable == 0 ? 0 : 1;
}

} // namespace madoguchi
