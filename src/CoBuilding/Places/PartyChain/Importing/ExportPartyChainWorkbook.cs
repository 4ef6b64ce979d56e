using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Places.PartyChain.Importing;

/// <summary>The Party organizations of a place and of those below it as a workbook that can be imported again. Journaled.</summary>
public sealed class ExportPartyChainWorkbook(Door door)
{
    private sealed record Row(ChainNode Node, string? Superior);

    /// <param name="on">A day; null means today.</param>
    public async Task<DocumentFile> AskAsync(Scope scope, Guid placeId, DateOnly? on, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var chain = await SeePartyChain.ReadAsync(db, placeId, on ?? db.Today, isWhole: true, ct);
        if (!chain.IsWithin)
            throw new Data.NotFound();
        List<Row> rows = [];
        foreach (var root in chain.Roots)
            Add(root, null);
        var truncated = new Truncated<Row>([.. rows.Take(Export.MostRows)], rows.Count > Export.MostRows);
        return await db.ExportAsync(scope, "party_organizations", null, truncated.Rows.Count, () => Compose(db, chain, truncated), ct);

        void Add(ChainNode node, ChainNode? above)
        {
            rows.Add(new Row(node, above is not null && above.PlaceId == node.PlaceId ? above.Name : null));
            foreach (var below in node.Nodes)
                Add(below, node);
        }
    }

    private static (string, IReadOnlyList<Sheet>) Compose(Data.PortalDb db, SeePartyChain.Answer chain, Truncated<Row> rows)
    {
        var title = Wording.T("PartyChain.ExportTitle", chain.Place.Name);
        var sheet = Sheet.Of(
            Wording.T("PartyChain.List"),
            title,
            [.. Export.Subtitles(db, rows, chain.On == db.Today ? null : chain.On.InFull())],
            [
                new(Label(ChainColumn.Name), 34, r => r.Node.Name),
                new(Label(ChainColumn.Kind), 12, r => Wording.T(r.Node.Kind)),
                new(Label(ChainColumn.Street), 16, r => Street(chain.Places[r.Node.PlaceId])),
                new(
                    Label(ChainColumn.Place),
                    16,
                    r => chain.Places[r.Node.PlaceId] is { Level: PlaceLevel.Community } place ? place.Name : null
                ),
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

    private static string Street(SeePartyChain.PlaceRow place) => place.Level == PlaceLevel.Community ? place.ParentName! : place.Name;

    private static string Label(ChainColumn column) => ChainColumns.Words.Label(column);
}
