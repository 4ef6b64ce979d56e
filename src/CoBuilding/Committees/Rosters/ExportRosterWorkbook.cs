using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Committees.Rosters;

/// <summary>The roster as a workbook: the rows of <see cref="SeeRoster"/>, in its order. Journaled.</summary>
public sealed class ExportRosterWorkbook(Door door)
{
    /// <param name="on">A day; null means today.</param>
    /// <param name="knownOn">As recorded at the end of this day in China; null means now.</param>
    /// <param name="order">Null: the district's own.</param>
    public async Task<DocumentFile> AskAsync(
        Scope scope,
        Guid committeeId,
        DateOnly? on,
        DateOnly? knownOn,
        NameOrder? order,
        CancellationToken ct
    )
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var (roster, _) = await db.InOrderAsync(await SeeRoster.ReadAsync(db, committeeId, on ?? db.Today, knownOn, ct), order, ct);
        return await db.ReprintAsync(scope, "committees", committeeId, roster.Rows.Count, knownOn, () => Compose(db, roster), ct);
    }

    private static (string, IReadOnlyList<Sheet>) Compose(PortalDb db, SeeRoster.Answer roster)
    {
        var title = Wording.T("Exports.RosterTitle", roster.Name);
        var sheet = Sheet.Of(
            Wording.T("Exports.RosterSheet"),
            title,
            [
                roster.KnownOn is { } known
                    ? Wording.T("Exports.RosterOnAsKnown", roster.On.InFull(), roster.Place, known.InFull())
                    : Wording.T("Exports.RosterOn", roster.On.InFull(), roster.Place, db.Now.InFull()),
                Quota(roster),
            ],
            [
                new(Wording.T("Exports.SeatKind"), 10, r => Wording.T(r.Kind)),
                new(Wording.T("Exports.SeatRole"), 10, r => Wording.T(r.Role)),
                new(Wording.T("Exports.SeatTitle"), 14, r => r.Title),
                new(Wording.T("Exports.Unit"), 32, r => r.Unit),
                new(Wording.T("Exports.Holder"), 12, r => r.Holder ?? Wording.T("Exports.Vacant")),
                new(Wording.T("Exports.UnitTitle"), 20, r => r.UnitTitle),
                new(Wording.T("Exports.Alternate"), 12, r => r.Alternate?.Name),
                new(Wording.T("Exports.Groups"), 20, r => r.Groups.Count == 0 ? null : GroupsOf(r)),
                new(Wording.T("Exports.Since"), 16, r => r.Since?.InShort()),
                new(Wording.T("Exports.Until"), 16, r => r.Until?.InShort()),
                new(Wording.T("Exports.LetterNumber"), 22, r => r.LetterNumber),
                new(
                    Wording.T("Exports.Next"),
                    24,
                    r => r.Next is null ? null : Wording.T("Exports.NextFrom", r.Next, r.NextFrom!.Value.InShort())
                ),
                Export.Key<SeeRoster.Row>(r => r.SeatId),
            ],
            roster.Rows
        );
        return (title, [sheet]);
    }

    /// <summary>The working groups of a seat, where it leads one with that.</summary>
    public static string GroupsOf(SeeRoster.Row row) =>
        string.Join(
            Wording.T("Committees.ChangesSeparator"),
            row.Groups.Select(g => g.Leads ? Wording.T("Groups.LeaderOf", g.Name) : g.Name)
        );

    /// <summary>How full it is. The district's range is today's, so it is left out of what was known before.</summary>
    public static string Quota(SeeRoster.Answer roster)
    {
        var quota = roster.Quota;
        return roster.KnownOn is not null || quota.State == QuotaState.None
            ? Wording.T("Exports.Members", quota.Members, roster.Vacancies)
            : Wording.T("Exports.MembersAgainstQuota", quota.Members, roster.Vacancies, quota.Min, quota.Max, Wording.T(quota.State));
    }
}
