using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Nominations.Renewals;

/// <summary>The working sheet of a renewal as a workbook: the rows of <see cref="SeeRenewal"/>, in its order. Journaled.</summary>
public sealed class ExportRenewalWorkbook(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, Guid renewalId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var renewal = await SeeRenewal.ReadAsync(db, renewalId, ct);
        return await db.ExportAsync(scope, "renewals", renewalId, renewal.Rows.Count, () => Compose(renewal), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(SeeRenewal.Answer renewal)
    {
        var title = RenewalColumns.Title(renewal);
        return (title, [Sheet.Of(Wording.T("Terms.Renewal"), title, [RenewalColumns.Summary(renewal)], RenewalColumns.All, renewal.Rows)]);
    }
}
