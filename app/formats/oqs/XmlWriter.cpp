// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/XmlWriter.h"

#include <algorithm>
#include <cassert>

namespace madoguchi {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

std::string escaped(std::string_view value)
{
    std::string text;
    text.reserve(value.size());
    for (const char c : value) {
        switch (c) {
        case '&':
            text += "&amp;";
            break;
        case '<':
            text += "&lt;";
            break;
        case '>':
            text += "&gt;";
            break;
        default:
            text += c;
        }
    }
    return text;
}

bool isText(std::string_view value)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    return std::none_of(value.begin(), value.end(), isControl) && !firstInvalidUtf8(value);
}

} // namespace

void XmlWriter::open(std::string_view name)
{
    opened_.emplace_back(name);
}

void XmlWriter::close()
{
    assert(!opened_.empty());
    const auto depth = opened_.size() - 1;
    if (written_ == opened_.size()) {
        indent(depth);
        xml_.append("</").append(opened_.back()).append(">").append(kLineEnd);
        --written_;
    }
    opened_.pop_back();
}

void XmlWriter::text(std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    sound_ = sound_ && isText(value);
    keepOpened();
    indent(opened_.size());
    xml_.append("<").append(name).append(">").append(escaped(value));
    xml_.append("</").append(name).append(">").append(kLineEnd);
}

void XmlWriter::keepOpened()
{
    for (; written_ < opened_.size(); ++written_) {
        indent(written_);
        xml_.append("<").append(opened_[written_]).append(">").append(kLineEnd);
    }
}

Result<std::string> XmlWriter::finish(Encoding encoding) &&
{
    assert(opened_.empty());
    const Fault unwritable{FaultCode::MessageInvalid, FaultSpace::None, 0, "messages/write"};
    if (!sound_)
        return unwritable;
    std::string document = "<?xml version=\"1.0\" encoding=\"";
    document.append(declaredName(encoding)).append("\" standalone=\"no\"?>").append(kLineEnd).append(xml_);
    if (encoding == Encoding::Utf8)
        return document;
    auto bytes = toCp932(document);
    return bytes ? Result<std::string>{*std::move(bytes)} : unwritable;
}

void XmlWriter::indent(std::size_t depth)
{
    xml_.append(depth, '\t');
}

} // namespace madoguchi
