using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>
/// The ledger of units as filtered, to be printed: the rows of <see cref="ListUnits"/>, in its order, without numbers. Journaled.
/// </summary>
public sealed class ExportUnitsPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, ListUnits.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await (await ListUnits.RowsAsync(db, question, ct)).TruncatedAsync(ct);
        var contacts = await ExportUnitsWorkbook.ContactsAsync(db, [.. rows.Rows.Select(r => r.Id)], ct);
        var asked = await ExportUnitsWorkbook.FilterAsync(db, question, ct);
        return await db.ExportAsync(scope, "units", null, rows.Rows.Count, () => Compose(db, rows, contacts, asked), ct);
    }

    private static (string, Paper) Compose(
        PortalDb db,
        Truncated<ListUnits.Row> rows,
        IReadOnlyDictionary<Guid, ExportUnitsWorkbook.Contact> contacts,
        ExportUnitsWorkbook.Filter asked
    )
    {
        var title = Wording.T("Exports.UnitsTitle");
        var table = Block.Table.Of<ListUnits.Row>(
            Wording.T("Exports.Ordinal"),
            [
                new(Wording.T("Exports.Unit"), 30, r => r.Name),
                new(Wording.T("Exports.Kind"), 13, r => r.KindText),
                new(Wording.T("Exports.Street"), 14, r => r.Street ?? r.Place),
                new(Wording.T("Exports.Community"), 14, r => r.Street is null ? null : r.Place),
                new(Wording.T("Exports.SuperiorOrganization"), 20, r => r.SuperiorOrganization),
                new(Wording.T("Exports.PartyOrganization"), 13, r => Wording.T(r.PartyOrganization)),
                new(Wording.T("Exports.Secretary"), 10, r => r.Secretary),
                new(Wording.T("Exports.LiaisonOfficer"), 10, r => r.LiaisonOfficer),
                new(Wording.T("Exports.Address"), 24, r => contacts[r.Id].Address),
            ],
            rows.Rows
        );
        return (
            title,
            new Paper([
                new Block.Title(title),
                .. asked.InWords(db, rows).Select(l => new Block.Line(l)),
                table,
                new Block.Line(Export.Mark(db)),
            ])
            {
                IsAcross = true,
            }
        );
    }
}
