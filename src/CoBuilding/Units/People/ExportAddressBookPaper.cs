using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.People;

/// <summary>
/// The liaison officers of the units as filtered, with a watermark naming the exporter and time. Full numbers are shown if the
/// reader may see them, and each is journaled as viewed; otherwise they are masked.
/// </summary>
public sealed class ExportAddressBookPaper(Door door)
{
    private sealed record Officer(Guid PersonId, string? Title, string? Mobile, bool IsWhole);

    public async Task<ExportedPaper> AskAsync(Scope scope, ListUnits.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await (await ListUnits.RowsAsync(db, question, ct)).TruncatedAsync(ct);
        var officers = await OfficersAsync(db, [.. rows.Rows.Select(r => r.Id)], ct);
        var asked = await ExportUnitsWorkbook.FilterAsync(db, question, ct);
        foreach (var person in officers.Values.Where(o => o.IsWhole && o.Mobile is not null).Select(o => o.PersonId).Distinct())
            db.AddJournalEntry("viewed", "people", person);
        return await db.ExportAsync(scope, "units", null, rows.Rows.Count, () => Compose(db, rows, officers, asked), ct);
    }

    /// <summary>As on the page, a number is shown because its owner holds a post within reach. Two statements.</summary>
    private static async Task<IReadOnlyDictionary<Guid, Officer>> OfficersAsync(PortalDb db, Guid[] ids, CancellationToken ct)
    {
        var held = PeopleQueries.Posts(db, db.Posts.On(db.Today));
        var seeing = await SeeingAsync(db, ct);
        var found = await db
            .Units.AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .Join(db.People, u => u.LiaisonOfficerId, p => p.Id, (u, l) => new { u, PersonId = l.MergedIntoId ?? l.Id })
            .Join(db.People, x => x.PersonId, p => p.Id, (x, p) => new { x.u, p })
            .Join(
                db.Places,
                x => x.u.PlaceId,
                p => p.Id,
                (x, place) =>
                    new
                    {
                        x.u.Id,
                        PersonId = x.p.Id,
                        x.p.Mobile,
                        place.ParentId,
                        PlaceId = place.Id,
                        Title = held.Where(h => h.PersonId == x.p.Id && h.Post.UnitId == x.u.Id)
                            .OrderBy(h => h.Post.IsSecretary)
                            .ThenBy(h => h.Post.Id)
                            .Select(h => h.Post.Title)
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync(ct);
        return found.ToDictionary(
            x => x.Id,
            x => new Officer(
                x.PersonId,
                x.Title,
                x.Mobile,
                x.Title is not null && seeing.Any(p => p.Level == PlaceLevel.District || p.Id == x.PlaceId || p.Id == x.ParentId)
            )
        );
    }

    /// <summary>
    /// Where the reader may see full numbers: the door was opened with the right to export, which an overseer holds as well.
    /// </summary>
    private static async Task<IReadOnlyList<(Guid Id, PlaceLevel Level)>> SeeingAsync(PortalDb db, CancellationToken ct)
    {
        var grants = await db
            .Grants.AsNoTracking()
            .On(db.Today)
            .Where(g => g.AccountId == db.JournalActor.AccountId && g.UnitId == null)
            .Join(
                db.Places,
                g => g.PlaceId,
                p => p.Id,
                (g, p) =>
                    new
                    {
                        g.Role,
                        p.Id,
                        p.Level,
                    }
            )
            .ToListAsync(ct);
        return [.. grants.Where(g => g.Role.Holds(Right.SeeMobile)).Select(g => (g.Id, g.Level))];
    }

    private static (string, Paper) Compose(
        PortalDb db,
        Truncated<ListUnits.Row> rows,
        IReadOnlyDictionary<Guid, Officer> officers,
        ExportUnitsWorkbook.Filter asked
    )
    {
        var title = Wording.T("Units.AddressBookTitle");
        var table = Block.Table.Of<ListUnits.Row>(
            Wording.T("Exports.Ordinal"),
            [
                new(Wording.T("Exports.Unit"), 26, r => r.Name),
                new(Wording.T("Units.AddressBookPlace"), 13, r => r.Place),
                new(Wording.T("Exports.LiaisonOfficer"), 10, r => r.LiaisonOfficer),
                new(Wording.T("Units.AddressBookPost"), 14, r => officers.GetValueOrDefault(r.Id)?.Title),
                new(
                    Wording.T("Units.AddressBookMobile"),
                    15,
                    r =>
                        officers.GetValueOrDefault(r.Id) is not { } o ? null
                        : o.IsWhole ? o.Mobile
                        : Person.Mask(o.Mobile)
                ),
            ],
            rows.Rows
        );
        List<Block> blocks = [new Block.Title(title), .. asked.InWords(db, rows).Select(l => new Block.Line(l)), table];
        if (officers.Values.Any(o => !o.IsWhole && o.Mobile is not null))
            blocks.Add(new Block.Line(Wording.T("Units.AddressBookMasked")));
        return (
            title,
            new Paper([.. blocks, new Block.Line(Export.Mark(db))])
            {
                Watermark = Wording.T("Units.AddressBookMark", db.JournalActor.Name, db.Now.Exact()),
            }
        );
    }
}
