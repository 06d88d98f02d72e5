// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/ModelCatalogue.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <string>

using namespace madoguchi;

TEST_CASE("theCatalogueAndTheFetchedFilesAreTheSame")
{
    std::ifstream sums{MADO_SOURCE_DIR "/packaging/models/SHA256SUMS"};
    std::set<std::pair<std::string, std::string>> fetched;
    for (std::string hash, name; sums >> hash >> name;)
        fetched.emplace(name, hash);

    std::set<std::pair<std::string, std::string>> known;
    for (const PublishedModel* model : kCatalogue)
        for (const ModelFile& file : filesOf(*model))
            known.emplace(file.name, file.sha256);

    CHECK(known == fetched);
}

TEST_CASE("everyModelSaysWhereItIsFromAndUnderWhichLicence")
{
    for (const PublishedModel* model : kCatalogue) {
        INFO(model->name);
        CHECK_FALSE(model->purpose.empty());
        CHECK(model->origin.find("npm ") == 0);
        CHECK(model->licence.find("MIT") == 0);
    }
}
