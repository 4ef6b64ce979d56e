using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Words;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Calling;

/// <summary>
/// Prepares a meeting step by step: each step saves the draft, so that nothing typed is lost. A new draft's agenda begins with what its
/// hosts have open (<see cref="IAgendaOpening"/>).
/// </summary>
public sealed class DraftMeeting(Door door, IEnumerable<IAgendaOpening> openings)
{
    public sealed record Form : WritingForm
    {
        [MayExist]
        public Guid MeetingId { get; init; } = Guid.CreateVersion7();
        public Guid? CommitteeId { get; set; }

        /// <summary>
        /// What is called here, with the topics that were collected for it and the bodies that joined; null where nothing was planned.
        /// </summary>
        public Guid? PlanId { get; init; }
        public MeetingKind Kind { get; set; } = MeetingKind.Joint;

        /// <summary>The district's word; null for the first that stands for <see cref="Kind"/>.</summary>
        public Guid? KindId { get; set; }
        public string Title { get; set; } = "";

        /// <summary>Day and times in China.</summary>
        public DateOnly? Day { get; set; }
        public TimeOnly? Start { get; set; } = new(9, 0);
        public TimeOnly? End { get; set; } = new(11, 0);
        public string Venue { get; set; } = "";
        public DateOnly? ReplyByDay { get; set; }
        public TimeOnly? ReplyByTime { get; set; } = new(17, 0);
        public string ContactName { get; set; } = "";
        public string ContactPhone { get; set; } = "";
        public string? Remark { get; set; }

        /// <summary>Who is invited: seats of the hosts.</summary>
        public IReadOnlyList<Guid> SeatIds { get; set; } = [];

        /// <summary>The agenda, in order; blank lines are left out.</summary>
        public IReadOnlyList<Line> Agenda { get; set; } = [];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.CommitteeId).NotNull();
                RuleFor(f => f.Title).NotEmpty().MaximumLength(100);
                RuleFor(f => f.Day).NotNull();
                RuleFor(f => f.Start).NotNull();
                RuleFor(f => f.End).NotNull().GreaterThan(f => f.Start).WithMessage(_ => Wording.T("Meetings.EndAfterStart"));
                RuleFor(f => f.Venue).NotEmpty().MaximumLength(100);
                RuleFor(f => f.ReplyByDay)
                    .NotNull()
                    .LessThanOrEqualTo(f => f.Day)
                    .WithMessage(_ => Wording.T("Meetings.ReplyByBeforeStart"));
                RuleFor(f => f.ReplyByTime).NotNull();
                RuleFor(f => f.ContactName).NotEmpty().MaximumLength(40);
                RuleFor(f => f.ContactPhone).NotEmpty().MaximumLength(30);
                RuleFor(f => f.Remark).MaximumLength(1000);
                RuleFor(f => f.SeatIds.Count).LessThanOrEqualTo(500);
                RuleForEach(f => f.Agenda)
                    .ChildRules(line =>
                    {
                        line.RuleFor(l => l.Topic).MaximumLength(200);
                        line.RuleFor(l => l.Minutes).InclusiveBetween(1, 240);
                    });
            }
        }

        internal DateTimeOffset StartsAt => ChinaTime.At(Day!.Value, Start!.Value);
        internal DateTimeOffset EndsAt => ChinaTime.At(Day!.Value, End!.Value);
        internal DateTimeOffset ReplyBy => ChinaTime.At(ReplyByDay!.Value, ReplyByTime!.Value);
    }

    /// <summary>One item of the agenda as it is written.</summary>
    public sealed record Line
    {
        public string Topic { get; set; } = "";

        /// <summary>How long it is likely to take.</summary>
        public int? Minutes { get; set; }

        /// <summary>What a unit proposed and the host accepted.</summary>
        public Guid? TopicId { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId!.Value, ct);
        committee.ExpectEstablished();
        committee.ExpectNotGone(form.Day!.Value);
        var kind = await MeetingWord.KindAsync(db, form.KindId, form.Kind, ct);
        var meeting = await db.Meetings.SingleOrDefaultAsync(m => m.Id == form.MeetingId, ct);
        var isNew = meeting is null;
        if (meeting is null)
        {
            meeting = new Meeting
            {
                Id = form.MeetingId,
                CommitteeId = committee.Id,
                PlaceId = committee.PlaceId,
                Kind = kind.MeetingKind,
                KindId = kind.Id,
                Title = "",
                StartsAt = form.StartsAt,
                EndsAt = form.EndsAt,
                Venue = "",
                ReplyBy = form.ReplyBy,
                ContactName = "",
                ContactPhone = "",
            };
            db.Meetings.Add(meeting);
        }
        if (meeting.NotifiedAt is not null)
            throw MeetingsRules.WasNotified();
        if (meeting.CommitteeId != committee.Id)
            throw new NotFound();
        Write(form, kind, meeting);
        var hosts = await HostsAsync(db, meeting, form.PlanId, ct);
        await InviteAsync(db, meeting, hosts, form.SeatIds, ct);
        var opening = isNew ? await OpeningMatters.LinesAsync(db, openings, hosts, ct) : [];
        await AgendaAsync(db, meeting, form.PlanId, Opened(form.Agenda, opening, scope), ct);
        await db.CommitAsync(ct);
    }

    private static void Write(Form form, MeetingWord kind, Meeting meeting)
    {
        (meeting.Kind, meeting.KindId, meeting.Title, meeting.Venue) = (kind.MeetingKind, kind.Id, form.Title.Trim(), form.Venue.Trim());
        (meeting.StartsAt, meeting.EndsAt, meeting.ReplyBy) = (form.StartsAt, form.EndsAt, form.ReplyBy);
        (meeting.ContactName, meeting.ContactPhone) = (form.ContactName.Trim(), form.ContactPhone.Trim());
        meeting.Remark = form.Remark.OrNull();
    }

    /// <summary>The plan is called by this meeting; the bodies that joined it are hosts, too.</summary>
    private static async Task<IReadOnlyList<Guid>> HostsAsync(PortalDb db, Meeting meeting, Guid? planId, CancellationToken ct)
    {
        var hosts = await db.CoHosts.Where(h => h.MeetingId == meeting.Id).Select(h => h.CommitteeId).ToListAsync(ct);
        if (planId is { } id)
        {
            var plan = await PortalDb.FindAsync(db.MeetingPlans, id, ct);
            if (plan.CommitteeId != meeting.CommitteeId)
                throw new NotFound();
            plan.Call(meeting.Id);
            var joined = await db
                .MeetingPlans.Where(p => p.MergedIntoId == plan.Id && p.CommitteeId != plan.CommitteeId)
                .Select(p => p.CommitteeId)
                .Distinct()
                .ToListAsync(ct);
            db.CoHosts.AddRange(
                joined
                    .Except(hosts)
                    .Select(c => new CoHost
                    {
                        MeetingId = meeting.Id,
                        PlaceId = meeting.PlaceId,
                        CommitteeId = c,
                    })
            );
            hosts.AddRange(joined.Except(hosts));
        }
        return [meeting.CommitteeId, .. hosts];
    }

    private static async Task InviteAsync(
        PortalDb db,
        Meeting meeting,
        IReadOnlyList<Guid> hosts,
        IReadOnlyList<Guid> seatIds,
        CancellationToken ct
    )
    {
        var seats = await db.Seats.Where(s => hosts.Contains(s.CommitteeId) && seatIds.Contains(s.Id)).ToListAsync(ct);
        if (seats.Count != seatIds.Distinct().Count())
            throw new NotFound();
        var invited = (await db.Invitations.Where(i => i.MeetingId == meeting.Id).ToListAsync(ct)).ToDictionary(i => i.SeatId);
        foreach (var invitation in invited.Values)
            invitation.List(seatIds.Contains(invitation.SeatId), db.Now);
        db.Invitations.AddRange(
            seats
                .Where(s => !invited.ContainsKey(s.Id))
                .Select(s => new Invitation
                {
                    MeetingId = meeting.Id,
                    SeatId = s.Id,
                    PlaceId = meeting.PlaceId,
                    UnitId = s.UnitId,
                })
        );
    }

    /// <summary>They are added first automatically; each can be changed or removed.</summary>
    private static IReadOnlyList<Line> Opened(IReadOnlyList<Line> lines, IReadOnlyList<string> opening, Scope scope)
    {
        var topics = CultureScope.In(scope.Culture, () => opening.Select(key => Wording.T(key)).ToList());
        return [.. topics.Where(t => lines.All(l => l.Topic.Trim() != t)).Select(t => new Line { Topic = t }), .. lines];
    }

    private static async Task AgendaAsync(PortalDb db, Meeting meeting, Guid? planId, IReadOnlyList<Line> lines, CancellationToken ct)
    {
        var wanted = lines.Select(l => l with { Topic = l.Topic.Trim() }).Where(l => l.Topic.Length > 0).ToList();
        var proposed = wanted.Where(l => l.TopicId is not null).Select(l => l.TopicId!.Value).Distinct().ToList();
        var topics =
            proposed.Count == 0
                ? []
                : await TopicQueries
                    .Meeting(db, meeting.Id, planId)
                    .Where(t => proposed.Contains(t.Id))
                    .Select(t => new { t.Title, t.State })
                    .ToListAsync(ct);
        if (topics.Count != proposed.Count)
            throw new NotFound();
        if (topics.Find(t => t.State != TopicState.Accepted) is { } settled)
            throw TopicsRules.NotAccepted(settled.Title);
        var items = await db
            .AgendaItems.Where(i => i.MeetingId == meeting.Id && i.RemovedAt == null)
            .OrderBy(i => i.Ordinal)
            .ToListAsync(ct);
        for (var n = items.Count; n < wanted.Count; n++)
        {
            items.Add(
                new AgendaItem
                {
                    MeetingId = meeting.Id,
                    PlaceId = meeting.PlaceId,
                    Ordinal = n + 1,
                    Topic = "",
                }
            );
            db.AgendaItems.Add(items[n]);
        }
        for (var n = 0; n < items.Count; n++)
        {
            if (n >= wanted.Count)
                items[n].RemovedAt = db.Now;
            else
                (items[n].Ordinal, items[n].Topic, items[n].Minutes, items[n].TopicId) = (
                    n + 1,
                    wanted[n].Topic,
                    wanted[n].Minutes,
                    wanted[n].TopicId
                );
        }
    }
}
