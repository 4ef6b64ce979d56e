using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>Many rows of every kind at once, written as the owner: what takes the use cases minutes.</summary>
public static class BulkRows
{
    public static async Task UnitsAsync(TestCluster cluster, TestDistrict district, int from, int count) =>
        await RunAsync(
            cluster,
            district,
            """
            INSERT INTO units (tenant_id, id, find_keys, sort_key, stroke_key, alike_key, shows_personal_names, name, kind, kind_id,
                place_id, party_organization, row_version)
            SELECT @tenant, gen_random_uuid(), '', '', '', '', false, 'U' || n, k.kind, k.id, @place, 'Branch', 1
            FROM generate_series(@from, @to) n JOIN unit_kinds k ON k.tenant_id = @tenant AND k.kind = 'School'
            """,
            from,
            count
        );

    /// <summary>As many pairs of units that are alike by name, each with two people of one name.</summary>
    public static async Task TwinsAsync(TestCluster cluster, TestDistrict district, int from, int count) =>
        await RunAsync(
            cluster,
            district,
            """
            INSERT INTO units (tenant_id, id, find_keys, sort_key, stroke_key, shows_personal_names, name, kind, kind_id, place_id,
                party_organization, alike_key, row_version)
            SELECT @tenant, gen_random_uuid(), '', '', '', false, 'T' || n || twin, k.kind, k.id, @place, 'Branch', 't' || n, 1
            FROM generate_series(@from, @to) n CROSS JOIN (VALUES ('a'), ('b')) AS t (twin) JOIN unit_kinds k ON k.tenant_id = @tenant
                AND k.kind = 'School';
            WITH two AS (INSERT INTO people (tenant_id, id, find_keys, sort_key, stroke_key, name, row_version)
                SELECT @tenant, gen_random_uuid(), '', '', '', 'Q' || n, 1 FROM generate_series(@from, @to) n CROSS
                    JOIN generate_series(1, 2) RETURNING id, name)
            INSERT INTO posts (tenant_id, id, person_id, unit_id, place_id, title, is_secretary, "from", row_version)
            SELECT @tenant, gen_random_uuid(), two.id, u.id, @place, 'member', false, '2025-01-01', 1
            FROM two JOIN units u ON u.tenant_id = @tenant AND u.name = 'T' || substr(two.name, 2) || 'a';
            """,
            from,
            count
        );

    /// <summary>The seats of <see cref="EverythingAsync"/> follow a post that their holders do not hold any more.</summary>
    public static async Task OutOfStepAsync(TestCluster cluster, TestDistrict district, int from, int count) =>
        await RunAsync(
            cluster,
            district,
            """
            UPDATE posts o SET is_secretary = false FROM people p
            WHERE o.tenant_id = @tenant AND p.tenant_id = @tenant AND p.id = o.person_id
                AND p.name IN (SELECT 'P' || n FROM generate_series(@from, @to) n);
            UPDATE seats s SET follows_post = true FROM units u
            WHERE s.tenant_id = @tenant AND u.tenant_id = @tenant AND u.id = s.unit_id
                AND u.name IN (SELECT 'U' || n FROM generate_series(@from, @to) n);
            """,
            from,
            count
        );

    /// <summary>A community of one name in both streets.</summary>
    public static async Task SameCommunityAsync(TestCluster cluster, TestDistrict district, string name)
    {
        foreach (var street in new[] { district.Street1, district.Street2 })
        {
            await using var source = NpgsqlDataSource.Create(cluster.OwnerConnection);
            await using var command = source.CreateCommand(
                """
                INSERT INTO places (tenant_id, id, find_keys, parent_id, level, kind, code, official_name, name, parent_name, row_version)
                VALUES ($1, gen_random_uuid(), '', $2, 'Community', 'Community', $3, $4, $4, $5, 1)
                """
            );
            foreach (var value in new object[] { district.Id, street.Id, street.Code + "099", name, street.Name })
                command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(TestDistrict.Ct);
        }
    }

    /// <summary>
    /// As many units with a secretary and a liaison officer, seats and invitations of theirs, committees, meetings and accounts.
    /// </summary>
    public static async Task EverythingAsync(
        TestCluster cluster,
        TestDistrict district,
        Guid committee,
        Guid meeting,
        Guid plan,
        int from,
        int count
    )
    {
        await UnitsAsync(cluster, district, from, count);
        await RunAsync(
            cluster,
            district,
            """
            INSERT INTO people (tenant_id, id, find_keys, sort_key, stroke_key, name, mobile, row_version)
            SELECT @tenant, gen_random_uuid(), '', '', '', 'P' || n, '13800138000', 1 FROM generate_series(@from, @to) n;
            INSERT INTO posts (tenant_id, id, person_id, unit_id, place_id, title, is_secretary, "from", row_version)
            SELECT @tenant, gen_random_uuid(), p.id, u.id, @place, 'secretary', true, '2025-01-01', 1 FROM generate_series(@from, @to) n
            JOIN people p ON p.tenant_id = @tenant AND p.name = 'P' || n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n;
            UPDATE units u SET liaison_officer_id = p.id FROM people p
            WHERE u.tenant_id = @tenant AND p.tenant_id = @tenant AND p.name = 'P' || substr(u.name, 2) AND u.liaison_officer_id IS NULL;
            INSERT INTO seats (tenant_id, id, follows_post, committee_id, place_id, kind, role, title, unit_id, "from", recorded_at,
                row_version)
            SELECT @tenant, gen_random_uuid(), false, @committee, @place, 'PartTime', 'Member', 'member', u.id, '2026-01-01', '2026-01-01',
                1
            FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n;
            INSERT INTO appointments (tenant_id, id, first_id, seat_id, committee_id, place_id, unit_id, person_id, "from", recorded_at,
                row_version)
            SELECT @tenant, s.id, s.id, s.id, @committee, @place, u.id, p.id, '2026-01-01', '2026-01-01', 1
            FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
            JOIN people p ON p.tenant_id = @tenant AND p.name = 'P' || n JOIN seats s ON s.tenant_id = @tenant AND s.unit_id = u.id;
            INSERT INTO nominations (tenant_id, id, committee_id, place_id, kind, unit_id, role, seat_title, origin, person_id, way, state,
                state_on, row_version)
            SELECT @tenant, gen_random_uuid(), @committee, @place, 'PartTime', u.id, 'Member', 'member', 'NewSeat', p.id,
                'UnitRecommended', 'Nominated', '2026-01-01', 1
            FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
                JOIN people p ON p.tenant_id = @tenant AND p.name = 'P' || n;
            INSERT INTO invitations (tenant_id, id, meeting_id, seat_id, place_id, unit_id, is_late, row_version)
            SELECT @tenant, gen_random_uuid(), @meeting, s.id, @place, u.id, false, 1
            FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
                JOIN seats s ON s.tenant_id = @tenant AND s.unit_id = u.id;
            INSERT INTO meetings (tenant_id, id, committee_id, place_id, kind, kind_id, title, starts_at, day, ends_at, venue, reply_by,
                contact_name, contact_phone, notice_revision, row_version)
            SELECT @tenant, gen_random_uuid(), @committee, @place, 'Joint', w.id, 'M' || n, '2026-12-01 01:00Z', '2026-12-01',
                '2026-12-01 03:00Z', 'V', '2026-11-30 01:00Z', 'C', '1', 0, 1
            FROM generate_series(@from, @to) n JOIN meeting_words w ON w.tenant_id = @tenant AND w.standard = 'Joint';
            INSERT INTO meeting_plans (tenant_id, id, committee_id, place_id, kind_id, title, first_day, last_day, row_version)
            SELECT @tenant, gen_random_uuid(), @committee, @place, w.id, 'P' || n, '2026-12-01', '2026-12-31', 1
            FROM generate_series(@from, @to) n JOIN meeting_words w ON w.tenant_id = @tenant AND w.standard = 'Joint';
            INSERT INTO topic_calls (tenant_id, id, plan_id, seat_id, place_id, unit_id, row_version)
            SELECT @tenant, s.id, @plan, s.id, @place, u.id, 1
            FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
                JOIN seats s ON s.tenant_id = @tenant AND s.unit_id = u.id;
            INSERT INTO topics (tenant_id, id, plan_id, place_id, call_id, unit_id, title, source, proposed_at, state, row_version)
            SELECT @tenant, gen_random_uuid(), @plan, @place, c.id, c.unit_id, 'T' || n, 'Clerk', '2026-01-01', 'Proposed', 1
            FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
                JOIN topic_calls c ON c.tenant_id = @tenant AND c.unit_id = u.id;
            INSERT INTO messages (tenant_id, id, writer, channel, place_id, within_id, subject_id, person_id, addressee, message_revision,
                waits_for_sending_hours, queued_at, due_at, state, tries, row_version)
            SELECT @tenant, gen_random_uuid(), 'Meetings/Notice', 'Sms', @place, @meeting, i.id, p.id, 'Holder', 1, true, '2026-11-23',
                '2026-11-23', 'Sent', 1, 1
            FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
                JOIN invitations i ON i.tenant_id = @tenant AND i.unit_id = u.id
            JOIN people p ON p.tenant_id = @tenant AND p.name = 'P' || n;
            INSERT INTO minutes (tenant_id, id, meeting_id, committee_id, place_id, state, countersign_round, version, row_version)
            SELECT @tenant, @meeting, @meeting, @committee, @place, 'Drafting', 1, 0, 1
            WHERE NOT EXISTS (SELECT FROM minutes WHERE tenant_id = @tenant AND id = @meeting);
            INSERT INTO countersigns (tenant_id, id, minutes_id, meeting_id, place_id, unit_id, seat_id, countersign_round, row_version)
            SELECT @tenant, gen_random_uuid(), @meeting, @meeting, @place, s.unit_id, s.id, 1, 1 FROM seats s
            WHERE s.tenant_id = @tenant AND s.committee_id = @committee
                AND NOT EXISTS (SELECT FROM countersigns c WHERE c.tenant_id = @tenant AND c.seat_id = s.id);
            INSERT INTO resolutions (tenant_id, id, committee_id, place_id, matter, lead_unit_id, state, state_on, row_version)
            SELECT @tenant, gen_random_uuid(), @committee, @place, 'R' || u.name, u.id, 'Asked', '2026-11-01', 1 FROM units u
            WHERE u.tenant_id = @tenant AND NOT EXISTS (SELECT FROM resolutions r WHERE r.tenant_id = @tenant AND r.lead_unit_id = u.id);
            INSERT INTO places (tenant_id, id, find_keys, parent_id, level, kind, code, official_name, name, parent_name, row_version)
            SELECT @tenant, gen_random_uuid(), '', @place, 'Community', 'Community', '9901019' || lpad(n::text, 5, '0'), 'C' || n,
                'C' || n, 'S', 1
            FROM generate_series(@from, @to) n;
            INSERT INTO party_organizations (tenant_id, id, place_id, kind, name, row_version)
            SELECT @tenant, gen_random_uuid(), p.id, 'Branch', 'B' || n, 1 FROM generate_series(@from, @to) n
                JOIN places p ON p.tenant_id = @tenant AND p.name = 'C' || n;
            INSERT INTO member_counts (tenant_id, id, organization_id, place_id, as_of, members, recorded_at, row_version)
            SELECT @tenant, gen_random_uuid(), o.id, o.place_id, '2026-06-30', 1, '2026-07-01', 1
            FROM generate_series(@from, @to) n JOIN party_organizations o ON o.tenant_id = @tenant AND o.name = 'B' || n;
            INSERT INTO committees (tenant_id, id, find_keys, kind, kind_id, place_id, level, name, established_on, row_version)
            SELECT @tenant, gen_random_uuid(), '', k.kind, k.id, p.id, p.level, 'B' || n, '2026-01-01', 1
            FROM generate_series(@from, @to) n JOIN places p ON p.tenant_id = @tenant AND p.name = 'C' || n
            JOIN committee_kinds k ON k.tenant_id = @tenant AND k.kind = 'BigParty';
            INSERT INTO seats (tenant_id, id, follows_post, committee_id, place_id, kind, role, title, "from", recorded_at, row_version)
            SELECT @tenant, gen_random_uuid(), false, c.id, c.place_id, 'FullTime', 'Member', 'vacant', '2026-01-01', '2026-01-01', 1
            FROM generate_series(@from, @to) n JOIN committees c ON c.tenant_id = @tenant AND c.name = 'B' || n;
            INSERT INTO meeting_series (tenant_id, id, committee_id, place_id, kind_id, cadence, title, usual_month, usual_from,
                usual_until, ahead_days, begun_on, row_version)
            SELECT @tenant, gen_random_uuid(), c.id, c.place_id, w.id, 'Yearly', 'R' || n, 12, 1, 31, 30, '2026-01-01', 1
            FROM generate_series(@from, @to) n JOIN committees c ON c.tenant_id = @tenant AND c.name = 'B' || n
                JOIN meeting_words w ON w.tenant_id = @tenant AND w.standard = 'Joint';
            INSERT INTO library_documents (tenant_id, id, committee_id, place_id, document_kind, title, find_keys, row_version)
            SELECT @tenant, gen_random_uuid(), @committee, @place, 'plan', 'D' || n, 'd' || n, 1 FROM generate_series(@from, @to) n;
            INSERT INTO library_versions (tenant_id, id, document_id, place_id, version_number, full_text, adopted_on, "from", recorded_at,
                row_version)
            SELECT @tenant, gen_random_uuid(), d.id, @place, v, 'T', '2026-01-01', make_date(2026, v, 1), '2026-01-01', 1
            FROM generate_series(@from, @to) n JOIN library_documents d ON d.tenant_id = @tenant AND d.title = 'D' || n CROSS
                JOIN generate_series(1, 2) v;
            INSERT INTO accounts (tenant_id, id, find_keys, login, normalized_login, display_name, place_id, security_stamp,
                failed_sign_ins, must_change_password, created_at, row_version)
            SELECT @tenant, gen_random_uuid(), '', 'a' || n, 'A' || n, 'a', @place, '', 0, false, '2026-01-01', 1
                FROM generate_series(@from, @to) n;
            INSERT INTO grants (tenant_id, id, account_id, role, place_id, "from", row_version)
            SELECT @tenant, gen_random_uuid(), a.id, 'CommunityClerk', @place, '2026-01-01', 1
            FROM generate_series(@from, @to) n JOIN accounts a ON a.tenant_id = @tenant AND a.login = 'a' || n;
            INSERT INTO journal (tenant_id, id, row_version, operation_id, ordinal, at, "right", actor_name, action, subject)
            SELECT @tenant, gen_random_uuid(), 1, gen_random_uuid(), 0, '2026-01-01', 'ManageUnits', 'admin', 'added', 'units'
                FROM generate_series(@from, @to) n;
            """,
            from,
            count,
            ("committee", committee),
            ("meeting", meeting),
            ("plan", plan)
        );
    }

    /// <summary>
    /// As many of everything that a unit finds on its own page: invitations, minutes, calls for topics, tasks, people who are proposed.
    /// </summary>
    public static async Task OwnAsync(
        TestCluster cluster,
        TestDistrict district,
        Guid committee,
        Guid unit,
        Guid seat,
        int from,
        int count
    ) =>
        await RunAsync(
            cluster,
            district,
            """
            INSERT INTO meetings (tenant_id, id, committee_id, place_id, kind, kind_id, title, starts_at, day, ends_at, venue, reply_by,
                contact_name, contact_phone, notified_at, notice_revision, row_version)
            SELECT @tenant, gen_random_uuid(), @committee, @place, 'Joint', w.id, 'O' || n, '2026-12-01 01:00Z', '2026-12-01',
                '2026-12-01 03:00Z', 'V', '2026-11-30 01:00Z', 'C', '1', '2026-11-23', 1, 1
            FROM generate_series(@from, @to) n JOIN meeting_words w ON w.tenant_id = @tenant AND w.standard = 'Joint';
            INSERT INTO invitations (tenant_id, id, meeting_id, seat_id, place_id, unit_id, is_late, row_version)
            SELECT @tenant, m.id, m.id, @seat, @place, @unit, false, 1 FROM generate_series(@from, @to) n
                JOIN meetings m ON m.tenant_id = @tenant AND m.title = 'O' || n;
            INSERT INTO minutes (tenant_id, id, meeting_id, committee_id, place_id, state, countersign_round, version, row_version)
            SELECT @tenant, m.id, m.id, @committee, @place, 'Drafting', 1, 0, 1 FROM generate_series(@from, @to) n
                JOIN meetings m ON m.tenant_id = @tenant AND m.title = 'O' || n;
            INSERT INTO countersigns (tenant_id, id, minutes_id, meeting_id, place_id, unit_id, seat_id, countersign_round, row_version)
            SELECT @tenant, m.id, m.id, m.id, @place, @unit, @seat, 1, 1 FROM generate_series(@from, @to) n
                JOIN meetings m ON m.tenant_id = @tenant AND m.title = 'O' || n;
            INSERT INTO meeting_plans (tenant_id, id, committee_id, place_id, kind_id, title, first_day, last_day, collect_until,
                row_version)
            SELECT @tenant, gen_random_uuid(), @committee, @place, w.id, 'O' || n, '2026-12-01', '2026-12-31', '2026-11-30', 1
            FROM generate_series(@from, @to) n JOIN meeting_words w ON w.tenant_id = @tenant AND w.standard = 'Joint';
            INSERT INTO topic_calls (tenant_id, id, plan_id, seat_id, place_id, unit_id, row_version)
            SELECT @tenant, p.id, p.id, @seat, @place, @unit, 1 FROM generate_series(@from, @to) n
                JOIN meeting_plans p ON p.tenant_id = @tenant AND p.title = 'O' || n;
            INSERT INTO resolutions (tenant_id, id, committee_id, place_id, matter, lead_unit_id, state, state_on, row_version)
            SELECT @tenant, gen_random_uuid(), @committee, @place, 'O' || n, @unit, 'Asked', '2026-11-01', 1
                FROM generate_series(@from, @to) n;
            INSERT INTO people (tenant_id, id, find_keys, sort_key, stroke_key, name, row_version)
                SELECT @tenant, gen_random_uuid(), '', '', '', 'O' || n, 1 FROM generate_series(@from, @to) n;
            INSERT INTO nominations (tenant_id, id, committee_id, place_id, kind, unit_id, role, seat_title, origin, person_id, way, state,
                state_on, row_version)
            SELECT @tenant, p.id, @committee, @place, 'PartTime', @unit, 'Member', 'member', 'NewSeat', p.id, 'UnitRecommended',
                'Nominated', '2026-01-01', 1
            FROM generate_series(@from, @to) n JOIN people p ON p.tenant_id = @tenant AND p.name = 'O' || n;
            """,
            from,
            count,
            ("committee", committee),
            ("unit", unit),
            ("seat", seat)
        );

    private static async Task RunAsync(
        TestCluster cluster,
        TestDistrict district,
        string sql,
        int from,
        int count,
        params (string Name, Guid Id)[] ids
    )
    {
        await using var source = NpgsqlDataSource.Create(cluster.OwnerConnection);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("tenant", district.Id);
        command.Parameters.AddWithValue("place", district.Street1.Id);
        command.Parameters.AddWithValue("from", from);
        command.Parameters.AddWithValue("to", from + count - 1);
        foreach (var (name, id) in ids)
            command.Parameters.AddWithValue(name, id);
        await command.ExecuteNonQueryAsync(TestDistrict.Ct);
        // Autovacuum would do this later; until then the planner assumes empty tables.
        await using var analyze = source.CreateCommand("ANALYZE");
        await analyze.ExecuteNonQueryAsync(TestDistrict.Ct);
    }
}
