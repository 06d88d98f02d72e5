// SPDX-License-Identifier: Apache-2.0
#include "tool/support/FaceJobs.h"

#include "drivers/sim/people/PictureFile.h"
#include "faceauth/compare/FaceModels.h"
#include "faceauth/compare/PortraitDecoder.h"
#include "faceauth/networks/Files.h"
#include "faceauth/networks/ModelCatalogue.h"
#include "faceauth/networks/VectorMath.h"
#include "tests/faceauth/TestPeople.h"
#include "tool/support/EmbeddingFile.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace madoguchi;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

FaceOptions options()
{
    return {.models = MADO_MODELS, .calibration = MADO_SOURCE_DIR "/resources/face/calibration.json"};
}

fs::path written(const fs::path& file, const std::string& text)
{
    std::ofstream{file, std::ios::binary} << text;
    return file;
}

/// The card of hanako, three pictures of her, three of somebody else, an empty room.
class Pictures {
public:
    Pictures()
    {
        const Bytes card = portraitOf("hanako").jpeg2000;
        written(path("card.jp2"), {card.begin(), card.end()});
        write("hanako", atDesk("hanako", 3));
        write("impostor", atDesk("impostor", 3));
        write("empty", {trouble("empty").front()});
    }

    [[nodiscard]] fs::path path(const std::string& name) const { return folder_.path() / name; }

    /// A list of these pictures.
    [[nodiscard]] fs::path list(const std::vector<std::string>& names) const
    {
        std::string text;
        for (const std::string& name : names)
            text += path(name).string() + '\n';
        return written(path("list.txt"), text);
    }

private:
    void write(const std::string& name, const std::vector<Image>& images)
    {
        int number = 0;
        for (const Image& image : images)
            REQUIRE(writePng(path(name + std::to_string(number++) + ".png"), image));
    }

    TestFolder folder_;
};

const Pictures& pictures()
{
    static const Pictures kPictures;
    return kPictures;
}

struct Said {
    int code{-1};
    std::string out;
    std::string errors;
};

/// A file for this run only, without rendering anybody.
fs::path scratch(const std::string& name)
{
    static const TestFolder kFolder;
    return kFolder.path() / name;
}

Said embed(const fs::path& list, const fs::path& out)
{
    std::ostringstream summary;
    std::ostringstream errors;
    const int code = runFaceEmbed(options(), list, out, summary, errors);
    return {code, summary.str(), errors.str()};
}

Said match(const FaceMatchQuestion& question)
{
    std::ostringstream scores;
    std::ostringstream errors;
    const int code = runFaceMatch(options(), question, scores, errors);
    return {code, scores.str(), errors.str()};
}

Said score(const FaceOptions& asked, const std::string& reference, const std::vector<std::string>& lives)
{
    std::ostringstream answer;
    std::ostringstream errors;
    std::vector<fs::path> files;
    for (const std::string& live : lives)
        files.push_back(pictures().path(live));
    const int code = runFaceScore(asked, pictures().path(reference), files, answer, errors);
    return {code, answer.str(), errors.str()};
}

std::vector<double> numbers(const std::string& text)
{
    std::istringstream stream{text};
    std::vector<double> all;
    for (std::string word; stream >> word;)
        all.push_back(std::stod(word));
    return all;
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// Rows that point along one number.
fs::path rowsAlong(const fs::path& file, const std::vector<int>& places)
{
    std::ofstream stream{file, std::ios::binary};
    for (const int place : places) {
        std::vector<float> row(kRowNumbers);
        if (place >= 0)
            row[static_cast<std::size_t>(place)] = 1;
        stream.write(reinterpret_cast<const char*>(row.data()), kRowNumbers * sizeof(float));
    }
    return file;
}

} // namespace

TEST_CASE("embedWritesTheProductsNumbersRowByRow")
{
    const fs::path out = pictures().path("rows.bin");

    const Said said = embed(pictures().list({"card.jp2", "hanako0.png", "empty0.png"}), out);

    CHECK(said.code == 0);
    CHECK(contains(said.errors, "list.txt:3: "));
    CHECK(json::parse(said.out).at("without_face") == 1);
    std::string reason;
    const auto rows = EmbeddingFile::read(out, reason);
    REQUIRE(rows);
    REQUIRE(rows->rows() == 3);
    CHECK_FALSE(rows->row(2));
    const auto photo = decodePortrait(portraitOf("hanako").jpeg2000);
    REQUIRE(photo);
    const auto face = testModels().finder.findOne(*photo);
    REQUIRE(face);
    REQUIRE(rows->row(0));
    CHECK(distance(*rows->row(0), testModels().network.embed(*photo, face->points)) < 1e-5);
}

TEST_CASE("embedNamesAPictureThatCannotBeRead")
{
    written(pictures().path("text.png"), "no picture");

    const Said said = embed(pictures().list({"text.png", "nowhere.jpg"}), pictures().path("none.bin"));

    CHECK(said.code == 1);
    CHECK(contains(said.errors, "list.txt:1: " + pictures().path("text.png").string()));
    CHECK(contains(said.errors, "list.txt:2: " + pictures().path("nowhere.jpg").string()));
    CHECK(fs::file_size(pictures().path("none.bin")) == 2 * kRowNumbers * sizeof(float));
}

TEST_CASE("listsThatAreNoneAreRefused")
{
    CHECK(contains(embed("/nowhere.txt", scratch("x")).errors, "/nowhere.txt"));
    CHECK(contains(embed(written(scratch("bad.txt"), "a\n\nb\n"), scratch("x")).errors, "bad.txt:2"));
    CHECK(contains(embed(written(scratch("bad.txt"), ""), scratch("x")).errors, "bad.txt"));
    CHECK(embed(written(scratch("list.txt"), "a\n"), "/nowhere/x").code == 1);
}

TEST_CASE("matchAndScoreAgreeAndTellPeopleApart")
{
    const fs::path cards = pictures().path("cards.bin");
    const fs::path lives = pictures().path("lives.bin");
    REQUIRE(embed(pictures().list({"card.jp2"}), cards).code == 0);
    REQUIRE(embed(pictures().list({"hanako0.png", "hanako1.png", "hanako2.png", "impostor0.png",
                                   "impostor1.png", "impostor2.png"}),
                  lives)
                .code == 0);

    const Said three = match({cards, lives, written(scratch("three.txt"), "0 0 1 2\n0 3 4 5\n"), 3});
    const Said one = match({cards, lives, written(scratch("one.txt"), "0 0\n0 3\n"), 1});
    const Said holder = score(options(), "card.jp2", {"hanako0.png", "hanako1.png", "hanako2.png"});
    const Said stranger = score(options(), "card.jp2", {"impostor0.png", "impostor1.png", "impostor2.png"});

    REQUIRE(three.code == 0);
    REQUIRE(holder.code == 0);
    const auto fusedScores = numbers(three.out);
    const auto single = numbers(one.out);
    REQUIRE(fusedScores.size() == 2);
    CHECK(fusedScores[0] < 0.93);
    CHECK(fusedScores[1] > 1.055);
    CHECK(single[0] < 0.91);
    CHECK(single[1] > single[0] + 0.3);
    const json answer = json::parse(holder.out);
    CHECK(answer.at("decision") == "accepted");
    CHECK(answer.at("score").get<double>() == Approx(fusedScores[0]).margin(1e-3));
    CHECK(answer.at("thresholds").at("accept") == 0.93);
    CHECK(answer.at("voices").at("live").size() == 3);
    CHECK(answer.at("voices").at("live")[0].at("distance").get<double>() == Approx(single[0]).margin(1e-3));
    CHECK(answer.at("voices").at("alive_median") > answer.at("voices").at("alive_enough"));
    CHECK(answer.at("voices").at("live")[0].at("mask") < answer.at("voices").at("mask_seen_from"));
    CHECK(answer.at("shots") == 3);
    CHECK(answer.at("timings").at("live").size() == 3);
    CHECK(json::parse(stranger.out).at("decision") == "not_confirmed");
}

TEST_CASE("rowsWithoutAFaceScoreNan")
{
    const fs::path rows = rowsAlong(scratch("along.bin"), {1, -1, 2});

    const Said said = match({rows, rows, written(scratch("p.txt"), "0 0\n0 1\n1 0\n2 2\n"), 1});

    CHECK(said.code == 0);
    std::istringstream lines{said.out};
    std::vector<std::string> scores;
    for (std::string line; std::getline(lines, line);)
        scores.push_back(line);
    REQUIRE(scores.size() == 4);
    CHECK(scores[1] == "nan");
    CHECK(scores[2] == "nan");
    CHECK(std::stod(scores[0]) == Approx(0).margin(1e-3)); // the very same face
}

TEST_CASE("matchNamesTheLineThatIsWrong")
{
    const fs::path rows = rowsAlong(scratch("along.bin"), {1, 2});
    const auto [text, shots, message] = GENERATE(table<std::string, int, std::string>({
        {"0 0\n0\n", 1, "p.txt:2: expected 2 row numbers"},
        {"0 0 1\n", 1, "p.txt:1: expected 2 row numbers"},
        {"0 1\n", 3, "p.txt:1: expected 4 row numbers"},
        {"0 0\n2 0\n", 1, "p.txt:2: row 2 of 2 references"},
        {"0 2\n", 1, "p.txt:1: row 2 of 2 live faces"},
        {"0 x\n", 1, "p.txt:1"},
        {"0 -1\n", 1, "p.txt:1"},
        {"0 1.5\n", 1, "p.txt:1"},
        {"", 1, "p.txt: has no line"},
    }));
    INFO(text);

    const Said said = match({rows, rows, written(scratch("p.txt"), text), shots});

    CHECK(said.code == 1);
    CHECK(contains(said.errors, message));
}

TEST_CASE("filesThatAreNoRowsAreRefused")
{
    const fs::path rows = rowsAlong(scratch("along.bin"), {1});
    const fs::path pairs = written(scratch("p.txt"), "0 0\n");

    CHECK(contains(match({written(scratch("odd.bin"), "12345"), rows, pairs, 1}).errors, "odd.bin: 5 bytes"));
    CHECK(contains(match({rows, "/nowhere.bin", pairs, 1}).errors, "/nowhere.bin"));
    CHECK(contains(match({rows, rows, "/nowhere.txt", 1}).errors, "/nowhere.txt"));
}

TEST_CASE("scoreNamesThePictureThatCannotServe")
{
    CHECK(contains(score(options(), "card.jp2", {"empty0.png"}).errors, "empty0.png: no face"));
    CHECK(contains(score(options(), "nowhere.jp2", {"hanako0.png"}).errors, "nowhere.jp2"));
    FaceOptions nothing = options();
    nothing.models = "/nowhere";
    CHECK(contains(score(nothing, "card.jp2", {"hanako0.png"}).errors, "/nowhere"));
}

TEST_CASE("calibrateSaysWhatIsMissing")
{
    const auto calibrate = [](const std::string& list, const std::string& groups) {
        std::ostringstream summary;
        std::ostringstream errors;
        const int code =
            runFaceCalibrate(options(), written(scratch("c.txt"), list), written(scratch("g.txt"), groups),
                             scratch("out.json"), summary, errors);
        CHECK(code == 1);
        return errors.str();
    };
    const std::string picture = pictures().path("hanako0.png").string();

    const std::string a = "a female 30 japan\n";
    CHECK(contains(calibrate(picture + " a\n" + picture + " b\n", a), "c.txt:2: nobody says who b is"));
    CHECK(contains(calibrate("onlyapath\n", a), "c.txt:1: expected a picture's path and an identity"));
    CHECK(contains(calibrate(picture + " a\n", "a female\n"), "g.txt:1: expected an identity, sex, age"));
    CHECK(contains(calibrate(picture + " a\n", "a female old japan\n"),
                   "g.txt:1: expected an identity, sex, age"));
    CHECK(contains(calibrate(picture + " a\n", a + a), "g.txt:2: a was there before"));
    CHECK(contains(calibrate("/nowhere.png a\n", a), "c.txt:1: /nowhere.png"));
    CHECK(contains(calibrate(picture + " a\n", a), "1 people with a face"));
}

TEST_CASE("aReportTellsErrorsGroupByGroupForEachNumberOfShotsAndTheWholeDecision")
{
    // a and b are women of one row each that the network sees as one; c is a man, far from both.
    const fs::path rows = rowsAlong(scratch("people.bin"), {1, 1, 2});
    const std::string pairs =
        "0 1 1 1 1 1 a b\n0 2 2 2 2 2 a c\n2 0 0 0 0 0 c a\n0 0 0 0 0 0 a a\n2 2 2 2 2 2 c c\n";
    const fs::path groups =
        written(scratch("groups.txt"), "a female 20 japan\nb female 30 japan\nc male - japan\n");
    const auto figure = [](const json& told, const std::string& group, const std::string& shots) {
        for (const json& one : told.at("groups"))
            if (one.at("group") == group && one.at("shots") == shots)
                return one;
        return json{};
    };

    const Said said = match({rows, rows, written(scratch("p.txt"), pairs), 5, groups});

    INFO(said.errors);
    REQUIRE(said.code == 0);
    const json told = json::parse(said.out);
    CHECK(told.at("comparisons") == 5);
    for (const char* shots : {"1", "3", "5", "3-5"}) {
        INFO(shots);
        CHECK(figure(told, "all", shots).at("strangers") == 3);
        CHECK(figure(told, "all", shots).at("fmr")[0].get<double>() == Approx(1.0 / 3));
        CHECK(figure(told, "all", shots).at("fnmr")[0] == 0);
        CHECK(figure(told, "female", shots).at("fmr")[0] == 1);
        CHECK_FALSE(figure(told, "male", shots).contains("fmr")); // one man is nobody's stranger
    }
    CHECK(contains(match({rows, rows, written(scratch("p.txt"), "0 1 1 1 1 1 a x\n"), 5, groups}).errors,
                   "p.txt:1: x is not among"));
    CHECK(contains(match({rows, rows, written(scratch("p.txt"), "0 1 1 1 1 1\n"), 5, groups}).errors,
                   "names of the card's and the live person"));
}

TEST_CASE("aFittedCalibrationServesTheComparison")
{
    // Few pictures, each at several exposures: nothing a clinic should use, but enough numbers to fit.
    constexpr int kExposures = 6;
    std::string list;
    std::string groups;
    for (const std::string& name : everybody()) {
        const auto photo = decodePortrait(portraitOf(name).jpeg2000);
        REQUIRE(photo);
        groups += name + (name.size() % 2 == 0 ? " female" : " male") + " 40 invented\n";
        for (int exposure = 0; exposure < kExposures; ++exposure) {
            Image image = *photo;
            for (std::uint8_t& value : image.pixels)
                value = static_cast<std::uint8_t>(value * (10 - exposure) / 10);
            const fs::path file = pictures().path(name + "-exposed" + std::to_string(exposure) + ".png");
            REQUIRE(writePng(file, image));
            list += file.string() + ' ' + name + '\n';
        }
    }
    FaceOptions fitted = options();
    std::ostringstream summary;
    std::ostringstream errors;

    const int code =
        runFaceCalibrate(fitted, written(scratch("c.txt"), list), written(scratch("g.txt"), groups),
                         scratch("own.json"), summary, errors);

    INFO(errors.str());
    REQUIRE(code == 0);
    CHECK(json::parse(summary.str()).at("thresholds").size() == 3);
    fitted.calibration = scratch("own.json");
    const Said holder = score(fitted, "hanako-exposed0.png", {"hanako-exposed2.png"});
    REQUIRE(holder.code == 0);
    CHECK(json::parse(holder.out).at("decision") == "accepted");
    const Said stranger = score(fitted, "card.jp2", {"impostor0.png"});
    CHECK(json::parse(stranger.out).at("decision") != "accepted");
}

TEST_CASE("theCatalogueSaysWhatIsThere")
{
    std::ostringstream answer;
    CHECK(runFaceModels(options(), answer) == 0);
    FaceOptions nothing = options();
    nothing.models = "/nowhere";
    std::ostringstream absent;
    CHECK(runFaceModels(nothing, absent) == 0);

    CHECK(json::parse(answer.str()).at("models").size() == kCatalogue.size());
    for (const json& model : json::parse(answer.str()).at("models"))
        CHECK(model.at("state") == "present");
    for (const json& model : json::parse(absent.str()).at("models"))
        CHECK(model.at("state") == "absent");
}
