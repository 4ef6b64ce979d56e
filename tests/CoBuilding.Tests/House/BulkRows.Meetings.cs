namespace CoBuilding.Tests.House;

public static partial class BulkRows
{
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

    /// <summary>As many units as in <see cref="EverythingAsync"/>, invited to one meeting, and nothing else; they have e-mail.</summary>
    public static async Task InvitedAsync(TestCluster cluster, TestDistrict district, Guid committee, Guid meeting, int from, int count)
    {
        await UnitsAsync(cluster, district, from, count);
        await RunAsync(
            cluster,
            district,
            UnitRows
                + CommitteeRows
                + InvitationRows
                + "UPDATE people SET email = name || '@example.cn' WHERE tenant_id = @tenant AND name LIKE 'P%'",
            from,
            count,
            ("committee", committee),
            ("meeting", meeting)
        );
    }

    private const string InvitationRows = """
        INSERT INTO invitations (tenant_id, id, meeting_id, seat_id, place_id, unit_id, is_late, row_version)
        SELECT @tenant, gen_random_uuid(), @meeting, s.id, @place, u.id, false, 1
        FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
            JOIN seats s ON s.tenant_id = @tenant AND s.unit_id = u.id;

        """;

    /// <summary>As many meetings, plans, topics, minutes to countersign, resolutions and series.</summary>
    private const string MeetingRows = """
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
        INSERT INTO meeting_series (tenant_id, id, committee_id, place_id, kind_id, cadence, title, usual_month, usual_from,
            usual_until, ahead_days, begun_on, row_version)
        SELECT @tenant, gen_random_uuid(), c.id, c.place_id, w.id, 'Yearly', 'R' || n, 12, 1, 31, 30, '2026-01-01', 1
        FROM generate_series(@from, @to) n JOIN committees c ON c.tenant_id = @tenant AND c.name = 'B' || n
            JOIN meeting_words w ON w.tenant_id = @tenant AND w.standard = 'Joint';

        """;
}
