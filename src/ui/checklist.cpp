// SPDX-License-Identifier: Apache-2.0
#include "ui/checklist.h"

#include <QCoreApplication>

namespace smartca::ui {
namespace {

QString wordOf(Checklist::Mark mark)
{
    switch (mark) {
    case Checklist::Waiting:
        //: screen reader: a row of a list that is not done yet
        return Checklist::tr("chưa xong");
    case Checklist::Running:
        //: screen reader: a row of a list that is being worked on
        return Checklist::tr("đang làm");
    case Checklist::Done:
        //: screen reader: a row of a list that is done
        return Checklist::tr("đã xong");
    case Checklist::Failed:
        //: screen reader: a row of a list that failed
        return Checklist::tr("không được");
    }
    return {};
}

} // namespace

void Checklist::setRows(const QList<Row> &rows)
{
    if (rows.size() != rows_.size()) {
        beginResetModel();
        rows_ = rows;
        endResetModel();
        Q_EMIT countChanged();
        return;
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (rows_[i] == rows[i])
            continue;
        rows_[i] = rows[i];
        Q_EMIT dataChanged(index(i), index(i));
    }
}

void Checklist::retranslate()
{
    if (!rows_.isEmpty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {SpokenRole});
}

int Checklist::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Checklist::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const auto &row = rows_[index.row()];
    switch (role) {
    case TitleRole:
        return row.title;
    case DetailRole:
        return row.detail;
    case MarkRole:
        return row.mark;
    case LastRole:
        return index.row() == count() - 1;
    case SpokenRole:
        return row.detail.isEmpty()
                   ? row.title + QStringLiteral(", ") + wordOf(row.mark)
                   : row.title + QStringLiteral(", ") + wordOf(row.mark) + QStringLiteral(". ") + row.detail;
    default:
        return {};
    }
}

QHash<int, QByteArray> Checklist::roleNames() const
{
    return {{TitleRole, "title"},
            {DetailRole, "detail"},
            {MarkRole, "mark"},
            {LastRole, "last"},
            {SpokenRole, "spoken"}};
}

} // namespace smartca::ui
