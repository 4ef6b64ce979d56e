using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Nominations.Renewals;

/// <summary>
/// The working sheet of a renewal, to be printed and taken round: the rows of <see cref="SeeRenewal"/>, in its order. Journaled.
/// </summary>
public sealed class ExportRenewalPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid renewalId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var renewal = await SeeRenewal.ReadAsync(db, renewalId, ct);
        return await db.ExportAsync(scope, "renewals", renewalId, renewal.Rows.Count, () => Compose(renewal), ct);
    }

    private static (string, Paper) Compose(SeeRenewal.Answer renewal)
    {
        var title = RenewalColumns.Title(renewal);
        return (
            title,
            new Paper([
                new Block.Title(title),
                new Block.Line(RenewalColumns.Summary(renewal)),
                renewal.Rows.Count == 0
                    ? new Block.Paragraph(Wording.T("Terms.NoSeats"))
                    : Block.Table.Of(Wording.T("Exports.Ordinal"), RenewalColumns.All, renewal.Rows, rowHeight: 12),
            ])
            {
                IsAcross = true,
            }
        );
    }
}
