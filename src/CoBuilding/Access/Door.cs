using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CoBuilding.Access;

/// <summary>
/// The only way to the data. One round trip begins the operation's transaction, binds the district in it, reads what the
/// actor may do <em>now</em>, and refuses an actor actor holds the right nowhere.
/// </summary>
public sealed class Door(NpgsqlDataSource source, TimeProvider clock, FormKey formKey)
{
    private static readonly DbContextOptions<PortalDb> Options = PortalDatabase.Options(null, new BoundCommands());

    /// <summary>Opens the district for one use case.</summary>
    /// <exception cref="Denied">The actor holds the right nowhere, or is no longer signed in.</exception>
    public Task<PortalDb> OpenAsync(Scope scope, Right right, CancellationToken ct) => OpenAsync(scope, right, null, ct);

    /// <summary>Opens the district for one use case, after checking the form's shape.</summary>
    /// <exception cref="ValidationFailed">A field has the wrong shape.</exception>
    /// <exception cref="Denied">The actor holds the right nowhere, or is no longer signed in.</exception>
    /// <exception cref="AlreadyDone">This form was carried out before.</exception>
    /// <exception cref="SentOtherwise">It was, with other content.</exception>
    public async Task<PortalDb> OpenAsync(Scope scope, Right right, object? form, CancellationToken ct)
    {
        if (form is not null)
            FormShapes.Check(form, scope.Culture);
        // An empty operation id gets a new one; otherwise all later operations without an id would count as repeats.
        var sent = form is WritingForm { OperationId: var named } writing
            ? new Sent(named == Guid.Empty ? Guid.CreateVersion7() : named, writing, formKey.Stamp(writing))
            : null;
        var now = clock.GetUtcNow();
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            var entry = await EnterAsync(connection, transaction, scope, right, sent, now, ct);
            if (entry.SessionInUse is { } session)
            {
                transaction = await KeepAliveAsync(connection, transaction, scope.Tenant, session, now, ct);
                entry = await EnterAsync(connection, transaction, scope, right, sent, now, ct);
            }
            var db = await ContextAsync(
                transaction,
                new Operation(
                    entry.IsDenied || sent is null ? Guid.CreateVersion7() : sent.Operation,
                    scope.Tenant,
                    entry.JournalActor,
                    right.ToString(),
                    entry.Reach,
                    now,
                    entry.IsDenied ? null : sent?.Stamp
                ),
                ct
            );
            if (!entry.IsDenied)
                return db;
            // A refused write is journaled for the auditor; a refused question is not.
            if (sent is not null)
            {
                db.AddJournalEntry("refused", "rights", null);
                await db.CommitAsync(ct);
            }
            throw new Denied(right.ToString());
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether a link is valid for this right; checked before the request body is read.</summary>
    public async Task<bool> IsOpenAsync(Scope scope, Right right, CancellationToken ct)
    {
        try
        {
            await using var db = await OpenAsync(scope, right, ct);
            return true;
        }
        catch (NotFound)
        {
            return false;
        }
    }

    /// <summary>Opens the tables that no district owns, read-only.</summary>
    public async Task<PortalDb> OpenSharedAsync(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            await using (var bind = new NpgsqlCommand(Binding(Guid.Empty), connection, transaction))
                await bind.ExecuteNonQueryAsync(ct);
            var nobody = new JournalActor(null, null, null, "shared");
            return await ContextAsync(
                transaction,
                new Operation(Guid.CreateVersion7(), Guid.Empty, nobody, "Shared", Reach.Nothing, clock.GetUtcNow()),
                ct
            );
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A writing form with its operation id and what the journal keeps of it.</summary>
    private sealed record Sent(Guid Operation, WritingForm Form, FormStamp Stamp);

    /// <param name="SessionInUse">The session whose last use has to be updated now.</param>
    /// <param name="IsDenied">Signed in, and without the right.</param>
    private sealed record Entry(JournalActor JournalActor, Reach Reach, Guid? SessionInUse = null, bool IsDenied = false);

    private static async Task<PortalDb> ContextAsync(NpgsqlTransaction transaction, Operation operation, CancellationToken ct)
    {
        var db = new PortalDb(Options, operation);
        db.Database.SetDbConnection(transaction.Connection, contextOwnsConnection: true);
        await db.Database.UseTransactionAsync(transaction, ct);
        return db;
    }

    private static async Task<Entry> EnterAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        Scope scope,
        Right right,
        Sent? sent,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new(Binding(scope.Tenant)));
        // Two requests of one form are serialized here, so that the second finds the first one's journal entry before meeting its rows.
        batch.BatchCommands.Add(
            Command(
                "SELECT pg_advisory_xact_lock($1) WHERE $2",
                sent is null ? 0L : BitConverter.ToInt64(sent.Operation.ToByteArray(), 8),
                sent is not null
            )
        );
        batch.BatchCommands.Add(
            Command(
                "SELECT form_key_id, form_hash FROM journal WHERE tenant_id = $1 AND operation_id = $2 AND ordinal = 0",
                scope.Tenant,
                sent?.Operation ?? Guid.Empty
            )
        );
        switch (scope.Actor)
        {
            case Actor.SignedIn signedIn:
                batch.BatchCommands.Add(Command(SessionSql, scope.Tenant, signedIn.SessionHash));
                batch.BatchCommands.Add(Command(GrantsSql, scope.Tenant, signedIn.SessionHash, now.ChinaDate()));
                break;
            case Actor.Link link:
                batch.BatchCommands.Add(Command(LinkSql, scope.Tenant, link.TokenHash));
                break;
            case Actor.Feed feed:
                batch.BatchCommands.Add(Command(FeedSql, scope.Tenant, feed.TokenHash));
                batch.BatchCommands.Add(Command(FeedGrantsSql, scope.Tenant, feed.TokenHash, now.ChinaDate()));
                break;
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var repeated = await reader.ReadAsync(ct);
        var differs = repeated && sent?.Stamp.DiffersFrom(reader[0] as string, reader[1] as byte[]) == true;
        var entry = scope.Actor switch
        {
            Actor.SignedIn => await ReadPersonAsync(reader, right, now, ct),
            Actor.Link => await ReadLinkAsync(reader, right, now, ct),
            Actor.Feed => await ReadFeedAsync(reader, right, ct),
            Actor.Visitor when right is Right.SignIn => new Entry(new JournalActor(null, null, null, "visitor"), Reach.WholeDistrict),
            Actor.DistrictCreation when right is Right.CreateDistrict => new Entry(
                new JournalActor(null, null, null, "founding"),
                Reach.WholeDistrict
            ),
            Actor.Clock
                when right is Right.WatchReplies or Right.ActAs or Right.PurgeMobiles or Right.FillSearchKeys or Right.SendMessages =>
                new Entry(new JournalActor(null, null, null, "clock"), Reach.WholeDistrict),
            _ => throw new Denied(right.ToString()),
        };
        if (!repeated || sent is null || entry.IsDenied)
            return entry;
        throw differs ? new SentOtherwise(sent.Form) : new AlreadyDone();
    }

    private static async Task<Entry> ReadPersonAsync(NpgsqlDataReader reader, Right right, DateTimeOffset now, CancellationToken ct)
    {
        await reader.NextResultAsync(ct);
        if (!await reader.ReadAsync(ct))
            throw new Denied(right.ToString(), signedOut: true, hasEnded: true);
        var sessionId = reader.GetGuid(0);
        var accountId = reader.GetGuid(1);
        var login = reader.GetString(2);
        var started = reader.GetFieldValue<DateTimeOffset>(3);
        var lastUsed = reader.GetFieldValue<DateTimeOffset>(4);
        var mustChangePassword = reader.GetBoolean(5);
        if (now - lastUsed > Session.IdleLimit || now - started > Session.AbsoluteLimit)
            throw new Denied(right.ToString(), signedOut: true);

        var granted = await ReadGrantsAsync(reader, right, ct);
        var actor = new JournalActor(accountId, null, sessionId, login);
        if (granted is null || (mustChangePassword && right is not Right.OwnAccount))
            return new Entry(actor, Reach.Nothing, IsDenied: true);
        return new Entry(
            actor,
            right is Right.OwnAccount ? Reach.OfSubjects(accountId) : granted,
            now - lastUsed > Session.LastUseIsKept ? sessionId : null
        );
    }

    /// <summary>What the current grants reach by this right; null when none holds it.</summary>
    private static async Task<Reach?> ReadGrantsAsync(NpgsqlDataReader reader, Right right, CancellationToken ct)
    {
        await reader.NextResultAsync(ct);
        var everything = false;
        var held = false;
        HashSet<Guid> places = [],
            units = [];
        while (await reader.ReadAsync(ct))
        {
            if (!Enum.Parse<Role>(reader.GetString(0)).Holds(right))
                continue;
            held = true;
            if (!reader.IsDBNull(1))
                units.Add(reader.GetGuid(1));
            else if (reader.GetBoolean(2))
                everything = true;
            else if (!reader.IsDBNull(3))
                places.Add(reader.GetGuid(3));
        }
        return held ? new Reach(everything, [.. places], [.. units], []) : null;
    }

    private static async Task<Entry> ReadLinkAsync(NpgsqlDataReader reader, Right right, DateTimeOffset now, CancellationToken ct)
    {
        await reader.NextResultAsync(ct);
        if (!await reader.ReadAsync(ct))
            throw new NotFound();
        var live = reader.GetFieldValue<DateTimeOffset>(3) > now && reader.IsDBNull(4);
        if (!live || Enum.Parse<Right>(reader.GetString(1)) != right)
            throw new NotFound();
        var holder = new LinkHolder(reader.GetGuid(7), Enum.Parse<Addressee>(reader.GetString(5)));
        return new Entry(
            new JournalActor(null, reader.GetGuid(0), null, $"link:{holder.Office}", holder),
            Reach.OfSubjects(reader.GetGuid(2), reader.GetGuid(6))
        );
    }

    /// <summary>
    /// An address is invalid if it was revoked, or if the account was closed or lost the right; it opens only the calendar.
    /// </summary>
    private static async Task<Entry> ReadFeedAsync(NpgsqlDataReader reader, Right right, CancellationToken ct)
    {
        await reader.NextResultAsync(ct);
        if (right is not Right.UseCalendarFeed || !await reader.ReadAsync(ct))
            throw new NotFound();
        var actor = new JournalActor(reader.GetGuid(0), null, null, reader.GetString(1));
        return new Entry(actor, await ReadGrantsAsync(reader, right, ct) ?? throw new NotFound());
    }

    /// <summary>
    /// Writes the session's last use in a separate transaction, since a question's is never committed; then begins a new one, unbound.
    /// </summary>
    private static async Task<NpgsqlTransaction> KeepAliveAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        Guid tenant,
        Guid session,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using (var update = new NpgsqlBatch(connection, transaction))
        {
            // Never waits, since another page of the same session may be writing it.
            update.BatchCommands.Add(
                Command(
                    """
                    UPDATE sessions SET last_used_at = $3 WHERE tenant_id = $1 AND id =
                        (SELECT id FROM sessions WHERE tenant_id = $1 AND id = $2 FOR UPDATE SKIP LOCKED)
                    """,
                    tenant,
                    session,
                    now
                )
            );
            await update.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
        await transaction.DisposeAsync();
        return await connection.BeginTransactionAsync(ct);
    }

    // A literal made from a Guid, never from text: parameters cannot be sent with SET, and set_config never reaches a distributed engine's
    // workers.
    private static string Binding(Guid tenant) => $"SET LOCAL app.tenant = '{tenant:D}'";

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(
                value is byte[] bytes ? new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Bytea } : new() { Value = value }
            );
        return command;
    }

    private const string SessionSql = """
        SELECT s.id, a.id, a.login, s.started_at, s.last_used_at, a.must_change_password
        FROM sessions s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
        WHERE s.tenant_id = $1 AND a.tenant_id = $1 AND s.secret_hash = $2 AND s.ended_at IS NULL AND a.closed_at IS NULL
        """;

    private const string GrantsSql = """
        SELECT g.role, g.unit_id, here.parent_id IS NULL, below.id
        FROM sessions s
        JOIN grants g ON g.tenant_id = s.tenant_id AND g.account_id = s.account_id
        JOIN places here ON here.tenant_id = g.tenant_id AND here.id = g.place_id
        JOIN places below ON below.tenant_id = here.tenant_id AND (below.id = here.id OR (here.parent_id IS NOT NULL
            AND below.parent_id = here.id))
        WHERE s.tenant_id = $1 AND g.tenant_id = $1 AND here.tenant_id = $1 AND below.tenant_id = $1
          AND s.secret_hash = $2 AND g."from" <= $3 AND (g.until IS NULL OR g.until > $3)
        """;

    private const string FeedSql = """
        SELECT a.id, a.login
        FROM calendar_feeds f JOIN accounts a ON a.tenant_id = f.tenant_id AND a.id = f.account_id
        WHERE f.tenant_id = $1 AND a.tenant_id = $1 AND f.token_hash = $2 AND f.revoked_at IS NULL AND a.closed_at IS NULL
        """;

    private const string FeedGrantsSql = """
        SELECT g.role, g.unit_id, here.parent_id IS NULL, below.id
        FROM calendar_feeds f
        JOIN grants g ON g.tenant_id = f.tenant_id AND g.account_id = f.account_id
        JOIN places here ON here.tenant_id = g.tenant_id AND here.id = g.place_id
        JOIN places below ON below.tenant_id = here.tenant_id AND (below.id = here.id OR (here.parent_id IS NOT NULL
            AND below.parent_id = here.id))
        WHERE f.tenant_id = $1 AND g.tenant_id = $1 AND here.tenant_id = $1 AND below.tenant_id = $1
          AND f.token_hash = $2 AND g."from" <= $3 AND (g.until IS NULL OR g.until > $3)
        """;

    private const string LinkSql = """
        SELECT id, "right", subject_id, expires_at, revoked_at, addressee, within_id, person_id FROM links WHERE tenant_id = $1
            AND token_hash = $2
        """;
}
