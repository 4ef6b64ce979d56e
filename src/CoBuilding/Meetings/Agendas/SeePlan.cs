using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Words;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// A planned meeting with the seats that are asked for topics, the topics, and the bodies that joined. Topics of joined bodies stand among
/// them.
/// </summary>
public sealed class SeePlan(Door door)
{
    public sealed record Answer(
        Facts Plan,
        string Host,
        string Place,
        PlanState State,
        MeetingKindName Kind,
        IReadOnlyList<AskedSeat> Asked,
        IReadOnlyList<Item> Topics,
        IReadOnlyList<Joined> Joined,
        string? MergedInto,
        DateTimeOffset AsOf
    )
    {
        /// <summary>The plan's version.</summary>
        public required long RowVersion { get; init; }

        /// <summary>From then on answers to topics no longer change.</summary>
        public bool IsNoticeOut { get; init; }
        public int Unanswered => Topics.Count(t => t.State == TopicState.Proposed);

        /// <summary>What comes before the meeting, in the order in which it was proposed.</summary>
        public IEnumerable<Item> Agenda => Topics.Where(t => t.State == TopicState.Accepted);
    }

    public sealed record Facts(
        Guid Id,
        Guid CommitteeId,
        Guid KindId,
        string Title,
        DateOnly FirstDay,
        DateOnly LastDay,
        DateTimeOffset? CollectUntil,
        Guid? MeetingId,
        Guid? MergedIntoId,
        string? WithdrawnBecause
    )
    {
        internal static Facts Of(MeetingPlan plan) =>
            new(
                plan.Id,
                plan.CommitteeId,
                plan.KindId,
                plan.Title,
                plan.FirstDay,
                plan.LastDay,
                plan.CollectUntil,
                plan.MeetingId,
                plan.MergedIntoId,
                plan.WithdrawnBecause
            );
    }

    /// <summary>A seat that is asked.</summary>
    public sealed record AskedSeat(Guid Id, Guid SeatId, string SeatTitle, string? Unit, string? Holder, int Topics);

    public sealed record Item(
        Guid Id,
        long RowVersion,
        string Title,
        string? Unit,
        string? CategoryStandard,
        string? CategoryName,
        string? Necessity,
        int? Minutes,
        TopicSource Source,
        string? ProposedBy,
        DateTimeOffset ProposedAt,
        TopicState State,
        string? Reply,
        Guid? MergedIntoId,
        bool IsOfOtherBody,
        IReadOnlyList<TopicAttachment.Facts> Attachments
    )
    {
        public string? Category =>
            CategoryName is null ? null : MeetingWord.Say(MeetingWordList.TopicCategories, CategoryStandard, CategoryName);
    }

    /// <summary>A body whose plan was merged into this one.</summary>
    public sealed record Joined(Guid PlanId, Guid CommitteeId, string Host);

    public async Task<Answer> AskAsync(Scope scope, Guid planId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await ReadAsync(db, planId, ct);
    }

    internal static async Task<Answer> ReadAsync(PortalDb db, Guid planId, CancellationToken ct)
    {
        var (plans, topics, units, people) = (db.MeetingPlans, db.Topics, db.Units, db.People);
        var attachments = TopicAttachment.FactsOf(db.TopicAttachments, db.KeptFiles);
        var (words, seats, holders, meetings) = (db.MeetingWords, db.Seats, UnitRepresentatives.HoldersToday(db), db.Meetings);
        var head =
            await db
                .MeetingPlans.AsNoTracking()
                .Where(p => p.Id == planId)
                .Join(db.Committees, p => p.CommitteeId, c => c.Id, (p, c) => new { p, Host = c.Name })
                .Join(
                    db.Places,
                    x => x.p.PlaceId,
                    place => place.Id,
                    (x, place) =>
                        new
                        {
                            x.p,
                            x.Host,
                            Place = place.Name,
                        }
                )
                .Join(
                    words,
                    x => x.p.KindId,
                    w => w.Id,
                    (x, w) =>
                        new
                        {
                            x.p,
                            x.Host,
                            x.Place,
                            Kind = new MeetingKindName(w.Standard, w.Name),
                            MergedInto = plans.Where(q => q.Id == x.p.MergedIntoId).Select(q => q.Title).FirstOrDefault(),
                            IsNoticeOut = meetings.Any(m => m.Id == x.p.MeetingId && m.NotifiedAt != null),
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var joined = await db
            .MeetingPlans.AsNoTracking()
            .Where(p => p.MergedIntoId == planId)
            .Join(db.Committees, p => p.CommitteeId, c => c.Id, (p, c) => new { p, c.Name })
            .OrderBy(x => x.p.Id)
            .Select(x => new Joined(x.p.Id, x.p.CommitteeId, x.Name))
            .ToListAsync(ct);
        var asked = await db
            .TopicCalls.AsNoTracking()
            .Where(c => c.PlanId == planId)
            .Join(seats, c => c.SeatId, s => s.Id, (c, s) => new { c, s })
            .OrderByDeclared(x => x.s.Role)
            .ThenBy(x => x.s.From)
            .ThenBy(x => x.s.Id)
            .Select(x => new AskedSeat(
                x.c.Id,
                x.s.Id,
                x.s.Title,
                units.Where(u => u.Id == x.c.UnitId).Select(u => u.Name).FirstOrDefault(),
                holders
                    .Where(a => a.SeatId == x.s.Id)
                    .Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First())
                    .FirstOrDefault(),
                topics.Count(t => t.CallId == x.c.Id && t.State != TopicState.Withdrawn)
            ))
            .ToListAsync(ct);
        var items = await topics
            .AsNoTracking()
            .Where(t =>
                t.State != TopicState.Withdrawn && (t.PlanId == planId || plans.Any(p => p.Id == t.PlanId && p.MergedIntoId == planId))
            )
            .OrderBy(t => t.ProposedAt)
            .ThenBy(t => t.Id)
            .Select(t => new
            {
                t,
                Unit = units.Where(u => u.Id == t.UnitId).Select(u => u.Name).FirstOrDefault(),
                Category = words.Where(w => w.Id == t.CategoryId).Select(w => new { w.Standard, w.Name }).FirstOrDefault(),
            })
            .Select(x => new Item(
                x.t.Id,
                x.t.RowVersion,
                x.t.Title,
                x.Unit,
                x.Category!.Standard,
                x.Category.Name,
                x.t.Necessity,
                x.t.Minutes,
                x.t.Source,
                x.t.ProposedBy,
                x.t.ProposedAt,
                x.t.State,
                x.t.Answer,
                x.t.MergedIntoId,
                x.t.PlanId != planId,
                attachments.Where(a => a.TopicId == x.t.Id).ToList()
            ))
            .ToListAsync(ct);
        return new Answer(
            Facts.Of(head.p),
            head.Host,
            head.Place,
            head.p.StateAt(db.Now),
            head.Kind,
            asked,
            items,
            joined,
            head.MergedInto,
            db.Now
        )
        {
            RowVersion = head.p.RowVersion,
            IsNoticeOut = head.IsNoticeOut,
        };
    }
}
