using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Words;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Facts;

/// <summary>A meeting as such, without anybody who is invited: as much to read for five hundred seats as for one.</summary>
/// <param name="Place">The place of the host.</param>
public record MeetingHead(
    MeetingFacts Meeting,
    string Host,
    string Place,
    MeetingState State,
    MeetingKindName Kind,
    IReadOnlyList<MeetingHead.Body> CoHosting,
    IReadOnlyList<MeetingHead.Item> Agenda,
    DateTimeOffset AsOf
)
{
    public IReadOnlyList<string> Topics => [.. Agenda.Select(i => i.Topic)];

    /// <summary>Its plan; null if not planned.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>All who hold it, the first in charge of it.</summary>
    public string Hosts => string.Join(Wording.T("Notices.ToSeparator"), [Host, .. CoHosting.Select(b => b.Name)]);

    /// <summary>The figures at the opening; null before, and if it was not opened in the live meeting.</summary>
    public SessionFacts? Session { get; init; }

    /// <summary>Its day has come, and it has not been closed in the portal.</summary>
    public bool IsInRoom => AsOf.ChinaDate() == Meeting.Day && Session is not { OverAt: not null };

    /// <summary>A body that holds the meeting as well.</summary>
    public sealed record Body(Guid CommitteeId, string Name);

    /// <summary>One item of the agenda.</summary>
    /// <param name="Unit">Who proposed it; null for the host.</param>
    public sealed record Item(Guid Id, string Topic, int? Minutes, Guid? TopicId, string? Unit);

    /// <summary>Three statements.</summary>
    internal static async Task<MeetingHead> ReadAsync(PortalDb db, Guid meetingId, CancellationToken ct) =>
        (await ReadWithRowAsync(db, meetingId, ct)).Head;

    /// <summary>The same with the meeting itself, for those who go by its rules.</summary>
    internal static async Task<(Meeting Row, MeetingHead Head)> ReadWithRowAsync(PortalDb db, Guid meetingId, CancellationToken ct)
    {
        var (sessions, plans) = (db.MeetingSessions, db.MeetingPlans);
        var found =
            await db
                .Meetings.AsNoTracking()
                .Where(m => m.Id == meetingId)
                .Join(db.Committees, m => m.CommitteeId, c => c.Id, (m, c) => new { m, c.Name })
                .Join(
                    db.Places,
                    x => x.m.PlaceId,
                    p => p.Id,
                    (x, p) =>
                        new
                        {
                            x.m,
                            x.Name,
                            Place = p.Name,
                            MeetingSession = sessions.FirstOrDefault(o => o.MeetingId == x.m.Id),
                        }
                )
                .Join(
                    db.MeetingWords,
                    x => x.m.KindId,
                    w => w.Id,
                    (x, w) =>
                        new
                        {
                            x.m,
                            x.Name,
                            x.Place,
                            x.MeetingSession,
                            Kind = new MeetingKindName(w.Standard, w.Name),
                            PlanId = plans.Where(p => p.MeetingId == x.m.Id).Select(p => (Guid?)p.Id).FirstOrDefault(),
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var coHosts = await db
            .CoHosts.Where(h => h.MeetingId == meetingId)
            .Join(db.Committees, h => h.CommitteeId, c => c.Id, (h, c) => c)
            .OrderBy(c => c.Id)
            .Select(c => new Body(c.Id, c.Name))
            .ToListAsync(ct);
        var (topics, units) = (db.Topics, db.Units);
        var agenda = await db
            .AgendaItems.AsNoTracking()
            .Where(i => i.MeetingId == meetingId && i.RemovedAt == null)
            .OrderBy(i => i.Ordinal)
            .Select(i => new Item(
                i.Id,
                i.Topic,
                i.Minutes,
                i.TopicId,
                units.Where(u => topics.Any(t => t.Id == i.TopicId && t.UnitId == u.Id)).Select(u => u.Name).FirstOrDefault()
            ))
            .ToListAsync(ct);
        var head = new MeetingHead(
            MeetingFacts.Of(found.m),
            found.Name,
            found.Place,
            found.m.StateAt(db.Now),
            found.Kind,
            coHosts,
            agenda,
            db.Now
        )
        {
            PlanId = found.PlanId,
            Session = found.MeetingSession is { } session ? SessionFacts.Of(session) : null,
        };
        return (found.m, head);
    }
}
