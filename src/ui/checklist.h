// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>

namespace smartca::ui {

/// Rows with a mark: the password's rules (03) and the work in progress (07).
/// Roles for delegates (required properties): `title`, `detail` (may be empty), `mark` (Checklist.Mark),
/// `last` (bool: no joining line below), `spoken` (the whole row as one sentence, for Accessible.name).
class Checklist : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a view model")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Mark { Waiting, Running, Done, Failed };
    Q_ENUM(Mark)
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole, MarkRole, LastRole, SpokenRole };

    struct Row {
        QString title;
        QString detail;
        Mark mark = Waiting;
        friend bool operator==(const Row &, const Row &) = default;
    };

    using QAbstractListModel::QAbstractListModel;
    /// Changes only the rows that differ, so that delegates stay.
    void setRows(const QList<Row> &rows);
    void retranslate();
    [[nodiscard]] const QList<Row> &rows() const { return rows_; }
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    QList<Row> rows_;
};

} // namespace smartca::ui
