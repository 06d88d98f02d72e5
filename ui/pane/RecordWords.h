// SPDX-License-Identifier: Apache-2.0
// One answer in the words a desk reads, by the rules of app/eligibility: what it means, for whom, for how
// long, what share is paid. What is not known says so; a ratio is never guessed.
#pragma once

#include "formats/record/PaneMessages.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class RecordWords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of PaneModel")
    Q_PROPERTY(bool there READ there NOTIFY changed)     ///< an answer has come
    Q_PROPERTY(bool person READ person NOTIFY changed)   ///< with a qualification in it
    Q_PROPERTY(bool good READ good NOTIFY changed)       ///< valid on the day
    Q_PROPERTY(bool several READ several NOTIFY changed) ///< twins: the branch is asked
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString printName READ printName NOTIFY changed) ///< never with ●; may be empty
    Q_PROPERTY(QString otherName READ otherName NOTIFY changed) ///< 通称, preferred for calling
    Q_PROPERTY(QString kana READ kana NOTIFY changed)
    Q_PROPERTY(QString birth READ birth NOTIFY changed)
    Q_PROPERTY(int age READ age NOTIFY changed) ///< -1 = not known
    Q_PROPERTY(int sex READ sex NOTIFY changed) ///< OQSCD007, 0 = not said
    Q_PROPERTY(QString insurer READ insurer NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString branch READ branch NOTIFY changed)
    Q_PROPERTY(int relation READ relation NOTIFY changed) ///< 1 本人, 2 家族, 0 = not said
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString day READ day NOTIFY changed) ///< 資格確認日
    Q_PROPERTY(QString start READ start NOTIFY changed)
    Q_PROPERTY(QString end READ end NOTIFY changed)             ///< the last day of cover; empty = open
    Q_PROPERTY(int percent READ percent NOTIFY changed)         ///< -1 = 要確認
    Q_PROPERTY(int ratioReason READ ratioReason NOTIFY changed) ///< of RatioReason
    Q_PROPERTY(
        QString elderlyPeriod READ elderlyPeriod NOTIFY changed) ///< of the 高齢受給者証 the ratio is from
    Q_PROPERTY(QString limitLabel READ limitLabel NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(QString reference READ reference NOTIFY changed)
    Q_PROPERTY(QList<int> consents READ consents NOTIFY changed) ///< 0 no, 1 yes, 2 expired, 3 not said
    Q_PROPERTY(QVariantList diffs READ diffs NOTIFY changed)     ///< {field, before, now, changed, takeable}
    Q_PROPERTY(bool chartThere READ chartThere NOTIFY changed)
    Q_PROPERTY(QString chartNumber READ chartNumber NOTIFY changed)
    Q_PROPERTY(int chartOthers READ chartOthers NOTIFY changed)
    Q_PROPERTY(bool otherPerson READ otherPerson NOTIFY changed) ///< the births differ: nothing may be taken
    Q_PROPERTY(int nameVerdict READ nameVerdict NOTIFY changed)  ///< of NameVerdict
    Q_PROPERTY(int maskedCharacters READ maskedCharacters NOTIFY changed)
    Q_PROPERTY(bool changes READ changes NOTIFY changed) ///< something may be taken over
    Q_PROPERTY(bool undoable READ undoable NOTIFY changed)
    Q_PROPERTY(bool chartFailed READ chartFailed NOTIFY changed)

public:
    explicit RecordWords(QObject* parent = nullptr) : QObject{parent} {}

    void show(const PaneView& view);

    [[nodiscard]] bool there() const { return record_.has_value(); }
    [[nodiscard]] bool person() const { return record_ && record_->results > 0; }
    [[nodiscard]] bool good() const;
    [[nodiscard]] bool several() const { return record_ && record_->validity == Validity::Several; }
    [[nodiscard]] QString name() const { return text(&PaneRecord::name); }
    [[nodiscard]] QString printName() const;
    [[nodiscard]] QString otherName() const { return text(&PaneRecord::nameOfOther); }
    [[nodiscard]] QString kana() const;
    [[nodiscard]] QString birth() const;
    [[nodiscard]] int age() const;
    [[nodiscard]] int sex() const;
    [[nodiscard]] QString insurer() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString branch() const { return text(&PaneRecord::branch); }
    [[nodiscard]] int relation() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString day() const;
    [[nodiscard]] QString start() const;
    [[nodiscard]] QString end() const;
    [[nodiscard]] int percent() const;
    [[nodiscard]] int ratioReason() const;
    [[nodiscard]] QString elderlyPeriod() const;
    [[nodiscard]] QString limitLabel() const;
    [[nodiscard]] QString notice() const { return text(&PaneRecord::notice); }
    [[nodiscard]] QString reference() const { return text(&PaneRecord::referenceNumber); }
    [[nodiscard]] QList<int> consents() const;
    [[nodiscard]] QVariantList diffs() const;
    [[nodiscard]] bool chartThere() const { return chart_.has_value(); }
    [[nodiscard]] QString chartNumber() const;
    [[nodiscard]] int chartOthers() const { return chart_ ? chart_->others : 0; }
    [[nodiscard]] bool otherPerson() const;
    [[nodiscard]] int nameVerdict() const;
    [[nodiscard]] int maskedCharacters() const;
    [[nodiscard]] bool changes() const { return changedFields() != 0; }
    [[nodiscard]] bool undoable() const { return chart_ && chart_->undo; }
    [[nodiscard]] bool chartFailed() const { return chart_ && chart_->failed; }

    /// The fields that differ and may be taken over.
    [[nodiscard]] std::uint32_t changedFields() const;

signals:
    void changed();

private:
    [[nodiscard]] QString text(std::string PaneRecord::*member) const;
    [[nodiscard]] ChartValues received() const;

    std::optional<PaneRecord> record_;
    std::optional<PaneChart> chart_;
};

} // namespace madoguchi
