using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>A street or a community hangs up a notice. Who looks after it is told by a text message.</summary>
public sealed class HangNotice(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NoticeId { get; init; } = Guid.CreateVersion7();
        public Guid? PlaceId { get; set; }
        public string Title { get; set; } = "";
        public DateOnly? HangsUntil { get; set; }
        public Guid? CommitteeId { get; set; }
        public Guid? UnitId { get; set; }
        public Guid? PersonId { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.PlaceId).NotNull();
                RuleFor(f => f.Title).NotEmpty().WithMessage(_ => Wording.T("Noticeboard.SaysNothing")).MaximumLength(Notice.LongestTitle);
                RuleFor(f => f.HangsUntil).NotNull();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        if (form.HangsUntil < db.Today)
            throw NoticeboardRules.IsOver(db.Today);
        var place = await PortalDb.FindAsync(db.Places, form.PlaceId!.Value, ct);
        if (form.CommitteeId is { } committee)
            await PortalDb.FindAsync(db.Committees, committee, ct);
        if (form.UnitId is { } unit)
            await PortalDb.FindAsync(db.Units, unit, ct);
        var topic = await db.NoticeTopics.OrderBy(t => t.Name).ThenBy(t => t.Id).FirstAsync(ct);
        var notice = new Notice
        {
            Id = form.NoticeId,
            PlaceId = place.Id,
            NoticeTopicId = topic.Id,
            Title = form.Title.Trim(),
            CommitteeId = form.CommitteeId,
            UnitId = form.UnitId,
            PersonId = form.PersonId,
            HungAt = db.Now,
            HangsUntil = form.HangsUntil!.Value,
        };
        db.Notices.Add(notice);
        if (form.PersonId is { } person)
            await TellAsync(db, notice, await PortalDb.FindAsync(db.People, person, ct), ct);
        await db.CommitAsync(ct);
    }

    private static async Task TellAsync(PortalDb db, Notice notice, Person person, CancellationToken ct)
    {
        if (!await db.Channels.AnyAsync(c => c.Kind == ChannelKind.Sms && c.IsOn, ct))
            return;
        db.Messages.Add(
            new()
            {
                Writer = NoticeWriter.Writer,
                Channel = ChannelKind.Sms,
                PlaceId = notice.PlaceId,
                WithinId = notice.Id,
                PersonId = person.Id,
                MessageRevision = 0,
                QueuedAt = db.Now,
                DueAt = db.Now,
            }
        );
    }
}
