using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

/// <summary>For staff the meetings within reach, for a unit's people the unit's invitations.</summary>
public sealed class MeetingCalendarEntries : ICalendarEntries
{
    /// <param name="IsCalledOff">The meeting was canceled or put off, or the invitation withdrawn.</param>
    internal sealed record Row(
        Guid MeetingId,
        long Sequence,
        DateTimeOffset ChangedAt,
        string Host,
        string Title,
        DateTimeOffset StartsAt,
        DateTimeOffset EndsAt,
        string Venue,
        DateTimeOffset ReplyBy,
        string ContactName,
        string ContactPhone,
        bool IsCalledOff,
        string? WhyNot,
        bool WantsReply
    )
    {
        public IReadOnlyList<string> Topics { get; init; } = [];

        public CalendarEntry Entry => new(MeetingId, Sequence, ChangedAt, Host, Title, StartsAt, EndsAt, Venue, Description, IsCalledOff);

        private string Description
        {
            get
            {
                List<string> lines = [Host, .. Topics.Select((topic, n) => $"{n + 1}. {topic}")];
                if (IsCalledOff && WhyNot is not null)
                    lines.Add(WhyNot);
                else if (!IsCalledOff && WantsReply)
                    lines.Add(Wording.T("Notices.CalendarReplyBy", ReplyBy.InFull()));
                lines.Add(Wording.T("Notices.CalendarContact", ContactName, ContactPhone));
                return string.Join('\n', lines);
            }
        }
    }

    private const int Most = 500;

    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(PortalDb db, DateTimeOffset since, CancellationToken ct)
    {
        var rows = await OfStaffAsync(db, since, ct);
        rows.AddRange(await OfUnitsAsync(db, since, ct));
        return [.. (await WithTopicsAsync(db, [.. rows.DistinctBy(r => r.MeetingId)], ct)).Select(r => r.Entry)];
    }

    private static async Task<List<Row>> OfStaffAsync(PortalDb db, DateTimeOffset since, CancellationToken ct)
    {
        var found = await db
            .Meetings.AsNoTracking()
            .Where(m => m.NotifiedAt != null && m.StartsAt > since)
            .Join(db.Committees, m => m.CommitteeId, c => c.Id, (m, c) => new { m, c.Name })
            .OrderByDescending(x => x.m.StartsAt)
            .ThenBy(x => x.m.Id)
            .Take(Most)
            .ToListAsync(ct);
        return [.. found.Select(x => RowOf(x.m, x.Name, null))];
    }

    private static async Task<IReadOnlyList<Row>> OfUnitsAsync(PortalDb db, DateTimeOffset since, CancellationToken ct)
    {
        var own = db.Reach.Units;
        if (own.Length == 0)
            return [];
        var found = await db
            .Invitations.AsNoTracking()
            .Where(i => i.UnitId != null && own.Contains(i.UnitId.Value))
            .Join(
                db.Meetings.Lifted("facts of meetings and their hosts, for units that are invited; only own invitations are read"),
                i => i.MeetingId,
                m => m.Id,
                (i, m) => new { i, m }
            )
            .Where(x => x.m.NotifiedAt != null && x.m.StartsAt > since && (x.i.WithdrawnAt == null || x.i.WithdrawnBecause != null))
            .Join(
                db.Committees,
                x => x.m.CommitteeId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.i,
                        x.m,
                        c.Name,
                    }
            )
            .OrderByDescending(x => x.m.StartsAt)
            .ThenBy(x => x.i.Id)
            .Take(Most)
            .ToListAsync(ct);
        return [.. found.Select(x => RowOf(x.m, x.Name, x.i))];
    }

    private static async Task<IReadOnlyList<Row>> WithTopicsAsync(PortalDb db, IReadOnlyList<Row> rows, CancellationToken ct)
    {
        Guid[] meetings = [.. rows.Select(r => r.MeetingId)];
        var topics = (
            await db
                .AgendaItems.Lifted("topics of meetings that were found in the reader's calendar")
                .AsNoTracking()
                .Where(i => meetings.Contains(i.MeetingId) && i.RemovedAt == null)
                .OrderBy(i => i.Ordinal)
                .Select(i => new { i.MeetingId, i.Topic })
                .ToListAsync(ct)
        ).ToLookup(i => i.MeetingId, i => i.Topic);
        return [.. rows.Select(r => r with { Topics = [.. topics[r.MeetingId]] })];
    }

    private static Row RowOf(Meeting m, string host, Invitation? i) =>
        new(
            m.Id,
            SequenceOf(m, i),
            ChangedAt(m, i),
            host,
            m.Title,
            m.StartsAt,
            m.EndsAt,
            m.Venue,
            m.ReplyBy,
            m.ContactName,
            m.ContactPhone,
            m.CancelledAt is not null || m.PostponedAt is not null || i?.WithdrawnAt is not null,
            i?.WithdrawnBecause ?? m.CancelReason ?? m.PostponeReason,
            i is { Reply: null }
        );

    internal static long SequenceOf(Meeting meeting, Invitation? invitation) => meeting.RowVersion + (invitation?.RowVersion ?? 0);

    private static DateTimeOffset ChangedAt(Meeting m, Invitation? i) =>
        new[] { m.NotifiedAt, m.CancelledAt, m.PostponedAt, i?.RepliedAt, i?.WithdrawnAt }.Max()!.Value;
}
