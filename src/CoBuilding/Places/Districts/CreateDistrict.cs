using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Places.Districts;

/// <summary>
/// Creates a district: its places, its first administrator and its auditor, and each room's <see cref="INewDistrictRows"/>. The row in the
/// list of districts is the owner's (<see cref="PortalDatabase.EnterDistrictAsync"/>).
/// </summary>
public sealed class CreateDistrict(Door door, Accounts accounts, IEnumerable<INewDistrictRows> firstRows)
{
    public sealed record Form : WritingForm
    {
        public required IReadOnlyList<Place> Places { get; init; }

        [NotCompared]
        public string AdminPassword { get; init; } = "";

        [NotCompared]
        public string AuditorPassword { get; init; } = "";

        /// <summary>False for the demo, whose password is public.</summary>
        public bool MustChangePasswords { get; init; } = true;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Places).NotEmpty();
                RuleFor(f => f.AdminPassword).NotEmpty().MaximumLength(200);
                RuleFor(f => f.AuditorPassword).NotEmpty().MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CreateDistrict, form, ct);
        db.Places.AddRange(form.Places);
        db.AddRange(firstRows.SelectMany(rows => rows.Make()));
        var root = form.Places.Single(p => p.Level == PlaceLevel.District);
        await AddAsync("admin", Role.DistrictAdmin, form.AdminPassword);
        await AddAsync("auditor", Role.Auditor, form.AuditorPassword);
        await db.CommitAsync(ct);

        async Task AddAsync(string login, Role role, string password)
        {
            var account = accounts.New(login, Texts.Wording.T(role), root.Id, unitId: null, db.Now);
            account.MustChangePassword = form.MustChangePasswords;
            await accounts.CreateAsync(db, account, password, root.Name, ct);
            db.Grants.Add(
                new Grant
                {
                    AccountId = account.Id,
                    Role = role,
                    PlaceId = root.Id,
                    From = db.Today,
                }
            );
        }
    }
}
