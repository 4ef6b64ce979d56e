using System.Diagnostics;
using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoBuilding.Demo;

/// <summary>
/// Creates the ten districts of Dalian with real places and invented units and people. A year is simulated with the use
/// cases, as the web role, with a clock that moves from fourteen months ago to now. The same seed gives the same names and,
/// at the same time of creation, the same data.
/// </summary>
public static class CreateDemo
{
    public const string Password = "demo-Cobuilding-2026";

    /// <summary>The district with the full set of demo data.</summary>
    public const string RichDistrict = "ganjingzi";

    internal const string Seed = "cobuilding";

    /// <summary>Slug, division code and, where it is not the first by code, the street of the account <c>street</c>.</summary>
    internal static readonly IReadOnlyList<(string Slug, string Code, string? Street)> Districts =
    [
        ("zhongshan", "210202", null),
        ("xigang", "210203", null),
        ("shahekou", "210204", null),
        (RichDistrict, "210211", "大连湾街道"),
        ("lvshunkou", "210212", null),
        ("jinzhou", "210213", null),
        ("pulandian", "210214", null),
        ("changhai", "210224", null),
        ("wafangdian", "210281", null),
        ("zhuanghe", "210283", null),
    ];

    public static IReadOnlyList<DemoAccount> Accounts =>
        [
            .. new[]
            {
                ("admin", Role.DistrictAdmin),
                ("overseer", Role.Overseer),
                ("auditor", Role.Auditor),
                ("street", Role.StreetClerk),
                ("street2", Role.StreetClerk),
                ("community", Role.CommunityClerk),
                ("liaison", Role.LiaisonOfficer),
                ("secretary", Role.UnitSecretary),
            }.Select(a => new DemoAccount(a.Item1, Texts.Wording.T(a.Item2))),
        ];

    /// <summary>The districts of the demo, by the order of their codes.</summary>
    public static IEnumerable<string> Slugs => Districts.Select(d => d.Slug);

    /// <summary>
    /// Creates the district whose story is told at length, if it is not there yet.
    /// <see cref="RunAsync(string, string, TimeProvider, Action{string}?, CancellationToken)"/> creates the others.
    /// </summary>
    public static Task RunFirstAsync(
        string portalConnection,
        string ownerConnection,
        TimeProvider clock,
        Action<string>? say,
        CancellationToken ct
    ) => RunAsync(portalConnection, ownerConnection, clock, say, [RichDistrict], Scale.Rich, ct);

    /// <summary>
    /// Creates the missing districts; existing ones are not changed. A district is entered into the list last, when its data is complete:
    /// an interrupted run leaves nothing visible, and the next run starts that district again.
    /// </summary>
    /// <param name="portalConnection">The web role's connection, used for everything except the list of districts.</param>
    /// <param name="ownerConnection">
    /// The owner's connection, used only for the list of districts. The migrations must have been applied.
    /// </param>
    /// <param name="clock">The real time, at which the simulation ends.</param>
    /// <param name="say">Called with a progress message for each district, in English.</param>
    /// <param name="ct">Cuts it short.</param>
    public static Task RunAsync(
        string portalConnection,
        string ownerConnection,
        TimeProvider clock,
        Action<string>? say,
        CancellationToken ct
    ) => RunAsync(portalConnection, ownerConnection, clock, say, [.. Districts.Select(d => d.Slug)], Scale.Rich, ct);

    internal static async Task RunAsync(
        string portalConnection,
        string ownerConnection,
        TimeProvider clock,
        Action<string>? say,
        IReadOnlyCollection<string> slugs,
        Scale rich,
        CancellationToken ct
    )
    {
        // Display names and form texts are Chinese, independent of the machine's language.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var present = clock.GetUtcNow();
        var start = ChinaTime.At(StorySchedule.Workday(present.ChinaDate().AddMonths(-14)), new TimeOnly(8, 30));
        await using var source = PortalDatabase.OpenForDistrictCreation(portalConnection);
        await using var services = Open(portalConnection, source, clock);
        var known = (await services.GetRequiredService<DistrictList>().AllAsync(ct)).Select(d => d.Slug).ToHashSet();
        using var text = new StreamReader(DemoWords.Open("dalian-places.csv"));
        var file = PlaceFile.Read(text);
        foreach (var (slug, code, street) in Districts.Where(d => slugs.Contains(d.Slug) && !known.Contains(d.Slug)))
        {
            var begun = Stopwatch.GetTimestamp();
            var district = new District
            {
                Id = Guid.CreateVersion7(),
                Slug = slug,
                Code = code,
                Name = file.NameOf(code),
                CreatedAt = start,
                IsDemo = true,
            };
            var places = file.PlacesOf(code);
            var streets = DemoStreet.OfDistrict(Seed, district, places, street, slug == RichDistrict ? rich : Scale.Small);
            await new DistrictStory(
                district,
                places,
                streets,
                Seed,
                start,
                present,
                moving => Open(portalConnection, source, moving)
            ).PlayAsync(ct);
            await PortalDatabase.EnterDistrictAsync(ownerConnection, district, ct);
            say?.Invoke(
                $"{slug}: {places.Count(p => p.Level == PlaceLevel.Street)} streets, "
                    + $"{places.Count(p => p.Level == PlaceLevel.Community)} communities, "
                    + $"{streets.Sum(s => s.Units.Count() + 1)} units ({Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s)"
            );
        }
    }

    /// <summary>
    /// Calls a new meeting, as the clerk, in each demo district whose street has no upcoming one, and lets half of the units reply. A
    /// district whose demo accounts have other passwords is skipped.
    /// </summary>
    public static async Task RefreshAsync(string portalConnection, TimeProvider clock, Action<string>? say, CancellationToken ct)
    {
        await using var source = PortalDatabase.Open(portalConnection);
        await using var services = Open(portalConnection, source, clock);
        foreach (var district in (await services.GetRequiredService<DistrictList>().AllAsync(ct)).Where(d => d.IsDemo))
            if (await CallNextAsync(services, district, clock, ct))
                say?.Invoke($"{district.Slug}: called the next meeting");
    }

    /// <summary>
    /// The path <c>/ganjingzi/a/{token}</c> of a new link, made by the account <c>street</c>, to the demo unit's invitation to the
    /// next meeting. Null when there is no open invitation, or the demo accounts were given other passwords.
    /// </summary>
    public static async Task<string?> FreshPhoneLinkAsync(string portalConnection, TimeProvider clock, CancellationToken ct)
    {
        await using var source = PortalDatabase.Open(portalConnection);
        await using var services = Open(portalConnection, source, clock);
        if (await services.GetRequiredService<DistrictList>().FindAsync(RichDistrict, ct) is not { IsDemo: true } district)
            return null;
        if (await new DemoUser(services, district.Id, "secretary").TrySignInAsync(Password, ct) is not { } secretary)
            return null;
        if (await new DemoUser(services, district.Id, "street").TrySignInAsync(Password, ct) is not { } clerk)
            return null;

        var own = await services.GetRequiredService<ListMyUnitInvitations>().AskAsync(secretary, new ListMyUnitInvitations.Question(), ct);
        var open = own.Rows.Where(r => r.IsOpen).OrderByDescending(r => r.Reply is null).ThenBy(r => r.StartsAt).FirstOrDefault();
        if (open is null)
            return null;
        var notice = await services.GetRequiredService<SeeInvitation>().AskAsync(secretary, open.InvitationId, ct);
        var made = await services
            .GetRequiredService<MakeLinks>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = notice.MeetingId,
                    InvitationId = open.InvitationId,
                    Only = Addressee.Holder,
                },
                ct
            );
        return made.Count == 0 ? null : $"/{district.Slug}/a/{made[0].Token}";
    }

    private static async Task<bool> CallNextAsync(ServiceProvider services, District district, TimeProvider clock, CancellationToken ct)
    {
        var user = new DemoUser(services, district.Id, "street");
        if (await user.TrySignInAsync(Password, ct) is not { } clerk)
            return false;
        var committees = await services.GetRequiredService<ListCommittees>().AskAsync(clerk, new() { Kind = CommitteeKind.BigWorking }, ct);
        if (committees.Rows is not [var committee, ..])
            return false;
        var coming = await services
            .GetRequiredService<ListMeetings>()
            .AskAsync(clerk, new() { CommitteeId = committee.Id, State = MeetingState.Notified }, ct);
        if (coming.Total > 0)
            return false;

        var secretary = await new DemoUser(services, district.Id, "secretary").TrySignInAsync(Password, ct);
        var person = secretary is null ? null : (await services.GetRequiredService<SeeSelf>().AskAsync(secretary, ct)).PersonId;
        var roster = await services.GetRequiredService<SeeRoster>().AskAsync(clerk, committee.Id, null, null, ct);
        var today = clock.GetUtcNow().ChinaDate();
        var day = StorySchedule.Workday(today.AddDays(7));
        var meeting = new MeetingStory(new SeededRandom(Seed, district.Slug, $"{day:o}"), user, committee.Id, committee.Place)
        {
            SilentUnit = roster.Rows.FirstOrDefault(r => r.PersonId is not null && r.PersonId == person)?.Unit,
        };
        await meeting.DraftAsync(day, new TimeOnly(9, 30), ct);
        await meeting.NotifyAsync(ct);
        await meeting.AnswerNowAsync(ct);
        return true;
    }

    internal static ServiceProvider Open(string portalConnection, NpgsqlDataSource source, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddPortal(portalConnection, FormKey.Passing()); // nobody sends its forms again
        services.AddSingleton(source); // one pool shared by all districts
        // The demo's password is public, so costly hashes add no protection. A sign-in at the portal renews the hash.
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        return services.BuildServiceProvider();
    }
}
