using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Nominations.Renewals;

/// <summary>Cancels an open renewal: its nominations are withdrawn, the current term continues.</summary>
public sealed class CancelRenewal(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid RenewalId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var renewal = await PortalDb.FindAsync(db.Renewals, form.RenewalId, ct);
        await db.ExpectAsync(renewal, form.ExpectedVersion, ct);
        renewal.Cancel(db.Today, form.Reason.Trim());
        await NominationsUnderWay.WithdrawAsync(db, renewal.CommitteeId, renewal.Id, form.Reason.Trim(), ct);
        await db.CommitAsync(ct);
    }
}
