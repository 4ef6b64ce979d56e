using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Replies;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoBuilding.Tests.Access;

public class DoorTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData("grant ended")]
    [InlineData("account closed")]
    [InlineData("signed out")]
    [InlineData("signed out everywhere")]
    public async Task A_dismissed_clerk_loses_power_at_the_next_click(string dismissal)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        await district.Use<ListUnits>().AskAsync(clerk, new(), Ct);
        var account = (await district.Use<ListAccounts>().AskAsync(district.Admin, new() { Role = Role.StreetClerk }, Ct)).Rows.Single().Id;

        switch (dismissal)
        {
            case "grant ended":
                var grant = (await district.Use<SeeAccount>().AskAsync(district.Admin, account, Ct)).Grants.Single().Id;
                await district.Use<EndGrant>().RunAsync(district.Admin, new() { GrantId = grant }, Ct);
                break;
            case "account closed":
                await district.Use<CloseAccount>().RunAsync(district.Admin, new() { AccountId = account }, Ct);
                break;
            case "signed out":
                await district.Use<SignOut>().RunAsync(clerk, new(), Ct);
                break;
            default:
                var elsewhere = await district.SignInAsync("clerk" + district.Street1.Code);
                await district.Use<SignOut>().RunAsync(elsewhere, new() { Everywhere = true }, Ct);
                break;
        }

        var denied = await Assert.ThrowsAsync<Denied>(() => district.Use<ListUnits>().AskAsync(clerk, new(), Ct));
        Assert.Equal(dismissal != "grant ended", denied.SignedOut);
    }

    [Fact]
    public async Task Signing_out_ends_this_browser_alone()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var elsewhere = await district.SignInAsync("admin");
        await district.Use<SignOut>().RunAsync(district.Admin, new(), Ct);
        await district.Use<SeeSelf>().AskAsync(elsewhere, Ct);
        await Assert.ThrowsAsync<Denied>(() => district.Use<SeeSelf>().AskAsync(district.Admin, Ct));
    }

    [Fact]
    public async Task A_session_ends_when_it_was_not_used_for_two_hours()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        district.Clock.Advance(Session.IdleLimit);
        await district.Use<SeeSelf>().AskAsync(district.Admin, Ct); // a question is enough to keep it alive
        district.Clock.Advance(Session.IdleLimit);
        await district.Use<SeeSelf>().AskAsync(district.Admin, Ct);
        district.Clock.Advance(Session.IdleLimit + TimeSpan.FromSeconds(1));
        Assert.True((await Assert.ThrowsAsync<Denied>(() => district.Use<SeeSelf>().AskAsync(district.Admin, Ct))).SignedOut);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        for (var hour = 0; hour < 12; hour++)
        {
            district.Clock.Advance(TimeSpan.FromHours(1));
            await district.Use<SeeSelf>().AskAsync(district.Admin, Ct);
        }
        district.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await Assert.ThrowsAsync<Denied>(() => district.Use<SeeSelf>().AskAsync(district.Admin, Ct))).SignedOut);
    }

    [Fact]
    public async Task The_last_use_is_written_once_a_minute_at_most()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var start = district.Clock.GetUtcNow();
        district.Clock.Advance(TimeSpan.FromSeconds(59));
        await district.Use<SeeSelf>().AskAsync(district.Admin, Ct);
        Assert.Equal(start, await LastUseAsync());
        district.Clock.Advance(TimeSpan.FromSeconds(2));
        await district.Use<SeeSelf>().AskAsync(district.Admin, Ct);
        Assert.Equal(start.AddSeconds(61), await LastUseAsync());
        district.Clock.Advance(TimeSpan.FromSeconds(30));
        await district.Use<SeeSelf>().AskAsync(district.Admin, Ct);
        Assert.Equal(start.AddSeconds(61), await LastUseAsync());

        Task<DateTimeOffset> LastUseAsync() =>
            ScalarAsync<DateTimeOffset>(
                "SELECT max(last_used_at) FROM sessions s JOIN accounts a ON a.id = s.account_id "
                    + "WHERE s.tenant_id = $1 AND a.login = 'admin'",
                district.Id
            );
    }

    [Fact]
    public async Task Whoever_must_change_the_password_may_do_nothing_else()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new OpenAccount.Form
        {
            Login = "new",
            DisplayName = "新",
            Role = Role.StreetClerk,
            PlaceId = district.Street1.Id,
        };
        await district.Use<OpenAccount>().RunAsync(district.Admin, form, Ct);
        var scope = await district.SignInAsync("new", form.Code);

        await Assert.ThrowsAsync<Denied>(() => district.Use<SeePlaces>().AskAsync(scope, Ct));
        await Assert.ThrowsAsync<Denied>(() => district.Use<ListUnits>().AskAsync(scope, new(), Ct));
        Assert.True((await district.Use<SeeSelf>().AskAsync(scope, Ct)).MustChangePassword);
        await district
            .Use<ChangePassword>()
            .RunAsync(scope, new() { Password = TestDistrict.Password, RepeatPassword = TestDistrict.Password }, Ct);
        await district.Use<SeePlaces>().AskAsync(scope, Ct);
    }

    [Fact]
    public async Task A_form_sent_again_is_done_once()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "甲",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
        await Assert.ThrowsAsync<AlreadyDone>(() =>
            district.Use<EnterUnit>().RunAsync(district.Admin, form with { UnitId = Guid.CreateVersion7(), Name = " 甲 " }, Ct)
        );
        await TransientRetry.RunAsync(() => district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct), Ct); // counts as done
        Assert.Equal(1, (await district.Use<ListUnits>().AskAsync(district.Admin, new(), Ct)).Total);
        Assert.Equal(1, await EntriesAsync(district, form.OperationId));
    }

    [Fact]
    public async Task A_form_sent_again_with_other_content_is_stale_and_may_be_sent_as_another_operation()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "甲",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
        var changed = form with { Name = "乙" };
        var stale = await Assert.ThrowsAnyAsync<Stale>(() =>
            TransientRetry.RunAsync(() => district.Use<EnterUnit>().RunAsync(district.Admin, changed, Ct), Ct)
        );
        Assert.Same(changed, Assert.IsType<SentOtherwise>(stale).Form);
        Assert.Equal(["甲"], await NamesAsync());

        changed.BeginAnew();
        await district.Use<EnterUnit>().RunAsync(district.Admin, changed, Ct);
        Assert.Equal(["乙", "甲"], (await NamesAsync()).Order(StringComparer.Ordinal));

        async Task<List<string>> NamesAsync() =>
            [.. (await district.Use<ListUnits>().AskAsync(district.Admin, new(), Ct)).Rows.Select(r => r.Name)];
    }

    [Fact]
    public async Task Under_another_key_a_form_sent_again_is_a_repeat()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "甲",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
        var elsewhere = new EnterUnit(new Door(cluster.Source, district.Clock, FormKey.Passing()));
        await Assert.ThrowsAsync<AlreadyDone>(() => elsewhere.RunAsync(district.Admin, form with { Name = "乙" }, Ct));
    }

    [Fact]
    public async Task Another_number_is_another_content_and_another_code_is_none()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var person = new EnterPerson.Form
        {
            UnitId = unit,
            Name = "王一",
            Title = "主任",
            Mobile = "13812345678",
        };
        await district.Use<EnterPerson>().RunAsync(district.Admin, person, Ct);
        await Assert.ThrowsAsync<SentOtherwise>(() =>
            district.Use<EnterPerson>().RunAsync(district.Admin, person with { Mobile = "13812345679" }, Ct)
        );

        var account = new OpenAccount.Form
        {
            Login = "new",
            DisplayName = "新",
            Role = Role.StreetClerk,
            PlaceId = district.Street1.Id,
        };
        await district.Use<OpenAccount>().RunAsync(district.Admin, account, Ct);
        await Assert.ThrowsAsync<AlreadyDone>(() =>
            district.Use<OpenAccount>().RunAsync(district.Admin, account with { Code = Secrets.MakeCode() }, Ct)
        );
    }

    [Fact]
    public async Task Another_file_is_another_content_and_the_first_row_alone_keeps_the_hash()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new ImportList.Form { List = new ImportableUnits(), Source = Pasted("甲校", "乙校") };
        await district.Use<ImportList>().RunAsync(district.Admin, form, null, Ct);
        await Assert.ThrowsAsync<AlreadyDone>(() =>
            district.Use<ImportList>().RunAsync(district.Admin, form with { Source = Pasted("甲校", "乙校") }, null, Ct)
        );
        await Assert.ThrowsAsync<SentOtherwise>(() =>
            district.Use<ImportList>().RunAsync(district.Admin, form with { Source = Pasted("甲校", "丙校") }, null, Ct)
        );

        await using var db = await district.Use<Door>().OpenAsync(district.Auditor, Right.SeeJournal, Ct);
        var rows = await db.Journal.AsNoTracking().Where(e => e.OperationId == form.OperationId).OrderBy(e => e.Ordinal).ToListAsync(Ct);
        Assert.True(rows.Count > 1);
        Assert.Equal((32, district.Use<FormKey>().Id, 1), (rows[0].FormHash!.Length, rows[0].FormKeyId, rows[0].FilledFields));
        Assert.All(rows.Skip(1), r => Assert.Equal((null, null, null), (r.FormHash, r.FormKeyId, r.FilledFields)));

        static ImportSource Pasted(params string[] names) =>
            new(
                Encoding.UTF8.GetBytes($"单位名称\t类型\t所在地\n{string.Join('\n', names.Select(n => $"{n}\t学校\t东一社区"))}"),
                IsPasted: true
            );
    }

    [Fact]
    public async Task Of_two_contents_at_once_one_is_saved_and_the_other_is_never_taken_for_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => district.Use<SeePlaces>().AskAsync(district.Admin, Ct)));
        var form = new EnterUnit.Form
        {
            Name = "甲",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        var names = Enumerable.Range(0, 20).Select(n => n % 2 == 0 ? "甲" : "乙").ToList();
        var outcomes = await Task.WhenAll(
            names.Select(name =>
                Record.ExceptionAsync(() => district.Use<EnterUnit>().RunAsync(district.Admin, form with { Name = name }, Ct)).AsTask()
            )
        );
        Assert.Single(outcomes, o => o is null);
        var saved = Assert.Single((await district.Use<ListUnits>().AskAsync(district.Admin, new(), Ct)).Rows).Name;
        Assert.All(
            names.Zip(outcomes).Where(s => s.Second is not null),
            s => Assert.IsType(s.First == saved ? typeof(AlreadyDone) : typeof(SentOtherwise), s.Second)
        );
    }

    [Fact]
    public async Task A_form_under_no_operation_stands_for_itself_and_stops_nothing_that_follows()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        foreach (var name in new[] { "甲", "乙" })
        {
            var form = new EnterUnit.Form
            {
                OperationId = Guid.Empty,
                Name = name,
                Kind = UnitKind.School,
                PlaceId = district.Community1.Id,
            };
            await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
        }
        Assert.Equal(2, (await district.Use<ListUnits>().AskAsync(district.Admin, new(), Ct)).Total);
    }

    [Fact]
    public async Task Twenty_sendings_at_once_are_done_once()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        // Twenty connections are opened first, so that the operations run in parallel.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => district.Use<SeePlaces>().AskAsync(district.Admin, Ct)));
        // Its table is written before the journal, so only the queue at the door keeps the second from the first one's rows.
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "大工委",
            EstablishedOn = district.Today,
        };
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => Record.ExceptionAsync(() => district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct)).AsTask())
        );
        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<Exception>(), o => Assert.IsType<AlreadyDone>(o));
        Assert.Equal(1, await EntriesAsync(district, form.OperationId));
    }

    [Fact]
    public async Task A_misshapen_form_opens_no_connection()
    {
        await using var nowhere = PortalDatabase.Open("Host=/nowhere;Username=nobody");
        var door = new Door(nowhere, TimeProvider.System, FormKey.Passing());
        var scope = Scope.ForVisitor(Guid.CreateVersion7(), TestDistrict.Chinese);
        var failed = await Assert.ThrowsAsync<ValidationFailed>(() => new EnterUnit(door).RunAsync(scope, new(), Ct));
        Assert.Contains(failed.Problems, p => p.Field == "Name");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => new SeePlaces(door).AskAsync(scope, Ct)); // the twin: there is none to be had
    }

    [Fact]
    public async Task A_row_outside_own_places_cannot_be_added()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street2.Id,
            Name = "大工委",
            EstablishedOn = district.Today,
        };
        await Assert.ThrowsAsync<NotFound>(() => district.Use<EstablishCommittee>().RunAsync(clerk, form, Ct));
        await district.Use<EstablishCommittee>().RunAsync(clerk, form with { PlaceId = district.Street1.Id }, Ct);
    }

    [Fact]
    public async Task Whoever_is_no_person_may_do_one_thing_only()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var stranger = Scope.ForPerson(district.Id, Secrets.Hash(Secrets.Make()), TestDistrict.Chinese);
        foreach (
            var scope in new[]
            {
                Scope.ForVisitor(district.Id, TestDistrict.Chinese),
                Scope.ForClock(district.Id),
                Scope.ForDistrictCreation(district.Id),
                stranger,
            }
        )
            await Assert.ThrowsAsync<Denied>(() => district.Use<SeePlaces>().AskAsync(scope, Ct));
    }

    [Fact]
    public async Task An_attempt_without_the_right_is_journaled_a_look_is_not()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "甲",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await Assert.ThrowsAsync<Denied>(() => district.Use<EnterUnit>().RunAsync(district.Auditor, form, Ct));
        await Assert.ThrowsAsync<Denied>(() => district.Use<ListUnits>().AskAsync(district.Auditor, new(), Ct));

        var row = Assert.Single((await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "rights" }, Ct)).Rows);
        Assert.Equal(("auditor", "refused", "ManageUnits"), (row.Actor, row.Action, row.Right));
        Assert.Equal(0, await EntriesAsync(district, form.OperationId)); // the form may be sent again once the right is there
    }

    [Fact]
    public async Task No_command_runs_outside_the_operations_transaction()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await using var db = await district.Use<Door>().OpenAsync(district.Admin, Right.SeePlaces, Ct);
        Assert.Equal(7, await db.Places.CountAsync(Ct));
        await db.Database.CommitTransactionAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Places.CountAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task The_journal_says_who_did_what_by_which_right_before_and_after()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var unit = new EnterUnit.Form
        {
            Name = "旧名",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await district.Use<EnterUnit>().RunAsync(clerk, unit, Ct);
        await district
            .Use<EditUnit>()
            .RunAsync(
                clerk,
                new()
                {
                    UnitId = unit.UnitId,
                    ExpectedVersion = 1,
                    Name = "新名",
                    Kind = UnitKind.School,
                    PlaceId = district.Community1.Id,
                },
                Ct
            );

        var rows = (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "units" }, Ct)).Rows;
        Assert.Equal(["added", "changed"], rows.Select(r => r.Action).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Equal(("clerk" + district.Street1.Code, "ManageUnits", unit.UnitId), (r.Actor, r.Right, r.SubjectId)));
        var change = rows.Single(r => r.Action == "changed");
        Assert.Contains("旧名", change.Before, StringComparison.Ordinal);
        Assert.Contains("新名", change.After, StringComparison.Ordinal);
        Assert.DoesNotContain("Kind", change.After, StringComparison.Ordinal); // unchanged columns are left out
    }

    [Fact]
    public async Task The_journal_holds_no_number_and_no_secret_after_a_whole_story()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var world = await World.MakeAsync(cluster, district, district.Street1, district.Community1);
        foreach (var example in Examples.All)
            await example.RunAsync(district, example.ScopeIn(world), world);
        await district
            .Use<SignIn>()
            .RunAsync(
                Scope.ForVisitor(district.Id, TestDistrict.Chinese),
                new()
                {
                    Login = "admin",
                    Password = "wrong-Password-9",
                    Secret = "s",
                },
                Ct
            );
        await district
            .Use<RecordReply>()
            .RunAsync(
                world.Clerk,
                new()
                {
                    InvitationId = world.OtherInvitation,
                    Reply = Reply.Leave,
                    LeaveReason = "住院手术",
                    ToldBy = "李",
                },
                Ct
            );

        var journal = await ScalarAsync<string>("SELECT string_agg(j::text, E'\\n') FROM journal j WHERE tenant_id = $1", district.Id);
        Assert.Contains("改名", journal, StringComparison.Ordinal); // it contains the text
        List<string> secrets =
        [
            "13812345678",
            "13900000000",
            "87654321",
            world.Token,
            TestDistrict.Password,
            "wrong-Password-9",
            "住院手术",
        ];
        await foreach (
            var row in World.ReadAsync(
                cluster,
                """
                SELECT password_hash FROM accounts WHERE tenant_id = $1 UNION SELECT security_stamp FROM accounts WHERE tenant_id = $1
                UNION SELECT one_time_code_hash FROM accounts WHERE tenant_id = $1
                UNION SELECT encode(secret_hash, 'hex') FROM sessions WHERE tenant_id = $1 UNION SELECT encode(secret_hash, 'base64')
                    FROM sessions WHERE tenant_id = $1
                UNION SELECT encode(token_hash, 'hex') FROM links WHERE tenant_id = $1 UNION SELECT encode(token_hash, 'base64')
                    FROM links WHERE tenant_id = $1
                """,
                district.Id
            )
        )
            if (!row.IsDBNull(0) && row.GetString(0).Length > 0)
                secrets.Add(row.GetString(0));
        Assert.True(secrets.Count > 20);
        Assert.DoesNotContain(secrets, s => journal.Contains(s, StringComparison.Ordinal));
    }

    private Task<long> EntriesAsync(TestDistrict district, Guid operation) =>
        ScalarAsync<long>("SELECT count(*) FROM journal WHERE tenant_id = $1 AND operation_id = $2", district.Id, operation);

    private async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await foreach (var row in World.ReadAsync(cluster, sql, values))
            return row.GetFieldValue<T>(0);
        throw new InvalidOperationException("No row.");
    }
}
