using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Jobs.Channels;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Minutes;
using CoBuilding.Nominations;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Places.PartyChain;
using CoBuilding.Resolutions;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.Kinds;
using CoBuilding.Units.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CoBuilding.Tests.House;

/// <summary>
/// A district of one test's own: two streets with two communities each, its admin, and shorthands that go through the use cases.
/// The clock stands at Monday, 23 November 2026, 9:00 in China until the test moves it.
/// </summary>
public sealed class TestDistrict
{
    public const string Password = "test-Password-1";
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private readonly ServiceProvider services;

    private TestDistrict(ServiceProvider services, Guid id, string slug) => (this.services, Id, Slug) = (services, id, slug);

    public Guid Id { get; }
    public string Slug { get; }
    public FakeTimeProvider Clock => (FakeTimeProvider)services.GetRequiredService<TimeProvider>();
    public DateOnly Today => Clock.GetUtcNow().ChinaDate();
    public Place Root { get; private set; } = null!;
    public Place Street1 { get; private set; } = null!;
    public Place Street2 { get; private set; } = null!;
    public Place Community1 { get; private set; } = null!;
    public Place Community2 { get; private set; } = null!;
    public Scope Admin { get; private set; } = null!;
    public Scope Auditor { get; private set; } = null!;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The use case or question, as the portal registers it.</summary>
    public T Use<T>()
        where T : class => services.GetRequiredService<T>();

    public object Use(Type useCase) => services.GetRequiredService(useCase);

    /// <param name="arrange">Services of the test's own.</param>
    public static async Task<TestDistrict> CreateAsync(TestCluster cluster, Action<IServiceCollection>? arrange = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(new FakeTimeProvider(ChinaTime.At(new DateOnly(2026, 11, 23), new TimeOnly(9, 0))));
        collection.AddPortal(cluster.PortalConnection, FormKey.Passing());
        collection.AddSingleton(cluster.Source); // one pool for all tests
        collection.AddSingleton(TestReader.Reader);
        collection.Configure<OutboundSettings>(o => o.Allowed = Loopback.Networks);
        collection.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        arrange?.Invoke(collection);
        var slug = $"t{Guid.CreateVersion7():N}";
        var file = PlaceFile.Read(
            new StringReader(
                $"""
                code,name,level,parent_code
                990101,测试区,district,9901
                990101001,东街道,street,990101
                990101002,西街道,street,990101
                990101001001,东一社区居委会,community,990101001
                990101001002,东二社区居委会,community,990101001
                990101002001,西一社区居委会,community,990101002
                990101002002,西村村委会,community,990101002
                """
            )
        );
        var id = await PortalDatabase.EnterDistrictAsync(
            cluster.OwnerConnection,
            new District
            {
                Id = Guid.CreateVersion7(),
                Slug = slug,
                Code = "990101",
                Name = "测试区",
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
            Ct
        );
        var district = new TestDistrict(collection.BuildServiceProvider(), id, slug);
        var places = file.PlacesOf("990101");
        await district
            .Use<CreateDistrict>()
            .RunAsync(
                Scope.ForDistrictCreation(id),
                new()
                {
                    Places = places,
                    AdminPassword = Password,
                    AuditorPassword = Password,
                    MustChangePasswords = false,
                },
                Ct
            );
        (district.Root, district.Street1, district.Street2) = (places[0], places[1], places[2]);
        (district.Community1, district.Community2) = (places[3], places[5]);
        district.Admin = await district.SignInAsync("admin");
        district.Auditor = await district.SignInAsync("auditor");
        return district;
    }

    public async Task<Scope> SignInAsync(string login, string password = Password)
    {
        var secret = Secrets.Make();
        var result = await Use<SignIn>()
            .RunAsync(
                Scope.ForVisitor(Id, Chinese),
                new()
                {
                    Login = login,
                    Password = password,
                    Secret = secret,
                },
                Ct
            );
        Assert.NotNull(result.AccountId);
        return Scope.ForPerson(Id, Secrets.Hash(secret), Chinese);
    }

    /// <summary>After the clock moved past a session's limits.</summary>
    public async Task RenewAdminAsync() => Admin = await SignInAsync("admin");

    /// <summary>Opens an account for a place and signs in with it.</summary>
    public async Task<Scope> StaffAsync(string login, Role role, Place place)
    {
        var form = new OpenAccount.Form
        {
            Login = login,
            DisplayName = login,
            Role = role,
            PlaceId = place.Id,
        };
        await Use<OpenAccount>().RunAsync(Admin, form, Ct);
        return await FirstSignInAsync(login, form.Code);
    }

    public async Task<Scope> FirstSignInAsync(string login, string code)
    {
        var scope = await SignInAsync(login, code);
        await Use<ChangePassword>().RunAsync(scope, new() { Password = Password, RepeatPassword = Password }, Ct);
        return scope;
    }

    public Task<Scope> ClerkAsync(Place street) => StaffAsync("clerk" + street.Code, Role.StreetClerk, street);

    public async Task<Guid> OrganizationAsync(Place place, ChainKind kind, string? name = null, Guid? superior = null, int? members = null)
    {
        var form = new EnterPartyOrganization.Form
        {
            PlaceId = place.Id,
            Kind = kind,
            Name = name ?? place.Name + kind,
            SuperiorId = superior,
            Members = members,
            AsOf = Today,
        };
        await Use<EnterPartyOrganization>().RunAsync(Admin, form, Ct);
        return form.OrganizationId;
    }

    public async Task<Guid> UnitAsync(Place place, string name = "第一中学", UnitKind kind = UnitKind.School)
    {
        var form = new EnterUnit.Form
        {
            Name = name,
            Kind = kind,
            PlaceId = place.Id,
        };
        await Use<EnterUnit>().RunAsync(Admin, form, Ct);
        return form.UnitId;
    }

    /// <summary>The district's kind that stands for a standard one.</summary>
    public async Task<Guid> KindAsync(UnitKind kind) => (await Use<SeeUnitKinds>().AskAsync(Admin, Ct)).First(k => k.Kind == kind).Id;

    public async Task<Guid> PersonAsync(Guid unit, string name, bool secretary = false, bool liaison = false, DateOnly? from = null)
    {
        var form = new EnterPerson.Form
        {
            UnitId = unit,
            Name = name,
            Title = "书记",
            IsSecretary = secretary,
            IsLiaisonOfficer = liaison,
            Mobile = "13812345678",
            From = from ?? Today.AddYears(-1),
        };
        await Use<EnterPerson>().RunAsync(Admin, form, Ct);
        return form.PersonId;
    }

    /// <summary>The district's kind that stands for a standard one.</summary>
    public async Task<SeeCommitteeKinds.Row> CommitteeKindAsync(CommitteeKind kind = CommitteeKind.BigWorking) =>
        (await Use<SeeCommitteeKinds>().AskAsync(Admin, Ct)).First(k => k.Kind.Kind == kind);

    /// <summary>Sets the usual number of part-time members.</summary>
    public async Task RangeAsync(int min, int max, CommitteeKind kind = CommitteeKind.BigWorking, bool requiresReason = false)
    {
        var row = await CommitteeKindAsync(kind);
        await Use<EditCommitteeKind>()
            .RunAsync(
                Admin,
                EditCommitteeKind.Form.Of(row.Kind, row.RowVersion) with
                {
                    Min = min,
                    Max = max,
                    RequiresReason = requiresReason,
                },
                Ct
            );
    }

    public async Task<Guid> CommitteeAsync(Place place, CommitteeKind kind = CommitteeKind.BigWorking)
    {
        var form = new EstablishCommittee.Form
        {
            Kind = kind,
            PlaceId = place.Id,
            Name = place.Name + kind,
            EstablishedOn = Today.AddYears(-1),
        };
        await Use<EstablishCommittee>().RunAsync(Admin, form, Ct);
        return form.CommitteeId;
    }

    /// <summary>A seat of a new unit, held by its secretary.</summary>
    public async Task<(Guid Seat, Guid Unit, Guid Person)> MemberAsync(Guid committee, Place place, string unit, DateOnly? from = null)
    {
        var unitId = await UnitAsync(place, unit);
        var person = await PersonAsync(unitId, unit + "书记", secretary: true);
        await PersonAsync(unitId, unit + "联络员", liaison: true);
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unitId,
            PersonId = person,
            Title = "兼职委员",
            From = from ?? Today.AddMonths(-6),
        };
        await Use<AddSeat>().RunAsync(Admin, form, Ct);
        return (form.SeatId, unitId, person);
    }

    /// <summary>Proposes somebody, for a new seat of a unit or, without one, of an individual.</summary>
    public async Task<Guid> NominateAsync(Guid committee, Guid person, Guid? unit = null, Guid? seat = null, DateOnly? on = null)
    {
        var form = new NominateMember.Form
        {
            CommitteeId = committee,
            SeatId = seat,
            Kind = unit is null ? SeatKind.Individual : SeatKind.PartTime,
            UnitId = unit,
            SeatTitle = "兼职委员",
            PersonId = person,
            Gender = Gender.Female,
            PartyPost = "党支部书记",
            AdministrativePost = "副校长",
            Rank = "正科级",
            Way = SelectionWay.UnitRecommended,
            On = on ?? Today,
        };
        await Use<NominateMember>().RunAsync(Admin, form, Ct);
        return form.NominationId;
    }

    public DraftMeeting.Form MeetingForm(Guid committee, params Guid[] seats) =>
        new()
        {
            CommitteeId = committee,
            Title = "第四季度联席会议",
            Day = Today.AddDays(7),
            Venue = "街道三楼会议室",
            ReplyByDay = Today.AddDays(5),
            ContactName = "王芳",
            ContactPhone = "0411-87654321",
            SeatIds = seats,
            Agenda = [new() { Topic = "研究老旧小区停车难" }, new() { Topic = "通报第三季度事项" }],
        };

    /// <summary>A meeting planned for two weeks from now.</summary>
    public async Task<Guid> PlanAsync(Scope clerk, Guid committee)
    {
        var form = new PlanMeeting.Form
        {
            CommitteeId = committee,
            Title = "第四季度联席会议",
            FirstDay = Today.AddDays(10),
            LastDay = Today.AddDays(14),
        };
        await Use<PlanMeeting>().RunAsync(clerk, form, Ct);
        return form.PlanId;
    }

    /// <summary>A meeting in a week, of which notice was given.</summary>
    public async Task<Guid> MeetingAsync(Scope clerk, Guid committee, params Guid[] seats)
    {
        var form = MeetingForm(committee, seats);
        await Use<DraftMeeting>().RunAsync(clerk, form, Ct);
        await Use<SendNotice>().RunAsync(clerk, new() { MeetingId = form.MeetingId }, Ct);
        return form.MeetingId;
    }

    /// <summary>A meeting that begins in twenty minutes, so that it can be written up already; the seats are marked as present.</summary>
    public async Task<Guid> HeldAsync(Scope clerk, Guid committee, params Guid[] seats)
    {
        var soon = TimeOnly.FromDateTime(Clock.GetUtcNow().ToChina()).AddMinutes(20);
        var form = MeetingForm(committee, seats) with
        {
            Day = Today,
            Start = soon,
            End = soon.AddHours(1),
            ReplyByDay = Today,
            ReplyByTime = soon.AddMinutes(-10),
        };
        await Use<DraftMeeting>().RunAsync(clerk, form, Ct);
        await Use<SendNotice>().RunAsync(clerk, new() { MeetingId = form.MeetingId }, Ct);
        var board = await Use<SeeMeetingAsHost>().AskAsync(clerk, form.MeetingId, Ct);
        await Use<MarkPresence>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = form.MeetingId,
                    Marks = [.. board.Rows.Select(r => new MarkPresence.Mark(r.InvitationId, Presence.Present))],
                },
                Ct
            );
        return form.MeetingId;
    }

    /// <summary>The minutes of a meeting, begun, with something written on the first item.</summary>
    public async Task<SeeMinutes.Answer> MinutesAsync(Scope clerk, Guid meeting)
    {
        await Use<BeginMinutes>().RunAsync(clerk, new() { MeetingId = meeting }, Ct);
        var begun = await Use<SeeMinutes>().AskAsync(clerk, meeting, Ct);
        await Use<SaveMinutesText>()
            .RunAsync(
                clerk,
                new()
                {
                    ItemId = begun.Text.Items[0].Id,
                    ExpectedVersion = 1,
                    Said = "各单位同意错时开放车位。",
                    Consensus = Consensus.Agreed,
                },
                Ct
            );
        return await Use<SeeMinutes>().AskAsync(clerk, meeting, Ct);
    }

    /// <summary>The same, sent to the units.</summary>
    public async Task<SeeMinutes.Answer> SentMinutesAsync(Scope clerk, Guid meeting)
    {
        var minutes = await MinutesAsync(clerk, meeting);
        await Use<SendMinutes>().RunAsync(clerk, new() { MinutesId = minutes.MinutesId!.Value, ExpectedVersion = minutes.RowVersion }, Ct);
        return await Use<SeeMinutes>().AskAsync(clerk, meeting, Ct);
    }

    /// <summary>The same, issued after every unit said by phone that it has no objection.</summary>
    public async Task<SeeMinutes.Answer> IssuedMinutesAsync(Scope clerk, Guid meeting)
    {
        var minutes = await SentMinutesAsync(clerk, meeting);
        foreach (var unit in minutes.Units)
            await Use<RecordCountersign>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        CountersignId = unit.CountersignId,
                        ExpectedVersion = unit.RowVersion,
                        Answer = CountersignAnswer.NoObjection,
                        ToldBy = "联络员",
                    },
                    Ct
                );
        await Use<IssueMinutes>()
            .RunAsync(
                clerk,
                new()
                {
                    MinutesId = minutes.MinutesId!.Value,
                    ExpectedVersion = minutes.RowVersion,
                    IssuedOn = Today,
                    DocumentNumber = "第4期",
                },
                Ct
            );
        return await Use<SeeMinutes>().AskAsync(clerk, meeting, Ct);
    }

    /// <summary>What a unit was asked to see to within two weeks, or by a day.</summary>
    public async Task<Guid> ResolutionAsync(
        Scope clerk,
        Guid committee,
        Guid unit,
        Guid? meeting = null,
        DateOnly? deadline = null,
        params Guid[] assisting
    )
    {
        var form = new MakeResolution.Form
        {
            CommitteeId = committee,
            MeetingId = meeting,
            Matter = "工作日晚间开放二十个车位",
            LeadUnitId = unit,
            AssistingUnitIds = assisting,
            Deadline = deadline ?? Today.AddDays(14),
            ContactName = "王芳",
        };
        await Use<MakeResolution>().RunAsync(clerk, form, Ct);
        return form.ResolutionId;
    }

    /// <summary>Signs in somebody of a unit by the post held there.</summary>
    public async Task<Scope> UnitScopeAsync(Guid unit, Guid person, Role role = Role.UnitSecretary)
    {
        var post = (await Use<SeeUnit>().AskAsync(Admin, unit, Ct)).Posts.Single(p => p.PersonId == person).PostId;
        var form = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = $"u{Guid.CreateVersion7():N}"[..30],
            Role = role,
        };
        await Use<OpenUnitAccount>().RunAsync(Admin, form, Ct);
        return await FirstSignInAsync(form.Login, form.Code);
    }

    public Scope Link(string token) => Scope.ForLink(Id, Secrets.Hash(token), Chinese);
}
