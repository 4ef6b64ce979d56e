using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using FluentValidation;

namespace CoBuilding.Meetings.Series;

/// <summary>Records a series: how often and when a body usually meets. Nobody is notified, and no meeting is created.</summary>
public sealed class BeginSeries(Door door)
{
    public sealed record Form : WritingForm, ISeriesSchedule
    {
        public Guid SeriesId { get; init; } = Guid.CreateVersion7();
        public Guid? CommitteeId { get; set; }
        public Guid? KindId { get; set; }
        public Cadence Cadence { get; set; } = Cadence.Quarterly;
        public string Title { get; set; } = "";
        public int UsualMonth { get; set; } = 3;
        public int UsualFrom { get; set; } = 1;
        public int UsualUntil { get; set; } = 31;
        public int AheadDays { get; set; } = 30;
        public DateOnly? BegunOn { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.CommitteeId).NotNull();
                this.IsSeriesSchedule();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId!.Value, ct);
        if (committee.ExpectEstablished() is var established && form.BegunOn < established)
            throw SeriesRules.BeginsBeforeTheBody(established);
        committee.ExpectNotGone(form.BegunOn!.Value);
        var kind = await MeetingWord.KindAsync(db, form.KindId, MeetingKind.Joint, ct);
        db.MeetingSeries.Add(
            new MeetingSeries
            {
                Id = form.SeriesId,
                CommitteeId = committee.Id,
                PlaceId = committee.PlaceId,
                KindId = kind.Id,
                Cadence = form.Cadence,
                Title = form.Title.Trim(),
                UsualMonth = form.UsualMonth,
                UsualFrom = form.UsualFrom,
                UsualUntil = form.UsualUntil,
                AheadDays = form.AheadDays,
                BegunOn = form.BegunOn.Value,
            }
        );
        await db.CommitAsync(ct);
    }
}
