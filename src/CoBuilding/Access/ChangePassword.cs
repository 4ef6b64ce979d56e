using CoBuilding.Data;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>Sets one's own new password and ends one's other sessions. After a one-time code the old password is not asked for.</summary>
public sealed class ChangePassword(Door door, Accounts accounts)
{
    public sealed record Form : WritingForm
    {
        public string? CurrentPassword { get; set; }
        public string Password { get; set; } = "";
        public string RepeatPassword { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.CurrentPassword).MaximumLength(200);
                RuleFor(f => f.Password).NotEmpty().MaximumLength(200);
                RuleFor(f => f.RepeatPassword).Equal(f => f.Password).WithMessage(_ => Texts.Wording.T("Access.PasswordsDiffer"));
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, form, ct);
        var account = await PortalDb.FindAsync(db.Accounts, db.Who.AccountId!.Value, ct);
        if (!account.MustChangePassword)
        {
            using var users = accounts.Over(db);
            if (!await users.CheckPasswordAsync(account, form.CurrentPassword ?? "")) throw AccessRules.WrongPassword();
        }
        await accounts.SetPasswordAsync(db, account, form.Password);
        var others = await db.Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null && s.Id != db.Who.SessionId).ToListAsync(ct);
        foreach (var session in others) session.EndedAt = db.Now;
        await db.CommitAsync(ct);
    }
}
