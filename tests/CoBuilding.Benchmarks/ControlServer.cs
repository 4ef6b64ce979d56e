using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using NpgsqlTypes;

namespace CoBuilding.Benchmarks;

/// <summary>The control of the measurements, as a separate process.</summary>
internal static class ControlServer
{
    public static async Task<int> ServeAsync(string what)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (what == "counter")
        {
            builder.WebHost.UseStaticWebAssets();
            builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        }
        await using var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        if (what == "answer")
            MapAnswer(app, NpgsqlDataSource.Create(Pooled(builder.Configuration.GetConnectionString("Owner")!)));
        else if (what == "counter")
        {
            app.UseAntiforgery();
            app.MapStaticAssets();
            app.MapRazorComponents<CounterApp>().AddInteractiveServerRenderMode();
        }
        await app.RunAsync();
        return 0;
    }

    /// <summary>
    /// The same work with nothing around it: find the link, read invitation and meeting, write both rows, commit. No row-level security:
    /// the owner.
    /// </summary>
    private static void MapAnswer(WebApplication app, NpgsqlDataSource source) =>
        app.MapPost(
                "/{district}/a/{token}",
                async (string district, string token, [FromForm] Guid operation, [FromForm] string reply) =>
                {
                    await using var connection = await source.OpenConnectionAsync();
                    await using var transaction = await connection.BeginTransactionAsync();
                    await using var read = new NpgsqlCommand(
                        """
                        SELECT l.tenant_id, l.id, l.addressee, i.id, i.row_version, i.reply, m.reply_by, p.name
                        FROM links l
                        JOIN districts d ON d.id = l.tenant_id
                        JOIN invitations i ON i.tenant_id = l.tenant_id AND i.id = l.subject_id
                        JOIN meetings m ON m.tenant_id = i.tenant_id AND m.id = i.meeting_id
                        JOIN people p ON p.tenant_id = l.tenant_id AND p.id = l.person_id
                        WHERE d.slug = $4 AND l.token_hash = $1 AND l.revoked_at IS NULL AND l.expires_at > $2 AND i.withdrawn_at IS NULL
                          AND m.notified_at IS NOT NULL AND m.cancelled_at IS NULL AND m.starts_at > $2
                          AND NOT EXISTS (SELECT FROM journal j WHERE j.tenant_id = l.tenant_id AND j.operation_id = $3)
                        """,
                        connection,
                        transaction
                    );
                    var now = TimeProvider.System.GetUtcNow().UtcDateTime;
                    read.Parameters.Add(new() { Value = SHA256.HashData(Encoding.UTF8.GetBytes(token)) });
                    read.Parameters.Add(new() { Value = now });
                    read.Parameters.Add(new() { Value = operation });
                    read.Parameters.Add(new() { Value = district });
                    Guid tenant,
                        link,
                        invitation;
                    string addressee,
                        actor;
                    long version;
                    bool late;
                    string? old;
                    await using (var reader = await read.ExecuteReaderAsync())
                    {
                        if (!await reader.ReadAsync())
                            return Results.NotFound();
                        (tenant, link, addressee, invitation, version) = (
                            reader.GetGuid(0),
                            reader.GetGuid(1),
                            reader.GetString(2),
                            reader.GetGuid(3),
                            reader.GetInt64(4)
                        );
                        old = reader.IsDBNull(5) ? null : reader.GetString(5);
                        late = now > reader.GetDateTime(6);
                        actor = reader.GetString(7);
                    }
                    await using var write = new NpgsqlBatch(connection, transaction);
                    write.BatchCommands.Add(
                        Command(
                            """
                            UPDATE invitations SET reply = $4, substitute_name = NULL, substitute_post = NULL, leave_reason = NULL,
                                replied_at = $5, reply_source = $6,
                                answered_by = $8, answered_for = $8, told_by = NULL, is_late = $7, row_version = row_version + 1
                            WHERE tenant_id = $1 AND id = $2 AND row_version = $3
                            """,
                            tenant,
                            invitation,
                            version,
                            reply,
                            now,
                            addressee,
                            late,
                            actor
                        )
                    );
                    var journal = Command(
                        """
                        INSERT INTO journal (tenant_id, id, row_version, operation_id, ordinal, at, "right", actor_name, link_id, action,
                            subject, subject_id, before, after)
                        VALUES ($1, $2, 1, $3, 0, $4, 'AnswerInvitation', $5, $6, 'changed', 'invitations', $7, $8, $9)
                        """,
                        tenant,
                        Guid.CreateVersion7(),
                        operation,
                        now,
                        "link:" + addressee,
                        link,
                        invitation
                    );
                    foreach (var value in new[] { old, reply })
                        journal.Parameters.Add(
                            new() { Value = Columns(value, now, addressee, actor, late), NpgsqlDbType = NpgsqlDbType.Jsonb }
                        );
                    write.BatchCommands.Add(journal);
                    await write.ExecuteNonQueryAsync();
                    await transaction.CommitAsync();
                    return Results.Ok();
                }
            )
            .DisableAntiforgery();

    /// <summary>The owner's connections are not pooled elsewhere; here that would measure the making of connections.</summary>
    private static string Pooled(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Pooling = true, MaxPoolSize = 100 }.ConnectionString;

    private static string Columns(string? reply, DateTime at, string source, string actor, bool late) =>
        $$"""
            {"Reply":"{{reply}}","SubstituteName":null,"SubstitutePost":null,"LeaveReason":null,"RepliedAt":"{{at:O}}",
            "ReplySource":"{{source}}","AnsweredBy":"{{actor}}","AnsweredFor":"{{actor}}","ToldBy":null,"IsLate":{{(
                late ? "true" : "false"
            )}}}
            """;

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
