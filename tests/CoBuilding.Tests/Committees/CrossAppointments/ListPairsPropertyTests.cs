using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CsCheck;
using Npgsql;

namespace CoBuilding.Tests.Committees.CrossAppointments;

public class ListPairsPropertyTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task On_any_day_status_and_standing_equal_a_recount_of_the_raw_rows()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var first = await district.CommitteeAsync(district.Street1);
        var second = await district.CommitteeAsync(district.Street1, CommitteeKind.Coordination);
        var (start, pairs) = (district.Today, new List<(Guid Unit, Guid Committee, Guid Seat, Guid Person)>());
        foreach (var name in new[] { "甲校", "乙校", "丙校" })
        {
            var unit = await district.UnitAsync(district.Community1, name);
            var person = await district.PersonAsync(unit, name);
            foreach (var committee in new[] { first, second })
            {
                var seat = new AddSeat.Form
                {
                    CommitteeId = committee,
                    UnitId = unit,
                    Title = "委员",
                    From = start,
                };
                await district.Use<AddSeat>().RunAsync(district.Admin, seat, Ct);
                pairs.Add((unit, committee, seat.SeatId, person));
            }
        }
        // Each leg: terms one after the other, with gaps; the last may be open; some rows are superseded and count for nothing.
        var term = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 6], Gen.Bool, Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))));
        var story = Gen.Select(term.Array[0, 3], term.Array[0, 3]).Array[pairs.Count];
        await story.SampleAsync(
            async legs =>
            {
                await WriteAsync(district, pairs, start, legs);
                var raw = await RawAsync(district);
                for (var day = start; day <= start.AddDays(24); day = day.AddDays(3))
                {
                    var all = await district.Use<ListPairs>().AskAsync(district.Admin, new() { On = day, Size = 100 }, Ct);
                    Assert.Equal(
                        pairs
                            .Select(p => (p.Unit, p.Committee, Status: Recount(raw, p.Unit, p.Committee, day)))
                            .Where(p => p.Status != PairStatus.None)
                            .Order(),
                        all.Rows.SelectMany(r => r.Cells.Select(c => (r.UnitId, c.CommitteeId, c.Status))).Order()
                    );
                    foreach (var standing in Enum.GetValues<UnitStanding>())
                    {
                        var found = await district
                            .Use<ListPairs>()
                            .AskAsync(
                                district.Admin,
                                new()
                                {
                                    On = day,
                                    Size = 100,
                                    Standing = standing,
                                },
                                Ct
                            );
                        Assert.Equal(
                            pairs
                                .Select(p => p.Unit)
                                .Distinct()
                                .Where(u =>
                                    StandingOf([.. pairs.Where(p => p.Unit == u).Select(p => Recount(raw, u, p.Committee, day))])
                                    == standing
                                )
                                .Order(),
                            found.Rows.Select(r => r.UnitId).Order()
                        );
                    }
                }
            },
            iter: 12,
            threads: 1
        );
    }

    private static PairStatus Recount(
        List<(bool OfUnit, Guid Unit, Guid Committee, DateOnly From, DateOnly? Until)> raw,
        Guid unit,
        Guid committee,
        DateOnly day
    )
    {
        var (member, guest, ever) = (false, false, false);
        foreach (var row in raw)
        {
            if (row.Unit != unit || row.Committee != committee || row.From > day)
                continue;
            ever = true;
            if (row.Until is { } until && until <= day)
                continue;
            if (row.OfUnit)
                member = true;
            else
                guest = true;
        }
        return member && guest ? PairStatus.Mutual
            : member ? PairStatus.UnitToHost
            : guest ? PairStatus.HostToUnit
            : ever ? PairStatus.Lapsed
            : PairStatus.None;
    }

    private static UnitStanding StandingOf(PairStatus[] statuses) =>
        statuses.Contains(PairStatus.Mutual) ? UnitStanding.Mutual
        : statuses.Any(s => s is PairStatus.UnitToHost or PairStatus.HostToUnit) ? UnitStanding.OneWay
        : statuses.Contains(PairStatus.Lapsed) ? UnitStanding.Lapsed
        : UnitStanding.None;

    /// <summary>As superuser: rows as the use cases write them, without simulating the days.</summary>
    private async Task WriteAsync(
        TestDistrict district,
        List<(Guid Unit, Guid Committee, Guid Seat, Guid Person)> pairs,
        DateOnly start,
        (
            (int Gap, int Length, bool IsOpen, bool IsSuperseded)[] OfUnit,
            (int Gap, int Length, bool IsOpen, bool IsSuperseded)[] OfHost
        )[] legs
    )
    {
        await using var source = NpgsqlDataSource.Create(cluster.SuperuserConnection);
        await RunAsync("DELETE FROM appointments WHERE tenant_id = $1");
        await RunAsync("DELETE FROM cross_appointments WHERE tenant_id = $1");
        foreach (var (pair, (ofUnit, ofHost)) in pairs.Zip(legs))
        {
            foreach (var (from, until, isSuperseded) in Terms(ofUnit))
                await RunAsync(
                    """
                    INSERT INTO appointments (tenant_id, id, first_id, seat_id, committee_id, place_id, unit_id, person_id, "from", until,
                        recorded_at, superseded_at, row_version)
                    VALUES ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, now(), CASE WHEN $9 THEN now() END, 1)
                    """,
                    pair.Seat,
                    pair.Committee,
                    district.Street1.Id,
                    pair.Unit,
                    pair.Person,
                    from,
                    until ?? (object)DBNull.Value,
                    isSuperseded
                );
            foreach (var (from, until, isSuperseded) in Terms(ofHost))
                await RunAsync(
                    """
                    INSERT INTO cross_appointments (tenant_id, id, first_id, unit_id, committee_id, place_id, person_id, title, state,
                        "on", "from", until, recorded_at, superseded_at, row_version)
                    VALUES ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, $4, $5, 'T',
                        CASE WHEN $7::date IS NULL THEN 'InOffice' ELSE 'Ended' END, $6, $6, $7, now(), CASE WHEN $8 THEN now() END, 1)
                    """,
                    pair.Unit,
                    pair.Committee,
                    district.Street1.Id,
                    pair.Person,
                    from,
                    until ?? (object)DBNull.Value,
                    isSuperseded
                );
        }

        IEnumerable<(DateOnly From, DateOnly? Until, bool IsSuperseded)> Terms((int Gap, int Length, bool IsOpen, bool IsSuperseded)[] leg)
        {
            var day = start;
            for (var n = 0; n < leg.Length; n++)
            {
                var from = day.AddDays(leg[n].Gap);
                var until = from.AddDays(leg[n].Length);
                yield return (from, leg[n].IsOpen && n == leg.Length - 1 ? null : until, leg[n].IsSuperseded);
                day = until;
            }
        }

        async Task RunAsync(string sql, params object[] values)
        {
            await using var command = source.CreateCommand(sql);
            foreach (var value in new object[] { district.Id }.Concat(values))
                command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    private async Task<List<(bool OfUnit, Guid Unit, Guid Committee, DateOnly From, DateOnly? Until)>> RawAsync(TestDistrict district)
    {
        List<(bool, Guid, Guid, DateOnly, DateOnly?)> raw = [];
        foreach (var (ofUnit, table) in new[] { (true, "appointments"), (false, "cross_appointments") })
        await foreach (
            var row in World.ReadAsync(
                cluster,
                $"SELECT unit_id, committee_id, \"from\", until FROM {table} WHERE tenant_id = $1 AND superseded_at IS NULL",
                district.Id
            )
        )
            raw.Add(
                (
                    ofUnit,
                    row.GetGuid(0),
                    row.GetGuid(1),
                    row.GetFieldValue<DateOnly>(2),
                    row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3)
                )
            );
        return raw;
    }
}
