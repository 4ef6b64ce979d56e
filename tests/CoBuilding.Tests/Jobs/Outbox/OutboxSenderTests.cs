using System.Text.Json;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs.Channels;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace CoBuilding.Tests.Jobs.Outbox;

public class OutboxSenderTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Runners_side_by_side_send_each_message_once()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 12);
        await office.NotifyAsync(ChannelKind.Sms, ChannelKind.WeCom);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.SendDueAsync()));

        Assert.Equal(25, server.Calls.Count); // twelve secretaries, twelve liaison officers, one group
        Assert.Equal(
            24,
            server
                .Calls.Where(c => c.Path == "/sms")
                .Select(c => JsonDocument.Parse(c.Body).RootElement.GetProperty("id").GetString())
                .Distinct()
                .Count()
        );
        Assert.All(await office.MessagesAsync(), m => Assert.Equal((MessageState.Sent, 1), (m.State, m.Tries)));
    }

    [Fact]
    public async Task A_locked_message_is_passed_over_and_nobody_waits()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.Sms);
        await using var other = await cluster.Source.OpenConnectionAsync(Ct);
        await using var transaction = await other.BeginTransactionAsync(Ct);
        await using (
            var held = new NpgsqlCommand(
                $"SET LOCAL app.tenant = '{office.District.Id}'; SELECT id FROM messages "
                    + $"WHERE tenant_id = '{office.District.Id}' ORDER BY due_at, id LIMIT 1 FOR UPDATE",
                other
            )
        )
            await held.ExecuteNonQueryAsync(Ct);
        await office.SendDueAsync();
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task What_a_dead_runner_had_in_hand_is_in_doubt_and_not_sent_by_itself()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.Sms);
        var left = await office.ClaimAsync(); // the process crashes here
        await office.SendDueAsync();
        var outboxSender = office.District.Use<OutboxSender>();
        await outboxSender.MarkUncertainAsync(office.District.Id, Ct);
        Assert.Equal(MessageState.Sending, (await office.MessagesAsync()).Single(m => m.Id == left!.MessageId).State);

        office.District.Clock.Advance(Message.LongestInHand + TimeSpan.FromSeconds(1));
        await Task.WhenAll(
            outboxSender.MarkUncertainAsync(office.District.Id, Ct),
            outboxSender.MarkUncertainAsync(office.District.Id, Ct)
        );
        await office.SendDueAsync();
        var doubtful = (await office.MessagesAsync()).Single(m => m.Id == left!.MessageId);
        Assert.Equal((MessageState.Uncertain, DeliveryFailure.Interrupted), (doubtful.State, doubtful.Failure));
        Assert.Single(server.Calls);

        await Assert.ThrowsAsync<RuleBroken>(() =>
            office
                .District.Use<TryMessageAgain>()
                .RunAsync(office.Clerk, new() { MessageId = doubtful.Id, ExpectedVersion = doubtful.RowVersion }, Ct)
        );
        await office
            .District.Use<TryMessageAgain>()
            .RunAsync(
                office.Clerk,
                new()
                {
                    MessageId = doubtful.Id,
                    ExpectedVersion = doubtful.RowVersion,
                    MayArriveTwice = true,
                },
                Ct
            );
        await office.SendDueAsync();
        Assert.Equal(2, server.Calls.Count);
        Assert.All(await office.MessagesAsync(), m => Assert.Equal(MessageState.Sent, m.State));
    }

    [Fact]
    public async Task A_server_that_fails_is_tried_again_ever_later_and_then_given_up()
    {
        await using var server = await WebReceiver.SayingAsync(500);
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        List<double> waits = [];
        for (var n = 1; n <= MessageRetryPolicy.MostTries; n++)
        {
            await office.SendDueAsync();
            await office.SendDueAsync(); // not before its time
            Assert.Equal(n, server.Calls.Count);
            var message = Assert.Single(await office.MessagesAsync());
            Assert.Equal((n, DeliveryFailure.ServerFailed, "HTTP 500"), (message.Tries, message.Failure!.Value, message.Detail));
            Assert.Equal(n < MessageRetryPolicy.MostTries ? MessageState.Waiting : MessageState.Failed, message.State);
            waits.Add((message.DueAt - office.District.Clock.GetUtcNow()).TotalSeconds);
            await office.PassAsync(TimeSpan.FromMinutes(n == 5 ? 144 : 40));
        }
        Assert.All(new[] { 30.0, 120, 480, 1920, 7200 }.Zip(waits), x => Assert.InRange(x.Second, x.First * 0.8, x.First * 1.2));
        await office.SendDueAsync();
        Assert.Equal(MessageRetryPolicy.MostTries, server.Calls.Count);
    }

    [Fact]
    public async Task A_server_that_is_down_keeps_one_message_waiting_for_it_and_not_all()
    {
        await using var server = await WebReceiver.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = context.Request.Path == "/sms" ? 500 : 200;
                return context.Response.WriteAsync("""{"errcode":0}""");
            }
        );
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 5);
        await office.NotifyAsync(ChannelKind.Sms, ChannelKind.WeCom);
        await office.SendDueAsync();
        Assert.Equal(1, server.Calls.Count(c => c.Path == "/sms"));
        Assert.Equal(1, server.Calls.Count(c => c.Path == "/robot"));
        Assert.Equal(10, (await office.MessagesAsync()).Count(m => m.State == MessageState.Waiting));
    }

    [Fact]
    public async Task Nothing_goes_out_by_a_channel_that_is_off()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        await office.NotifyAsync(ChannelKind.WeCom);
        var robot = new SetRobotChannel.Form { Kind = ChannelKind.WeCom, IsOn = false };
        await office.District.Use<SetRobotChannel>().RunAsync(office.District.Admin, robot, Ct);
        await office.SendDueAsync();
        Assert.Empty(server.Calls);
        await office
            .District.Use<SetRobotChannel>()
            .RunAsync(office.District.Admin, robot with { OperationId = Guid.CreateVersion7(), IsOn = true }, Ct);
        await office.SendDueAsync();
        Assert.Single(server.Calls); // the key that was not typed again is still there
    }

    [Fact]
    public async Task Keys_and_texts_stand_nowhere_but_in_their_own_column()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address, units: 1);
        var district = office.District;
        await district
            .Use<SetMailChannel>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Host = "smtp.example.cn",
                    UserName = "u",
                    Password = "top-secret-1",
                    Sender = "a@example.cn",
                },
                Ct
            );
        await district
            .Use<SetRobotChannel>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Kind = ChannelKind.DingTalk,
                    Url = "https://oapi.dingtalk.com/robot/send?access_token=top-secret-2",
                    Password = "top-secret-3",
                },
                Ct
            );
        await office.NotifyAsync(ChannelKind.Sms);
        await office.SendDueAsync();
        var token = JsonDocument.Parse(server.Calls.First().Body).RootElement.GetProperty("text").GetString()!.Split("/a/")[1].Split(' ')[
            0
        ];

        List<string> journal = [],
            messages = [];
        await foreach (var row in World.ReadAsync(cluster, "SELECT j::text FROM journal j WHERE tenant_id = $1", district.Id))
            journal.Add(row.GetString(0));
        await foreach (var row in World.ReadAsync(cluster, "SELECT m::text FROM messages m WHERE tenant_id = $1", district.Id))
            messages.Add(row.GetString(0));
        var shown = JsonSerializer.Serialize(await district.Use<SeeChannels>().AskAsync(district.Admin, Ct));
        foreach (var secret in new[] { "top-secret", "13812345678", token })
        {
            Assert.DoesNotContain(journal.Concat(messages), r => r.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        }
        Assert.Contains("oapi.dingtalk.com", shown, StringComparison.Ordinal);
    }
}
