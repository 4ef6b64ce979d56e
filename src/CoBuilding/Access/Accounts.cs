using System.Security.Cryptography;
using System.Text;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoBuilding.Access;

/// <summary>Identity's hashing, lockout and security stamps on a context opened by the door.</summary>
public sealed class Accounts(
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    ReadUnitNames namesOfUnit,
    ILoggerFactory logs
)
{
    public Account New(string login, string displayName, Guid placeId, Guid? unitId, DateTimeOffset now) =>
        new()
        {
            Login = login.Trim(),
            NormalizedLogin = Account.Normalize(login),
            DisplayName = displayName,
            PlaceId = placeId,
            UnitId = unitId,
            CreatedAt = now,
        };

    /// <summary>Creates one of a new district's first accounts.</summary>
    /// <exception cref="RuleBroken">The password is too easy to guess.</exception>
    public async Task CreateAsync(PortalDb db, Account account, string password, string district, CancellationToken ct)
    {
        await CheckPasswordAsync(db, account, password, [district], ct);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Secrets.Make();
        db.Accounts.Add(account);
    }

    /// <summary>Creates an account with its first grant; the owner signs in with the code and then sets a password.</summary>
    public async Task OpenAsync(PortalDb db, Guid id, string login, string displayName, string code, Grant grant, Guid? personId)
    {
        var account = new Account
        {
            Id = id,
            Login = login.Trim(),
            NormalizedLogin = Account.Normalize(login),
            DisplayName = displayName.Trim(),
            PlaceId = grant.PlaceId,
            UnitId = grant.UnitId,
            PersonId = personId,
            CreatedAt = db.Now,
            SecurityStamp = Secrets.Make(),
            MustChangePassword = true,
        };
        IssueOneTimeCode(account, code, db.Now);
        using var users = UserManagerFor(db);
        if (await users.FindByNameAsync(account.NormalizedLogin) is not null)
            throw new RuleBroken("Access.LoginIsTaken", "Login");
        db.Accounts.Add(account);
        db.Grants.Add(grant);
    }

    /// <summary>Sets a new password; the caller ends open sessions.</summary>
    /// <exception cref="RuleBroken">The password is too easy to guess.</exception>
    public async Task SetPasswordAsync(PortalDb db, Account account, string password, CancellationToken ct)
    {
        await CheckPasswordAsync(db, account, password, await NamesAroundAsync(db, account, ct), ct);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Secrets.Make();
        account.MustChangePassword = false;
        account.OneTimeCodeHash = null;
        account.OneTimeCodeUntil = null;
        account.FailedSignIns = 0;
        account.LockedUntil = null;
    }

    /// <summary>Lets the code replace the password once, within a day. The password stays valid until a new one is set.</summary>
    public void IssueOneTimeCode(Account account, string code, DateTimeOffset now)
    {
        account.OneTimeCodeHash = hasher.HashPassword(account, code);
        account.OneTimeCodeUntil = now.AddDays(1);
    }

    /// <summary>Always verifies one hash, so that the duration does not reveal whether a code exists.</summary>
    public bool IsCode(Account account, string typed, DateTimeOffset now)
    {
        var matches =
            hasher.VerifyHashedPassword(account, account.OneTimeCodeHash ?? Decoy, typed.Trim().ToUpperInvariant())
            != PasswordVerificationResult.Failed;
        return matches && account.OneTimeCodeHash is not null && account.OneTimeCodeUntil > now;
    }

    /// <summary>Always verifies one hash, so that the duration does not reveal whether a password is set.</summary>
    public bool IsPassword(Account account, string typed)
    {
        var matches = hasher.VerifyHashedPassword(account, account.PasswordHash ?? Decoy, typed) != PasswordVerificationResult.Failed;
        return matches && account.PasswordHash is not null;
    }

    /// <summary>A placeholder whose failed sign-in costs the same as that of an account.</summary>
    public static Account DecoyAccount(DateTimeOffset now) =>
        new()
        {
            Id = Guid.Empty,
            Login = "",
            NormalizedLogin = "",
            DisplayName = "",
            PlaceId = Guid.Empty,
            CreatedAt = now,
        };

    /// <summary>
    /// Attempts on one name go one after another, on all nodes, whether there is an account of that name or not: so that no failure is
    /// lost, and waiting does not reveal whether an account exists. The lock ends with the operation.
    /// </summary>
    public static async Task LockAttemptAsync(PortalDb db, string login, CancellationToken ct)
    {
        var turn = BitConverter.ToInt64(SHA256.HashData([.. db.Tenant.ToByteArray(), .. Encoding.UTF8.GetBytes(Account.Normalize(login))]));
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({turn})", ct);
    }

    /// <summary>Records a wrong password by the same statement for an account, a locked account and <see cref="DecoyAccount"/>.</summary>
    /// <param name="counts">False while the account is locked: the failure then changes nothing.</param>
    public async Task FailAsync(PortalDb db, Account account, bool counts, CancellationToken ct)
    {
        using var users = UserManagerFor(db);
        if (counts)
            await users.AccessFailedAsync(account);
        db.Entry(account).State = EntityState.Detached;
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE accounts SET failed_sign_ins = {account.FailedSignIns}, locked_until = {account.LockedUntil}
            WHERE tenant_id = {db.Tenant} AND id = {account.Id}
            """,
            ct
        );
    }

    private string Decoy => field ??= hasher.HashPassword(null!, Secrets.Make());

    public UserManager<Account> UserManagerFor(PortalDb db)
    {
        var normalizer = new UpperInvariantLookupNormalizer();
        return new UserManager<Account>(
            new AccountStore(db),
            options,
            hasher,
            [],
            [new PasswordValidator<Account>()],
            normalizer,
            new IdentityErrorDescriber(),
            null!,
            logs.CreateLogger<UserManager<Account>>()
        );
    }

    private async Task CheckPasswordAsync(
        PortalDb db,
        Account account,
        string password,
        IReadOnlyList<string> namesAround,
        CancellationToken ct
    )
    {
        using var users = UserManagerFor(db);
        foreach (var validator in users.PasswordValidators)
        {
            ct.ThrowIfCancellationRequested();
            var result = await validator.ValidateAsync(users, account, password);
            if (!result.Succeeded)
                throw new RuleBroken("Access." + result.Errors.First().Code, "Password", options.Value.Password.RequiredLength);
        }
        if (CommonPasswords.Contain(password))
            throw AccessRules.PasswordIsCommon();
        string[] names = [account.Login, account.DisplayName, .. namesAround];
        if (names.Any(name => NamePasswordCheck.IsNoMoreThan(password, name)))
            throw AccessRules.PasswordIsName();
    }

    /// <summary>The district's, the office's and the unit's names.</summary>
    private async Task<IReadOnlyList<string>> NamesAroundAsync(PortalDb db, Account account, CancellationToken ct)
    {
        var district =
            await db.Districts.AsNoTracking().Where(d => d.Id == db.Tenant).Select(d => new[] { d.Name, d.Slug }).FirstOrDefaultAsync(ct)
            ?? [];
        var places = await db
            .Places.Lifted("name of the account's office: nobody may choose it for a password")
            .Where(p => p.ParentId == null || p.Id == account.PlaceId)
            .Select(p => p.Name)
            .ToListAsync(ct);
        return [.. district, .. places, .. account.UnitId is { } unit ? await namesOfUnit(db, unit, ct) : []];
    }
}
