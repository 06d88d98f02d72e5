// SPDX-License-Identifier: Apache-2.0
// The records of the card's face and text applications, built and signed as the municipality does: BER-TLV
// with an offset table first where the original has one. Offsets count from the first byte of the file.
#pragma once

#include "drivers/sim/card/CardKey.h"
#include "drivers/sim/personas/Persona.h"

namespace madoguchi::sim {

/// Surface 0001, FF10: birth date, card key, signature over both (opened by the birth date).
[[nodiscard]] Bytes ageRecord(const Persona& persona, const CardKey& cardKey, const CardKey& issuer);

/// Surface 0002, FF20: birth, sex, card key, pictures of name and address, `photo` (JP2, may be empty), the
/// signature of three parts, expiry and the security code's picture (these two are not signed).
[[nodiscard]] Bytes faceRecord(const Persona& persona, const CardKey& cardKey, const CardKey& issuer,
                               const Bytes& photo);

/// Surface 0003, FF30, and text 0005, FF40: what describes the application. Nothing in it is secret or
/// signed.
[[nodiscard]] Bytes surfaceInformation();
[[nodiscard]] Bytes textInformation();

/// Surface 0005, FF40: a picture of `number`, card key, signature.
[[nodiscard]] Bytes numberPictureRecord(std::string_view number, const CardKey& cardKey,
                                        const CardKey& issuer);

/// Text 0001, FF10: `number` and two bytes of filler (17 bytes).
[[nodiscard]] Bytes numberRecord(std::string_view number);

/// Text 0002, FF20: name, address, birth, sex.
[[nodiscard]] Bytes attributesRecord(const Persona& persona);

/// Text 0003, FF30: hashes of the two above and a signature over them.
[[nodiscard]] Bytes textSignatureRecord(const Bytes& number, const Bytes& attributes, const CardKey& issuer);

/// Text 0007, FF50: card key and signature.
[[nodiscard]] Bytes textKeyRecord(const CardKey& cardKey, const CardKey& issuer);

/// Card-info application 0001, record 1: 15 digits of serial number, municipality, expiry.
[[nodiscard]] Bytes cardInfoRecord(const Persona& persona);

/// JPKI 0006: PKCS#11's CK_TOKEN_INFO with 32-bit numbers, 160 bytes; `label` says what kind of token this
/// is.
[[nodiscard]] Bytes tokenInformation(std::string_view label);

/// Five digits that no municipality has.
inline constexpr std::string_view kMunicipality = "99999";

} // namespace madoguchi::sim
