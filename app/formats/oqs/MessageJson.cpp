// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/MessageJson.h"

#include "formats/oqs/MessageKind.h"
#include "formats/oqs/ReceiptRequests.h"
#include "formats/oqs/Vocabulary.h"

namespace madoguchi {
namespace {

using Json = nlohmann::ordered_json;

Json valueOf(std::string_view kind, const MessageElement& element);

void add(Json& object, std::string_view kind, const MessageElement& parent, const MessageElement& child)
{
    auto& slot = object[child.name];
    if (mayRepeat(kind, parent.name, child.name))
        slot.push_back(valueOf(kind, child));
    else
        slot = valueOf(kind, child);
}

Json objectOf(std::string_view kind, const MessageElement& element)
{
    auto object = Json::object();
    for (const auto& child : element.children)
        add(object, kind, element, child);
    return object;
}

Json valueOf(std::string_view kind, const MessageElement& element)
{
    return element.children.empty() ? Json(element.text) : objectOf(kind, element);
}

/// Where an answer keeps its persons: ResultList, or units side by side in a bulk answer.
bool holdsResults(const MessageElement& element)
{
    return element.name == "ResultList" || element.name == "BulkConfirmUnit";
}

void addResults(Json& results, std::string_view kind, const MessageElement& holder)
{
    if (holder.name == "BulkConfirmUnit") {
        results.push_back(valueOf(kind, holder));
        return;
    }
    for (const auto& result : holder.children)
        results.push_back(objectOf(kind, result));
}

Parsed<Json> documentJson(std::string_view bytes, std::string_view file)
{
    const auto document = readMessage(bytes, file);
    if (!document)
        return document.error();
    return toJson(*document);
}

/// The text beside a request that was sent back.
Parsed<Json> rejectionJson(std::string_view bytes, std::string_view file)
{
    const auto text = readRejection(bytes);
    if (!text)
        return text.error();
    return Json{{"kind", kindFromFileName(file).value_or("") + ".err"},
                {"header", Json::object()},
                {"body", Json::object()},
                {"results", Json::array()},
                {"rejection", *text}};
}

} // namespace

Json toJson(const MessageDocument& document)
{
    auto body = Json::object();
    auto results = Json::array();
    for (const auto& child : document.body.children) {
        if (holdsResults(child))
            addResults(results, document.kind, child);
        else
            add(body, document.kind, document.body, child);
    }
    return Json{{"kind", document.kind},
                {"header", objectOf(document.kind, document.header)},
                {"body", std::move(body)},
                {"results", std::move(results)}};
}

Json toJson(const MessageError& error)
{
    return Json{{"error", error.what}, {"line", error.line}, {"column", error.column}};
}

MessageLine describeMessage(std::string_view bytes, std::string_view file)
{
    const auto content = file.ends_with(".err") ? rejectionJson(bytes, file) : documentJson(bytes, file);
    Json line{{"file", file}};
    line.update(content ? *content : toJson(content.error()));
    // A file's name may be any bytes; everything else is sound UTF-8 already.
    return {line.dump(-1, ' ', false, Json::error_handler_t::replace), content.ok()};
}

} // namespace madoguchi
