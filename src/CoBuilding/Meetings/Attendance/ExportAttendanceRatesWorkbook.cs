using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Attendance;

/// <summary>The figures of <see cref="SeeAttendanceRates"/> as a workbook: people on one sheet, units on another. Journaled.</summary>
public sealed class ExportAttendanceRatesWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, SeeAttendanceRates.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rates = await SeeAttendanceRates.ReadAsync(db, question, ct);
        return await db.ExportAsync(
            scope,
            question.UnitId is null ? "committees" : "units",
            question.UnitId ?? question.CommitteeId,
            rates.Holders.Count,
            () => Compose(rates),
            ct
        );
    }

    private static (string, IReadOnlyList<Sheet>) Compose(SeeAttendanceRates.Answer rates)
    {
        var title = Wording.T("Attendance.RatesTitle", rates.Of);
        IReadOnlyList<string> head =
        [
            Wording.T("Attendance.RatesHead", rates.From.InShort(), rates.Until.InShort(), rates.Meetings),
            Wording.T("Attendance.RatesText"),
        ];
        return (
            title,
            [
                Sheet.Of(
                    Wording.T("Attendance.OfPeople"),
                    title,
                    head,
                    [
                        new Column<SeeAttendanceRates.HolderRow>(Wording.T("Exports.Holder"), 12, r => r.Name),
                        new(Wording.T("Exports.Unit"), 28, r => r.Unit),
                        new(Wording.T("Exports.SeatTitle"), 12, r => r.SeatTitle),
                        new(Wording.T("Exports.Committee"), 28, r => r.Committee),
                        .. Counts<SeeAttendanceRates.HolderRow>(r => r.Counts),
                        new(Wording.T("Attendance.OwnRate"), 12, r => Wording.T("Attendance.Of", r.Counts.Present, r.Counts.Due)),
                        Export.Key<SeeAttendanceRates.HolderRow>(r => r.SeatId),
                    ],
                    rates.Holders
                ),
                Sheet.Of(
                    Wording.T("Attendance.OfUnits"),
                    title,
                    head,
                    [
                        new Column<SeeAttendanceRates.UnitRow>(Wording.T("Exports.Unit"), 28, r => r.Unit),
                        .. Counts<SeeAttendanceRates.UnitRow>(r => r.Counts),
                        new(Wording.T("Attendance.UnitRate"), 12, r => Wording.T("Attendance.Of", r.Counts.Represented, r.Counts.Due)),
                        Export.Key<SeeAttendanceRates.UnitRow>(r => r.UnitId),
                    ],
                    rates.Units
                ),
            ]
        );
    }

    private static IEnumerable<Column<T>> Counts<T>(Func<T, SeeAttendanceRates.Counts> of) =>
        [
            new(Wording.T("Exports.Due"), 8, r => of(r).Due),
            new(Wording.T("Attendance.InPerson"), 10, r => of(r).Present),
            new(Wording.T(Presence.Late), 10, r => of(r).Late),
            new(Wording.T(Presence.LeftEarly), 10, r => of(r).LeftEarly),
            new(Wording.T(Outcome.Substitute), 8, r => of(r).Substitutes),
            new(Wording.T(Outcome.Leave), 8, r => of(r).Leave),
            new(Wording.T(Outcome.Absent), 8, r => of(r).Absent),
            new(Wording.T(Outcome.Unmarked), 8, r => of(r).Unmarked),
        ];
}
