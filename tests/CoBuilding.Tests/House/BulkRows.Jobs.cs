namespace CoBuilding.Tests.House;

public static partial class BulkRows
{
    /// <summary>A message to each who is invited.</summary>
    private const string JobRows = """
        INSERT INTO messages (tenant_id, id, writer, channel, place_id, within_id, subject_id, person_id, addressee, message_revision,
            waits_for_sending_hours, queued_at, due_at, state, tries, row_version)
        SELECT @tenant, gen_random_uuid(), 'Meetings/Notice', 'Sms', @place, @meeting, i.id, p.id, 'Holder', 1, true, '2026-11-23',
            '2026-11-23', 'Sent', 1, 1
        FROM generate_series(@from, @to) n JOIN units u ON u.tenant_id = @tenant AND u.name = 'U' || n
            JOIN invitations i ON i.tenant_id = @tenant AND i.unit_id = u.id
        JOIN people p ON p.tenant_id = @tenant AND p.name = 'P' || n;

        """;
}
