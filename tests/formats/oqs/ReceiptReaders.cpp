// SPDX-License-Identifier: Apache-2.0
#include "ReceiptReaders.h"

#include <array>
#include <regex>

#include <pugixml.hpp>

namespace madoguchi::readers {
namespace {

using Verdict = std::optional<std::string>;

/// The document, whatever its encoding: pugixml does not know CP932, but the elements are ASCII, and so is
/// all that the checks below compare.
pugi::xml_document parse(const File& file)
{
    pugi::xml_document document;
    document.load_buffer(file.bytes.data(), file.bytes.size(), pugi::parse_default, pugi::encoding_utf8);
    return document;
}

pugi::xpath_node_set all(const pugi::xml_document& document, const char* name)
{
    return document.select_nodes((std::string{"//"} + name).c_str());
}

std::string text(const pugi::xml_document& document, const char* name)
{
    const auto found = all(document, name);
    return found.empty() ? std::string{} : found.first().node().child_value();
}

bool isOneOf(const std::string& value, std::initializer_list<std::string_view> codes)
{
    for (const auto code : codes)
        if (value == code)
            return true;
    return false;
}

bool declaresUtf8(const File& file)
{
    return file.bytes.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"");
}

/// A text in CP932 may contain bytes that look like markup only as the second byte of a kanji; none below
/// 0x40 does.
bool hasEmptyElement(const pugi::xml_node& node)
{
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element && (child.first_child().empty() || hasEmptyElement(child)))
            return true;
    }
    return false;
}

} // namespace

Verdict receptionAgent(const File& file, std::string_view today)
{
    static const std::regex kName{R"(^OQSsiquc01res_face_.+_(\d{8})\d{6}\.xml$)"};
    std::smatch match;
    if (!std::regex_match(file.name, match, kName))
        return "name";
    if (match.str(1) != today)
        return "not of today";
    if (file.bytes.size() > 4U << 20U || file.bytes.find("<!DOCTYPE") != std::string::npos)
        return "size or DTD";
    const auto document = parse(file);
    for (const auto* single :
         {"SegmentOfResult", "MedicalInstitutionCode", "ResultOfQualificationConfirmation"})
        if (all(document, single).size() != 1)
            return std::string{"not exactly one "} + single;
    for (const auto* atMostOne :
         {"InsurerNumber", "InsuredCardSymbol", "InsuredIdentificationNumber", "InsuredBranchNumber"})
        if (all(document, atMostOne).size() > 1)
            return std::string{"more than one "} + atMostOne;
    if (text(document, "SegmentOfResult") != "1")
        return "SegmentOfResult";
    if (!std::regex_match(text(document, "MedicalInstitutionCode"), std::regex{R"(\d{10})"}))
        return "MedicalInstitutionCode";
    if (text(document, "NameKana").empty())
        return "NameKana";
    if (!std::regex_match(text(document, "Birthdate"), std::regex{R"(\d{8})"}))
        return "Birthdate";
    return std::nullopt;
}

Verdict myclinic(const File& file)
{
    const auto document = parse(file);
    for (const auto* name : {"ProcessExecutionTime", "QualificationConfirmationDate",
                             "MedicalInstitutionCode", "ArbitraryFileIdentifier", "InsuredCardClassification",
                             "Name", "Sex1", "Birthdate", "InsurerName", "ProcessingResultStatus"})
        if (text(document, name).empty())
            return std::string{"no "} + name;
    if (!isOneOf(text(document, "ReferenceClassification"), {"1", "2"}))
        return "ReferenceClassification";
    if (!isOneOf(text(document, "SegmentOfResult"), {"1", "2", "9"}))
        return "SegmentOfResult";
    if (!isOneOf(text(document, "CharacterCodeIdentifier"), {"0", "1"}))
        return "CharacterCodeIdentifier";
    if (all(document, "ResultOfQualificationConfirmation").size() != 1)
        return "not exactly one result";
    if (!all(document, "SpecificDiseasesCertificateList").empty())
        return "SpecificDiseasesCertificateList";
    if (hasEmptyElement(document.child("XmlMsg")))
        return "an empty element";
    return std::nullopt;
}

Verdict resWatcher(const File& file)
{
    const auto document = parse(file);
    if (!file.name.ends_with(".xml"))
        return "name";
    if (!declaresUtf8(file))
        return "not UTF-8";
    if (text(document, "SegmentOfResult") != "1")
        return "SegmentOfResult";
    if (all(document, "ResultOfQualificationConfirmation").size() != 1)
        return "not exactly one result";
    return std::nullopt;
}

Verdict onlineService(const File& file, std::string_view fileIdentifier)
{
    if (!file.name.starts_with("OQSsiquc01res_"))
        return "name";
    if (!declaresUtf8(file))
        return "not UTF-8";
    const auto wanted =
        "<ArbitraryFileIdentifier>" + std::string{fileIdentifier} + "</ArbitraryFileIdentifier>";
    return file.bytes.find(wanted) == std::string::npos ? Verdict{"identifier"} : std::nullopt;
}

Verdict oqsDrug(const File& file)
{
    const auto document = parse(file);
    if (document.child("XmlMsg").empty())
        return "root";
    for (const auto* legacy : {"PharmaceuticalInfoConsFlg", "PharmacistsInfoAcquisitionTime"})
        if (!all(document, legacy).empty())
            return std::string{"an element that was corrected since: "} + legacy;
    return all(document, "ResultOfQualificationConfirmation").empty() ? Verdict{"no result"} : std::nullopt;
}

} // namespace madoguchi::readers
