using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Messages;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoBuilding.Web.Tests.Start;

public sealed class MessageRoundsTests
{
    private const int Units = 30;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_send_each_message_once_although_one_is_killed_in_the_middle()
    {
        await using var host = new PortalHost();
        await host.InitializeAsync();
        ConcurrentQueue<string> received = [];
        await using var gateway = await GatewayAsync(received);
        var (admin, meeting) = await DraftAsync(host, gateway.Urls.Single());

        using (var doomed = await StartAsync(host))
        {
            using var other = await StartAsync(host);
            try
            {
                await host.Use<SendNotice>().RunAsync(admin, new() { MeetingId = meeting, Channels = [ChannelKind.Sms] }, Ct);
                await UntilAsync(() => received.Count >= 5);
                doomed.Kill(entireProcessTree: true);
                await UntilAsync(async () => (await StatesAsync()).All(s => s is not MessageState.Waiting));
                await Task.Delay(1000, Ct); // messages claimed by the others arrive
            }
            finally
            {
                foreach (var process in new[] { doomed, other })
                {
                    process.Kill(entireProcessTree: true);
                    await process.WaitForExitAsync(Ct);
                }
            }
        }

        Assert.Equal(received.Count, received.Distinct().Count());
        var states = await StatesAsync();
        Assert.Equal(Units, states.Count);
        Assert.InRange(states.Count(s => s != MessageState.Sent), 0, 1); // the message claimed by the killed one
        Assert.InRange(received.Count, states.Count(s => s == MessageState.Sent), Units);

        async Task<IReadOnlyList<MessageState>> StatesAsync() =>
            [
                .. (await host.Use<ListMeetingMessages>().AskAsync(admin, new() { MeetingId = meeting, Size = 100 }, Ct)).Rows.Select(r =>
                    r.State
                ),
            ];
    }

    /// <summary>Slow, so that a killed runner is in the middle of a message.</summary>
    private static async Task<WebApplication> GatewayAsync(ConcurrentQueue<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = builder.Build();
        gateway.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            received.Enqueue(body.RootElement.GetProperty("id").GetString()!);
            await Task.Delay(300);
        });
        await gateway.StartAsync(Ct);
        return gateway;
    }

    private static async Task<(Access.Scope Admin, Guid Meeting)> DraftAsync(PortalHost host, string gateway)
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        var today = TimeProvider.System.GetUtcNow().ChinaDate();
        var committee = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street.Id,
            Name = "大工委",
            EstablishedOn = today.AddYears(-1),
        };
        await host.Use<EstablishCommittee>().RunAsync(admin, committee, Ct);
        List<Guid> seats = [];
        for (var n = 0; n < Units; n++)
        {
            var unit = new EnterUnit.Form
            {
                Name = $"第{n}小学",
                Kind = UnitKind.School,
                PlaceId = district.Community.Id,
            };
            await host.Use<EnterUnit>().RunAsync(admin, unit, Ct);
            var person = new EnterPerson.Form
            {
                UnitId = unit.UnitId,
                Name = $"王{n}",
                Title = "书记",
                IsSecretary = true,
                Mobile = "13812345678",
                From = today.AddYears(-1),
            };
            await host.Use<EnterPerson>().RunAsync(admin, person, Ct);
            var seat = new AddSeat.Form
            {
                CommitteeId = committee.CommitteeId,
                UnitId = unit.UnitId,
                PersonId = person.PersonId,
                Title = "兼职委员",
                From = today.AddMonths(-1),
            };
            await host.Use<AddSeat>().RunAsync(admin, seat, Ct);
            seats.Add(seat.SeatId);
        }
        await host.Use<SetMessageSetting>()
            .RunAsync(
                admin,
                new()
                {
                    PortalAddress = "https://dj.example.cn/x/",
                    HoursFrom = new(0, 0),
                    HoursUntil = new(23, 59, 59),
                },
                Ct
            );
        await host.Use<SetSmsChannel>()
            .RunAsync(admin, new() { Url = gateway, Body = """{"id":"{id}","to":"{mobile}","text":"{text}"}""" }, Ct);
        var draft = new DraftMeeting.Form
        {
            CommitteeId = committee.CommitteeId,
            Title = "联席会议",
            Day = today.AddDays(7),
            Venue = "会议室",
            ReplyByDay = today.AddDays(5),
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = seats,
        };
        await host.Use<DraftMeeting>().RunAsync(admin, draft, Ct);
        return (admin, draft.MeetingId);
    }

    /// <summary>The portal as a process of its own, beside the one of this test.</summary>
    private static async Task<Process> StartAsync(PortalHost host)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoBuilding.Web.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Portal"] = host.PortalConnection;
        start.Environment["Keys__Folder"] = host.KeysFolder;
        start.Environment["AllowedHosts"] = "127.0.0.1";
        start.Environment["Outbound__Allowed"] = PortalHost.Loopback;
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("READY", StringComparison.Ordinal) == true)
                ready.TrySetResult();
        };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2), Ct);
        return process;
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var begun = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(begun.Elapsed < TimeSpan.FromMinutes(2), "It takes too long.");
            await Task.Delay(100, Ct);
        }
    }
}
