// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/MessageDocument.h"

#include "formats/oqs/MessageKind.h"
#include "formats/oqs/QualificationAnswer.h"

#include "Fictional.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::string_literals;

namespace {

constexpr auto kName = "OQSsiquc01req_1.xml";

/// A request whose second line is `line`, in an otherwise sound message.
std::string withLine(const std::string& line)
{
    return "<XmlMsg><MessageHeader/><MessageBody>\n" + line + "\n</MessageBody></XmlMsg>";
}

MessageError errorOf(const std::string& bytes)
{
    const auto document = readMessage(bytes, kName);
    REQUIRE_FALSE(document.ok());
    return document.error();
}

std::string cp932(const std::string& utf8)
{
    return *toCp932(utf8);
}

} // namespace

TEST_CASE("elementsAreFoundWhateverTheirOrder")
{
    const auto document = readMessage("<XmlMsg><MessageBody><B>2</B><A>1</A></MessageBody>"
                                      "<MessageHeader><C>3</C></MessageHeader></XmlMsg>",
                                      kName);

    REQUIRE(document.ok());
    CHECK(document->kind == "OQSsiquc01req");
    CHECK(document->body.textOf("A") == "1");
    CHECK(document->body.textOf("B") == "2");
    CHECK(document->header.textOf("C") == "3");
    CHECK(document->header.textOf("A").empty());
    CHECK(document->header.child("A") == nullptr);
}

TEST_CASE("textIsTrimmedUnescapedAndJoined")
{
    const auto document = readMessage(
        withLine("<A> \t 一　二\r\n</A><B>&lt;&amp;&gt;&quot;&apos;&#x7A93;&#21475;</B><C><![CDATA[<x>]]></C>"
                 "<D>a<!-- b -->c</D><E/><F></F><G>　</G>"),
        kName);

    REQUIRE(document.ok());
    CHECK(document->body.textOf("A") == "一　二");
    CHECK(document->body.textOf("B") == "<&>\"'窓口");
    CHECK(document->body.textOf("C") == "<x>");
    CHECK(document->body.textOf("D") == "ac");
    CHECK(document->body.textOf("E").empty());
    CHECK(document->body.child("F") != nullptr);
    CHECK(document->body.textOf("G") == "　");
}

TEST_CASE("bothEncodingsAndAMarkAreAccepted")
{
    const auto declared = [](const std::string& encoding) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\" standalone=\"no\"?>\r\n" +
               withLine("<A>窓口ﾏﾄﾞ</A>");
    };
    struct Case {
        std::string bytes;
        Encoding encoding;
    };
    for (const auto& [bytes, encoding] :
         {Case{declared("UTF-8"), Encoding::Utf8}, Case{"\xEF\xBB\xBF" + declared("utf-8"), Encoding::Utf8},
          Case{withLine("<A>窓口ﾏﾄﾞ</A>"), Encoding::Utf8},
          Case{cp932(declared("Shift_JIS")), Encoding::Cp932},
          Case{cp932(declared("Windows-31J")), Encoding::Cp932},
          Case{"<?xml version='1.0' encoding='UTF-8'?>" + withLine("<A>窓口ﾏﾄﾞ</A>"), Encoding::Utf8}}) {
        const auto document = readMessage(bytes, kName);

        REQUIRE(document.ok());
        CHECK(document->encoding == encoding);
        CHECK(document->body.textOf("A") == "窓口ﾏﾄﾞ");
    }
}

TEST_CASE("errorsNameRuleLineAndColumn")
{
    struct Case {
        std::string line;
        std::string what;
        int column;
    };
    for (const auto& [line, what, column] : {
             Case{"<A>一</A><A>2</A>", "A: stands here twice", 9},
             Case{"  <Birthdate>19850230</Birthdate>", "Birthdate: not a day written YYYYMMDD", 3},
             Case{"<A>窓口<B/></A>", "A: text and elements stand side by side", 1},
             Case{"<A x='1'/>", "attributes are refused", 4},
             Case{"<A xmlns='u'/>", "attributes are refused", 4},
             Case{"<n:A/>", "namespaces are refused", 2},
             Case{"<A>&nbsp;</A>", "an '&' starts no reference that is known here", 4},
             Case{"<A>&#0;</A>", "an '&' starts no reference that is known here", 4},
             Case{"<A>&#xD800;</A>", "an '&' starts no reference that is known here", 4},
             Case{"<A>&#x110000;</A>", "an '&' starts no reference that is known here", 4},
             Case{"<A>&#99999999999;</A>", "an '&' starts no reference that is known here", 4},
             Case{"<A>&amp</A>", "an '&' starts no reference that is known here", 4},
             Case{"<A>]]></A>", "']]>' stands in the text", 4},
             Case{"<?php x?>", "processing instructions are refused", 1},
             Case{"<!ENTITY a 'b'>", "document type declarations are refused", 1},
             Case{"<!-- no end", "a comment does not end", 1},
             Case{"<![CDATA[ no end", "a CDATA section does not end", 1},
             Case{"<1/>", "an element name must start with a Latin letter", 2},
             Case{"<名/>", "an element name must start with a Latin letter", 2},
             Case{"<A\x01/>", "a control character is in the text", 3},
             Case{"<A>\u0085</A>", "a control character is in the text", 4},
             Case{"<A>一\uFFFD</A>", "a character was lost on the way here (replacement character)", 5},
             Case{"<A>一\xE3\x81</A>", "a byte sequence is not valid UTF-8", 5},
             Case{"<A>一"s + '\0' + "</A>", "a NUL is in the text", 5},
         }) {
        const auto error = errorOf(withLine(line));

        INFO(line);
        CHECK(error.what == what);
        CHECK(error.line == 2);
        CHECK(error.column == column);
    }
}

TEST_CASE("invalidCp932IsReportedInCharactersOfTheLine")
{
    const auto bytes =
        "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\n<XmlMsg>" + cp932("窓口") + "\x85\x40</XmlMsg>";

    const auto error = errorOf(bytes);

    CHECK(error.what == "a byte sequence is not valid Shift_JIS (CP932)");
    CHECK(error.line == 2);
    CHECK(error.column == 11);
}

TEST_CASE("valueThatBreaksARuleIsNotRepeated")
{
    const auto error = errorOf(withLine("<Birthdate>secret</Birthdate>"));

    CHECK(error.what.find("secret") == std::string::npos);
}

TEST_CASE("encodingOtherThanDeclaredIsRefused")
{
    const auto text = withLine("<A>窓口でお待ちください</A>");
    const auto utf8AsCp932 = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + text;
    const auto cp932AsUtf8 = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + cp932(text);
    const auto markedCp932 = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + text;

    CHECK(errorOf(utf8AsCp932).what == "the declaration says Shift_JIS, but the text is UTF-8");
    CHECK(errorOf(cp932AsUtf8).what == "a byte sequence is not valid UTF-8");
    CHECK(errorOf(markedCp932).what == "a UTF-8 byte order mark contradicts the declared encoding");
    CHECK(errorOf("<?xml version=\"1.0\" encoding=\"EUC-JP\"?>" + text).what ==
          "the declared encoding is neither UTF-8 nor Shift_JIS");
    CHECK(errorOf("<?xml version=\"1.0\" encoding=\"EUC-JP\"?>" + text).column == 31);
    CHECK(errorOf("<?xml version=\"1.1\"?>" + text).what == "the XML declaration does not say version 1.0");
    CHECK(errorOf("<?xml " + std::string(300, ' ') + "?>" + text).what == "the XML declaration does not end");
}

TEST_CASE("utf16And32AreRefusedByName")
{
    for (const auto& bytes : {"\xFF\xFE<\0x\0"s, "\xFE\xFF\0<\0x"s, "<\0x\0"s, "\0<\0x"s, "\0\0\xFE\xFF"s})
        CHECK(errorOf(bytes).what == "UTF-16 and UTF-32 are not accepted");
}

TEST_CASE("documentMustBeOneMessage")
{
    for (const auto* bytes : {"",
                              " ",
                              "text",
                              "<XmlMsg/>",
                              "<Other><MessageHeader/><MessageBody/></Other>",
                              "<XmlMsg><MessageBody/></XmlMsg>",
                              "<XmlMsg><MessageHeader/></XmlMsg>",
                              "<XmlMsg><MessageHeader/><MessageHeader/><MessageBody/></XmlMsg>",
                              "<XmlMsg><MessageHeader/><MessageBody/><Footer/></XmlMsg>",
                              "<XmlMsg><MessageHeader>x</MessageHeader><MessageBody/></XmlMsg>",
                              "<XmlMsg><MessageHeader/><MessageBody/></XmlMsg><XmlMsg/>",
                              "<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>x",
                              "<XmlMsg><MessageHeader/><MessageBody/>",
                              "<XmlMsg><MessageHeader/></MessageBody></XmlMsg>",
                              "<XmlMsg><MessageHeader/><MessageBody/></XmlMsg></X>",
                              "<XmlMsg><MessageHeader></XmlMsg></MessageHeader>",
                              "<XmlMsg",
                              "<",
                              "</XmlMsg>",
                              "<XmlMsg><"})
        CHECK_FALSE(readMessage(bytes, kName).ok());
}

TEST_CASE("depthIsBounded")
{
    const auto nested = [](int levels) {
        std::string text;
        for (int i = 0; i < levels; ++i)
            text += "<A>";
        for (int i = 0; i < levels; ++i)
            text += "</A>";
        return withLine(text);
    };

    CHECK(readMessage(nested(30), kName).ok()); // XmlMsg and MessageBody are the other two
    CHECK(errorOf(nested(31)).what == "elements are nested too deeply");
}

TEST_CASE("kindIsInTheFilesName")
{
    CHECK(kindFromFileName("OQSsiquc01res_face_1_2.xml") == "OQSsiquc01res");
    CHECK(kindFromFileName("/a/b/EPSsiDMP01req_x.xml") == "EPSsiDMP01req");
    CHECK(kindFromFileName("YZKsiquc01res.xml") == "YZKsiquc01res");
    CHECK(kindFromFileName("OQSmuimm02res_1.err") == "OQSmuimm02res");
    for (const auto* name :
         {"", "answer.xml", "OQSsiquc01_1.xml", "oqssiquc01res_1.xml", "OQSsiquc1res_1.xml",
          "OQSsiquc01resx_1.xml", "OQSsi-uc01res_1.xml", "OQS01res_.xml/"})
        CHECK_FALSE(kindFromFileName(name));
}

TEST_CASE("renamedFileIsKnownByItsContent")
{
    const auto face = *writeQualificationAnswer(fictional::plainAnswer(), Encoding::Utf8);

    const auto document = readMessage(face, "copy of a file.xml");

    REQUIRE(document.ok());
    CHECK(document->kind == "OQSsiquc01res");
    CHECK_FALSE(readMessage(withLine("<A/>"), "copy.xml").ok());
    CHECK(readMessage("<XmlMsg><MessageHeader><QuaInf/></MessageHeader></XmlMsg>", "x.xml")->kind ==
          "YZKsiquc01res");
}
