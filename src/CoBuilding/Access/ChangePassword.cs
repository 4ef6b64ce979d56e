using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>Sets one's own new password and ends one's other sessions. After a one-time code the old password is not asked for.</summary>
public sealed class ChangePassword(Door door, Accounts accounts)
{
    public sealed record Form : WritingForm
    {
        [NotCompared]
        public string? CurrentPassword { get; set; }

        [NotCompared]
        public string Password { get; set; } = "";

        [NotCompared]
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

    /// <exception cref="RuleBroken">The current password is wrong, or the new one too easy to guess.</exception>
    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, form, ct);
        var account = await PortalDb.FindAsync(db.Accounts, db.JournalActor.AccountId!.Value, ct);
        if (!account.MustChangePassword && !accounts.IsPassword(account, form.CurrentPassword ?? ""))
        {
            await db.DisposeAsync();
            throw await CountAsync(scope, ct);
        }
        await accounts.SetPasswordAsync(db, account, form.Password, ct);
        var others = await db
            .Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null && s.Id != db.JournalActor.SessionId)
            .ToListAsync(ct);
        foreach (var session in others)
            session.EndedAt = db.Now;
        await db.CommitAsync(ct);
    }

    /// <summary>
    /// A wrong current password counts like a failed sign-in, in a separate operation, since the change itself is not done. If it locks
    /// the account, this session ends, so that a person who found it open cannot continue guessing.
    /// </summary>
    private async Task<RuleBroken> CountAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.OwnAccount, ct);
        var own = await PortalDb.FindAsync(db.Accounts.AsNoTracking(), db.JournalActor.AccountId!.Value, ct);
        await Accounts.LockAttemptAsync(db, own.Login, ct);
        var account = await PortalDb.FindAsync(db.Accounts, own.Id, ct);
        var before = account.LockedUntil;
        await accounts.FailAsync(db, account, counts: true, ct);
        var isLocked = account.LockedUntil != before;
        if (isLocked)
            (await PortalDb.FindAsync(db.Sessions, db.JournalActor.SessionId!.Value, ct)).EndedAt = db.Now;
        db.AddJournalEntry("refused", "accounts", account.Id);
        await db.CommitAsync(ct);
        return isLocked ? AccessRules.WrongTooOften() : AccessRules.WrongPassword();
    }
}
