using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoBuilding.Access;

/// <summary>
/// The only way to the data. One round trip begins the operation's transaction, binds the district in it, reads what the
/// actor may do <em>now</em>, and refuses an actor who holds the right nowhere.
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
    public Task<PortalDb> OpenAsync(Scope scope, Right right, object? form, CancellationToken ct)
    {
        if (form is not null)
            FormShapes.Check(form, scope.Culture);
        // An empty operation id gets a new one; otherwise all later operations without an id would count as repeats.
        var sent = form is WritingForm { OperationId: var named } writing
            ? new Sent(named == Guid.Empty ? Guid.CreateVersion7() : named, writing, formKey.Stamp(writing))
            : null;
        return ConnectAsync(connection => OpenAsync(connection, scope, right, sent, ct), ct);
    }

    /// <summary>
    /// Opens the district for a question that is answered by several rights, for somebody who is signed in: of these rights those that are
    /// held, each with its own reach, in as many round trips as for one right.
    /// </summary>
    /// <exception cref="Denied">The actor holds none of them anywhere, or is no longer signed in.</exception>
    /// <exception cref="NotFound">A link or a calendar's address opens by one right alone.</exception>
    public Task<HeldRights> OpenHeldAsync(Scope scope, IReadOnlyCollection<Right> rights, CancellationToken ct)
    {
        if (scope.Actor is not Actor.SignedIn)
            throw scope.Actor is Actor.Link or Actor.Feed ? new NotFound() : new Denied(string.Join(", ", rights));
        return ConnectAsync(connection => OpenHeldAsync(connection, scope, [.. rights.Distinct()], ct), ct);
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
    public Task<PortalDb> OpenSharedAsync(CancellationToken ct) =>
        ConnectAsync(
            async connection =>
            {
                var transaction = await connection.BeginTransactionAsync(ct);
                await ExecuteAsync(connection, Binding(Guid.Empty), ct);
                var nobody = new JournalActor(null, null, null, "shared");
                return await ContextAsync(
                    transaction,
                    new Operation(Guid.CreateVersion7(), Guid.Empty, nobody, "Shared", Reach.Nothing, clock.GetUtcNow()),
                    ownsConnection: true,
                    ct
                );
            },
            ct
        );

    /// <summary>A writing form with its operation id and what the journal keeps of it.</summary>
    private sealed record Sent(Guid Operation, WritingForm Form, FormStamp Stamp);

    /// <param name="Held">Of the rights that were asked for, those that are held.</param>
    /// <param name="SessionInUse">The session whose last use has to be updated now.</param>
    private sealed record Entry(JournalActor JournalActor, IReadOnlyDictionary<Right, Reach> Held, Guid? SessionInUse = null)
    {
        /// <summary>Signed in, and without the right.</summary>
        public bool IsDenied => Held.Count == 0;

        public static Entry Of(JournalActor actor, Right right, Reach reach) =>
            new(actor, new Dictionary<Right, Reach> { [right] = reach });

        /// <summary>The portal itself, or somebody who is nobody yet.</summary>
        public static Entry Of(string name, Right right) => Of(new JournalActor(null, null, null, name), right, Reach.WholeDistrict);
    }

    /// <summary>A session with its account.</summary>
    private sealed record OpenSession(
        Guid Id,
        Guid AccountId,
        string Login,
        DateTimeOffset StartedAt,
        DateTimeOffset LastUsedAt,
        bool MustChangePassword
    )
    {
        public bool IsOver(DateTimeOffset now) => now - LastUsedAt > Session.IdleLimit || now - StartedAt > Session.AbsoluteLimit;
    }

    /// <summary>A current grant for a unit, or for a place: the one that it names, and each below; that of the root is for all.</summary>
    private sealed record HeldGrant(Role Role, Guid? Unit, bool IsWholeDistrict, Guid Place);

    /// <summary>What is opened takes the connection over; if nothing is, it is closed.</summary>
    private async Task<T> ConnectAsync<T>(Func<NpgsqlConnection, Task<T>> open, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            return await open(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<PortalDb> OpenAsync(NpgsqlConnection connection, Scope scope, Right right, Sent? sent, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (transaction, entry) = await BeginAsync(connection, scope, [right], sent, now, ct);
        // A refusal is an operation of its own: the form may be sent again once the right is there.
        var done = entry.IsDenied ? null : sent;
        var db = await ContextAsync(
            transaction,
            new Operation(
                done?.Operation ?? Guid.CreateVersion7(),
                scope.Tenant,
                entry.JournalActor,
                right.ToString(),
                entry.Held.GetValueOrDefault(right, Reach.Nothing),
                now,
                done?.Stamp
            ),
            ownsConnection: true,
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

    private async Task<HeldRights> OpenHeldAsync(
        NpgsqlConnection connection,
        Scope scope,
        IReadOnlyList<Right> rights,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var (transaction, entry) = await BeginAsync(connection, scope, rights, null, now, ct);
        if (entry.IsDenied)
            throw new Denied(string.Join(", ", rights));
        Dictionary<Right, PortalDb> contexts = [];
        foreach (var (right, reach) in entry.Held)
        {
            var operation = new Operation(Guid.CreateVersion7(), scope.Tenant, entry.JournalActor, right.ToString(), reach, now);
            contexts.Add(right, await ContextAsync(transaction, operation, ownsConnection: false, ct));
        }
        return new HeldRights(connection, contexts);
    }

    /// <summary>Begins the operation's transaction and enters; where the session's last use has to be kept, after that.</summary>
    private static async Task<(NpgsqlTransaction Transaction, Entry Entry)> BeginAsync(
        NpgsqlConnection connection,
        Scope scope,
        IReadOnlyList<Right> rights,
        Sent? sent,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var transaction = await connection.BeginTransactionAsync(ct);
        var entry = await EnterAsync(connection, scope, rights, sent, now, ct);
        if (entry.SessionInUse is not { } session)
            return (transaction, entry);
        // In a transaction of its own, since a question's is never committed.
        await ExecuteAsync(connection, Command(LastUseSql, scope.Tenant, session, now), ct);
        await transaction.CommitAsync(ct);
        await transaction.DisposeAsync();
        transaction = await connection.BeginTransactionAsync(ct);
        return (transaction, await EnterAsync(connection, scope, rights, sent, now, ct));
    }

    private static async Task<PortalDb> ContextAsync(
        NpgsqlTransaction transaction,
        Operation operation,
        bool ownsConnection,
        CancellationToken ct
    )
    {
        var db = new PortalDb(Options, operation);
        db.Database.SetDbConnection(transaction.Connection, ownsConnection);
        await db.Database.UseTransactionAsync(transaction, ct);
        return db;
    }

    /// <param name="rights">Several only for somebody who is signed in.</param>
    private static async Task<Entry> EnterAsync(
        NpgsqlConnection connection,
        Scope scope,
        IReadOnlyList<Right> rights,
        Sent? sent,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var right = rights[0];
        await using var batch = Batch(
            connection,
            [
                Binding(scope.Tenant),
                // Two requests of one form are serialized here, so that the second finds the first one's journal entry before its rows.
                Command(
                    "SELECT pg_advisory_xact_lock($1) WHERE $2",
                    sent is null ? 0L : BitConverter.ToInt64(sent.Operation.ToByteArray(), 8),
                    sent is not null
                ),
                Command(
                    "SELECT form_key_id, form_hash FROM journal WHERE tenant_id = $1 AND operation_id = $2 AND ordinal = 0",
                    scope.Tenant,
                    sent?.Operation ?? Guid.Empty
                ),
                .. WhoIs(scope.Actor, right, scope.Tenant, now),
            ]
        );
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var earlier = await NextAsync(reader, r => (KeyId: r[0] as string, Hash: r[1] as byte[]), ct);
        var entry = scope.Actor switch
        {
            Actor.SignedIn => await ReadPersonAsync(reader, rights, now, ct),
            Actor.Link => await NextAsync(reader, row => LinkEntry(row, right), ct) is [var link] ? link : throw new NotFound(),
            Actor.Feed => await ReadFeedAsync(reader, right, ct),
            Actor.Visitor when right is Right.SignIn => Entry.Of("visitor", right),
            Actor.DistrictCreation when right is Right.CreateDistrict => Entry.Of("founding", right),
            Actor.Clock
                when right is Right.WatchReplies or Right.ActAs or Right.PurgeMobiles or Right.FillSearchKeys or Right.SendMessages =>
                Entry.Of("clock", right),
            _ => throw new Denied(right.ToString()),
        };
        if (sent is null || entry.IsDenied || earlier is not [var (keyId, hash)])
            return entry;
        throw sent.Stamp.DiffersFrom(keyId, hash) ? new SentOtherwise(sent.Form) : new AlreadyDone();
    }

    private static NpgsqlBatchCommand[] WhoIs(Actor actor, Right right, Guid tenant, DateTimeOffset now) =>
        actor switch
        {
            Actor.SignedIn(var hash, _) => [Command(SessionSql, tenant, hash), Command(SessionGrantsSql, tenant, hash, now.ChinaDate())],
            Actor.Link(var hash) => [Command(LinkSql, tenant, hash, right.ToString(), now)],
            Actor.Feed(var hash) => [Command(FeedSql, tenant, hash), Command(FeedGrantsSql, tenant, hash, now.ChinaDate())],
            _ => [],
        };

    private static async Task<Entry> ReadPersonAsync(
        NpgsqlDataReader reader,
        IReadOnlyList<Right> rights,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await NextAsync(reader, ReadSession, ct) is not [var session])
            throw new Denied(string.Join(", ", rights), signedOut: true, hasEnded: true);
        if (session.IsOver(now))
            throw new Denied(string.Join(", ", rights), signedOut: true);
        var grants = await NextAsync(reader, ReadGrant, ct);
        Dictionary<Right, Reach> held = [];
        foreach (var right in rights.Where(r => !session.MustChangePassword || r is Right.OwnAccount))
            if (ReachOf(grants, right) is { } granted)
                held[right] = right is Right.OwnAccount ? Reach.OfSubjects(session.AccountId) : granted;
        var isInUse = held.Count > 0 && now - session.LastUsedAt > Session.LastUseIsKept;
        return new Entry(new JournalActor(session.AccountId, null, session.Id, session.Login), held, isInUse ? session.Id : null);
    }

    /// <summary>
    /// An address is invalid if it was revoked, or if the account was closed or lost the right; it opens only the calendar.
    /// </summary>
    private static async Task<Entry> ReadFeedAsync(NpgsqlDataReader reader, Right right, CancellationToken ct)
    {
        var account = await NextAsync(reader, r => new JournalActor(r.GetGuid(0), null, null, r.GetString(1)), ct);
        var granted = ReachOf(await NextAsync(reader, ReadGrant, ct), right);
        return right is Right.UseCalendarFeed && account is [var actor] && granted is not null
            ? Entry.Of(actor, right, granted)
            : throw new NotFound();
    }

    /// <summary>What the current grants reach by this right; null when none holds it.</summary>
    private static Reach? ReachOf(List<HeldGrant> grants, Right right)
    {
        var held = grants.FindAll(g => g.Role.Holds(right));
        var ofPlaces = held.FindAll(g => g.Unit is null);
        return held.Count == 0
            ? null
            : new Reach(
                ofPlaces.Exists(g => g.IsWholeDistrict),
                [.. ofPlaces.Where(g => !g.IsWholeDistrict).Select(g => g.Place).Distinct()],
                [.. held.Select(g => g.Unit).OfType<Guid>().Distinct()],
                []
            );
    }

    private static OpenSession ReadSession(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.GetFieldValue<DateTimeOffset>(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetBoolean(5)
        );

    private static HeldGrant ReadGrant(NpgsqlDataReader row) =>
        new(Enum.Parse<Role>(row.GetString(0)), row[1] as Guid?, row.GetBoolean(2), row.GetGuid(3));

    /// <summary>Whoever bears the link acts for its addressee.</summary>
    private static Entry LinkEntry(NpgsqlDataReader row, Right right)
    {
        var holder = new LinkHolder(row.GetGuid(4), Enum.Parse<Addressee>(row.GetString(2)));
        return Entry.Of(
            new JournalActor(null, row.GetGuid(0), null, $"link:{holder.Office}", holder),
            right,
            Reach.OfSubjects(row.GetGuid(1), row.GetGuid(3))
        );
    }

    /// <summary>The rows of the batch's next answer.</summary>
    private static async Task<List<T>> NextAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        List<T> rows = [];
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, NpgsqlBatchCommand command, CancellationToken ct)
    {
        await using var batch = Batch(connection, [command]);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        return batch;
    }

    // A literal made from a Guid, never from text: parameters cannot be sent with SET, and set_config never reaches a distributed engine's
    // workers.
    private static NpgsqlBatchCommand Binding(Guid tenant) => new($"SET LOCAL app.tenant = '{tenant:D}'");

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(Array.ConvertAll(values, v => new NpgsqlParameter { Value = v }));
        return command;
    }

    // Never waits, since another page of the same session may be writing it.
    private const string LastUseSql = """
        UPDATE sessions SET last_used_at = $3 WHERE tenant_id = $1 AND id =
            (SELECT id FROM sessions WHERE tenant_id = $1 AND id = $2 FOR UPDATE SKIP LOCKED)
        """;

    private const string SessionSql = """
        SELECT s.id, a.id, a.login, s.started_at, s.last_used_at, a.must_change_password
        FROM sessions s JOIN accounts a ON a.tenant_id = s.tenant_id AND a.id = s.account_id
        WHERE s.tenant_id = $1 AND a.tenant_id = $1 AND s.secret_hash = $2 AND s.ended_at IS NULL AND a.closed_at IS NULL
        """;

    private const string FeedSql = """
        SELECT a.id, a.login
        FROM calendar_feeds f JOIN accounts a ON a.tenant_id = f.tenant_id AND a.id = f.account_id
        WHERE f.tenant_id = $1 AND a.tenant_id = $1 AND f.token_hash = $2 AND f.revoked_at IS NULL AND a.closed_at IS NULL
        """;

    // The account is found by the secret, not by what was read before: all questions are in one batch.
    private const string GrantsSql = """
        JOIN grants g ON g.tenant_id = h.tenant_id AND g.account_id = h.account_id
        JOIN places here ON here.tenant_id = g.tenant_id AND here.id = g.place_id
        JOIN places below ON below.tenant_id = here.tenant_id AND (below.id = here.id OR (here.parent_id IS NOT NULL
            AND below.parent_id = here.id))
        WHERE h.tenant_id = $1 AND g.tenant_id = $1 AND here.tenant_id = $1 AND below.tenant_id = $1
          AND g."from" <= $3 AND (g.until IS NULL OR g.until > $3)
        """;
    private const string GrantColumns = "SELECT g.role, g.unit_id, here.parent_id IS NULL, below.id ";
    private const string SessionGrantsSql = $"{GrantColumns} FROM sessions h {GrantsSql} AND h.secret_hash = $2";
    private const string FeedGrantsSql = $"{GrantColumns} FROM calendar_feeds h {GrantsSql} AND h.token_hash = $2";

    private const string LinkSql = """
        SELECT id, subject_id, addressee, within_id, person_id FROM links
        WHERE tenant_id = $1 AND token_hash = $2 AND "right" = $3 AND expires_at > $4 AND revoked_at IS NULL
        """;
}
