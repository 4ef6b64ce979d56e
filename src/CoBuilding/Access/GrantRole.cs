using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Access;

/// <summary>Grants an account one more role for a place, from a day until (not including) another.</summary>
public sealed class GrantRole(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid GrantId { get; init; } = Guid.CreateVersion7();
        public Guid AccountId { get; init; }
        public Role Role { get; set; } = Role.StreetClerk;
        public Guid? PlaceId { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? Until { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.PlaceId).NotNull();
                RuleFor(f => f.Until)
                    .GreaterThan(f => f.From)
                    .When(f => f.From is not null && f.Until is not null)
                    .WithMessage(_ => Texts.Wording.T("Access.UntilAfterFrom"));
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, form, ct);
        if (form.Role.IsForUnit())
            throw AccessRules.NeedsUnit();
        var account = await PortalDb.FindAsync(db.Accounts, form.AccountId, ct);
        // The manager of accounts must not be the auditor of their use.
        if (form.Role == Role.Auditor && account.Id == db.JournalActor.AccountId)
            throw AccessRules.OwnAuditor();
        var place = await PortalDb.FindAsync(db.Places, form.PlaceId!.Value, ct);
        await GrantAuthority.CheckAsync(db, form.Role, place, ct);
        db.Grants.Add(
            new Grant
            {
                Id = form.GrantId,
                AccountId = account.Id,
                Role = form.Role,
                PlaceId = place.Id,
                From = form.From ?? db.Today,
                Until = form.Until,
            }
        );
        await db.CommitAsync(ct);
    }
}
