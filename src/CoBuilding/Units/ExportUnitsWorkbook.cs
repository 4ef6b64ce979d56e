using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>
/// The list of units as filtered, as a workbook: the rows of <see cref="ListUnits"/>, in its order, mobile numbers masked. Journaled.
/// </summary>
public sealed class ExportUnitsWorkbook(Door door)
{
    internal sealed record Contact(string? Address, string? SecretaryTitle, string? SecretaryMobile, string? LiaisonMobile);

    public async Task<DocumentFile> AskAsync(Scope scope, ListUnits.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await (await ListUnits.RowsAsync(db, question, ct)).TruncatedAsync(ct);
        var contacts = await ContactsAsync(db, [.. rows.Rows.Select(r => r.Id)], ct);
        var asked = await FilterAsync(db, question, ct);
        return await db.ExportAsync(scope, "units", null, rows.Rows.Count, () => Compose(db, rows, contacts, asked), ct);
    }

    /// <summary>What a list need not show and a ledger does. One statement.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, Contact>> ContactsAsync(PortalDb db, Guid[] ids, CancellationToken ct)
    {
        var (secretaries, people) = (db.Posts.On(db.Today).Where(o => o.IsSecretary), db.People);
        return await db
            .Units.AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .Select(u => new
            {
                u.Id,
                u.Address,
                Secretary = secretaries
                    .Where(o => o.UnitId == u.Id)
                    .Join(
                        people,
                        o => o.PersonId,
                        p => p.Id,
                        (o, p) =>
                            new
                            {
                                o.Title,
                                Mobile = p.MergedIntoId == null
                                    ? p.Mobile
                                    : people.Where(s => s.Id == p.MergedIntoId).Select(s => s.Mobile).First(),
                            }
                    )
                    .FirstOrDefault(),
                LiaisonMobile = people
                    .Where(p => p.Id == u.LiaisonOfficerId)
                    .Select(p =>
                        p.MergedIntoId == null ? p.Mobile : people.Where(s => s.Id == p.MergedIntoId).Select(s => s.Mobile).First()
                    )
                    .FirstOrDefault(),
            })
            .ToDictionaryAsync(
                x => x.Id,
                x => new Contact(x.Address, x.Secretary?.Title, Person.Mask(x.Secretary?.Mobile), Person.Mask(x.LiaisonMobile)),
                ct
            );
    }

    private static (string, IReadOnlyList<Sheet>) Compose(
        PortalDb db,
        Truncated<ListUnits.Row> rows,
        IReadOnlyDictionary<Guid, Contact> contacts,
        Filter asked
    )
    {
        var title = Wording.T("Exports.UnitsTitle");
        var sheet = Sheet.Of(
            Wording.T("Exports.UnitsSheet"),
            title,
            asked.InWords(db, rows),
            [
                new(Wording.T("Exports.Unit"), 32, r => r.Name),
                new(Wording.T("Exports.ShortName"), 14, r => r.ShortName),
                new(Wording.T("Exports.Kind"), 14, r => r.KindText),
                new(Wording.T("Exports.Street"), 14, r => r.Street ?? r.Place),
                new(Wording.T("Exports.Community"), 14, r => r.Street is null ? null : r.Place),
                new(Wording.T("Exports.SuperiorOrganization"), 22, r => r.SuperiorOrganization),
                new(Wording.T("Exports.PartyOrganization"), 12, r => Wording.T(r.PartyOrganization)),
                new(Wording.T("Exports.Secretary"), 10, r => r.Secretary),
                new(Wording.T("Exports.SecretaryTitle"), 14, r => contacts[r.Id].SecretaryTitle),
                new(Wording.T("Exports.SecretaryMobile"), 14, r => contacts[r.Id].SecretaryMobile),
                new(Wording.T("Exports.LiaisonOfficer"), 10, r => r.LiaisonOfficer),
                new(Wording.T("Exports.LiaisonMobile"), 14, r => contacts[r.Id].LiaisonMobile),
                new(Wording.T("Exports.Address"), 28, r => contacts[r.Id].Address),
                new(Wording.T("Exports.EndedOn"), 14, r => r.EndedOn?.InShort()),
                Export.Key<ListUnits.Row>(r => r.Id),
            ],
            rows.Rows
        );
        return (title, [sheet]);
    }

    /// <summary>What was asked for.</summary>
    internal sealed record Filter(ListUnits.Question Question, string? Place, DistrictUnitKind? Kind)
    {
        public IReadOnlyList<string> InWords(PortalDb db, Truncated<ListUnits.Row> rows) =>
            Export.Subtitles(
                db,
                rows,
                Place,
                Kind?.Said,
                Question.WithoutLiaisonOfficer ? Wording.T("Exports.WithoutLiaisonOfficer") : null,
                Question.WithEnded ? Wording.T("Exports.WithEnded") : null,
                Question.Needle()
            );
    }

    internal static async Task<Filter> FilterAsync(PortalDb db, ListUnits.Question question, CancellationToken ct) =>
        new(
            question,
            await Export.PlaceAsync(db, question.PlaceId, ct),
            question.KindId is null ? null : await db.UnitKinds.AsNoTracking().SingleOrDefaultAsync(k => k.Id == question.KindId, ct)
        );
}
