using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Units.People;

/// <summary>Opens an account for somebody of a unit within reach: its secretary or its liaison officer, by the post held now.</summary>
public sealed class OpenUnitAccount(Door door, Accounts accounts)
{
    public sealed record Form : WritingForm
    {
        public Guid AccountId { get; init; } = Guid.CreateVersion7();
        public Guid PostId { get; init; }
        public string Login { get; set; } = "";
        public Role Role { get; set; } = Role.LiaisonOfficer;

        [NotCompared]
        public string Code { get; init; } = Secrets.MakeCode();

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Login).Login();
                RuleFor(f => f.Role).Must(r => r.IsForUnit()).WithMessage(_ => Texts.Wording.T("Units.RoleForUnit"));
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageAccounts, form, ct);
        var post = await PortalDb.FindAsync(db.Posts.Where(p => p.UnitId != null), form.PostId, ct);
        var person = await PortalDb.FindAsync(db.People, post.PersonId, ct);
        await GrantAuthority.CheckAsync(db, form.Role, await PortalDb.FindAsync(db.Places, post.PlaceId, ct), ct);
        await accounts.OpenAsync(
            db,
            form.AccountId,
            form.Login,
            person.Name,
            form.Code,
            new Grant
            {
                AccountId = form.AccountId,
                Role = form.Role,
                PlaceId = post.PlaceId,
                UnitId = post.UnitId,
                From = db.Today,
                PostId = post.Id,
            },
            person.Id
        );
        await db.CommitAsync(ct);
    }
}
