using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Minutes;

/// <summary>Answers a unit's comments if the minutes stay unchanged; the unit can see the answer.</summary>
public sealed class SettleComments(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CountersignId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Settlement { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Settlement).NotEmpty().MaximumLength(1000);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var countersign = await PortalDb.FindAsync(db.Countersigns, form.CountersignId, ct);
        await db.ExpectAsync(countersign, form.ExpectedVersion, ct);
        Countersigns.ExpectOpen(countersign, await PortalDb.FindAsync(db.Minutes, countersign.MinutesId, ct));
        countersign.Settle(form.Settlement.Trim(), db.Now);
        await db.CommitAsync(ct);
    }
}
