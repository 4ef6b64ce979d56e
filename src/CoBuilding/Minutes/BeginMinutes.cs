using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>
/// Starts the minutes of a meeting: a text for each agenda item and one for other matters. Chair and recorder are suggested from
/// the host's convener and the actor.
/// </summary>
public sealed class BeginMinutes(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MinutesId { get; init; } = Guid.CreateVersion7();
        public Guid MeetingId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.MeetingId).NotEmpty();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        meeting.RecordMinutesProgress(MeetingState.MinutesDrafted, db.Now);
        var (people, seats, day) = (db.People, db.Seats, meeting.Day);
        var chair = await UnitRepresentatives
            .HoldersOf(db.Appointments, day)
            .Where(a => seats.Any(s => s.Id == a.SeatId && s.CommitteeId == meeting.CommitteeId && s.Role == SeatRole.Convener))
            .OrderBy(a => a.From)
            .ThenBy(a => a.Id)
            .Select(a => people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First())
            .FirstOrDefaultAsync(ct);
        var recorder = await db.Accounts.Where(a => a.Id == db.JournalActor.AccountId).Select(a => a.DisplayName).FirstOrDefaultAsync(ct);
        var minutes = new MeetingMinutes
        {
            Id = form.MinutesId,
            MeetingId = meeting.Id,
            CommitteeId = meeting.CommitteeId,
            PlaceId = meeting.PlaceId,
            Chair = chair,
            Recorder = recorder,
        };
        db.Minutes.Add(minutes);
        db.MinutesSteps.Add(minutes.Begin(db.Now));
        var agenda = await db
            .AgendaItems.Where(i => i.MeetingId == meeting.Id && i.RemovedAt == null)
            .OrderBy(i => i.Ordinal)
            .Select(i => i.Id)
            .ToListAsync(ct);
        foreach (var item in agenda.Select(id => (Guid?)id).Append(null))
            db.MinutesItems.Add(
                new MinutesItem
                {
                    MinutesId = minutes.Id,
                    PlaceId = minutes.PlaceId,
                    AgendaItemId = item,
                }
            );
        await db.CommitAsync(ct);
    }
}
