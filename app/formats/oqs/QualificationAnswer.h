// SPDX-License-Identifier: Apache-2.0
// OQSsiquc01res: the answer to a qualification query, also as the file a card reader's confirmation leaves in
// the face folder. Values are checked against the vocabulary on the way in; on the way out only what is there
// is written, and the insurer's number always with eight characters (shorter ones behind spaces).
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "formats/oqs/Encoding.h"
#include "formats/oqs/MessageDocument.h"

#include <string>
#include <string_view>

namespace madoguchi {

class XmlWriter;

/// Refuses what cannot be acted on: a header without result, a normal result without status, a person without
/// card class or date of birth.
[[nodiscard]] Parsed<EligibilityAnswer> readQualificationAnswer(std::string_view bytes);
[[nodiscard]] Parsed<EligibilityAnswer> qualificationAnswerOf(const MessageDocument& document);

/// MessageInvalid if a text is not text or cannot be written in the encoding: see ReceiptCopy.h.
[[nodiscard]] Result<std::string> writeQualificationAnswer(const EligibilityAnswer& answer,
                                                           Encoding encoding);

/// The two halves, for bodies that carry more than this message does.
void writeAnswerHeader(XmlWriter& writer, const EligibilityAnswer& answer, Encoding encoding);
void writeAnswerElements(XmlWriter& writer, const EligibilityAnswer& answer);

/// The eight digits of core as the eight characters of the interface: "00123456" is "  123456".
[[nodiscard]] std::string insurerNumberOnWire(std::string_view digits);

/// What stands in a file as core holds it: eight digits, zeros in front.
[[nodiscard]] std::string insurerNumberFromWire(std::string_view text);

} // namespace madoguchi
