// SPDX-License-Identifier: Apache-2.0
#include "practice/central/QualificationStore.h"

#include "domain/eligibility/NameKey.h"
#include "formats/oqs/QualificationAnswer.h"

#include <sqlite3.h>

#include <algorithm>

namespace madoguchi {
namespace {

constexpr const char* kSchema = R"sql(
PRAGMA foreign_keys = ON;
DROP TABLE IF EXISTS qualification;
CREATE TABLE IF NOT EXISTS person (number INTEGER PRIMARY KEY, registered INTEGER NOT NULL);
CREATE TABLE qualification (
    person INTEGER NOT NULL REFERENCES person(number),
    insurer TEXT NOT NULL, symbol TEXT NOT NULL, number TEXT NOT NULL, -- symbol and number folded
    known_from TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_number ON qualification (insurer, number, symbol);
CREATE TABLE IF NOT EXISTS reference_number (
    institution TEXT NOT NULL, insurer TEXT NOT NULL, symbol TEXT NOT NULL, number TEXT NOT NULL,
    branch TEXT NOT NULL, reference TEXT NOT NULL,
    PRIMARY KEY (institution, insurer, symbol, number, branch));
CREATE TABLE IF NOT EXISTS consent (
    person INTEGER NOT NULL, institution TEXT NOT NULL, consents TEXT NOT NULL, given TEXT NOT NULL,
    until TEXT NOT NULL);
)sql";

Fault refused(sqlite3* database)
{
    return {
        .code = FaultCode::Internal, .value = sqlite3_extended_errcode(database), .where = "practice/store"};
}

/// One prepared statement; parameters in order, then step().
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql) : database_{database}
    {
        sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& with(const std::string& text)
    {
        sqlite3_bind_text(statement_, ++parameter_, text.data(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT);
        return *this;
    }
    Statement& with(std::int64_t number)
    {
        sqlite3_bind_int64(statement_, ++parameter_, number);
        return *this;
    }

    /// True while there is a row.
    Result<bool> step()
    {
        switch (statement_ ? sqlite3_step(statement_) : SQLITE_ERROR) {
        case SQLITE_ROW:
            return true;
        case SQLITE_DONE:
            return false;
        default:
            return refused(database_);
        }
    }
    Result<void> run()
    {
        const auto row = step();
        return row ? Result<void>{} : Result<void>{row.fault()};
    }

    [[nodiscard]] std::string text(int column) const
    {
        const auto* bytes = sqlite3_column_text(statement_, column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return bytes ? std::string{reinterpret_cast<const char*>(bytes), size} : std::string{};
    }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }

private:
    sqlite3* database_;
    sqlite3_stmt* statement_{nullptr};
    int parameter_{0};
};

/// Commits at the end or takes everything back.
class Transaction {
public:
    explicit Transaction(sqlite3* database) : database_{database} { execute("BEGIN IMMEDIATE"); }
    ~Transaction()
    {
        if (!committed_)
            execute("ROLLBACK");
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Result<void> commit()
    {
        committed_ = execute("COMMIT");
        return committed_ ? Result<void>{} : Result<void>{refused(database_)};
    }

private:
    bool execute(const char* sql)
    {
        return sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    sqlite3* database_;
    bool committed_{false};
};

Result<std::string> asXml(const Qualification& qualification)
{
    // Only the result matters here; the rest makes it a message that can be read back.
    EligibilityAnswer answer;
    answer.executedAt = "20000101000000";
    answer.institutionCode = "0000000000";
    answer.segmentOfResult = "1";
    answer.processingStatus = "1";
    answer.results = {qualification};
    return writeQualificationAnswer(answer, Encoding::Utf8);
}

Result<Qualification> fromXml(const std::string& xml)
{
    auto answer = readQualificationAnswer(xml);
    if (!answer || answer->results.size() != 1)
        return Fault{.code = FaultCode::Internal, .where = "practice/record"};
    return std::move(answer->results.front());
}

Result<void> addPerson(sqlite3* database, const InsuredPerson& person)
{
    return Statement{database, "INSERT INTO person VALUES (?, ?) ON CONFLICT (number) DO NOTHING"}
        .with(person.number)
        .with(std::int64_t{person.registered})
        .run();
}

Result<void> addRecord(sqlite3* database, std::uint32_t person, const RegisteredQualification& registered)
{
    const Qualification& q = registered.qualification;
    const auto xml = asXml(q);
    if (!xml)
        return xml.fault();
    return Statement{database, "INSERT INTO qualification VALUES (?, ?, ?, ?, ?, ?)"}
        .with(person)
        .with(q.insurerNumber)
        .with(symbolKey(q.symbol))
        .with(symbolKey(q.number))
        .with(registered.knownFrom)
        .with(*xml)
        .run();
}

} // namespace

void QualificationStore::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

QualificationStore::QualificationStore(std::unique_ptr<sqlite3, Close> database)
    : database_{std::move(database)}
{
}
QualificationStore::~QualificationStore() = default;

Result<std::unique_ptr<QualificationStore>> QualificationStore::open(const std::filesystem::path& file)
{
    sqlite3* raw = nullptr;
    const std::string name = file.empty() ? ":memory:" : file.string();
    const int opened = sqlite3_open_v2(
        name.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    std::unique_ptr<sqlite3, Close> database{raw};
    if (opened != SQLITE_OK || sqlite3_exec(raw, kSchema, nullptr, nullptr, nullptr) != SQLITE_OK)
        return refused(raw);
    return std::unique_ptr<QualificationStore>{new QualificationStore{std::move(database)}};
}

Result<void> QualificationStore::seed(const std::vector<InsuredPerson>& people)
{
    Transaction transaction{database_.get()};
    if (const auto emptied = Statement{database_.get(), "DELETE FROM qualification"}.run(); !emptied)
        return emptied;
    for (const InsuredPerson& person : people) {
        if (const auto added = addPerson(database_.get(), person); !added)
            return added;
        for (const RegisteredQualification& registered : person.history)
            if (const auto added = addRecord(database_.get(), person.number, registered); !added)
                return added;
    }
    return transaction.commit();
}

Result<History> QualificationStore::historyOf(std::uint32_t person, const std::string& asked)
{
    Statement rows{database_.get(), "SELECT record FROM qualification WHERE person = ? AND known_from <= ?"};
    rows.with(person).with(asked);
    History history;
    for (;;) {
        const auto row = rows.step();
        if (!row)
            return row.fault();
        if (!*row)
            return history;
        auto record = fromXml(rows.text(0));
        if (!record)
            return record.fault();
        history.push_back(std::move(*record));
    }
}

Result<std::vector<PersonHistory>> QualificationStore::holdersOf(const QualificationRequest& request,
                                                                 const std::string& asked)
{
    Statement rows{database_.get(),
                   "SELECT DISTINCT person FROM qualification WHERE insurer = ? AND symbol = ? AND "
                   "number = ? AND known_from <= ?"};
    rows.with(request.insurerNumber)
        .with(symbolKey(request.symbol))
        .with(symbolKey(request.number))
        .with(asked);
    std::vector<PersonHistory> holders;
    for (;;) {
        const auto row = rows.step();
        if (!row)
            return row.fault();
        if (!*row)
            return holders;
        const auto person = static_cast<std::uint32_t>(rows.number(0));
        auto history = historyOf(person, asked);
        if (!history)
            return history.fault();
        holders.push_back({person, std::move(*history)});
    }
}

Result<bool> QualificationStore::registered(std::uint32_t person)
{
    Statement row{database_.get(), "SELECT registered FROM person WHERE number = ?"};
    const auto found = row.with(person).step();
    if (!found)
        return found.fault();
    return *found && row.number(0) != 0;
}

Result<void> QualificationStore::registerCard(std::uint32_t person)
{
    return Statement{database_.get(),
                     "INSERT INTO person VALUES (?, 1) ON CONFLICT (number) DO UPDATE SET registered = 1"}
        .with(person)
        .run();
}

Result<void> QualificationStore::setReferenceNumber(const std::string& institution,
                                                    const ReferenceNumberEntry& entry)
{
    return Statement{database_.get(), "INSERT OR REPLACE INTO reference_number VALUES (?, ?, ?, ?, ?, ?)"}
        .with(institution)
        .with(entry.insurerNumber)
        .with(symbolKey(entry.symbol))
        .with(symbolKey(entry.number))
        .with(entry.branch)
        .with(entry.referenceNumber)
        .run();
}

Result<std::string> QualificationStore::referenceNumber(const std::string& institution,
                                                        const Qualification& q)
{
    Statement row{database_.get(),
                  "SELECT reference FROM reference_number WHERE institution = ? AND insurer = ? AND "
                  "symbol = ? AND number = ? AND branch = ?"};
    const auto found = row.with(institution)
                           .with(q.insurerNumber)
                           .with(symbolKey(q.symbol))
                           .with(symbolKey(q.number))
                           .with(q.branch)
                           .step();
    if (!found)
        return found.fault();
    return *found ? row.text(0) : std::string{};
}

Result<void> QualificationStore::recordConsents(std::uint32_t person, const std::string& institution,
                                                const std::string& consents, const std::string& time,
                                                const std::string& until)
{
    return Statement{database_.get(), "INSERT INTO consent VALUES (?, ?, ?, ?, ?)"}
        .with(person)
        .with(institution)
        .with(consents)
        .with(time)
        .with(until)
        .run();
}

Result<int> QualificationStore::consentCount(std::uint32_t person)
{
    Statement row{database_.get(), "SELECT COUNT(*) FROM consent WHERE person = ?"};
    const auto found = row.with(person).step();
    if (!found)
        return found.fault();
    return static_cast<int>(row.number(0));
}

} // namespace madoguchi
