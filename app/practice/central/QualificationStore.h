// SPDX-License-Identifier: Apache-2.0
// Qualification histories, first-use registrations, reference numbers and consents in SQLite. A qualification
// is kept as the XML it is sent in; beside it stand the columns it is found by. Not for several threads at
// once.
#pragma once

#include "practice/central/Decision.h"
#include "practice/central/QualificationFile.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

namespace madoguchi {

class QualificationStore {
public:
    /// `file` empty = in memory.
    static Result<std::unique_ptr<QualificationStore>> open(const std::filesystem::path& file);
    ~QualificationStore();
    QualificationStore(const QualificationStore&) = delete;
    QualificationStore& operator=(const QualificationStore&) = delete;

    /// Replaces all histories. Registrations, reference numbers and consents of earlier days stay.
    Result<void> seed(const std::vector<InsuredPerson>& people);

    /// What was known of the person on the day `asked` (YYYYMMDD).
    Result<History> historyOf(std::uint32_t person, const std::string& asked);

    /// Everybody who has a record under that insurer, symbol and number, with their whole history.
    Result<std::vector<PersonHistory>> holdersOf(const QualificationRequest& request,
                                                 const std::string& asked);

    Result<bool> registered(std::uint32_t person);
    Result<void> registerCard(std::uint32_t person);

    /// 照会番号: belongs to the institution and to the insurance, not to the person.
    Result<void> setReferenceNumber(const std::string& institution, const ReferenceNumberEntry& entry);
    Result<std::string> referenceNumber(const std::string& institution, const Qualification& qualification);

    /// One row for each question: who asked, which answers, from when until when (wire times).
    Result<void> recordConsents(std::uint32_t person, const std::string& institution,
                                const std::string& consents, const std::string& time,
                                const std::string& until);
    Result<int> consentCount(std::uint32_t person);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    explicit QualificationStore(std::unique_ptr<sqlite3, Close> database);
    std::unique_ptr<sqlite3, Close> database_;
};

} // namespace madoguchi
