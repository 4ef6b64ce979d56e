using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>The table of cross-appointments as a paper: the people in office on the day, in both directions. Journaled.</summary>
public sealed class ExportPairsPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, ListPairs.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var (_, all) = await ExportPairsWorkbook.LinesAsync(db, question, ct);
        var lines = all.Where(l => l.Pair.Member is not null || l.Pair.Guest is not null).ToList();
        if (lines.Count == 0)
            throw CrossAppointmentsRules.NoPairs();
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        var on = question.On ?? db.Today;
        return await db.ExportAsync(scope, "cross_appointments", null, lines.Count, () => Compose(lines, place, on), ct);
    }

    private static (string, Paper) Compose(List<ExportPairsWorkbook.Line> lines, string? place, DateOnly on)
    {
        var title = place + Wording.T("CrossAppointments.PaperTitle");
        var mutual = lines.Count(l => l.Pair.Status == PairStatus.Mutual);
        return (
            title,
            new Paper([
                new Block.Title(title),
                new Block.Line(Wording.T("CrossAppointments.PaperOn", on.InShort()), LineSide.Middle),
                new Block.Line(Wording.T("CrossAppointments.PaperSums", lines.Count, mutual, lines.Count - mutual)),
                Block.Table.Of<ExportPairsWorkbook.Line>(
                    Wording.T("Exports.Ordinal"),
                    [
                        new(Wording.T("Exports.Unit"), 20, l => l.Unit.Unit),
                        new(Wording.T("Exports.Committee"), 20, l => l.Pair.Committee),
                        new(Wording.T("CrossAppointments.Status"), 8, l => Wording.T("CrossAppointments.Short_" + l.Pair.Status)),
                        new(Wording.T("CrossAppointments.Member"), 10, l => l.Pair.Member?.Name),
                        new(Wording.T("CrossAppointments.MemberTitle"), 12, l => l.Pair.Member?.Title),
                        new(Wording.T("CrossAppointments.MemberSince"), 20, l => l.Pair.Member?.Since.InShort()),
                        new(Wording.T("CrossAppointments.Guest"), 10, l => l.Pair.Guest?.Name),
                        new(Wording.T("CrossAppointments.GuestTitle"), 13, l => l.Pair.Guest?.Title),
                        new(Wording.T("CrossAppointments.GuestSince"), 20, l => l.Pair.Guest?.Since.InShort()),
                    ],
                    lines
                ),
            ])
            {
                IsAcross = true,
            }
        );
    }
}
