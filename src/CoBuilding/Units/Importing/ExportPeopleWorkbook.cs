using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.Importing;

/// <summary>
/// The people within reach with their posts, one a row, under the headers by which a list of people comes in again. Numbers and addresses
/// are masked. Journaled.
/// </summary>
public sealed class ExportPeopleWorkbook(Door door)
{
    public sealed record Question
    {
        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }
        public bool WithEnded { get; init; }
    }

    private sealed record Row(
        Guid Id,
        string Name,
        string? Unit,
        string Title,
        string? Mobile,
        string? Email,
        bool IsSecretary,
        bool IsLiaisonOfficer,
        DateOnly From,
        DateOnly? Until,
        string Place,
        string? Street
    );

    public async Task<DocumentFile> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await Rows(db, question).TruncatedAsync(ct);
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        return await db.ExportAsync(scope, "posts", null, rows.Rows.Count, () => Compose(db, rows, question, place), ct);
    }

    private static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var units = db.Units;
        return PeopleQueries
            .Posts(db, question.WithEnded ? db.Posts : db.Posts.NotEndedBy(db.Today))
            .AsNoTracking()
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { o = h.Post, p })
            .Join(
                db.Places,
                x => x.o.PlaceId,
                p => p.Id,
                (x, place) =>
                    new
                    {
                        x.o,
                        x.p,
                        place,
                    }
            )
            .Where(x => question.PlaceId == null || x.place.Id == question.PlaceId || x.place.ParentId == question.PlaceId)
            .Select(x => new
            {
                x.o,
                x.p,
                x.place,
                unit = units.FirstOrDefault(u => u.Id == x.o.UnitId),
            })
            .OrderBy(x => x.place.Code)
            .ThenBy(x => x.unit!.SortKey)
            .ThenByDescending(x => x.o.IsSecretary)
            .ThenBy(x => x.p.SortKey)
            .ThenBy(x => x.o.Id)
            .Select(x => new Row(
                x.o.Id,
                x.p.Name,
                x.unit!.Name,
                x.o.Title,
                x.p.Mobile,
                x.p.Email,
                x.o.IsSecretary,
                x.unit!.LiaisonOfficerId == x.p.Id || x.unit.LiaisonOfficerId == x.o.PersonId,
                x.o.From,
                x.o.Until,
                x.place.Name,
                x.place.Level == PlaceLevel.Community ? x.place.ParentName : null
            ));
    }

    private static (string, IReadOnlyList<Sheet>) Compose(PortalDb db, Truncated<Row> rows, Question question, string? place)
    {
        var title = Wording.T("Importing.People");
        var filter = Export.Subtitles(db, rows, place, question.WithEnded ? Wording.T("Importing.WithEnded") : null);
        return (
            title,
            [
                Sheet.Of(
                    title,
                    title,
                    filter,
                    [
                        Of(PersonColumn.Name, 12, r => r.Name),
                        Of(PersonColumn.Unit, 32, r => r.Unit),
                        Of(PersonColumn.Title, 18, r => r.Title),
                        Of(PersonColumn.Mobile, 14, r => Person.Mask(r.Mobile)),
                        Of(PersonColumn.Email, 24, r => Person.MaskEmail(r.Email)),
                        Of(PersonColumn.IsSecretary, 10, r => Said(r.IsSecretary)),
                        Of(PersonColumn.IsLiaisonOfficer, 12, r => Said(r.IsLiaisonOfficer)),
                        Of(PersonColumn.From, 16, r => r.From.InShort()),
                        Of(PersonColumn.Until, 16, r => r.Until?.InShort()),
                        Of(PersonColumn.Street, 14, r => r.Street ?? r.Place),
                        Of(PersonColumn.Place, 14, r => r.Street is null ? null : r.Place),
                        Export.Key<Row>(r => r.Id),
                    ],
                    rows.Rows
                ),
            ]
        );

        static Column<Row> Of(PersonColumn column, double width, Func<Row, object?> value) =>
            new(PersonColumns.Words.Label(column), width, value);
        static string Said(bool yes) => Wording.T(yes ? "Importing.Yes" : "Importing.No");
    }
}
