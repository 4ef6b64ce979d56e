using System.Globalization;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Access;

/// <summary>
/// Lets the operator's command act with the rights of an account, by a separate session: its operations go through the door like
/// all others. It asks for no password, since the operator has access to the database anyway.
/// </summary>
public sealed class ActAs(Door door)
{
    public sealed record Form : WritingForm
    {
        public string Login { get; init; } = "";

        /// <summary>The session's secret; made by the command, and ended with <see cref="SignOut"/>.</summary>
        [NotCompared]
        public string Secret { get; init; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Login).NotEmpty().MaximumLength(40);
        }
    }

    /// <returns>The language of the account.</returns>
    /// <exception cref="NotFound">There is no such account, or it is closed.</exception>
    public async Task<CultureInfo> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ActAs, form, ct);
        var login = Account.Normalize(form.Login);
        var account =
            await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedLogin == login && a.ClosedAt == null, ct)
            ?? throw new NotFound();
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
        return CultureInfo.GetCultureInfo(account.Language ?? "zh-CN");
    }
}
