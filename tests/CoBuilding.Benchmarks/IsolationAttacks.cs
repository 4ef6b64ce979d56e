using System.Net;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Units;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>
/// Attempts to access foreign rows with real ids, reading and writing: across districts by use case and by raw SQL as the web role under a
/// fixed binding, across streets and units by use case and by URL. Each attempt has a permitted counterpart that must succeed.
/// </summary>
internal sealed class IsolationAttacks : IBenchmark
{
    public string Name => "isolation-attacks";
    public string Compares => "foreign rows seen or changed (subject, 0) in so many attempts with real foreign ids (control); each attempt's rightful twin succeeded";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        var (here, there) = (await stage.DistrictAsync("here", 12, 1), await stage.DistrictAsync("there", 12, 1));
        await using var portal = await Server.PortalAsync(stage, say);
        await using var web = NpgsqlDataSource.Create(stage.PortalConnection);
        var stranger = await SecretaryAsync(stage, here, 0);
        using var neighbor = await Browser.SignInAsync(portal, here.Slug, here.Streets[1].ClerkLogin, BenchmarkDistrict.Password);
        using var rightful = await Browser.SignInAsync(portal, here.Slug, here.Streets[0].ClerkLogin, BenchmarkDistrict.Password);

        var attempts = smoke ? 200 : 10_000;
        var dice = new Random(20261123);
        var attacks = new Attacks(stage, web, dice);
        var (leaks, twinsFailed) = (0, 0);
        for (var n = 0; n < attempts; n++)
        {
            var attack = (n % 10) switch
            {
                0 or 1 => attacks.AcrossByUseCase(there.Admin, here.Admin, here.Streets[dice.Next(2)]),
                2 or 3 or 4 => attacks.AcrossByRawSql(there.Id, here.Id, here.Streets[dice.Next(2)]),
                5 or 6 => attacks.AcrossByUseCase(here.Streets[1].Clerk, here.Streets[0].Clerk, here.Streets[0]),
                7 => attacks.AcrossUnits(stranger, await SecretaryCachedAsync(stage, here), here.Streets[0]),
                8 => Attacks.ByUrl(neighbor, rightful, here.Slug, here.Streets[0], dice),
                _ => attacks.ByLink(portal.Address, here, there),
            };
            if (await attack.LeaksAsync()) leaks++;
            if (!await attack.TwinSucceedsAsync())
            {
                twinsFailed++;
                say($"a rightful twin failed: {attack.Name}");
            }
            if ((n + 1) % 1000 == 0) say($"{n + 1} attempts, {leaks} leaks");
        }
        return new Result(Name, (double)leaks / attempts, leaks, attempts, 1, leaks == 0 && twinsFailed == 0);
    }

    private Scope? owner;

    private async Task<Scope> SecretaryCachedAsync(BenchmarkDistrict stage, StagedDistrict district) => owner ??= await SecretaryAsync(stage, district, 1);

    private static async Task<Scope> SecretaryAsync(BenchmarkDistrict stage, StagedDistrict district, int seat)
    {
        var form = new OpenUnitAccount.Form { PostId = district.Streets[0].Seats[seat].PostId, Login = $"secretary{seat}", Role = Role.UnitSecretary };
        await stage.Use<OpenUnitAccount>().RunAsync(district.Streets[0].Clerk, form, default);
        var scope = await stage.SignInAsync(district.Id, form.Login, form.Code);
        await stage.Use<ChangePassword>().RunAsync(scope, new() { Password = BenchmarkDistrict.Password, RepeatPassword = BenchmarkDistrict.Password }, default);
        return scope;
    }
}

/// <param name="LeaksAsync">True when the attempt saw or changed a foreign row.</param>
/// <param name="TwinSucceedsAsync">True when the one entitled to it could do the same.</param>
internal sealed record Attack(string Name, Func<Task<bool>> LeaksAsync, Func<Task<bool>> TwinSucceedsAsync);

internal sealed class Attacks(BenchmarkDistrict stage, NpgsqlDataSource web, Random dice)
{
    private static readonly string[] Tables = ["units", "seats", "appointments", "committees", "meetings", "invitations", "posts", "places", "links", "journal"];

    public Attack AcrossByUseCase(Scope stranger, Scope owner, StagedStreet street)
    {
        var seat = street.Seats[dice.Next(street.Seats.Count)];
        var meeting = street.Meetings[0];
        return dice.Next(6) switch
        {
            0 => By("see a unit", s => stage.Use<SeeUnit>().AskAsync(s, seat.UnitId, default)),
            1 => By("see a roster", s => stage.Use<SeeRoster>().AskAsync(s, street.CommitteeId, null, null, default)),
            2 => By("see a reply board", s => stage.Use<SeeMeetingAsHost>().AskAsync(s, meeting.MeetingId, default)),
            3 => By("see a mobile", s => stage.Use<SeeMobile>().AskAsync(s, seat.PersonId, default)),
            4 => By("record a reply", s => stage.Use<RecordReply>().RunAsync(s, new()
            {
                InvitationId = meeting.Links[dice.Next(meeting.Links.Count)].InvitationId, Reply = (Reply)dice.Next(2) == Reply.Attend ? Reply.Attend : Reply.Leave, ToldBy = "x",
            }, default)),
            _ => By("make a link", s => stage.Use<MakeLinks>().RunAsync(s, new()
            {
                MeetingId = meeting.MeetingId, InvitationId = meeting.Links[dice.Next(meeting.Links.Count)].InvitationId, Only = Addressee.Holder,
            }, default)),
        };

        Attack By(string name, Func<Scope, Task> action) => new(name, () => SucceedsAsync(() => action(stranger)), () => SucceedsAsync(() => action(owner)));
    }

    /// <summary>Another unit's invitation, by its id.</summary>
    public Attack AcrossUnits(Scope stranger, Scope owner, StagedStreet street)
    {
        var invitation = street.Meetings[0].Links.Single(l => l.Unit == "unit 1").InvitationId;
        return dice.Next(2) == 0
            ? new("see an invitation", () => SucceedsAsync(() => See(stranger)), () => SucceedsAsync(() => See(owner)))
            : new("answer an invitation", () => SucceedsAsync(() => Answer(stranger)), () => SucceedsAsync(() => Answer(owner)));

        Task See(Scope scope) => stage.Use<SeeInvitation>().AskAsync(scope, invitation, default);
        Task Answer(Scope scope) => stage.Use<AnswerInvitation>().RunAsync(scope, new() { InvitationId = invitation, Reply = (Reply)(dice.Next(2) * 2) }, default);
    }

    /// <summary>The web role bound to one district names rows of another.</summary>
    public Attack AcrossByRawSql(Guid stranger, Guid owner, StagedStreet street)
    {
        var table = Tables[dice.Next(Tables.Length)];
        var write = table is not "journal" && dice.Next(2) == 0;
        var sql = write ? $"UPDATE {table} SET row_version = row_version WHERE tenant_id = $1" : $"SELECT count(*) FROM {table} WHERE tenant_id = $1";
        if (dice.Next(3) == 0) sql = sql.Replace("tenant_id = $1", "$1 = $1", StringComparison.Ordinal) + (write ? " AND tenant_id <> current_setting('app.tenant')::uuid" : " AND tenant_id <> current_setting('app.tenant')::uuid");
        return new($"{(write ? "write" : "read")} {table}", async () => await TouchedAsync(stranger, sql) > 0,
            async () => await TouchedAsync(owner, write ? $"UPDATE {table} SET row_version = row_version WHERE tenant_id = $1" : $"SELECT count(*) FROM {table} WHERE tenant_id = $1") > 0);

        async Task<long> TouchedAsync(Guid bound, string command)
        {
            await using var connection = await web.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var bind = new NpgsqlCommand($"SET LOCAL app.tenant = '{bound:D}'", connection, transaction);
            await bind.ExecuteNonQueryAsync();
            await using var touch = new NpgsqlCommand(command, connection, transaction);
            touch.Parameters.Add(new() { Value = owner });
            return command.StartsWith("SELECT", StringComparison.Ordinal) ? (long)(await touch.ExecuteScalarAsync())! : await touch.ExecuteNonQueryAsync();
        }
    }

    /// <summary>A neighboring street's clerk opens pages by their addresses.</summary>
    public static Attack ByUrl(HttpClient neighbor, HttpClient rightful, string slug, StagedStreet street, Random dice)
    {
        var path = dice.Next(4) switch
        {
            0 => $"{slug}/units/{street.Seats[dice.Next(street.Seats.Count)].UnitId}",
            1 => $"{slug}/committees/{street.CommitteeId}",
            2 => $"{slug}/meetings/{street.Meetings[0].MeetingId}",
            _ => $"{slug}/meetings/{street.Meetings[0].MeetingId}/sheet",
        };
        return new($"open {path}", async () => await StatusAsync(neighbor) != HttpStatusCode.NotFound, async () => await StatusAsync(rightful) == HttpStatusCode.OK);

        async Task<HttpStatusCode> StatusAsync(HttpClient client)
        {
            using var answer = await client.GetAsync(path);
            return answer.StatusCode;
        }
    }

    /// <summary>A good link in another district's address.</summary>
    public Attack ByLink(Uri portal, StagedDistrict owner, StagedDistrict stranger)
    {
        var links = owner.Streets[0].Meetings[0].Links;
        var token = links[dice.Next(links.Count)].Token;
        return new("bring a link elsewhere", async () => await StatusAsync(stranger.Slug) == HttpStatusCode.OK, async () => await StatusAsync(owner.Slug) == HttpStatusCode.OK);

        async Task<HttpStatusCode> StatusAsync(string slug)
        {
            using var answer = await Client.GetAsync(new Uri(portal, $"{slug}/a/{token}"));
            return answer.StatusCode;
        }
    }

    private static readonly HttpClient Client = new() { Timeout = AnswerLoad.Patience };

    /// <summary>False when it was refused as not found or denied; any other failure is an error of the measurement.</summary>
    private static async Task<bool> SucceedsAsync(Func<Task> action)
    {
        try
        {
            await action();
            return true;
        }
        catch (Refusal refusal) when (refusal is NotFound or Denied)
        {
            return false;
        }
    }
}
