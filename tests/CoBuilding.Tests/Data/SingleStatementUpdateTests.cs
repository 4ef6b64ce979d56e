using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Tests.Data;

/// <summary>The single-statement save, which bypasses EF and must keep the same guarantees.</summary>
public class SingleStatementUpdateTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_row_that_somebody_saved_meanwhile_is_stale()
    {
        var world = await MakeAsync();
        await using var late = await world.District.Use<Door>().OpenAsync(world.Clerk, Right.RecordReplies, Ct);
        var row = await late.Invitations.AsNoTracking().SingleAsync(i => i.Id == world.Invitation, Ct);
        await AnswerAsync(world, new() { Reply = Reply.Attend });

        await Assert.ThrowsAsync<Stale>(() =>
            late.CommitOneAsync(row, new Dictionary<string, object?> { [nameof(Invitation.ToldBy)] = "李" }, Ct)
        );
        Assert.Null((await RowAsync(world)).ToldBy);
    }

    [Fact]
    public async Task It_raises_the_version_and_journals_once()
    {
        var world = await MakeAsync();
        var form = new AnswerInvitation.Form { Reply = Reply.Leave, LeaveReason = "出差" };
        await AnswerAsync(world, form);

        var row = await RowAsync(world);
        Assert.Equal((Reply.Leave, "出差", 2L), (row.Reply, row.LeaveReason, row.RowVersion));
        var entry = Assert.Single(await JournalAsync(world, form.OperationId));
        Assert.Equal(
            ("changed", "invitations", "AnswerInvitation", "link:Holder"),
            (entry.Action, entry.Subject, entry.Right, entry.ActorName)
        );
        Assert.Contains("\"Reply\": \"Leave\"", entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain("出差", entry.After, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AlreadyDone>(() => AnswerAsync(world, form));
    }

    [Fact]
    public async Task An_answer_sent_again_with_other_content_is_stale()
    {
        var world = await MakeAsync();
        var form = new AnswerInvitation.Form { Reply = Reply.Leave, LeaveReason = "出差" };
        await AnswerAsync(world, form);
        await Assert.ThrowsAsync<SentOtherwise>(() => AnswerAsync(world, form with { LeaveReason = "住院" }));
        Assert.Equal("出差", (await RowAsync(world)).LeaveReason);
        var entry = Assert.Single(await JournalAsync(world, form.OperationId));
        Assert.Equal((32, world.District.Use<FormKey>().Id, 2), (entry.FormHash!.Length, entry.FormKeyId, entry.FilledFields));
        await AnswerAsync(world, form with { OperationId = Guid.CreateVersion7(), LeaveReason = "住院" });
        Assert.Equal("住院", (await RowAsync(world)).LeaveReason);
    }

    [Fact]
    public async Task The_same_answer_in_another_form_is_no_second_one()
    {
        var world = await MakeAsync();
        await AnswerAsync(world, new() { Reply = Reply.Attend });
        var again = new AnswerInvitation.Form { Reply = Reply.Attend };
        await AnswerAsync(world, again);
        Assert.Equal(2, (await RowAsync(world)).RowVersion);
        Assert.Empty(await JournalAsync(world, again.OperationId));
    }

    [Fact]
    public async Task Twenty_sendings_at_once_are_one_answer()
    {
        var world = await MakeAsync();
        var form = new AnswerInvitation.Form { Reply = Reply.Attend };
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Record.ExceptionAsync(() => AnswerAsync(world, form)).AsTask())
        );
        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<Exception>(), o => Assert.IsType<AlreadyDone>(o));
        Assert.Equal(2, (await RowAsync(world)).RowVersion);
        Assert.Single(await JournalAsync(world, form.OperationId));
    }

    private async Task<World> MakeAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return await World.MakeAsync(cluster, district, district.Street1, district.Community1);
    }

    private static Task AnswerAsync(World world, AnswerInvitation.Form form) =>
        world.District.Use<AnswerInvitation>().RunAsync(world.District.Link(world.Token), form, Ct);

    private static async Task<Invitation> RowAsync(World world)
    {
        await using var db = await world.District.Use<Door>().OpenAsync(world.Clerk, Right.RecordReplies, Ct);
        return await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == world.Invitation, Ct);
    }

    private static async Task<List<JournalEntry>> JournalAsync(World world, Guid operation)
    {
        await using var db = await world.District.Use<Door>().OpenAsync(world.District.Auditor, Right.SeeJournal, Ct);
        return await db.Journal.AsNoTracking().Where(e => e.OperationId == operation).ToListAsync(Ct);
    }
}
