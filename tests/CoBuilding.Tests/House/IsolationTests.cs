using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Units;
using CoBuilding.Units.People;
using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>Two districts, streets, units and links with the same kinds of rows: none can see or change the other's rows.</summary>
public class IsolationTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public void Every_use_case_has_an_example()
    {
        var known = Examples.All.Select(e => e.UseCase).ToHashSet();
        Assert.Empty(Portal.UseCases.Where(u => !known.Contains(u)).Select(u => u.Name));
    }

    [Fact]
    public void Each_kind_of_list_has_an_example()
    {
        var known = Examples.All.Select(e => (e.UseCase, e.List)).ToHashSet();
        var lists = Portal.ImportableLists.Select(l => l.GetType()).ToList();
        Assert.True(lists.Count > 3);
        Assert.All([typeof(CheckList), typeof(MakeTemplate)], u => Assert.All(lists, l => Assert.Contains((u, l), known)));
    }

    [Fact]
    public async Task Two_districts_never_see_each_other()
    {
        var (a, b) = (await DistrictWorldAsync(), await DistrictWorldAsync());
        var before = await a.FingerprintAsync();
        Assert.Empty(
            await TrespassesAsync(
                a,
                a.DistrictIds,
                e => (b.District, e.Asker is Asker.Staff ? b.District.Admin : e.ScopeIn(b)),
                strict: true
            )
        );
        Assert.Equal(before, await a.FingerprintAsync());
        Assert.Empty(await TwinFaultsAsync(a));
    }

    [Fact]
    public async Task Two_streets_never_see_each_other()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var first = await World.MakeAsync(cluster, district, district.Street1, district.Community1);
        var second = await World.MakeAsync(cluster, district, district.Street2, district.Community2);
        await first.RefreshAsync();
        var ids = await first.StreetIdsAsync();
        var ofStaff = Examples.All.Where(e => e.Asker is Asker.Staff or Asker.Secretary).ToList();
        Assert.Empty(await TrespassesAsync(first, ids, e => (district, e.ScopeIn(second)), strict: true, ofStaff));
        Assert.Empty(await TwinFaultsAsync(first));
    }

    [Fact]
    public async Task A_unit_sees_no_other_unit()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var first = await World.MakeAsync(cluster, district, district.Street1, district.Community1);
        var second = await World.MakeAsync(cluster, district, district.Street2, district.Community2);
        await first.RefreshAsync();
        var ofOthers = Examples.All.Where(e => e.Asker is Asker.Staff or Asker.Admin or Asker.Secretary or Asker.Feed).ToList();
        Assert.Empty(
            await TrespassesAsync(first, await first.StreetIdsAsync(), _ => (district, second.Secretary), strict: false, ofOthers)
        );

        // Nor its neighbor on the same committee.
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeUnit>().AskAsync(first.Secretary, first.OtherUnit, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeInvitation>().AskAsync(first.Secretary, first.OtherInvitation, Ct));
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<AnswerInvitation>()
                .RunAsync(first.Secretary, new() { InvitationId = first.OtherInvitation, Reply = Reply.Attend }, Ct)
        );
        Assert.Equal([first.Unit], (await district.Use<ListUnits>().AskAsync(first.Secretary, new(), Ct)).Rows.Select(r => r.Id));
        var own = await district.Use<ListMyUnitInvitations>().AskAsync(first.Secretary, new ListMyUnitInvitations.Question(), Ct);
        Assert.Contains(own.Rows, r => r.InvitationId == first.Invitation);
        Assert.DoesNotContain(own.Rows, r => r.InvitationId == first.OtherInvitation);
    }

    [Fact]
    public async Task A_link_opens_its_own_invitation_and_nothing_else()
    {
        var (a, b) = (await DistrictWorldAsync(), await DistrictWorldAsync());
        var link = a.District.Link(a.Token);
        Assert.Equal(a.Invitation, (await a.District.Use<SeeInvitation>().AskAsync(link, null, Ct)).InvitationId);

        await Assert.ThrowsAsync<NotFound>(() => a.District.Use<SeeInvitation>().AskAsync(link, a.OtherInvitation, Ct));
        await Assert.ThrowsAsync<NotFound>(() =>
            a.District.Use<AnswerInvitation>().RunAsync(link, new() { InvitationId = a.OtherInvitation, Reply = Reply.Attend }, Ct)
        );
        await Assert.ThrowsAsync<NotFound>(() => b.District.Use<SeeInvitation>().AskAsync(b.District.Link(a.Token), null, Ct));
        await Assert.ThrowsAsync<NotFound>(() =>
            b.District.Use<AnswerInvitation>().RunAsync(b.District.Link(a.Token), new() { Reply = Reply.Attend }, Ct)
        );
        Assert.Equal(
            [a.Invitation],
            (await a.District.Use<ListMyUnitInvitations>().AskAsync(link, new ListMyUnitInvitations.Question(), Ct)).Rows.Select(r =>
                r.InvitationId
            )
        );
        foreach (var example in Examples.All.Where(e => e.Asker != Asker.Secretary))
            await Assert.ThrowsAsync<NotFound>(() => example.RunAsync(a.District, link, a));
    }

    /// <summary>An own committee, meeting or unit, combined with a foreign row.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Foreign_rows_cannot_be_hung_on_own_ones(bool ofAnotherDistrict)
    {
        var own = await DistrictWorldAsync();
        var foreign = ofAnotherDistrict
            ? await DistrictWorldAsync()
            : await World.MakeAsync(cluster, own.District, own.District.Street2, own.District.Community2);
        var (district, clerk) = (own.District, own.Clerk);
        await NotFoundAsync<AddSeat>(
            new AddSeat.Form
            {
                CommitteeId = own.Committee,
                UnitId = foreign.SeatlessUnit,
                Title = "委员",
                From = district.Today,
            }
        );
        await NotFoundAsync<DraftMeeting>(district.MeetingForm(own.Committee, foreign.Seat));
        await NotFoundAsync<MarkPresence>(
            new MarkPresence.Form { MeetingId = own.Beginning, Marks = [new(foreign.InvitationToBeginning, Presence.Present)] }
        );
        await NotFoundAsync<MakeLinks>(new MakeLinks.Form { MeetingId = own.Meeting, InvitationId = foreign.Invitation });
        await NotFoundAsync<EnterPerson>(
            new EnterPerson.Form
            {
                UnitId = own.Unit,
                KnownPersonId = foreign.Person,
                Name = "某",
                Title = "主任",
            }
        );
        if (ofAnotherDistrict)
        {
            await NotFoundAsync<AppointMember>(
                new AppointMember.Form
                {
                    SeatId = own.VacantSeat,
                    ExpectedVersion = own.Seen(own.VacantSeat),
                    PersonId = foreign.Person,
                    From = district.Today,
                }
            );
            await NotFoundAsync<GrantRole>(
                new GrantRole.Form
                {
                    AccountId = own.SpareAccount,
                    Role = Role.CommunityClerk,
                    PlaceId = foreign.Community.Id,
                }
            );
            await NotFoundAsync<EditUnit>(
                new EditUnit.Form
                {
                    UnitId = own.Unit,
                    ExpectedVersion = own.Seen(own.Unit),
                    Name = "甲",
                    Kind = UnitKind.Bank,
                    PlaceId = foreign.Community.Id,
                }
            );
            await NotFoundAsync<EnterUnit>(
                new EnterUnit.Form
                {
                    Name = "新",
                    KindId = foreign.KindOfBanks,
                    PlaceId = own.Community.Id,
                }
            );
        }
        else
        {
            // An id sent as new that already exists out of the clerk's reach.
            await NotFoundAsync<DraftMeeting>(district.MeetingForm(own.Committee, own.Seat) with { MeetingId = foreign.Draft });
            await NotFoundAsync<EnterUnit>(
                new EnterUnit.Form
                {
                    UnitId = foreign.Unit,
                    Name = "新",
                    Kind = UnitKind.Bank,
                    PlaceId = own.Community.Id,
                }
            );
            await NotFoundAsync<AddSeat>(
                new AddSeat.Form
                {
                    SeatId = foreign.Seat,
                    CommitteeId = own.Committee,
                    UnitId = own.SeatlessUnit,
                    Title = "委员",
                    From = district.Today,
                }
            );
        }

        async Task NotFoundAsync<T>(WritingForm form)
        {
            var example = new Example(typeof(T), Asker.Staff, _ => [form]);
            var caught = await Record.ExceptionAsync(() => example.RunAsync(district, clerk, own));
            Assert.True(
                caught is NotFound,
                $"{example}: {caught?.GetType().Name ?? "nothing"} {caught?.Message} {caught?.InnerException?.Message}"
            );
        }
    }

    [Fact]
    public async Task The_wall_holds_against_plain_sql()
    {
        var (a, b) = (await DistrictWorldAsync(), await DistrictWorldAsync());
        foreach (var table in await World.TablesAsync(cluster))
        {
            Assert.True(await CountAsync(a, table) > 0, $"{table}: no rows of its own, or rows of others");
            var changed = await TryAsync(b, $"UPDATE {table} SET row_version = row_version + 1 WHERE tenant_id = $1", a.District.Id);
            Assert.True(
                changed is "0 rows" || (table == "journal" && changed == PostgresErrorCodes.InsufficientPrivilege),
                $"{table}: UPDATE {changed}"
            );
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                await TryAsync(b, $"DELETE FROM {table} WHERE tenant_id = $1", a.District.Id)
            );
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await TryAsync(b, $"TRUNCATE {table}"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await TryAsync(b, $"UPDATE {table} SET tenant_id = $1", a.District.Id));

            string foreign = "";
            await foreach (
                var row in World.ReadAsync(cluster, $"SELECT to_jsonb(t)::text FROM {table} t WHERE tenant_id = $1 LIMIT 1", a.District.Id)
            )
                foreign = row.GetString(0);
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                await TryAsync(
                    b,
                    $"INSERT INTO {table} SELECT * "
                        + $"FROM jsonb_populate_record(NULL::{table}, $1::jsonb || jsonb_build_object('id', gen_random_uuid()))",
                    foreign
                )
            );
        }
    }

    [Fact]
    public async Task Nothing_is_read_unbound()
    {
        await using var connection = await cluster.Source.OpenConnectionAsync(Ct);
        foreach (var table in await World.TablesAsync(cluster))
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(Ct));
            Assert.True(
                refused.SqlState is PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidTextRepresentation,
                refused.Message
            );
        }
    }

    [Fact]
    public async Task Canary_a_leak_would_be_seen()
    {
        var world = await DistrictWorldAsync();
        var found = await TrespassesAsync(world, world.DistrictIds, e => (world.District, e.ScopeIn(world)), strict: true);
        var unseen = Examples.All.Where(e => !found.Exists(f => f.StartsWith($"{e} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(unseen, e => e is { ShowsNoId: false, IsAboutOwn: false } || e.UseCase == typeof(SeeMobile));
    }

    private static readonly JsonSerializerOptions WithoutDerived = new() { IgnoreReadOnlyProperties = true };

    private async Task<World> DistrictWorldAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return await World.MakeAsync(cluster, district, district.Street1, district.Community1);
    }

    /// <summary>
    /// Runs every example on rows of <paramref name="target"/> and returns those that saw, changed or revealed something.
    /// </summary>
    /// <param name="strict">The actor holds the right for rows of its own, so that only "not found" will do.</param>
    private static async Task<List<string>> TrespassesAsync(
        World target,
        IReadOnlySet<Guid> ids,
        Func<Example, (TestDistrict District, Scope Scope)> asker,
        bool strict,
        IReadOnlyList<Example>? examples = null
    )
    {
        List<string> found = [];
        var sameDistrict = false;
        foreach (var example in examples ?? Examples.All)
        {
            var (district, scope) = asker(example);
            sameDistrict = district == target.District;
            try
            {
                var answer = await example.RunAsync(district, scope, target);
                if (example is { Writes: true, IsAboutOwn: false })
                    found.Add($"{example} changed something");
                else if (example.UseCase == typeof(SeeMobile))
                    found.Add($"{example} showed a number");
                else if (IdIn(answer, ids) is { } id)
                    found.Add($"{example} showed {id}");
            }
            catch (NotFound)
            {
                // As it should be.
            }
            catch (Denied) when (!strict)
            {
                // The right is not held at all, so nothing about the row is revealed.
            }
            catch (RuleBroken) when (example.NamesPlaceOnly && sameDistrict)
            {
                // Places are public; a rule refuses a place that is not the clerk's.
            }
            catch (Refusal other)
            {
                found.Add($"{example} gave away by {other.GetType().Name}: {other.Message}");
            }
        }
        return found;
    }

    /// <summary>
    /// The permitted run of each example must succeed and show its own rows; otherwise the forbidden attempt proves nothing.
    /// </summary>
    private static async Task<List<string>> TwinFaultsAsync(World world)
    {
        List<string> faults = [];
        foreach (var example in Examples.All)
        {
            try
            {
                var answer = await example.RunAsync(world.District, example.ScopeIn(world), world);
                if (!example.Writes && !example.ShowsNoId && IdIn(answer, world.DistrictIds) is null)
                    faults.Add($"{example}: shows no row of its own");
            }
            catch (Refusal refusal)
            {
                faults.Add($"{example}: {refusal.GetType().Name} {refusal.Message}");
            }
        }
        return faults;
    }

    private static Guid? IdIn(object? answer, IReadOnlySet<Guid> ids)
    {
        var text = TextOf(answer);
        return ids.Where(id => text.Contains(id.ToString(), StringComparison.Ordinal)).Select(id => (Guid?)id).FirstOrDefault();
    }

    /// <summary>The answer as JSON; a workbook within it unpacked.</summary>
    private static string TextOf(object? answer)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(answer, WithoutDerived));
        foreach (
            var bytes in answer
                ?.GetType()
                .GetProperties()
                .Where(p => p.PropertyType == typeof(byte[]))
                .Select(p => (byte[])p.GetValue(answer)!)
                ?? []
        )
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                text.Append(reader.ReadToEnd());
            }
        }
        return text.ToString();
    }

    private async Task<long> CountAsync(World bound, string table)
    {
        await using var connection = await cluster.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await BindAsync(connection, bound);
        // Without a predicate: only row-level security protects, so rows of any other district count as seen.
        await using var command = new NpgsqlCommand(
            $"SELECT count(*) FILTER (WHERE tenant_id = '{bound.District.Id}') - 1000000 "
                + $"* count(*) FILTER (WHERE tenant_id <> '{bound.District.Id}') FROM {table}",
            connection
        );
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<string> TryAsync(World bound, string sql, params object[] values)
    {
        await using var connection = await cluster.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await BindAsync(connection, bound);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        try
        {
            return $"{await command.ExecuteNonQueryAsync(Ct)} rows";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private static async Task BindAsync(NpgsqlConnection connection, World world)
    {
        await using var bind = new NpgsqlCommand($"SET LOCAL app.tenant = '{world.District.Id}'", connection);
        await bind.ExecuteNonQueryAsync(Ct);
    }
}
