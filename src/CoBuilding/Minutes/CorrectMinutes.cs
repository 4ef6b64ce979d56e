using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Minutes;

/// <summary>
/// Corrects one item of minutes that were issued, and nothing else: a new version with its reason; the versions before stay readable.
/// </summary>
public sealed class CorrectMinutes(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ItemId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Said { get; set; } = "";
        public Consensus? Consensus { get; set; }
        public string? Reservations { get; set; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Said).NotNull().MaximumLength(SaveMinutesText.LongestText);
                RuleFor(f => f.Reservations).MaximumLength(2000);
                RuleFor(f => f.Reason).NotEmpty().MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var item = await PortalDb.FindAsync(db.MinutesItems, form.ItemId, ct);
        await db.ExpectAsync(item, form.ExpectedVersion, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, item.MinutesId, ct);
        var (body, reservations) = (form.Said.TrimEnd(), form.Reservations.OrNull());
        var before = await SeeMinutes.ContentAsync(db, minutes.Id, null, ct);
        db.MinutesSteps.Add(
            minutes.Correct(
                form.Reason.Trim(),
                before with
                {
                    Items =
                    [
                        .. before.Items.Select(i =>
                            i.Id != item.Id ? i : i with { Said = body, Consensus = form.Consensus, Reservations = reservations }
                        ),
                    ],
                },
                db.Now
            )
        );
        (item.Said, item.Consensus, item.Reservations) = (body, form.Consensus, reservations);
        await db.CommitAsync(ct);
    }
}
