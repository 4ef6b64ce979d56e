using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using FluentValidation;

namespace CoBuilding.Minutes;

/// <summary>Records a unit's answer on the minutes given by phone; possible until they are issued.</summary>
public sealed class RecordCountersign(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CountersignId { get; init; }
        public long ExpectedVersion { get; init; }
        public CountersignAnswer? Answer { get; set; }
        public string? Comments { get; set; }

        /// <summary>The person who reported it.</summary>
        public string ToldBy { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Answer).NotNull();
                RuleFor(f => f.Comments).NotEmpty().When(f => f.Answer == CountersignAnswer.Comments).MaximumLength(2000);
                RuleFor(f => f.ToldBy).NotEmpty().MaximumLength(40);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var countersign = await PortalDb.FindAsync(db.Countersigns, form.CountersignId, ct);
        await db.ExpectAsync(countersign, form.ExpectedVersion, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, countersign.MinutesId, ct);
        Countersigns.ExpectOpen(countersign, minutes);
        var comments = form.Answer == CountersignAnswer.Comments ? form.Comments.OrNull() : null;
        countersign.Give(form.Answer!.Value, comments, new Acting(ReplySource.Clerk, null, null), form.ToldBy.Trim(), db.Now);
        await db.CommitAsync(ct);
    }
}
