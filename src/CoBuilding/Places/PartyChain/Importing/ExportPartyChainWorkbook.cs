using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.PartyChain.Importing;

/// <summary>
/// The Party organizations of a place and of those below it, or of all within reach, as a workbook that can be imported again. Journaled.
/// </summary>
public sealed class ExportPartyChainWorkbook(Door door)
{
    private sealed record Row(ChainNode Node, SeePartyChain.PlaceRow Place, string? Superior);

    /// <param name="placeId">Null means every place within reach.</param>
    /// <param name="on">A day; null means today.</param>
    public async Task<DocumentFile> AskAsync(Scope scope, Guid? placeId, DateOnly? on, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        List<string> places = [];
        List<Row> rows = [];
        foreach (var id in placeId is { } asked ? [asked] : await HighestAsync(db, ct))
        {
            var chain = await SeePartyChain.ReadAsync(db, id, on ?? db.Today, isWhole: true, ct);
            if (!chain.IsWithin)
                throw new NotFound();
            places.Add(chain.Place.Name);
            foreach (var root in chain.Roots)
                Add(chain, root, null);
        }
        var truncated = new Truncated<Row>([.. rows.Take(Export.MostRows)], rows.Count > Export.MostRows);
        return await db.ExportAsync(
            scope,
            "party_organizations",
            null,
            truncated.Rows.Count,
            () => Compose(db, places, on ?? db.Today, truncated),
            ct
        );

        void Add(SeePartyChain.Answer chain, ChainNode node, ChainNode? above)
        {
            var superior = above is not null && above.PlaceId == node.PlaceId ? above.Name : null;
            rows.Add(new Row(node, chain.Places[node.PlaceId], superior));
            foreach (var below in node.Nodes)
                Add(chain, below, node);
        }
    }

    /// <summary>The places within reach that are below no other one within reach.</summary>
    private static async Task<Guid[]> HighestAsync(PortalDb db, CancellationToken ct)
    {
        var (everything, reached) = (db.Reach.Everything, db.Reach.Places);
        return await db
            .Places.AsNoTracking()
            .Where(p =>
                everything ? p.ParentId == null : reached.Contains(p.Id) && (p.ParentId == null || !reached.Contains(p.ParentId.Value))
            )
            .OrderBy(p => p.Code)
            .Select(p => p.Id)
            .ToArrayAsync(ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(PortalDb db, IReadOnlyList<string> places, DateOnly on, Truncated<Row> rows)
    {
        var title = Wording.T("PartyChain.ExportTitle", string.Join(Wording.T("Importing.Separator"), places));
        var sheet = Sheet.Of(
            Wording.T("PartyChain.List"),
            title,
            [.. Export.Subtitles(db, rows, on == db.Today ? null : on.InFull())],
            [
                new(Label(ChainColumn.Name), 34, r => r.Node.Name),
                new(Label(ChainColumn.Kind), 12, r => Wording.T(r.Node.Kind)),
                new(Label(ChainColumn.Street), 16, r => r.Place.Level == PlaceLevel.Community ? r.Place.ParentName : r.Place.Name),
                new(Label(ChainColumn.Place), 16, r => r.Place.Level == PlaceLevel.Community ? r.Place.Name : null),
                new(Label(ChainColumn.Superior), 28, r => r.Superior),
                new(Label(ChainColumn.Members), 10, r => r.Node.Own),
                new(Label(ChainColumn.AsOf), 16, r => r.Node.AsOf?.InShort()),
                new(Wording.T("PartyChain.SumOfBelow"), 12, r => r.Node.Below),
                Export.Key<Row>(r => r.Node.Id),
            ],
            rows.Rows
        );
        return (title, [sheet]);
    }

    private static string Label(ChainColumn column) => ChainColumns.Words.Label(column);
}
