using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Tests.House;
using Npgsql;

namespace CoBuilding.ProofRoom.Tests;

[Collection<ComposedPortal>]
public class HangNoticeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_clerk_hangs_a_notice_under_the_topic_with_which_the_district_began()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var form = Notice(district, district.Street1);
        await district.Use<HangNotice>().RunAsync(clerk, form, Ct);

        var seen = Assert.Single((await district.Use<ListNotices>().AskAsync(clerk, new(), Ct)).Rows);
        Assert.Equal(
            new ListNotices.Row(form.NoticeId, form.Title, "日常事项", "东街道", form.HangsUntil!.Value, NoticeState.Hanging, 1),
            seen
        );
        // The second click.
        await Assert.ThrowsAsync<AlreadyDone>(() => district.Use<HangNotice>().RunAsync(clerk, form, Ct));
    }

    [Fact]
    public async Task Another_street_finds_nothing()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (own, other) = (await district.ClerkAsync(district.Street1), await district.ClerkAsync(district.Street2));
        var form = Notice(district, district.Street1);
        await district.Use<HangNotice>().RunAsync(own, form, Ct);

        Assert.Empty((await district.Use<ListNotices>().AskAsync(other, new(), Ct)).Rows);
        var down = new TakeDownNotices.Form { Chosen = [new(form.NoticeId, 1)] };
        await Assert.ThrowsAsync<NotFound>(() => district.Use<TakeDownNotices>().RunAsync(other, down, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<HangNotice>().RunAsync(other, Notice(district, district.Street1), Ct));
        await Assert.ThrowsAsync<Denied>(() =>
            district.Use<HangNotice>().RunAsync(district.Auditor, Notice(district, district.Street1), Ct)
        );
    }

    [Fact]
    public async Task Another_district_finds_nothing_and_the_database_shows_it_nothing()
    {
        var (district, other) = (await TestDistrict.CreateAsync(cluster), await TestDistrict.CreateAsync(cluster));
        var form = Notice(district, district.Street1);
        await district.Use<HangNotice>().RunAsync(district.Admin, form, Ct);

        Assert.Empty((await other.Use<ListNotices>().AskAsync(other.Admin, new(), Ct)).Rows);
        var down = new TakeDownNotices.Form { Chosen = [new(form.NoticeId, 1)] };
        await Assert.ThrowsAsync<NotFound>(() => other.Use<TakeDownNotices>().RunAsync(other.Admin, down, Ct));

        Assert.Equal(1L, await AsAsync(district.Id, $"SELECT count(*) FROM notices WHERE id = '{form.NoticeId}'"));
        Assert.Equal(0L, await AsAsync(other.Id, $"SELECT count(*) FROM notices WHERE id = '{form.NoticeId}'"));
        var moved = $"UPDATE notices SET tenant_id = '{other.Id}' WHERE id = '{form.NoticeId}' RETURNING 1";
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AsAsync(district.Id, moved));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await Assert.ThrowsAsync<PostgresException>(() => AsAsync(null, "SELECT count(*) FROM notices"));
    }

    [Fact]
    public async Task Bad_input_is_refused_at_its_field_in_the_actors_language()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var blank = new HangNotice.Form { PlaceId = district.Street1.Id };
        var refused = await Assert.ThrowsAsync<ValidationFailed>(() => district.Use<HangNotice>().RunAsync(district.Admin, blank, Ct));
        Assert.Equal(
            [new("Title", "请写明公告的标题。"), new("HangsUntil", "请填写张贴至")],
            refused.Problems.Select(p => new FieldProblem(p.Field, p.Message))
        );
    }

    [Fact]
    public async Task A_rule_and_a_constraint_are_refused_by_the_rooms_own_texts()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var past = Notice(district, district.Street1) with { HangsUntil = district.Today.AddDays(-1) };
        await RuleAssert.BrokenAsync("Noticeboard.IsOver", () => district.Use<HangNotice>().RunAsync(district.Admin, past, Ct));
        await district.Use<HangNotice>().RunAsync(district.Admin, Notice(district, district.Street1), Ct);
        await RuleAssert.BrokenAsync(
            "Noticeboard.TitleIsTaken",
            () => district.Use<HangNotice>().RunAsync(district.Admin, Notice(district, district.Street1), Ct)
        );
    }

    [Fact]
    public async Task The_journal_has_the_row()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = Notice(district, district.Street1);
        await district.Use<HangNotice>().RunAsync(district.Admin, form, Ct);

        var row = Assert.Single((await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "notices" }, Ct)).Rows);
        Assert.Equal(("admin", "ManageCommittees", "added", form.NoticeId), (row.Actor, row.Right, row.Action, row.SubjectId));
        Assert.Contains(form.Title, row.After, StringComparison.Ordinal);
    }

    internal static HangNotice.Form Notice(TestDistrict district, Place place) =>
        new()
        {
            PlaceId = place.Id,
            Title = "本周六上午停水检修",
            HangsUntil = district.Today.AddDays(5),
        };

    /// <summary>Plain SQL as the web role, bound to a district.</summary>
    private async Task<object?> AsAsync(Guid? tenant, string sql)
    {
        await using var connection = await cluster.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand(
            tenant is null ? sql : $"SET LOCAL app.tenant = '{tenant}'; {sql}",
            connection,
            transaction
        );
        return await command.ExecuteScalarAsync(Ct);
    }
}
