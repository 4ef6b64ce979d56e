using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>The pairs as a workbook: the units of <see cref="ListPairs"/> in its order, a row for each committee. Journaled.</summary>
public sealed class ExportPairsWorkbook(Door door)
{
    internal sealed record Line(ListPairs.Row Unit, ListPairs.Cell Pair);

    public async Task<DocumentFile> AskAsync(Scope scope, ListPairs.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var (units, lines) = await LinesAsync(db, question, ct);
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        return await db.ExportAsync(scope, "cross_appointments", null, lines.Count, () => Compose(db, units, lines, question, place), ct);
    }

    internal static async Task<(Truncated<ListPairs.Row> Units, IReadOnlyList<Line> Lines)> LinesAsync(
        PortalDb db,
        ListPairs.Question question,
        CancellationToken ct
    )
    {
        var units = await ListPairs.Rows(db, question).TruncatedAsync(ct);
        var rows = await ListPairs.WithCellsAsync(db, units.Rows, question.On ?? db.Today, ct);
        return (units, [.. rows.SelectMany(r => r.Cells.Select(c => new Line(r, c)))]);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(
        PortalDb db,
        Truncated<ListPairs.Row> units,
        IReadOnlyList<Line> lines,
        ListPairs.Question question,
        string? place
    )
    {
        var title = Wording.T("CrossAppointments.PaperTitle");
        var day = question.On is { } on ? Wording.T("CrossAppointments.PaperOn", on.InShort()) : null;
        var filter = Export.Subtitles(
            db,
            new Truncated<Line>(lines, units.IsTruncated),
            place,
            question.Standing is { } standing ? Wording.T(standing) : null,
            day,
            question.Needle()
        );
        return (
            title,
            [
                Sheet.Of(
                    title,
                    title,
                    filter,
                    [
                        new(Wording.T("Exports.Street"), 14, l => l.Unit.Street ?? l.Unit.Place),
                        new(Wording.T("Exports.Community"), 14, l => l.Unit.Street is null ? null : l.Unit.Place),
                        new(Wording.T("Exports.Unit"), 30, l => l.Unit.Unit),
                        new(Wording.T("Exports.Committee"), 28, l => l.Pair.Committee),
                        new(Wording.T("CrossAppointments.Status"), 20, l => Wording.T(l.Pair.Status)),
                        new(Wording.T("CrossAppointments.Member"), 12, l => l.Pair.Member?.Name),
                        new(Wording.T("CrossAppointments.MemberTitle"), 14, l => l.Pair.Member?.Title),
                        new(Wording.T("CrossAppointments.MemberSince"), 16, l => l.Pair.Member?.Since.InShort()),
                        new(Wording.T("CrossAppointments.Guest"), 12, l => l.Pair.Guest?.Name),
                        new(Wording.T("CrossAppointments.GuestTitle"), 18, l => l.Pair.Guest?.Title),
                        new(Wording.T("CrossAppointments.GuestSince"), 16, l => l.Pair.Guest?.Since.InShort()),
                        new(Wording.T("CrossAppointments.PlannedUntil"), 16, l => l.Pair.Guest?.PlannedUntil?.InShort()),
                        new(Wording.T("CrossAppointments.DocumentNumber"), 18, l => l.Pair.Guest?.DocumentNumber),
                        new(Wording.T("CrossAppointments.Pending"), 14, l => l.Pair.Pending is { } step ? Wording.T(step) : null),
                        Export.Key<Line>(l => l.Unit.UnitId),
                    ],
                    lines
                ),
            ]
        );
    }
}
