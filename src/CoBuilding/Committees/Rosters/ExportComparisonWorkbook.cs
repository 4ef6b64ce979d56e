using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// What differs between two states of a roster, as a workbook: the rows of <see cref="CompareRosters"/>, in its order. Journaled.
/// </summary>
public sealed class ExportComparisonWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, CompareRosters.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var compared = await CompareRosters.ReadAsync(db, question, ct);
        return await db.ReprintAsync(
            scope,
            "committees",
            question.CommitteeId,
            compared.Rows.Count,
            question.Now.Known,
            () => Compose(compared),
            ct
        );
    }

    private static (string, IReadOnlyList<Sheet>) Compose(CompareRosters.Answer compared)
    {
        var title = Wording.T("Timeline.ComparisonTitle", compared.Committee);
        var (then, now) = (compared.Then, compared.Now);
        var sheet = Sheet.Of(
            Wording.T("Timeline.Compare"),
            title,
            [
                Wording.T("Timeline.ComparisonOf", DifferenceText.Say(then), DifferenceText.Say(now)),
                Figures(then, now),
                Wording.T("Timeline.Counted", compared.Rows.Count, compared.Corrections),
            ],
            [
                new(Wording.T("Exports.Unit"), 26, r => r.Unit),
                new(Wording.T("Exports.SeatTitle"), 12, r => r.Seat),
                new(Wording.T("Timeline.What"), 14, r => Wording.T(r.What)),
                new(Wording.T("Timeline.Then"), 30, r => DifferenceText.Say(r.Then, then.On, r.What)),
                new(Wording.T("Timeline.CorrectedTo"), 30, r => r.IsAfterTheFact ? DifferenceText.Say(r.Corrected, then.On, r.What) : null),
                new(Wording.T("Timeline.Now"), 30, r => DifferenceText.Say(r.Now, now.On, r.What)),
                new(Wording.T("Timeline.Causes"), 44, r => string.Join('\n', r.Causes.Select(DifferenceText.Say))),
                Export.Key<CompareRosters.Row>(r => r.SeatId),
            ],
            compared.Rows
        );
        return (title, [sheet]);
    }

    public static string Figures(CompareRosters.Side then, CompareRosters.Side now) =>
        Wording.T("Timeline.Figures", then.Seats, now.Seats, then.Members, now.Members, then.Vacancies, now.Vacancies);
}
