using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Importing;

/// <summary>
/// The rosters within reach as one list, under the headers by which a roster comes in again; with past appointments where asked for.
/// Journaled.
/// </summary>
public sealed class ExportRostersForImportWorkbook(Door door)
{
    public sealed record Question
    {
        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }
        public bool WithPast { get; init; }
    }

    private sealed record Row(
        Guid SeatId,
        string Committee,
        string Place,
        string? Street,
        SeatKind Kind,
        SeatRole Role,
        string Title,
        string? Unit,
        string? Person,
        string? UnitTitle,
        DateOnly? From,
        DateOnly? Until,
        EndReason? EndReason,
        string? LetterNumber
    );

    public async Task<DocumentFile> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await Rows(db, question).TruncatedAsync(ct);
        var place = await Export.PlaceAsync(db, question.PlaceId, ct);
        return await db.ExportAsync(scope, "seats", null, rows.Rows.Count, () => Compose(db, rows, question, place), ct);
    }

    private static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (units, people, posts, today) = (db.Units, db.People, db.Posts, db.Today);
        var (withPast, placeId) = (question.WithPast, question.PlaceId);
        var seats = withPast ? db.Seats : db.Seats.NotEndedBy(today);
        var appointments = withPast ? db.Appointments.Known() : db.Appointments.Known().On(today);
        return seats
            .AsNoTracking()
            .Join(
                db.Committees.Where(c => c.DissolvedOn == null || c.DissolvedOn > today),
                s => s.CommitteeId,
                c => c.Id,
                (s, c) => new { s, c }
            )
            .Join(
                db.Places,
                x => x.c.PlaceId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.s,
                        x.c,
                        p,
                    }
            )
            .Where(x => placeId == null || x.p.Id == placeId || x.p.ParentId == placeId)
            .SelectMany(
                x => appointments.Where(a => a.SeatId == x.s.Id).DefaultIfEmpty(),
                (x, a) =>
                    new
                    {
                        x.s,
                        x.c,
                        x.p,
                        a,
                    }
            )
            .OrderBy(x => x.p.Code)
            .ThenBy(x => x.c.Name)
            .ThenBy(x => x.c.Id)
            .ThenByDeclared(x => x.s.Role)
            .ThenBy(x => x.s.Kind == SeatKind.PartTime)
            .ThenBy(x => x.s.From)
            .ThenBy(x => x.s.Id)
            .ThenBy(x => x.a!.From)
            .Select(x => new Row(
                x.s.Id,
                x.c.Name,
                x.p.Name,
                x.p.Level == PlaceLevel.Community ? x.p.ParentName : null,
                x.s.Kind,
                x.s.Role,
                x.s.Title,
                units.Where(u => u.Id == x.s.UnitId).Select(u => u.Name).FirstOrDefault(),
                people.Where(p => p.Id == x.a!.PersonId).Select(p => p.Name).FirstOrDefault(),
                posts
                    .Where(o => o.PersonId == x.a!.PersonId && o.UnitId == x.s.UnitId)
                    .OrderBy(o => o.Until != null)
                    .ThenByDescending(o => o.IsSecretary)
                    .ThenBy(o => o.Id)
                    .Select(o => o.Title)
                    .FirstOrDefault(),
                x.a!.From,
                x.a.Until,
                x.a.EndReason,
                x.a.LetterNumber
            ));
    }

    private static (string, IReadOnlyList<Sheet>) Compose(PortalDb db, Truncated<Row> rows, Question question, string? place)
    {
        var title = Wording.T("Importing.Roster");
        var filter = Export.Subtitles(db, rows, place, question.WithPast ? Wording.T("Importing.WithEnded") : null);
        return (
            title,
            [
                Sheet.Of(
                    title,
                    title,
                    filter,
                    [
                        Of(RosterColumn.Committee, 26, r => r.Committee),
                        Of(RosterColumn.Street, 14, r => r.Street ?? r.Place),
                        Of(RosterColumn.Place, 14, r => r.Street is null ? null : r.Place),
                        Of(RosterColumn.SeatKind, 10, r => Wording.T(r.Kind)),
                        Of(RosterColumn.Role, 10, r => Wording.T(r.Role)),
                        Of(RosterColumn.Title, 14, r => r.Title),
                        Of(RosterColumn.Unit, 32, r => r.Unit),
                        Of(RosterColumn.Person, 12, r => r.Person ?? Wording.T("Exports.Vacant")),
                        Of(RosterColumn.UnitTitle, 18, r => r.UnitTitle),
                        Of(RosterColumn.From, 16, r => r.From?.InShort()),
                        Of(RosterColumn.Until, 16, r => r.Until?.InShort()),
                        Of(RosterColumn.EndReason, 14, r => r.EndReason is { } reason ? Wording.T(reason) : null),
                        Of(RosterColumn.LetterNumber, 16, r => r.LetterNumber),
                        Export.Key<Row>(r => r.SeatId),
                    ],
                    rows.Rows
                ),
            ]
        );

        static Column<Row> Of(RosterColumn column, double width, Func<Row, object?> value) =>
            new(RosterColumns.Words.Label(column), width, value);
    }
}
