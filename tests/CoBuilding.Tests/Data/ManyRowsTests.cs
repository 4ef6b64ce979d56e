using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Tests.Data;

public class ManyRowsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Many_rows_are_stored_and_journaled_as_a_tracked_one_is()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var kind = await district.KindAsync(UnitKind.School);
        await using (var db = await district.Use<Door>().OpenAsync(district.Admin, Right.ManageUnits, Ct))
        {
            var (one, many) = (Person(), Enumerable.Range(0, 1_001).Select(_ => Person()).ToList());
            db.People.Add(one);
            await db.AddManyAsync(many, null, Ct);
            db.Units.Add(Unit("甲", one.Id));
            await db.AddManyAsync([Unit("乙", many[0].Id)], null, Ct);
            await db.CommitAsync(Ct);
        }

        await using var again = await district.Use<Door>().OpenAsync(district.Admin, Right.ManageUnits, Ct);
        Assert.Equal(
            1_002,
            await again.People.CountAsync(
                p => p.Name == "王强" && p.Mobile == "13800138000" && p.FindKeys.Contains("wangqiang") && p.RowVersion == 1,
                Ct
            )
        );
        foreach (var (table, first) in new[] { ("people", 1), ("units", 1) })
        {
            var entries = await again
                .Set<JournalEntry>()
                .AsNoTracking()
                .Where(e => e.Subject == table && e.Action == "added")
                .ToListAsync(Ct);
            var kinds = entries.Select(e => string.Join('|', e.Right, e.ActorName, e.AccountId, e.Before, Anonymous(e.After!))).Distinct();
            Assert.Single(kinds);
            Assert.Equal(entries.Count, entries.Select(e => e.Ordinal).Distinct().Count());
            Assert.True(entries.Count > first);
        }

        ResidentUnit Unit(string name, Guid liaison) =>
            new()
            {
                Name = name,
                KindId = kind,
                Kind = UnitKind.School,
                PlaceId = district.Community1.Id,
                PartyOrganization = PartyOrganizationKind.Branch,
                LiaisonOfficerId = liaison,
                EndedOn = new DateOnly(2026, 1, 1),
            };

        static Person Person() => new() { Name = "王强", Mobile = "13800138000" };

        // Names and ids differ by intent.
        static string Anonymous(string json) =>
            System.Text.RegularExpressions.Regex.Replace(json, "[0-9a-f]{8}-[0-9a-f-]{27}|\"[甲乙]\"", "");
    }

    [Fact]
    public async Task A_row_outside_the_reach_keeps_all_out_and_a_constraint_speaks_its_rule()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var kind = await district.KindAsync(UnitKind.School);
        await using (var db = await district.Use<Door>().OpenAsync(clerk, Right.ManageUnits, Ct))
            await Assert.ThrowsAsync<NotFound>(() =>
                db.AddManyAsync([Unit("甲", district.Community1.Id), Unit("乙", district.Community2.Id)], null, Ct)
            );
        await using (var db = await district.Use<Door>().OpenAsync(clerk, Right.ManageUnits, Ct))
        {
            var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
                db.AddManyAsync([Unit("甲", district.Community1.Id), Unit("甲", district.Community1.Id)], null, Ct)
            );
            Assert.Equal("Units.NameIsTaken", refused.Key);
        }
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(district.Admin, new(), Ct)).Total);

        ResidentUnit Unit(string name, Guid place) =>
            new()
            {
                Name = name,
                KindId = kind,
                Kind = UnitKind.School,
                PlaceId = place,
            };
    }
}
