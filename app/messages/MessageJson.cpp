// SPDX-License-Identifier: Apache-2.0
#include "messages/MessageJson.h"

#include "messages/Vocabulary.h"

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
    const auto document = readMessage(bytes, file);
    Json line{{"file", file}};
    line.update(document ? toJson(*document) : toJson(document.error()));
    // A file's name may be any bytes; everything else is sound UTF-8 already.
    return {line.dump(-1, ' ', false, Json::error_handler_t::replace), document.ok()};
}

} // namespace madoguchi
