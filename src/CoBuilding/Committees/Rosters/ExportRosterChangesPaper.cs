using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// The notice of members who joined or left between two days. A person who begins on the body's first day is listed as appointed,
/// one who begins later as added. Reasons for leaving are not included. Journaled.
/// </summary>
public sealed class ExportRosterChangesPaper(Door door)
{
    private sealed record Change(
        string Name,
        string? Unit,
        string? PostAtFirst,
        string? PostAtLast,
        string Seat,
        DateOnly From,
        DateOnly? Until
    );

    /// <summary>The first day where none is given: a month before the last.</summary>
    public static DateOnly UsualFrom(DateOnly until) => until.AddMonths(-1);

    /// <param name="from">The first day that counts; null: the usual one.</param>
    /// <param name="until">The last day that counts, which is the date of the notice; null means today.</param>
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid committeeId, DateOnly? from, DateOnly? until, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var committee = await PortalDb.FindAsync(db.Committees.AsNoTracking(), committeeId, ct);
        var last = until ?? db.Today;
        var first = from ?? UsualFrom(last);
        var changes = await ChangesAsync(db, committee, first, last, ct);
        if (changes.Count == 0)
            throw CommitteesRules.NothingChanged();
        return await db.ExportAsync(scope, "committees", committeeId, changes.Count, () => Compose(committee, changes, first, last), ct);
    }

    /// <summary>
    /// A person who joined and left between the two days is in one row. One statement; of a consortium one more, as its units may reside
    /// out of reach.
    /// </summary>
    private static async Task<IReadOnlyList<Change>> ChangesAsync(
        PortalDb db,
        Committee committee,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    )
    {
        var (people, units, posts) = (db.People, db.Units, db.Posts);
        var rows = await db
            .Appointments.AsNoTracking()
            .Known()
            .Where(a => a.CommitteeId == committee.Id && ((a.From >= first && a.From <= last) || (a.Until >= first && a.Until <= last)))
            .Join(db.Seats.Where(s => s.Kind != SeatKind.FullTime), a => a.SeatId, s => s.Id, (a, s) => new { a, s })
            .Select(x => new
            {
                x.a,
                x.s.Role,
                x.s.Title,
                Name = people.Where(p => p.Id == x.a.PersonId).Select(p => p.Name).First(),
                Unit = units.Where(u => u.Id == x.a.UnitId).Select(u => u.Name).FirstOrDefault(),
                AtFirst = posts
                    .Where(o =>
                        o.PersonId == x.a.PersonId
                        && o.UnitId == x.a.UnitId
                        && o.From <= x.a.From
                        && (o.Until == null || o.Until > x.a.From)
                    )
                    .OrderByDescending(o => o.IsSecretary)
                    .ThenBy(o => o.Id)
                    .Select(o => o.Title)
                    .FirstOrDefault(),
                // The last day in office is the day before.
                AtLast = posts
                    .Where(o =>
                        o.PersonId == x.a.PersonId
                        && o.UnitId == x.a.UnitId
                        && o.From < x.a.Until
                        && (o.Until == null || o.Until >= x.a.Until)
                    )
                    .OrderByDescending(o => o.IsSecretary)
                    .ThenBy(o => o.Id)
                    .Select(o => o.Title)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var names = await FindConsortiumUnits.NamesAsync(db, committee.Kind, rows.Select(x => x.a.UnitId), ct);
        return
        [
            .. rows.OrderBy(x => x.a.From)
                .ThenBy(x => x.Role)
                .ThenBy(x => x.a.Id)
                .Select(x => new Change(
                    x.Name,
                    x.Unit ?? FindConsortiumUnits.Of(names, x.a.UnitId),
                    x.AtFirst,
                    x.AtLast,
                    x.Title,
                    x.a.From,
                    x.a.Until
                )),
        ];
    }

    private static (string, Paper) Compose(Committee committee, IReadOnlyList<Change> changes, DateOnly first, DateOnly last)
    {
        var begun = changes.Where(c => c.From >= first && c.From <= last).ToLookup(c => c.From <= committee.EstablishedOn);
        List<(string Kind, IReadOnlyList<string> Items)> parts =
        [
            ("Appointed", [.. begun[true].Select(Beginning)]),
            ("Added", [.. begun[false].Select(Beginning)]),
            ("Ended", [.. changes.Where(c => c.Until >= first && c.Until <= last).OrderBy(c => c.Until).Select(Ending)]),
        ];
        parts.RemoveAll(p => p.Items.Count == 0);
        var kinds = string.Join(Wording.T("Committees.ChangesSeparator"), parts.Select(p => Wording.T("Committees.ChangesKind_" + p.Kind)));
        var title = Wording.T("Committees.ChangesTitle", committee.Name, kinds);
        return (
            title,
            new Paper([
                new Block.Title(title),
                new Block.Addressees(Wording.T("Committees.ChangesTo")),
                new Block.Paragraph(Wording.T("Committees.ChangesOpening", first.InShort(), last.InShort(), committee.Name)),
                .. parts.SelectMany(p =>
                    new Block[] { new Block.Heading(Wording.T("Committees.ChangesHead_" + p.Kind)), new Block.Numbered(p.Items) }
                ),
                new Block.Paragraph(Wording.T("Committees.ChangesThanks")),
                new Block.Signature(committee.Name, last.InShort()),
            ])
        );
    }

    private static string Beginning(Change change) =>
        Wording.T("Committees.ChangeFrom", change.Name, Of(change.Unit, change.PostAtFirst), change.Seat, change.From.InShort());

    private static string Ending(Change change) =>
        Wording.T("Committees.ChangeUntil", change.Name, Of(change.Unit, change.PostAtLast), change.Seat, change.Until!.Value.InShort());

    private static string Of(string? unit, string? post) =>
        unit is null ? ""
        : post is null ? Wording.T("Committees.ChangeOfUnit", unit)
        : Wording.T("Committees.ChangeOf", unit, post);
}
