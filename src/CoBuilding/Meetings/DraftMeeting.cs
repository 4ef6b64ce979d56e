using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>Prepares a meeting step by step: each step saves the draft as it stands, so that nothing typed is lost.</summary>
public sealed class DraftMeeting(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; } = Guid.CreateVersion7();
        public Guid? CommitteeId { get; set; }
        public MeetingKind Kind { get; set; } = MeetingKind.Joint;
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

        /// <summary>Who is invited: seats of the host committee.</summary>
        public IReadOnlyList<Guid> SeatIds { get; set; } = [];

        /// <summary>The agenda, in order; blank lines are left out.</summary>
        public IReadOnlyList<string> Topics { get; set; } = [];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.CommitteeId).NotNull();
                RuleFor(f => f.Title).NotEmpty().MaximumLength(100);
                RuleFor(f => f.Day).NotNull();
                RuleFor(f => f.Start).NotNull();
                RuleFor(f => f.End).NotNull().GreaterThan(f => f.Start).WithMessage(_ => Texts.Wording.T("Meetings.EndAfterStart"));
                RuleFor(f => f.Venue).NotEmpty().MaximumLength(100);
                RuleFor(f => f.ReplyByDay).NotNull().LessThanOrEqualTo(f => f.Day).WithMessage(_ => Texts.Wording.T("Meetings.ReplyByBeforeStart"));
                RuleFor(f => f.ReplyByTime).NotNull();
                RuleFor(f => f.ContactName).NotEmpty().MaximumLength(40);
                RuleFor(f => f.ContactPhone).NotEmpty().MaximumLength(30);
                RuleFor(f => f.Remark).MaximumLength(1000);
                RuleFor(f => f.SeatIds.Count).LessThanOrEqualTo(500);
                RuleForEach(f => f.Topics).MaximumLength(200);
            }
        }

        internal DateTimeOffset StartsAt => ChinaTime.At(Day!.Value, Start!.Value);
        internal DateTimeOffset EndsAt => ChinaTime.At(Day!.Value, End!.Value);
        internal DateTimeOffset ReplyBy => ChinaTime.At(ReplyByDay!.Value, ReplyByTime!.Value);
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId!.Value, ct);
        committee.ExpectEstablished();
        var meeting = await db.Meetings.SingleOrDefaultAsync(m => m.Id == form.MeetingId, ct);
        if (meeting is null)
        {
            meeting = new Meeting
            {
                Id = form.MeetingId, CommitteeId = committee.Id, PlaceId = committee.PlaceId, Kind = form.Kind, Title = "", StartsAt = form.StartsAt,
                EndsAt = form.EndsAt, Venue = "", ReplyBy = form.ReplyBy, ContactName = "", ContactPhone = "",
            };
            db.Meetings.Add(meeting);
        }
        if (meeting.NotifiedAt is not null) throw MeetingsRules.WasNotified();
        if (meeting.CommitteeId != committee.Id) throw new NotFound();
        Write(form, meeting);
        await InviteAsync(db, meeting, form.SeatIds, ct);
        await AgendaAsync(db, meeting, form.Topics, ct);
        await db.CommitAsync(ct);
    }

    private static void Write(Form form, Meeting meeting)
    {
        (meeting.Kind, meeting.Title, meeting.Venue) = (form.Kind, form.Title.Trim(), form.Venue.Trim());
        (meeting.StartsAt, meeting.EndsAt, meeting.ReplyBy) = (form.StartsAt, form.EndsAt, form.ReplyBy);
        (meeting.ContactName, meeting.ContactPhone) = (form.ContactName.Trim(), form.ContactPhone.Trim());
        meeting.Remark = form.Remark.OrNull();
    }

    internal static async Task InviteAsync(PortalDb db, Meeting meeting, IReadOnlyList<Guid> seatIds, CancellationToken ct)
    {
        var seats = await db.Seats.Where(s => s.CommitteeId == meeting.CommitteeId && seatIds.Contains(s.Id)).ToListAsync(ct);
        if (seats.Count != seatIds.Distinct().Count()) throw new NotFound();
        var invited = (await db.Invitations.Where(i => i.MeetingId == meeting.Id).ToListAsync(ct)).ToDictionary(i => i.SeatId);
        foreach (var invitation in invited.Values)
            invitation.WithdrawnAt = seatIds.Contains(invitation.SeatId) ? null : invitation.WithdrawnAt ?? db.Now;
        db.Invitations.AddRange(seats.Where(s => !invited.ContainsKey(s.Id)).Select(s => new Invitation
        {
            MeetingId = meeting.Id, SeatId = s.Id, PlaceId = meeting.PlaceId, UnitId = s.UnitId,
        }));
    }

    internal static async Task AgendaAsync(PortalDb db, Meeting meeting, IReadOnlyList<string> topics, CancellationToken ct)
    {
        var wanted = topics.Select(t => t.Trim()).Where(t => t.Length > 0).ToList();
        var items = await db.AgendaItems.Where(i => i.MeetingId == meeting.Id && i.RemovedAt == null).OrderBy(i => i.Ordinal).ToListAsync(ct);
        for (var n = 0; n < Math.Max(wanted.Count, items.Count); n++)
        {
            if (n >= wanted.Count) items[n].RemovedAt = db.Now;
            else if (n >= items.Count) db.AgendaItems.Add(new AgendaItem { MeetingId = meeting.Id, PlaceId = meeting.PlaceId, Ordinal = n + 1, Topic = wanted[n] });
            else (items[n].Ordinal, items[n].Topic) = (n + 1, wanted[n]);
        }
    }
}
