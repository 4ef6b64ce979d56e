using System.Net;
using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Units;
using CoBuilding.Units.People;
using Npgsql;

namespace CoBuilding.Benchmarks;

internal sealed class Attacks(BenchmarkDistrict stage, NpgsqlDataSource web, Random dice)
{
    private static readonly string[] Tables =
    [
        "units",
        "seats",
        "appointments",
        "committees",
        "meetings",
        "invitations",
        "posts",
        "places",
        "links",
        "journal",
    ];

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
            4 => By(
                "record a reply",
                s =>
                    stage
                        .Use<RecordReply>()
                        .RunAsync(
                            s,
                            new()
                            {
                                InvitationId = meeting.Links[dice.Next(meeting.Links.Count)].InvitationId,
                                Reply = (Reply)dice.Next(2) == Reply.Attend ? Reply.Attend : Reply.Leave,
                                ToldBy = "x",
                            },
                            default
                        )
            ),
            _ => By(
                "make a link",
                s =>
                    stage
                        .Use<MakeLinks>()
                        .RunAsync(
                            s,
                            new()
                            {
                                MeetingId = meeting.MeetingId,
                                InvitationId = meeting.Links[dice.Next(meeting.Links.Count)].InvitationId,
                                Only = Addressee.Holder,
                            },
                            default
                        )
            ),
        };

        Attack By(string name, Func<Scope, Task> action) =>
            new(name, () => SucceedsAsync(() => action(stranger)), () => SucceedsAsync(() => action(owner)));
    }

    /// <summary>Another unit's invitation, by its id.</summary>
    public Attack AcrossUnits(Scope stranger, Scope owner, StagedStreet street)
    {
        var invitation = street.Meetings[0].Links.Single(l => l.Unit == "unit 1").InvitationId;
        return dice.Next(2) == 0
            ? new("see an invitation", () => SucceedsAsync(() => See(stranger)), () => SucceedsAsync(() => See(owner)))
            : new("answer an invitation", () => SucceedsAsync(() => Answer(stranger)), () => SucceedsAsync(() => Answer(owner)));

        Task See(Scope scope) => stage.Use<SeeInvitation>().AskAsync(scope, invitation, default);
        Task Answer(Scope scope) =>
            stage.Use<AnswerInvitation>().RunAsync(scope, new() { InvitationId = invitation, Reply = (Reply)(dice.Next(2) * 2) }, default);
    }

    /// <summary>The web role bound to one district names rows of another.</summary>
    public Attack AcrossByRawSql(Guid stranger, Guid owner, StagedStreet street)
    {
        var table = Tables[dice.Next(Tables.Length)];
        var write = table is not "journal" && dice.Next(2) == 0;
        var sql = write
            ? $"UPDATE {table} SET row_version = row_version WHERE tenant_id = $1"
            : $"SELECT count(*) FROM {table} WHERE tenant_id = $1";
        if (dice.Next(3) == 0)
            sql =
                sql.Replace("tenant_id = $1", "$1 = $1", StringComparison.Ordinal)
                + (
                    write
                        ? " AND tenant_id <> current_setting('app.tenant')::uuid"
                        : " AND tenant_id <> current_setting('app.tenant')::uuid"
                );
        return new(
            $"{(write ? "write" : "read")} {table}",
            async () => await TouchedAsync(stranger, sql) > 0,
            async () =>
                await TouchedAsync(
                    owner,
                    write
                        ? $"UPDATE {table} SET row_version = row_version WHERE tenant_id = $1"
                        : $"SELECT count(*) FROM {table} WHERE tenant_id = $1"
                ) > 0
        );

        async Task<long> TouchedAsync(Guid bound, string command)
        {
            await using var connection = await web.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var bind = new NpgsqlCommand($"SET LOCAL app.tenant = '{bound:D}'", connection, transaction);
            await bind.ExecuteNonQueryAsync();
            await using var touch = new NpgsqlCommand(command, connection, transaction);
            touch.Parameters.Add(new() { Value = owner });
            return command.StartsWith("SELECT", StringComparison.Ordinal)
                ? (long)(await touch.ExecuteScalarAsync())!
                : await touch.ExecuteNonQueryAsync();
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
        return new(
            $"open {path}",
            async () => await StatusAsync(neighbor) != HttpStatusCode.NotFound,
            async () => await StatusAsync(rightful) == HttpStatusCode.OK
        );

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
        return new(
            "bring a link elsewhere",
            async () => await StatusAsync(stranger.Slug) == HttpStatusCode.OK,
            async () => await StatusAsync(owner.Slug) == HttpStatusCode.OK
        );

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
