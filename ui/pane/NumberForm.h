// SPDX-License-Identifier: Apache-2.0
// What staff type from a paper (資格確認書): each field judged while it is typed, the question built when
// nothing is missing. A 12-digit 個人番号 never stays in any field: it is refused and wiped at once.
#pragma once

#include "domain/record/EligibilityQuery.h"
#include "foundation/base/CivilDate.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace madoguchi {

class NumberForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of PaneModel")
    Q_PROPERTY(QString insurer READ insurer WRITE setInsurer NOTIFY changed)
    Q_PROPERTY(QString symbol READ symbol WRITE setSymbol NOTIFY changed)
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY changed)
    Q_PROPERTY(QString branch READ branch WRITE setBranch NOTIFY changed)
    Q_PROPERTY(QString birth READ birth WRITE setBirth NOTIFY changed)
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY changed)
    Q_PROPERTY(int era READ era WRITE setEra NOTIFY changed) ///< 0 western, 1 明治 … 5 令和
    Q_PROPERTY(bool limitConsent READ limitConsent WRITE setLimitConsent NOTIFY changed)
    Q_PROPERTY(Insurer insurerState READ insurerState NOTIFY changed)
    Q_PROPERTY(
        int insurerKind READ insurerKind NOTIFY changed) ///< InsurerKind of a good number; -1: not known
    Q_PROPERTY(QString expectedDigit READ expectedDigit NOTIFY changed) ///< what the check digit should be
    Q_PROPERTY(bool branchAsked READ branchAsked NOTIFY changed) ///< 後期高齢者医療 (39…) has none
    Q_PROPERTY(Birth birthState READ birthState NOTIFY changed)
    Q_PROPERTY(QString birthWords READ birthWords NOTIFY changed) ///< the day that was understood
    Q_PROPERTY(
        bool dayGood READ dayGood NOTIFY changed) ///< a day that has come: nothing is known beyond today
    Q_PROPERTY(QString dayWordsText READ dayWordsText NOTIFY changed)
    Q_PROPERTY(bool refused READ refused NOTIFY changed) ///< a 12-digit number was just wiped
    Q_PROPERTY(bool complete READ complete NOTIFY changed)

public:
    enum Insurer { InsurerShort, InsurerWrong, InsurerGood, InsurerUnknown };
    Q_ENUM(Insurer)
    enum Birth {
        BirthShort,
        BirthWrong,
        EraWanted,     ///< a two-digit year without its era
        FullWanted,    ///< only month and day, but no branch beside it
        BirthMonthDay, ///< month and day, enough beside a branch
        BirthFull,
    };
    Q_ENUM(Birth)

    explicit NumberForm(QObject* parent = nullptr) : QObject{parent} {}

    void setToday(CivilDate today);

    [[nodiscard]] QString insurer() const { return insurer_; }
    void setInsurer(const QString& text) { set(insurer_, text); }
    [[nodiscard]] QString symbol() const { return symbol_; }
    void setSymbol(const QString& text) { set(symbol_, text); }
    [[nodiscard]] QString number() const { return number_; }
    void setNumber(const QString& text) { set(number_, text); }
    [[nodiscard]] QString branch() const { return branch_; }
    void setBranch(const QString& text) { set(branch_, text); }
    [[nodiscard]] QString birth() const { return birth_; }
    void setBirth(const QString& text) { set(birth_, text); }
    [[nodiscard]] QString day() const { return day_; }
    void setDay(const QString& text) { set(day_, text); }
    [[nodiscard]] int era() const { return era_; }
    void setEra(int era);
    [[nodiscard]] bool limitConsent() const { return limitConsent_; }
    void setLimitConsent(bool given);

    [[nodiscard]] Insurer insurerState() const;
    [[nodiscard]] int insurerKind() const;
    [[nodiscard]] QString expectedDigit() const;
    [[nodiscard]] bool branchAsked() const;
    [[nodiscard]] Birth birthState() const;
    [[nodiscard]] QString birthWords() const;
    [[nodiscard]] bool dayGood() const { return askedDay().has_value(); }
    [[nodiscard]] QString dayWordsText() const;
    [[nodiscard]] bool refused() const { return refused_; }
    [[nodiscard]] bool complete() const;

    /// Only when complete.
    [[nodiscard]] NumberQuery query() const;

    /// Empties every field.
    Q_INVOKABLE void clear();

signals:
    void changed();
    void typed(); ///< staff are at work: the visit's step may start anew

private:
    void set(QString& field, const QString& text);
    [[nodiscard]] std::string birthText() const;
    [[nodiscard]] std::optional<CivilDate> askedDay() const;
    [[nodiscard]] bool branchTyped() const;
    [[nodiscard]] std::string branchDigits() const;

    QString insurer_, symbol_, number_, branch_, birth_, day_;
    CivilDate today_{};
    int era_{0};
    bool limitConsent_{false};
    bool refused_{false};
};

} // namespace madoguchi
