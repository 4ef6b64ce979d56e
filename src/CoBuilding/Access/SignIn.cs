using FluentValidation;

namespace CoBuilding.Access;

/// <summary>
/// Signs in with a password or a one-time code. A refusal is committed too (counter, journal) and answered the same, by the same
/// statements, hashes and queue, whether the name exists or not. While an account is locked, a device that signed in to it before may still
/// try, so that a stranger who guesses cannot lock the owner out.
/// </summary>
public sealed class SignIn(Door door, Accounts accounts)
{
    public sealed record Form : WritingForm
    {
        public string Login { get; set; } = "";

        [NotCompared]
        public string Password { get; init; } = "";

        /// <summary>The session secret for the browser's cookie; created by the edge.</summary>
        [NotCompared]
        public string Secret { get; init; } = "";

        /// <summary>The account for which this browser has a mark of an earlier successful sign-in, from a protected cookie.</summary>
        [NotCompared]
        public Guid? KnownTo { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Login).NotEmpty().MaximumLength(Account.LongestLogin);
                RuleFor(f => f.Password).NotEmpty().MaximumLength(200);
            }
        }
    }

    /// <summary>Null account: refused, for whatever reason.</summary>
    public sealed record Result(Guid? AccountId, bool MustChangePassword, string? Language);

    public async Task<Result> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SignIn, form, ct);
        await Accounts.LockAttemptAsync(db, form.Login, ct);
        using var users = accounts.UserManagerFor(db);
        var found = await users.FindByNameAsync(Account.Normalize(form.Login));
        var account = found is { ClosedAt: null } ? found : Accounts.DecoyAccount(db.Now);

        var byCode = accounts.IsCode(account, form.Password, db.Now);
        var waits = account.LockedUntil > db.Now && form.KnownTo != account.Id;
        var byPassword = accounts.IsPassword(account, form.Password);
        if (!byCode && (!byPassword || waits))
        {
            await accounts.FailAsync(db, account, counts: !waits, ct);
            db.AddJournalEntry("refused", "accounts", found?.Id);
            await db.CommitAsync(ct);
            return new Result(null, false, null);
        }

        if (byCode)
        {
            account.OneTimeCodeHash = null;
            account.OneTimeCodeUntil = null;
            account.MustChangePassword = true;
        }
        account.FailedSignIns = 0;
        account.LockedUntil = null;
        db.Sessions.Add(
            new Session
            {
                AccountId = account.Id,
                SecretHash = Secrets.Hash(form.Secret),
                StartedAt = db.Now,
                LastUsedAt = db.Now,
            }
        );
        await db.CommitAsync(ct);
        return new Result(account.Id, account.MustChangePassword, account.Language);
    }
}
