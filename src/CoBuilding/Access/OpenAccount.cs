using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Access;

/// <summary>Opens an account for an office's staff: a role for a place, and a one-time code with which its owner sets a password.</summary>
public sealed class OpenAccount(Door door, Accounts accounts)
{
    public sealed record Form : WritingForm
    {
        public Guid AccountId { get; init; } = Guid.CreateVersion7();
        public string Login { get; set; } = "";
        public string DisplayName { get; set; } = "";
        public Role Role { get; set; } = Role.StreetClerk;
        public Guid? PlaceId { get; set; }

        /// <summary>Created with the form and shown once to the person who opens the account.</summary>
        [NotCompared]
        public string Code { get; init; } = Secrets.MakeCode();

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Login).Login();
                RuleFor(f => f.DisplayName).NotEmpty().MaximumLength(80);
                RuleFor(f => f.PlaceId).NotNull();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, form, ct);
        if (form.Role.IsForUnit())
            throw AccessRules.NeedsUnit();
        var place = await PortalDb.FindAsync(db.Places, form.PlaceId!.Value, ct);
        await GrantAuthority.CheckAsync(db, form.Role, place, ct);
        await accounts.OpenAsync(
            db,
            form.AccountId,
            form.Login,
            form.DisplayName,
            form.Code,
            new Grant
            {
                AccountId = form.AccountId,
                Role = form.Role,
                PlaceId = place.Id,
                From = db.Today,
            },
            null
        );
        await db.CommitAsync(ct);
    }
}
