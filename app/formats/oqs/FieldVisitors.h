// SPDX-License-Identifier: Apache-2.0
// What QualificationFields.h names, taken out of elements or written into a document. Private to
// app/messages.
#pragma once

#include "formats/oqs/QualificationAnswer.h"
#include "formats/oqs/XmlWriter.h"

#include <optional>
#include <utility>
#include <vector>

namespace madoguchi {

/// Takes texts out of the children of one element.
class FieldReader {
public:
    explicit FieldReader(const MessageElement& element) : element_{element} {}

    void text(std::string_view name, std::string& value) const { value = element_.textOf(name); }

    void insurer(std::string_view name, std::string& value) const
    {
        value = insurerNumberFromWire(element_.textOf(name));
    }

    void consent(const std::string& prefix, ConsentRecord& record) const
    {
        text(prefix + "ConsFlg", record.flag);
        text(prefix + "ConsTime", record.time);
    }

    void untilConsent(const std::string& prefix, ConsentRecord& record) const
    {
        consent(prefix, record);
        text(prefix + "AvailableTime", record.availableUntil);
    }

    void validity(std::string_view name, std::optional<Validity>& value) const
    {
        if (const auto text = element_.textOf(name); !text.empty())
            value = static_cast<Validity>(text[0] - '0'); // the vocabulary let 1 to 6 through
    }

    template<typename T, typename Fields>
    void container(std::string_view name, std::optional<T>& value, Fields fields) const
    {
        const auto* inner = element_.child(name);
        if (inner && !inner->children.empty()) {
            FieldReader reader{*inner};
            fields(value.emplace(), reader);
        }
    }

    template<typename T, typename Fields>
    void list(std::string_view listName, std::string_view name, std::vector<T>& values, Fields fields) const
    {
        const auto* items = element_.child(listName);
        if (!items)
            return;
        for (const auto& item : items->children) {
            if (item.name != name || item.children.empty())
                continue;
            FieldReader reader{item};
            fields(values.emplace_back(), reader);
        }
    }

    void pairs(std::vector<std::pair<std::string, std::string>>& values) const
    {
        for (const auto& child : element_.children) {
            if (!child.text.empty())
                values.emplace_back(child.name, child.text);
        }
    }

private:
    const MessageElement& element_;
};

/// Writes the same fields. Lists and containers without content vanish in the XmlWriter.
class FieldWriter {
public:
    explicit FieldWriter(XmlWriter& writer) : writer_{writer} {}

    void text(std::string_view name, const std::string& value) { writer_.text(name, value); }

    void insurer(std::string_view name, const std::string& value)
    {
        writer_.text(name, insurerNumberOnWire(value));
    }

    void consent(const std::string& prefix, const ConsentRecord& record)
    {
        text(prefix + "ConsFlg", record.flag);
        text(prefix + "ConsTime", record.time);
    }

    void untilConsent(const std::string& prefix, const ConsentRecord& record)
    {
        consent(prefix, record);
        text(prefix + "AvailableTime", record.availableUntil);
    }

    void validity(std::string_view name, const std::optional<Validity>& value)
    {
        if (value)
            writer_.text(name, std::to_string(static_cast<int>(*value)));
    }

    template<typename T, typename Fields>
    void container(std::string_view name, const std::optional<T>& value, Fields fields)
    {
        if (!value)
            return;
        writer_.open(name);
        fields(*value, *this);
        writer_.close();
    }

    template<typename T, typename Fields>
    void list(std::string_view listName, std::string_view name, const std::vector<T>& values, Fields fields)
    {
        writer_.open(listName);
        for (const auto& value : values) {
            writer_.open(name);
            fields(value, *this);
            writer_.close();
        }
        writer_.close();
    }

    void pairs(const std::vector<std::pair<std::string, std::string>>& values)
    {
        for (const auto& [name, value] : values)
            writer_.text(name, value);
    }

private:
    XmlWriter& writer_;
};

/// MessageHeader with what `fields` writes and the encoding; `fields` gets the FieldWriter.
template<typename Fields>
void writeHeader(XmlWriter& writer, Encoding encoding, Fields fields)
{
    FieldWriter fieldWriter{writer};
    writer.open("MessageHeader");
    writer.keepOpened();
    fields(fieldWriter);
    writer.text("CharacterCodeIdentifier", encoding == Encoding::Utf8 ? "0" : "1");
    writer.close();
}

} // namespace madoguchi
