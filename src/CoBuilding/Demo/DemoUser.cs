using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Demo;

/// <summary>A demo user: signs in when the last session has expired, and calls use cases with the account's rights.</summary>
internal sealed class DemoUser(IServiceProvider services, Guid tenant, string login)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly TimeSpan BeforeIdle = Session.IdleLimit - TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BeforeEnd = Session.AbsoluteLimit - TimeSpan.FromMinutes(30);

    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();
    private Scope? scope;
    private DateTimeOffset started,
        used;

    public DateOnly Today => clock.GetUtcNow().ChinaDate();

    /// <summary>Another user of the district, on the same clock.</summary>
    public DemoUser Of(string other) => new(services, tenant, other);

    /// <summary>Runs a use case with a valid session.</summary>
    public async Task DoAsync<T>(Func<T, Scope, Task> action, CancellationToken ct)
        where T : class =>
        await AskAsync<T, bool>(
            async (useCase, who) =>
            {
                await action(useCase, who);
                return true;
            },
            ct
        );

    /// <summary>Runs a question with a valid session.</summary>
    public async Task<TAnswer> AskAsync<T, TAnswer>(Func<T, Scope, Task<TAnswer>> question, CancellationToken ct)
        where T : class
    {
        (clock as MovingClock)?.Tick();
        var who =
            await TrySignInAsync(CreateDemo.Password, ct)
            ?? throw new InvalidOperationException($"The account {login} does not take the demo's password.");
        return await question(services.GetRequiredService<T>(), who);
    }

    /// <summary>The scope of the portal's own tasks.</summary>
    public Task ByClockAsync<T>(Func<T, Scope, Task> action)
        where T : class => action(services.GetRequiredService<T>(), Scope.ForClock(tenant));

    /// <summary>The scope of a link.</summary>
    public Task ByLinkAsync<T>(string token, Func<T, Scope, Task> action)
        where T : class => action(services.GetRequiredService<T>(), Scope.ForLink(tenant, Secrets.Hash(token), Chinese));

    /// <summary>Signs in to a new account with its one-time code and sets the demo password.</summary>
    public async Task ActivateAccountAsync(string code, CancellationToken ct)
    {
        var who = await TrySignInAsync(code, ct) ?? throw new InvalidOperationException($"The account {login} does not take its code.");
        await services
            .GetRequiredService<ChangePassword>()
            .RunAsync(who, new() { Password = CreateDemo.Password, RepeatPassword = CreateDemo.Password }, ct);
    }

    /// <summary>Null when the account was closed or has another password.</summary>
    public async Task<Scope?> TrySignInAsync(string password, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (scope is null || now - used > BeforeIdle || now - started > BeforeEnd)
        {
            var secret = Secrets.Make();
            var result = await services
                .GetRequiredService<SignIn>()
                .RunAsync(
                    Scope.ForVisitor(tenant, Chinese),
                    new()
                    {
                        Login = login,
                        Password = password,
                        Secret = secret,
                    },
                    ct
                );
            if (result.AccountId is null)
                return null;
            (scope, started) = (Scope.ForPerson(tenant, Secrets.Hash(secret), Chinese), now);
        }
        used = now;
        return scope;
    }
}
