using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Attendance;

/// <summary>Takes a guest off the list.</summary>
public sealed class WithdrawGuest(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid GuestId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.GuestId).NotEmpty();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var guest = await PortalDb.FindAsync(db.Guests, form.GuestId, ct);
        guest.Withdraw(db.Now);
        await db.CommitAsync(ct);
    }
}
