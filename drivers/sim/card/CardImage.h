// SPDX-License-Identifier: Apache-2.0
// What is written into a practice card: applications with files, secrets and keys. Plain data; PracticeCard
// gives it behaviour, CardMaker fills it for a person. The layout follows what is publicly known of the My
// Number Card.
#pragma once

#include "drivers/sim/card/CardKey.h"
#include "foundation/base/Bytes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace madoguchi {

/// A transparent file: its bytes, filler (FF) behind the content included.
struct BinaryFile {
    Bytes content;
};

/// A record structured file; record numbers start at 1.
struct RecordFile {
    std::vector<Bytes> records;
};

/// Something VERIFY compares with, and its counter.
struct SecretFile {
    std::string value; ///< ASCII, 1 to 16; empty: nothing opens it
    int limit{3};
    int left{3};
};

struct KeyFile {
    sim::CardKey key;
};

/// Exists, and does not say what for.
struct InternalFile {};

struct CardFile {
    std::uint16_t id{0}; ///< 0001 to 001E; the low five bits are the short identifier
    std::variant<BinaryFile, RecordFile, SecretFile, KeyFile, InternalFile> body;
    /// Any one of these having been verified opens the file; empty: always open.
    std::vector<std::uint16_t> openedBy{};
};

struct CardApplication {
    Bytes aid;
    std::vector<CardFile> files{};
    std::optional<std::uint16_t> defaultKey{}; ///< what a signature with P2 = 00 uses
};

struct CardImage {
    Bytes atr;
    std::vector<CardApplication> applications;    ///< the first one is current after power-on
    std::map<std::uint16_t, Bytes> dataObjects{}; ///< GET DATA while the first application is current
    /// Whose terminal certificates the card accepts (invented, see TerminalGate.h).
    std::optional<sim::CardKey> terminalAuthority{};
    bool extendedLength{true}; ///< false: as if behind a reader that only knows short APDUs
};

} // namespace madoguchi
