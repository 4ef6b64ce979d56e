using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>A street or a community hangs up a notice.</summary>
public sealed class HangNotice(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NoticeId { get; init; } = Guid.CreateVersion7();
        public Guid? PlaceId { get; set; }
        public string Title { get; set; } = "";
        public DateOnly? HangsUntil { get; set; }

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
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        if (form.HangsUntil < db.Today)
            throw NoticeboardRules.IsOver(db.Today);
        var place = await PortalDb.FindAsync(db.Places, form.PlaceId!.Value, ct);
        var topic = await db.NoticeTopics.OrderBy(t => t.Name).ThenBy(t => t.Id).FirstAsync(ct);
        db.Notices.Add(
            new()
            {
                Id = form.NoticeId,
                PlaceId = place.Id,
                NoticeTopicId = topic.Id,
                Title = form.Title.Trim(),
                HangsUntil = form.HangsUntil!.Value,
            }
        );
        await db.CommitAsync(ct);
    }
}
