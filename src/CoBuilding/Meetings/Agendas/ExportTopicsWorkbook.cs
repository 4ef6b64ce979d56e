using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Agendas;

/// <summary>The topics of a planned meeting as a workbook: the rows of <see cref="SeePlan"/>, in its order. Journaled.</summary>
public sealed class ExportTopicsWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, Guid planId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var plan = await SeePlan.ReadAsync(db, planId, ct);
        return await db.ExportAsync(scope, "topics", planId, plan.Topics.Count, () => Compose(plan), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(SeePlan.Answer plan)
    {
        var title = Wording.T("Topics.ExportTitle", plan.Plan.Title);
        var titles = plan.Topics.ToDictionary(t => t.Id, t => t.Title);
        var sheet = Sheet.Of(
            Wording.T("Topics.Topics"),
            title,
            [plan.Host],
            [
                new(Wording.Label("Topic"), 40, t => t.Title),
                new(Wording.T("Exports.Unit"), 26, t => t.Unit ?? Wording.T("Topics.OfHost")),
                new(Wording.Label("CategoryId"), 14, t => t.Category),
                new(Wording.Label("Necessity"), 40, t => t.Necessity),
                new(Wording.Label("Minutes"), 10, t => t.Minutes),
                new(Wording.Label("Source"), 12, t => Wording.T(t.Source)),
                new(Wording.Label("ProposedBy"), 12, t => t.ProposedBy),
                new(Wording.Label("ProposedAt"), 20, t => t.ProposedAt.InFull()),
                new(Wording.Label("Verdict"), 12, t => Wording.T(t.State)),
                new(Wording.T("Topics.Into"), 30, t => t.MergedIntoId is { } into ? titles.GetValueOrDefault(into) : null),
                new(Wording.Label("Answer"), 30, t => t.Reply),
                Export.Key<SeePlan.Item>(t => t.Id),
            ],
            plan.Topics
        );
        return (title, [sheet]);
    }
}
